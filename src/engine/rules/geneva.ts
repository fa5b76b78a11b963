/**
 * Geneva: talks far away may end the siege.
 *
 * From the day on which the conference takes the war up there is a chance in every turn that a cease-fire comes into
 * force, by days since that day. A siege that a cease-fire ends is a draw. Source: the scenario's `conference`.
 */
import { along } from '../numbers.ts';
import { happens } from '../random.ts';
import type { GameState } from '../state.ts';
import { dayOf } from '../turn-context.ts';
import type { Turn } from '../turn-context.ts';
import { endSiege } from '../verdict.ts';

/** At the end of a turn. */
export function geneva(state: GameState, turn: Turn): void {
  const { scenario } = turn.game;
  const { conference } = scenario;
  if (conference === null || state.camps[0]?.stands === false) return;
  const since = dayOf(scenario, turn.number) - conference.opensDay;
  if (since < 0) return;
  if (since === 0 && (turn.number === 0 || dayOf(scenario, turn.number - 1) < conference.opensDay)) turn.tell({ type: 'conference-opened' });
  if (!happens(turn.draws('geneva', 'cease-fire'), along(conference.ceasefire, since))) return;
  turn.tell({ type: 'cease-fire' });
  endSiege(state, turn, 'draw', 'cease-fire');
}
