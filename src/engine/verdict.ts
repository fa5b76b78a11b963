/** Who has won, by the scenario's own terms. */
import { at, rowOf } from './board.ts';
import type { GameState, Verdict } from './state.ts';
import type { Turn } from './turn-context.ts';

/** Ends the siege at the end of a turn if it is decided or its time is over. */
export function reachVerdict(state: GameState, turn: Turn): void {
  const { victory, calendar } = turn.game.scenario;
  const posts = victory.posts.map((id) => at(state.posts, rowOf(turn.board.postRow, id)));
  const taken = posts.filter((post) => post.holder === 'besieger').length;
  const held = posts.filter((post) => post.holder === 'garrison' || post.holder === 'contested').length;
  const over = turn.number + 1 >= calendar.turns;
  if (taken >= victory.besiegerTakes && (victory.atOnce || over)) return end(state, turn, 'besieger', 'posts-taken');
  if (!over) return;
  if (held >= victory.garrisonHolds) end(state, turn, 'garrison', 'posts-held');
  else end(state, turn, 'draw', 'time-over');
}

function end(state: GameState, turn: Turn, winner: Verdict['winner'], cause: Verdict['cause']): void {
  state.verdict = { winner, turn: turn.number, cause };
  turn.tell({ type: 'siege-ended', verdict: { ...state.verdict } });
}
