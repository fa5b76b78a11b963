/** Whether the besieger's battalions can dig, close up, storm, mine and snipe as ordered. */
import { ownUnit } from './checks-march.ts';
import type { OrderIndex } from './order-index.ts';
import type { Assault, CloseUp, Dig, Encircle, Trench } from './orders.ts';
import { firstOf, refuse, within } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { PULSES } from './state.ts';
import type { SideView } from './view.ts';

function inTheatre(view: SideView, index: OrderIndex, id: string): Refusal | null {
  const post = index.posts[id];
  if (post === undefined) return refuse('post', 'no-such-thing');
  if (!post.inTheatre) return refuse('post', 'outside-theatre', ...view.facts.theatre);
  return post.holder === view.side ? refuse('post', 'held-by-you') : null;
}

/** Units that one order of digging or marching takes. */
function crew(index: OrderIndex, units: readonly string[]): Refusal | null {
  return units.length === 0 ? refuse('units', 'no-such-thing') : firstOf(units, (unit) => ownUnit(index, unit, 'units'));
}

/** A sap to the wire. */
export function dig(view: SideView, index: OrderIndex, order: Dig): Refusal | null {
  if (order.units.length === 0) return refuse('units', 'no-such-thing');
  return inTheatre(view, index, order.post) ?? crew(index, order.units);
}

/** A trench round a post. */
export function encircle(view: SideView, index: OrderIndex, order: Encircle): Refusal | null {
  return inTheatre(view, index, order.post) ?? crew(index, order.units);
}

/** A trench to a hex. */
export function trench(view: SideView, index: OrderIndex, order: Trench): Refusal | null {
  return within('to', order.to, 0, view.ring.length - 1) ?? crew(index, order.units);
}

/** Up to the trench before a post. */
export function closeUp(view: SideView, index: OrderIndex, order: CloseUp): Refusal | null {
  return inTheatre(view, index, order.post) ?? dugBefore(index, order.post) ?? crew(index, order.units);
}

/** Some trench towards the post, or round it, that men can use. */
function dugBefore(index: OrderIndex, post: string): Refusal | null {
  const approach = index.approachTo[post];
  return approach === undefined || approach.dugMetres <= 0 ? refuse('post', 'no-approach', post) : null;
}

/** One assault a post, with men who are fit and not too many of them. */
export function assault(view: SideView, index: OrderIndex, order: Assault): Refusal | null {
  if (order.lead.length === 0) return refuse('lead', 'no-such-thing');
  const { mostUnits } = view.facts.rules.assault;
  if (order.lead.length + order.echelon.length > mostUnits) return refuse('lead', 'too-many', mostUnits);
  if (index.stormed[order.post] !== undefined) return refuse('post', 'assault-under-way', order.post);
  return (
    inTheatre(view, index, order.post) ??
    firstOf(order.lead, (unit) => ownUnit(index, unit, 'lead')) ??
    firstOf(order.echelon, (unit) => ownUnit(index, unit, 'lead')) ??
    within('from', order.from, 0, PULSES - 1) ??
    within('echelonAfter', order.echelonAfter, 0, 2 * PULSES)
  );
}

/** An assault of one's own that goes on. */
export function breakOff(view: SideView, index: OrderIndex, id: string): Refusal | null {
  return index.stormed[id]?.side === view.side ? null : refuse('post', 'no-assault');
}

/** A gallery begins in a trench, and is fired once. */
export function mine(view: SideView, index: OrderIndex, id: string): Refusal | null {
  const refusal = inTheatre(view, index, id) ?? dugBefore(index, id);
  if (refusal !== null) return refusal;
  return view.galleries.some(({ post, firedTurn }) => post === id && firedTurn >= 0) ? refuse('post', 'too-late', id) : null;
}

/** Marksmen lie in a trench before the post. */
export function snipe(view: SideView, index: OrderIndex, id: string): Refusal | null {
  return inTheatre(view, index, id) ?? dugBefore(index, id);
}
