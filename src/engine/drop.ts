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
import { happens, onceOf } from './random.ts';
import { errorOf, sigmaOf } from './scatter.ts';
import type { GameState } from './state.ts';
import { GROUND_BESIEGER, GROUND_GARRISON, GROUND_NOBODY } from './state-siege.ts';
import type { AirTurn, Flight, Turn } from './turn-context.ts';

/** One sortie lets its freight go over its camp. */
export function drop(state: GameState, turn: Turn, air: AirTurn, flight: Flight, cargo: string): void {
  const facts = at(turn.game.scenario.aircraft, flight.fleet);
  const fallen = letGo(state, turn, flight, facts);
  comeToRest(state, turn, air, flight.campRow, cargo, bundleKilos(facts), fallen);
  flight.fate = 'done';
  state.ledger.garrison.air.dropped += flight.kilos;
  at(air.counted, flight.campRow).dropped += flight.kilos;
  turn.tell({
    type: 'loads-dropped', camp: at(state.camps, flight.campRow).id, aircraft: flight.aircraft, cargo, kilos: flight.kilos, height: flight.height,
    east: fallen.east, north: fallen.north, smashed: fallen.smashed,
  });
}

/** Where the bundles of one sortie came down, metres, and which of them smashed (1). */
interface Fallen {
  readonly east: readonly number[];
  readonly north: readonly number[];
  readonly smashed: readonly number[];
}

/** The aircraft strays from its aim, its bundles from the line that it flies. */
function letGo(state: GameState, turn: Turn, flight: Flight, { bundles }: AircraftFacts): Fallen {
  const stream = onceOf(turn.draws, 'airlift', flight.given.index, flight.number);
  const sigma = sigmaOf(turn.rules, flight.height, state.sky.valley);
  const aimEast = flight.east + errorOf(stream, sigma);
  const aimNorth = flight.north + errorOf(stream, sigma);
  const fails = chuteFails(turn, flight.height);
  const stick = at(at(turn.board.air.sticks, flight.fleet), flight.campRow);
  const east = stick.east.slice();
  const north = stick.north.slice();
  const smashed = stick.noughts.slice();
  for (let number = 0; number < bundles; number += 1) {
    east[number] = aimEast + (east[number] ?? 0) + errorOf(stream, sigma);
    north[number] = aimNorth + (north[number] ?? 0) + errorOf(stream, sigma);
    if (happens(stream, fails)) smashed[number] = 1;
  }
  return { east, north, smashed };
}

/** Chance, permille, that a chute fails from such a height. */
export function chuteFails({ rules }: Pick<Turn, 'rules'>, height: number): number {
  return rules.airlift.chuteFails + (height > rules.airlift.fuseMetres ? rules.airlift.fuseFails : 0);
}

/** Every bundle lies where it fell, and is counted by whose ground that is. */
function comeToRest(state: GameState, turn: Turn, air: AirTurn, campRow: number, cargo: string, kilos: number, { east, north, smashed }: Fallen): void {
  let withGarrison = 0;
  let withBesieger = 0;
  for (let number = 0; number < east.length; number += 1) {
    const hex = hexOver(turn.board.grid, east[number] ?? 0, north[number] ?? 0);
    const ground = state.ring.ground[hex] ?? GROUND_NOBODY;
    if (ground === GROUND_GARRISON) withGarrison += kilos;
    else if (ground === GROUND_BESIEGER) withBesieger += kilos;
    lie(state, turn, air, hex, cargo, kilos, smashed[number] === 1, ground);
  }
  const between = east.length * kilos - withGarrison - withBesieger;
  const book = state.ledger.garrison.air;
  book.landedWithGarrison += withGarrison;
  book.landedWithBesieger += withBesieger;
  book.landedBetween += between;
  const { ground } = at(air.counted, campRow);
  ground[GROUND_GARRISON] = at(ground, GROUND_GARRISON) + withGarrison;
  ground[GROUND_BESIEGER] = at(ground, GROUND_BESIEGER) + withBesieger;
  ground[GROUND_NOBODY] = at(ground, GROUND_NOBODY) + between;
}

/** Bundles of a kind that fell into one hex this turn are one row. */
function lie(state: GameState, turn: Turn, air: AirTurn, hex: number, cargo: string, kilos: number, smashed: boolean, ground: number): void {
  const { loads } = state;
  const last = lastLoadIn(state, turn, air, hex);
  for (let one = last; one > 0; one = air.before[one - 1 - air.firstLoad] ?? 0) {
    const row = loads[one - 1];
    if (row?.cargo !== cargo || row.smashed !== smashed || row.kilos !== kilos) continue;
    row.bundles += 1;
    return;
  }
  air.before.push(last);
  loads.push({ hex, cargo, kilos, bundles: 1, smashed, turn: turn.number, ground });
  turn.board.air.lastLoad[hex] = loads.length;
}

/** One more than the row of the load of this turn that was last begun in a hex, nought where none was; older turns leave their rows on the paper. */
function lastLoadIn({ loads }: GameState, { board }: Turn, { firstLoad }: AirTurn, hex: number): number {
  const last = board.air.lastLoad[hex] ?? 0;
  return last > firstLoad && loads[last - 1]?.hex === hex ? last : 0;
}
