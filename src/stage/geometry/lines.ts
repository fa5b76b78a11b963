/** Lines as points in one plane: smoothing, walking, cutting. Units are the caller's: metres or pixels. */

export type XY = readonly [x: number, y: number];

/** Distance between two points. */
export function distance(a: XY, b: XY): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** Length of a line. */
export function lengthOf(line: readonly XY[]): number {
  let length = 0;
  for (let i = 1; i < line.length; i += 1) length += distance(pointAt(line, i - 1), pointAt(line, i));
  return length;
}

/** The point at an index, or the nearest end. */
export function pointAt(line: readonly XY[], index: number): XY {
  const point = line[Math.min(line.length - 1, Math.max(0, index))];
  if (point === undefined) throw new Error('a line needs at least one point');
  return point;
}

/** A Catmull-Rom curve through all points, `pieces` strokes between each two. */
export function smooth(line: readonly XY[], pieces: number): XY[] {
  if (line.length < 3) return line.slice();
  const curve: XY[] = [];
  for (let i = 0; i < line.length - 1; i += 1) {
    const four: Four = [pointAt(line, i - 1), pointAt(line, i), pointAt(line, i + 1), pointAt(line, i + 2)];
    for (let piece = 0; piece < pieces; piece += 1) curve.push(between(four, piece / pieces));
  }
  curve.push(pointAt(line, line.length - 1));
  return curve;
}

type Four = readonly [XY, XY, XY, XY];

function between([a, b, c, d]: Four, t: number): XY {
  const on = (axis: 0 | 1): number =>
    0.5 * (2 * b[axis] + (c[axis] - a[axis]) * t + (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t
      + (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t * t * t);
  return [on(0), on(1)];
}

/** A closed Catmull-Rom curve through all points of a ring; the first point is not repeated. */
export function smoothRing(ring: readonly XY[], pieces: number): XY[] {
  const count = ring.length;
  if (count < 3) return ring.slice();
  const at = (index: number): XY => pointAt(ring, (index + count) % count);
  const curve: XY[] = [];
  for (let i = 0; i < count; i += 1) {
    const four: Four = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let piece = 0; piece < pieces; piece += 1) curve.push(between(four, piece / pieces));
  }
  return curve;
}

/** Points along the line, `step` apart, from its first point on; a last shorter step is left out. */
export function walk(line: readonly XY[], step: number): XY[] {
  const points: XY[] = line.length === 0 ? [] : [pointAt(line, 0)];
  let due = step;
  for (let i = 1; i < line.length; i += 1) {
    const [from, to] = [pointAt(line, i - 1), pointAt(line, i)];
    const length = distance(from, to);
    for (; due <= length; due += step) points.push(mixed(from, to, due / length));
    due -= length;
  }
  return points;
}

/** The point a share of the way from one point to another. */
export function mixed(from: XY, to: XY, share: number): XY {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** The line in two, cut at a share of its length; both parts hold the cut. */
export function cutAt(line: readonly XY[], share: number): readonly [before: XY[], after: XY[]] {
  if (share <= 0) return [[], line.slice()];
  if (share >= 1) return [line.slice(), []];
  let left = lengthOf(line) * share;
  const before: XY[] = [pointAt(line, 0)];
  for (let i = 1; i < line.length; i += 1) {
    const [from, to] = [pointAt(line, i - 1), pointAt(line, i)];
    const length = distance(from, to);
    if (length >= left) {
      const cut = mixed(from, to, length === 0 ? 0 : left / length);
      return [[...before, cut], [cut, ...line.slice(i)]];
    }
    left -= length;
    before.push(to);
  }
  return [before, []];
}

/** The middle of all points. */
export function middleOf(points: readonly XY[]): XY {
  let [x, y] = [0, 0];
  for (const point of points) {
    x += point[0];
    y += point[1];
  }
  const count = Math.max(1, points.length);
  return [x / count, y / count];
}

/** True where a point lies in a ring. */
export function isInside(ring: readonly XY[], [x, y]: XY): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [ax, ay] = pointAt(ring, i);
    const [bx, by] = pointAt(ring, j);
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Twice the signed area of a ring; positive when it runs counter-clockwise with y upward. */
export function twiceArea(ring: readonly XY[]): number {
  let area = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [ax, ay] = pointAt(ring, j);
    const [bx, by] = pointAt(ring, i);
    area += ax * by - bx * ay;
  }
  return area;
}

/** The part of a ring on the side of a line through `edge` that `towards` points away from. */
export function clipped(ring: readonly XY[], edge: XY, towards: XY): XY[] {
  const side = ([x, y]: XY): number => (x - edge[0]) * towards[0] + (y - edge[1]) * towards[1];
  const kept: XY[] = [];
  for (let i = 0; i < ring.length; i += 1) {
    const [a, b] = [pointAt(ring, i), pointAt(ring, (i + 1) % ring.length)];
    const [da, db] = [side(a), side(b)];
    if (da <= 0) kept.push(a);
    if (da <= 0 !== db <= 0) kept.push(mixed(a, b, da / (da - db)));
  }
  return kept;
}
