/**
 * Sends sorties off: what is ordered, within what is on line that day and what the two skies let through.
 *
 * Bad weather over the bases holds sorties on the ground, and so does the valley's, which the camp reports; only a
 * share learns of it too late and brings its load back (aborted). What was held on the ground was never despatched and
 * may fly in the next turn.
 */
import { at } from './board.ts';
import type { AircraftFacts } from './facts-siege.ts';
import { sortiesOf } from './fleets.ts';
import { centreOf } from './hex.ts';
import { metresBetween } from './numbers.ts';
import type { Airlift, Jump, Land, Order, Strike } from './orders.ts';
import { wholeByChance } from './random.ts';
import type { Place } from './scenario.ts';
import { PULSES } from './state.ts';
import type { GameState, SkyKind } from './state.ts';
import { approachOf } from './trench.ts';
import { dayOf } from './turn-context.ts';
import type { AirTurn, Flight, Given, Turn } from './turn-context.ts';
import type { Rules } from './tunables.ts';
import { headHex } from './watch.ts';

type AirOrder = Airlift | Land | Jump | Strike;

/** Sorties that an order asks for, and what each is to do. */
interface Plan {
  readonly fleet: number;
  sorties: number;
  height: number;
  readonly campRow: number;
  unitRow: number;
  place: Place;
  /** Kilos in each; men in all. */
  kilos: number;
  men: number;
}

/** All sorties of the turn. */
export function launch(state: GameState, turn: Turn): void {
  let left: number[] | null = null;
  const aboard: Record<number, number> = {};
  for (const given of turn.given) {
    if (given.lost || given.done || given.side !== 'garrison' || !flies(given.order)) continue;
    given.done = true;
    left ??= state.air.fleets.map((_, row) => sortiesOnLine(state, turn, row));
    turn.air ??= openAir(state, turn);
    const plan = planOf(state, turn, given.order, aboard);
    if (plan === null || given.from >= PULSES) turn.tell({ type: 'order-void', side: 'garrison', order: given.index, kind: given.order.kind });
    else send(state, turn, given, plan, left, aboard);
  }
}

function flies(order: Order): order is AirOrder {
  return order.kind === 'airlift' || order.kind === 'land' || order.kind === 'jump' || order.kind === 'strike';
}

function openAir(state: GameState, turn: Turn): AirTurn {
  return {
    firstLoad: state.loads.length,
    counted: state.camps.map(() => ({ dropped: 0, ground: [0, 0, 0] })),
    flakSpent: turn.board.air.flak.map(() => 0),
    barrages: [],
    strips: state.air.strips.map(() => ({ landed: 0, burnt: 0, danger: -1 })),
  };
}

/** Sorties of a fleet that can still be sent this turn. */
export function sortiesOnLine(state: GameState, turn: Turn, row: number): number {
  const day = dayOf(turn.game.scenario, turn.number);
  return sortiesOf(turn.rules, at(turn.game.scenario.aircraft, row), at(state.air.fleets, row), day, turn.night);
}

/** Permille of sorties that a sky lets through. */
export function flyingShare({ airlift }: Pick<Rules, 'airlift'>, sky: SkyKind): number {
  switch (sky) {
    case 'clear': return 1000;
    case 'cloud': return airlift.flyCloud;
    case 'rain': return airlift.flyRain;
    case 'storm': return airlift.flyStorm;
  }
}

/** What an order asks for; null where it cannot be flown. */
function planOf(state: GameState, turn: Turn, order: AirOrder, aboard: Readonly<Record<number, number>>): Plan | null {
  const fleet = rowById(turn.game.scenario.aircraft, order.aircraft);
  const facts = turn.game.scenario.aircraft[fleet];
  if (facts === undefined) return null;
  if (order.kind === 'strike') return { fleet, sorties: order.sorties, height: turn.rules.flak.strikeHeight, campRow: -1, unitRow: -1, place: struckPlace(state, turn, order.target), kilos: 0, men: 0 };
  const campRow = rowById(turn.game.scenario.camps, order.camp);
  const camp = state.camps[campRow];
  if (camp?.stands !== true) return null;
  const plan: Plan = { fleet, sorties: 0, height: 0, campRow, unitRow: -1, place: { east: camp.aimEast, north: camp.aimNorth }, kilos: 0, men: 0 };
  switch (order.kind) {
    case 'airlift': return dropping(order, plan, facts);
    case 'land': return landing(state, turn, order, plan, facts);
    case 'jump': return jumping(state, turn, order, plan, facts, aboard);
  }
}

function rowById(list: readonly { readonly id: string }[], id: string): number {
  for (let row = 0; row < list.length; row += 1) if (list[row]?.id === id) return row;
  return -1;
}

function dropping(order: Airlift, plan: Plan, facts: AircraftFacts): Plan {
  plan.sorties = order.sorties;
  plan.height = order.height;
  plan.kilos = bundleKilos(facts) * facts.bundles;
  return plan;
}

/** Kilos of one bundle; what does not go into whole bundles stays at the base. */
export function bundleKilos(facts: AircraftFacts): number {
  return Math.floor(facts.loadKilos / Math.max(1, facts.bundles));
}

