/**
 * Posts from which a hex can be seen, nearest first: the ground between them never changes, so whoever asks who looks
 * at a hex meets the nearest post that is manned and need look no farther. Worked out for a hex when it is first asked
 * for; a line of sight is walked when it is first reached, and a post that turns out not to see the hex is left out.
 */
import type { Board } from './board.ts';
import { inSight, squareBetween } from './sight.ts';

/** The posts that look at one hex: how many of them are known to see it, then row and square of the metres of each by turns. */
export type Lookouts = number[];

/** What is kept of a hex that was looked at. */
export interface Looked {
  readonly lookouts: (Lookouts | undefined)[];
  /** By hex: one more than the row of the post that saw it last; nought = none yet. */
  readonly last: Uint16Array;
}

/** True where one of the posts that are `manned` (1, by row) sees a hex from less than the root of a square of metres; the one that saw it last is asked first. */
export function isSeenFromPosts(board: Board, manned: readonly number[], hex: number, square: number): boolean {
  const { lookouts, last } = board.looked;
  const row = (last[hex] ?? 0) - 1;
  if (row >= 0 && manned[row] === 1 && squareBetween(board, board.posts[row]?.hex ?? hex, hex) < square) return true;
  const found = firstToSee(board, (lookouts[hex] ??= allPosts(board, hex)), manned, hex, square);
  if (found >= 0) last[hex] = found + 1;
  return found >= 0;
}

/** The row of the nearest such post; -1 = none. */
function firstToSee(board: Board, posts: Lookouts, manned: readonly number[], hex: number, square: number): number {
  for (let index = 1; index < posts.length; index += 2) {
    if ((posts[index + 1] ?? square) >= square) return -1;
    const row = posts[index] ?? 0;
    if (index > (posts[0] ?? 0) * 2 && !makeSure(board, posts, index, hex)) index -= 2;
    else if (manned[row] === 1) return row;
  }
  return -1;
}

/** Walks the first line of sight that is not walked yet; false where it was broken and its post is left out. */
function makeSure(board: Board, posts: Lookouts, index: number, hex: number): boolean {
  const post = board.posts[posts[index] ?? 0];
  if (post !== undefined && inSight(board, post.hex, hex)) {
    posts[0] = (posts[0] ?? 0) + 1;
    return true;
  }
  posts.splice(index, 2);
  return false;
}

/** Every post, by how near it is. */
function allPosts(board: Board, hex: number): Lookouts {
  const away = board.posts.map((post) => squareBetween(board, post.hex, hex));
  const list = [0];
  for (const row of [...away.keys()].sort((a, b) => (away[a] ?? 0) - (away[b] ?? 0) || a - b)) list.push(row, away[row] ?? 0);
  return list;
}
