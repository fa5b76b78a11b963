/** Attacks and marches that are under way. */
import type { SideView } from '../../engine/index.ts';
import { hexPoint, pointOf } from './places.ts';
import { attackStart } from './attack-start.ts';
import type { AssaultMark, MarchMark } from './marks.ts';

/** Attacks that have not ended: one's own from where the men stand, the other side's from where it must come. */
export function assaultMarks(view: SideView): AssaultMark[] {
  return view.assaults.flatMap((assault) => {
    const post = view.posts.find(({ id }) => id === assault.post);
    if (post === undefined || assault.ended !== 'no') return [];
    const starts = (ids: readonly string[]) =>
      view.units.filter(({ id }) => ids.includes(id)).map(({ hex }, i) => attackStart(view, post, i, hex));
    const lead = assault.own === null ? [attackStart(view, post, 0, null)] : starts(assault.own.lead);
    return [{ id: assault.id, nation: assault.side, post: post.id, to: pointOf(post), lead, echelon: starts(assault.own?.echelon ?? []) }];
  });
}

/** One's own men on the march, with the way still before them. */
export function marchMarks(view: SideView): MarchMark[] {
  return view.units.flatMap(({ id, hex, march }) => {
    if (march === null || march.path.length === 0) return [];
    const line = [hex, ...march.path].map((step) => hexPoint(view.facts.map.grid, step));
    return [{ id, nation: view.side, line, purpose: march.purpose }];
  });
}
