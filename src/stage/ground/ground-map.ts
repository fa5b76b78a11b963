/** What the ground painter needs of a map, and the requests and answers it deals in. */
import type { Grid } from '../../engine/index.ts';

/** A polyline in metres east and north of the map's origin. */
export type Line = readonly (readonly [east: number, north: number])[];

/** The parts of a map file that show on the paper. */
export interface GroundMap {
  readonly grid: Grid;
  /** Metres above the local floor, one a hex, row by row from the south. */
  readonly heights: readonly number[];
  /** How much the floor itself rises northward; only the tint shows it. */
  readonly floorTilt?: { readonly centimetresPerKmNorth: number };
  readonly river: {
    readonly points: Line;
    readonly streams: readonly { readonly points: Line }[];
    readonly bridges: readonly { readonly east: number; readonly north: number }[];
  };
  readonly roads: readonly { readonly kind: 'road' | 'track' | 'footpath'; readonly points: Line }[];
  readonly strips: readonly {
    readonly lengthMetres: number;
    readonly widthMetres: number;
    readonly south: readonly [number, number];
    readonly north: readonly [number, number];
  }[];
  readonly villages: readonly { readonly id: string; readonly east: number; readonly north: number; readonly razed?: boolean }[];
}

/** A rectangle of ground, metres east and north of the map's origin. */
export interface GroundWindow {
  readonly east0: number;
  readonly north0: number;
  readonly east1: number;
  readonly north1: number;
}

/** The same sheet by daylight and under the moon. */
export type GroundLight = 'day' | 'night';

/** One painting job. */
export interface GroundRequest {
  readonly map: GroundMap;
  /** The gzipped drawn relief of the map; null paints from the hex heights. */
  readonly relief: ArrayBuffer | null;
  /** Posts: earth is trodden bare around them and the forest is cut. */
  readonly trodden: readonly { readonly east: number; readonly north: number }[];
  readonly pxPerKm: number;
  readonly window: GroundWindow;
  /** How far the river is over its banks, 0-1. */
  readonly flood: number;
  readonly lights: readonly GroundLight[];
  /** Paper folds; off in high contrast. */
  readonly folds: boolean;
  /** True where a coarser sheet is there already: no quick first version is wanted. */
  readonly isRefinement?: boolean;
  /** Tiles near this point come first. */
  readonly focus: { readonly east: number; readonly north: number };
}

/** A finished piece of the sheet. */
export interface GroundTile {
  readonly light: GroundLight;
  /** Pixels from the sheet's west and north edge. */
  readonly x: number;
  readonly y: number;
  /** Quick first version: paper, shade and water, at `pxPerKm` of this tile; a finer one follows. */
  readonly rough: boolean;
  readonly pxPerKm: number;
  readonly bitmap: ImageBitmap;
}

/** How far the picture reaches beyond the field of play, metres. */
const MARGIN = 1500;

/** The whole sheet of a map: the field of play and a margin, so that wide screens show no bare table. */
export function sheetWindow({ grid }: GroundMap): GroundWindow {
  const half = grid.stepMetres / 2;
  return {
    east0: grid.eastOfFirst - half - MARGIN,
    north0: grid.northOfFirst - half - MARGIN,
    east1: grid.eastOfFirst + grid.cols * grid.stepMetres + MARGIN,
    north1: grid.northOfFirst + grid.rows * grid.rowMetres + MARGIN,
  };
}
