/** Whether the garrison's companies can go where they are sent. */
import { holds } from './checks-guns.ts';
import type { Convoy, CounterAttack, Raid, Reinforce } from './orders.ts';
import { refuse, within } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { PULSES } from './state.ts';
import type { SideView, UnitView } from './view.ts';
import { approachOf, postOf, unitOf } from './view-things.ts';

/** Refuses a unit that is not one's own, or cannot be sent. */
function ownUnit(unit: UnitView | null, id: string, field: string): Refusal | null {
  if (unit === null) return refuse(field, 'no-such-thing');
  return isFit(unit) ? null : refuse(field, 'not-fit', id);
}

/** The first refusal among some units. */
export function ownUnits(view: SideView, ids: readonly string[], field: string): Refusal | null {
  for (const id of ids) {
    const refusal = ownUnit(unitOf(view, id), id, field);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** A unit that can be sent somewhere. */
export function isFit(unit: UnitView): boolean {
  return unit.men > 0 && unit.march === null && (unit.duty === 'holding' || unit.duty === 'waiting' || unit.duty === 'resting' || unit.duty === 'digging');
}

/** To a post that is held, or to a site where nobody is. */
export function reinforce(view: SideView, order: Reinforce): Refusal | null {
  const post = postOf(view, order.post);
  if (post === null) return refuse('post', 'no-such-thing');
  if (!holds(view, post) && post.holder !== 'empty') return refuse('post', 'not-held');
  const unit = unitOf(view, order.unit);
  return ownUnit(unit, order.unit, 'unit') ?? notThere(unit, order.post);
}

function notThere(unit: UnitView | null, post: string): Refusal | null {
  return unit !== null && unit.post !== null && unit.post === post ? refuse('post', 'held-by-you') : null;
}

/** A standing order to go in when a post is entered or taken. */
export function counterAttack(view: SideView, order: CounterAttack): Refusal | null {
  if (postOf(view, order.post) === null) return refuse('post', 'no-such-thing');
  const unit = unitOf(view, order.unit);
  return (
    notThere(unit, order.post) ??
    ownUnit(unit, order.unit, 'unit') ??
    within('after', order.after, 0, PULSES - 1) ??
    within('odds', order.odds, 0, 5000)
  );
}

/** Any post but a command post. */
export function giveUp(view: SideView, id: string): Refusal | null {
  const post = postOf(view, id);
  if (post === null) return refuse('post', 'no-such-thing');
  if (!holds(view, post)) return refuse('post', 'not-held');
  return view.facts.camps.some((camp) => camp.commandPost === id) ? refuse('post', 'not-yours', id) : null;
}

/** Out at a trench that has been seen. */
export function raid(view: SideView, order: Raid): Refusal | null {
  const approach = approachOf(view, order.approach);
  if (approach === null) return refuse('approach', 'no-such-thing');
  if (approach.dugMetres <= 0) return refuse('approach', 'no-approach', order.approach);
  return ownUnit(unitOf(view, order.unit), order.unit, 'unit') ?? within('from', order.from, 0, PULSES - 1);
}

/** To a post that nothing else reaches. */
export function convoy(view: SideView, order: Convoy): Refusal | null {
  const post = postOf(view, order.post);
  if (post === null) return refuse('post', 'no-such-thing');
  if (!holds(view, post)) return refuse('post', 'not-held');
  if (post.cutOffSince < 0) return refuse('post', 'not-cut-off', order.post);
  const unit = unitOf(view, order.unit);
  return ownUnit(unit, order.unit, 'unit') ?? notThere(unit, order.post);
}
