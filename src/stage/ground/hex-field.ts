/** Drawn heights for a map that ships no drawn relief: its hex heights, smoothed, and a little noise. */
import { sheetWindow, type GroundMap } from './ground-map.ts';
import { catmullRom, type HeightField } from './height-field.ts';
import { cloud } from './value-noise.ts';

const STEP_METRES = 25;

/** A height field over the whole sheet from the heights of the hexes. */
export function fieldFromHexes(map: GroundMap): HeightField {
  const sheet = sheetWindow(map);
  const cols = Math.ceil((sheet.east1 - sheet.east0) / STEP_METRES) + 1;
  const rows = Math.ceil((sheet.north1 - sheet.north0) / STEP_METRES) + 1;
  const metres = new Float32Array(cols * rows);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const east = sheet.east0 + col * STEP_METRES;
      const north = sheet.north1 - row * STEP_METRES;
      const height = Math.max(0, heightBetween(map, east, north));
      metres[row * cols + col] = height + roughness(east / 1000, north / 1000, height);
    }
  }
  return { cols, rows, stepMetres: STEP_METRES, east: sheet.east0, north: sheet.north1, metres };
}

// Along each of the four nearest rows first, each with its own half-step shift, then across the rows.
function heightBetween(map: GroundMap, east: number, north: number): number {
  const { grid } = map;
  const place = Math.max(0, Math.min(grid.rows - 1, (north - grid.northOfFirst) / grid.rowMetres));
  const base = Math.floor(place);
  return catmullRom(place - base).reduce((sum, weight, tap) => {
    const row = Math.max(0, Math.min(grid.rows - 1, base - 1 + tap));
    return sum + weight * heightInRow(map, row, east);
  }, 0);
}

function heightInRow({ grid, heights }: GroundMap, row: number, east: number): number {
  const first = grid.eastOfFirst + (row % 2 === 1 ? grid.stepMetres / 2 : 0);
  const place = Math.max(0, Math.min(grid.cols - 1, (east - first) / grid.stepMetres));
  const base = Math.floor(place);
  return catmullRom(place - base).reduce((sum, weight, tap) => {
    const col = Math.max(0, Math.min(grid.cols - 1, base - 1 + tap));
    return sum + weight * (heights[row * grid.cols + col] ?? 0);
  }, 0);
}

function roughness(e: number, n: number, height: number): number {
  const fine = cloud(e * 4 + 60, n * 4 + 10, 5) - 0.5;
  return fine * (1.5 + Math.min(70, height * 0.35));
}
