/** A square grid of drawn heights, and how it is read between its points. */
import type { TileFrame } from './tile-frame.ts';

/** Heights on a square grid: first row northernmost, first column westernmost. */
export interface HeightField {
  readonly cols: number;
  readonly rows: number;
  readonly stepMetres: number;
  /** Metres east of the first column. */
  readonly east: number;
  /** Metres north of the first row. */
  readonly north: number;
  /** Metres above the local valley floor. */
  readonly metres: Float32Array;
}

/** Height at a point, straight between the four grid points around it. */
export function heightOn(field: HeightField, east: number, north: number): number {
  const x = Math.max(0, Math.min(field.cols - 1.001, (east - field.east) / field.stepMetres));
  const y = Math.max(0, Math.min(field.rows - 1.001, (field.north - north) / field.stepMetres));
  const cell = Math.floor(y) * field.cols + Math.floor(x);
  const u = x - Math.floor(x);
  const v = y - Math.floor(y);
  const top = at(field.metres, cell) * (1 - u) + at(field.metres, cell + 1) * u;
  const bottom = at(field.metres, cell + field.cols) * (1 - u) + at(field.metres, cell + field.cols + 1) * u;
  return top * (1 - v) + bottom * v;
}

/** Heights at the pixel centres of a tile with one pixel more on each side, so that slopes reach the edge. */
export function heightsOfTile(field: HeightField, tile: TileFrame): Float32Array {
  const width = tile.width + 2;
  const across = weightsAlong(width, (tile.east - field.east) / field.stepMetres, tile, field, field.cols);
  const down = weightsAlong(tile.height + 2, (field.north - tile.north) / field.stepMetres, tile, field, field.rows);
  const stretched = new Map<number, Float32Array>();
  const result = new Float32Array(width * (tile.height + 2));
  for (let y = 0; y < tile.height + 2; y++) {
    const rows = [0, 1, 2, 3].map((tap) => {
      const row = down.index[y * 4 + tap] ?? 0;
      const known = stretched.get(row) ?? stretch(field, row, across, width);
      stretched.set(row, known);
      return known;
    });
    if (stretched.size > 8) for (const row of stretched.keys()) if (row < (down.index[y * 4] ?? 0)) stretched.delete(row);
    blend(rows, down.weight.subarray(y * 4, y * 4 + 4), result.subarray(y * width, (y + 1) * width));
  }
  return result;
}

interface Taps {
  /** Four grid indices for each pixel. */
  readonly index: Int32Array;
  /** Four weights for each pixel. */
  readonly weight: Float32Array;
}

// Catmull-Rom: passes through the grid's own values, so hill tops keep their height.
function weightsAlong(pixels: number, first: number, tile: TileFrame, field: HeightField, count: number): Taps {
  const index = new Int32Array(pixels * 4);
  const weight = new Float32Array(pixels * 4);
  const step = 1 / (tile.pxPerMetre * field.stepMetres);
  for (let pixel = 0; pixel < pixels; pixel++) {
    const place = first + (pixel - 0.5) * step;
    const base = Math.floor(place);
    const t = place - base;
    for (let tap = 0; tap < 4; tap++) index[pixel * 4 + tap] = Math.max(0, Math.min(count - 1, base - 1 + tap));
    weight.set(catmullRom(t), pixel * 4);
  }
  return { index, weight };
}

/** Weights of four neighbouring values at a place `t` (0-1) between the middle two. */
export function catmullRom(t: number): [number, number, number, number] {
  const t2 = t * t;
  const t3 = t2 * t;
  return [-0.5 * t + t2 - 0.5 * t3, 1 - 2.5 * t2 + 1.5 * t3, 0.5 * t + 2 * t2 - 1.5 * t3, -0.5 * t2 + 0.5 * t3];
}

function stretch(field: HeightField, row: number, { index, weight }: Taps, width: number): Float32Array {
  const source = field.metres.subarray(row * field.cols, (row + 1) * field.cols);
  const result = new Float32Array(width);
  for (let x = 0, tap = 0; x < width; x++, tap += 4) {
    result[x] =
      at(source, index[tap] ?? 0) * at(weight, tap) +
      at(source, index[tap + 1] ?? 0) * at(weight, tap + 1) +
      at(source, index[tap + 2] ?? 0) * at(weight, tap + 2) +
      at(source, index[tap + 3] ?? 0) * at(weight, tap + 3);
  }
  return result;
}

function blend(rows: readonly Float32Array[], weight: Float32Array, into: Float32Array): void {
  const [a = into, b = into, c = into, d = into] = rows;
  const [wa = 0, wb = 0, wc = 0, wd = 0] = weight;
  for (let x = 0; x < into.length; x++) into[x] = at(a, x) * wa + at(b, x) * wb + at(c, x) * wc + at(d, x) * wd;
}

function at(values: Float32Array, i: number): number {
  return values[i] ?? 0;
}
