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

  it('is the same where it goes on from the last drawing because only trench has closed a hex since', { timeout: 120_000 }, async () => {
    const campaign = await shipped('dien-bien-phu');
    const give = commandersOf(campaign, []);
    const { scenario } = campaign;
    const { game, state } = newGame(scenario, 'ring 3');
    const { last } = game.board.ring.paper;
    let wentOn = 0;
    while (state.verdict === null) {
      playTurnInPlace(game, state, give(game, state));
      const before = last.camps;
      const { linked, camps } = ringMap(state, game.board, scenario.rules);
      if (last.camps === before) wentOn += 1;
      const slow = slowRing(state, game.board, scenario.rules, scenario.camps);
      expect({ linked: [...linked].map((one) => one === 1), camps, ground: state.ring.ground, reach: state.ring.reach })
        .toEqual({ linked: slow.linked, camps: slow.camps, ground: [...slow.ground], reach: [...slow.reach] });
    }
    expect(wentOn).toBeGreaterThan(20);
  });
});
