/** A session as a saved game. */
import { RULES_VERSION } from '../engine/index.ts';
import { SAVED_FORMAT, type SavedGame } from '../replay/saved-format.ts';
import type { Session } from './session.ts';

/** Everything needed to go on with this game: all lines, the place looked at, the orders being drawn up. */
export function savedGame(session: Session): SavedGame {
  const { source, seed, commanders } = session.setup;
  const left = session.leftToStaff;
  const head = { kind: 'saved-game', format: SAVED_FORMAT, rules: RULES_VERSION, scenario: source, seed } as const;
  return { ...head, side: session.side, mode: session.mode, commanders, ...session.recorded(), draft: session.orders, ...(left.length > 0 ? { left } : {}) };
}
