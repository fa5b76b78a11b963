/** What is chosen, what may be chosen, and the cursor of the keyboard. */
import type { Grid } from '../../engine/index.ts';
import { hexPoint } from '../facts/places.ts';
import type { Marks } from '../facts/marks.ts';
import type { XY } from '../geometry/lines.ts';
import { scaled } from '../geometry/outline.ts';
import type { Piece } from '../layout/pieces.ts';
import { ink, trace, type Frame, type Pen } from '../pen.ts';
import type { Theme } from '../theme.ts';

/** What the selection is made of. */
export interface Chosen {
  readonly selected: readonly string[];
  readonly pickable: readonly string[] | null;
  /** The hex under the keyboard's cursor. */
  readonly cursor: number | null;
}

/** Draws the rings; false when nothing is chosen, asked or pointed at. */
export function paintSelection(pen: Pen, frame: Frame, marks: Marks, pieces: readonly Piece[], grid: Grid, chosen: Chosen, theme: Theme): boolean {
  const { selected, pickable, cursor } = chosen;
  pen.lineJoin = 'round';
  for (const ring of ringsOf(pickable ?? [], marks, pieces, frame)) {
    trace(pen, ring, true);
    ink(pen, theme.focusCasing, 4.4);
    ink(pen, theme.focus, 2, [5, 4]);
  }
  for (const ring of ringsOf(selected, marks, pieces, frame)) {
    trace(pen, ring, true);
    ink(pen, theme.focusCasing, 5);
    ink(pen, theme.focus, 2.6);
  }
  if (cursor !== null) {
    trace(pen, hexRing(grid, cursor).map((place) => frame.to(place)), true);
    ink(pen, theme.focusCasing, 4.6);
    ink(pen, theme.focus, 2.4, [2, 3]);
  }
  return selected.length > 0 || (pickable?.length ?? 0) > 0 || cursor !== null;
}

/** A ring for each thing: around the outline of a post, around a piece. */
function ringsOf(ids: readonly string[], marks: Marks, pieces: readonly Piece[], frame: Frame): XY[][] {
  const posts = marks.posts.filter(({ id }) => ids.includes(id))
    .map(({ outline, place }) => scaled(outline.map((point) => frame.to(point)), frame.to(place), frame.pxPerKm < 60 ? 2 : 1.36));
  const around = pieces.filter((piece) => piece.ids.some((id) => ids.includes(id) && !marks.posts.some((post) => post.id === id)));
  const trenches = marks.trenches.filter(({ id }) => ids.includes(id)).map(({ line }) => squareAround(frame.to(line.at(-1) ?? [0, 0]), 10, 10));
  return [...posts, ...around.map(({ x, y, halfWidth, halfHeight }) => squareAround(frame.under([x, y]), halfWidth + 6, halfHeight + 5)), ...trenches];
}

function squareAround([x, y]: XY, halfWidth: number, halfHeight: number): XY[] {
  return [[x - halfWidth, y - halfHeight], [x + halfWidth, y - halfHeight], [x + halfWidth, y + halfHeight], [x - halfWidth, y + halfHeight]];
}

function hexRing(grid: Grid, hex: number): XY[] {
  const [x, y] = hexPoint(grid, hex);
  const reach = grid.stepMetres / Math.sqrt(3);
  return Array.from({ length: 6 }, (_, corner) => {
    const turn = (corner / 6) * 2 * Math.PI + Math.PI / 6;
    return [x + Math.cos(turn) * reach, y + Math.sin(turn) * reach];
  });
}
