/** The orders a person is drawing up for one turn, with undo and redo. Plain values: every change is a new draft. */
import type { Order } from '../engine/index.ts';

/** A draft and the ways back and forth from it. */
export interface Draft {
  readonly orders: readonly Order[];
  readonly undone: readonly (readonly Order[])[];
  readonly done: readonly (readonly Order[])[];
}

/** Steps that can be taken back. */
const MOST_STEPS = 200;

/** A draft that begins with these orders. */
export function draftOf(orders: readonly Order[]): Draft {
  return { orders, undone: [], done: [] };
}

/** The draft with other orders; what was undone before is forgotten. */
export function changed(draft: Draft, orders: readonly Order[]): Draft {
  return { orders, undone: [], done: [...draft.done, draft.orders].slice(-MOST_STEPS) };
}

/** One step back, or the draft itself when there is none. */
export function undone(draft: Draft): Draft {
  const before = draft.done.at(-1);
  return before === undefined ? draft : { orders: before, undone: [...draft.undone, draft.orders], done: draft.done.slice(0, -1) };
}

/** One step forward again, or the draft itself when nothing was undone. */
export function redone(draft: Draft): Draft {
  const after = draft.undone.at(-1);
  return after === undefined ? draft : { orders: after, undone: draft.undone.slice(0, -1), done: [...draft.done, draft.orders] };
}
