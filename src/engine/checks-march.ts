/** Whether the garrison's companies can go where they are sent. */
import { holds } from './checks-guns.ts';
import type { OrderIndex } from './order-index.ts';
import type { Convoy, CounterAttack, Raid, Reinforce } from './orders.ts';
import { refuse, within } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { PULSES } from './state.ts';
import type { SideView, UnitView } from './view.ts';

/** Refuses a unit that is not one's own, or cannot be sent. */
export function ownUnit(index: OrderIndex, id: string, field: string): Refusal | null {
  const unit = index.units[id];
  if (unit === undefined) return refuse(field, 'no-such-thing');
  return isFit(unit) ? null : refuse(field, 'not-fit', id);
}

/** A unit that can be sent somewhere. */
export function isFit(unit: UnitView): boolean {
  return unit.men > 0 && unit.march === null && (unit.duty === 'holding' || unit.duty === 'waiting' || unit.duty === 'resting' || unit.duty === 'digging');
}

/** To a post that is held, or to a site where nobody is. */
export function reinforce(view: SideView, index: OrderIndex, order: Reinforce): Refusal | null {
  const post = index.posts[order.post];
  if (post === undefined) return refuse('post', 'no-such-thing');
  if (!holds(view, post) && post.holder !== 'empty') return refuse('post', 'not-held');
  return ownUnit(index, order.unit, 'unit') ?? notThere(index, order.unit, order.post);
}

function notThere(index: OrderIndex, unit: string, post: string): Refusal | null {
  return index.units[unit]?.post === post ? refuse('post', 'held-by-you') : null;
}

/** A standing order to go in when a post is entered or taken. */
export function counterAttack(index: OrderIndex, order: CounterAttack): Refusal | null {
  if (index.posts[order.post] === undefined) return refuse('post', 'no-such-thing');
  return (
    notThere(index, order.unit, order.post) ??
    ownUnit(index, order.unit, 'unit') ??
    within('after', order.after, 0, PULSES - 1) ??
    within('odds', order.odds, 0, 5000)
  );
}

/** Any post but a command post. */
export function giveUp(view: SideView, index: OrderIndex, id: string): Refusal | null {
  const post = index.posts[id];
  if (post === undefined) return refuse('post', 'no-such-thing');
  if (!holds(view, post)) return refuse('post', 'not-held');
  return view.facts.camps.some((camp) => camp.commandPost === id) ? refuse('post', 'not-yours', id) : null;
}

/** Out at a trench that has been seen. */
export function raid(index: OrderIndex, order: Raid): Refusal | null {
  const approach = index.approaches[order.approach];
  if (approach === undefined) return refuse('approach', 'no-such-thing');
  if (approach.dugMetres <= 0) return refuse('approach', 'no-approach', order.approach);
  return ownUnit(index, order.unit, 'unit') ?? within('from', order.from, 0, PULSES - 1);
}

/** To a post that nothing else reaches. */
export function convoy(view: SideView, index: OrderIndex, order: Convoy): Refusal | null {
  const post = index.posts[order.post];
  if (post === undefined) return refuse('post', 'no-such-thing');
  if (!holds(view, post)) return refuse('post', 'not-held');
  if (post.cutOffSince < 0) return refuse('post', 'not-cut-off', order.post);
  return ownUnit(index, order.unit, 'unit') ?? notThere(index, order.unit, order.post);
}
