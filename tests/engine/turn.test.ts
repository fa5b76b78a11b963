import { beforeAll, describe, expect, it } from 'vitest';
import { hashState, newGame, playTurn, playTurnInPlace, talliesOf } from '../../src/engine/index.ts';
import type { SiegeEvent } from '../../src/engine/index.ts';
import { copyOf, settle } from '../../src/engine/settle.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { plannedOrders, shipped } from '../helpers/sieges.ts';
import { aGame, aSiege } from '../helpers/a-siege.ts';

let night: LoadedScenario;
beforeAll(async () => {
  night = await shipped('first-night');
});

describe('a turn', () => {
  it('comes to the same in place and through immer, with the state sent through JSON between', () => {
    const { game, state: start } = newGame(night.scenario, '7');
    let kept = start;
    let moved = copyOf(start);
    while (kept.verdict === null) {
      const orders = plannedOrders(night, game, kept, '7');
      kept = playTurn(game, kept, orders).state;
      playTurnInPlace(game, moved, orders);
      moved = JSON.parse(JSON.stringify(moved)) as typeof moved;
      expect(hashState(moved)).toBe(hashState(kept));
    }
  });

  it('leaves the old state as it was, shares what did not change and freezes the new one', () => {
    const { game, state } = aGame();
    const before = hashState(state);
    const { state: next } = playTurn(game, state, { garrison: [], besieger: [] });
    expect(hashState(state)).toBe(before);
    expect(next.ground).toBe(state.ground);
    expect(() => { next.turn = 99; }).toThrow();
  });

  it('is not played once the siege is over', () => {
    const { game, state } = aGame();
    state.verdict = { winner: 'draw', turn: 0, cause: 'time-over' };
    expect(() => playTurnInPlace(game, state, { garrison: [], besieger: [] })).toThrow('the siege is over');
  });

  it('moves no roll of a battery when another battery joins', () => {
    const more = night.scenario.batteries.filter(({ id }) => id === 'battery-806').map((battery) => ({ ...battery, id: 'battery-x' }));
    const told = (scenario: typeof night.scenario): string[] => {
      const { game, state } = newGame(scenario, 'streams');
      const events = playTurnInPlace(game, state, { garrison: [], besieger: [] });
      return events.filter(({ type }) => type === 'men-deserted' || type === 'sky-changed').map((event) => JSON.stringify(event));
    };
    expect(told({ ...night.scenario, batteries: [...night.scenario.batteries, ...more] })).toEqual(told(night.scenario));
  });
});

describe('settling a played copy', () => {
  it('makes the old tree equal to the new, and keeps every branch that did not change', () => {
    const before = { a: [1, 2, 3], b: { c: 1, d: [4] }, e: null, gone: 1 } as Record<string, unknown>;
    const played = { a: [1, 2, 3], b: { c: 2, d: [4] }, e: [1], fresh: 'x' };
    const draft: Record<string, unknown> = { ...before, b: { ...(before['b'] as object) } };
    settle(draft, before, played);
    expect(draft).toEqual(played);
    expect(draft['a']).toBe(before['a']);
  });
});

describe('the verdict', () => {
  const play = (change: Parameters<typeof aSiege>[0], arrange: (siege: ReturnType<typeof aGame>) => void): { winner: string | undefined; turns: number } => {
    const siege = aGame(aSiege({ calendar: { firstDay: '1954-03-13', firstPhase: 'night', turns: 2 }, ...change }));
    arrange(siege);
    while (siege.state.verdict === null) playTurnInPlace(siege.game, siege.state, { garrison: [], besieger: [] });
    return { winner: siege.state.verdict.winner, turns: siege.state.turn };
  };
  const taken = (...posts: string[]) => (siege: ReturnType<typeof aGame>): void => {
    for (const id of posts) {
      Object.assign(siege.at.post(id), { holder: 'besieger', heldSince: -5 });
      for (const unit of siege.state.units) if (unit.post === id) Object.assign(unit, { post: 'camp' });
    }
  };

  it('goes to the besieger with all that count, at the end or at once, as the scenario says', () => {
    expect(play({}, taken('north', 'south'))).toEqual({ winner: 'besieger', turns: 2 });
    expect(play({ victory: { posts: ['north'], besiegerTakes: 1, garrisonHolds: 1, atOnce: true } }, taken('north'))).toEqual({ winner: 'besieger', turns: 1 });
  });

  it('goes to the garrison with enough held, and to neither in between', () => {
    expect(play({}, taken('north'))).toEqual({ winner: 'garrison', turns: 2 });
    expect(play({ victory: { posts: ['north', 'south'], besiegerTakes: 2, garrisonHolds: 2, atOnce: false } }, taken('north'))).toEqual({ winner: 'draw', turns: 2 });
  });
});

describe('the tallies', () => {
  it('say when a post was lost, by the calendar, and how long the posts that count held', () => {
    const { game, state, at } = aGame();
    for (const id of ['north', 'south']) at.post(id).holder = 'besieger';
    const events: SiegeEvent[] = [
      { type: 'assault-began', side: 'besieger', post: 'north', lead: ['red-1'], men: 570, jumpOffMetres: 100, turn: 0, pulse: 1 },
      { type: 'holder-changed', post: 'north', from: 'garrison', to: 'besieger', cause: 'stormed', turn: 0, pulse: 5 },
      { type: 'holder-changed', post: 'south', from: 'garrison', to: 'besieger', cause: 'broke', turn: 0, pulse: 6 },
    ];
    const tallies = talliesOf(game, state, events);
    expect(tallies.hoursToFall).toBe(6);
    expect(tallies.posts.map(({ id, lostDay }) => [id, lostDay])).toEqual([['camp', null], ['north', 0], ['south', 1]]);
    expect(tallies.fallDay).toBeNull();
  });
});
