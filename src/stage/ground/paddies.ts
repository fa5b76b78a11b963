/**
 * Rice fields: blocks of about 420 m whose parcels share one direction, parcels of about 110 by 65 m, seven pale tones.
 *
 * A block is the ground nearer to its own seed point than to any other. Fields know nothing of pixels, so they lie in
 * the same place at each zoom.
 */
import { chanceAt } from './value-noise.ts';
import type { Colour } from './ground-colours.ts';

const BLOCK_METRES = 420;
const PARCEL_LONG = 109;
const PARCEL_WIDE = 67;

/** The tones of a parcel and how many in a hundred have it. */
const TONES: readonly (readonly [percent: number, tone: Colour])[] = [
  [20, [212, 219, 183]],
  [21, [229, 226, 190]],
  [17, [222, 222, 176]],
  [12, [205, 217, 196]],
  [12, [234, 224, 184]],
  [10, [216, 208, 160]],
  [8, [226, 214, 168]],
];

/** Tone of each of a hundred chances, red, green and blue one after another. */
export const PARCEL_TONES = Float32Array.from(TONES.flatMap(([percent, tone]) => Array.from({ length: percent }, () => tone)).flat());

/** What lies at one point of the paddies. */
export interface Parcel {
  /** Start of its tone in `PARCEL_TONES`. */
  tone: number;
  /** Metres to the nearest bund. */
  bund: number;
}

/** The blocks of a rectangle of ground, worked out once and then asked pixel by pixel. */
export interface Fields {
  /** Writes what lies at a point into `parcel`; one object serves all pixels. */
  readonly read: (east: number, north: number, parcel: Parcel) => void;
  /** Direction of the long side of the parcels at a point, radians. */
  readonly angleAt: (east: number, north: number) => number;
}

interface Blocks {
  readonly firstCol: number;
  readonly firstRow: number;
  readonly cols: number;
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly angle: Float64Array;
  readonly along: Float64Array;
  readonly across: Float64Array;
  /** Which layer of chances the tones of its parcels come from; the same in every tile. */
  readonly layer: Float64Array;
}

/** The fields between two corners, in metres. */
export function fieldsOf(east0: number, north0: number, east1: number, north1: number): Fields {
  const blocks = blocksOf(east0, north0, east1, north1);
  const near = { block: 0, border: 0 };
  return {
    angleAt: (east, north) => {
      findBlock(blocks, east, north, near);
      return blocks.angle[near.block] ?? 0;
    },
    read: (east, north, parcel) => {
      findBlock(blocks, east, north, near);
      readParcel(blocks, near.block, east, north, parcel);
      parcel.bund = Math.min(parcel.bund, near.border);
    },
  };
}

function blocksOf(east0: number, north0: number, east1: number, north1: number): Blocks {
  const firstCol = Math.floor(east0 / BLOCK_METRES) - 2;
  const firstRow = Math.floor(north0 / BLOCK_METRES) - 2;
  const cols = Math.floor(east1 / BLOCK_METRES) + 3 - firstCol;
  const count = cols * (Math.floor(north1 / BLOCK_METRES) + 3 - firstRow);
  const of = (value: (col: number, row: number) => number): Float64Array =>
    Float64Array.from({ length: count }, (_, i) => value(firstCol + (i % cols), firstRow + Math.floor(i / cols)));
  const angle = of((col, row) => chanceAt(col, row, 3) * Math.PI);
  return {
    firstCol,
    firstRow,
    cols,
    angle,
    along: angle.map(Math.cos),
    across: angle.map(Math.sin),
    layer: of((col, row) => 40 + Math.floor(chanceAt(col, row, 4) * 60)),
    east: of((col, row) => (col + 0.15 + 0.7 * chanceAt(col, row, 1)) * BLOCK_METRES),
    north: of((col, row) => (row + 0.15 + 0.7 * chanceAt(col, row, 2)) * BLOCK_METRES),
  };
}

// The nearest seed point owns the ground; half the lead over the second nearest is the way to the border.
function findBlock(blocks: Blocks, east: number, north: number, near: { block: number; border: number }): void {
  const col = Math.floor(east / BLOCK_METRES) - blocks.firstCol;
  const row = Math.floor(north / BLOCK_METRES) - blocks.firstRow;
  let first = Infinity;
  let second = Infinity;
  for (let r = row - 1; r <= row + 1; r++) {
    for (let block = r * blocks.cols + col - 1; block <= r * blocks.cols + col + 1; block++) {
      const de = east - (blocks.east[block] ?? Infinity);
      const dn = north - (blocks.north[block] ?? Infinity);
      const square = de * de + dn * dn;
      if (square < first) {
        second = first;
        first = square;
        near.block = block;
      } else if (square < second) second = square;
    }
  }
  near.border = (Math.sqrt(second) - Math.sqrt(first)) / 2;
}

function readParcel(blocks: Blocks, block: number, east: number, north: number, parcel: Parcel): void {
  const cos = blocks.along[block] ?? 1;
  const sin = blocks.across[block] ?? 0;
  const v = (north * cos - east * sin) / PARCEL_WIDE;
  const row = Math.floor(v);
  // Rows are shifted against each other, as bricks are.
  const u = (east * cos + north * sin) / PARCEL_LONG + ((row * 7) & 3) * 0.31;
  const col = Math.floor(u);
  parcel.tone = Math.min(99, Math.floor(chanceAt(col, row, blocks.layer[block] ?? 0) * 100)) * 3;
  const toEnd = Math.min(u - col, 1 - u + col) * PARCEL_LONG;
  parcel.bund = Math.min(toEnd, Math.min(v - row, 1 - v + row) * PARCEL_WIDE);
}
