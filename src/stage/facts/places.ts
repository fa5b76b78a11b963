/** Places of the view as points, and lines through hexes. */
import { centreOf, type Grid, type Place } from '../../engine/index.ts';
import type { XY } from '../geometry/lines.ts';

/** A place as a point, metres east and north. */
export function pointOf({ east, north }: Place): XY {
  return [east, north];
}

/** The middle of a hex as a point. */
export function hexPoint(grid: Grid, hex: number): XY {
  return pointOf(centreOf(grid, hex));
}
