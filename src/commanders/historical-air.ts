/**
 * The historical garrison's air: freight by what runs short, low until it costs too many aircraft, wounded out while
 * a strip lives, battalions asked for when the reserve is thin, fighters on flak and trenches.
 */
import { along } from '../engine/index.ts';
import type { AircraftFacts, SideView } from '../engine/index.ts';
import type { CampPicture } from './camp-picture.ts';
import { HISTORICAL } from './doctrine.ts';
import type { Draft } from './draft.ts';
import { insert } from './few.ts';
import { isNearerTrench } from './held.ts';
import type { Held } from './held.ts';
import { cargoOf } from './historical-freight.ts';
import type { Cargo } from './historical-freight.ts';

/** The garrison's aircraft, as its own view always has them. */
type Air = NonNullable<SideView['air']>;

/** All orders to the air force. */
export function fly(picture: CampPicture, draft: Draft): void {
  const { view } = picture;
  if (view.air === null) return;
  ask(picture, view.air, draft);
  const step = heightStep(view, view.air);
  const cargo = cargoOf(picture);
  const saps = view.night ? [] : nearestSaps(picture.held);
  for (const aircraft of view.facts.aircraft) {
    if (aircraft.role !== 'combat') freight(view, view.air, draft, aircraft, step, cargo);
    else if (!view.night) strike(view, draft, aircraft, saps);
  }
  if (view.loads.length > 0) gather(view, draft);
}

function gather({ camps }: SideView, draft: Draft): void {
  for (const camp of camps) if (camp.stands) draft.add({ kind: 'gather', camp: camp.id, men: HISTORICAL.gatherMen }, 'gather-loads', { men: HISTORICAL.gatherMen }, { camp: camp.id });
}

/** Sorties of an aircraft that can be sent in this turn. */
function onLine(view: SideView, aircraft: AircraftFacts): number {
  const day = Math.floor(view.turn / 2);
  const whole = Math.max(0, along(aircraft.sorties, day) - damagedOf(view, aircraft));
  const part = view.night ? HISTORICAL.nightPart : 1000 - HISTORICAL.nightPart;
  return Math.floor((whole * part) / 1000);
}

function damagedOf({ air }: SideView, { id }: AircraftFacts): number {
  if (air !== null) for (const fleet of air.fleets) if (fleet.aircraft === id) return fleet.damaged;
  return 0;
}

/** Landings, men and freight of one kind of transport. */
function freight(view: SideView, air: Air, draft: Draft, aircraft: AircraftFacts, step: number, cargo: readonly Cargo[]): void {
  const height = heightAt(view, aircraft, step);
  let left = onLine(view, aircraft);
  if (aircraft.lands) left -= land(view, draft, aircraft, left);
  if (aircraft.men > 0) left -= jump(view, air, draft, aircraft, left, height);
  for (const one of cargo) bring(draft, aircraft, one, Math.floor((left * one.part) / 1000), height);
}

/** So many sorties of freight for a camp, shared by need. */
function bring(draft: Draft, aircraft: AircraftFacts, { camp, needs, whole }: Cargo, sorties: number, height: number): void {
  let carried = 0;
  let due = 0;
  for (const { cargo, weight, days } of needs) {
    due += sorties * weight;
    const count = Math.floor(due / whole) - carried;
    if (count <= 0) continue;
    carried += count;
    draft.add({ kind: 'airlift', aircraft: aircraft.id, sorties: count, cargo, height, camp, from: HISTORICAL.dropPulse }, 'fly-in', { sorties: count, height, days }, { aircraft: aircraft.id, cargo, camp });
  }
}

/** Low while it is cheap; every few aircraft lost send the crews higher, quiet weeks bring them down a step. */
function heightStep({ ledger }: SideView, { fleets }: Air): number {
  const lost = ledger.air.aircraftLost;
  let felt = 0;
  for (const fleet of fleets) felt += fleet.lostLately;
  let step = 0;
  for (const losses of HISTORICAL.heightLosses) if (lost >= losses) step += 1;
  if (felt < HISTORICAL.feltLittle) step -= 1;
  if (felt > HISTORICAL.feltMuch) step += 1;
  return step;
}

/** By night those who know the valley go lower. */
function heightAt({ night }: SideView, aircraft: AircraftFacts, step: number): number {
  const highest = night && aircraft.lands ? HISTORICAL.nightStep : HISTORICAL.heights.length - 1;
  return HISTORICAL.heights[Math.max(0, Math.min(highest, step))] ?? 600;
}

/** Ambulances at night, by day only while the strip is open. */
function land(view: SideView, draft: Draft, aircraft: AircraftFacts, left: number): number {
  const camp = view.camps[0];
  if (camp?.stands !== true) return 0;
  const waiting = camp.serious + camp.light;
  if (waiting < HISTORICAL.woundedToFly) return 0;
  const wanted = landingsOf(view);
  const sorties = Math.min(left, wanted, 1 + Math.floor(waiting / Math.max(1, aircraft.men)));
  if (sorties <= 0) return 0;
  const given = draft.add({ kind: 'land', aircraft: aircraft.id, sorties, cargo: 'medical', camp: camp.id, from: view.night ? 2 : 4 }, 'fly-out-wounded', { sorties, wounded: waiting }, { aircraft: aircraft.id, camp: camp.id });
  return given ? sorties : 0;
}

