/**
 * The historical garrison's air: freight by what runs short, low until it costs too many aircraft, wounded out while
 * a strip lives, battalions asked for when the reserve is thin, fighters on flak and trenches.
 */
import { along } from '../engine/index.ts';
import type { AircraftFacts, CampView, Good, SideView } from '../engine/index.ts';
import { eatersOf } from './camp-picture.ts';
import type { CampPicture } from './camp-picture.ts';
import { HISTORICAL } from './doctrine.ts';
import type { Draft } from './draft.ts';

/** All orders to the air force. */
export function fly(picture: CampPicture, draft: Draft): void {
  const { view } = picture;
  if (view.air === null) return;
  ask(picture, draft);
  for (const aircraft of view.facts.aircraft) {
    if (aircraft.role === 'combat') strike(picture, draft, aircraft);
    else freight(picture, draft, aircraft);
  }
  const hands = view.camps.filter((camp) => camp.stands && view.loads.length > 0);
  for (const camp of hands) draft.add({ kind: 'gather', camp: camp.id, men: HISTORICAL.gatherMen }, 'gather-loads', { men: HISTORICAL.gatherMen }, { camp: camp.id });
}

/** Sorties of an aircraft that can be sent in this turn. */
function onLine(view: SideView, aircraft: AircraftFacts): number {
  const day = Math.floor(view.turn / 2);
  const damaged = view.air?.fleets.find((fleet) => fleet.aircraft === aircraft.id)?.damaged ?? 0;
  const whole = Math.max(0, along(aircraft.sorties, day) - damaged);
  const part = view.night ? HISTORICAL.nightPart : 1000 - HISTORICAL.nightPart;
  return Math.floor((whole * part) / 1000);
}

/** Landings, men and freight of one kind of transport. */
function freight(picture: CampPicture, draft: Draft, aircraft: AircraftFacts): void {
  const { view } = picture;
  let left = onLine(view, aircraft);
  if (aircraft.lands) left -= land(picture, draft, aircraft, left);
  if (aircraft.men > 0) left -= jump(picture, draft, aircraft, left);
  for (const camp of view.camps.filter(({ stands }) => stands)) {
    const isMain = camp.id === view.camps[0]?.id;
    const others = view.camps.filter((one) => one.stands && one.id !== view.camps[0]?.id).length;
    const part = isMain ? 1000 - others * HISTORICAL.secondCamp : HISTORICAL.secondCamp;
    bring(picture, draft, aircraft, camp, Math.floor((left * part) / 1000));
  }
}

/** So many sorties of freight for a camp, shared by need. */
function bring(picture: CampPicture, draft: Draft, aircraft: AircraftFacts, camp: CampView, sorties: number): void {
  const height = heightFor(picture, aircraft);
  const needs = needsOf(picture, camp);
  const whole = needs.reduce((sum, { weight }) => sum + weight, 0);
  let carried = 0;
  let due = 0;
  for (const { cargo, weight, days } of needs) {
    due += sorties * weight;
    const count = Math.floor(due / Math.max(1, whole)) - carried;
    if (count <= 0) continue;
    carried += count;
    draft.add({ kind: 'airlift', aircraft: aircraft.id, sorties: count, cargo, height, camp: camp.id, from: HISTORICAL.dropPulse }, 'fly-in', { sorties: count, height, days }, { aircraft: aircraft.id, cargo, camp: camp.id });
  }
}

interface Need {
  readonly cargo: string;
  readonly weight: number;
  /** Days that the stock lasts, as the staff reckons. */
  readonly days: number;
}

/** What a camp lacks: the shorter the stock, the heavier it weighs. */
function needsOf(picture: CampPicture, camp: CampView): Need[] {
  const { view } = picture;
  const dump = view.dumps.find((one) => one.camp === camp.id);
  const eaters = eatersOf(picture, camp);
  const needs: Need[] = [];
  for (const [cargo, daily, weight] of HISTORICAL.freight) {
    const isGood = GOODS_ROW[cargo as Good];
    const stock = isGood !== undefined ? (dump?.goods[isGood] ?? 0) : (dump?.rounds[view.weapons.indexOf(cargo)] ?? 0);
    if (isGood === undefined && !view.batteries.some((battery) => battery.weapon === cargo && battery.tubes > 0)) continue;
    const days = Math.floor(stock / Math.max(1, cargo === 'food' ? Math.floor((eaters * 16) / 10) : daily));
    const urgency = days < HISTORICAL.daysShort ? 3 : days < HISTORICAL.daysLow ? 2 : days > HISTORICAL.daysMany ? 0 : 1;
    if (urgency > 0) needs.push({ cargo, weight: weight * urgency, days });
  }
  return needs;
}

const GOODS_ROW: Readonly<Partial<Record<Good, number>>> = { food: 0, medical: 1, engineer: 2 };

/** Low while it is cheap; every few aircraft lost send the crews higher, quiet weeks bring them down a step. */
function heightFor({ view }: CampPicture, aircraft: AircraftFacts): number {
  const lost = view.ledger.air.aircraftLost;
  const felt = (view.air?.fleets ?? []).reduce((sum, fleet) => sum + fleet.lostLately, 0);
  let step = HISTORICAL.heightLosses.filter((losses) => lost >= losses).length;
  if (felt < HISTORICAL.feltLittle) step -= 1;
  if (felt > HISTORICAL.feltMuch) step += 1;
  if (view.night && aircraft.lands) step = Math.min(step, HISTORICAL.nightStep);
  return HISTORICAL.heights[Math.max(0, Math.min(HISTORICAL.heights.length - 1, step))] ?? 600;
}

