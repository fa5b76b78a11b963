/**
 * Whether orders can be given, asked of a view: no refusal tells what the fog hides. What only the truth forbids
 * is no refusal but an event of the turn (`order-void`, `dig-stopped`, `march-stopped`).
 */
import { airlift, ask, jump, land, strike } from './checks-air.ts';
import { breakOut, gather, porters, ration, replace, rest, surrender } from './checks-camp.ts';
import { assault, breakOff, closeUp, dig, encircle, mine, snipe, trench } from './checks-besieger.ts';
import { convoy, counterAttack, giveUp, raid, reinforce } from './checks-march.ts';
import { bombard, counterBattery, moveGuns, protect } from './checks-guns.ts';
import { indexView, isGiven, onceThing, takeOrder, unitsOf } from './order-index.ts';
import type { OrderIndex } from './order-index.ts';
import { isOrder } from './order-shape.ts';
import { ORDER_KINDS } from './orders.ts';
import type { Order, OrderProblem } from './orders.ts';
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { SideView } from './view.ts';

/** Everything that stands against a list of orders; empty when all can be given. */
export function checkOrders(view: SideView, orders: readonly unknown[]): OrderProblem[] {
  const problems: OrderProblem[] = [];
  const index = indexView(view);
  for (const [place, order] of orders.entries()) {
    const refusal = isOrder(order) ? orderProblem(view, index, order) : refuse('kind', 'unreadable');
    if (refusal !== null) problems.push({ order: place, ...refusal });
    else if (isOrder(order)) takeOrder(index, order);
  }
  return problems;
}

/** What stands against one order beside those that the index has taken (`takeOrder`); null when it can be given. */
export function orderProblem(view: SideView, index: OrderIndex, order: Order): Refusal | null {
  const kinds: readonly string[] = ORDER_KINDS[view.side];
  if (!kinds.includes(order.kind)) return refuse('kind', 'not-your-order', ...kinds);
  return twice(index, order) ?? refusalOf(view, index, order);
}

/** A unit, or a thing that can be ordered once, that has an order already. */
function twice(index: OrderIndex, order: Order): Refusal | null {
  const units = unitsOf(order);
  for (let place = 0; place < units.length; place += 1) {
    const unit = units[place] ?? '';
    if (index.taken[unit] === true || units.indexOf(unit) !== place) return refuse('unit', 'already-ordered', unit);
  }
  const thing = onceThing(order);
  if (thing !== null && isGiven(index, order.kind, thing)) return refuse('kind', 'already-ordered', order.kind);
  return order.kind === 'rest' && isBusy(index, order.formation) ? refuse('formation', 'already-ordered', order.formation) : null;
}

/** A unit of the formation has an order. */
function isBusy({ view, taken }: OrderIndex, formation: string): boolean {
  for (const unit of view.units) if (unit.formation === formation && taken[unit.id] === true) return true;
  return false;
}

function refusalOf(view: SideView, index: OrderIndex, order: Order): Refusal | null {
  switch (order.kind) {
    case 'bombard': return bombard(view, order);
    case 'counter-battery': return counterBattery(view, order);
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
