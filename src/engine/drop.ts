/**
 * Freight by parachute: every bundle is followed from the aircraft to the hex where it comes to rest.
 *
 * The aircraft aims at the middle of the drop zone and lets its bundles go along its heading; its own error is common
 * to all of them, each has one more. Some chutes fail, more of them from heights at which they are opened by fuse.
 */
import { at } from './board.ts';
import { hexOver } from './hex.ts';
import { bundleKilos } from './launch.ts';
import { onceOf } from './random.ts';
import { sigmaOf, strayStick } from './scatter.ts';
import type { Fallen } from './scatter.ts';
import type { GameState } from './state.ts';
import { GROUND_BESIEGER, GROUND_GARRISON, GROUND_NOBODY } from './state-siege.ts';
import type { LoadState } from './state-siege.ts';
import type { AirTurn, Flight, Turn } from './turn-context.ts';

/** One sortie lets its freight go over its camp. */
export function drop(state: GameState, turn: Turn, air: AirTurn, flight: Flight, cargo: string): void {
  const facts = at(turn.game.scenario.aircraft, flight.fleet);
  const fallen = letGo(state, turn, flight);
  comeToRest(state, turn, air, flight.campRow, cargo, bundleKilos(facts), fallen);
  flight.fate = 'done';
  state.ledger.garrison.air.dropped += flight.kilos;
  at(air.counted, flight.campRow).dropped += flight.kilos;
  turn.tell({
    type: 'loads-dropped', camp: at(state.camps, flight.campRow).id, aircraft: flight.aircraft, cargo, kilos: flight.kilos, height: flight.height,
    east: fallen.east, north: fallen.north, smashed: fallen.smashed,
  });
}

/** The aircraft strays from its aim, its bundles from the line that it flies. */
function letGo(state: GameState, turn: Turn, flight: Flight): Fallen {
  const { sticks, rolls } = turn.board.air;
  const stream = onceOf(turn.draws, 'airlift', flight.given.index, flight.number);
  const stick = at(at(sticks, flight.fleet), flight.campRow);
  const fallen: Fallen = { east: stick.east.slice(), north: stick.north.slice(), smashed: stick.noughts.slice() };
  strayStick(stream, flight, sigmaOf(turn.rules, flight.height, state.sky.valley), chuteFails(turn, flight.height), fallen, rolls);
  return fallen;
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
  const { lastLoad, loadBefore } = turn.board.air;
  const last = lastLoadIn(loads, lastLoad[hex] ?? 0, air.firstLoad, hex);
  for (let one = last; one > 0; one = loadBefore[one - 1 - air.firstLoad] ?? 0) {
    const row = loads[one - 1];
    if (row?.cargo !== cargo || row.smashed !== smashed || row.kilos !== kilos) continue;
    row.bundles += 1;
    return;
  }
  loadBefore[loads.length - air.firstLoad] = last;
  loads.push({ hex, cargo, kilos, bundles: 1, smashed, turn: turn.number, ground });
  lastLoad[hex] = loads.length;
}

/** One more than the row of the load of this turn that was last begun in a hex, nought where none was; older turns leave their rows on the paper. */
function lastLoadIn(loads: readonly LoadState[], last: number, first: number, hex: number): number {
  return last > first && loads[last - 1]?.hex === hex ? last : 0;
}
