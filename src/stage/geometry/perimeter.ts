/**
 * The ground that a garrison holds: one ring around each group of posts that lie close together.
 *
 * Posts nearer than `NEIGHBOURS` are joined, three such posts hold the ground between them, and all of it is
 * widened by `MARGIN`. The ring is read off a raster of distances, so it follows any layout of posts.
 */
import { distance, pointAt, twiceArea, type XY } from './lines.ts';

/** A held post: its place and half its shorter side, metres. */
export interface HeldPlace {
  readonly place: XY;
  readonly radius: number;
}

const NEIGHBOURS = 560;
const MARGIN = 70;
const CELL = 40;
const FAR = 400;

/** Outer rings in metres, counter-clockwise with north up, in a fixed order. */
export function perimetersOf(held: readonly HeldPlace[]): XY[][] {
  if (held.length === 0) return [];
  const raster = rasterFor(held);
  for (const one of held) raster.widen([one.place, one.place, one.place], one.radius);
  for (const [a, b] of pairsOf(held)) raster.widen([a.place, b.place, b.place], Math.min(a.radius, b.radius));
  for (const [a, b, c] of triplesOf(held)) raster.widen([a.place, b.place, c.place], Math.min(a.radius, b.radius, c.radius));
  return raster.rings(MARGIN).filter((ring) => twiceArea(ring) > 0);
}

function pairsOf(held: readonly HeldPlace[]): [HeldPlace, HeldPlace][] {
  return held.flatMap((a, i) => held.slice(i + 1).filter((b) => near(a, b)).map((b): [HeldPlace, HeldPlace] => [a, b]));
}

function triplesOf(held: readonly HeldPlace[]): [HeldPlace, HeldPlace, HeldPlace][] {
  return held.flatMap((a, i) =>
    held.slice(i + 1).flatMap((b, j) =>
      near(a, b)
        ? held.slice(i + j + 2).filter((c) => near(a, c) && near(b, c)).map((c): [HeldPlace, HeldPlace, HeldPlace] => [a, b, c])
        : [],
    ),
  );
}

function near(a: HeldPlace, b: HeldPlace): boolean {
  return distance(a.place, b.place) <= NEIGHBOURS;
}

/** Distances from the held ground, one a cell; less than nought within it. */
class Raster {
  private readonly cells: Float32Array;
  private readonly west: number;
  private readonly south: number;
  private readonly cols: number;
  private readonly rows: number;

  constructor(west: number, south: number, cols: number, rows: number) {
    this.west = west;
    this.south = south;
    this.cols = cols;
    this.rows = rows;
    this.cells = new Float32Array(cols * rows).fill(FAR);
  }

  /** Brings the ground of a triangle (or of a line or point, with corners repeated), widened by a radius, into the raster. */
  widen(corners: readonly [XY, XY, XY], radius: number): void {
    const room = MARGIN + radius + 2 * CELL;
    const [x0, x1] = span(corners.map(([x]) => x), this.west, this.cols, room);
    const [y0, y1] = span(corners.map(([, y]) => y), this.south, this.rows, room);
    for (let row = y0; row <= y1; row += 1) {
      for (let col = x0; col <= x1; col += 1) {
        const cell = row * this.cols + col;
        const metres = fromTriangle(corners, [this.west + col * CELL, this.south + row * CELL]) - radius;
        if (metres < (this.cells[cell] ?? FAR)) this.cells[cell] = metres;
      }
    }
  }

  /** Rings around all cells nearer than `level`. */
  rings(level: number): XY[][] {
    const next = new Map<string, { point: XY; to: string }>();
    for (let row = 0; row < this.rows - 1; row += 1) {
      for (let col = 0; col < this.cols - 1; col += 1) this.cross(col, row, level, next);
    }
    return linked(next);
  }

  private cross(col: number, row: number, level: number, next: Map<string, { point: XY; to: string }>): void {
    const corners: readonly XY[] = [[col, row], [col + 1, row], [col + 1, row + 1], [col, row + 1]];
    const values = corners.map(([x, y]) => (this.cells[y * this.cols + x] ?? FAR) - level);
    const starts: Edge[] = [];
    const ends: Edge[] = [];
    for (let i = 0; i < 4; i += 1) {
      const [a, b] = [values[i] ?? FAR, values[(i + 1) % 4] ?? FAR];
      if (a < 0 === b < 0) continue;
      const edge = this.edge(pointAt(corners, i), pointAt(corners, (i + 1) % 4), a / (a - b));
      (a < 0 ? starts : ends).push(edge);
    }
    starts.forEach((start, i) => {
      const end = ends[i];
      if (end !== undefined) next.set(start.key, { point: start.point, to: end.key });
    });
  }

  private edge(from: XY, to: XY, share: number): Edge {
    const key = [from, to].map(([x, y]) => `${String(x)},${String(y)}`).sort((a, b) => (a < b ? -1 : 1)).join('|');
    const [x, y] = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    return { key, point: [Math.round(this.west + x * CELL), Math.round(this.south + y * CELL)] };
  }
}

/** First and last cell that a stretch of ground, widened by some room, can touch. */
function span(values: readonly number[], first: number, count: number, room: number): readonly [number, number] {
  const low = Math.floor((Math.min(...values) - first - room) / CELL);
  const high = Math.ceil((Math.max(...values) - first + room) / CELL);
  return [Math.max(0, low), Math.min(count - 1, high)];
}

interface Edge {
  readonly key: string;
  readonly point: XY;
}

function linked(next: Map<string, { point: XY; to: string }>): XY[][] {
  const rings: XY[][] = [];
  for (const first of next.keys()) {
    const ring: XY[] = [];
    for (let step = next.get(first), key = first; step !== undefined; key = step.to, step = next.get(key)) {
      ring.push(step.point);
      next.delete(key);
    }
    if (ring.length > 2) rings.push(ring);
  }
  return rings;
}

function rasterFor(held: readonly HeldPlace[]): Raster {
  const [xs, ys] = [held.map(({ place }) => place[0]), held.map(({ place }) => place[1])];
  const room = FAR + CELL;
  const [west, south] = [Math.min(...xs) - room, Math.min(...ys) - room];
  return new Raster(west, south, Math.ceil((Math.max(...xs) + room - west) / CELL) + 1, Math.ceil((Math.max(...ys) + room - south) / CELL) + 1);
}

function fromTriangle([a, b, c]: readonly [XY, XY, XY], point: XY): number {
  const sides = [turn(a, b, point), turn(b, c, point), turn(c, a, point)];
  const flat = turn(a, b, c) === 0;
  if (!flat && (sides.every((side) => side >= 0) || sides.every((side) => side <= 0))) return -FAR;
  return Math.min(fromStroke(a, b, point), fromStroke(b, c, point), fromStroke(c, a, point));
}

function turn(a: XY, b: XY, point: XY): number {
  return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]);
}

function fromStroke(a: XY, b: XY, point: XY): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / square;
  const t = Math.min(1, Math.max(0, share));
  return distance(point, [a[0] + dx * t, a[1] + dy * t]);
}
