/** Guns against aircraft: which of them reach a run-in, how well, and what they do to one sortie. */
import { at } from './board.ts';
import { crewedShare } from './guns.ts';
import { along, rootOf, share, times } from './numbers.ts';
import { runInOf } from './run-in.ts';
import type { Place } from './scenario.ts';
import type { BatteryState, GameState, SkyKind } from './state.ts';
import { squareToLine } from './strip-ground.ts';
import { clockOf } from './turn-context.ts';
import type { AirTurn, Flight, Turn } from './turn-context.ts';
import type { Rules } from './tunables.ts';

/** The straight stretch that an aircraft flies over what it aims at. */
export interface RunIn {
  readonly place: Place;
  /** A thousandth of each metre flown, east and north. */
  readonly along: Place;
  /** Before and behind the place. */
  readonly metres: number;
  /** Above the valley floor. */
  readonly height: number;
}

/** What waits for those that fly the same run-in, and what it does to them in one hour. */
export interface Barrage {
  readonly runIn: number;
  /** The guns that reach it, by their place among the board's, and what each is worth there, permille. */
  readonly guns: readonly number[];
  readonly worth: readonly number[];
  /** The hour that the rest holds for; -1 = none yet. */
  pulse: number;
  /** Hits per million run-ins. */
  chance: number;
  /** How many of the guns fire in it, which rows of batteries and places among the board's guns these are, and thousandths of a round that each fires at one sortie; lists may be longer. */
  firing: number;
  readonly rows: number[];
  readonly places: number[];
  readonly spends: number[];
}

/** Even a sky full of bursts lets some through. */
const MOST = 900_000;

/** The barrage that a flight meets in this hour; which guns reach its run-in is worked out once a turn. */
export function barrageOn(state: GameState, turn: Turn, air: AirTurn, flight: Flight): Barrage {
  const barrage = reaching(state, turn, air, flight);
  if (barrage.pulse === turn.pulse) return barrage;
  barrage.pulse = turn.pulse;
  const { flak } = turn.rules;
  const sum = layOn(state, turn, air, barrage);
  const sight = sightOfGuns(turn.rules, turn.night, state.sky.valley);
  barrage.chance = isOnRoad(flight) ? share(flak.roadHit * 1000, sight) : Math.min(MOST, share(sum, sight));
  return barrage;
}

function reaching(state: GameState, turn: Turn, air: AirTurn, flight: Flight): Barrage {
  const runIn = keyOf(flight);
  for (const known of air.barrages) if (known.runIn === runIn) return known;
  const barrage: Barrage = { runIn, guns: [], worth: [], pulse: -1, chance: 0, firing: 0, rows: [], places: [], spends: [] };
  if (!isOnRoad(flight)) reach(state, turn, flight, barrage.guns as number[], barrage.worth as number[]);
  air.barrages.push(barrage);
  return barrage;
}

/** The same for all that fly the same run-in: over one camp, as high, to drop or to land; each order to strike has its own. */
function keyOf(flight: Flight): number {
  if (flight.purpose === 'strike') return -1 - flight.given.index;
  return (flight.campRow * HIGHEST + flight.height) * 2 + (flight.purpose === 'land' ? 1 : 0);
}

/** Above any aircraft, metres. */
const HIGHEST = 100_000;

/** Strikes on the roads behind the front fly out of reach of the ring's own guns. */
function isOnRoad(flight: Flight): boolean {
  return flight.given.order.kind === 'strike' && flight.given.order.target.kind === 'road';
}

function reach(state: GameState, turn: Turn, flight: Flight, guns: number[], worths: number[]): void {
  const { flak } = turn.board.air;
  const run = runInOf(turn, flight);
  for (let gun = 0; gun < flak.length; gun += 1) {
    const row = at(flak, gun);
    const worth = at(state.batteries, row).tubes > 0 ? worthOf(state, turn, row, run) : 0;
    if (worth <= 0) continue;
    guns.push(gun);
    worths.push(worth);
  }
}