/** Ambulances at night, by day only while the strip is open. */
function land(picture: CampPicture, draft: Draft, aircraft: AircraftFacts, left: number): number {
  const { view } = picture;
  const camp = view.camps[0];
  const strip = view.strips.find(({ id }) => id === view.facts.camps[0]?.strip);
  if (camp === undefined || strip === undefined || !camp.stands) return 0;
  const usable = strip.use === 'open' || (strip.use === 'night' && view.night);
  const wanted = strip.use === 'open' && !view.night ? HISTORICAL.dayLandings : HISTORICAL.nightLandings;
  const waiting = camp.serious + camp.light;
  if (!usable || waiting < HISTORICAL.woundedToFly) return 0;
  const sorties = Math.min(left, wanted, 1 + Math.floor(waiting / Math.max(1, aircraft.men)));
  if (sorties <= 0) return 0;
  const given = draft.add({ kind: 'land', aircraft: aircraft.id, sorties, cargo: 'medical', camp: camp.id, from: view.night ? 2 : 4 }, 'fly-out-wounded', { sorties, wounded: waiting }, { aircraft: aircraft.id, camp: camp.id });
  return given ? sorties : 0;
}

/** Battalions that were granted, and single men, by night once the flak is felt. */
function jump(picture: CampPicture, draft: Draft, aircraft: AircraftFacts, left: number): number {
  const { view } = picture;
  const camp = view.camps[0];
  if (camp === undefined || !camp.stands || view.air === null || aircraft.men === 0) return 0;
  let used = 0;
  let men: number = HISTORICAL.jumpMen;
  if (!view.night && heightFor(picture, aircraft) > HISTORICAL.jumpDayHeight) return 0;
  for (const unit of view.units) {
    if (unit.away <= 0 || !unit.jumps || !view.air.granted.includes(unit.id)) continue;
    const go = Math.min(unit.away, men, (left - used) * aircraft.men);
    if (go <= 0) break;
    if (!draft.add({ kind: 'jump', aircraft: aircraft.id, unit: unit.id, men: go, height: HISTORICAL.jumpHeight, camp: camp.id, from: 1 }, 'drop-men', { men: go }, { unit: unit.id, camp: camp.id })) continue;
    men -= go;
    used += Math.ceil(go / aircraft.men);
  }
  const single = Math.min(view.air.individualsReady, men, (left - used) * aircraft.men);
  if (view.night && single >= HISTORICAL.singlesLeast && draft.add({ kind: 'jump', aircraft: aircraft.id, unit: null, men: single, height: HISTORICAL.jumpHeight, camp: camp.id, from: 2 }, 'drop-men', { men: single }, { camp: camp.id })) used += Math.ceil(single / aircraft.men);
  return used;
}

/** A battalion is asked for when the reserve is thin, a post has just fallen or the camp is short of men. */
function ask(picture: CampPicture, draft: Draft): void {
  const { view } = picture;
  const { air } = view;
  if (air === null) return;
  const reserve = picture.reserve.reduce((sum, unit) => sum + unit.men, 0);
  const fell = view.posts.some((post) => post.holder === 'besieger' && picture.clock - post.heldSince <= HISTORICAL.askPulses);
  const fit = picture.fit[view.camps[0]?.id ?? ''] ?? 0;
  if (reserve >= HISTORICAL.askReserve && !fell && fit >= HISTORICAL.askFit) return;
  const coming = view.units.find((unit) => unit.jumps && unit.away > 0 && (air.asked.includes(unit.id) || air.granted.includes(unit.id)));
  if (coming !== undefined) return;
  const next = view.units.find((unit) => unit.jumps && unit.away > 0 && unit.arrivesTurn <= view.turn);
  if (next === undefined) return;
  for (const unit of view.units.filter((one) => one.formation === next.formation && one.away > 0)) draft.add({ kind: 'ask', unit: unit.id }, 'ask-battalion', { men: unit.away }, { unit: unit.id });
}

/** Fighters: flak while transports come low, the nearest trenches, now and then the roads. */
function strike(picture: CampPicture, draft: Draft, aircraft: AircraftFacts): void {
  const { view } = picture;
  if (view.night) return;
  const sorties = onLine(view, aircraft);
  const flak = Math.floor((sorties * HISTORICAL.strikeFlak) / 1000);
  const road = Math.floor((sorties * HISTORICAL.strikeRoad) / 1000);
  const saps = picture.held.filter(({ sap }) => sap !== null).sort((a, b) => a.head - b.head || (a.post.id < b.post.id ? -1 : 1)).slice(0, HISTORICAL.strikeSaps);
  const each = Math.floor((sorties - flak - road) / Math.max(1, saps.length));
  if (flak > 0) draft.add({ kind: 'strike', aircraft: aircraft.id, sorties: flak, target: { kind: 'flak' }, from: 2 }, 'strike-flak', { sorties: flak }, { aircraft: aircraft.id });
  if (road > 0) draft.add({ kind: 'strike', aircraft: aircraft.id, sorties: road, target: { kind: 'road' }, from: 4 }, 'strike-road', { sorties: road }, { aircraft: aircraft.id });
  for (const { sap, post } of saps) {
    if (sap !== null && each > 0) draft.add({ kind: 'strike', aircraft: aircraft.id, sorties: each, target: { kind: 'approach', id: sap.id }, from: 3 }, 'strike-trench', { sorties: each }, { aircraft: aircraft.id, post: post.id });
  }
}
