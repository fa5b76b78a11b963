/**
 * Rain on the drawn relief: droplets run downhill, cut where they are fast and drop what they carry where they slow.
 *
 * They give the walls their gullies. Ground where `loose` is 0 (the floor, the posts' hills) is left alone, so that the
 * heights a player knows stay where they are.
 */
import type { Rolls } from './picture-noise.ts';

/** A square grid of heights in metres, row by row, with how far each cell may be worn, 0-1. */
export interface WornGrid {
  readonly cols: number;
  readonly rows: number;
  readonly heights: Float32Array;
  readonly loose: Float32Array;
}

const STEPS_OF_A_DROP = 48;
/** Share of its old direction that a drop keeps. */
const INERTIA = 0.25;
const START_LOOSE = 0.2;
/** How a cut spreads over the cell under the drop, its four neighbours and its four corners. */
const CUT_CENTRE = 0.32;
const CUT_SIDE = 0.11;
const CUT_CORNER = 0.06;

interface Drop {
  x: number;
  y: number;
  goX: number;
  goY: number;
  speed: number;
  water: number;
  /** Metres of earth carried. */
  load: number;
}

/** Lets a number of drops fall on a grid and wear its heights in place. */
export function erode(grid: WornGrid, drops: number, roll: Rolls): void {
  for (let i = 0; i < drops; i++) {
    const x = roll() * (grid.cols - 4) + 1;
    const y = roll() * (grid.rows - 4) + 1;
    if ((grid.loose[Math.floor(y) * grid.cols + Math.floor(x)] ?? 0) < START_LOOSE) continue;
    run({ x, y, goX: 0, goY: 0, speed: 1, water: 1, load: 0 }, grid);
  }
}

/** Evens out what single drops left behind, on loose ground only. */
export function settle(grid: WornGrid, passes: number): void {
  const { cols, rows, heights, loose } = grid;
  for (let pass = 0; pass < passes; pass++) {
    const before = heights.slice();
    for (let row = 1; row < rows - 1; row++) {
      for (let i = row * cols + 1; i < row * cols + cols - 1; i++) {
        const share = (loose[i] ?? 0) * 0.55;
        const around = at(before, i - 1) + at(before, i + 1) + at(before, i - cols) + at(before, i + cols);
        heights[i] = at(before, i) * (1 - share) + (share * around) / 4;
      }
    }
  }
}

function run(drop: Drop, grid: WornGrid): void {
  for (let step = 0; step < STEPS_OF_A_DROP; step++) {
    const cell = Math.floor(drop.y) * grid.cols + Math.floor(drop.x);
    const u = drop.x - Math.floor(drop.x);
    const v = drop.y - Math.floor(drop.y);
    const height = heightUnder(grid, drop.x, drop.y);
    if (!turnDownhill(drop, grid, cell, u, v)) return;
    drop.x += drop.goX;
    drop.y += drop.goY;
    if (drop.x < 2 || drop.y < 2 || drop.x >= grid.cols - 3 || drop.y >= grid.rows - 3) return;
    const climb = heightUnder(grid, drop.x, drop.y) - height;
    cutOrDrop(drop, grid, cell, u, v, climb);
    drop.speed = Math.min(5, Math.sqrt(Math.max(0.01, drop.speed * drop.speed - climb * 0.12)));
    drop.water *= 0.975;
  }
}

function turnDownhill(drop: Drop, { heights, cols }: WornGrid, cell: number, u: number, v: number): boolean {
  const a = at(heights, cell);
  const b = at(heights, cell + 1);
  const c = at(heights, cell + cols);
  const d = at(heights, cell + cols + 1);
  const goX = drop.goX * INERTIA - ((b - a) * (1 - v) + (d - c) * v) * (1 - INERTIA);
  const goY = drop.goY * INERTIA - ((c - a) * (1 - u) + (d - b) * u) * (1 - INERTIA);
  const length = Math.sqrt(goX * goX + goY * goY);
  if (length < 1e-6) return false;
  drop.goX = goX / length;
  drop.goY = goY / length;
  return true;
}

function cutOrDrop(drop: Drop, grid: WornGrid, cell: number, u: number, v: number, climb: number): void {
  const loose = at(grid.loose, cell);
  const canCarry = Math.max(-climb, 0.05) * drop.speed * drop.water * 0.9;
  if (drop.load > canCarry || climb > 0) {
    const left = climb > 0 ? Math.min(climb, drop.load) : (drop.load - canCarry) * 0.25;
    drop.load -= left;
    heap(grid, cell, u, v, left * loose);
    return;
  }
  const taken = Math.min((canCarry - drop.load) * 0.22, -climb) * loose;
  drop.load += taken;
  cut(grid, cell, taken);
}

function heap({ heights, cols }: WornGrid, cell: number, u: number, v: number, metres: number): void {
  raise(heights, cell, metres * (1 - u) * (1 - v));
  raise(heights, cell + 1, metres * u * (1 - v));
  raise(heights, cell + cols, metres * (1 - u) * v);
  raise(heights, cell + cols + 1, metres * u * v);
}

function cut({ heights, cols }: WornGrid, cell: number, metres: number): void {
  raise(heights, cell, -metres * CUT_CENTRE);
  for (const side of [-1, 1, -cols, cols]) raise(heights, cell + side, -metres * CUT_SIDE);
  for (const corner of [-cols - 1, -cols + 1, cols - 1, cols + 1]) raise(heights, cell + corner, -metres * CUT_CORNER);
}

function raise(heights: Float32Array, cell: number, metres: number): void {
  heights[cell] = at(heights, cell) + metres;
}

function heightUnder({ heights, cols }: WornGrid, x: number, y: number): number {
  const cell = Math.floor(y) * cols + Math.floor(x);
  const u = x - Math.floor(x);
  const v = y - Math.floor(y);
  const top = at(heights, cell) * (1 - u) + at(heights, cell + 1) * u;
  return top * (1 - v) + (at(heights, cell + cols) * (1 - u) + at(heights, cell + cols + 1) * u) * v;
}

function at(values: Float32Array, i: number): number {
  return values[i] ?? 0;
}
