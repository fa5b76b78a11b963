/** Random orders that a view allows, for the fuzzer: field by field through `choices`, kept if nothing stands against them. */
import { giveOrder } from './checks.ts';
import { choices, targetOf } from './choices.ts';
import type { Choices } from './choices.ts';
import { indexView } from './order-index.ts';
import { isOrder } from './order-shape.ts';
import { ORDER_KINDS } from './orders.ts';
import type { Order, OrderKind } from './orders.ts';
import type { Stream } from './random.ts';
import type { SideView } from './view.ts';

/** Orders tried in a turn. */
const TRIES = 8;

/** Up to eight legal orders, or as many as are asked for. */
export function sampleOrders(view: SideView, draws: Stream, tries: number = TRIES): Order[] {
  const orders: Order[] = [];
  const index = indexView(view);
  const kinds = ORDER_KINDS[view.side];
  for (let tried = 0; tried < tries; tried += 1) {
    const kind = kinds[draws.below(kinds.length)];
    const order = kind === undefined ? null : sampleOrder(view, kind, draws);
    if (order !== null && giveOrder(index, order) === null) orders.push(order);
  }
  return orders;
}

function sampleOrder(view: SideView, kind: OrderKind, draws: Stream): Order | null {
  const fields: Record<string, unknown> = {};
  for (let choice = choices(view, kind, fields); choice.form !== 'done'; choice = choices(view, kind, fields)) {
    const value = pick(choice, kind, draws);
    if (value === undefined) return null;
    fields[choice.field] = value;
  }
  const order: unknown = { kind, ...fields };
  return isOrder(order) ? order : null;
}

/** A random value of a field; undefined where there is none. */
function pick(choice: Choices, kind: OrderKind, draws: Stream): unknown {
  if (choice.form === 'number') return choice.low + choice.step * draws.below(1 + Math.floor((choice.high - choice.low) / choice.step));
  if (choice.form === 'many') return choice.values.filter(() => draws.below(4) === 0).slice(0, 3);
  const value = choice.values[draws.below(Math.max(1, choice.values.length))];
  if (value === undefined) return undefined;
  if (choice.field === 'target') return targetOf(value);
  return kind === 'jump' && value === '' ? null : value;
}
