/**
 * Airlift: what flies to the camps, and what becomes of it once flak has had its say.
 *
 * At the start of a turn sorties are sent off within what is on line and what the skies let through. Hour by hour those
 * that came through let go of freight, land on the strip or drop men. At the end the drop is counted, guns against
 * aircraft get their bill of rounds, and each strip is judged by what happened on it. Leaves `loads`, dumps, units, `air`, the
 * books. Source: rule set, groups `airlift`, `strip` and `jump`.
 */
import { at } from '../board.ts';
import { drop } from '../drop.ts';
import { jump } from '../jump.ts';
import { touchDown } from '../landing.ts';
import { readyFleet } from '../fleets.ts';
import { launch } from '../launch.ts';
import { along } from '../numbers.ts';
import { GROUND_BESIEGER, GROUND_GARRISON, GROUND_NOBODY } from '../state-siege.ts';
import type { GameState } from '../state.ts';
import { thinnest } from '../ranks-by-air.ts';
import { settleStrips } from '../strip-use.ts';
import { dayOf } from '../turn-context.ts';
import type { AirTurn, Flight, Turn } from '../turn-context.ts';

/** Before the first hour: aircraft are mended, men make ready, sorties go off. */
export function takeOff(state: GameState, turn: Turn): void {
  for (const fleet of state.air.fleets) readyFleet(turn.rules, fleet, turn.night);
  const { individuals } = turn.game.scenario;
  if (individuals !== null && !turn.night) state.air.individualsReady += along(individuals.perDay, dayOf(turn.game.scenario, turn.number));
  launch(state, turn);
}

/** In each hour, after flak: freight and men come down. Strikes are flown by their own rule. */
export function comeDown(state: GameState, turn: Turn): void {
  const { air } = turn;
  const flights = turn.flights[turn.pulse];
  if (air === null || flights === undefined) return;
  for (const flight of flights) if (flight.fate === 'flying') arrive(state, turn, air, flight);
}

function arrive(state: GameState, turn: Turn, air: AirTurn, flight: Flight): void {
  const { order } = flight.given;
  if (order.kind === 'strike') return;
  if (!at(state.camps, flight.campRow).stands) goHome(state, flight);
  else if (order.kind === 'airlift') drop(state, turn, air, flight, order.cargo);
  else if (order.kind === 'land') touchDown(state, turn, air, flight, order.cargo);
  else jumpOver(state, turn, flight);
}

/** A unit is always expected; single men are as long as a company of the camp can take them. */
function jumpOver(state: GameState, turn: Turn, flight: Flight): void {
  const company = flight.unitRow >= 0 ? null : thinnest(state, turn, flight.campRow);
  if (flight.unitRow < 0 && company === null) goHome(state, flight);
  else jump(state, turn, flight, company);
}

/** Nobody is left to drop to. */
function goHome(state: GameState, flight: Flight): void {
  flight.fate = 'turned-back';
  state.ledger.garrison.air.aborted += flight.kilos;
}

/** After the last hour. */
export function closeAir(state: GameState, turn: Turn): void {
  if (turn.air !== null) {
    tellDrops(state, turn, turn.air);
    billFlak(state, turn, turn.air);
  }
  settleStrips(state, turn);
}

function tellDrops(state: GameState, turn: Turn, { counted }: AirTurn): void {
  for (let row = 0; row < counted.length; row += 1) {
    const { dropped, ground } = at(counted, row);
    if (dropped === 0) continue;
    turn.tell({
      type: 'drop-counted', camp: at(state.camps, row).id, dropped,
      withGarrison: at(ground, GROUND_GARRISON), between: at(ground, GROUND_NOBODY), withBesieger: at(ground, GROUND_BESIEGER),
    });
  }
}

/** Rounds that went up in this turn leave the guns. */
function billFlak(state: GameState, turn: Turn, { flakSpent }: AirTurn): void {
  const { fired } = state.ledger.besieger;
  for (let gun = 0; gun < flakSpent.length; gun += 1) {
    if (flakSpent[gun] === 0) continue;
    const row = at(turn.board.air.flak, gun);
    const battery = at(state.batteries, row);
    const rounds = Math.min(battery.ready, Math.round(at(flakSpent, gun) / 1000));
    if (rounds <= 0) continue;
    battery.ready -= rounds;
    const column = at(turn.board.batteryColumn, row);
    fired[column] = at(fired, column) + rounds;
    turn.tell({ type: 'flak-fired', battery: battery.id, rounds });
  }
}
