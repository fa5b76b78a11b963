/**
 * Whether orders can be given, asked of a view: no refusal tells what the fog hides. What only the truth forbids
 * is no refusal but an event of the turn (`order-void`, `dig-stopped`, `march-stopped`).
 */
import { airlift, ask, jump, land, strike } from './checks-air.ts';
import { breakOut, gather, porters, ration, replace, rest, surrender } from './checks-camp.ts';
import { assault, breakOff, closeUp, dig, encircle, mine, snipe, trench } from './checks-besieger.ts';
import { convoy, counterAttack, giveUp, raid, reinforce } from './checks-march.ts';
import { bombard, counterBattery, moveGuns, protect } from './checks-guns.ts';
import { beginUse, book, indexView, useFormation, useOnce, useUnits } from './order-index.ts';
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
    const refusal = isOrder(order) ? giveOrder(index, order) : refuse('kind', 'unreadable');
    if (refusal !== null) problems.push({ order: place, ...refusal });
  }
  return problems;
}

/** Takes an order beside those that the index has taken; what stands against it where it cannot be given. */
export function giveOrder(index: OrderIndex, order: Order): Refusal | null {
  beginUse(index);
  const refusal = index.view.side === 'garrison' ? byGarrison(index, order) : byBesieger(index, order);
  if (refusal === null) book(index);
  return refusal;
}

function notYours({ view }: OrderIndex): Refusal {
  return refuse('kind', 'not-your-order', ...ORDER_KINDS[view.side]);
}

function byGarrison(index: OrderIndex, order: Order): Refusal | null {
  const { view } = index;
  switch (order.kind) {
    case 'airlift': return airlift(index, order);
    case 'strike': return strike(index, order);
    case 'protect': return useOnce(index, 'protect', order.post) ?? protect(view, order);
    case 'bombard': return bombard(index, order);
    case 'counter-battery': return counterBattery(index, order);
    case 'counter-attack': return useUnits(index, [order.unit]) ?? counterAttack(view, order);
    case 'reinforce': return useUnits(index, [order.unit]) ?? reinforce(view, order);
    case 'raid': return useUnits(index, [order.unit]) ?? raid(view, order);
    case 'convoy': return useUnits(index, [order.unit]) ?? convoy(view, order);
    case 'gather': return useOnce(index, 'gather', order.camp) ?? gather(view, order);
    case 'ration': return useOnce(index, 'ration', order.camp) ?? ration(view, order);
    case 'land': return land(index, order);
    case 'jump': return useUnits(index, order.unit === null ? [] : [order.unit]) ?? useOnce(index, 'jump', order.unit ?? '') ?? jump(index, order);
    case 'ask': return useOnce(index, 'ask', order.unit) ?? ask(view, order.unit);
    case 'replace': return useOnce(index, 'replace', order.formation) ?? replace(view, order.formation);
    case 'give-up': return useOnce(index, 'give-up', order.post) ?? giveUp(view, order.post);
    case 'break-out': return useOnce(index, 'break-out', order.camp) ?? breakOut(view, order.camp);
    case 'surrender': return useOnce(index, 'surrender', order.camp) ?? surrender(view, order.camp);
    case 'assault':
    case 'break-off':
    case 'close-up':
    case 'dig':
    case 'encircle':
    case 'mine':
    case 'move-guns':
    case 'porters':
    case 'rest':
    case 'snipe':
    case 'trench': return notYours(index);
  }
}

function byBesieger(index: OrderIndex, order: Order): Refusal | null {
  const { view } = index;
  switch (order.kind) {
    case 'bombard': return bombard(index, order);
    case 'dig': return useUnits(index, order.units) ?? dig(view, order);
    case 'snipe': return useOnce(index, 'snipe', order.post) ?? snipe(view, order.post);
    case 'counter-battery': return counterBattery(index, order);
    case 'encircle': return useUnits(index, order.units) ?? encircle(view, order);
    case 'gather': return useOnce(index, 'gather', order.camp) ?? gather(view, order);
    case 'rest': return useOnce(index, 'rest', order.formation) ?? useFormation(index, order.formation) ?? rest(view, order.formation);
    case 'assault': return useUnits(index, [...order.lead, ...order.echelon]) ?? useOnce(index, 'assault', order.post) ?? assault(view, order);
    case 'close-up': return useUnits(index, order.units) ?? closeUp(view, order);
    case 'trench': return useUnits(index, order.units) ?? trench(view, order);
    case 'mine': return useOnce(index, 'mine', order.post) ?? mine(view, order.post);
    case 'move-guns': return useOnce(index, 'move-guns', order.battery) ?? moveGuns(view, order);
    case 'break-off': return useOnce(index, 'break-off', order.post) ?? breakOff(view, order.post);
    case 'porters': return useOnce(index, 'porters', '') ?? porters(view, order);
    case 'replace': return useOnce(index, 'replace', order.formation) ?? replace(view, order.formation);
    case 'airlift':
    case 'ask':
    case 'break-out':
    case 'convoy':
    case 'counter-attack':
    case 'give-up':
    case 'jump':
    case 'land':
    case 'protect':
    case 'raid':
    case 'ration':
    case 'reinforce':
    case 'strike':
    case 'surrender': return notYours(index);
  }
}
