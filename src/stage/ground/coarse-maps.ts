/**
 * What changes slowly over the sheet, worked out on every eighth pixel and read in between: noise, the distance to
 * the river and to the nearest post. Saves most of the time a sheet takes.
 */
import type { Line } from './ground-map.ts';
import type { TileFrame } from './tile-frame.ts';
import { cloud } from './value-noise.ts';

const STEP = 8;

/** The slow maps of one tile; each holds a value for every eighth pixel. */
export interface CoarseMaps {
  readonly cols: number;
  /** Noise 0-1 that frays the edges of forest and trodden earth. */
  readonly fray: Float32Array;
  /** Metres by which field lines wander east and north. */
  readonly wanderEast: Float32Array;
  readonly wanderNorth: Float32Array;
  /** Unevenness of the paper itself, 0-1. */
  readonly paper: Float32Array;
  /** Metres to the nearest post, `FAR` where there is none near. */
  readonly trodden: Float32Array;
  /** Metres to the river, `FAR` where it is not near. */
  readonly river: Float32Array;
}

/** Stands for "not near", metres. */
export const FAR = 2000;
/** Distances are worked out up to this, metres. */
const POST_REACH = 900;
const RIVER_REACH = 420;

/** Works out the slow maps of a tile. */
export function coarseMapsOf(tile: TileFrame, river: Line, posts: readonly { east: number; north: number }[]): CoarseMaps {
  const cols = Math.ceil(tile.width / STEP) + 2;
  const rows = Math.ceil(tile.height / STEP) + 2;
  const step = STEP / tile.pxPerMetre;
  const of = (value: (e: number, n: number) => number): Float32Array =>
    Float32Array.from({ length: cols * rows }, (_, i) =>
      value((tile.east + (i % cols) * step) / 1000, (tile.north - Math.floor(i / cols) * step) / 1000));
  const near = (points: Line, reach: number): Float32Array => distances(points, reach, tile, cols, rows, step);
  return {
    cols,
    fray: of((e, n) => cloud(e * 2.4 + 20, n * 2.4 + 40, 4)),
    wanderEast: of((e, n) => 160 * cloud(e * 1.6, n * 1.6, 3)),
    wanderNorth: of((e, n) => 160 * cloud(e * 1.6 + 9, n * 1.6 + 4, 3)),
    paper: of((e, n) => cloud(e * 3.3, n * 3.3, 2)),
    trodden: near(posts.map(({ east, north }) => [east, north] as const), POST_REACH),
    river: near(river, RIVER_REACH),
  };
}

/** Fills a row of pixels from one slow map. */
export function readRow(map: Float32Array, cols: number, y: number, into: Float32Array): void {
  const row = Math.floor(y / STEP);
  const v = y / STEP - row;
  const first = row * cols;
  let from = (map[first] ?? 0) * (1 - v) + (map[first + cols] ?? 0) * v;
  for (let x = 0, cell = first + 1; x < into.length; x += STEP, cell++) {
    const to = (map[cell] ?? 0) * (1 - v) + (map[cell + cols] ?? 0) * v;
    const rise = (to - from) / STEP;
    for (let i = 0; i < STEP; i++) into[x + i] = from + rise * i;
    from = to;
  }
}

/** One value of a slow map at any pixel of its tile. */
export function readAt(map: Float32Array, cols: number, x: number, y: number): number {
  const col = Math.max(0, Math.floor(x / STEP));
  const row = Math.max(0, Math.floor(y / STEP));
  return map[Math.min(map.length - 1, row * cols + Math.min(cols - 1, col))] ?? 0;
}

// Each point marks the cells within its reach: far fewer steps than asking every cell about every point.
function distances(points: Line, reach: number, tile: TileFrame, cols: number, rows: number, step: number): Float32Array {
  const metres = new Float32Array(cols * rows).fill(FAR);
  for (const [east, north] of points) {
    const x = (east - tile.east) / step;
    const y = (tile.north - north) / step;
    const cells = reach / step;
    for (let row = Math.max(0, Math.ceil(y - cells)); row <= Math.min(rows - 1, y + cells); row++) {
      for (let col = Math.max(0, Math.ceil(x - cells)); col <= Math.min(cols - 1, x + cells); col++) {
        const away = Math.hypot(col - x, row - y) * step;
        if (away < (metres[row * cols + col] ?? 0)) metres[row * cols + col] = away;
      }
    }
  }
  return metres;
}
