/** The shape of an order as it comes from a file or a form: right fields of the right kinds, and no others. */
import type { Order, OrderKind } from './orders.ts';

type Field = 'text' | 'text-or-none' | 'number' | 'texts' | 'target' | 'strike-target';

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
  encircle: { post: 'text', units: 'texts' },
  trench: { to: 'number', units: 'texts' },
  mine: { post: 'text' },
  'move-guns': { battery: 'text', to: 'number' },
  snipe: { post: 'text' },
  rest: { formation: 'text' },
  'close-up': { units: 'texts', post: 'text' },
  porters: { food: 'number' },
  gather: { camp: 'text', men: 'number' },
  airlift: { aircraft: 'text', sorties: 'number', cargo: 'text', height: 'number', camp: 'text', from: 'number' },
  land: { aircraft: 'text', sorties: 'number', cargo: 'text', camp: 'text', from: 'number' },
  jump: { aircraft: 'text', unit: 'text-or-none', men: 'number', height: 'number', camp: 'text', from: 'number' },
  strike: { aircraft: 'text', sorties: 'number', target: 'strike-target', from: 'number' },
  raid: { unit: 'text', approach: 'text', from: 'number' },
  convoy: { unit: 'text', post: 'text' },
  ask: { unit: 'text' },
  ration: { camp: 'text', permille: 'number' },
  replace: { formation: 'text' },
  'break-out': { camp: 'text' },
  surrender: { camp: 'text' },
};

/** The same as lists, kind by kind: a plan of a hundred orders is read many times. */
const FIELD_LISTS: Readonly<Record<string, readonly (readonly [string, Field])[]>> = Object.fromEntries(
  Object.entries(ORDER_FIELDS).map(([kind, fields]) => [kind, Object.entries(fields)]),
);

/** True where a value has the shape of an order. */
export function isOrder(value: unknown): value is Order {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const order = value as Readonly<Record<string, unknown>>;
  const { kind } = order;
  if (typeof kind !== 'string' || !Object.hasOwn(FIELD_LISTS, kind)) return false;
  const fields = FIELD_LISTS[kind] ?? [];
  for (const [name, field] of fields) if (!hasKind(order[name], field)) return false;
  return Object.keys(order).length === fields.length + 1;
}

/** No list in an order is longer than this. */
const MOST_IN_LIST = 64;

function hasKind(value: unknown, field: Field): boolean {
  switch (field) {
    case 'text': return typeof value === 'string';
    case 'text-or-none': return value === null || typeof value === 'string';
    case 'number': return typeof value === 'number' && Number.isSafeInteger(value);
    case 'texts': return Array.isArray(value) && value.length <= MOST_IN_LIST && value.every((one) => typeof one === 'string');
    case 'target': return isTarget(value, ['post', 'approach', 'strip', 'zone']);
    case 'strike-target': return isTarget(value, ['approach', 'fix']) || isBare(value, ['flak', 'road']);
  }
}

function isTarget(value: unknown, kinds: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
  const { kind, id } = value as { kind?: unknown; id?: unknown };
  return typeof kind === 'string' && kinds.includes(kind) && typeof id === 'string';
}

/** A target that needs no id. */
function isBare(value: unknown, kinds: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1) return false;
  const { kind } = value as { kind?: unknown };
  return typeof kind === 'string' && kinds.includes(kind);
}
