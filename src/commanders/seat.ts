/** How far a post lies from the command post of its camp: both staffs reckon with it. */
import { metresBetween, postOf } from '../engine/index.ts';
import type { PostView, SideView } from '../engine/index.ts';

/** Metres from a post to the command post of its camp. */
export function metresOut(view: SideView, post: PostView): number {
  const seat = seatOf(view, post.camp);
  return seat === null ? 0 : metresBetween(seat, post);
}

/** The command post of a camp. */
export function seatOf(view: SideView, id: string): PostView | null {
  for (const camp of view.facts.camps) if (camp.id === id) return postOf(view, camp.commandPost);
  return null;
}
