/** Orders as text, for telling whether two of them say the same. */
import type { Order } from '../engine/index.ts';

/** An order as text: two orders that say the same have the same. */
export function orderKey(order: Order): string {
  return JSON.stringify(order, Object.keys(order).concat('kind', 'id').sort());
}
