/** A plan in the making: orders with their reasons, and what is still free to be used. */
import { giveOrder, hasOrder, indexView } from '../engine/index.ts';
import type { Order, OrderIndex, Refusal, SideView } from '../engine/index.ts';
import type { Intent, Plan, Reason } from './commander.ts';

type Numbers = Readonly<Record<string, number>>;
type Ids = Readonly<Record<string, string>>;

/** Collects orders; one that the view forbids is left out rather than given in vain. */
export class Draft {
  private readonly orders: Order[] = [];
  private readonly intents: Intent[] = [];
  private readonly index: OrderIndex;
  /** Orders that the view refused: what the commander reckoned wrong, kept for tests. */
  readonly refused: { readonly order: Order; readonly problem: Refusal }[] = [];

  constructor(view: SideView) {
    this.index = indexView(view);
  }

  /** Adds an order with its reason; false where it cannot be given. */
  add(order: Order, reason: Reason, numbers: Numbers, ids: Ids): boolean {
    const problem = giveOrder(this.index, order);
    if (problem !== null) {
      if (!isTaken(problem)) this.refused.push({ order, problem });
      return false;
    }
    this.intents.push({ order: this.orders.length, reason, numbers, ids });
    this.orders.push(order);
    return true;
  }

  /** A reason that goes with no order. */
  note(reason: Reason, numbers: Numbers, ids: Ids): void {
    this.intents.push({ order: null, reason, numbers, ids });
  }

  /** True where a unit has no order yet. */
  isFree(id: string): boolean {
    return !hasOrder(this.index, id);
  }

  plan(): Plan {
    return { orders: this.orders, intents: this.intents };
  }
}

/** A unit of it has another order, which may well be meant. */
function isTaken({ field, reason }: Refusal): boolean {
  return field === 'unit' && reason === 'already-ordered';
}

/** Rounds rounded down to tens, as staffs reckon. */
export function tens(rounds: number): number {
  return Math.floor(rounds / 10) * 10;
}
