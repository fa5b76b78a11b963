/** What lies under a finger or a pointer. */
import { hexOf, type Grid, type Place } from '../engine/index.ts';
import { onGround, onScreen, type Camera } from './camera.ts';
import type { Marks } from './facts/marks.ts';
import { distance, isInside, pointAt, type XY } from './geometry/lines.ts';
import type { Piece } from './layout/pieces.ts';

/** What was pointed at. */
export interface Pick {
  /** Things under the point, the topmost first: units, posts, batteries, fixes, contacts, approaches. */
  readonly ids: readonly string[];
  readonly hex: number;
  readonly place: Place;
}

/** How far from a thing one may point, CSS pixels. */
export const REACH = { mouse: 4, touch: 14 } as const;
const POST_AT_LEAST = 12;

/** The things at a point of the screen; only those in `pickable` when something is asked. */
export function pickAt(point: XY, camera: Camera, marks: Marks, pieces: readonly Piece[], grid: Grid, reach: number, pickable: readonly string[] | null): Pick {
  const place = onGround(camera, point);
  const all = [...piecesAt(point, pieces, reach), ...postsAt(point, camera, marks, reach), ...headsAt(point, camera, marks, reach)];
  const ids = [...new Set(all)].filter((id) => pickable === null || pickable.includes(id));
  return { ids, hex: hexOf(grid, place), place };
}

function piecesAt([x, y]: XY, pieces: readonly Piece[], reach: number): string[] {
  return pieces
    .filter((piece) => Math.abs(piece.x - x) <= piece.halfWidth + reach && Math.abs(piece.y - y) <= piece.halfHeight + reach)
    .sort((a, b) => distance([a.x, a.y], [x, y]) - distance([b.x, b.y], [x, y]))
    .flatMap(({ ids }) => ids);
}

function postsAt(point: XY, camera: Camera, { posts }: Marks, reach: number): string[] {
  const near = posts.flatMap(({ id, place, outline }) => {
    const metres = distance(onScreen(camera, ...place), point);
    const isHit = metres <= POST_AT_LEAST + reach || isInside(outline.map((corner) => onScreen(camera, ...corner)), point);
    return isHit ? [{ id, metres }] : [];
  });
  return near.sort((a, b) => a.metres - b.metres).map(({ id }) => id);
}

function headsAt(point: XY, camera: Camera, { trenches }: Marks, reach: number): string[] {
  return trenches
    .filter(({ line, dug }) => distance(onScreen(camera, ...pointAt(line, Math.round((line.length - 1) * dug))), point) <= 8 + reach)
    .map(({ id }) => id);
}
