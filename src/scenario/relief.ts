/**
 * Relief: heights and ground cover of a map, worked out from its recipe of hills and ridges.
 *
 * A height is the sum of the round hills, plus the highest ridge, plus a little noise with a fixed seed. The numbers
 * shipped in a map file are the result at each hex centre, rounded to the metre; the game reads those and never the
 * recipe, so floating point here cannot part two machines that play the same siege.
 */
import type { Grid } from '../engine/index.ts';

/** A rounded hill: a bell in two directions, the long one turned clockwise from north. */
export interface GaussHill {
  readonly id: string;
  readonly name: string;
  readonly shape: 'gauss';
  /** Metres east of the map's origin. */
  readonly east: number;
  /** Metres north of the map's origin. */
  readonly north: number;
  readonly heightMetres: number;
  /** Metres. */
  readonly sigmaLong: number;
  /** Metres. */
  readonly sigmaShort: number;
  readonly axisDegrees: number;
  /** Cleared or shelled bare: never counts as forest. */
  readonly bare?: boolean;
  readonly est: boolean;
  readonly source?: string;
}

/** A long crest that falls off on both sides. */
export interface Ridge {
  readonly id: string;
  readonly name: string;
  readonly shape: 'ridge';
  readonly crestMetres: number;
  /** Metres from the crest line to where 37 % of the height is left. */
  readonly halfWidth: number;
  /** The crest line, metres east and north. */
  readonly points: readonly (readonly [number, number])[];
  readonly est: boolean;
  readonly source?: string;
}

/** Small unevenness: some on the floor, more on the walls. */
export interface ReliefNoise {
  readonly wavelengthMetres: number;
  readonly floorMetres: number;
  /** Percent of the height above `wallFromMetres`. */
  readonly wallPercent: number;
  readonly wallFromMetres: number;
}

/** What heights are made from. */
export interface ReliefRecipe {
  readonly hills: readonly (GaussHill | Ridge)[];
  readonly seed: number;
  readonly noise: ReliefNoise;
}

/** The parts of a map file that heights and cover are worked out from. */
export interface ReliefSource {
  readonly grid: Grid;
  readonly recipe: ReliefRecipe;
  readonly villages: readonly { readonly east: number; readonly north: number; readonly razed?: boolean }[];
}

/** Ground cover of a hex, as numbered in map files. */
export const COVER = { open: 0, scrub: 1, forest: 2, village: 3 } as const;

/** Paddies lie at or below this height, metres above the floor. */
const PADDY_METRES = 12;
/** Paddies lie on slopes up to this, metres of rise per metre. */
const PADDY_SLOPE = 0.09;
/** Forest begins here unless the hill was cleared, metres above the floor. */
const FOREST_METRES = 45;
/** Half the distance over which a slope is measured, metres. */
const SLOPE_REACH = 50;

/** Height of the recipe at a point, in metres above the local floor, not rounded. */
export function heightAt(recipe: ReliefRecipe, east: number, north: number): number {
  const plain = smoothHeight(recipe, east, north);
  const noise = recipe.noise;
  const wall = (Math.max(0, plain - noise.wallFromMetres) * noise.wallPercent) / 100;
  const swing = valueNoise(east / noise.wavelengthMetres, north / noise.wavelengthMetres, recipe.seed);
  return Math.max(0, plain + swing * (noise.floorMetres + wall));
}

/**
 * Height of each hex in whole metres, row by row from the south: the ground at its centre, or the top of a round hill
 * that lies in it where that is higher. The eastern hills are hardly wider than a hex, and whoever holds one stands on
 * its top: centres alone would make A1 14 m lower than it was.
 */
export function buildHeights(map: ReliefSource): number[] {
  const heights = hexCentres(map.grid).map(([east, north]) => Math.round(heightAt(map.recipe, east, north)));
  for (const hill of map.recipe.hills) {
    if (hill.shape !== 'gauss') continue;
    const hex = hexIndexAt(map.grid, hill.east, hill.north);
    heights[hex] = Math.max(heights[hex] ?? 0, Math.round(heightAt(map.recipe, hill.east, hill.north)));
  }
  return heights;
}

/**
 * Ground cover of each hex, row by row from the south.
 *
 * Open: at most 12 m above the floor and no steeper than 9 %. Forest: 45 m or more, unless hills marked bare give more
 * than half of that height. Village: the hex that holds a standing village. All else is scrub.
 */
export function buildCover(map: ReliefSource): number[] {
  const cover = hexCentres(map.grid).map(([east, north]) => groundAt(map.recipe, east, north));
  for (const village of map.villages) {
    if (!village.razed) cover[hexIndexAt(map.grid, village.east, village.north)] = COVER.village;
  }
  return cover;
}

