/** How far a post lies from the command post of its camp: both staffs reckon with it. */
import { metresBetween } from '../engine/index.ts';
import type { PostView, SideView } from '../engine/index.ts';

/** Metres from a post to the command post of its camp. */
export function metresOut(view: SideView, post: PostView): number {
  const camp = view.facts.camps.find(({ id }) => id === post.camp);
  const seat = view.posts.find(({ id }) => id === camp?.commandPost);
  return seat === undefined ? 0 : metresBetween(seat, post);
}
