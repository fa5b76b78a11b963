/**
 * What a list of orders is checked against: the things of a view by id, worked out once, and what the orders taken
 * so far use up. With it one order costs no search, however long the list has become.
 */
import type { AircraftFacts } from './facts-siege.ts';
import type { Airlift, Jump, Land, Order, OrderKind, Strike } from './orders.ts';
import type { ApproachView, AssaultView, BatteryView, CampView, FixView, FormationView, PostView, SideView, UnitView } from './view.ts';

type ById<Thing> = Readonly<Record<string, Thing>>;

/** A view by id, and what is already given out. */
export interface OrderIndex {
  readonly posts: ById<PostView>;
  readonly units: ById<UnitView>;
  readonly batteries: ById<BatteryView>;
  readonly formations: ById<FormationView>;
  readonly approaches: ById<ApproachView>;
  readonly fixes: ById<FixView>;
  readonly camps: ById<CampView>;
  readonly aircraft: ById<AircraftFacts>;
  /** Trenches towards a post, by the post. */
  readonly approachTo: ById<ApproachView>;
  /** Assaults that go on, by the post. */
  readonly stormed: ById<AssaultView>;
  /** Batteries that can fire at things on the ground, by weapon. */
  readonly guns: ById<readonly BatteryView[]>;
  /** Rounds in a dump, by its id and the row of the weapon. */
  readonly dumps: ById<readonly number[]>;
  /** Units, and things that can be ordered once a turn, that have an order. */
  readonly taken: Record<string, true>;
  /** Formations of which a unit has an order, and those that were told to rest. */
  readonly busy: Record<string, true>;
  readonly resting: Record<string, true>;
  /** Sorties given out, by aircraft. */
  readonly sorties: Record<string, number>;
}

// All at once: an object with accessors, which would put off the lists that few orders name, costs more than it spares.
/** Indexes a view before any order is taken. */
export function indexView(view: SideView): OrderIndex {
  return {
    posts: byId(view.posts),
    units: byId(view.units),
    batteries: byId(view.batteries),
    formations: byId(view.formations),
    approaches: byId(view.approaches),
    fixes: byId(view.fixes),
    camps: byId(view.camps),
    aircraft: byId(view.facts.aircraft),
    approachTo: approachesTo(view),
    stormed: stormedPosts(view),
    guns: gunsByWeapon(view),
    dumps: dumpsById(view),
    taken: none<true>(),
    busy: none<true>(),
    resting: none<true>(),
    sorties: none<number>(),
  };
}

function none<Thing>(): Record<string, Thing> {
  return Object.create(null) as Record<string, Thing>;
}

function byId<Thing extends { readonly id: string }>(things: readonly Thing[]): ById<Thing> {
  const index = none<Thing>();
  for (const thing of things) index[thing.id] = thing;
  return index;
}

/** Saps stand before rings: it is from the sap that men jump off. */
function approachesTo(view: SideView): ById<ApproachView> {
  const index = none<ApproachView>();
  for (const approach of view.approaches) {
    if (approach.post !== null && (approach.kind === 'sap' || index[approach.post] === undefined)) index[approach.post] = approach;
  }
  return index;
}

function stormedPosts(view: SideView): ById<AssaultView> {
  const index = none<AssaultView>();
  for (const assault of view.assaults) if (assault.ended === 'no') index[assault.post] = assault;
  return index;
}

function gunsByWeapon(view: SideView): ById<readonly BatteryView[]> {
  const index = none<BatteryView[]>();
  for (const battery of view.batteries) if (battery.tubes > 0 && !battery.flak) (index[battery.weapon] ??= []).push(battery);
  return index;
}

function dumpsById(view: SideView): ById<readonly number[]> {
  const index = none<readonly number[]>();
  for (const dump of view.dumps) index[dump.id] = dump.rounds;
  return index;
}

/** Books what an order uses up, so that the next one cannot have it too. */
export function takeOrder(index: OrderIndex, order: Order): void {
  for (const unit of unitsOf(order)) {
    index.taken[unit] = true;
    const formation = index.units[unit]?.formation;
    if (formation !== undefined) index.busy[formation] = true;
  }
  if (order.kind === 'rest') index.resting[order.formation] = true;
  const key = onceKey(order);
  if (key !== null) index.taken[key] = true;
  if ('aircraft' in order) index.sorties[order.aircraft] = (index.sorties[order.aircraft] ?? 0) + sortiesOf(index, order);
}

/** Sorties that an order of the air takes: men go by so many to an aircraft. */
function sortiesOf(index: OrderIndex, order: Airlift | Land | Jump | Strike): number {
  return order.kind === 'jump' ? Math.ceil(order.men / Math.max(1, index.aircraft[order.aircraft]?.men ?? 1)) : order.sorties;
}

/** Units that an order takes up. */
export function unitsOf(order: Order): readonly string[] {
  if ('units' in order) return order.units;
  if (order.kind === 'assault') return order.echelon.length === 0 ? order.lead : [...order.lead, ...order.echelon];
  if (order.kind === 'ask' || !('unit' in order) || order.unit === null) return [];
  return [order.unit];
}

/** What can be ordered once a turn, each for one thing: the field that names it. */
const ONCE: Readonly<Partial<Record<OrderKind, string>>> = {
  protect: 'post', 'give-up': 'post', 'break-off': 'post', mine: 'post', snipe: 'post', assault: 'post',
  rest: 'formation', replace: 'formation', 'move-guns': 'battery', ask: 'unit', jump: 'unit',
  gather: 'camp', ration: 'camp', 'break-out': 'camp', surrender: 'camp', porters: 'kind',
};

/** The mark of an order that can be given once; null for one that may be given as often as one likes. */
export function onceKey(order: Order): string | null {
  const field = ONCE[order.kind];
  return field === undefined ? null : `${order.kind}|${String((order as unknown as Readonly<Record<string, unknown>>)[field])}`;
}