/** Centres of all hexes in metres east and north, in the order of the height list. */
export function hexCentres(grid: Grid): [east: number, north: number][] {
  const centres: [number, number][] = [];
  for (let row = 0; row < grid.rows; row++) {
    for (let col = 0; col < grid.cols; col++) {
      const shift = row % 2 === 1 ? grid.stepMetres / 2 : 0;
      centres.push([grid.eastOfFirst + grid.stepMetres * col + shift, grid.northOfFirst + grid.rowMetres * row]);
    }
  }
  return centres;
}

/** Sum of the round hills at a point, metres. */
export function hillsAt(hills: readonly (GaussHill | Ridge)[], east: number, north: number): number {
  let sum = 0;
  for (const hill of hills) if (hill.shape === 'gauss') sum += bell(hill, east - hill.east, north - hill.north);
  return sum;
}

/** Height of the highest ridge at a point, metres. */
export function ridgesAt(hills: readonly (GaussHill | Ridge)[], east: number, north: number): number {
  let highest = 0;
  for (const ridge of hills) {
    if (ridge.shape !== 'ridge') continue;
    const share = distanceToLine(ridge.points, east, north) / ridge.halfWidth;
    highest = Math.max(highest, ridge.crestMetres * Math.exp(-share * share));
  }
  return highest;
}

/** Metres of height that one round hill adds at an offset from its top. */
export function bell(hill: GaussHill, eastOff: number, northOff: number): number {
  const turn = (hill.axisDegrees * Math.PI) / 180;
  const along = (eastOff * Math.sin(turn) + northOff * Math.cos(turn)) / hill.sigmaLong;
  const across = (eastOff * Math.cos(turn) - northOff * Math.sin(turn)) / hill.sigmaShort;
  return hill.heightMetres * Math.exp(-0.5 * (along * along + across * across));
}

/** Shortest distance from a point to a polyline, metres. */
export function distanceToLine(points: readonly (readonly [number, number])[], east: number, north: number): number {
  let best = Infinity;
  points.forEach(([toEast, toNorth], i) => {
    const [fromEast, fromNorth] = points[i - 1] ?? [toEast, toNorth];
    best = Math.min(best, squareToSegment(east, north, fromEast, fromNorth, toEast, toNorth));
  });
  return Math.sqrt(best);
}

function squareToSegment(e: number, n: number, e0: number, n0: number, e1: number, n1: number): number {
  const de = e1 - e0;
  const dn = n1 - n0;
  const square = de * de + dn * dn;
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((e - e0) * de + (n - n0) * dn) / square));
  return (e - e0 - along * de) ** 2 + (n - n0 - along * dn) ** 2;
}

function smoothHeight(recipe: ReliefRecipe, east: number, north: number): number {
  return hillsAt(recipe.hills, east, north) + ridgesAt(recipe.hills, east, north);
}

function groundAt(recipe: ReliefRecipe, east: number, north: number): number {
  const height = smoothHeight(recipe, east, north);
  if (height <= PADDY_METRES && slopeAt(recipe, east, north) <= PADDY_SLOPE) return COVER.open;
  const bare = hillsAt(recipe.hills.filter((hill) => hill.shape === 'gauss' && hill.bare === true), east, north);
  return height >= FOREST_METRES && bare * 2 <= height ? COVER.forest : COVER.scrub;
}

function slopeAt(recipe: ReliefRecipe, east: number, north: number): number {
  const rise = (de: number, dn: number): number =>
    (smoothHeight(recipe, east + de, north + dn) - smoothHeight(recipe, east - de, north - dn)) / (2 * SLOPE_REACH);
  return Math.hypot(rise(SLOPE_REACH, 0), rise(0, SLOPE_REACH));
}

/** Index of the hex whose centre is nearest to a point. */
export function hexIndexAt(grid: Grid, east: number, north: number): number {
  let best = 0;
  let bestSquare = Infinity;
  hexCentres(grid).forEach(([hexEast, hexNorth], i) => {
    const square = (hexEast - east) ** 2 + (hexNorth - north) ** 2;
    if (square < bestSquare) [best, bestSquare] = [i, square];
  });
  return best;
}

/** Smooth noise between -1 and 1: random values at whole points, eased in between. */
function valueNoise(x: number, y: number, seed: number): number {
  const col = Math.floor(x);
  const row = Math.floor(y);
  const ease = (t: number): number => t * t * (3 - 2 * t);
  const u = ease(x - col);
  const v = ease(y - row);
  const south = lattice(col, row, seed) * (1 - u) + lattice(col + 1, row, seed) * u;
  const north = lattice(col, row + 1, seed) * (1 - u) + lattice(col + 1, row + 1, seed) * u;
  return south * (1 - v) + north * v;
}

function lattice(col: number, row: number, seed: number): number {
  let hash = Math.imul(col, 0x27d4eb2d) ^ Math.imul(row, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x80000000 - 1;
}
