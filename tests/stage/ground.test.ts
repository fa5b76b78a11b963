import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/stage/ground/draw-lines.ts';
import { sheetWindow, type GroundMap } from '../../src/stage/ground/ground-map.ts';
import { heightOn, heightsOfTile } from '../../src/stage/ground/height-field.ts';
import { fieldFromHexes } from '../../src/stage/ground/hex-field.ts';
import { roughPxPerKm } from '../../src/stage/ground/paint-ground.ts';
import { paintPixels } from '../../src/stage/ground/paint-pixels.ts';
import { readRelief, unpackRelief } from '../../src/stage/ground/relief-file.ts';
import type { TileFrame } from '../../src/stage/ground/tile-frame.ts';
import { erode } from '../../src/scenario/erosion.ts';
import { rollsFrom } from '../../src/scenario/picture-noise.ts';
import { packRelief } from '../../src/scenario/relief-file.ts';

const map = JSON.parse(readFileSync('scenarios/maps/dien-bien-phu.json', 'utf8')) as GroundMap;
const file = readFileSync('assets/maps/dien-bien-phu.relief');
const field = await readRelief(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
const sheet = sheetWindow(map);
const posts = [{ east: 580, north: -220 }, { east: 0, north: 0 }];

/** A tile of the whole sheet at 165 px per km. */
function tileAt(x: number, y: number, width: number, height: number): TileFrame {
  const pxPerMetre = 0.165;
  return { x, y, width, height, pxPerMetre, east: sheet.east0 + x / pxPerMetre, north: sheet.north1 - y / pxPerMetre };
}

function paint(tile: TileFrame, rough = false): Uint8ClampedArray {
  return paintPixels({ tile, field, river: linesOf(map).river, trodden: posts, risePerKm: 1.25, rough });
}

describe('drawn relief of the valley', () => {
  it.each([
    ['command post', 0, 0, 0, 8],
    ['Éliane 2', 580, -220, 34, 4],
    ['Éliane 1', 820, 200, 41, 4],
    ['Éliane 4', 630, 130, 30, 4],
    ['Dominique 1', 1120, 1000, 54, 4],
    ['Dominique 2', 940, 600, 72, 4],
    ['Béatrice 1', 1880, 1930, 46, 8],
    ['Gabrielle 1', -400, 3880, 48, 8],
    ['Anne-Marie 1', -1620, 2820, 23, 8],
    ['Huguette 6', -580, 1900, 0, 8],
    ['Isabelle 2', 740, -6080, 0, 8],
  ])('keeps %s near its height', (_post, east, north, metres, within) => {
    expect(Math.abs(heightOn(field, east, north) - metres)).toBeLessThanOrEqual(within);
  });

  it('is small, and covers the field of play with a margin', () => {
    expect(file.byteLength).toBeLessThan(450_000);
    expect(field.east).toBeLessThanOrEqual(sheet.east0 + field.stepMetres);
    expect(field.north - field.rows * field.stepMetres).toBeLessThanOrEqual(sheet.north0 + field.stepMetres);
  });

  it('comes back from its bytes as it went in', () => {
    const decimetres = Int16Array.from({ length: 20 }, (_, i) => Math.round(900 * Math.sin(i * 1.7)));
    const read = unpackRelief(packRelief({ cols: 5, rows: 4, stepMetres: 20, east: -6700, north: 7550, decimetres }));
    expect(read).toMatchObject({ cols: 5, rows: 4, stepMetres: 20, east: -6700, north: 7550 });
    expect([...read.metres].map((metres) => Math.round(metres * 10))).toEqual([...decimetres]);
  });

  it('refuses bytes that are something else', () => {
    expect(() => unpackRelief(new Uint8Array(40))).toThrow(/VVR1/);
  });
});

describe('rain on the walls', () => {
  it('cuts loose slopes and leaves firm ground alone', () => {
    const side = 40;
    const slope = (): Float32Array => Float32Array.from({ length: side * side }, (_, i) => (i % side) * 4 + ((i * 7919) % 13) / 10);
    const loose = Float32Array.from({ length: side * side }, (_, i) => (i < (side * side) / 2 ? 1 : 0));
    const worn = { cols: side, rows: side, heights: slope(), loose };
    erode(worn, 2000, rollsFrom(3));
    const before = slope();
    const moved = (row: number): number =>
      Array.from({ length: side }, (_, col) => Math.abs((worn.heights[row * side + col] ?? 0) - (before[row * side + col] ?? 0))).reduce((a, b) => a + b);
    expect(moved(8)).toBeGreaterThan(1);
    expect(moved(34)).toBe(0);
  });
});

describe('a map without a drawn relief', () => {
  const plain = fieldFromHexes(map);

  it('is drawn from its hexes, near their heights', () => {
    expect(Math.abs(heightOn(plain, 580, -220) - 30)).toBeLessThan(12);
    expect(heightOn(plain, 4800, 0)).toBeGreaterThan(380);
    expect(Math.abs(heightOn(plain, -1000, -2000))).toBeLessThan(3);
  });
});

describe('painted paper', () => {
  it('agrees where two tiles meet', () => {
    const whole = paint(tileAt(1000, 1032, 96, 96));
    const lower = paint(tileAt(1000, 1064, 96, 64));
    expect(lower).toEqual(whole.slice(32 * 96 * 4));
  });

  it('is the same at each painting', () => {
    expect(paint(tileAt(1200, 1200, 64, 48))).toEqual(paint(tileAt(1200, 1200, 64, 48)));
  });

  it('shows pale paper on the floor and green on the wall', () => {
    const mean = (pixels: Uint8ClampedArray, channel: number): number =>
      pixels.filter((_, i) => i % 4 === channel).reduce((sum, value) => sum + value, 0) / (pixels.length / 4);
    const floor = paint(tileAt(900, 1700, 64, 64));
    const wall = paint(tileAt(1900, 1200, 64, 64));
    expect(mean(floor, 0)).toBeGreaterThan(205);
    expect(mean(floor, 0)).toBeGreaterThan(mean(floor, 2) + 20);
    expect(mean(wall, 0)).toBeLessThan(175);
    expect(mean(wall, 1)).toBeGreaterThan(mean(wall, 0));
    expect(mean(floor, 3)).toBe(255);
  });

  it('draws parcels in full and none in the rough', () => {
    const spread = (pixels: Uint8ClampedArray): number => {
      const greens = [...pixels.filter((_, i) => i % 4 === 1)];
      return Math.max(...greens) - Math.min(...greens);
    };
    expect(spread(paint(tileAt(900, 1700, 64, 64)))).toBeGreaterThan(20);
    expect(spread(paint(tileAt(900, 1700, 64, 64), true))).toBeLessThan(12);
  });

  it('reads the drawn relief at its own points without moving them', () => {
    const tile = { x: 0, y: 0, width: 4, height: 4, pxPerMetre: 1 / field.stepMetres, east: field.east, north: field.north };
    const heights = heightsOfTile(field, { ...tile, east: field.east + 300 * 20 - 10, north: field.north - 400 * 20 + 10 });
    expect(heights[1 * 6 + 1]).toBeCloseTo(field.metres[400 * field.cols + 300] ?? NaN, 3);
  });

  it('fits its quick first version into one tile', () => {
    const pxPerKm = roughPxPerKm({ window: sheet, pxPerKm: 165 });
    expect(((sheet.north1 - sheet.north0) * pxPerKm) / 1000).toBeLessThanOrEqual(1024.001);
    expect(roughPxPerKm({ window: { east0: 0, north0: 0, east1: 2000, north1: 2000 }, pxPerKm: 165 })).toBe(82.5);
  });
});
