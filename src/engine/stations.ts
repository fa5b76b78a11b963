/** Where units stand, by rows. */
import { at, rowOf } from './board.ts';
import type { Board } from './board.ts';
import { rowsWhere } from './side-rows.ts';
import type { GameState, UnitState } from './state.ts';
import type { Turn, Where } from './turn-context.ts';

/** The row of the post that a unit stands in; -1 where it stands in none. It is looked for first where it was last found. */
export function postRowOf(state: GameState, board: Board, row: number, unit: UnitState): number {
  const { post } = unit;
  if (post === null) return -1;
  const { foundIn } = board.battleOrder;
  const last = foundIn[row] ?? -1;
  if (state.posts[last]?.id === post) return last;
  const now = rowOf(board.postRow, post);
  foundIn[row] = now;
  return now;
}

/** Where the units stand in this turn. */
export function whereOf(state: GameState, turn: Turn): Where {
  return (turn.where ??= lookForAll(state, turn.board));
}

function lookForAll(state: GameState, board: Board): Where {
  const post: number[] = [];
  const struck: number[] = [];
  for (let row = 0; row < state.units.length; row += 1) {
    const here = postRowOf(state, board, row, at(state.units, row));
    post.push(here < 0 ? state.posts.length : here);
    struck.push(0);
  }
  return { post, struck, camp: null };
}

/** A unit takes its stand in a post, or leaves the one it was in; also for one that sets off or is gone, whose camp may then be another. */
export function stand({ board, where }: Pick<Turn, 'board' | 'where'>, unit: UnitState, post: string | null): void {
  unit.post = post;
  if (where === null) return;
  where.post[rowOf(board.unitRow, unit.id)] = post === null ? board.posts.length : rowOf(board.postRow, post);
  where.camp = null;
}

/** Rows of the posts that both sides are in. */
export function contestedOf({ posts }: GameState, turn: Turn): readonly number[] {
  return (turn.contested ??= rowsWhere(posts, ({ holder }) => holder === 'contested'));
}

/**
 * Counts the men of some units in every post on the board's paper, and their cohesion by men; gives those of the units
 * who stand in one post.
 */
export function muster(state: GameState, turn: Turn, rows: readonly number[], here: number): UnitState[] {
  const { men, cohesion } = turn.board.battleOrder.paper;
  const { post: posts } = whereOf(state, turn);
  const nowhere = state.posts.length;
  const inside: UnitState[] = [];
  men.fill(0);
  cohesion.fill(0);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const post = posts[row] ?? nowhere;
    if (post === nowhere) continue;
    const unit = at(state.units, row);
    const fit = unit.men;
    if (fit === 0) continue;
    men[post] = (men[post] ?? 0) + fit;
    cohesion[post] = (cohesion[post] ?? 0) + unit.cohesion * fit;
    if (post === here) inside.push(unit);
  }
  return inside;
}
