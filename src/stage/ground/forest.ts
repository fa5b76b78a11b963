/** Forest: a dot with its shadow in each 32 m of wooded ground, shaken out of line. */
import { readAt, type CoarseMaps } from './coarse-maps.ts';
import { smoothStep } from './ground-colours.ts';
import { heightOn, type HeightField } from './height-field.ts';
import type { TileFrame } from './tile-frame.ts';
import { chanceAt } from './value-noise.ts';

const CELL_METRES = 32;
/** Dots never crowd closer than this on small sheets. */
const CELL_PX = 3.6;
/** Posts cut the forest within this distance, metres. */
const CUT_METRES = 700;

const SHADOW = [52, 74, 48, 0.34] as const;
const CROWNS = [
  [112, 130, 92, 0.6],
  [126, 144, 102, 0.58],
  [142, 156, 112, 0.56],
] as const;

type Paint = readonly [red: number, green: number, blue: number, share: number];

/** How wooded a place is, 0-1: by its height, frayed by noise (0-1), and cut around posts. */
export function woodedness(metres: number, fray: number, toPost: number): number {
  const cut = Math.max(0, CUT_METRES - toPost) * 0.09;
  return smoothStep(28, 74, metres + (fray - 0.5) * 70 - cut);
}

/** Stamps the trees of a tile into its pixels. Cells belong to the ground, so neighbouring tiles agree. */
export function plantForest(pixels: Uint8ClampedArray, tile: TileFrame, field: HeightField, coarse: CoarseMaps): void {
  const cell = Math.max(CELL_METRES, CELL_PX / tile.pxPerMetre);
  const firstCol = Math.floor(tile.east / cell) - 1;
  const lastCol = Math.ceil((tile.east + tile.width / tile.pxPerMetre) / cell) + 1;
  const firstRow = Math.floor(tile.north / cell) + 1;
  const lastRow = Math.floor((tile.north - tile.height / tile.pxPerMetre) / cell) - 1;
  for (let row = firstRow; row >= lastRow; row--) {
    for (let col = firstCol; col <= lastCol; col++) plant(pixels, tile, field, coarse, col, row, cell);
  }
}

function plant(pixels: Uint8ClampedArray, tile: TileFrame, field: HeightField, coarse: CoarseMaps, col: number, row: number, cell: number): void {
  const east = (col + chanceAt(col, row, 11)) * cell;
  const north = (row + chanceAt(col, row, 12)) * cell;
  const x = (east - tile.east) * tile.pxPerMetre;
  const y = (tile.north - north) * tile.pxPerMetre;
  const chance = chanceAt(col, row, 13);
  const metres = heightOn(field, east, north);
  if (metres < 1) return;
  const wood = woodedness(metres, readAt(coarse.fray, coarse.cols, x, y), readAt(coarse.trodden, coarse.cols, x, y));
  if (wood * 0.95 < chance) return;
  const radius = cell * tile.pxPerMetre * (0.28 + chanceAt(col, row, 14) * 0.26);
  stamp(pixels, tile, x + radius * 0.35, y + radius * 0.4, radius, SHADOW);
  stamp(pixels, tile, x, y, radius, CROWNS[chance < 0.3 ? 0 : chance < 0.6 ? 1 : 2]);
}

/** Blends a soft-edged disc into pixels; what falls outside the tile is left out. */
function stamp(pixels: Uint8ClampedArray, tile: TileFrame, x: number, y: number, radius: number, [red, green, blue, share]: Paint): void {
  const top = Math.max(0, Math.floor(y - radius));
  const bottom = Math.min(tile.height - 1, Math.ceil(y + radius));
  const left = Math.max(0, Math.floor(x - radius));
  const right = Math.min(tile.width - 1, Math.ceil(x + radius));
  for (let py = top; py <= bottom; py++) {
    for (let px = left; px <= right; px++) {
      const dx = px + 0.5 - x;
      const dy = py + 0.5 - y;
      const cover = Math.min(1, radius + 0.5 - Math.sqrt(dx * dx + dy * dy)) * share;
      if (cover <= 0) continue;
      const i = (py * tile.width + px) * 4;
      pixels[i] = (pixels[i] ?? 0) * (1 - cover) + red * cover;
      pixels[i + 1] = (pixels[i + 1] ?? 0) * (1 - cover) + green * cover;
      pixels[i + 2] = (pixels[i + 2] ?? 0) * (1 - cover) + blue * cover;
    }
  }
}
