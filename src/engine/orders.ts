/**
 * Orders: few, big, about intent. A turn's orders of one side are a list of these; the list's order is the order
 * in which guns and men are given out. Whether an order is allowed is asked of a view (`checks.ts`), never of the
 * state, so no refusal tells what is hidden.
 */

/** Something that guns can be laid on. */
export type Target =
  | { readonly kind: 'post'; readonly id: string }
  | { readonly kind: 'approach'; readonly id: string };

/** Shelling of a post or of a trench. */
export interface Bombard {
  readonly kind: 'bombard';
  readonly target: Target;
  readonly weapon: string;
  readonly rounds: number;
  /** The pulse of the turn in which it opens, 0-11. */
  readonly from: number;
}

/** Fire on a gun of the other side, by its fix. */
export interface CounterBattery {
  readonly kind: 'counter-battery';
  readonly fix: string;
  readonly weapon: string;
  readonly rounds: number;
  readonly from: number;
}

/** Garrison: shells set aside for final protective fire before one post. */
export interface Protect {
  readonly kind: 'protect';
  readonly post: string;
  readonly rounds: number;
}

/** Garrison: a company marches to a post and stays. */
export interface Reinforce {
  readonly kind: 'reinforce';
  readonly unit: string;
  readonly post: string;
}

/**
 * Garrison, standing order: if the post is entered or taken, the company goes in after so many pulses, unless the
 * odds that it finds are worse than `odds` (permille of even).
 */
export interface CounterAttack {
  readonly kind: 'counter-attack';
  readonly unit: string;
  readonly post: string;
  readonly after: number;
  readonly odds: number;
}

/** Garrison: leave a post and fall back on the camp. */
export interface GiveUp {
  readonly kind: 'give-up';
  readonly post: string;
}

/** Besieger: battalions dig the approach towards a post. */
export interface Dig {
  readonly kind: 'dig';
  readonly post: string;
  readonly units: readonly string[];
}

/** Besieger: storm a post; the echelon follows so many pulses later if the post still holds. */
export interface Assault {
  readonly kind: 'assault';
  readonly post: string;
  readonly lead: readonly string[];
  readonly echelon: readonly string[];
  readonly from: number;
  readonly echelonAfter: number;
}

/** Besieger: break off an assault that is still going on. */
export interface BreakOff {
  readonly kind: 'break-off';
  readonly post: string;
}

export type Order = Bombard | CounterBattery | Protect | Reinforce | CounterAttack | GiveUp | Dig | Assault | BreakOff;
export type OrderKind = Order['kind'];

/** What each side can order, in the order of the panels. */
export const ORDER_KINDS = {
  garrison: ['protect', 'counter-battery', 'bombard', 'counter-attack', 'reinforce', 'give-up'],
  besieger: ['assault', 'bombard', 'counter-battery', 'dig', 'break-off'],
} as const satisfies Record<'garrison' | 'besieger', readonly OrderKind[]>;

/** Both sides' orders of one turn. */
export interface OrdersBySide {
  readonly garrison: readonly Order[];
  readonly besieger: readonly Order[];
}

/** Why an order cannot be given; the words stand in the panels. */
export interface OrderProblem {
  /** Index in the list of orders. */
  readonly order: number;
  readonly field: string;
  readonly reason:
    | 'not-your-order' | 'no-such-thing' | 'not-yours' | 'outside-theatre' | 'out-of-range' | 'no-guns' | 'no-rounds'
    | 'not-a-number' | 'too-late' | 'already-ordered' | 'not-fit' | 'not-held' | 'held-by-you' | 'no-approach'
    | 'assault-under-way' | 'no-assault' | 'too-many' | 'unreadable';
  /** What would be accepted, as numbers or ids, for the words to fill in. */
  readonly expected: readonly (string | number)[];
}
