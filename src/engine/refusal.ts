/** Why an order cannot be given: one field, one reason, and what would be accepted. */
import type { OrderProblem } from './orders.ts';

/** A problem that does not know its place in the list of orders. */
export type Refusal = Omit<OrderProblem, 'order'>;

/** A refusal of a field. */
export function refuse(field: string, reason: OrderProblem['reason'], ...expected: (string | number)[]): Refusal {
  return { field, reason, expected };
}

/** Refuses a number outside its range. */
export function within(field: string, value: number, low: number, high: number): Refusal | null {
  return Number.isInteger(value) && value >= low && value <= high ? null : refuse(field, 'not-a-number', low, high);
}
