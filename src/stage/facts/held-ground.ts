/** The rings around the ground that the garrison holds, worked out anew only when a post changes hands. */
import type { PostView } from '../../engine/index.ts';
import type { XY } from '../geometry/lines.ts';
import { perimetersOf } from '../geometry/perimeter.ts';
import type { PostMark } from './marks.ts';

let known: { readonly key: string; readonly rings: readonly (readonly XY[])[] } = { key: '', rings: [] };

/** Rings around all posts that are not the besieger's, nor empty. */
export function heldGround(marks: readonly PostMark[], facts: readonly Pick<PostView, 'id' | 'lengthMetres' | 'widthMetres'>[]): readonly (readonly XY[])[] {
  const held = marks.filter(({ holder }) => holder === 'garrison' || holder === 'contested');
  const key = held.map(({ id, place }) => `${id}@${place.join(',')}`).join(' ');
  if (key === known.key) return known.rings;
  const rings = perimetersOf(held.map(({ id, place }) => {
    const measures = facts.find((post) => post.id === id);
    return { place, radius: Math.min(measures?.lengthMetres ?? 0, measures?.widthMetres ?? 0) / 2 };
  }));
  known = { key, rings };
  return rings;
}
