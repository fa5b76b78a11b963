import { beforeAll, describe, expect, it } from 'vitest';
import { HISTORICAL } from '../../src/commanders/doctrine.ts';
import { PULSES } from '../../src/engine/index.ts';
import { plannerFor } from '../helpers/plans.ts';
import type { Ground, Planned, Planner } from '../helpers/plans.ts';
import { shipped } from '../helpers/sieges.ts';

const DAY = 40;
const NIGHT = 41;

let camp: Planner['garrison'];
let waiting: { readonly id: string; readonly formation: string; readonly men: number }[];
beforeAll(async () => {
  const { scenario } = await shipped('dien-bien-phu');
  camp = plannerFor(scenario).garrison;
  waiting = scenario.units.filter(({ jumps, arrivesTurn }) => jumps && arrivesTurn <= DAY);
});

function goods(row: number, amount: number): (ground: Ground) => void {
  return ({ state, game }) => {
    for (const [index, dump] of state.dumps.entries()) if (game.scenario.dumps[index]?.side === 'garrison') dump.goods[row] = amount;
  };
}

describe('heights of the drops', () => {
  const heights = (lost: number, lostLately = 0): number[] => [...new Set(camp(DAY, ({ state }) => {
    state.ledger.garrison.air.aircraftLost = lost;
    for (const fleet of state.air.fleets) fleet.lostLately = lostLately;
  }).of('airlift').map(({ height }) => height))];

  it('rise by a step with every few aircraft lost', () => {
    for (const [step, height] of HISTORICAL.heights.entries()) {
      const losses = step === 0 ? 0 : (HISTORICAL.heightLosses[step - 1] ?? 0);
      expect(heights(losses)).toEqual([height]);
    }
  });

  it('rise by one more while losses are fresh, to the highest step at most', () => {
    expect(heights(0, HISTORICAL.feltMuch)).toEqual([HISTORICAL.heights[1]]);
    expect(heights(1000, HISTORICAL.feltMuch)).toEqual([HISTORICAL.heights.at(-1)]);
  });

  it('are lower by night for those who know the valley', () => {
    const lifted = camp(NIGHT, ({ state }) => { state.ledger.garrison.air.aircraftLost = 1000; });
    const lands = lifted.view.facts.aircraft.filter((aircraft) => aircraft.lands).map(({ id }) => id);
    const dropped = lifted.of('airlift').filter(({ aircraft }) => lands.includes(aircraft));
    expect(dropped.length).toBeGreaterThan(0);
    for (const { height } of dropped) expect(height).toBeLessThanOrEqual(HISTORICAL.heights[HISTORICAL.nightStep] ?? 0);
  });
});

describe('freight', () => {
  const food = (planned: Planned): number => planned.of('airlift').filter(({ cargo }) => cargo === 'food').reduce((sum, { sorties }) => sum + sorties, 0);

  it('is food when food is short, and none while there is plenty', () => {
    expect(food(camp(DAY, goods(0, 0)))).toBeGreaterThan(food(camp(DAY, goods(0, 100_000))));
    expect(food(camp(DAY, goods(0, 50_000_000)))).toBe(0);
  });

  it('is told with the days that the stock lasts', () => {
    const days = camp(DAY, goods(0, 0)).why('fly-in').filter(({ ids }) => ids['cargo'] === 'food').map(({ numbers }) => numbers['days']);
    expect(new Set(days)).toEqual(new Set([0]));
  });

  it('is no shell for guns that are gone', () => {
    const { of } = camp(DAY, ({ state, game }) => {
      for (const [row, battery] of state.batteries.entries()) if (game.scenario.batteries[row]?.weapon === 't155') battery.tubes = 0;
    });
    expect(of('airlift').length).toBeGreaterThan(0);
    expect(of('airlift').filter(({ cargo }) => cargo === 't155')).toEqual([]);
  });

  it('goes to both camps while both stand, the larger part to the first', () => {
    const kilos = (planned: Planned, id: string): number => planned.of('airlift').filter((order) => order.camp === id).reduce((sum, { sorties }) => sum + sorties, 0);
    const both = camp(DAY);
    expect(kilos(both, 'main')).toBeGreaterThan(kilos(both, 'isabelle'));
    expect(kilos(both, 'isabelle')).toBeGreaterThan(0);
    expect(kilos(camp(DAY, ({ at }) => { at.camp('isabelle').stands = false; }), 'isabelle')).toBe(0);
  });

  it('that lies out is gathered', () => {
    const gathered = (loads: boolean): string[] => camp(DAY, ({ state }) => {
      if (loads) state.loads.push({ hex: state.units[0]?.hex ?? 0, cargo: 'food', kilos: 100, bundles: 3, smashed: false, turn: DAY - 1, ground: 1 });
    }).of('gather').map(({ camp: id }) => id);
    expect(gathered(true)).toEqual(['main', 'isabelle']);
    expect(gathered(false)).toEqual([]);
  });
});