/** Landings that the first camp's strip is good for. */
function landingsOf({ strips, facts, night }: SideView): number {
  const id = facts.camps[0]?.strip;
  for (const strip of strips) {
    if (strip.id !== id) continue;
    if (night) return strip.use === 'open' || strip.use === 'night' ? HISTORICAL.nightLandings : 0;
    return strip.use === 'open' ? HISTORICAL.dayLandings : 0;
  }
  return 0;
}

/** Battalions that were granted, and single men, by night once the flak is felt. */
function jump(view: SideView, air: Air, draft: Draft, aircraft: AircraftFacts, left: number, height: number): number {
  const camp = view.camps[0];
  if (camp?.stands !== true || (!view.night && height > HISTORICAL.jumpDayHeight)) return 0;
  let used = 0;
  let men: number = HISTORICAL.jumpMen;
  if (air.granted.length > 0) {
    for (const unit of view.units) {
      if (unit.away <= 0 || !unit.jumps || !air.granted.includes(unit.id)) continue;
      const go = Math.min(unit.away, men, (left - used) * aircraft.men);
      if (go <= 0) break;
      if (!draft.add({ kind: 'jump', aircraft: aircraft.id, unit: unit.id, men: go, height: HISTORICAL.jumpHeight, camp: camp.id, from: 1 }, 'drop-men', { men: go }, { unit: unit.id, camp: camp.id })) continue;
      men -= go;
      used += Math.ceil(go / aircraft.men);
    }
  }
  const single = Math.min(air.individualsReady, men, (left - used) * aircraft.men);
  if (view.night && single >= HISTORICAL.singlesLeast && draft.add({ kind: 'jump', aircraft: aircraft.id, unit: null, men: single, height: HISTORICAL.jumpHeight, camp: camp.id, from: 2 }, 'drop-men', { men: single }, { camp: camp.id })) used += Math.ceil(single / aircraft.men);
  return used;
}

/** A battalion is asked for when the reserve is thin, a post has just fallen or the camp is short of men. */
function ask(picture: CampPicture, air: Air, draft: Draft): void {
  const { view } = picture;
  if (!wantsMen(picture)) return;
  let next = '';
  for (const unit of view.units) {
    if (!unit.jumps || unit.away <= 0) continue;
    if (air.asked.includes(unit.id) || air.granted.includes(unit.id)) return;
    if (next === '' && unit.arrivesTurn <= view.turn) next = unit.formation;
  }
  if (next === '') return;
  for (const unit of view.units) if (unit.formation === next && unit.away > 0) draft.add({ kind: 'ask', unit: unit.id }, 'ask-battalion', { men: unit.away }, { unit: unit.id });
}

function wantsMen({ clock, lost, reserve, fit }: CampPicture): boolean {
  if ((fit[0] ?? 0) < HISTORICAL.askFit) return true;
  for (const post of lost) if (clock - post.heldSince <= HISTORICAL.askPulses) return true;
  let men = 0;
  for (const { unit } of reserve) men += unit.men;
  return men < HISTORICAL.askReserve;
}

/** Posts with a trench before them, the nearest trenches first. */
function nearestSaps(held: readonly Held[]): Held[] {
  const saps: Held[] = [];
  for (const one of held) if (one.sap !== null) insert(saps, HISTORICAL.strikeSaps, one, isNearerTrench);
  return saps;
}

/** Fighters: flak while transports come low, the nearest trenches, now and then the roads. */
function strike(view: SideView, draft: Draft, aircraft: AircraftFacts, saps: readonly Held[]): void {
  const sorties = onLine(view, aircraft);
  const flak = Math.floor((sorties * HISTORICAL.strikeFlak) / 1000);
  const road = Math.floor((sorties * HISTORICAL.strikeRoad) / 1000);
  const each = Math.floor((sorties - flak - road) / Math.max(1, saps.length));
  if (flak > 0) draft.add({ kind: 'strike', aircraft: aircraft.id, sorties: flak, target: { kind: 'flak' }, from: 2 }, 'strike-flak', { sorties: flak }, { aircraft: aircraft.id });
  if (road > 0) draft.add({ kind: 'strike', aircraft: aircraft.id, sorties: road, target: { kind: 'road' }, from: 4 }, 'strike-road', { sorties: road }, { aircraft: aircraft.id });
  if (each <= 0) return;
  for (const { sap, post } of saps) {
    if (sap !== null) draft.add({ kind: 'strike', aircraft: aircraft.id, sorties: each, target: { kind: 'approach', id: sap.id }, from: 3 }, 'strike-trench', { sorties: each }, { aircraft: aircraft.id, post: post.id });
  }
}
