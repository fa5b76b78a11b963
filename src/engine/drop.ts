/**
 * Freight by parachute: every bundle is followed from the aircraft to the hex where it comes to rest.
 *
 * The aircraft aims at the middle of the drop zone and lets its bundles go along its heading; its own error is common
 * to all of them, each has one more. Some chutes fail, more of them from heights at which they are opened by fuse.
 */
import { at } from './board.ts';
import type { AircraftFacts } from './facts-siege.ts';
import { hexOver } from './hex.ts';
import { bundleKilos } from './launch.ts';
import { happens } from './random.ts';
import { headingOver } from './run-in.ts';
import type { Stream } from './random.ts';
import { errorOf, sigmaOf, stickMetres } from './scatter.ts';
import type { GameState } from './state.ts';
import { GROUND_BESIEGER, GROUND_GARRISON, GROUND_NOBODY } from './state-siege.ts';
import type { AirTurn, Flight, Turn } from './turn-context.ts';

/** One sortie lets its freight go over its camp. */
export function drop(state: GameState, turn: Turn, air: AirTurn, flight: Flight, cargo: string): void {
  const facts = at(turn.game.scenario.aircraft, flight.fleet);
  const stream = turn.draws('airlift', `${String(flight.given.index)}.${String(flight.number)}`);
  const sigma = sigmaOf(turn.rules, flight.height, state.sky.valley);
  const fallen = scatter(turn, flight, facts, sigma, stream);
  const bundle = { cargo, kilos: bundleKilos(facts), campRow: flight.campRow };
  for (let number = 0; number < facts.bundles; number += 1) land(state, turn, air, bundle, fallen, number);
  flight.fate = 'done';
  state.ledger.garrison.air.dropped += flight.kilos;
  at(air.counted, flight.campRow).dropped += flight.kilos;
  turn.tell({ type: 'loads-dropped', camp: at(state.camps, flight.campRow).id, aircraft: flight.aircraft, cargo, kilos: flight.kilos, height: flight.height, east: fallen.east, north: fallen.north, smashed: fallen.smashed });
}

/** Where the bundles of one sortie came down, metres, and which of them smashed (1). */
interface Fallen {
  readonly east: number[];
  readonly north: number[];
  readonly smashed: number[];
}

/** The aircraft strays from its aim, its bundles from the line that it flies. */
function scatter(turn: Turn, flight: Flight, { stickMetres: length, bundles }: AircraftFacts, sigma: number, stream: Stream): Fallen {
  const aimEast = flight.east + errorOf(stream, sigma);
  const aimNorth = flight.north + errorOf(stream, sigma);
  const heading = headingOver(turn, flight.campRow);
  const fails = chuteFails(turn, flight.height);
  const fallen: Fallen = { east: [], north: [], smashed: [] };
  for (let number = 0; number < bundles; number += 1) {
    const metres = stickMetres(length, number, bundles);
    fallen.east.push(aimEast + Math.floor((heading.east * metres) / 1000) + errorOf(stream, sigma));
    fallen.north.push(aimNorth + Math.floor((heading.north * metres) / 1000) + errorOf(stream, sigma));
    fallen.smashed.push(happens(stream, fails) ? 1 : 0);
  }
  return fallen;
}

interface Bundle {
  readonly cargo: string;
  readonly kilos: number;
  readonly campRow: number;
}

/** Chance, permille, that a chute fails from such a height. */
export function chuteFails({ rules }: Pick<Turn, 'rules'>, height: number): number {
  return rules.airlift.chuteFails + (height > rules.airlift.fuseMetres ? rules.airlift.fuseFails : 0);
}

function land(state: GameState, turn: Turn, air: AirTurn, bundle: Bundle, fallen: Fallen, number: number): void {
  const hex = hexOver(turn.board.grid, fallen.east[number] ?? 0, fallen.north[number] ?? 0);
  const ground = state.ring.ground[hex] ?? GROUND_NOBODY;
  count(state, air, bundle, ground);
  lie(state, turn, air, bundle, hex, fallen.smashed[number] === 1, ground);
}

function count(state: GameState, air: AirTurn, { kilos, campRow }: Bundle, ground: number): void {
  const book = state.ledger.garrison.air;
  if (ground === GROUND_GARRISON) book.landedWithGarrison += kilos;
  else if (ground === GROUND_BESIEGER) book.landedWithBesieger += kilos;
  else book.landedBetween += kilos;
  const counted = at(air.counted, campRow).ground;
  counted[ground] = at(counted, ground) + kilos;
}

/** Bundles of a kind that fell into one hex this turn are one row. */
function lie(state: GameState, turn: Turn, air: AirTurn, bundle: Bundle, hex: number, smashed: boolean, ground: number): void {
  const last = air.lastIn[hex] ?? 0;
  for (let one = last; one > 0; one = air.before[one - 1 - air.firstLoad] ?? 0) {
    const row = state.loads[one - 1];
    if (row?.cargo !== bundle.cargo || row.smashed !== smashed || row.kilos !== bundle.kilos) continue;
    row.bundles += 1;
    return;
  }
  air.before.push(last);
  state.loads.push({ hex, cargo: bundle.cargo, kilos: bundle.kilos, bundles: 1, smashed, turn: turn.number, ground });
  air.lastIn[hex] = state.loads.length;
}
