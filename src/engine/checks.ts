/**
 * Whether orders can be given, asked of a view: no refusal tells what the fog hides. What only the truth forbids
 * is no refusal but an event of the turn (`order-void`, `dig-stopped`, `march-stopped`).
 */
import { airlift, ask, jump, land, strike } from './checks-air.ts';
import { breakOut, gather, porters, ration, replace, rest, surrender } from './checks-camp.ts';
import { assault, breakOff, closeUp, dig, encircle, mine, snipe, trench } from './checks-besieger.ts';
import { convoy, counterAttack, giveUp, raid, reinforce } from './checks-march.ts';
import { bombard, counterBattery, moveGuns, protect } from './checks-guns.ts';
import { indexView, onceKey, takeOrder, unitsOf } from './order-index.ts';
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
  for (const [place, unit] of units.entries()) {
    const resting = index.resting[index.units[unit]?.formation ?? ''] === true;
    if (index.taken[unit] === true || resting || units.indexOf(unit) !== place) return refuse('unit', 'already-ordered', unit);
  }
  if (order.kind === 'rest' && index.busy[order.formation] === true) return refuse('formation', 'already-ordered', order.formation);
  const key = onceKey(order);
  return key !== null && index.taken[key] === true ? refuse('kind', 'already-ordered', order.kind) : null;
}

function refusalOf(view: SideView, index: OrderIndex, order: Order): Refusal | null {
  switch (order.kind) {
    case 'bombard': return bombard(view, index, order);
    case 'counter-battery': return counterBattery(view, index, order);
    case 'protect': return protect(view, index, order);
    case 'move-guns': return moveGuns(view, index, order);
    case 'reinforce': return reinforce(view, index, order);
    case 'counter-attack': return counterAttack(index, order);
    case 'give-up': return giveUp(view, index, order.post);
    case 'raid': return raid(index, order);
    case 'convoy': return convoy(view, index, order);
    case 'dig': return dig(view, index, order);
    case 'encircle': return encircle(view, index, order);
    case 'trench': return trench(view, index, order);
    case 'assault': return assault(view, index, order);
    case 'break-off': return breakOff(view, index, order.post);
    case 'close-up': return closeUp(view, index, order);
    case 'mine': return mine(view, index, order.post);
    case 'snipe': return snipe(view, index, order.post);
    case 'airlift': return airlift(view, index, order);
    case 'land': return land(view, index, order);
    case 'jump': return jump(view, index, order);
    case 'strike': return strike(view, index, order);
    case 'ask': return ask(view, index, order.unit);
    case 'rest': return rest(index, order.formation);
    case 'porters': return porters(view, order);
    case 'gather': return gather(index, order);
    case 'ration': return ration(index, order);
    case 'replace': return replace(view, index, order.formation);
    case 'break-out': return breakOut(view, index, order.camp);
    case 'surrender': return surrender(index, order.camp);
  }
}
