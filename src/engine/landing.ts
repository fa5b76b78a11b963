/**
 * Landings: an aircraft comes down on the strip of a camp, unloads into its dump, takes wounded aboard and is gone
 * again, if neither craters nor guns on the ground stop it.
 */
import { at, rowOf } from './board.ts';
import { GOODS } from './facts-siege.ts';
import { share } from './numbers.ts';
import { happens, onceOf } from './random.ts';
import { dumpRowOf } from './run-in.ts';
import type { GameState } from './state.ts';
import { dangerNow } from './strip-danger.ts';
import type { AirTurn, Flight, Turn } from './turn-context.ts';

/** One sortie comes in to land. */
export function touchDown(state: GameState, turn: Turn, air: AirTurn, flight: Flight, cargo: string): void {
  const row = at(turn.board.air.strip, flight.campRow);
  const strip = at(state.air.strips, row);
  const seen = at(air.strips, row);
  if (seen.danger < 0) seen.danger = dangerNow(state, turn, row);
  const stream = onceOf(turn.draws, 'airlift', flight.given.index, flight.number);
  if (happens(stream, share(strip.craters, turn.rules.strip.cratersFail))) failToLand(state, turn, flight, strip.id);
  else if (happens(stream, seen.danger)) burn(state, turn, air, flight, row);
  else unload(state, turn, air, flight, row, cargo);
}

/** The strip is torn up: the load goes back. */
function failToLand(state: GameState, turn: Turn, flight: Flight, strip: string): void {
  flight.fate = 'turned-back';
  state.ledger.garrison.air.aborted += flight.kilos;
  turn.tell({ type: 'landing-failed', strip, aircraft: flight.aircraft });
}

/** Shells find it on the ground, with all that it brought. */
function burn(state: GameState, turn: Turn, air: AirTurn, flight: Flight, row: number): void {
  flight.fate = 'lost';
  at(air.strips, row).burnt += 1;
  const fleet = at(state.air.fleets, flight.fleet);
  fleet.lost += 1;
  fleet.lostLately += 1000;
  const book = state.ledger.garrison.air;
  book.aircraftLostOnGround += 1;
  book.lostWithAircraft += flight.kilos;
  turn.tell({ type: 'aircraft-burnt', aircraft: flight.aircraft, strip: at(state.air.strips, row).id, kilos: flight.kilos });
}

function unload(state: GameState, turn: Turn, air: AirTurn, flight: Flight, row: number, cargo: string): void {
  flight.fate = 'done';
  const strip = at(state.air.strips, row);
  const camp = at(state.camps, flight.campRow);
  const ledger = state.ledger.garrison;
  const evacuated = Math.min(camp.serious, at(turn.game.scenario.aircraft, flight.fleet).men);
  camp.serious -= evacuated;
  ledger.evacuated += evacuated;
  ledger.air.landings += 1;
  ledger.air.recovered += flight.kilos;
  at(air.strips, row).landed += 1;
  strip.lastLanding = turn.number;
  store(state, turn, flight.campRow, cargo, flight.kilos);
  turn.tell({ type: 'aircraft-landed', strip: strip.id, aircraft: flight.aircraft, cargo, kilos: flight.kilos, evacuated });
}

/** What was flown in goes into the camp's own dump. */
function store(state: GameState, turn: Turn, campRow: number, cargo: string, kilos: number): void {
  const dump = at(state.dumps, dumpRowOf(turn, campRow));
  const good = (GOODS as readonly string[]).indexOf(cargo);
  if (good >= 0) {
    dump.goods[good] = at(dump.goods, good) + kilos;
    return;
  }
  const column = rowOf(turn.board.weaponRow, cargo);
  const rounds = Math.floor((kilos * 1000) / Math.max(1, turn.rules.weapons[cargo]?.grams ?? 1));
  dump.rounds[column] = at(dump.rounds, column) + rounds;
  const { broughtRounds } = state.ledger.garrison;
  broughtRounds[column] = at(broughtRounds, column) + rounds;
}
