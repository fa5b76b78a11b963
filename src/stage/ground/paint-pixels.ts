/**
 * The paper pixel by pixel, bottom up: height tint, wooded ground, rice fields, river banks, relief shade, trees and
 * contour lines. Knows no canvas; lines of water and roads are drawn over it later.
 */
import { coarseMapsOf, readRow, type CoarseMaps } from './coarse-maps.ts';
import { contourInk, contourNear, INDEX_INK, isIndex, PLAIN_INK } from './contours.ts';
import { plantForest, woodedness } from './forest.ts';
import { GLOW, lightOn, shade, SHADOW, smoothStep, tint, type Colour } from './ground-colours.ts';
import type { Line } from './ground-map.ts';
import { heightsOfTile, type HeightField } from './height-field.ts';
import { fieldsOf, PARCEL_TONES, type Fields, type Parcel } from './paddies.ts';
import type { TileFrame } from './tile-frame.ts';
import { chanceAt } from './value-noise.ts';

/** What the pixels of a tile are painted from. */
export interface PixelJob {
  readonly tile: TileFrame;
  readonly field: HeightField;
  readonly river: Line;
  readonly trodden: readonly { readonly east: number; readonly north: number }[];
  /** How much the valley floor rises northward, metres a km. */
  readonly risePerKm: number;
  /** Quick: tint and shade only. */
  readonly rough: boolean;
}

const WOOD: Colour = [132, 148, 108];
const BUND: Colour = [150, 150, 104];
const EARTH: Colour = [226, 206, 163];
const BANK: Colour = [168, 188, 140];

/** One row of pixels on its way through the layers. */
interface Row {
  readonly y: number;
  readonly width: number;
  readonly metres: Float32Array;
  readonly slopeEast: Float32Array;
  readonly slopeNorth: Float32Array;
  readonly red: Float32Array;
  readonly green: Float32Array;
  readonly blue: Float32Array;
  readonly fray: Float32Array;
  readonly wanderEast: Float32Array;
  readonly wanderNorth: Float32Array;
  readonly paper: Float32Array;
  readonly trodden: Float32Array;
  readonly river: Float32Array;
}

/** Paints a tile and returns its pixels, four bytes each. */
export function paintPixels(job: PixelJob): Uint8ClampedArray<ArrayBuffer> {
  const { tile } = job;
  const heights = heightsOfTile(job.field, tile);
  const pixels = new Uint8ClampedArray(tile.width * tile.height * 4);
  const row = emptyRow(tile.width);
  if (job.rough) {
    for (let y = 0; y < tile.height; y++) paintRough({ ...row, y }, heights, job, pixels);
    return pixels;
  }
  const coarse = coarseMapsOf(tile, job.river, job.trodden);
  const fields = fieldsOf(tile.east, tile.north - tile.height / tile.pxPerMetre, tile.east + tile.width / tile.pxPerMetre + 400, tile.north + 400);
  for (let y = 0; y < tile.height; y++) paintFull({ ...row, y }, heights, job, coarse, fields, pixels);
  plantForest(pixels, tile, job.field, coarse);
  inkContours(pixels, heights, tile);
  return pixels;
}

function emptyRow(width: number): Row {
  const values = (): Float32Array => new Float32Array(width);
  return {
    y: 0, width, metres: values(), slopeEast: values(), slopeNorth: values(), red: values(), green: values(), blue: values(),
    fray: values(), wanderEast: values(), wanderNorth: values(), paper: values(), trodden: values(), river: values(),
  };
}

function paintRough(row: Row, heights: Float32Array, job: PixelJob, pixels: Uint8ClampedArray): void {
  measure(row, heights, job.tile);
  layTint(row, job);
  layShade(row);
  write(row, pixels);
}

function paintFull(row: Row, heights: Float32Array, job: PixelJob, coarse: CoarseMaps, fields: Fields, pixels: Uint8ClampedArray): void {
  measure(row, heights, job.tile);
  for (const layer of ['fray', 'wanderEast', 'wanderNorth', 'paper', 'trodden', 'river'] as const) {
    readRow(coarse[layer], coarse.cols, row.y, row[layer]);
  }
  layTint(row, job);
  layWood(row);
  layFields(row, job.tile, fields);
  layBanks(row);
  layShade(row);
  layGrain(row, job.tile);
  write(row, pixels);
}

/** Heights and slopes of a row; the height list has one pixel more on each side than the tile. */
function measure(row: Row, heights: Float32Array, tile: TileFrame): void {
  const stride = tile.width + 2;
  const perMetre = tile.pxPerMetre / 2;
  const first = (row.y + 1) * stride + 1;
  for (let x = 0; x < row.width; x++) {
    const i = first + x;
    row.metres[x] = at(heights, i);
    row.slopeEast[x] = (at(heights, i + 1) - at(heights, i - 1)) * perMetre;
    row.slopeNorth[x] = (at(heights, i - stride) - at(heights, i + stride)) * perMetre;
  }
}

function layTint(row: Row, { tile, risePerKm }: PixelJob): void {
  const rise = ((tile.north - row.y / tile.pxPerMetre) / 1000) * risePerKm;
  for (let x = 0; x < row.width; x++) {
    const entry = Math.max(0, Math.min(TINTS_LAST, ((at(row.metres, x) + rise - TINTS_FROM) * 2 + 0.5) | 0)) * 3;
    row.red[x] = at(TINTS, entry);
    row.green[x] = at(TINTS, entry + 1);
    row.blue[x] = at(TINTS, entry + 2);
  }
}

function layWood(row: Row): void {
  for (let x = 0; x < row.width; x++) {
    const wood = woodedness(at(row.metres, x), at(row.fray, x), at(row.trodden, x));
    if (wood > 0) blend(row, x, WOOD, wood * 0.4);
  }
}

