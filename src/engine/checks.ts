/**
 * Whether orders can be given, asked of a view: no refusal tells what the fog hides. What only the truth forbids
 * is no refusal but an event of the turn (`order-void`, `dig-stopped`, `march-stopped`).
 */
import { metresBetween } from './numbers.ts';
import { ORDER_KINDS } from './orders.ts';
import type { Assault, Bombard, CounterAttack, CounterBattery, Dig, Order, OrderProblem, Protect, Reinforce, Target } from './orders.ts';
import { PULSES } from './state.ts';
import type { Place } from './scenario.ts';
import type { BatteryView, PostView, SideView, UnitView } from './view.ts';
import { isOrder } from './order-shape.ts';

type Refusal = Omit<OrderProblem, 'order'>;

/** Most rounds that one order may name. */
const MOST_ROUNDS = 100_000;

/** Everything that stands against a list of orders; empty when all can be given. */
export function checkOrders(view: SideView, orders: readonly unknown[]): OrderProblem[] {
  const problems: OrderProblem[] = [];
  const used: string[] = [];
  for (const [index, order] of orders.entries()) {
    const refusal = isOrder(order) ? refusalOf(view, order, used) : refuse('kind', 'unreadable');
    if (refusal !== null) problems.push({ order: index, ...refusal });
    else if (isOrder(order)) used.push(...unitsOf(order));
  }
  return problems;
}

function refuse(field: string, reason: OrderProblem['reason'], ...expected: (string | number)[]): Refusal {
  return { field, reason, expected };
}

/** Units that an order takes up. */
export function unitsOf(order: Order): readonly string[] {
  switch (order.kind) {
    case 'reinforce':
    case 'counter-attack': return [order.unit];
    case 'dig': return order.units;
    case 'assault': return [...order.lead, ...order.echelon];
    case 'bombard':
    case 'counter-battery':
    case 'protect':
    case 'give-up':
    case 'break-off': return [];
  }
}

function refusalOf(view: SideView, order: Order, used: readonly string[]): Refusal | null {
  const kinds: readonly string[] = ORDER_KINDS[view.side];
  if (!kinds.includes(order.kind)) return refuse('kind', 'not-your-order', ...kinds);
  const twice = unitsOf(order).find((unit, index, all) => used.includes(unit) || all.indexOf(unit) !== index);
  if (twice !== undefined) return refuse('unit', 'already-ordered', twice);
  switch (order.kind) {
    case 'bombard': return bombard(view, order);
    case 'counter-battery': return counterBattery(view, order);
    case 'protect': return protect(view, order);
    case 'reinforce': return reinforce(view, order);
    case 'counter-attack': return counterAttack(view, order);
    case 'give-up': return giveUp(view, order.post);
    case 'dig': return dig(view, order);
    case 'assault': return assault(view, order);
    case 'break-off': return breakOff(view, order.post);
  }
}

function postOf(view: SideView, id: string): PostView | null {
  return view.posts.find((post) => post.id === id) ?? null;
}

function within(field: string, value: number, low: number, high: number): Refusal | null {
  return Number.isInteger(value) && value >= low && value <= high ? null : refuse(field, 'not-a-number', low, high);
}

function bombard(view: SideView, order: Bombard): Refusal | null {
  const target = placeOf(view, order.target);
  if (target === null) return refuse('target', 'no-such-thing');
  if (order.target.kind === 'post' && holds(view, order.target.id)) return refuse('target', 'held-by-you');
  return within('rounds', order.rounds, 1, MOST_ROUNDS) ?? within('from', order.from, 0, PULSES - 1) ?? guns(view, order.weapon, target);
}

/** A post that is wholly in this side's hands. */
function holds(view: SideView, id: string): boolean {
  return postOf(view, id)?.holder === view.side || (view.side === 'garrison' && postOf(view, id)?.holder === 'contested');
}

function placeOf(view: SideView, target: Target): Place | null {
  if (target.kind === 'post') return postOf(view, target.id);
  const approach = view.side === 'garrison' ? view.approaches.find(({ id }) => id === target.id) : undefined;
  return approach === undefined ? null : postOf(view, approach.post);
}

/** Some gun of the weapon that can reach the place, with rounds to fire. */
function guns(view: SideView, weapon: string, place: Place): Refusal | null {
  const own = view.batteries.filter((battery) => battery.weapon === weapon && battery.tubes > 0);
  if (own.length === 0) return refuse('weapon', 'no-guns', ...weaponsOf(view));
  const near = own.filter((battery) => inRange(view, battery, place));
  if (near.length === 0) return refuse('weapon', 'out-of-range', view.facts.rules.weapons[weapon]?.range ?? 0);
  return near.some((battery) => hasRounds(view, battery)) ? null : refuse('weapon', 'no-rounds', weapon);
}

/** True where a battery has something to fire, beside it or in its dump. */
export function hasRounds(view: SideView, battery: BatteryView): boolean {
  const column = view.weapons.indexOf(battery.weapon);
  return battery.ready > 0 || (view.dumps.find(({ id }) => id === battery.dump)?.rounds[column] ?? 0) > 0;
}

