/** How ground, sheet and tiles lie on one another. */
import type { GroundWindow } from './ground-map.ts';

/** A piece of the sheet in pixels, with the ground under it. */
export interface TileFrame {
  /** Pixels from the sheet's west and north edge. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly pxPerMetre: number;
  /** Metres east of the tile's west edge, metres north of its north edge. */
  readonly east: number;
  readonly north: number;
}

/** Many phones stop at 4096, and smaller pieces show up sooner. */
export const TILE_PX = 1024;

/** Size of a whole sheet in pixels. */
export function sheetSize(window: GroundWindow, pxPerKm: number): { width: number; height: number } {
  return {
    width: Math.round(((window.east1 - window.east0) * pxPerKm) / 1000),
    height: Math.round(((window.north1 - window.north0) * pxPerKm) / 1000),
  };
}

/** The tiles of a sheet, those near the focus first. */
export function tilesOf(window: GroundWindow, pxPerKm: number, focus: { east: number; north: number }): TileFrame[] {
  const { width, height } = sheetSize(window, pxPerKm);
  const pxPerMetre = pxPerKm / 1000;
  const tiles: TileFrame[] = [];
  for (let y = 0; y < height; y += TILE_PX) {
    for (let x = 0; x < width; x += TILE_PX) {
      const size = { width: Math.min(TILE_PX, width - x), height: Math.min(TILE_PX, height - y) };
      tiles.push({ x, y, ...size, pxPerMetre, east: window.east0 + x / pxPerMetre, north: window.north1 - y / pxPerMetre });
    }
  }
  const distance = (tile: TileFrame): number =>
    Math.hypot(tile.x + tile.width / 2 - xOn(window, pxPerKm, focus.east), tile.y + tile.height / 2 - yOn(window, pxPerKm, focus.north));
  return tiles.sort((a, b) => distance(a) - distance(b));
}

function xOn(window: GroundWindow, pxPerKm: number, east: number): number {
  return ((east - window.east0) * pxPerKm) / 1000;
}

function yOn(window: GroundWindow, pxPerKm: number, north: number): number {
  return ((window.north1 - north) * pxPerKm) / 1000;
}
