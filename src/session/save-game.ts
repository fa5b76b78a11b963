/** A session as a saved game. */
import { RULES_VERSION } from '../engine/index.ts';
import { SAVED_FORMAT, type SavedGame, type SavedLine } from '../replay/saved-format.ts';
import type { Session } from './session.ts';
import type { Line } from './timeline.ts';

/** Everything needed to go on with this game: all lines, the place looked at, the orders being drawn up. */
export function savedGame(session: Session): SavedGame {
  const { source, seed, commanders } = session.setup;
  const { lines, line, at } = session.timeline;
  return {
    kind: 'saved-game', format: SAVED_FORMAT, rules: RULES_VERSION, scenario: source, seed, side: session.side, mode: session.mode,
    commanders, lines: lines.map(savedLine), line, at, draft: session.orders,
  };
}

/** Turns before the fork stand with the line it left. */
function savedLine({ fork, turns }: Pick<Line, 'fork' | 'turns'>): SavedLine {
  return { fork, turns: turns.slice(fork?.turns ?? 0).map(({ orders, hash }) => ({ orders, hash })) };
}