/** What a gun's place is worth against a run-in, permille of the best: by slant distance and the range of its weapon. */
export function worthOf(state: GameState, turn: Pick<Turn, 'board' | 'rules'>, row: number, run: RunIn): number {
  const battery = at(state.batteries, row);
  const { range } = at(turn.board.batteryWeapon, row);
  const square = squareToLine(battery, run.place, run.along, -run.metres, run.metres);
  if (square >= (range + 1) * (range + 1)) return 0;
  const level = rootOf(square);
  const above = Math.max(0, run.height - at(turn.board.heights, battery.hex));
  return along(turn.rules.flak.worth, Math.floor((rootOf(level * level + above * above) * 1000) / range));
}

/** Lays the guns on a run-in for an hour, and gives the hits per million of all of them in a clear sky by day. */
function layOn(state: GameState, turn: Turn, air: AirTurn, barrage: Barrage): number {
  const { guns, worth } = barrage;
  const clock = clockOf(turn);
  let sum = 0;
  barrage.firing = 0;
  for (let index = 0; index < guns.length; index += 1) {
    const gun = guns[index] ?? 0;
    const row = turn.board.air.flak[gun] ?? 0;
    const battery = state.batteries[row];
    if (battery === undefined || !fires(battery, clock, air.flakSpent[gun] ?? 0)) continue;
    const worthThere = worth[index] ?? 0;
    lay(barrage, row, gun, Math.floor((battery.tubes * at(turn.board.batteryWeapon, row).burst * worthThere) / 1000));
    sum += share(powerOf(turn, row, battery, clock), worthThere);
  }
  return sum;
}

function lay(barrage: Barrage, row: number, gun: number, spend: number): void {
  const { firing, rows, places, spends } = barrage;
  rows[firing] = row;
  places[firing] = gun;
  spends[firing] = spend;
  barrage.firing = firing + 1;
}

function fires(battery: BatteryState, clock: number, spent: number): boolean {
  return battery.tubes > 0 && battery.gunners > 0 && battery.movingUntil <= clock && battery.ready * 1000 > spent;
}

/** Hits per million run-ins by one battery that fires in this hour, from a place of full worth. */
function powerOf({ board, rules }: Turn, row: number, battery: BatteryState, clock: number): number {
  const crewed = crewedShare(battery, at(board.batteries, row));
  const manned = battery.pinnedUntil > clock ? share(crewed, rules.flak.pinned) : crewed;
  return share(battery.tubes * at(board.batteryWeapon, row).hit, manned);
}

/** Permille of their chance by day and in clear air that guns keep now. */
function sightOfGuns({ flak }: Rules, night: boolean, sky: SkyKind): number {
  const air = sky === 'clear' ? 1000 : sky === 'cloud' ? flak.cloud : sky === 'rain' ? flak.rain : flak.storm;
  return times(night ? flak.night : 1000, air);
}

/** Permille of hits that bring an aircraft down. */
export function deadlyOf({ flak }: Rules, flight: Pick<Flight, 'purpose' | 'height'>, vulnerability: number): number {
  if (flight.purpose === 'strike') return times(flak.killedStrike, vulnerability);
  return times(flak.killed, flight.height >= flak.highMetres ? flak.killedHigh : 1000, vulnerability);
}

/** Rounds go as aircraft come, as long as there are any: thousandths are kept until the turn is over. */
export function spendOn(state: GameState, turn: Turn, { flakSpent }: AirTurn, { firing, rows, places, spends }: Barrage): void {
  const clock = clockOf(turn);
  for (let index = 0; index < firing; index += 1) {
    const battery = state.batteries[rows[index] ?? 0];
    const gun = places[index] ?? 0;
    const spent = flakSpent[gun] ?? 0;
    if (battery === undefined || battery.ready * 1000 <= spent) continue;
    battery.firedAt = clock;
    flakSpent[gun] = spent + (spends[index] ?? 0);
  }
}
