import { describe, expect, it } from 'vitest';
import type { Order } from '../../../src/engine/index.ts';
import { dangerNow } from '../../../src/engine/strip-danger.ts';
import { aTurn, evenDraws, highDraws, lowDraws, withRules } from '../../helpers/a-siege.ts';
import { airGame, anAirlift, flyTurn } from '../../helpers/an-airlift.ts';

const land = (change: Partial<Extract<Order, { kind: 'land' }>> = {}): Order =>
  ({ kind: 'land', aircraft: 'small', sorties: 2, cargo: 't105', camp: 'main', from: 0, ...change });

/** A game in which the besieger's guns have nothing to fire, so that the strip is safe by day. */
function quiet(): ReturnType<typeof airGame> {
  const siege = airGame();
  for (const battery of siege.state.batteries) battery.ready = 0;
  for (const hex of siege.state.ground.trench.keys()) siege.state.ground.trench[hex] = 0;
  return siege;
}

function strip({ state }: ReturnType<typeof airGame>): ReturnType<typeof airGame>['state']['air']['strips'][number] {
  const [only] = state.air.strips;
  if (only === undefined) throw new Error('no strip');
  return only;
}

/** The nearest hex about the strip that is at least so many metres from it. */
function hexFrom({ game }: ReturnType<typeof airGame>, metres: number): number {
  const [ground] = game.board.strips;
  return ground?.about[ground.aboutMetres.findIndex((one) => one >= metres)] ?? -1;
}

function dangerOf({ game, state }: ReturnType<typeof airGame>): number {
  return dangerNow(state, aTurn(game, state).turn, 0);
}

describe('an aircraft that lands', () => {
  it('brings its load into the camp’s dump at once, whole rounds by weight', () => {
    const siege = quiet();
    const column = siege.game.board.weaponRow.t105 ?? -1;
    const before = siege.state.dumps[0]?.rounds[column] ?? 0;
    const { of } = flyTurn(siege, [land()], evenDraws, false);
    const rounds = 2 * Math.floor(2_500_000 / (siege.game.scenario.rules.weapons.t105?.grams ?? 1));
    expect(siege.state.dumps[0]?.rounds[column]).toBe(before + rounds);
    expect(siege.state.ledger.garrison.broughtRounds[column]).toBe(rounds);
    expect(siege.state.ledger.garrison.air).toMatchObject({ landings: 2, despatched: 5000, recovered: 5000, dropped: 0 });
    expect(of('aircraft-landed')).toHaveLength(2);
    expect(strip(siege)).toMatchObject({ lastLanding: 2, lastTraffic: 2 });
  });

  it('brings goods by the kilo', () => {
    const siege = quiet();
    const before = siege.state.dumps[0]?.goods[1] ?? 0;
    flyTurn(siege, [land({ sorties: 1, cargo: 'medical' })], evenDraws, false);
    expect(siege.state.dumps[0]?.goods[1]).toBe(before + 2500);
    expect(strip(siege)).toMatchObject({ lastLanding: 2, lastTraffic: -1 });
  });

  it('carries badly wounded men out, as many as it holds', () => {
    const siege = quiet();
    const [camp] = siege.state.camps;
    if (camp === undefined) throw new Error('no camp');
    Object.assign(camp, { serious: 30, light: 10 });
    const { of } = flyTurn(siege, [land()], evenDraws, false);
    expect(of('aircraft-landed').map(({ evacuated }) => evacuated)).toEqual([24, 6]);
    expect(camp).toMatchObject({ serious: 0, light: 10 });
    expect(siege.state.ledger.garrison.evacuated).toBe(30);
  });

  it('is turned away by craters, with its load', () => {
    const siege = quiet();
    strip(siege).craters = 600;
    const { of } = flyTurn(siege, [land({ sorties: 1 })], lowDraws, false);
    expect(of('landing-failed')).toEqual([{ type: 'landing-failed', strip: 'strip', aircraft: 'small' }]);
    expect(siege.state.ledger.garrison.air).toMatchObject({ landings: 0, aborted: 2500 });
  });

  it('may be burnt on the ground with all it brought, and takes nobody out', () => {
    const siege = airGame();
    const [camp] = siege.state.camps;
    if (camp === undefined) throw new Error('no camp');
    camp.serious = 30;
    const { of } = flyTurn(siege, [land({ sorties: 1 })], lowDraws, false);
    expect(of('aircraft-burnt')).toEqual([{ type: 'aircraft-burnt', aircraft: 'small', strip: 'strip', kilos: 2500 }]);
    expect(siege.state.ledger.garrison.air).toMatchObject({ landings: 0, lostWithAircraft: 2500, aircraftLostOnGround: 1, aircraftLost: 0 });
    expect(camp.serious).toBe(30);
  });

  it('does not come to a strip that is closed, cut, or open by night alone', () => {
    const told = (use: 'night' | 'closed' | 'cut', turn: number): unknown[] => {
      const siege = quiet();
      strip(siege).use = use;
      siege.state.turn = turn;
      return flyTurn(siege, [land({ sorties: 1 })], highDraws, false).told.map(({ type }) => type);
    };
    expect([told('closed', 3), told('cut', 3), told('night', 2)].map((types) => types[0])).toEqual(['order-void', 'order-void', 'order-void']);
    expect(told('night', 3)).toContain('aircraft-landed');
  });
});

