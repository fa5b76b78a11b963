import { describe, expect, it } from 'vitest';
import { airStrikes } from '../../../src/engine/rules/air-strikes.ts';
import { headHex } from '../../../src/engine/watch.ts';
import type { Order, Scenario, SiegeEvent } from '../../../src/engine/index.ts';
import type { Flight, Turn } from '../../../src/engine/turn-context.ts';
import { aGame, aSiege, aTurn, evenDraws, highDraws, lowDraws, scriptedDraws } from '../../helpers/a-siege.ts';
import type { Draws } from '../../../src/engine/index.ts';

type Strike = Extract<Order, { kind: 'strike' }>;

const SUPPLIED: Partial<Scenario> = {
  supplyLine: { id: 'line', dump: 'outside', porters: 1000, rounds: {}, foodKilos: 0, recruits: [[0, 0]], pool: 0, recruitQuality: 760 },
};

/** A flak battery of the besieger instead of his mortars. */
const FLAK: Partial<Scenario> = {
  rules: { ...aSiege().rules, weapons: { ...aSiege().rules.weapons, m120: { ...weaponOf('m120'), flak: 1000 } } },
};

function weaponOf(id: string): Scenario['rules']['weapons'][string] {
  const weapon = aSiege().rules.weapons[id];
  if (weapon === undefined) throw new Error(`no weapon ${id}`);
  return weapon;
}

/** A siege by day in whose first hour so many aircraft are over a target. */
function struck(target: Strike['target'], sorties: number, given: { change?: Partial<Scenario>; draws?: Draws; night?: boolean; arrange?: (siege: ReturnType<typeof aGame>) => void } = {}): ReturnType<typeof aGame> & { of: ReturnType<typeof aTurn>['of']; turn: Turn } {
  const siege = aGame(aSiege(given.change ?? {}));
  if (given.night !== true) siege.state.turn = 1;
  given.arrange?.(siege);
  const order: Strike = { kind: 'strike', aircraft: 'fighter', sorties, target, from: 0 };
  const { turn, of } = aTurn(siege.game, siege.state, { orders: { garrison: [order] }, draws: given.draws ?? evenDraws });
  for (let number = 0; number < sorties; number += 1) fly(turn, flight(turn, number));
  airStrikes(siege.state, turn);
  return { ...siege, of, turn };
}

function fly(turn: Turn, ...flights: readonly Flight[]): void {
  for (const one of flights) (turn.flights[one.pulse] ??= []).push(one);
}

function flight(turn: Turn, number: number, fate: Flight['fate'] = 'flying', pulse = 0): Flight {
  const [given] = turn.given;
  if (given === undefined) throw new Error('no order to fly on');
  return {
    given, number, aircraft: 'fighter', fleet: 0, campRow: -1, unitRow: -1, purpose: 'strike', pulse, height: 300, camp: null,
    east: 1400, north: 1384, kilos: 0, men: 0, fate,
  };
}

function casualtiesOf({ of }: { of: (type: SiegeEvent['type']) => readonly object[] }): number {
  const [flown] = of('strike-flown');
  return flown !== undefined && 'casualties' in flown ? Number(flown.casualties) : -1;
}

