/** The shape of an order as it comes from a file or a form: right fields of the right kinds, and no others. */
import type { Order, OrderKind } from './orders.ts';

type Field = 'text' | 'number' | 'texts' | 'target';

/** The fields of each order, in the order in which they are chosen. */
export const ORDER_FIELDS: Readonly<Record<OrderKind, Readonly<Record<string, Field>>>> = {
  bombard: { target: 'target', weapon: 'text', rounds: 'number', from: 'number' },
  'counter-battery': { fix: 'text', weapon: 'text', rounds: 'number', from: 'number' },
  protect: { post: 'text', rounds: 'number' },
  reinforce: { unit: 'text', post: 'text' },
  'counter-attack': { unit: 'text', post: 'text', after: 'number', odds: 'number' },
  'give-up': { post: 'text' },
  dig: { post: 'text', units: 'texts' },
  assault: { post: 'text', lead: 'texts', echelon: 'texts', from: 'number', echelonAfter: 'number' },
  'break-off': { post: 'text' },
};

/** True where a value has the shape of an order. */
export function isOrder(value: unknown): value is Order {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const order = value as Readonly<Record<string, unknown>>;
  const { kind } = order;
  if (typeof kind !== 'string' || !Object.keys(ORDER_FIELDS).includes(kind)) return false;
  const fields = ORDER_FIELDS[kind as OrderKind];
  const names = Object.keys(fields);
  if (Object.keys(order).length !== names.length + 1) return false;
  return names.every((name) => hasKind(order[name], fields[name]));
}

/** No list in an order is longer than this. */
const MOST_IN_LIST = 64;

function hasKind(value: unknown, field: Field | undefined): boolean {
  switch (field) {
    case 'text': return typeof value === 'string';
    case 'number': return typeof value === 'number' && Number.isSafeInteger(value);
    case 'texts': return Array.isArray(value) && value.length <= MOST_IN_LIST && value.every((one) => typeof one === 'string');
    case 'target': return isTarget(value);
    case undefined: return false;
  }
}

function isTarget(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
  const { kind, id } = value as { kind?: unknown; id?: unknown };
  return (kind === 'post' || kind === 'approach') && typeof id === 'string';
}
