import { describe, expect, it } from 'vitest';
import { inventedSiege } from '../helpers/invented-siege.ts';

const { scenario } = inventedSiege();

describe('the invented siege', () => {
  it('loads through the same door, on a map of another size and with the same rules', () => {
    expect([scenario.map.grid.cols, scenario.map.grid.rows, scenario.map.heights.length]).toEqual([34, 40, 34 * 40]);
    expect(scenario.calendar).toEqual({ firstDay: '1921-09-04', firstPhase: 'night', turns: 60 });
    expect(Math.max(...scenario.map.heights)).toBeGreaterThan(200);
  });

  it('has three nationalities inside, no strip, no talks, nobody who jumps', () => {
    expect(scenario.formations.filter((one) => one.side === 'garrison' && one.kind === 'battalion').map((one) => one.id)).toEqual([
      'vellish-rifles', 'morani-foot', 'tarn-levy', 'keep-guard', 'salt-road-column',
    ]);
    expect([scenario.camps[0]?.strip, scenario.map.strips, scenario.conference, scenario.individuals]).toEqual([null, [], null, null]);
    expect(scenario.units.filter((one) => one.jumps)).toEqual([]);
  });

  it('is relieved by road: a column of three companies from the edge of the map on the twelfth day', () => {
    const column = scenario.units.filter((one) => one.formation === 'salt-road-column');
    expect(column.map((one) => [one.side, one.place, one.arrivesTurn])).toEqual(Array.from({ length: 3 }, () => ['garrison', { east: 0, north: -3300 }, 23]));
  });
});
