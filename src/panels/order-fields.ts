/** An order being written: which fields it has, what may stand in each, and when it is whole. */
import type { Choices, Order, OrderKind } from '../engine/index.ts';
import type { Play } from './desk.ts';

/** One field, what may stand in it, and what stands there; undefined while nothing is chosen. */
export interface FieldStep {
  readonly choices: Choices;
  readonly value: unknown;
}

/** The fields up to the first that is still open, and the order once none is. */
export interface OrderForm {
  readonly steps: readonly FieldStep[];
  readonly order: Order | null;
}

/** No order has more fields. */
const MOST_FIELDS = 10;

/** Walks the fields of an order in the order of the rules, keeping what was chosen as long as it is allowed. */
export function formOf(play: Pick<Play, 'choices'>, kind: OrderKind, chosen: Readonly<Record<string, unknown>>): OrderForm {
  const fields: Record<string, unknown> = {};
  const steps: FieldStep[] = [];
  for (let index = 0; index < MOST_FIELDS; index += 1) {
    const choices = play.choices(kind, fields);
    if (choices.form === 'done') return { steps, order: { ...fields, kind } as unknown as Order };
    const value = settled(choices, chosen[choices.field]);
    steps.push({ choices, value });
    if (value === undefined) break;
    fields[choices.field] = value;
  }
  return { steps, order: null };
}

/** What stands in a field: the value chosen if it is allowed, else what suggests itself, else nothing. */
function settled(choices: Choices, value: unknown): unknown {
  switch (choices.form) {
    case 'one': {
      const text = textOfValue(value);
      if (text !== null && choices.values.includes(text)) return valueOfText(choices.field, text);
      const [only] = choices.values;
      return choices.values.length === 1 && only !== undefined ? valueOfText(choices.field, only) : undefined;
    }
    case 'many': {
      const kept = Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && choices.values.includes(one)) : [];
      // An assault may go in without a second echelon; every other list needs somebody.
      return kept.length > 0 || choices.field === 'echelon' ? kept : undefined;
    }
    case 'number':
      return onStep(choices, typeof value === 'number' ? value : suggested(choices));
    case 'done':
      return undefined;
  }
}

function onStep({ low, high, step }: Choices, value: number): number {
  const stepped = low + Math.round((value - low) / Math.max(1, step)) * Math.max(1, step);
  return Math.max(low, Math.min(high, stepped));
}

/** What a fire order begins with: a few minutes of one battery. */
const A_FEW_ROUNDS = 200;

/** Where a number begins; the player moves it from there. */
function suggested({ field, low, high }: Choices): number {
  switch (field) {
    case 'rounds':
      return Math.min(high, A_FEW_ROUNDS);
    case 'odds':
      return 1000;
    case 'after':
      return 1;
    case 'echelonAfter':
      return 3;
    default:
      return low;
  }
}

/** The text of a chosen value as the choices write it: targets as `post:id`. */
export function textOfValue(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { kind, id } = value as { readonly kind?: unknown; readonly id?: unknown };
  return typeof kind === 'string' && typeof id === 'string' ? `${kind}:${id}` : null;
}

function valueOfText(field: string, text: string): unknown {
  if (field !== 'target') return text;
  const colon = text.indexOf(':');
  return { kind: text.slice(0, colon), id: text.slice(colon + 1) };
}

/** The ids on the map that a click may choose for a field: those of its values without their kind. */
export function pickableIds(choices: Choices): readonly string[] {
  return choices.values.map((value) => (choices.field === 'target' ? value.slice(value.indexOf(':') + 1) : value));
}

/** The value that a click on this id chooses, or null. */
export function valuePicked(choices: Choices, id: string): string | null {
  return choices.values.find((_value, index) => pickableIds(choices)[index] === id) ?? null;
}