describe('a strike on a trench', () => {
  it('hurts the men about its head, fills a little of it in, and is told', () => {
    const siege = struck({ kind: 'approach', id: 'sap' }, 10, { arrange: crowd });
    const { men } = siege.game.scenario.rules['air-strikes'];
    const lost = 2 * 570 - siege.at.unit('red-1').men - siege.at.unit('red-2').men;
    expect(lost).toBeGreaterThan(0);
    expect(lost).toBeLessThanOrEqual((10 * men) / 1000);
    expect(siege.state.ledger.besieger.byCause['air-strike']).toBe(lost);
    expect(siege.of('strike-flown')).toEqual([{ type: 'strike-flown', aircraft: 'fighter', target: 'approach', id: 'sap', sorties: 10, casualties: lost }]);
  });

  it('fills trench in', () => {
    const before = aGame();
    const hex = headHex(before.state.approaches[0] ?? { path: [0], lengthMetres: 0, dugMetres: 0 });
    const deep = (siege: ReturnType<typeof aGame>): void => {
      siege.state.ground.trench[hex] = 500;
    };
    const siege = struck({ kind: 'approach', id: 'sap' }, 10, { arrange: deep });
    expect(siege.state.ground.trench[hex]).toBe(500 - 10 * siege.game.scenario.rules['air-strikes'].fill);
  });

  it('hurts nobody where nobody is, and fewer by night or where few are', () => {
    const far = (siege: ReturnType<typeof aGame>): void => {
      for (const id of ['red-1', 'red-2']) siege.at.unit(id).hex = 0;
    };
    const few = (siege: ReturnType<typeof aGame>): void => {
      crowd(siege);
      siege.at.unit('red-1').hex = 0;
      siege.at.unit('red-2').men = 100;
    };
    const on = (arrange: (siege: ReturnType<typeof aGame>) => void, night = false): number => casualtiesOf(struck({ kind: 'approach', id: 'sap' }, 40, { arrange, night }));
    expect(on(far)).toBe(0);
    expect(on(few)).toBeLessThan(on(crowd) / 2);
    expect(on(crowd, true)).toBeLessThan(on(crowd));
    expect(on(crowd, true)).toBeGreaterThan(0);
  });

  it('spares men inside a post', () => {
    const lodged = (siege: ReturnType<typeof aGame>): void => {
      crowd(siege);
      for (const id of ['red-1', 'red-2']) siege.at.unit(id).post = 'north';
    };
    expect(casualtiesOf(struck({ kind: 'approach', id: 'sap' }, 40, { arrange: lodged }))).toBe(0);
  });

  it('finds nothing where the trench is no more', () => {
    expect(casualtiesOf(struck({ kind: 'approach', id: 'none' }, 10, { arrange: crowd }))).toBe(0);
  });
});

describe('a strike on a gun', () => {
  /** The garrison has a fix on the besieger’s gun, so many metres off. */
  const fixed = (errorMetres: number, cover: 'pit' | 'casemate' | 'hidden' = 'pit') => (siege: ReturnType<typeof aGame>): void => {
    const battery = siege.at.battery('cave');
    battery.cover = cover;
    siege.state.known.garrison.fixes.push({ id: 'fix-9', battery: 'cave', weapon: 't105', east: battery.east, north: battery.north, errorMetres, how: 'flash', turn: 0 });
  };

  it('may hit a tube, with those who serve it', () => {
    const siege = struck({ kind: 'fix', id: 'fix-9' }, 40, { arrange: fixed(0) });
    expect(siege.at.battery('cave').tubes).toBeLessThan(4);
    expect(siege.of('battery-hit')).toHaveLength(1);
    expect(siege.state.ledger.besieger.byCause['air-strike']).toBe(casualtiesOf(siege));
    expect(casualtiesOf(siege)).toBeGreaterThan(0);
  });

  it('pins the crews', () => {
    const siege = struck({ kind: 'fix', id: 'fix-9' }, 10, { arrange: fixed(0), draws: lowDraws });
    expect(siege.at.battery('cave').pinnedUntil).toBe(12 + siege.game.scenario.rules['air-strikes'].pinPulses);
    expect(siege.of('battery-pinned')).toHaveLength(1);
  });

  it('does next to nothing to a casemate', () => {
    const siege = struck({ kind: 'fix', id: 'fix-9' }, 40, { arrange: fixed(0, 'casemate') });
    expect(siege.at.battery('cave').tubes).toBe(4);
  });

  it('misses where the fix is wrong or the gun has gone', () => {
    const gone = (siege: ReturnType<typeof aGame>): void => {
      fixed(0)(siege);
      siege.at.battery('cave').east -= 2500;
    };
    const hits = (arrange: (siege: ReturnType<typeof aGame>) => void): number => 4 - struck({ kind: 'fix', id: 'fix-9' }, 60, { arrange }).at.battery('cave').tubes;
    expect(hits(fixed(600))).toBeLessThan(hits(fixed(0)));
    expect(hits(gone)).toBeLessThan(hits(fixed(0)));
  });

  it('finds nothing on a fix that is no more', () => {
    expect(casualtiesOf(struck({ kind: 'fix', id: 'none' }, 10))).toBe(0);
  });
});

