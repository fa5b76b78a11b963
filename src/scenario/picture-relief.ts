/**
 * The drawn relief of a map: the recipe's hills, with ridge lines bent, walls roughened and rain let loose on them.
 *
 * For the eye only. The hills that posts stand on keep their heights within a few metres; the walls may do as they
 * like. Everything comes from the recipe's seed, so building twice on one machine gives the same bytes.
 */
import { erode, settle } from './erosion.ts';
import { noiseFrom, rollsFrom, type Noise } from './picture-noise.ts';
import type { Grid } from '../engine/index.ts';
import { bell, distanceToLine, type GaussHill, type ReliefRecipe, type Ridge } from './relief.ts';

type Line = readonly (readonly [number, number])[];

/** The parts of a map file that the drawn relief is made from. */
export interface PictureSource {
  readonly grid: Grid;
  readonly recipe: ReliefRecipe;
  readonly river: { readonly points: Line };
  readonly roads: readonly { readonly kind: string; readonly points: Line }[];
}

/** A square grid of heights, first row northernmost, first column westernmost. */
export interface PictureRelief {
  readonly cols: number;
  readonly rows: number;
  readonly stepMetres: number;
  /** Metres east of the origin of the first column. */
  readonly east: number;
  /** Metres north of the origin of the first row. */
  readonly north: number;
  /** Tenths of a metre above the local valley floor. */
  readonly decimetres: Int16Array;
}

/** Picture around the hex grid, metres: wide screens show more than the field of play. */
const MARGIN = 1500;
/** A river or road that ends this close to the edge of the field of play goes on past it, metres. */
const NEAR_EDGE = 1200;
/** Rain runs on a grid of this step; what is shipped is half as fine. */
const FINE_STEP = 10;
const SHIPPED_STEP = 20;
const DROPS_PER_CELL = 0.36;

/** Builds the drawn relief of a map; takes some ten seconds. */
export function buildPictureRelief(map: PictureSource): PictureRelief {
  const frame = frameOf(map.grid);
  const ground = { ...frame, heights: new Float32Array(frame.cols * frame.rows), loose: new Float32Array(frame.cols * frame.rows) };
  const height = drawnHeight(map);
  for (let row = 0; row < frame.rows; row++) {
    for (let col = 0; col < frame.cols; col++) {
      const point = height(frame.east + col * FINE_STEP, frame.north - row * FINE_STEP);
      ground.heights[row * frame.cols + col] = point.metres;
      ground.loose[row * frame.cols + col] = point.loose;
    }
  }
  erode(ground, Math.round(frame.cols * frame.rows * DROPS_PER_CELL), rollsFrom(map.recipe.seed));
  settle(ground, 2);
  return halved(frame, ground.heights);
}

interface Frame {
  readonly cols: number;
  readonly rows: number;
  readonly east: number;
  readonly north: number;
}

function frameOf(grid: Grid): Frame {
  const east = grid.eastOfFirst - grid.stepMetres / 2 - MARGIN;
  const south = grid.northOfFirst - Math.ceil(grid.rowMetres * 0.6) - MARGIN;
  const width = (grid.cols + 0.5) * grid.stepMetres + 2 * MARGIN;
  const height = (grid.rows + 0.2) * grid.rowMetres + 2 * MARGIN;
  const cols = 2 * Math.ceil(width / SHIPPED_STEP);
  const rows = 2 * Math.ceil(height / SHIPPED_STEP);
  return { cols, rows, east, north: Math.round(south + rows * FINE_STEP) };
}

interface DrawnPoint {
  readonly metres: number;
  readonly loose: number;
}

function drawnHeight(map: PictureSource): (east: number, north: number) => DrawnPoint {
  const noise = noiseFrom(map.recipe.seed);
  const hills = map.recipe.hills.filter((hill): hill is GaussHill => hill.shape === 'gauss');
  const ridges = map.recipe.hills
    .filter((hill): hill is Ridge => hill.shape === 'ridge')
    .map((ridge) => ({ ...ridge, points: runOn(ridge.points, map.grid) }));
  const roads = map.roads.filter(({ kind }) => kind === 'road').map(({ points }) => runOn(points, map.grid));
  const river = runOn(map.river.points, map.grid);
  return (east, north) => {
    const knolls = bentHills(hills, noise, east, north);
    const fromRiver = distanceToLine(river, east, north);
    const cut = Math.max(gorge(0.86, fromRiver, 420), ...roads.map((road) => gorge(0.5, distanceToLine(road, east, north), 260)));
    const wall = bentRidges(ridges, noise, east, north) * (1 - cut);
    const rough = Math.min(1, Math.max(0, (wall - 14) / 120));
    const metres = knolls + wall + roughness(noise, east, north, knolls, wall, rough) - 3.2 * Math.exp(-((fromRiver / 50) ** 2));
    return { metres, loose: Math.min(1, Math.max(0, (wall - 8) / 50)) };
  };
}

