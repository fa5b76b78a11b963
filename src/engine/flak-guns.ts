/** Guns against aircraft: which of them reach a run-in, how well, and what they do to one sortie. */
import { at } from './board.ts';
import { along, rootOf, share, times } from './numbers.ts';
import type { Place } from './scenario.ts';
import type { BatteryState, GameState, SkyKind } from './state.ts';
import { metresToLine } from './strip-ground.ts';
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

/** Rows of the besieger's batteries that fire at aircraft and are in play. */
export function flakRows(state: GameState, turn: Pick<Turn, 'board'>): number[] {
  const rows: number[] = [];
  for (let row = 0; row < state.batteries.length; row += 1) {
    if (at(state.batteries, row).tubes > 0 && at(turn.board.batteries, row).side === 'besieger' && at(turn.board.batteryWeapon, row).flak >= 1000) rows.push(row);
  }
  return rows;
}

/** What a gun's place is worth against a run-in, permille of the best: by slant distance and the range of its weapon. */
export function worthOf(state: GameState, turn: Pick<Turn, 'board' | 'rules'>, row: number, run: RunIn): number {
  const battery = at(state.batteries, row);
  const { range } = at(turn.board.batteryWeapon, row);
  const level = metresToLine(battery, run.place, run.along, -run.metres, run.metres);
  if (level > range) return 0;
  const above = Math.max(0, run.height - at(turn.board.heights, battery.hex));
  return along(turn.rules.flak.worth, Math.floor((rootOf(level * level + above * above) * 1000) / range));
}

/** Hits per million run-ins by one battery in this hour, from a place of full worth. */
export function powerOf(state: GameState, turn: Turn, row: number): number {
  const battery = at(state.batteries, row);
  if (!fires(battery, clockOf(turn), turn.air?.flakSpent[row] ?? 0)) return 0;
  const facts = at(turn.board.batteries, row);
  const crewed = Math.min(1000, Math.floor((battery.gunners * facts.tubes * 1000) / (Math.max(1, facts.gunners) * battery.tubes)));
  const manned = battery.pinnedUntil > clockOf(turn) ? share(crewed, turn.rules.flak.pinned) : crewed;
  return share(battery.tubes * at(turn.board.batteryWeapon, row).hit, manned);
}

function fires(battery: BatteryState, clock: number, spent: number): boolean {
  return battery.tubes > 0 && battery.gunners > 0 && battery.movingUntil <= clock && battery.ready * 1000 > spent;
}

/** Permille of their chance by day and in clear air that guns keep now. */
export function sightOfGuns({ flak }: Rules, night: boolean, sky: SkyKind): number {
  const air = sky === 'clear' ? 1000 : sky === 'cloud' ? flak.cloud : sky === 'rain' ? flak.rain : flak.storm;
  return times(night ? flak.night : 1000, air);
}

/** Permille of hits that bring an aircraft down. */
export function deadlyOf({ flak }: Rules, flight: Pick<Flight, 'purpose' | 'height'>, vulnerability: number): number {
  if (flight.purpose === 'strike') return times(flak.killedStrike, vulnerability);
  return times(flak.killed, flight.height >= flak.highMetres ? flak.killedHigh : 1000, vulnerability);
}

/** Rounds go as aircraft come: thousandths are kept until the turn is over. */
export function spendOn(state: GameState, turn: Turn, air: AirTurn, worth: readonly number[]): void {
  const clock = clockOf(turn);
  const { flak, flakSpent } = air;
  for (let gun = 0; gun < worth.length; gun += 1) {
    const share = worth[gun] ?? 0;
    if (share === 0) continue;
    const row = at(flak, gun);
    const battery = at(state.batteries, row);
    if (!fires(battery, clock, flakSpent[row] ?? 0)) continue;
    battery.firedAt = clock;
    flakSpent[row] = (flakSpent[row] ?? 0) + Math.floor((battery.tubes * at(turn.board.batteryWeapon, row).burst * share) / 1000);
  }
}
