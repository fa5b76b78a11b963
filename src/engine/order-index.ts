/** What the orders taken so far use up: what the next order is checked against, beside the view. */
import { refuse } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { BatteryView, SideView } from './view.ts';

/** What the order that is being checked would use up. */
export interface Use {
  units: readonly string[];
  /** What an order that can be given once a turn is given for, and its kind; null for one that may be given as often as one likes. */
  kind: string;
  thing: string | null;
  /** Row of the aircraft that it sends, and its sorties. */
  aircraft: number;
  sorties: number;
}

/** What is already given out of a view. */
export interface OrderIndex {
  readonly view: SideView;
  readonly use: Use;
  /** Units that have an order, those of regiments that rest among them: so few that a list is looked through quicker than an index is made. */
  readonly taken: string[];
  /** Orders that can be given once for a thing: their kinds, and at the same places the things. */
  readonly onceKinds: string[];
  readonly onceThings: string[];
  /** Sorties given out, by row of the aircraft. */
  readonly sorties: number[];
  /** Sorties that can be sent when the turn begins, by row of the aircraft, as they were asked for; -1 until then. */
  readonly onLine: number[];
  /** Batteries for targets on the ground that have tubes, and whether there are any batteries, by row of the weapon; empty until they are asked for. */
  readonly guns: BatteryView[][];
  readonly armed: boolean[];
}

/** Before any order is taken. */
export function indexView(view: SideView): OrderIndex {
  const { aircraft } = view.facts;
  const use: Use = { units: NONE, kind: '', thing: null, aircraft: -1, sorties: 0 };
  return { view, use, taken: [], onceKinds: [], onceThings: [], sorties: aircraft.map(() => 0), onLine: aircraft.map(() => -1), guns: [], armed: [] };
}

const NONE: readonly string[] = [];

/** Batteries of a weapon that could fire on the ground. */
export function gunsOf(index: OrderIndex, weapon: string): readonly BatteryView[] {
  if (index.guns.length === 0) sortGuns(index);
  const row = index.view.weapons.indexOf(weapon);
  return row < 0 ? NO_GUNS : (index.guns[row] ?? NO_GUNS);
}

const NO_GUNS: readonly BatteryView[] = [];

/** True where the side has batteries of a weapon. */
export function isArmedWith(index: OrderIndex, weapon: string): boolean {
  if (index.guns.length === 0) sortGuns(index);
  const row = index.view.weapons.indexOf(weapon);
  return row >= 0 && index.armed[row] === true;
}

function sortGuns({ view: { weapons, batteries }, guns, armed }: OrderIndex): void {
  for (let row = 0; row < weapons.length; row += 1) {
    guns.push([]);
    armed.push(false);
  }
  let weapon = '';
  let row = 0;
  for (const battery of batteries) {
    // Batteries of one weapon mostly stand together.
    if (battery.weapon !== weapon) {
      ({ weapon } = battery);
      row = weapons.indexOf(weapon);
      armed[row] = true;
    }
    if (battery.tubes > 0 && !battery.flak) guns[row]?.push(battery);
  }
}

/** Before the next order is checked. */
export function beginUse({ use }: OrderIndex): void {
  use.units = NONE;
  use.thing = null;
  use.aircraft = -1;
}

/** Lays hands on units; refuses one that has an order already. */
export function useUnits(index: OrderIndex, units: readonly string[]): Refusal | null {
  for (let place = 0; place < units.length; place += 1) {
    const unit = units[place] ?? '';
    if (hasOrder(index, unit) || (place > 0 && units.indexOf(unit) !== place)) return refuse('unit', 'already-ordered', unit);
  }
  index.use.units = units;
  return null;
}

/** True where a unit has an order. */
export function hasOrder({ taken }: OrderIndex, unit: string): boolean {
  for (const id of taken) if (id === unit) return true;
  return false;
}

/** Lays hands on all units of a formation; refuses where one has an order already. */
export function useFormation(index: OrderIndex, formation: string): Refusal | null {
  const units: string[] = [];
  for (const unit of index.view.units) {
    if (unit.formation !== formation) continue;
    if (hasOrder(index, unit.id)) return refuse('formation', 'already-ordered', formation);
    units.push(unit.id);
  }
  index.use.units = units;
  return null;
}

/** For an order that can be given once for a thing; refuses where it has been. */
export function useOnce({ use, onceKinds, onceThings }: OrderIndex, kind: string, thing: string): Refusal | null {
  for (let row = 0; row < onceKinds.length; row += 1) if (onceThings[row] === thing && onceKinds[row] === kind) return refuse('kind', 'already-ordered', kind);
  use.kind = kind;
  use.thing = thing;
  return null;
}

/** Books what the order that was checked uses up, so that the next one cannot have it too. */
export function book({ use, taken, onceKinds, onceThings, sorties }: OrderIndex): void {
  for (const unit of use.units) taken.push(unit);
  if (use.thing !== null) {
    onceKinds.push(use.kind);
    onceThings.push(use.thing);
  }
  if (use.aircraft >= 0) sorties[use.aircraft] = (sorties[use.aircraft] ?? 0) + use.sorties;
}
