/** Whether aircraft can fly as ordered, and whether those above can be asked. */
import { GOODS } from './facts-siege.ts';
import type { AircraftFacts } from './facts-siege.ts';
import { readyFleet, sortiesOf } from './fleets.ts';
import { isArmedWith } from './order-index.ts';
import type { OrderIndex } from './order-index.ts';
import type { Airlift, Jump, Land, Strike } from './orders.ts';
import { refuse, within } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { PULSES } from './state.ts';
import type { SideView, UnitView } from './view.ts';
import { approachOf, campOf, fixOf, unitOf } from './view-things.ts';
import { dayOf } from './turn-context.ts';

/** Lowest and highest run-in, metres above the valley floor. */
export const DROP_HEIGHTS = [100, 3500] as const;

/** Sorties of an aircraft that can still be sent this turn, those given out already left aside. */
export function sortiesLeft(index: OrderIndex, aircraft: AircraftFacts): number {
  const row = index.view.facts.aircraft.indexOf(aircraft);
  return row < 0 ? 0 : leftOf(index, row, aircraft);
}

function leftOf({ view, onLine, sorties }: OrderIndex, row: number, aircraft: AircraftFacts): number {
  let whole = onLine[row] ?? -1;
  if (whole < 0) {
    whole = onLineOf(view, aircraft, row);
    onLine[row] = whole;
  }
  return Math.max(0, whole - (sorties[row] ?? 0));
}

/** Sorties that can be sent when the turn begins. */
function onLineOf(view: SideView, aircraft: AircraftFacts, row: number): number {
  const state = view.air?.fleets[row];
  if (state === undefined) return 0;
  const fleet = { ...state };
  readyFleet(view.facts.rules, fleet, view.night);
  return sortiesOf(view.facts.rules, aircraft, fleet, dayOf(view.facts, view.turn), view.night);
}

/** Finds an aircraft of a role, which the order then uses. */
function fleet({ view, use }: OrderIndex, id: string, role: AircraftFacts['role']): AircraftFacts | null {
  const { aircraft } = view.facts;
  for (let row = 0; row < aircraft.length; row += 1) {
    const one = aircraft[row];
    if (one?.id !== id) continue;
    use.aircraft = row;
    return one.role === role ? one : null;
  }
  return null;
}

/** Aircraft of a role that a side has. */
export function aircraftOf(view: SideView, role: AircraftFacts['role']): AircraftFacts[] {
  return view.facts.aircraft.filter((aircraft) => aircraft.role === role);
}

function noAircraft(view: SideView, role: AircraftFacts['role']): Refusal {
  return refuse('aircraft', 'no-aircraft', ...aircraftOf(view, role).map(({ id }) => id));
}

function sortiesIn(index: OrderIndex, aircraft: AircraftFacts, sorties: number): Refusal | null {
  const left = leftOf(index, index.use.aircraft, aircraft);
  index.use.sorties = sorties;
  return left === 0 ? noAircraft(index.view, aircraft.role) : within('sorties', sorties, 1, left);
}

/** Goods, and rounds of weapons that the camp has guns for. */
export function cargoes(view: SideView): string[] {
  return [...view.weapons.filter((weapon) => view.batteries.some((battery) => battery.weapon === weapon)), ...GOODS];
}

function cargo(index: OrderIndex, id: string): Refusal | null {
  const goods: readonly string[] = GOODS;
  return goods.includes(id) || isArmedWith(index, id) ? null : refuse('cargo', 'no-such-thing', ...cargoes(index.view));
}

/** A camp that stands. */
export function standing(view: SideView, id: string): Refusal | null {
  const camp = campOf(view, id);
  if (camp === null) return refuse('camp', 'no-such-thing');
  return camp.stands ? null : refuse('camp', 'not-held', id);
}

/** Freight by parachute. */
export function airlift(index: OrderIndex, order: Airlift): Refusal | null {
  const { view } = index;
  const aircraft = fleet(index, order.aircraft, 'transport');
  if (aircraft === null || aircraft.loadKilos <= 0) return noAircraft(view, 'transport');
  return (
    sortiesIn(index, aircraft, order.sorties) ??
    cargo(index, order.cargo) ??
    within('height', order.height, DROP_HEIGHTS[0], DROP_HEIGHTS[1]) ??
    standing(view, order.camp) ??
    within('from', order.from, 0, PULSES - 1)
  );
}