describe('the danger on a strip', () => {
  it('by day is that of the guns that reach it, if somebody sees it', () => {
    const siege = airGame();
    const [curve] = [siege.game.scenario.rules.strip.dayDanger];
    const tubes = 8;
    expect(siege.at.battery('cave').tubes + siege.at.battery('mortars').tubes).toBe(tubes);
    const danger = dangerOf(siege);
    expect(danger).toBeGreaterThan(curve[2]?.[1] ?? 0);
    expect(danger).toBeLessThan(curve[3]?.[1] ?? 0);
    siege.at.battery('cave').ready = 0;
    expect(dangerOf(siege)).toBeLessThan(danger);
    siege.state.sky.valley = 'storm';
    for (const approach of siege.state.approaches) approach.dugMetres = 0;
    expect(dangerOf(siege)).toBe(0);
  });

  it('by night grows as trench comes near, and with a lost post that looks on', () => {
    const siege = quiet();
    siege.state.turn = 3;
    const far = dangerOf(siege);
    siege.state.ground.trench[hexFrom(siege, 501)] = 200;
    const nearer = dangerOf(siege);
    siege.state.ground.trench[hexFrom(siege, 151)] = 200;
    const near = dangerOf(siege);
    expect(far).toBeLessThan(nearer);
    expect(nearer).toBeLessThan(near);
    siege.at.post('south').holder = 'besieger';
    expect(dangerOf(siege)).toBe(near + siege.game.scenario.rules.strip.watched);
  });
});

describe('what a strip is good for', () => {
  it('by day ends with an aircraft burnt on it, and the night goes on', () => {
    const siege = airGame();
    const { of } = flyTurn(siege, [land({ sorties: 1 })], lowDraws, false);
    expect(of('strip-changed')).toEqual([{ type: 'strip-changed', strip: 'strip', from: 'open', to: 'night', craters: 0 }]);
  });

  it('by day ends with shells on it, as long as guns could do so again', () => {
    const siege = airGame();
    strip(siege).craters = 20;
    flyTurn(siege, [], evenDraws, false);
    expect(strip(siege).use).toBe('night');
    const calm = quiet();
    strip(calm).craters = 20;
    flyTurn(calm, [], evenDraws, false);
    expect(strip(calm).use).toBe('open');
  });

  it('stays open while nothing has come of the guns that see it', () => {
    const siege = airGame();
    flyTurn(siege, [land({ sorties: 3 })], highDraws, false);
    expect(strip(siege).use).toBe('open');
  });

  it('by night ends when trench is near, sooner after an aircraft has burnt', () => {
    const at = (metres: number, draws = highDraws): string => {
      const siege = airGame(withRules(anAirlift(), { strip: { fullGuns: 8 } }));
      siege.state.turn = 3;
      strip(siege).use = 'night';
      siege.state.ground.trench = siege.state.ground.trench.map(() => 0);
      siege.state.ground.trench[hexFrom(siege, metres)] = 60;
      flyTurn(siege, [land({ sorties: 1 })], draws, false);
      return strip(siege).use;
    };
    expect([at(60), at(130), at(1000)]).toEqual(['closed', 'night', 'night']);
    expect([at(130, lowDraws), at(1000, lowDraws)]).toEqual(['closed', 'night']);
  });

  it('is cut by trench across the runway, and that turn is kept', () => {
    const siege = airGame();
    const [hex] = siege.game.board.strips[0]?.hexes.slice(2, 3) ?? [];
    siege.state.ground.trench[hex ?? -1] = siege.game.scenario.rules.ring.closeMetres;
    const { of } = flyTurn(siege, [], evenDraws, false);
    expect(of('strip-changed')[0]).toMatchObject({ from: 'open', to: 'cut' });
    expect(strip(siege).cutTurn).toBe(2);
    siege.state.ground.trench[hex ?? -1] = 0;
    siege.state.turn = 4;
    flyTurn(siege, [], evenDraws, false);
    expect(strip(siege).use).not.toBe('cut');
    expect(strip(siege).cutTurn).toBe(2);
  });

  it('is closed by craters until the nights have filled them in', () => {
    const siege = quiet();
    strip(siege).craters = 900;
    const uses: string[] = [];
    for (let turn = 2; turn < 8; turn += 1) {
      siege.state.turn = turn;
      flyTurn(siege, [], evenDraws, false);
      uses.push(`${strip(siege).use} ${String(strip(siege).craters)}`);
    }
    expect(uses).toEqual(['closed 900', 'closed 675', 'open 675', 'open 507', 'open 507', 'open 381']);
  });

  it('is not asked of a camp that has fallen', () => {
    const siege = airGame(anAirlift());
    const [camp] = siege.state.camps;
    if (camp === undefined) throw new Error('no camp');
    camp.stands = false;
    strip(siege).craters = 900;
    expect(flyTurn(siege, [], evenDraws, false).told).toEqual([]);
  });
});
