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
import { deadlyOf, powerOf, sightOfGuns, spendOn, worthOf } from '../flak-guns.ts';
import { share } from '../numbers.ts';
import { book } from '../people.ts';
import type { Stream } from '../random.ts';
import { runInOf } from '../run-in.ts';
import type { GameState } from '../state.ts';
import type { AirTurn, Flight, Turn } from '../turn-context.ts';

/** What waits for those that fly the same run-in in one hour. */
interface Barrage {
  readonly runIn: number;
  readonly worth: readonly number[];
  /** Hits per million run-ins. */
  readonly chance: number;
}

const MILLION = 1_000_000;
/** Even a sky full of bursts lets some through. */
const MOST = 900_000;

/** One hour of fire at all that flies in it. */
export function flak(state: GameState, turn: Turn): void {
  const { air, flights } = turn;
  if (air === null) return;
  const met: Barrage[] = [];
  let barrage: Barrage | undefined;
  air.power.fill(UNKNOWN);
  let order = -1;
  let stream: Stream | null = null;
  for (let row = 0; row < flights.length; row += 1) {
    const flight = at(flights, row);
    if (flight.pulse !== turn.pulse || flight.fate !== 'flying') continue;
    const key = keyOf(flight);
    if (barrage?.runIn !== key) barrage = met.find(({ runIn }) => runIn === key);
    if (barrage === undefined) met.push((barrage = barrageOn(state, turn, air, flight, key)));
    if (stream === null || flight.given.index !== order) stream = turn.draws('flak', String(flight.given.index));
    order = flight.given.index;
    spendOn(state, turn, air, barrage.worth);
    shoot(state, turn, flight, barrage.chance, stream);
  }
}

/** The same for all that fly the same run-in: over one camp, as high, to drop or to land; each order to strike has its own. */
function keyOf(flight: Flight): number {
  if (flight.purpose === 'strike') return -1 - flight.given.index;
  return (flight.campRow * HIGHEST + flight.height) * 2 + (flight.purpose === 'land' ? 1 : 0);
}

/** Above any aircraft, metres. */
const HIGHEST = 100_000;

function barrageOn(state: GameState, turn: Turn, air: AirTurn, flight: Flight, key: number): Barrage {
  const sight = sightOfGuns(turn.rules, turn.night, state.sky.valley);
  if (isOnRoad(flight)) return { runIn: key, worth: NOTHING, chance: share(turn.rules.flak.roadHit * 1000, sight) };
  const worth = worthsOn(state, turn, air, flight, key);
  let sum = 0;
  for (let gun = 0; gun < worth.length; gun += 1) {
    const here = worth[gun] ?? 0;
    if (here > 0) sum += share(powerNow(state, turn, air, gun), here);
  }
  return { runIn: key, worth, chance: Math.min(MOST, share(sum, sight)) };
}

/** What a gun could do in this hour is worked out once in it; whether it has rounds left is asked for each barrage. */
function powerNow(state: GameState, turn: Turn, air: AirTurn, gun: number): number {
  const row = at(air.flak, gun);
  if (at(state.batteries, row).ready * 1000 <= (air.flakSpent[row] ?? 0)) return 0;
  const known = air.power[gun] ?? UNKNOWN;
  return known === UNKNOWN ? (air.power[gun] = powerOf(state, turn, row)) : known;
}

const UNKNOWN = -1;
const NOTHING: readonly number[] = [];

/** What each gun is worth on a run-in, worked out once a turn. */
function worthsOn(state: GameState, turn: Turn, air: AirTurn, flight: Flight, key: number): readonly number[] {
  for (const { runIn, worth } of air.worth) if (runIn === key) return worth;
  const worth = worths(state, turn, air, flight);
  air.worth.push({ runIn: key, worth });
  return worth;
}

/** Strikes on the roads behind the front fly out of reach of the ring's own guns. */
function isOnRoad(flight: Flight): boolean {
  return flight.given.order.kind === 'strike' && flight.given.order.target.kind === 'road';
}

function worths(state: GameState, turn: Turn, air: AirTurn, flight: Flight): number[] {
  const run = runInOf(turn, flight);
  return air.flak.map((row) => worthOf(state, turn, row, run));
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
