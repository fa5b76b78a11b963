import { expect, it } from 'vitest';
import { newGame, playTurnInPlace, PULSES } from '../../../src/engine/index.ts';
import type { Game, GameState } from '../../../src/engine/index.ts';
import { atRandom, commandersOf } from '../../helpers/campaigns.ts';
import { shipped } from '../../helpers/sieges.ts';

/** Companies whose losses the hour has left uncounted. */
function uncounted({ board }: Game, { units }: GameState): string[] {
  return units.filter((unit, row) => board.units[row]?.side === 'garrison' && unit.men > 0 && (unit.lostLately !== 0 || unit.menBefore !== unit.men)).map(({ id }) => id);
}

it.each(['commanders', 'chance'])('morale passes over no hour in which men were lost or came, whatever the orders of %s', async (whose) => {
  const campaign = await shipped('dien-bien-phu');
  const { game, state } = newGame(campaign.scenario, `quiet hours of ${whose}`);
  const give = whose === 'chance' ? atRandom(60) : commandersOf(campaign, []);
  let hours = 0;
  while (state.verdict === null) {
    let pulse = 0;
    let changes = 0;
    const after = (rule: string): void => {
      if (rule === 'raids') changes = state.ring.changes;
      if (rule !== 'morale' || pulse >= PULSES) return;
      pulse += 1;
      // Men who fall with a post that breaks in this hour are counted in the next.
      if (changes !== state.ring.changes) return;
      hours += 1;
      expect(uncounted(game, state), `turn ${String(state.turn)}, pulse ${String(pulse - 1)}`).toEqual([]);
    };
    playTurnInPlace(game, state, give(game, state), { after });
  }
  expect(hours).toBeGreaterThan(100);
}, 60_000);
