/** The flight of a shell as seen on the map: a quadratic curve lifted by a fifth of its length. */
import { distance, type XY } from './lines.ts';

const LIFT_SHARE = 0.2;

export interface Arc {
  readonly from: XY;
  readonly over: XY;
  readonly to: XY;
}

/** The curve from gun to target in screen pixels, y pointing down. */
export function arcBetween(from: XY, to: XY): Arc {
  const lift = distance(from, to) * LIFT_SHARE * 2;
  return { from, over: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 - lift], to };
}

/** The place of the shell at a share of its flight. */
export function onArc({ from, over, to }: Arc, t: number): XY {
  const on = (axis: 0 | 1): number => (1 - t) * (1 - t) * from[axis] + 2 * t * (1 - t) * over[axis] + t * t * to[axis];
  return [on(0), on(1)];
}

/** The heading of the shell at a share of its flight, radians clockwise from east with y pointing down. */
export function headingOnArc({ from, over, to }: Arc, t: number): number {
  const on = (axis: 0 | 1): number => 2 * (1 - t) * (over[axis] - from[axis]) + 2 * t * (to[axis] - over[axis]);
  return Math.atan2(on(1), on(0));
}
