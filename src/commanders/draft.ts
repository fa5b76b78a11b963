/** A plan in the making: orders with their reasons, and what is still free to be used. */
import { checkOrders } from '../engine/index.ts';
import type { Order, OrderProblem, SideView } from '../engine/index.ts';
import type { Intent, Plan, Reason } from './commander.ts';

type Numbers = Readonly<Record<string, number>>;
type Ids = Readonly<Record<string, string>>;

/** Collects orders; one that the view forbids is left out rather than given in vain. */
export class Draft {
  private readonly orders: Order[] = [];
  private readonly intents: Intent[] = [];
  private readonly taken: Record<string, true> = Object.create(null) as Record<string, true>;
  private readonly view: SideView;
  /** Orders that the view refused: a fault of the commander's, kept for tests. */
  readonly refused: { readonly order: Order; readonly problem: OrderProblem }[] = [];

  constructor(view: SideView) {
    this.view = view;
  }

  /** Adds an order with its reason; false where it cannot be given. */
  add(order: Order, reason: Reason, numbers: Numbers, ids: Ids): boolean {
    if (usedBy(order).some((id) => this.taken[id] === true)) return false;
    const [problem] = checkOrders(this.view, [order]);
    if (problem !== undefined) {
      this.refused.push({ order, problem });
      return false;
    }
    for (const id of usedBy(order)) this.taken[id] = true;
    this.intents.push({ order: this.orders.length, reason, numbers, ids });
    this.orders.push(order);
    return true;
  }

  /** A reason that goes with no order. */
  note(reason: Reason, numbers: Numbers, ids: Ids): void {
    this.intents.push({ order: null, reason, numbers, ids });
  }

  /** True where a unit, battery or formation has no order yet. */
  isFree(id: string): boolean {
    return this.taken[id] !== true;
  }

  /** Keeps a unit from being used for anything else. */
  hold(id: string): void {
    this.taken[id] = true;
  }

  plan(): Plan {
    return { orders: this.orders, intents: this.intents };
  }
}

/** Units, batteries and formations that an order takes up. */
function usedBy(order: Order): readonly string[] {
  switch (order.kind) {
    case 'dig':
    case 'encircle':
    case 'trench':
    case 'close-up': return order.units;
    case 'assault': return [...order.lead, ...order.echelon];
    case 'reinforce':
    case 'counter-attack':
    case 'raid':
    case 'convoy': return [order.unit];
    case 'move-guns': return [order.battery];
    default: return [];
  }
}

/** Rounds rounded down to tens, as staffs reckon. */
export function tens(rounds: number): number {
  return Math.floor(rounds / 10) * 10;
}
