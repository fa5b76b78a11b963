/**
 * Lines of sight over the heights of the grid.
 *
 * A line is walked in equal steps of about half a hex; it is broken where the ground rises above the straight
 * line from eye to target. Eyes stand 2 m above the ground, targets 2 m. Whole numbers throughout.
 */
import { at } from './board.ts';
import type { Board } from './board.ts';
import { centreOf, hexOf } from './hex.ts';
import { metresBetween, rootOf } from './numbers.ts';

const EYE_METRES = 2;

/** True where the ground does not stand between two hexes: each line is walked once, the same way whichever end asks. */
export function inSight(board: Board, from: number, to: number): boolean {
  const sight = (board.sight[to] ??= new Uint8Array(board.heights.length));
  if (sight[from] === UNKNOWN) {
    const found = walks(board, Math.min(from, to), Math.max(from, to)) ? CLEAR : BROKEN;
    sight[from] = found;
    const other = board.sight[from];
    if (other !== undefined) other[to] = found;
  }
  return sight[from] === CLEAR;
}

const UNKNOWN = 0;
const CLEAR = 1;
const BROKEN = 2;

function walks(board: Board, from: number, to: number): boolean {
  const a = centreOf(board.grid, from);
  const b = centreOf(board.grid, to);
  const steps = Math.ceil((metresBetween(a, b) * 2) / board.grid.stepMetres);
  const eye = at(board.heights, from) + EYE_METRES;
  const aim = at(board.heights, to) + EYE_METRES;
  for (let step = 1; step < steps; step += 1) {
    const hex = hexOf(board.grid, {
      east: a.east + Math.floor(((b.east - a.east) * step) / steps),
      north: a.north + Math.floor(((b.north - a.north) * step) / steps),
    });
    if (hex === from || hex === to) continue;
    if (at(board.heights, hex) * steps > eye * steps + (aim - eye) * step) return false;
  }
  return true;
}

/** Metres between the middles of two hexes. */
export function hexMetres(board: Board, a: number, b: number): number {
  return rootOf(squareBetween(board, a, b));
}

/** True where the middles of two hexes lie no farther apart than so many metres; quicker than their distance. */
export function isWithin(board: Board, a: number, b: number, metres: number): boolean {
  return squareBetween(board, a, b) < (metres + 1) * (metres + 1);
}

/** True where one of some eyes sees a hex from less than the root of a square of metres; the one that saw it last is asked first. */
export function isSeenBy(board: Board, eyes: readonly number[], hex: number, square: number): boolean {
  const { memo } = board;
  const last = eyes[memo.eyes[hex] ?? 0];
  if (last !== undefined && last === memo.eyeHexes[hex] && squareBetween(board, last, hex) < square) return true;
  for (let index = 0; index < eyes.length; index += 1) {
    const eye = eyes[index] ?? hex;
    if (squareBetween(board, eye, hex) >= square || !inSight(board, eye, hex)) continue;
    memo.eyes[hex] = index;
    memo.eyeHexes[hex] = eye;
    return true;
  }
  return false;
}

/** The square of the metres between the middles of two hexes. */
export function squareBetween(board: Board, a: number, b: number): number {
  const east = (board.east[a] ?? 0) - (board.east[b] ?? 0);
  const north = (board.north[a] ?? 0) - (board.north[b] ?? 0);
  return east * east + north * north;
}
