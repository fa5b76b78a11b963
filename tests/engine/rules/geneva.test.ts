import { describe, expect, it } from 'vitest';
import { geneva } from '../../../src/engine/rules/geneva.ts';
import { reachVerdict } from '../../../src/engine/verdict.ts';
import { aGame, aSiege, aTurn, highDraws, lowDraws, scriptedDraws } from '../../helpers/a-siege.ts';

/** Talks that open on the second day and bring a cease-fire likelier by the day. */
function withTalks(): ReturnType<typeof aGame> {
  const siege = aSiege();
  return aGame({ ...siege, conference: { name: siege.title, opensDay: 2, ceasefire: [[0, 5], [10, 500]] } });
}

describe('the talks', () => {
  it('are nothing to a scenario without them', () => {
    const { game, state } = aGame();
    const { turn, told } = aTurn(game, state, { draws: scriptedDraws({}) });
    geneva(state, turn);
    expect(told).toEqual([]);
  });

  it('open on their day, and that is told once', () => {
    const { game, state } = withTalks();
    const told = [0, 1, 2, 3, 4, 5].map((turn) => {
      state.turn = turn;
      const now = aTurn(game, state, { draws: highDraws });
      geneva(state, now.turn);
      return now.told.map(({ type }) => type);
    });
    // The siege begins by night: turn 3 is the first of its second day.
    expect(told).toEqual([[], [], [], ['conference-opened'], [], []]);
  });

  it('may bring a cease-fire, and then the siege is a draw', () => {
    const { game, state } = withTalks();
    state.turn = 4;
    const { turn, told } = aTurn(game, state, { draws: lowDraws });
    geneva(state, turn);
    expect(told.map(({ type }) => type)).toEqual(['cease-fire', 'siege-ended']);
    expect(state.verdict).toEqual({ winner: 'draw', turn: 4, cause: 'cease-fire' });
    reachVerdict(state, turn);
    expect(state.verdict?.cause).toBe('cease-fire');
  });

  it('come too late for a camp that has fallen', () => {
    const { game, state, at } = withTalks();
    state.turn = 4;
    Object.assign(at.camp('main'), { stands: false, fell: 'stormed' });
    geneva(state, aTurn(game, state, { draws: scriptedDraws({}) }).turn);
    expect(state.verdict).toBeNull();
  });
});
