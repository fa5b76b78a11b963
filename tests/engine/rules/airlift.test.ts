import { describe, expect, it } from 'vitest';
import { drawsOf } from '../../../src/engine/index.ts';
import { centreOf } from '../../../src/engine/hex.ts';
import { sigmaOf } from '../../../src/engine/scatter.ts';
import { GROUND_BESIEGER, GROUND_GARRISON } from '../../../src/engine/state-siege.ts';
import { evenDraws, lowDraws, scriptedDraws, withRules } from '../../helpers/a-siege.ts';
import { accountsOf } from '../../helpers/books.ts';
import { airGame, anAirlift, flyTurn, freight } from '../../helpers/an-airlift.ts';

/** Kilos that the book has lost or found. */
function gap({ game, state }: ReturnType<typeof airGame>): number {
  const account = accountsOf(game, state).find(({ name }) => name === 'kilos by air');
  return account === undefined ? NaN : account.came - account.here - account.gone;
}

describe('sorties of a turn', () => {
  it('are flown as ordered, spread over the hours from the first, and their freight is despatched', () => {
    const siege = airGame();
    const { of } = flyTurn(siege, [freight({ sorties: 3, from: 3 })], evenDraws, false);
    expect(of('sorties-flown')).toEqual([{ type: 'sorties-flown', order: 0, aircraft: 'small', purpose: 'airlift', camp: 'main', sorties: 3, height: 600, heldByWeather: 0 }]);
    expect(of('loads-dropped')).toHaveLength(3);
    expect(siege.state.ledger.garrison.air).toMatchObject({ sorties: 3, despatched: 7500, dropped: 7500, aborted: 0 });
  });

  it('are no more than are on line that day, by day and night together', () => {
    const siege = airGame();
    flyTurn(siege, [freight({ sorties: 7 }), freight({ sorties: 9 })], evenDraws, false);
    expect(siege.state.ledger.garrison.air.sorties).toBe(10);
    siege.state.turn = 3;
    flyTurn(siege, [freight({ sorties: 9 })], evenDraws, false);
    expect(siege.state.ledger.garrison.air.sorties).toBe(10);
    siege.state.turn = 4;
    flyTurn(siege, [freight({ sorties: 9 })], evenDraws, false);
    expect(siege.state.ledger.garrison.air.sorties).toBe(19);
  });

  it('are fewer while aircraft are mended and losses are not made good', () => {
    const siege = airGame();
    const fleet = siege.state.air.fleets[1];
    if (fleet === undefined) throw new Error('no fleet');
    fleet.damaged = 4;
    fleet.lostLately = 3000;
    flyTurn(siege, [freight({ sorties: 10 })], evenDraws, false);
    const { mend, fade } = siege.game.scenario.rules.flak;
    expect(siege.state.ledger.garrison.air.sorties).toBe(10 - (4 - Math.floor((4 * mend) / 1000)) - Math.floor((3 * fade) / 1000));
  });

  it('stay at the bases in a storm there, and were never despatched', () => {
    const siege = airGame();
    siege.state.sky.bases = 'storm';
    const { of } = flyTurn(siege, [freight({ sorties: 10 })], evenDraws, false);
    const flown = Math.floor(siege.game.scenario.rules.airlift.flyStorm / 100);
    expect(of('sorties-flown')[0]).toMatchObject({ sorties: flown, heldByWeather: 10 - flown });
    expect(siege.state.ledger.garrison.air.despatched).toBe(flown * 2500);
  });

  it('that find the valley shut bring their load back', () => {
    const siege = airGame(withRules(anAirlift(), { airlift: { flyRain: 500, lateNews: 400 } }));
    siege.state.sky.valley = 'rain';
    const { of } = flyTurn(siege, [freight({ sorties: 10 })], evenDraws, false);
    expect(of('sorties-flown')[0]).toMatchObject({ sorties: 7, heldByWeather: 3 });
    expect(siege.state.ledger.garrison.air).toMatchObject({ despatched: 17_500, aborted: 5000, dropped: 12_500 });
    expect(gap(siege)).toBe(0);
  });

  it('to a camp that has fallen are not flown', () => {
    const siege = airGame();
    const camp = siege.state.camps[0];
    if (camp === undefined) throw new Error('no camp');
    camp.stands = false;
    expect(flyTurn(siege, [freight()]).told).toEqual([{ type: 'order-void', side: 'garrison', order: 0, kind: 'airlift' }]);
  });
});

