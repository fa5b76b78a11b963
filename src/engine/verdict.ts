/** Who has won, by the scenario's own terms. */
import { at, rowOf } from './board.ts';
import type { CampFall } from './state-siege.ts';
import type { GameState, Verdict } from './state.ts';
import type { Turn } from './turn-context.ts';

/**
 * Ends the siege at the end of a turn if it is decided or its time is over. The fall of the first camp decides it; it
 * goes on for as long as another camp still stands.
 */
export function reachVerdict(state: GameState, turn: Turn): void {
  if (state.verdict !== null) return;
  const { victory, calendar } = turn.game.scenario;
  const over = turn.number + 1 >= calendar.turns;
  const fell = state.camps[0]?.fell ?? null;
  if (fell !== null) {
    if (over || state.camps.every(({ stands }) => !stands)) endSiege(state, turn, 'besieger', causeOf(fell));
    return;
  }
  let taken = 0;
  let held = 0;
  for (const id of victory.posts) {
    const { holder } = at(state.posts, rowOf(turn.board.postRow, id));
    if (holder === 'besieger') taken += 1;
    else if (holder !== 'empty') held += 1;
  }
  if (taken >= victory.besiegerTakes && (victory.atOnce || over)) return endSiege(state, turn, 'besieger', 'posts-taken');
  if (!over) return;
  if (held >= victory.garrisonHolds) endSiege(state, turn, 'garrison', 'posts-held');
  else endSiege(state, turn, 'draw', 'time-over');
}

/** How the end of a camp is called in a verdict. */
function causeOf(fell: CampFall): Verdict['cause'] {
  switch (fell) {
    case 'stormed': return 'posts-taken';
    case 'broke-out': return 'broke-out';
    case 'laid-down-arms':
    case 'ceased-fire': return 'laid-down-arms';
  }
}

/** The siege is over. */
export function endSiege(state: GameState, turn: Turn, winner: Verdict['winner'], cause: Verdict['cause']): void {
  state.verdict = { winner, turn: turn.number, cause };
  turn.tell({ type: 'siege-ended', verdict: { ...state.verdict } });
}
