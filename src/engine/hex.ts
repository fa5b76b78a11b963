/** The hex grid: pointy tops, odd rows shifted half a step east, one whole number a hex. */
import type { Grid, Place } from './scenario.ts';

/** The number of the hex at a column and row. */
export function hexAt(grid: Grid, col: number, row: number): number {
  return row * grid.cols + col;
}

/** True where a column and row lie on the grid. */
export function onGrid(grid: Grid, col: number, row: number): boolean {
  return col >= 0 && col < grid.cols && row >= 0 && row < grid.rows;
}

/** The centre of a hex, in metres. */
export function centreOf(grid: Grid, hex: number): Place {
  const row = Math.floor(hex / grid.cols);
  const col = hex - row * grid.cols;
  return {
    east: grid.eastOfFirst + col * grid.stepMetres + (row % 2 === 1 ? Math.floor(grid.stepMetres / 2) : 0),
    north: grid.northOfFirst + row * grid.rowMetres,
  };
}

/** The hex whose centre is nearest to a place; places off the grid give its nearest edge hex. */
export function hexOf(grid: Grid, { east, north }: Place): number {
  return hexOver(grid, east, north);
}

/** The same without a place made for it. */
export function hexOver(grid: Grid, east: number, north: number): number {
  const row = nearest(north - grid.northOfFirst, grid.rowMetres, grid.rows);
  const col = colIn(grid, row, east);
  const byNorth = grid.northOfFirst + row * grid.rowMetres - north;
  const square = byNorth * byNorth + byEastOf(grid, row, col, east);
  // Of the rows beside it only that on the place's own side comes into question, and only where even its nearest point is no farther away.
  const south = (byNorth >> 31) | 1;
  const side = row - south >= 0 && row - south < grid.rows ? south : -south;
  const across = byNorth - side * grid.rowMetres;
  const beside = row - side;
  if (across * across > square || beside < 0 || beside >= grid.rows) return row * grid.cols + col;
  const other = colIn(grid, beside, east);
  const nearer = across * across + byEastOf(grid, beside, other, east) - square;
  return nearer < 0 || (nearer === 0 && side > 0) ? beside * grid.cols + other : row * grid.cols + col;
}

/** Steps to the nearest of so many equal marks, halves upwards. What is cut off towards nought below the first mark comes to the same, and is quicker than rounding. */
function nearest(metres: number, step: number, count: number): number {
  return within(((2 * metres + step) / (2 * step)) | 0, count);
}

/** The column of a row whose centre is nearest to an easting. */
function colIn(grid: Grid, row: number, east: number): number {
  return nearest(east - firstOf(grid, row), grid.stepMetres, grid.cols);
}

/** Square of the metres east or west from the centre of a hex. */
function byEastOf(grid: Grid, row: number, col: number, east: number): number {
  const metres = firstOf(grid, row) + col * grid.stepMetres - east;
  return metres * metres;
}

/** Easting of the first centre of a row; rows come by turns, so that a question would be guessed wrong half of the time. */
function firstOf({ eastOfFirst, stepMetres }: Grid, row: number): number {
  return eastOfFirst + (row & 1) * (stepMetres >> 1);
}

/** A column or row that is on the grid. */
function within(value: number, count: number): number {
  return value < 0 ? 0 : value >= count ? count - 1 : value;
}

/** The up to six hexes beside one, in a fixed order (east first, counter-clockwise). */
export function neighboursOf(grid: Grid, hex: number): number[] {
  const row = Math.floor(hex / grid.cols);
  const col = hex - row * grid.cols;
  const odd = row % 2;
  const around: readonly (readonly [number, number])[] = [
    [col + 1, row], [col + odd, row + 1], [col + odd - 1, row + 1],
    [col - 1, row], [col + odd - 1, row - 1], [col + odd, row - 1],
  ];
  const found: number[] = [];
  for (const [c, r] of around) if (onGrid(grid, c, r)) found.push(hexAt(grid, c, r));
  return found;
}

/** Steps between two hexes. */
export function stepsBetween({ cols }: Pick<Grid, 'cols'>, a: number, b: number): number {
  const rowOfA = Math.floor(a / cols);
  const rowOfB = Math.floor(b / cols);
  const rows = rowOfA - rowOfB;
  const slant = a - rowOfA * cols - (rowOfA >> 1) - (b - rowOfB * cols - (rowOfB >> 1));
  return Math.max(Math.abs(slant), Math.abs(rows), Math.abs(slant + rows));
}

/** The hexes no farther than so many steps from one, in the order of the map. */
export function hexesAbout(grid: Grid, hex: number, depth: number): number[] {
  const line = Math.floor(hex / grid.cols);
  const column = hex - line * grid.cols;
  const about: number[] = [];
  for (let row = Math.max(0, line - depth); row <= Math.min(grid.rows - 1, line + depth); row += 1) {
    for (let col = Math.max(0, column - depth); col <= Math.min(grid.cols - 1, column + depth); col += 1) {
      const near = hexAt(grid, col, row);
      if (stepsBetween(grid, hex, near) <= depth) about.push(near);
    }
  }
  return about;
}
