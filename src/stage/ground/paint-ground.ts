/** Paints the sheet of a map, tile by tile, on whatever canvas it is given. Works in a worker and on the page alike. */
import { drawEdges, drawFolds, drawGrid } from './draw-paper.ts';
import { drawGround, drawMoonlight, drawWater, linesOf, type DrawnLines, type Pen } from './draw-lines.ts';
import { toNight } from './ground-colours.ts';
import { sheetWindow, type GroundLight, type GroundRequest } from './ground-map.ts';
import type { HeightField } from './height-field.ts';
import { fieldFromHexes } from './hex-field.ts';
import { paintPixels } from './paint-pixels.ts';
import { readRelief } from './relief-file.ts';
import { TILE_PX, tilesOf, type TileFrame } from './tile-frame.ts';

/** A canvas of a given size with its pen. */
export interface Easel {
  readonly canvas: OffscreenCanvas | HTMLCanvasElement;
  readonly pen: Pen;
}

/** Makes canvases: off screen in a worker, elements where a browser has nothing else. */
export type EaselMaker = (width: number, height: number) => Easel;

/** A tile on its canvas, before it becomes a bitmap. */
export interface PaintedTile {
  readonly light: GroundLight;
  readonly x: number;
  readonly y: number;
  readonly rough: boolean;
  readonly pxPerKm: number;
  readonly easel: Easel;
}

/** The quick first sheet has at most this share of the asked-for pixels a kilometre. */
const ROUGH_SHARE = 0.5;

/** Pixels a kilometre of the quick first sheet: as fine as fits one tile. */
export function roughPxPerKm({ window, pxPerKm }: Pick<GroundRequest, 'window' | 'pxPerKm'>): number {
  const metres = Math.max(window.east1 - window.east0, window.north1 - window.north0);
  return Math.min(pxPerKm * ROUGH_SHARE, (TILE_PX * 1000) / metres);
}

/** Heights to paint from: the drawn relief, or the hexes smoothed where a map ships none. */
export async function heightsFor({ map, relief }: GroundRequest): Promise<HeightField> {
  return relief === null ? fieldFromHexes(map) : readRelief(relief);
}

/** The tiles of a sheet in the order they are painted: a rough sheet at once, then the full one. */
export function* paintTiles(request: GroundRequest, field: HeightField, easel: EaselMaker): Generator<PaintedTile> {
  const lines = linesOf(request.map);
  const job: Job = { request, field, lines, easel };
  if (request.isRefinement !== true) yield* paintSheet(job, roughPxPerKm(request), true);
  yield* paintSheet(job, request.pxPerKm, false);
}

interface Job {
  readonly request: GroundRequest;
  readonly field: HeightField;
  readonly lines: DrawnLines;
  readonly easel: EaselMaker;
}

function* paintSheet(job: Job, pxPerKm: number, rough: boolean): Generator<PaintedTile> {
  const { request } = job;
  for (const tile of tilesOf(request.window, pxPerKm, request.focus)) {
    const day = paintDay(job, tile, pxPerKm, rough);
    const made = (light: GroundLight, easel: Easel): PaintedTile => ({ light, x: tile.x, y: tile.y, rough, pxPerKm, easel });
    const night = request.lights.includes('night') ? paintNight(job, tile, day) : null;
    if (request.lights.includes('day')) yield made('day', day);
    if (night !== null) yield made('night', night);
  }
}

function paintDay({ request, field, lines, easel }: Job, tile: TileFrame, pxPerKm: number, rough: boolean): Easel {
  const sheet = easel(tile.width, tile.height);
  const risePerKm = (request.map.floorTilt?.centimetresPerKmNorth ?? 0) / 100;
  const pixels = paintPixels({ tile, field, river: lines.river, trodden: request.trodden, risePerKm, rough });
  sheet.pen.putImageData(new ImageData(pixels, tile.width, tile.height), 0, 0);
  if (rough) drawWater(sheet.pen, tile, lines, request.flood, pxPerKm / 165);
  else drawGround(sheet.pen, tile, request.map, lines, request.flood);
  if (!rough) drawGrid(sheet.pen, tile);
  if (request.folds && !rough) drawFolds(sheet.pen, tile);
  drawEdges(sheet.pen, tile, sheetWindow(request.map));
  return sheet;
}

function paintNight({ request, lines, easel }: Job, tile: TileFrame, day: Easel): Easel {
  const sheet = easel(tile.width, tile.height);
  const image = day.pen.getImageData(0, 0, tile.width, tile.height);
  toNight(image.data);
  sheet.pen.putImageData(image, 0, 0);
  drawMoonlight(sheet.pen, tile, request.map, lines, request.flood);
  return sheet;
}