function landing(state: GameState, turn: Turn, order: Land, plan: Plan, facts: AircraftFacts): Plan | null {
  const row = at(turn.board.air.strip, plan.campRow);
  const strip = state.air.strips[row];
  if (strip === undefined || strip.use === 'closed' || strip.use === 'cut' || (strip.use === 'night' && !turn.night)) return null;
  plan.sorties = order.sorties;
  plan.height = turn.rules.flak.landHeight;
  plan.place = at(turn.board.strips, row).middle;
  plan.kilos = facts.loadKilos;
  return plan;
}

/** Single men have no row; they are counted under this one. */
const SINGLE = -1;

function jumping(state: GameState, turn: Turn, order: Jump, plan: Plan, facts: AircraftFacts, aboard: Readonly<Record<number, number>>): Plan | null {
  plan.unitRow = order.unit === null ? SINGLE : (turn.board.unitRow[order.unit] ?? SINGLE);
  const ready = order.unit === null ? state.air.individualsReady : unitReady(state, turn, plan.unitRow);
  plan.men = Math.min(order.men, ready - (aboard[plan.unitRow] ?? 0));
  if (plan.men <= 0 || facts.men <= 0) return null;
  plan.height = order.height;
  plan.sorties = Math.ceil(plan.men / facts.men);
  return plan;
}

function unitReady(state: GameState, turn: Turn, row: number): number {
  const facts = turn.board.units[row];
  if (facts?.jumps !== true || facts.arrivesTurn > turn.number || !state.air.granted.includes(facts.id)) return 0;
  return at(state.units, row).away;
}

/** What a strike flies at: a trench head, a gun as it is fixed, the flak nearest to the camp. */
function struckPlace(state: GameState, turn: Turn, target: Strike['target']): Place {
  const first = at(state.camps, 0);
  const camp = { east: first.aimEast, north: first.aimNorth };
  if (target.kind === 'road') return camp;
  if (target.kind === 'fix') return state.known.garrison.fixes.find(({ id }) => id === target.id) ?? camp;
  if (target.kind === 'flak') return nearestFlak(state, turn, camp);
  const approach = approachOf(state, target.id);
  return approach === undefined ? camp : centreOf(turn.board.grid, headHex(approach));
}

function nearestFlak(state: GameState, turn: Turn, camp: Place): Place {
  let nearest: Place = camp;
  let metres = -1;
  for (const row of turn.board.air.flak) {
    const battery = at(state.batteries, row);
    if (battery.tubes === 0) continue;
    const here = metresBetween(battery, camp);
    if (metres >= 0 && here >= metres) continue;
    metres = here;
    nearest = { east: battery.east, north: battery.north };
  }
  return nearest;
}

function send(state: GameState, turn: Turn, given: Given, plan: Plan, left: number[], aboard: Record<number, number>): void {
  const wanted = Math.min(plan.sorties, at(left, plan.fleet));
  if (wanted <= 0) return;
  const { held, late } = weathered(state, turn, given, wanted);
  const flown = wanted - held;
  left[plan.fleet] = at(left, plan.fleet) - flown;
  at(state.air.fleets, plan.fleet).flown += flown;
  const { air } = state.ledger.garrison;
  air.sorties += flown;
  air.despatched += flown * plan.kilos;
  air.aborted += late * plan.kilos;
  takeOff(turn, given, plan, flown - late, aboard);
  turn.tell({
    type: 'sorties-flown', order: given.index, aircraft: at(state.air.fleets, plan.fleet).aircraft, purpose: purposeOf(given.order),
    camp: state.camps[plan.campRow]?.id ?? null, sorties: flown, height: plan.height, heldByWeather: held,
  });
}

/** How many stay at the bases, and how many find the valley shut and come back with their load. */
function weathered(state: GameState, turn: Turn, given: Given, wanted: number): { held: number; late: number } {
  const bases = flyingShare(turn.rules, state.sky.bases);
  const valley = flyingShare(turn.rules, state.sky.valley);
  if (bases === 1000 && valley === 1000) return { held: 0, late: 0 };
  const stream = turn.draws('airlift', given.index);
  const could = wholeByChance(stream, wanted * bases);
  const stopped = wholeByChance(stream, could * (1000 - valley));
  const late = wholeByChance(stream, stopped * turn.rules.airlift.lateNews);
  return { held: wanted - could + stopped - late, late };
}

/** Spreads sorties over the hours that are left. */
function takeOff(turn: Turn, given: Given, plan: Plan, sorties: number, aboard: Record<number, number>): void {
  const facts = at(turn.game.scenario.aircraft, plan.fleet);
  const purpose = purposeOf(given.order);
  const camp = turn.game.scenario.camps[plan.campRow]?.id ?? null;
  const { east, north } = plan.place;
  let men = plan.men;
  for (let number = 0; number < sorties; number += 1) {
    const stick = Math.min(men, facts.men);
    men -= stick;
    if (stick > 0) aboard[plan.unitRow] = (aboard[plan.unitRow] ?? 0) + stick;
    const flight: Flight = {
      given, number, aircraft: facts.id, fleet: plan.fleet, campRow: plan.campRow, unitRow: plan.unitRow, purpose,
      pulse: given.from + Math.floor((number * (PULSES - given.from)) / sorties), height: plan.height,
      camp, east, north, kilos: plan.kilos, men: stick, fate: 'flying',
    };
    (turn.flights[flight.pulse] ??= []).push(flight);
  }
}

function purposeOf(order: Order): Flight['purpose'] {
  if (!flies(order)) throw new Error(`an order to ${order.kind} sends no aircraft`);
  return order.kind;
}
