import { describe, expect, it } from 'vitest';
import { newGame, playTurnInPlace, ringMap, type Game, type GameState } from '../../src/engine/index.ts';
import { commandersOf } from '../helpers/campaigns.ts';
import { shipped } from '../helpers/sieges.ts';
import { slowRing } from '../helpers/slow-ring.ts';

/** The ring of a state by the engine's drawing, on a copy, and by the plain one. */
function bothRings({ board, scenario }: Game, state: GameState): { quick: unknown; slow: unknown } {
  const copy = structuredClone(state);
  const { linked, camps } = ringMap(copy, board, scenario.rules);
  const slow = slowRing(state, board, scenario.rules, scenario.camps);
  return {
    quick: { linked: [...linked].map((one) => one === 1), camps, ground: copy.ring.ground, reach: copy.ring.reach },
    slow: { linked: slow.linked, camps: slow.camps, ground: [...slow.ground], reach: [...slow.reach] },
  };
}

describe('the ring as it is drawn', () => {
  it('is what spreading over the whole map makes of it, turn by turn, in two sieges played by turns on one board', { timeout: 120_000 }, async () => {
    const campaign = await shipped('dien-bien-phu');
    const give = commandersOf(campaign, []);
    const first = newGame(campaign.scenario, 'ring 1');
    const second = newGame(campaign.scenario, 'ring 2', first.game);
    let compared = 0;
    for (const { game, state } of Array.from({ length: 80 }, (_, turn) => (turn % 2 === 0 ? first : second))) {
      if (state.verdict !== null) continue;
      playTurnInPlace(game, state, give(game, state));
      const { quick, slow } = bothRings(game, state);
      expect(quick).toEqual(slow);
      compared += 1;
    }
    expect(compared).toBe(80);
  });
});
