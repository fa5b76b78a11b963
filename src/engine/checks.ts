/**
 * Whether orders can be given, asked of a view: no refusal tells what the fog hides. What only the truth forbids
 * is no refusal but an event of the turn (`order-void`, `dig-stopped`, `march-stopped`).
 */
import { airlift, ask, jump, land, strike } from './checks-air.ts';
import { breakOut, gather, porters, ration, replace, rest, surrender } from './checks-camp.ts';
import { assault, breakOff, closeUp, dig, encircle, mine, snipe, trench } from './checks-besieger.ts';
import { convoy, counterAttack, giveUp, raid, reinforce } from './checks-march.ts';
import { bombard, counterBattery, moveGuns, protect } from './checks-guns.ts';
import { book, indexView, isGiven, useOf } from './order-index.ts';
import type { OrderIndex, Use } from './order-index.ts';
import { isOrder } from './order-shape.ts';
import { ORDER_KINDS } from './orders.ts';
import type { Order, OrderProblem } from './orders.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { SideId } from './scenario.ts';
import type { SideView } from './view.ts';

/** Everything that stands against a list of orders; empty when all can be given. */
export function checkOrders(view: SideView, orders: readonly unknown[]): OrderProblem[] {
  const problems: OrderProblem[] = [];
  const index = indexView(view);
  for (const [place, order] of orders.entries()) {
    const refusal = isOrder(order) ? giveOrder(index, order) : refuse('kind', 'unreadable');
    if (refusal !== null) problems.push({ order: place, ...refusal });
  }
  return problems;
}

/** Takes an order beside those that the index has taken; what stands against it where it cannot be given. */
export function giveOrder(index: OrderIndex, order: Order): Refusal | null {
  const { side } = index.view;
  if (GIVEN_BY[side][order.kind] !== true) return refuse('kind', 'not-your-order', ...ORDER_KINDS[side]);
  const use = useOf(order);
  const refusal = twice(index, order, use) ?? refusalOf(index.view, index, order);
  if (refusal === null) book(index, order, use);
  return refusal;
}

/** The kinds of orders of each side, to be looked up. */
const GIVEN_BY: Readonly<Record<SideId, Readonly<Record<string, true>>>> = { garrison: lookUp(ORDER_KINDS.garrison), besieger: lookUp(ORDER_KINDS.besieger) };

function lookUp(kinds: readonly string[]): Readonly<Record<string, true>> {
  return Object.fromEntries(kinds.map((kind) => [kind, true]));
}

/** A unit, or a thing that can be ordered once, that has an order already. */
function twice(index: OrderIndex, order: Order, { units, thing }: Use): Refusal | null {
  for (let place = 0; place < units.length; place += 1) {
    const unit = units[place] ?? '';
    if (index.taken[unit] === true || (place > 0 && units.indexOf(unit) !== place)) return refuse('unit', 'already-ordered', unit);
  }
  if (thing === null) return null;
  if (isGiven(index, order.kind, thing)) return refuse('kind', 'already-ordered', order.kind);
  return order.kind === 'rest' && isBusy(index, order.formation) ? refuse('formation', 'already-ordered', order.formation) : null;
}

/** A unit of the formation has an order. */
function isBusy({ view, taken }: OrderIndex, formation: string): boolean {
  for (const unit of view.units) if (unit.formation === formation && taken[unit.id] === true) return true;
  return false;
}

function refusalOf(view: SideView, index: OrderIndex, order: Order): Refusal | null {
  switch (order.kind) {
    case 'bombard': return bombard(index, order);
    case 'counter-battery': return counterBattery(index, order);
    case 'protect': return protect(view, order);
    case 'move-guns': return moveGuns(view, order);
    case 'reinforce': return reinforce(view, order);
    case 'counter-attack': return counterAttack(view, order);
    case 'give-up': return giveUp(view, order.post);
    case 'raid': return raid(view, order);
    case 'convoy': return convoy(view, order);
    case 'dig': return dig(view, order);
    case 'encircle': return encircle(view, order);
    case 'trench': return trench(view, order);
    case 'assault': return assault(view, order);
    case 'break-off': return breakOff(view, order.post);
    case 'close-up': return closeUp(view, order);
    case 'mine': return mine(view, order.post);
    case 'snipe': return snipe(view, order.post);
    case 'airlift': return airlift(view, index, order);
    case 'land': return land(view, index, order);
    case 'jump': return jump(view, index, order);
    case 'strike': return strike(view, index, order);
    case 'ask': return ask(view, order.unit);
    case 'rest': return rest(view, order.formation);
    case 'porters': return porters(view, order);
    case 'gather': return gather(view, order);
    case 'ration': return ration(view, order);
    case 'replace': return replace(view, order.formation);
    case 'break-out': return breakOut(view, order.camp);
    case 'surrender': return surrender(view, order.camp);
  }
}
