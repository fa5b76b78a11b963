/** What makes the sheet a sheet: kilometre lines, folds, and edges that darken. */
import type { Pen } from './draw-lines.ts';
import type { GroundWindow } from './ground-map.ts';
import type { TileFrame } from './tile-frame.ts';

/** Folds cross the sheet this far apart, from this first one, metres. */
const FOLD_METRES = 2850;
const FOLD_EAST = -1210;
const FOLD_NORTH = 570;
/** How far a crease shades the paper on each side, in pixels at 165 px per km. */
const FOLD_PX = 26;
/** How far the darkening reaches in from the edge of the sheet, in pixels at 165 px per km. */
const EDGE_PX = 210;

/** Draws kilometre lines over a tile. */
export function drawGrid(pen: Pen, tile: TileFrame): void {
  pen.strokeStyle = 'rgba(40,60,72,.2)';
  pen.lineWidth = 0.7;
  pen.beginPath();
  for (const x of crossings(tile.east, tile.width / tile.pxPerMetre, 0, 1000)) line(pen, tile, (x - tile.east) * tile.pxPerMetre, 'down');
  const south = tile.north - tile.height / tile.pxPerMetre;
  for (const y of crossings(south, tile.height / tile.pxPerMetre, 0, 1000)) line(pen, tile, (tile.north - y) * tile.pxPerMetre, 'across');
  pen.stroke();
}

/** Draws the folds of a map that has been carried in a pocket. */
export function drawFolds(pen: Pen, tile: TileFrame): void {
  const half = Math.max(12, (FOLD_PX * tile.pxPerMetre * 1000) / 165);
  const reach = half / tile.pxPerMetre;
  const width = tile.width / tile.pxPerMetre;
  for (const east of crossings(tile.east - reach, width + 2 * reach, FOLD_EAST, FOLD_METRES)) {
    const x = (east - tile.east) * tile.pxPerMetre;
    pen.fillStyle = creased(pen.createLinearGradient(x - half, 0, x + half, 0));
    pen.fillRect(x - half, 0, 2 * half, tile.height);
  }
  const height = tile.height / tile.pxPerMetre;
  for (const north of crossings(tile.north - height - reach, height + 2 * reach, FOLD_NORTH, FOLD_METRES)) {
    const y = (tile.north - north) * tile.pxPerMetre;
    pen.fillStyle = creased(pen.createLinearGradient(0, y - half, 0, y + half));
    pen.fillRect(0, y - half, tile.width, 2 * half);
  }
}

/** Darkens a tile toward the edges of the whole sheet of the map, whatever piece of it is being painted. */
export function drawEdges(pen: Pen, tile: TileFrame, sheet: GroundWindow): void {
  const reach = (EDGE_PX * tile.pxPerMetre * 1000) / 165;
  const left = (sheet.east0 - tile.east) * tile.pxPerMetre;
  const top = (tile.north - sheet.north1) * tile.pxPerMetre;
  const right = (sheet.east1 - tile.east) * tile.pxPerMetre;
  const bottom = (tile.north - sheet.north0) * tile.pxPerMetre;
  const dark = (x0: number, y0: number, x1: number, y1: number): void => {
    const gradient = pen.createLinearGradient(x0, y0, x1, y1);
    for (const [stop, share] of [[0, 0.34], [0.4, 0.13], [0.75, 0.03], [1, 0]] as const) gradient.addColorStop(stop, `rgba(50,34,10,${share})`);
    pen.fillStyle = gradient;
    pen.fillRect(Math.min(x0, x1, 0), Math.min(y0, y1, 0), tile.width + reach, tile.height + reach);
  };
  if (left + reach > 0) dark(left, 0, left + reach, 0);
  if (right - reach < tile.width) dark(right, 0, right - reach, 0);
  if (top + reach > 0) dark(0, top, 0, top + reach);
  if (bottom - reach < tile.height) dark(0, bottom, 0, bottom - reach);
}

/** Places from `first` that are a whole number of steps from `origin`. */
function crossings(first: number, length: number, origin: number, step: number): number[] {
  const places: number[] = [];
  for (let i = Math.ceil((first - origin) / step); origin + i * step <= first + length; i++) places.push(origin + i * step);
  return places;
}

function line(pen: Pen, tile: TileFrame, at: number, way: 'down' | 'across'): void {
  if (way === 'down') {
    pen.moveTo(at, 0);
    pen.lineTo(at, tile.height);
  } else {
    pen.moveTo(0, at);
    pen.lineTo(tile.width, at);
  }
}

function creased(gradient: CanvasGradient): CanvasGradient {
  gradient.addColorStop(0, 'rgba(60,40,20,0)');
  gradient.addColorStop(0.46, 'rgba(60,40,20,.09)');
  gradient.addColorStop(0.5, 'rgba(255,252,240,.26)');
  gradient.addColorStop(0.54, 'rgba(60,40,20,.05)');
  gradient.addColorStop(1, 'rgba(60,40,20,0)');
  return gradient;
}
