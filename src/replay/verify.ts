/** Whether a replay, played again, is the same siege to the last man. */
import { playTurnInPlace } from '../engine/index.ts';
import type { Replay } from './format.ts';
import { playback, type Difference, type HashedScenario, type PlayStep } from './playback.ts';

export interface Verification {
  readonly ok: boolean;
  /** Turns that agree with their hash. */
  readonly turns: number;
  /** `found` is null where the turn could not be played at all. */
  readonly firstDifference: { readonly turn: number; readonly expected: string; readonly found: string | null } | null;
  /** The reason; null when the replay agrees. */
  readonly difference: Difference | null;
}

/**
 * Replays and compares every hash. The turns are played in place, while games are recorded through immer: a
 * rule that behaved differently in the two would show here.
 */
export function verifyReplay(replay: Replay, scenario: HashedScenario): Verification {
  const turns = playback(replay, scenario, inPlace);
  let agreed = 0;
  for (;;) {
    const next = turns.next();
    if (next.done !== true) {
      agreed += 1;
      continue;
    }
    const difference = next.value;
    return { ok: difference === null, turns: agreed, firstDifference: firstDifference(replay, difference), difference };
  }
}

const inPlace: PlayStep = (game, state, orders) => ({ events: playTurnInPlace(game, state, orders), state });

function firstDifference(replay: Replay, difference: Difference | null): Verification['firstDifference'] {
  if (difference === null || !('turn' in difference)) return null;
  const expected = replay.turns[difference.turn]?.hash ?? '';
  return { turn: difference.turn, expected, found: difference.what === 'hash' ? difference.found : null };
}
