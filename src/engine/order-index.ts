/** What the orders taken so far use up: what the next order is checked against, beside the view. */
import type { Order } from './orders.ts';
import type { BatteryView, SideView } from './view.ts';

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
  /** Batteries for targets on the ground that have tubes, by row of the weapon; empty until they are asked for. */
  readonly guns: BatteryView[][];
}

/** Before any order is taken. */
export function indexView(view: SideView): OrderIndex {
  return { view, taken: Object.create(null) as Record<string, true>, onceKinds: [], onceThings: [], sorties: [], onLine: [], guns: [] };
}

/** Batteries of a weapon that could fire on the ground. */
export function gunsOf({ view, guns }: OrderIndex, weapon: string): readonly BatteryView[] {
  if (guns.length === 0) sortGuns(view, guns);
  return guns[view.weapons.indexOf(weapon)] ?? NO_GUNS;
}

const NO_GUNS: readonly BatteryView[] = [];

function sortGuns({ weapons, batteries }: SideView, guns: BatteryView[][]): void {
  for (let row = 0; row < weapons.length; row += 1) guns.push([]);
  let weapon = '';
  let row = -1;
  for (const battery of batteries) {
    if (battery.tubes <= 0 || battery.flak) continue;
    // Batteries of one weapon mostly stand together.
    if (battery.weapon !== weapon) {
      ({ weapon } = battery);
      row = weapons.indexOf(weapon);
    }
    guns[row]?.push(battery);
  }
}

/** What an order uses up, so that the next one cannot have it too. */
export interface Use {
  readonly units: readonly string[];
  /** What an order that can be given once a turn is given for; null for one that may be given as often as one likes. */
  readonly thing: string | null;
}

/** Books what an order uses up. */
export function book(index: OrderIndex, order: Order, { units, thing }: Use): void {
  for (const unit of units) index.taken[unit] = true;
  if (thing === null) {
    if (units.length === 0) takeSorties(index, order);
    return;
  }
  index.onceKinds.push(order.kind);
  index.onceThings.push(thing);
  if (order.kind === 'rest') for (const { id, formation } of index.view.units) if (formation === order.formation) index.taken[id] = true;
  if (order.kind === 'jump') takeSorties(index, order);
}

/** Sorties that an order of the air takes: men go by so many to an aircraft. */
function takeSorties({ view: { facts: { aircraft } }, sorties }: OrderIndex, order: Order): void {
  if (order.kind !== 'airlift' && order.kind !== 'land' && order.kind !== 'jump' && order.kind !== 'strike') return;
  for (let row = 0; row < aircraft.length; row += 1) {
    if (aircraft[row]?.id !== order.aircraft) continue;
    sorties[row] = (sorties[row] ?? 0) + (order.kind === 'jump' ? Math.ceil(order.men / Math.max(1, aircraft[row]?.men ?? 1)) : order.sorties);
    return;
  }
}

/** What an order uses up. */
export function useOf(order: Order): Use {
  switch (order.kind) {
    case 'bombard':
    case 'counter-battery':
    case 'airlift':
    case 'land':
    case 'strike': return NOTHING;
    case 'dig':
    case 'encircle':
    case 'trench':
    case 'close-up': return { units: order.units, thing: null };
    case 'assault': return { units: order.echelon.length === 0 ? order.lead : [...order.lead, ...order.echelon], thing: order.post };
    case 'reinforce':
    case 'counter-attack':
    case 'raid':
    case 'convoy': return { units: [order.unit], thing: null };
    case 'protect':
    case 'give-up':
    case 'break-off':
    case 'mine':
    case 'snipe': return { units: NONE, thing: order.post };
    case 'gather':
    case 'ration':
    case 'break-out':
    case 'surrender': return { units: NONE, thing: order.camp };
    case 'rest':
    case 'replace': return { units: NONE, thing: order.formation };
    case 'move-guns': return { units: NONE, thing: order.battery };
    case 'ask': return { units: NONE, thing: order.unit };
    case 'jump': return { units: order.unit === null ? NONE : [order.unit], thing: order.unit ?? '' };
    case 'porters': return { units: NONE, thing: '' };
  }
}

const NONE: readonly string[] = [];
const NOTHING: Use = { units: NONE, thing: null };

/** True where an order of this kind was taken for that thing. */
export function isGiven({ onceKinds, onceThings }: OrderIndex, kind: string, thing: string): boolean {
  for (let row = 0; row < onceKinds.length; row += 1) if (onceKinds[row] === kind && onceThings[row] === thing) return true;
  return false;
}