describe('a strike on flak', () => {
  it('keeps batteries round the run-in down for some hours', () => {
    const siege = struck({ kind: 'flak' }, 1, { change: FLAK, draws: lowDraws });
    const { flakPulses } = siege.game.scenario.rules['air-strikes'];
    expect(siege.at.battery('mortars').pinnedUntil).toBe(12 + flakPulses);
    expect(siege.at.battery('cave').pinnedUntil).toBe(0);
  });

  it('hits a tube now and then', () => {
    const siege = struck({ kind: 'flak' }, 1, { change: FLAK, draws: scriptedDraws({ 'air-strikes|0': [0, 0, 0, 999] }) });
    expect(siege.at.battery('mortars')).toMatchObject({ tubes: 3, damaged: 1 });
  });

  it('does nothing to flak that is on the road or out of reach, and to guns that fire at the ground', () => {
    const moving = (siege: ReturnType<typeof aGame>): void => {
      siege.at.battery('mortars').movingUntil = 999;
    };
    const far = (siege: ReturnType<typeof aGame>): void => {
      siege.at.battery('mortars').east = 90_000;
    };
    for (const arrange of [moving, far]) expect(struck({ kind: 'flak' }, 5, { change: FLAK, draws: lowDraws, arrange }).of('battery-pinned')).toEqual([]);
    expect(struck({ kind: 'flak' }, 5, { draws: lowDraws }).of('battery-pinned')).toEqual([]);
  });
});

describe('a strike on the roads', () => {
  it('breaks them and costs carriers, who are counted apart from soldiers', () => {
    const siege = struck({ kind: 'road' }, 20, { change: SUPPLIED });
    const { road, porters } = siege.game.scenario.rules['air-strikes'];
    const lost = (20 * porters) / 1000;
    expect(siege.state.rear).toMatchObject({ road: 1000 - (20 * road) / 100, porters: 1000 - lost });
    expect(siege.state.ledger.besieger).toMatchObject({ labourersLost: lost, killed: 0 });
    expect(siege.of('road-bombed')).toEqual([{ type: 'road-bombed', road: siege.state.rear.road, sorties: 20, portersLost: lost }]);
  });

  it('takes a part of what is whole, so that roads are never cut for good', () => {
    const worn = (siege: ReturnType<typeof aGame>): void => {
      siege.state.rear.road = 200;
    };
    const siege = struck({ kind: 'road' }, 20, { change: SUPPLIED, arrange: worn });
    expect(siege.state.rear.road).toBe(200 - Math.floor((200 * (20 * siege.game.scenario.rules['air-strikes'].road) / 100) / 1000));
  });

  it('finds nothing where nothing comes by road', () => {
    expect(struck({ kind: 'road' }, 20).state.rear.road).toBe(1000);
  });
});

describe('the hour of a strike', () => {
  it('is that of its flights, and what flak has stopped does not strike', () => {
    const siege = aGame(aSiege(SUPPLIED));
    siege.state.turn = 1;
    const order: Strike = { kind: 'strike', aircraft: 'fighter', sorties: 4, target: { kind: 'road' }, from: 0 };
    const { turn, of } = aTurn(siege.game, siege.state, { orders: { garrison: [order] } });
    fly(turn, flight(turn, 0), flight(turn, 1, 'lost'), flight(turn, 2, 'turned-back'), flight(turn, 3, 'flying', 5));
    airStrikes(siege.state, turn);
    turn.pulse = 1;
    airStrikes(siege.state, turn);
    expect(of('strike-flown')).toMatchObject([{ sorties: 1 }]);
    expect(turn.flights.flatMap((flights) => flights ?? []).map(({ fate }) => fate)).toEqual(['done', 'lost', 'turned-back', 'flying']);
  });

  it('asks for no luck while nothing flies', () => {
    const siege = aGame();
    const { turn, told } = aTurn(siege.game, siege.state, { draws: highDraws });
    airStrikes(siege.state, turn);
    expect(told).toEqual([]);
  });
});

/** Both battalions stand about the head of the sap. */
function crowd({ at, state }: ReturnType<typeof aGame>): void {
  const [approach] = state.approaches;
  if (approach === undefined) throw new Error('no approach');
  for (const id of ['red-1', 'red-2']) at.unit(id).hex = headHex(approach);
}
