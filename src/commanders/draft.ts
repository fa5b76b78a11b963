/** A plan in the making: orders with their reasons, and what is still free to be used. */
import { checkOrders, isFit } from '../engine/index.ts';
import type { BatteryView, Order, SideView, UnitView } from '../engine/index.ts';
import type { Intent, Plan, Reason } from './commander.ts';

/** Collects orders; one that the view forbids is left out rather than given in vain. */
export class Draft {
  private readonly orders: Order[] = [];
  private readonly intents: Intent[] = [];

  private readonly view: SideView;

  constructor(view: SideView) {
    this.view = view;
  }

  /** Adds an order with its reason; false where it cannot be given. */
  add(order: Order, reason: Reason, numbers: Readonly<Record<string, number>>, ids: Readonly<Record<string, string>>): boolean {
    if (checkOrders(this.view, [...this.orders, order]).length > 0) return false;
    this.intents.push({ order: this.orders.length, reason, numbers, ids });
    this.orders.push(order);
    return true;
  }

  /** A reason that goes with no order. */
  note(reason: Reason, numbers: Readonly<Record<string, number>>, ids: Readonly<Record<string, string>>): void {
    this.intents.push({ order: null, reason, numbers, ids });
  }

  /** Orders given so far. */
  given(): readonly Order[] {
    return this.orders;
  }

  plan(): Plan {
    return { orders: this.orders, intents: this.intents };
  }
}

/** Rounds of a weapon that a side has, beside its guns and in its dumps. */
export function stockOf(view: SideView, weapon: string): number {
  const column = view.weapons.indexOf(weapon);
  const dumps = view.dumps.reduce((sum, dump) => sum + (dump.rounds[column] ?? 0), 0);
  return dumps + batteriesOf(view, weapon).reduce((sum, battery) => sum + battery.ready, 0);
}

/** Own batteries of a weapon that have a tube left. */
export function batteriesOf(view: SideView, weapon: string): BatteryView[] {
  return view.batteries.filter((battery) => battery.weapon === weapon && battery.tubes > 0);
}

/** Units that can be sent somewhere. */
export function freeUnits(view: SideView): UnitView[] {
  return view.units.filter(isFit);
}

/** Rounds rounded down to tens, as staffs reckon. */
export function tens(rounds: number): number {
  return Math.floor(rounds / 10) * 10;
}
