/** What the orders taken so far use up: what the next order is checked against, beside the view. */
import type { Order } from './orders.ts';
import type { SideView } from './view.ts';

/** What is already given out of a view. */
export interface OrderIndex {
  readonly view: SideView;
  /** Units that have an order, those of regiments that rest among them. */
  readonly taken: Record<string, true>;
  /** Orders that can be given once for a thing: their kinds, and at the same places the things. */
  readonly onceKinds: string[];
  readonly onceThings: string[];
  /** Sorties given out, by row of the aircraft. */
  readonly sorties: number[];
  /** Sorties that can be sent when the turn begins, by row of the aircraft, as they were asked for. */
  readonly onLine: (number | undefined)[];
}

/** Before any order is taken. */
export function indexView(view: SideView): OrderIndex {
  return { view, taken: Object.create(null) as Record<string, true>, onceKinds: [], onceThings: [], sorties: [], onLine: [] };
}

/** Books what an order uses up, so that the next one cannot have it too. */
export function takeOrder(index: OrderIndex, order: Order): void {
  const units = unitsOf(order);
  for (const unit of units) index.taken[unit] = true;
  if (order.kind === 'rest') for (const { id, formation } of index.view.units) if (formation === order.formation) index.taken[id] = true;
  const thing = onceThing(order);
  if (thing !== null) {
    index.onceKinds.push(order.kind);
    index.onceThings.push(thing);
  }
  takeSorties(index, order);
}

/** Sorties that an order of the air takes: men go by so many to an aircraft. */
function takeSorties({ view, sorties }: OrderIndex, order: Order): void {
  if (order.kind !== 'airlift' && order.kind !== 'land' && order.kind !== 'jump' && order.kind !== 'strike') return;
  const row = view.facts.aircraft.findIndex(({ id }) => id === order.aircraft);
  const count = order.kind === 'jump' ? Math.ceil(order.men / Math.max(1, view.facts.aircraft[row]?.men ?? 1)) : order.sorties;
  if (row >= 0) sorties[row] = (sorties[row] ?? 0) + count;
}

/** Units that an order takes up. */
export function unitsOf(order: Order): readonly string[] {
  switch (order.kind) {
    case 'dig':
    case 'encircle':
    case 'trench':
    case 'close-up': return order.units;
    case 'assault': return order.echelon.length === 0 ? order.lead : [...order.lead, ...order.echelon];
    case 'reinforce':
    case 'counter-attack':
    case 'raid':
    case 'convoy': return [order.unit];
    case 'jump': return order.unit === null ? NONE : [order.unit];
    case 'bombard':
    case 'counter-battery':
    case 'protect':
    case 'give-up':
    case 'break-off':
    case 'mine':
    case 'move-guns':
    case 'snipe':
    case 'rest':
    case 'porters':
    case 'gather':
    case 'airlift':
    case 'land':
    case 'strike':
    case 'ask':
    case 'ration':
    case 'replace':
    case 'break-out':
    case 'surrender': return NONE;
  }
}

const NONE: readonly string[] = [];

/** What an order that can be given once a turn is given for; null for one that may be given as often as one likes. */
export function onceThing(order: Order): string | null {
  switch (order.kind) {
    case 'protect':
    case 'give-up':
    case 'break-off':
    case 'mine':
    case 'snipe':
    case 'assault': return order.post;
    case 'rest':
    case 'replace': return order.formation;
    case 'move-guns': return order.battery;
    case 'ask': return order.unit;
    case 'jump': return order.unit ?? '';
    case 'gather':
    case 'ration':
    case 'break-out':
    case 'surrender': return order.camp;
    case 'porters': return '';
    case 'bombard':
    case 'counter-battery':
    case 'reinforce':
    case 'counter-attack':
    case 'dig':
    case 'encircle':
    case 'trench':
    case 'close-up':
    case 'airlift':
    case 'land':
    case 'strike':
    case 'raid':
    case 'convoy': return null;
  }
}

/** True where an order of this kind was taken for that thing. */
export function isGiven({ onceKinds, onceThings }: OrderIndex, kind: string, thing: string): boolean {
  for (let row = 0; row < onceKinds.length; row += 1) if (onceKinds[row] === kind && onceThings[row] === thing) return true;
  return false;
}