describe('bundles', () => {
  it('without wind or error come to rest along the strip’s line through the aim', () => {
    const siege = airGame();
    const { of } = flyTurn(siege, [freight({ aircraft: 'big', sorties: 1 })], evenDraws, false);
    const camp = siege.state.camps[0];
    expect(of('loads-dropped')[0]).toEqual({
      type: 'loads-dropped', camp: 'main', aircraft: 'big', cargo: 'food', kilos: 6000, height: 600,
      east: [1400, 1400, 1400, 1400, 1400, 1400], north: [-250, -150, -50, 50, 150, 250].map((metres) => (camp?.aimNorth ?? 0) + metres), smashed: [0, 0, 0, 0, 0, 0],
    });
  });

  it('of a kind in one hex are one row, with whose ground it was', () => {
    const siege = airGame();
    flyTurn(siege, [freight({ sorties: 2 })], evenDraws, false);
    const { loads, ring } = siege.state;
    expect(loads.reduce((sum, { bundles }) => sum + bundles, 0)).toBe(50);
    expect(new Set(loads.map(({ hex }) => hex)).size).toBe(loads.length);
    for (const load of loads) expect(load).toMatchObject({ cargo: 'food', kilos: 100, smashed: false, turn: 2, ground: ring.ground[load.hex] });
  });

  it('are counted by the ground they came to rest on, once a turn', () => {
    const siege = airGame();
    const { grid } = siege.game.scenario.map;
    siege.state.ring.ground = siege.state.ring.ground.map((_, hex) => (centreOf(grid, hex).north > 300 ? GROUND_BESIEGER : GROUND_GARRISON));
    const { of } = flyTurn(siege, [freight({ aircraft: 'big', sorties: 2 })], evenDraws, false);
    expect(of('drop-counted')).toEqual([{ type: 'drop-counted', camp: 'main', dropped: 12_000, withGarrison: 8000, between: 0, withBesieger: 4000 }]);
    expect(siege.state.ledger.garrison.air).toMatchObject({ landedWithGarrison: 8000, landedBetween: 0, landedWithBesieger: 4000 });
  });

  it('fall the wider the higher, by the sky', () => {
    const { rules } = airGame(withRules(anAirlift(), { airlift: { scatter: 70, scatterHeight: 200, windClear: 1000, windStorm: 1500 } })).game.scenario;
    expect([200, 600, 1400, 2600].map((height) => sigmaOf(rules, height, 'clear'))).toEqual([110, 190, 350, 590]);
    expect(sigmaOf(rules, 600, 'storm')).toBe(285);
  });

  it('spread by their sigma over many sorties, half of it their aircraft’s own', () => {
    const siege = airGame(withRules(anAirlift(), { airlift: { scatter: 0, scatterHeight: 200, windClear: 1000 } }));
    const { of } = flyTurn(siege, [freight({ sorties: 10, height: 2500 })], drawsOf('spread', 2), false);
    const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
    const spread = (list: readonly number[]): number => Math.sqrt(mean(list.map((value) => (value - mean(list)) ** 2)));
    const own = mean(of('loads-dropped').map(({ east }) => spread(east)));
    const whole = spread(of('loads-dropped').flatMap(({ east }) => east));
    expect(own).toBeGreaterThan(500 * 0.707 * 0.85);
    expect(own).toBeLessThan(500 * 0.707 * 1.15);
    expect(whole).toBeGreaterThan(own);
  });

  it('are smashed when the chute fails, more often from where it is opened by fuse', () => {
    const fails = { airlift: { chuteFails: 60, fuseFails: 130, fuseMetres: 1800 } };
    const middles = Array.from({ length: 8 }, () => 500);
    const rolls = [...middles, ...Array.from({ length: 6 }, () => [...middles, 100]).flat()];
    const smashedFrom = (height: number): readonly number[] => {
      const siege = airGame(withRules(anAirlift(), fails));
      return flyTurn(siege, [freight({ aircraft: 'big', sorties: 1, height })], scriptedDraws({ 'airlift|0.0': rolls }), false).of('loads-dropped')[0]?.smashed ?? [];
    };
    expect(smashedFrom(1800)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(smashedFrom(1801)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe('the book of kilos', () => {
  it('is exact through flak, weather, bad chutes and landings, turn after turn', () => {
    const siege = airGame(withRules(anAirlift(), { airlift: { scatter: 70, scatterHeight: 200, chuteFails: 100 }, flak: { killed: 400, turnedBack: 300 } }));
    for (const turn of [2, 3, 4, 5]) {
      siege.state.turn = turn;
      siege.state.sky.valley = turn % 2 === 0 ? 'rain' : 'clear';
      flyTurn(siege, [freight({ sorties: 4 }), freight({ aircraft: 'big', sorties: 3, cargo: 't105', height: 2600 }), { kind: 'land', aircraft: 'small', sorties: 3, cargo: 'm120', camp: 'main', from: 0 }], drawsOf('kilos', turn));
      expect(gap(siege)).toBe(0);
    }
    expect(siege.state.ledger.garrison.air.despatched).toBeGreaterThan(30_000);
  });

  it('has no line for bundles that were never whole', () => {
    const siege = airGame(anAirlift({ aircraft: [{ ...anAirlift().aircraft[1], id: 'small', loadKilos: 2510, bundles: 25 } as never] }));
    flyTurn(siege, [freight({ sorties: 1 })], lowDraws, false);
    expect(siege.state.ledger.garrison.air.despatched).toBe(2500);
    expect(gap(siege)).toBe(0);
  });
});
