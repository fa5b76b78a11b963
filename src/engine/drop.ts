/**
 * Freight by parachute: every bundle is followed from the aircraft to the hex where it comes to rest.
 *
 * The aircraft aims at the middle of the drop zone and lets its bundles go along its heading; its own error is common
 * to all of them, each has one more. Some chutes fail, more of them from heights at which they are opened by fuse.
 */
import { at } from './board.ts';
import { hexOf } from './hex.ts';
import { bundleKilos } from './launch.ts';
import { happens } from './random.ts';
import { headingOver } from './run-in.ts';
import { sigmaOf, stickMetres, strayFrom } from './scatter.ts';
import type { Place } from './scenario.ts';
import type { GameState } from './state.ts';
import { GROUND_BESIEGER, GROUND_GARRISON } from './state-siege.ts';
import { pointAlong } from './strip-ground.ts';
import type { AirTurn, Flight, Turn } from './turn-context.ts';

/** One sortie lets its freight go over its camp. */
export function drop(state: GameState, turn: Turn, air: AirTurn, flight: Flight, cargo: string): void {
  const facts = at(turn.game.scenario.aircraft, flight.fleet);
  const stream = turn.draws('airlift', `${String(flight.given.index)}.${String(flight.number)}`);
  const sigma = sigmaOf(turn.rules, flight.height, state.sky.valley);
  const aim = strayFrom(stream, { east: flight.east, north: flight.north }, sigma);
  const heading = headingOver(turn, flight.campRow);
  const fails = chuteFails(turn, flight.height);
  const fallen: Fallen = { east: [], north: [], smashed: [] };
  const bundle = { cargo, kilos: bundleKilos(facts), campRow: flight.campRow };
  for (let number = 0; number < facts.bundles; number += 1) {
    const place = strayFrom(stream, pointAlong(aim, heading, stickMetres(facts.stickMetres, number, facts.bundles)), sigma);
    land(state, turn, air, bundle, place, happens(stream, fails), fallen);
  }
  flight.fate = 'done';
  state.ledger.garrison.air.dropped += flight.kilos;
  at(air.counted, flight.campRow).dropped += flight.kilos;
  turn.tell({ type: 'loads-dropped', camp: at(state.camps, flight.campRow).id, aircraft: flight.aircraft, cargo, kilos: flight.kilos, height: flight.height, ...fallen });
}

interface Fallen {
  readonly east: number[];
  readonly north: number[];
  readonly smashed: number[];
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

function land(state: GameState, turn: Turn, air: AirTurn, bundle: Bundle, place: Place, smashed: boolean, fallen: Fallen): void {
  const hex = hexOf(turn.board.grid, place);
  const ground = at(state.ring.ground, hex);
  fallen.east.push(place.east);
  fallen.north.push(place.north);
  fallen.smashed.push(smashed ? 1 : 0);
  count(state, air, bundle, ground);
  lie(state, turn, air, bundle, hex, smashed, ground);
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
  for (let one = last; one > 0; one = air.before[one - 1] ?? 0) {
    const row = state.loads[one - 1];
    if (row?.cargo !== bundle.cargo || row.smashed !== smashed || row.kilos !== bundle.kilos) continue;
    row.bundles += 1;
    return;
  }
  air.before[state.loads.length] = last;
  state.loads.push({ hex, cargo: bundle.cargo, kilos: bundle.kilos, bundles: 1, smashed, turn: turn.number, ground });
  air.lastIn[hex] = state.loads.length;
}