/** Landings on the strip of a camp, as far as it is known to be open. */
export function land(index: OrderIndex, order: Land): Refusal | null {
  const { view } = index;
  const aircraft = fleet(index, order.aircraft, 'transport');
  if (aircraft === null || !aircraft.lands) return noAircraft(view, 'transport');
  return (
    sortiesIn(index, aircraft, order.sorties) ??
    cargo(index, order.cargo) ??
    standing(view, order.camp) ??
    stripOf(view, order.camp) ??
    within('from', order.from, 0, PULSES - 1)
  );
}

function stripOf(view: SideView, id: string): Refusal | null {
  const camp = view.facts.camps.find((one) => one.id === id);
  const strip = view.strips.find((one) => one.id === camp?.strip);
  if (strip === undefined) return refuse('camp', 'no-strip', id);
  if (strip.use === 'closed' || strip.use === 'cut') return refuse('camp', 'strip-closed', id);
  return strip.use === 'night' && !view.night ? refuse('camp', 'by-night-only', id) : null;
}

/** Men by parachute: a unit that those above have granted, or single men who are ready. */
export function jump(index: OrderIndex, order: Jump): Refusal | null {
  const { view } = index;
  const aircraft = fleet(index, order.aircraft, 'transport');
  if (aircraft === null || aircraft.men <= 0) return noAircraft(view, 'transport');
  index.use.sorties = Math.ceil(order.men / aircraft.men);
  return (
    jumpers(view, order, leftOf(index, index.use.aircraft, aircraft) * aircraft.men) ??
    within('height', order.height, DROP_HEIGHTS[0], DROP_HEIGHTS[1]) ??
    standing(view, order.camp) ??
    within('from', order.from, 0, PULSES - 1)
  );
}

/** `room` is how many men the sorties that are left can take. */
function jumpers(view: SideView, order: Jump, room: number): Refusal | null {
  if (room <= 0) return noAircraft(view, 'transport');
  if (order.unit === null) {
    const ready = view.air?.individualsReady ?? 0;
    return ready <= 0 ? refuse('unit', 'no-such-thing') : within('men', order.men, 1, Math.min(room, ready));
  }
  const unit = unitOf(view, order.unit);
  if (unit === null) return refuse('unit', 'no-such-thing');
  if (!waitsToJump(unit)) return refuse('unit', 'not-fit', order.unit);
  if (view.air?.granted.includes(order.unit) !== true) return refuse('unit', 'not-asked', order.unit);
  return within('men', order.men, 1, Math.min(room, unit.away));
}

/** A unit that waits at the air bases with men who have not jumped yet. */
export function waitsToJump(unit: UnitView): boolean {
  return unit.jumps && unit.away > 0;
}

/** Combat aircraft on something that has been seen. */
export function strike(index: OrderIndex, order: Strike): Refusal | null {
  const { view } = index;
  const aircraft = fleet(index, order.aircraft, 'combat');
  if (aircraft === null) return noAircraft(view, 'combat');
  return sortiesIn(index, aircraft, order.sorties) ?? struck(view, order.target) ?? within('from', order.from, 0, PULSES - 1);
}

function struck(view: SideView, target: Strike['target']): Refusal | null {
  switch (target.kind) {
    case 'approach': return approachOf(view, target.id) === null ? refuse('target', 'no-such-thing') : null;
    case 'fix': return fixOf(view, target.id) === null ? refuse('target', 'no-such-thing') : null;
    case 'flak':
    case 'road': return null;
  }
}

/** A unit that waits and is not asked for yet. */
export function ask(view: SideView, id: string): Refusal | null {
  const unit = unitOf(view, id);
  if (unit === null || !waitsToJump(unit)) return refuse('unit', 'no-such-thing');
  return view.air?.asked.includes(id) === true || view.air?.granted.includes(id) === true ? refuse('unit', 'already-ordered', id) : null;
}
