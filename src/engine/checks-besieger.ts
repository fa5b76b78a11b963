/** Whether the besieger's battalions can dig, close up, storm, mine and snipe as ordered. */
import { ownUnits } from './checks-march.ts';
import type { Assault, CloseUp, Dig, Encircle, Trench } from './orders.ts';
import { refuse, within } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { PULSES } from './state.ts';
import type { SideView } from './view.ts';
import { assaultOn, postOf, trenchTo } from './view-things.ts';

function inTheatre(view: SideView, id: string): Refusal | null {
  const post = postOf(view, id);
  if (post === null) return refuse('post', 'no-such-thing');
  if (!post.inTheatre) return refuse('post', 'outside-theatre', ...view.facts.theatre);
  return post.holder === view.side ? refuse('post', 'held-by-you') : null;
}

/** Units that one order of digging or marching takes. */
function crew(view: SideView, units: readonly string[]): Refusal | null {
  return units.length === 0 ? refuse('units', 'no-such-thing') : ownUnits(view, units, 'units');
}

/** A sap to the wire. */
export function dig(view: SideView, order: Dig): Refusal | null {
  if (order.units.length === 0) return refuse('units', 'no-such-thing');
  return inTheatre(view, order.post) ?? crew(view, order.units);
}

/** A trench round a post. */
export function encircle(view: SideView, order: Encircle): Refusal | null {
  return inTheatre(view, order.post) ?? crew(view, order.units);
}

/** A trench to a hex. */
export function trench(view: SideView, order: Trench): Refusal | null {
  return within('to', order.to, 0, view.facts.map.heights.length - 1) ?? crew(view, order.units);
}

/** Up to the trench before a post. */
export function closeUp(view: SideView, order: CloseUp): Refusal | null {
  return inTheatre(view, order.post) ?? dugBefore(view, order.post) ?? crew(view, order.units);
}

/** Some trench towards the post, or round it, that men can use. */
function dugBefore(view: SideView, post: string): Refusal | null {
  const approach = trenchTo(view, post);
  return approach === null || approach.dugMetres <= 0 ? refuse('post', 'no-approach', post) : null;
}

/** One assault a post, with men who are fit and not too many of them. */
export function assault(view: SideView, order: Assault): Refusal | null {
  if (order.lead.length === 0) return refuse('lead', 'no-such-thing');
  const { mostUnits } = view.facts.rules.assault;
  if (order.lead.length + order.echelon.length > mostUnits) return refuse('lead', 'too-many', mostUnits);
  if (assaultOn(view, order.post) !== null) return refuse('post', 'assault-under-way', order.post);
  return (
    inTheatre(view, order.post) ??
    ownUnits(view, order.lead, 'lead') ??
    ownUnits(view, order.echelon, 'lead') ??
    within('from', order.from, 0, PULSES - 1) ??
    within('echelonAfter', order.echelonAfter, 0, 2 * PULSES)
  );
}

/** An assault of one's own that goes on. */
export function breakOff(view: SideView, id: string): Refusal | null {
  return assaultOn(view, id)?.side === view.side ? null : refuse('post', 'no-assault');
}

/** A gallery begins in a trench, and is fired once. */
export function mine(view: SideView, id: string): Refusal | null {
  const refusal = inTheatre(view, id) ?? dugBefore(view, id);
  if (refusal !== null) return refusal;
  return view.galleries.some(({ post, firedTurn }) => post === id && firedTurn >= 0) ? refuse('post', 'too-late', id) : null;
}

/** Marksmen lie in a trench before the post. */
export function snipe(view: SideView, id: string): Refusal | null {
  return inTheatre(view, id) ?? dugBefore(view, id);
}
