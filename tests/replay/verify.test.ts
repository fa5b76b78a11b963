import { beforeAll, describe, expect, it } from 'vitest';
import { hashState, newGame, playTurnInPlace, RULES_VERSION, SIDES, type GameState, type Order, type SideId } from '../../src/engine/index.ts';
import { differenceProblem } from '../../src/replay/difference.ts';
import type { Replay, ReplayTurn } from '../../src/replay/format.ts';
import { verifyReplay } from '../../src/replay/verify.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { playedAtRandom, playedByCommanders, shipped, type PlayedSiege } from '../helpers/sieges.ts';

let firstNight: LoadedScenario;
let played: PlayedSiege;

beforeAll(async () => {
  firstNight = await shipped('first-night');
  played = playedByCommanders(firstNight, 'verify');
});

/** The replay with other orders of one side in one turn. */
function withOrders(replay: Replay, turn: number, side: SideId, change: (orders: readonly Order[]) => readonly Order[]): Replay {
  const changed = (recorded: ReplayTurn): ReplayTurn => ({ ...recorded, orders: { ...recorded.orders, [side]: change(recorded.orders[side]) } });
  return { ...replay, turns: replay.turns.map((recorded, index) => (index === turn ? changed(recorded) : recorded)) };
}

/** Where each order of a replay stands. */
function everyOrder(replay: Replay): { turn: number; side: SideId; index: number; order: Order }[] {
  return replay.turns.flatMap(({ orders }, turn) => SIDES.flatMap((side) => orders[side].map((order, index) => ({ turn, side, index, order }))));
}

describe('a replay', () => {
  it('agrees with every hash when nothing was changed', () => {
    expect(verifyReplay(played.replay, firstNight)).toEqual({ ok: true, turns: 3, firstDifference: null, difference: null });
  });

  it('differs at its turn when any single order is taken out', () => {
    const places = everyOrder(played.replay);
    expect(places.length).toBeGreaterThan(5);
    for (const { turn, side, index } of places) {
      const result = verifyReplay(withOrders(played.replay, turn, side, (orders) => orders.toSpliced(index, 1)), firstNight);
      expect(result).toMatchObject({ ok: false, turns: turn, firstDifference: { turn, expected: played.replay.turns[turn]?.hash } });
      expect(result.firstDifference?.found).not.toBe(result.firstDifference?.expected);
    }
  });

  it('differs at its turn when one shell of any order is left out', () => {
    const places = everyOrder(played.replay).flatMap((place) => ('rounds' in place.order && place.order.rounds > 1 ? [{ ...place, order: place.order }] : []));
    expect(places.length).toBeGreaterThan(2);
    for (const { turn, side, index, order } of places) {
      const fewer = { ...order, rounds: order.rounds - 1 };
      expect(verifyReplay(withOrders(played.replay, turn, side, (orders) => orders.with(index, fewer)), firstNight).firstDifference?.turn).toBe(turn);
    }
  });

  it('differs at its turn when the orders of a turn stand in another order', () => {
    const places = everyOrder(played.replay).filter(({ index }) => index === 1);
    expect(places.length).toBeGreaterThan(1);
    for (const { turn, side } of places) {
      expect(verifyReplay(withOrders(played.replay, turn, side, (orders) => orders.toReversed()), firstNight).firstDifference?.turn).toBe(turn);
    }
  });

  it('names an order that nobody could have given, and does not play it', () => {
    const order: Order = { kind: 'bombard', target: { kind: 'post', id: 'beatrice-1' }, weapon: 'no-such-gun', rounds: 10, from: 0 };
    const result = verifyReplay(withOrders(played.replay, 1, 'besieger', () => [order]), firstNight);
    expect(result).toMatchObject({ ok: false, turns: 1, firstDifference: { turn: 1, found: null }, difference: { what: 'order', side: 'besieger' } });
    const difference = result.difference;
    expect(difference === null ? '' : differenceProblem('a.json', difference).path).toBe('turns[1].orders.besieger[0].weapon');
  });

  it('says so when it was recorded under other rules or of another scenario', () => {
    const older = { ...played.replay, rules: RULES_VERSION + 1 };
    expect(verifyReplay(older, firstNight).difference).toEqual({ what: 'rules', expected: RULES_VERSION + 1, found: RULES_VERSION });
    const other = { ...firstNight, hash: '0123456789abcdef' };
    expect(verifyReplay(played.replay, other).difference).toEqual({ what: 'scenario', expected: firstNight.hash, found: '0123456789abcdef' });
  });

  it('may end before the siege does, but not go on after it', () => {
    const short = { ...played.replay, turns: played.replay.turns.slice(0, 2) };
    expect(verifyReplay(short, firstNight)).toMatchObject({ ok: true, turns: 2 });
    const [first] = played.replay.turns;
    const long = { ...played.replay, turns: [...played.replay.turns, ...(first === undefined ? [] : [first])] };
    expect(verifyReplay(long, firstNight)).toMatchObject({ ok: false, turns: 3, firstDifference: { turn: 3, found: null }, difference: { what: 'over' } });
  });

  it('differs from the first turn on with another seed', () => {
    expect(verifyReplay({ ...played.replay, seed: 'another' }, firstNight).firstDifference?.turn).toBe(0);
  });
});

describe('a siege', () => {
  it.each(['a', 'b', 'c', 'd', 'e'])('is the same in place, through immer, and through JSON after every turn (seed %s)', (seed) => {
    const { replay, states } = playedAtRandom(firstNight, seed);
    const { game, state } = newGame(firstNight.scenario, seed);
    let interrupted = JSON.parse(JSON.stringify(state)) as GameState;
    for (const [turn, { orders }] of replay.turns.entries()) {
      playTurnInPlace(game, state, orders);
      interrupted = JSON.parse(JSON.stringify(interrupted)) as GameState;
      playTurnInPlace(newGame(firstNight.scenario, seed).game, interrupted, JSON.parse(JSON.stringify(orders)) as typeof orders);
      expect(hashState(state)).toBe(hashState(states[turn + 1]));
      expect(hashState(interrupted)).toBe(hashState(states[turn + 1]));
    }
  });

  it('leaves the states of earlier turns as they were', () => {
    const { replay, states } = playedAtRandom(firstNight, 'frozen');
    const hashes = states.map((state) => hashState(state));
    expect(verifyReplay(replay, firstNight).ok).toBe(true);
    expect(states.map((state) => hashState(state))).toEqual(hashes);
    expect(Object.isFrozen(states[1])).toBe(true);
  });
});