/** True where a battery's weapon carries to a place. */
export function inRange(view: SideView, battery: BatteryView, place: Place): boolean {
  const weapon = view.facts.rules.weapons[battery.weapon];
  const metres = metresBetween(battery, place);
  return weapon !== undefined && metres <= weapon.range && metres >= weapon.minRange;
}

/** Weapons of which a side has guns. */
export function weaponsOf(view: SideView): string[] {
  return view.weapons.filter((weapon) => view.batteries.some((battery) => battery.weapon === weapon && battery.tubes > 0));
}

function counterBattery(view: SideView, order: CounterBattery): Refusal | null {
  const fix = view.fixes.find(({ id }) => id === order.fix);
  if (fix === undefined) return refuse('fix', 'no-such-thing');
  return within('rounds', order.rounds, 1, MOST_ROUNDS) ?? within('from', order.from, 0, PULSES - 1) ?? guns(view, order.weapon, fix);
}

function protect(view: SideView, order: Protect): Refusal | null {
  if (postOf(view, order.post) === null) return refuse('post', 'no-such-thing');
  if (!holds(view, order.post)) return refuse('post', 'not-held');
  return within('rounds', order.rounds, 1, MOST_ROUNDS);
}

function ownUnit(view: SideView, id: string, field: string): Refusal | null {
  const unit = view.units.find((one) => one.id === id);
  if (unit === undefined) return refuse(field, 'no-such-thing');
  return isFit(unit) ? null : refuse(field, 'not-fit', id);
}

/** A unit that can be sent somewhere. */
export function isFit(unit: UnitView): boolean {
  return unit.men > 0 && unit.march === null && (unit.duty === 'holding' || unit.duty === 'waiting' || unit.duty === 'resting' || unit.duty === 'digging');
}

function reinforce(view: SideView, order: Reinforce): Refusal | null {
  const post = postOf(view, order.post);
  if (post === null) return refuse('post', 'no-such-thing');
  if (!holds(view, order.post)) return refuse('post', 'not-held');
  const unit = ownUnit(view, order.unit, 'unit');
  if (unit !== null) return unit;
  return standsIn(view, order.unit, order.post) ? refuse('post', 'held-by-you') : null;
}

function standsIn(view: SideView, unit: string, post: string): boolean {
  return view.units.some(({ id, post: where }) => id === unit && where === post);
}

function counterAttack(view: SideView, order: CounterAttack): Refusal | null {
  if (postOf(view, order.post) === null) return refuse('post', 'no-such-thing');
  if (standsIn(view, order.unit, order.post)) return refuse('post', 'held-by-you');
  return ownUnit(view, order.unit, 'unit') ?? within('after', order.after, 0, PULSES - 1) ?? within('odds', order.odds, 0, 5000);
}

function giveUp(view: SideView, id: string): Refusal | null {
  if (postOf(view, id) === null) return refuse('post', 'no-such-thing');
  if (!holds(view, id)) return refuse('post', 'not-held');
  return view.facts.camps.some((camp) => camp.commandPost === id) ? refuse('post', 'not-yours', id) : null;
}

function inTheatre(view: SideView, id: string): Refusal | null {
  const post = postOf(view, id);
  if (post === null) return refuse('post', 'no-such-thing');
  if (!post.inTheatre) return refuse('post', 'outside-theatre', ...view.facts.theatre);
  return post.holder === view.side ? refuse('post', 'held-by-you') : null;
}

function dig(view: SideView, order: Dig): Refusal | null {
  if (order.units.length === 0) return refuse('units', 'no-such-thing');
  return inTheatre(view, order.post) ?? firstOf(order.units, (unit) => ownUnit(view, unit, 'units'));
}

/** Units that one assault may send in. */
const MOST_UNITS = 6;

function assault(view: SideView, order: Assault): Refusal | null {
  const units = [...order.lead, ...order.echelon];
  if (order.lead.length === 0) return refuse('lead', 'no-such-thing');
  if (units.length > MOST_UNITS) return refuse('lead', 'too-many', MOST_UNITS);
  if (view.assaults.some((one) => one.post === order.post && one.ended === 'no')) return refuse('post', 'assault-under-way', order.post);
  return (
    inTheatre(view, order.post) ??
    firstOf(units, (unit) => ownUnit(view, unit, 'lead')) ??
    within('from', order.from, 0, PULSES - 1) ??
    within('echelonAfter', order.echelonAfter, 0, 2 * PULSES)
  );
}

function firstOf(ids: readonly string[], check: (id: string) => Refusal | null): Refusal | null {
  for (const id of ids) {
    const refusal = check(id);
    if (refusal !== null) return refusal;
  }
  return null;
}

function breakOff(view: SideView, id: string): Refusal | null {
  return view.assaults.some((one) => one.post === id && one.side === view.side && one.ended === 'no') ? null : refuse('post', 'no-assault');
}