// The recipe lets river and road run over the wall at the pass; a drawn gorge makes that believable.
function gorge(depth: number, distance: number, width: number): number {
  return depth * Math.exp(-((distance / width) ** 2));
}

// Tops stay in place; skirts wander, more the farther they lie from the top.
function bentHills(hills: readonly GaussHill[], noise: Noise, east: number, north: number): number {
  let sum = 0;
  for (const hill of hills) {
    const de = east - hill.east;
    const dn = north - hill.north;
    const square = de * de + dn * dn;
    if (square > 2.5e6) continue;
    const bend = 80 * Math.min(1, Math.sqrt(square) / 140);
    const [e, n] = [east / 200, north / 200];
    const bentEast = de + bend * noise.layered(e + (hill.east * 3) / 1000, n, 3);
    sum += bell(hill, bentEast, dn + bend * noise.layered(e + 40, n + 11, 3));
  }
  return sum;
}

function bentRidges(ridges: readonly Ridge[], noise: Noise, east: number, north: number): number {
  const [e, n] = [east / 1000, north / 1000];
  const bentEast = east + 550 * noise.layered(e * 0.7 + 3, n * 0.7 + 8, 4) + 100 * noise.layered(e * 3, n * 3, 3);
  const bentNorth = north + 550 * noise.layered(e * 0.7 + 50, n * 0.7 + 21, 4) + 100 * noise.layered(e * 3 + 9, n * 3 + 4, 3);
  let highest = 0;
  for (const ridge of ridges) {
    const share = distanceToLine(ridge.points, bentEast, bentNorth) / ridge.halfWidth;
    highest = Math.max(highest, ridge.crestMetres * Math.exp(-share * share));
  }
  return highest;
}

function roughness(noise: Noise, east: number, north: number, knolls: number, wall: number, rough: number): number {
  const [e, n] = [east / 1000, north / 1000];
  const onFloor = noise.layered(e * 2, n * 2, 4) * 2.2;
  const hilly = Math.min(1, Math.max(0, (knolls - 4) / 8));
  const low = hilly === 0 ? onFloor : onFloor * (1 - hilly) + hilly * noise.layered(e * 9, n * 9, 4) * Math.min(knolls, 40) * 0.16;
  if (rough === 0) return low;
  const crests = (noise.ridged(e * 0.85 + 2, n * 0.85 + 5, 6) - 0.42) * 260 * Math.min(1, wall / 300);
  return low * (1 - rough) + rough * (crests + noise.layered(e * 2.2, n * 2.2, 5) * 60);
}

// Lines that end near the edge of the field of play, or past it, go on to the edge of the picture.
function runOn(line: Line, grid: Grid): Line {
  const points = [...line];
  const [first, second] = points;
  const [last, beforeLast] = [points.at(-1), points.at(-2)];
  if (first && second && isNearEdge(first, grid)) points.unshift(beyond(second, first));
  if (last && beforeLast && isNearEdge(last, grid)) points.push(beyond(beforeLast, last));
  return points;
}

function isNearEdge([east, north]: readonly [number, number], grid: Grid): boolean {
  const inside = (metres: number, first: number, count: number, step: number): number =>
    Math.min(metres - first, first + count * step - metres);
  const fromSide = inside(east, grid.eastOfFirst, grid.cols, grid.stepMetres);
  return Math.min(fromSide, inside(north, grid.northOfFirst, grid.rows, grid.rowMetres)) < NEAR_EDGE;
}

function beyond(from: readonly [number, number], to: readonly [number, number]): [number, number] {
  const share = (2 * MARGIN) / Math.hypot(to[0] - from[0], to[1] - from[1]);
  return [to[0] + (to[0] - from[0]) * share, to[1] + (to[1] - from[1]) * share];
}

// Four fine cells become one: their mean, in tenths of a metre.
function halved(frame: Frame, heights: Float32Array): PictureRelief {
  const cols = frame.cols / 2;
  const rows = frame.rows / 2;
  const decimetres = new Int16Array(cols * rows);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const fine = 2 * row * frame.cols + 2 * col;
      const sum = [0, 1, frame.cols, frame.cols + 1].reduce((total, step) => total + (heights[fine + step] ?? 0), 0);
      decimetres[row * cols + col] = Math.round((sum / 4) * 10);
    }
  }
  const half = FINE_STEP / 2;
  return { cols, rows, stepMetres: SHIPPED_STEP, east: frame.east + half, north: frame.north - half, decimetres };
}
