/**
 * Contour lines, drawn pixel by pixel: a pixel whose height is close to a line's height, measured in pixels along the
 * slope, takes ink. No line can tear at the edge of a tile, and the lines are as smooth as the ground is.
 */

/** How a contour is drawn: its width in pixels at 165 px per km and how dark it is, 0-1. */
interface Pen {
  readonly width: number;
  readonly ink: number;
}

const INDEX_PEN: Pen = { width: 1.05, ink: 0.62 };
const PLAIN_PEN: Pen = { width: 0.6, ink: 0.42 };
const HALF_PEN: Pen = { width: 0.5, ink: 0.22 };

/** Colour of index contours and of all others. */
export const INDEX_INK = [122, 74, 36] as const;
export const PLAIN_INK = [134, 86, 44] as const;

/** Flatter ground than this (metres a pixel) draws lines as if it were this steep, or a plain would turn brown. */
const FLATTEST = 0.06;

/** The contour nearest to a height: every 10 m to 120, every 20 above, each 50 as index, and halves at 5, 15 and 25. */
export function contourNear(metres: number): number | null {
  const step = metres < 30 ? 5 : 10;
  const level = Math.round(metres / step) * step;
  if (level <= 0) return null;
  if (level <= 120) return level;
  return level % 20 === 0 || level % 50 === 0 ? level : null;
}

/** Whether a contour is drawn heavier. */
export function isIndex(level: number): boolean {
  return level % 50 === 0;
}

/** How much contour ink a pixel takes, 0-1; `rise` is the steepness in metres a pixel, `scale` the pen's. */
export function contourInk(metres: number, rise: number, scale: number): number {
  const level = contourNear(metres);
  if (level === null) return 0;
  const pen = penOf(level);
  const width = pen.width * scale;
  const away = Math.abs(metres - level) / Math.max(rise, FLATTEST);
  return pen.ink * Math.max(0, Math.min(1, width, width / 2 + 0.5 - away));
}

function penOf(level: number): Pen {
  if (isIndex(level)) return INDEX_PEN;
  return level % 10 === 0 ? PLAIN_PEN : HALF_PEN;
}
