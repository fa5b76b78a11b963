/**
 * Orders: few, big, about intent. A turn's orders of one side are a list of these; the list's order is the order
 * in which guns and men are given out. Whether an order is allowed is asked of a view (`checks.ts`), never of the
 * state, so no refusal tells what is hidden.
 */

/** Something that guns can be laid on. */
export type Target =
  | { readonly kind: 'post'; readonly id: string }
  | { readonly kind: 'approach'; readonly id: string }
  /** Besieger: the strip, or the drop zone of a camp. */
  | { readonly kind: 'strip'; readonly id: string }
  | { readonly kind: 'zone'; readonly id: string };

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

/** Besieger: battalions dig a ring round a post, from the trench that is nearest. */
export interface Encircle {
  readonly kind: 'encircle';
  readonly post: string;
  readonly units: readonly string[];
}

/** Besieger: battalions dig an axis to a hex, from the trench that is nearest. */
export interface Trench {
  readonly kind: 'trench';
  readonly to: number;
  readonly units: readonly string[];
}

/** Besieger: engineers drive a gallery under a post, or fill its chamber and fire it with the next assault. */
export interface Mine {
  readonly kind: 'mine';
  readonly post: string;
}

/** Besieger: a battery or flak moves to a hex. */
export interface MoveGuns {
  readonly kind: 'move-guns';
  readonly battery: string;
  readonly to: number;
}

/** Besieger: marksmen before a post. */
export interface Snipe {
  readonly kind: 'snipe';
  readonly post: string;
}

/** Besieger: a regiment rests and does political work; it neither digs nor storms. */
export interface Rest {
  readonly kind: 'rest';
  readonly formation: string;
}

/** Besieger: battalions close up to the trench before a post. */
export interface CloseUp {
  readonly kind: 'close-up';
  readonly units: readonly string[];
  readonly post: string;
}

/** Besieger: how the carriers share food and shells, permille on food. */
export interface Porters {
  readonly kind: 'porters';
  readonly food: number;
}

/** Men sent out to gather loads, by camp: the garrison's own, or the besieger's in his trenches. */
export interface Gather {
  readonly kind: 'gather';
  readonly camp: string;
  readonly men: number;
}

/** Garrison: freight by parachute. */
export interface Airlift {
  readonly kind: 'airlift';
  readonly aircraft: string;
  readonly sorties: number;
  /** A weapon (its rounds) or a good. */
  readonly cargo: string;
  /** Metres above the valley floor. */
  readonly height: number;
  readonly camp: string;
  readonly from: number;
}

/** Garrison: aircraft land on the strip of a camp, bring freight and carry wounded out. */
export interface Land {
  readonly kind: 'land';
  readonly aircraft: string;
  readonly sorties: number;
  readonly cargo: string;
  readonly camp: string;
  readonly from: number;
}

/** Garrison: men by parachute, of a unit that waits at the bases or, with no unit, single men. */
export interface Jump {
  readonly kind: 'jump';
  readonly aircraft: string;
  readonly unit: string | null;
  readonly men: number;
  readonly height: number;
  readonly camp: string;
  readonly from: number;
}

/** Garrison: combat aircraft on trenches, a gun, flak, or the roads behind. */
export interface Strike {
  readonly kind: 'strike';
  readonly aircraft: string;
  readonly sorties: number;
  readonly target: { readonly kind: 'approach'; readonly id: string } | { readonly kind: 'fix'; readonly id: string } | { readonly kind: 'flak' } | { readonly kind: 'road' };
  readonly from: number;
}

/** Garrison: a company goes out at the trench before a post, fills it in and comes back. */
export interface Raid {
  readonly kind: 'raid';
  readonly unit: string;
  readonly approach: string;
  readonly from: number;
}

/** Garrison: a company fights its way to a cut-off post with water and cartridges, and back. */
export interface Convoy {
  readonly kind: 'convoy';
  readonly unit: string;
  readonly post: string;
}

/** Garrison: asks those above for a parachute battalion. */
export interface Ask {
  readonly kind: 'ask';
  readonly unit: string;
}

/** Garrison: permille of the full ration that a camp eats. */
export interface Ration {
  readonly kind: 'ration';
  readonly camp: string;
  readonly permille: number;
}

/** Another officer takes over a headquarters that is shocked or headless. */
export interface Replace {
  readonly kind: 'replace';
  readonly formation: string;
}

/** Garrison: all who can march leave the camp for the hills. */
export interface BreakOut {
  readonly kind: 'break-out';
  readonly camp: string;
}

/** Garrison: the camp ceases fire. */
export interface Surrender {
  readonly kind: 'surrender';
  readonly camp: string;
}

export type Order =
  | Bombard | CounterBattery | Protect | Reinforce | CounterAttack | GiveUp | Dig | Assault | BreakOff
  | Encircle | Trench | Mine | MoveGuns | Snipe | Rest | CloseUp | Porters | Gather
  | Airlift | Land | Jump | Strike | Raid | Convoy | Ask | Ration | Replace | BreakOut | Surrender;
export type OrderKind = Order['kind'];

/** What each side can order, in the order of the panels. */
export const ORDER_KINDS = {
  garrison: [
    'protect', 'counter-battery', 'bombard', 'counter-attack', 'reinforce', 'give-up', 'raid', 'convoy',
    'airlift', 'land', 'jump', 'gather', 'strike', 'ask', 'ration', 'replace', 'break-out', 'surrender',
  ],
  besieger: [
    'assault', 'bombard', 'counter-battery', 'dig', 'encircle', 'trench', 'close-up', 'break-off',
    'mine', 'move-guns', 'snipe', 'rest', 'porters', 'gather', 'replace',
  ],
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
    | 'assault-under-way' | 'no-assault' | 'too-many' | 'unreadable'
    | 'no-aircraft' | 'no-strip' | 'strip-closed' | 'no-leave' | 'not-cut-off' | 'not-asked' | 'cannot-move' | 'by-night-only';
  /** What would be accepted, as numbers or ids, for the words to fill in. */
  readonly expected: readonly (string | number)[];
}