describe('landings', () => {
  const landed = (turn: number, use: 'open' | 'night' | 'closed' | 'cut', serious: number): number => camp(turn, ({ state, at }) => {
    for (const strip of state.air.strips) strip.use = use;
    at.camp('main').serious = serious;
  }).of('land').reduce((sum, { sorties }) => sum + sorties, 0);

  it('fetch wounded while the strip lives: by day if it is open, else by night', () => {
    expect(landed(DAY, 'open', 500)).toBe(HISTORICAL.dayLandings);
    expect(landed(DAY, 'night', 500)).toBe(0);
    expect(landed(NIGHT, 'night', 500)).toBe(HISTORICAL.nightLandings);
    expect(landed(NIGHT, 'closed', 500) + landed(NIGHT, 'cut', 500)).toBe(0);
  });

  it('are not for a handful of wounded', () => {
    expect(landed(DAY, 'open', HISTORICAL.woundedToFly - 1)).toBe(0);
    expect(landed(DAY, 'open', HISTORICAL.woundedToFly)).toBeGreaterThan(0);
  });
});

describe('men by parachute', () => {
  const jumped = (turn: number, change: (ground: Ground) => void): Planned => camp(turn, change);

  it('are companies of battalions that were granted', () => {
    const [unit] = waiting;
    const granted = jumped(NIGHT, ({ state }) => { state.air.granted = [unit?.id ?? '']; });
    expect(granted.of('jump').map((order) => order.unit)).toEqual([unit?.id]);
    expect(jumped(NIGHT, () => undefined).of('jump')).toEqual([]);
  });

  it('are single men by night, once there are enough', () => {
    const single = (turn: number, ready: number): number => jumped(turn, ({ state }) => { state.air.individualsReady = ready; }).of('jump').filter(({ unit }) => unit === null).length;
    expect(single(NIGHT, HISTORICAL.singlesLeast)).toBe(1);
    expect(single(NIGHT, HISTORICAL.singlesLeast - 1)).toBe(0);
    expect(single(DAY, 500)).toBe(0);
  });

  it('are no more a turn than can be led off the drop zone', () => {
    const planned = jumped(DAY, ({ state }) => { state.air.granted = waiting.map(({ id }) => id); });
    expect(planned.of('jump').length).toBeGreaterThan(1);
    expect(planned.of('jump').reduce((sum, { men }) => sum + men, 0)).toBeLessThanOrEqual(HISTORICAL.jumpMen);
  });

  it('wait for the night once drops by day have to be made from high up', () => {
    const day = (lost: number): number => jumped(DAY, ({ state }) => {
      state.air.granted = waiting.map(({ id }) => id);
      state.ledger.garrison.air.aircraftLost = lost;
    }).of('jump').length;
    expect(day(0)).toBeGreaterThan(0);
    expect(day(1000)).toBe(0);
  });
});

describe('a battalion', () => {
  const asked = (change: (ground: Ground) => void): string[] => camp(DAY, change).of('ask').map(({ unit }) => unit);
  const fallen = ({ at, clock }: Ground): void => { Object.assign(at.post('dominique-1'), { holder: 'besieger', heldSince: clock - PULSES }); };

  it('is asked for whole when a post has just fallen', () => {
    const units = asked(fallen);
    expect(units.length).toBeGreaterThan(0);
    const [formation] = waiting.filter(({ id }) => id === units[0]);
    expect(units).toEqual(waiting.filter((unit) => unit.formation === formation?.formation).map(({ id }) => id));
  });

  it('is not asked for while another is on its way', () => {
    expect(asked((ground) => {
      fallen(ground);
      ground.state.air.asked = [waiting[0]?.id ?? ''];
    })).toEqual([]);
  });

  it('is asked for when the camp is short of men', () => {
    expect(asked(({ state, game }) => {
      for (const [row, unit] of state.units.entries()) if (game.scenario.units[row]?.side === 'garrison') unit.men = Math.floor(unit.men / 10);
    })).not.toEqual([]);
  });
});

describe('fighters', () => {
  const near = (ground: Ground): void => {
    ground.state.known.garrison.approaches = [];
    for (const [step, post] of ['dominique-1', 'dominique-2', 'eliane-1', 'eliane-2'].entries()) ground.trench(post, 50 + 100 * step, true);
  };

  it('fly by day, on flak, on the roads and on the nearest trenches', () => {
    const planned = camp(DAY, near);
    expect(new Set(planned.of('strike').map(({ target }) => target.kind))).toEqual(new Set(['flak', 'road', 'approach']));
    expect(new Set(planned.why('strike-trench').map(({ ids }) => ids['post'])).size).toBeLessThanOrEqual(HISTORICAL.strikeSaps);
    expect(planned.why('strike-trench')[0]?.ids['post']).toBe('dominique-1');
  });

  it('stay at their bases by night', () => {
    expect(camp(NIGHT, near).of('strike')).toEqual([]);
  });
});
