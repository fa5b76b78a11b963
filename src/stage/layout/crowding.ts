/** Finds free room for marks of a fixed size on a crowded screen. */
import type { XY } from '../geometry/lines.ts';

/** A rectangle on the screen by its middle and half of its sides. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** True where two boxes overlap by more than `slack` pixels. */
export function overlap(a: Box, b: Box, slack: number = 0): boolean {
  return Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth - slack && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight - slack;
}

/** The first of several places where the box overlaps none of those taken; null where there is none. */
export function firstFree(box: Box, places: readonly XY[], taken: readonly Box[], slack: number): Box | null {
  for (const [x, y] of places) {
    const tried = { ...box, x, y };
    if (!taken.some((other) => overlap(tried, other, slack))) return tried;
  }
  return null;
}

/** A place and rings of eight around it, near ones first. */
export function around([x, y]: XY, step: number, rings: number): XY[] {
  const places: XY[] = [[x, y]];
  for (let ring = 1; ring <= rings; ring += 1) {
    for (const [dx, dy] of WAYS) places.push([x + dx * step * ring, y + dy * step * ring]);
  }
  return places;
}

const WAYS: readonly XY[] = [[0, 1], [1, 0], [-1, 0], [0, -1], [0.8, 0.8], [-0.8, 0.8], [0.8, -0.8], [-0.8, -0.8]];