// Rice grows where the ground is low and level; around posts it is trodden to bare earth.
function layFields(row: Row, tile: TileFrame, fields: Fields): void {
  const parcel: Parcel = { tone: 0, bund: 0 };
  const north = tile.north - row.y / tile.pxPerMetre;
  for (let x = 0; x < row.width; x++) {
    const slope = Math.sqrt(at(row.slopeEast, x) ** 2 + at(row.slopeNorth, x) ** 2);
    const floor = (1 - smoothStep(5, 15, at(row.metres, x))) * (1 - smoothStep(0.045, 0.09, slope));
    if (floor < 0.02) continue;
    const bare = 1 - smoothStep(130, 340, at(row.trodden, x) + (at(row.fray, x) - 0.5) * 250);
    const rice = floor * (1 - bare * 0.9);
    fields.read(tile.east + x / tile.pxPerMetre + at(row.wanderEast, x), north + at(row.wanderNorth, x), parcel);
    blendTone(row, x, parcel.tone, rice * 0.62);
    const bund = Math.max(0, 1 - parcel.bund * tile.pxPerMetre);
    if (bund > 0) blend(row, x, BUND, bund * 0.34 * rice);
    if (bare > 0) blend(row, x, EARTH, bare * 0.5 * floor);
  }
}

function layBanks(row: Row): void {
  for (let x = 0; x < row.width; x++) {
    const away = at(row.river, x) / 90;
    if (away < 3.5) blend(row, x, BANK, Math.exp(-away * away) * 0.4 * (0.4 + at(row.fray, x)));
  }
}

function layShade(row: Row): void {
  const { slopeEast, slopeNorth, metres } = row;
  for (let x = 0; x < row.width; x++) {
    const light = lightOn(at(slopeEast, x), at(slopeNorth, x), at(metres, x));
    const share = at(SHADES, Math.min(SHADES_LAST, (light * SHADES_PER_LIGHT + 0.5) | 0));
    if (share < 0) blend(row, x, SHADOW, -share);
    else blend(row, x, GLOW, share);
  }
}

// Fine grain and soft blotches: paper, not plastic.
function layGrain({ width, y, red, green, blue, paper }: Row, tile: TileFrame): void {
  for (let x = 0; x < width; x++) {
    const grain = (at(GRAIN, ((x + tile.x) * 13 + (y + tile.y) * 1009) & 4095) - 0.5) * 5 + (at(paper, x) - 0.5) * 8;
    red[x] = at(red, x) + grain;
    green[x] = at(green, x) + grain;
    blue[x] = at(blue, x) + grain * 0.9;
  }
}

function write({ width, y, red, green, blue }: Row, pixels: Uint8ClampedArray): void {
  let i = y * width * 4;
  for (let x = 0; x < width; x++, i += 4) {
    pixels[i] = at(red, x);
    pixels[i + 1] = at(green, x);
    pixels[i + 2] = at(blue, x);
    pixels[i + 3] = 255;
  }
}

function inkContours(pixels: Uint8ClampedArray, heights: Float32Array, tile: TileFrame): void {
  const stride = tile.width + 2;
  const scale = Math.max(0.8, Math.min(1.5, (tile.pxPerMetre * 1000) / 165));
  for (let y = 0; y < tile.height; y++) {
    for (let x = 0; x < tile.width; x++) {
      const i = (y + 1) * stride + x + 1;
      const metres = at(heights, i);
      if (metres < 2.5) continue;
      const across = (at(heights, i + 1) - at(heights, i - 1)) / 2;
      const down = (at(heights, i + stride) - at(heights, i - stride)) / 2;
      const ink = contourInk(metres, Math.sqrt(across * across + down * down), scale);
      if (ink > 0) inkPixel(pixels, (y * tile.width + x) * 4, isIndex(contourNear(metres) ?? 0) ? INDEX_INK : PLAIN_INK, ink);
    }
  }
}

function inkPixel(pixels: Uint8ClampedArray, i: number, colour: Colour, share: number): void {
  for (let channel = 0; channel < 3; channel++) {
    pixels[i + channel] = (pixels[i + channel] ?? 0) * (1 - share) + (colour[channel] ?? 0) * share;
  }
}

function blend({ red, green, blue }: Row, x: number, colour: Colour, share: number): void {
  const kept = 1 - share;
  red[x] = at(red, x) * kept + colour[0] * share;
  green[x] = at(green, x) * kept + colour[1] * share;
  blue[x] = at(blue, x) * kept + colour[2] * share;
}

function blendTone({ red, green, blue }: Row, x: number, tone: number, share: number): void {
  const kept = 1 - share;
  red[x] = at(red, x) * kept + at(PARCEL_TONES, tone) * share;
  green[x] = at(green, x) * kept + at(PARCEL_TONES, tone + 1) * share;
  blue[x] = at(blue, x) * kept + at(PARCEL_TONES, tone + 2) * share;
}

// Only ever handed one kind of array: engines read those far faster.
function at(values: Float32Array, i: number): number {
  return values[i] ?? 0;
}

// Tint for each half metre and shade for each step of light: both are asked for every pixel.
const TINTS_FROM = -20;
const TINTS_LAST = 2100;
const TINTS = Float32Array.from({ length: (TINTS_LAST + 1) * 3 }, (_, i) => tint(TINTS_FROM + Math.floor(i / 3) / 2)[i % 3] ?? 0);
const SHADES_PER_LIGHT = 800;
const SHADES_LAST = 1119;
const SHADES = Float32Array.from({ length: SHADES_LAST + 1 }, (_, i) => shade(i / SHADES_PER_LIGHT));
const GRAIN = Float32Array.from({ length: 4096 }, (_, i) => chanceAt(i & 63, i >> 6, 21));
