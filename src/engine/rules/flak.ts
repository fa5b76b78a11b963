/**
 * Flak: what the besieger's guns against aircraft do to the sorties of an hour.
 *
 * A gun counts by the slant distance from where it stands to the straight run-in of the aircraft, as a share of
 * its weapon's range; so height costs hits, and guns that move nearer take that back. Guns on the move, without crew or
 * rounds are silent, pinned ones fire little; night and bad skies hide aircraft. Of those hit some are lost with all
 * aboard, some turn back with their load, the others carry on and are mended afterwards. Leaves the fate of each flight,
 * fleets, the books. Source: rule set, group `flak`, and `hit` and `burst` of its weapons.
 */
import { at } from '../board.ts';
import { barrageOn, deadlyOf, spendOn } from '../flak-guns.ts';
import type { Barrage } from '../flak-guns.ts';
import { book } from '../people.ts';
import type { Stream } from '../random.ts';
import type { GameState } from '../state.ts';
import type { Flight, Given, Turn } from '../turn-context.ts';

const MILLION = 1_000_000;

/** One hour of fire at all that flies in it. */
export function flak(state: GameState, turn: Turn): void {
  const { air } = turn;
  const flights = turn.flights[turn.pulse];
  if (air === null || flights === undefined) return;
  let order: Given | null = null;
  let barrage: Barrage | null = null;
  let stream: Stream | null = null;
  for (const flight of flights) {
    if (flight.fate !== 'flying') continue;
    if (barrage === null || stream === null || flight.given !== order) {
      order = flight.given;
      barrage = barrageOn(state, turn, air, flight);
      stream = turn.draws('flak', order.index);
    }
    spendOn(state, turn, air, barrage);
    shoot(state, turn, flight, barrage.chance, stream);
  }
}

/** Two rolls for every sortie, hit or not, so that the fate of one moves no roll of the next. */
function shoot(state: GameState, turn: Turn, flight: Flight, chance: number, stream: Stream): void {
  const roll = stream.below(MILLION);
  const fate = stream.below(1000);
  if (roll >= chance) return;
  const facts = at(turn.game.scenario.aircraft, flight.fleet);
  const deadly = deadlyOf(turn.rules, flight, facts.vulnerability);
  if (fate < deadly) bringDown(state, turn, flight);
  else damage(state, turn, flight, fate - deadly < turn.rules.flak.turnedBack);
}

function bringDown(state: GameState, turn: Turn, flight: Flight): void {
  flight.fate = 'lost';
  const fleet = at(state.air.fleets, flight.fleet);
  fleet.lost += 1;
  fleet.lostLately += 1000;
  const { air } = state.ledger.garrison;
  air.aircraftLost += 1;
  air.lostWithAircraft += flight.kilos;
  if (flight.men > 0) loseAboard(state, flight);
  tellHit(turn, flight, 'lost');
}

/** Men who die aboard have come into the battle and fallen in it. */
function loseAboard(state: GameState, flight: Flight): void {
  if (flight.unitRow >= 0) at(state.units, flight.unitRow).away -= flight.men;
  else state.air.individualsReady -= flight.men;
  state.ledger.garrison.arrived += flight.men;
  book(state, 'garrison', flight.men, 0, 'in-the-air');
}

function damage(state: GameState, turn: Turn, flight: Flight, turnsBack: boolean): void {
  const { air } = state.ledger.garrison;
  at(state.air.fleets, flight.fleet).damaged += 1;
  air.aircraftDamaged += 1;
  if (turnsBack) {
    flight.fate = 'turned-back';
    air.turnedBack += 1;
    air.aborted += flight.kilos;
  }
  tellHit(turn, flight, turnsBack ? 'turned-back' : 'damaged');
}

function tellHit(turn: Turn, { aircraft, purpose, height, kilos, men }: Flight, fate: 'lost' | 'damaged' | 'turned-back'): void {
  turn.tell({ type: 'aircraft-hit', aircraft, purpose, fate, height, kilos, men });
}
