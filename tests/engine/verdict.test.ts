import { describe, expect, it } from 'vitest';
import { reachVerdict } from '../../src/engine/verdict.ts';
import type { Holder, Verdict } from '../../src/engine/index.ts';
import { aGame, aSiege, aTurn } from '../helpers/a-siege.ts';

const TURNS = 6;

/** The verdict at the end of a turn with the two posts that count held so. */
function verdict(turn: number, north: Holder, south: Holder, change: Partial<ReturnType<typeof aSiege>['victory']> = {}): Verdict | null {
  const siege = aSiege();
  const { game, state, at } = aGame({ ...siege, victory: { ...siege.victory, ...change } });
  at.post('north').holder = north;
  at.post('south').holder = south;
  state.turn = turn;
  const { turn: now, told } = aTurn(game, state);
  reachVerdict(state, now);
  expect(told).toEqual(state.verdict === null ? [] : [{ type: 'siege-ended', verdict: state.verdict }]);
  return state.verdict;
}

describe('the verdict', () => {
  it('waits for the last turn, whoever holds what', () => {
    expect(verdict(0, 'besieger', 'besieger')).toBeNull();
    expect(verdict(TURNS - 2, 'garrison', 'garrison')).toBeNull();
  });

  it('goes to the besieger with as many posts as the scenario asks, at the end', () => {
    expect(verdict(TURNS - 1, 'besieger', 'besieger')).toEqual({ winner: 'besieger', turn: TURNS - 1, cause: 'posts-taken' });
  });

  it('goes to him at once where the scenario says so', () => {
    expect(verdict(1, 'besieger', 'besieger', { atOnce: true })).toEqual({ winner: 'besieger', turn: 1, cause: 'posts-taken' });
    expect(verdict(1, 'besieger', 'garrison', { atOnce: true })).toBeNull();
  });

  it('goes to the garrison with enough posts held at the end', () => {
    expect(verdict(TURNS - 1, 'besieger', 'garrison')).toEqual({ winner: 'garrison', turn: TURNS - 1, cause: 'posts-held' });
  });

  it('counts a post in which both sides are as held, an empty one as nobody’s', () => {
    expect(verdict(TURNS - 1, 'besieger', 'contested')?.winner).toBe('garrison');
    expect(verdict(TURNS - 1, 'besieger', 'empty')).toEqual({ winner: 'draw', turn: TURNS - 1, cause: 'time-over' });
  });

  it('is a draw between what the besieger must take and what the garrison must hold', () => {
    expect(verdict(TURNS - 1, 'besieger', 'garrison', { garrisonHolds: 2 })).toEqual({ winner: 'draw', turn: TURNS - 1, cause: 'time-over' });
  });

  it('takes no account of posts that do not count', () => {
    expect(verdict(TURNS - 1, 'garrison', 'besieger', { posts: ['south'], besiegerTakes: 1 })?.winner).toBe('besieger');
  });
});
