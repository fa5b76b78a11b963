/**
 * Supply of shells: from the dump to the guns.
 *
 * Several times a turn carriers bring every battery up to what may lie ready beside it, as far as they get on a
 * trip: more by night than by day, less in rain, little to a battery that is pinned. What has not been carried
 * cannot be fired. Leaves `ready` and the dumps. Source: rule set, group `supply`.
 */
import { at } from '../board.ts';
import { share } from '../numbers.ts';
import type { GameState } from '../state.ts';
import { PULSES } from '../state.ts';
import { clockOf } from '../turn-context.ts';
import type { Turn } from '../turn-context.ts';

/** Carries shells to all batteries. */
export function supply(state: GameState, turn: Turn): void {
  const { rules, board } = turn;
  if (turn.pulse % Math.floor(PULSES / rules.supply.trips) !== 0) return;
  const clock = clockOf(turn);
  const most = carryOf(state, turn, 1000);
  const mostPinned = carryOf(state, turn, rules.supply.carryPinned);
  let carried: number[] | null = null;
  const { readyCap } = rules.supply;
  const { batteries, dumps } = state;
  const { batteryDump, batteryColumn, batteryShelf } = board;
  for (let row = 0; row < batteries.length; row += 1) {
    const battery = batteries[row];
    if (battery === undefined) break;
    const room = battery.tubes * readyCap - battery.ready;
    if (room <= 0) continue;
    const stock = dumps[batteryDump[row] ?? 0]?.rounds;
    const column = batteryColumn[row] ?? 0;
    const inStock = stock?.[column] ?? 0;
    if (stock === undefined || inStock === 0) continue;
    const rounds = Math.min(room, battery.tubes * (battery.pinnedUntil > clock ? mostPinned : most), inStock);
    if (rounds <= 0) continue;
    battery.ready += rounds;
    stock[column] = inStock - rounds;
    carried ??= turn.protectSpent.map(() => 0);
    const shelf = batteryShelf[row] ?? 0;
    carried[shelf] = (carried[shelf] ?? 0) + rounds;
  }
  if (carried !== null) tellCarried(state, turn, carried);
}

/** Rounds a tube that reach a battery on one trip, at so many permille of what the hour and the sky allow. */
function carryOf(state: GameState, turn: Turn, permille: number): number {
  const { supply: rules } = turn.rules;
  const wet = state.sky.valley === 'rain' || state.sky.valley === 'storm' ? rules.carryWet : 1000;
  return Math.floor(share(share(turn.night ? rules.carryNight : rules.carryDay, wet), permille) / rules.trips);
}

/** Tells what left each dump, by weapon: `carried` goes over all dumps and weapons. */
function tellCarried(state: GameState, turn: Turn, carried: readonly number[]): void {
  const { weapons } = turn.board;
  for (let shelf = 0; shelf < carried.length; shelf += 1) {
    const rounds = carried[shelf] ?? 0;
    if (rounds === 0) continue;
    const column = shelf % weapons.length;
    const row = (shelf - column) / weapons.length;
    const dump = at(state.dumps, row);
    const { side } = at(turn.game.scenario.dumps, row);
    const weapon = at(weapons, column);
    turn.tell({ type: 'shells-carried', side, dump: dump.id, weapon, rounds });
    if (at(dump.rounds, column) === 0) turn.tell({ type: 'dump-empty', side, dump: dump.id, weapon });
  }
}
