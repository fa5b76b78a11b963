/** Outlines of ground that is given hex by hex. */
import type { XY } from './lines.ts';

/** A grid of pointy-top hexes whose odd rows stand half a step to the east. */
export interface HexGrid {
  readonly cols: number;
  readonly rows: number;
  readonly stepMetres: number;
  readonly rowMetres: number;
  readonly eastOfFirst: number;
  readonly northOfFirst: number;
}

/** Corners of a hex about its middle, counter-clockwise from the north-east, in half steps and sixths of two rows. */
const CORNERS: readonly XY[] = [[1, 1], [0, 2], [-1, 1], [-1, -1], [0, -2], [1, -1]];

/** Rings around all hexes that are `inside`, counter-clockwise with north up. */
export function hexOutlines(grid: HexGrid, inside: (hex: number) => boolean): XY[][] {
  const next = new Map<string, { readonly at: XY; readonly to: string }[]>();
  for (let hex = 0; hex < grid.cols * grid.rows; hex += 1) {
    if (!inside(hex)) continue;
    neighbours(grid, hex).forEach((other, edge) => {
      if (other !== null && inside(other)) return;
      const [from, to] = [corner(grid, hex, edge), corner(grid, hex, edge + 1)];
      const key = from.join();
      next.set(key, [...(next.get(key) ?? []), { at: from, to: to.join() }]);
    });
  }
  return rings(next);
}

function rings(next: Map<string, { readonly at: XY; readonly to: string }[]>): XY[][] {
  const found: XY[][] = [];
  for (const first of [...next.keys()]) {
    const ring: XY[] = [];
    for (let step = next.get(first)?.pop(); step !== undefined; step = next.get(step.to)?.pop()) ring.push(step.at);
    if (ring.length > 2) found.push(ring);
  }
  return found;
}

/** The neighbours of a hex across its edges: edge i runs from corner i to corner i + 1. */
function neighbours({ cols, rows }: HexGrid, hex: number): (number | null)[] {
  const row = Math.floor(hex / cols);
  const col = hex % cols;
  const east = row % 2;
  const at = (c: number, r: number): number | null => (c < 0 || r < 0 || c >= cols || r >= rows ? null : r * cols + c);
  return [at(col + east, row + 1), at(col - 1 + east, row + 1), at(col - 1, row), at(col - 1 + east, row - 1), at(col + east, row - 1), at(col + 1, row)];
}

function corner({ cols, stepMetres, rowMetres, eastOfFirst, northOfFirst }: HexGrid, hex: number, index: number): XY {
  const row = Math.floor(hex / cols);
  const [x, y] = CORNERS[index % 6] ?? [0, 0];
  const east = eastOfFirst + (hex % cols) * stepMetres + (row % 2) * (stepMetres / 2);
  return [Math.round(east + (x * stepMetres) / 2), Math.round(northOfFirst + row * rowMetres + (y * rowMetres) / 3)];
}
