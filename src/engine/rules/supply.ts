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
  if (turn.pulse % Math.floor(PULSES / turn.rules.supply.trips) !== 0) return;
  const carried = state.dumps.map((dump) => dump.rounds.map(() => 0));
  for (let row = 0; row < state.batteries.length; row += 1) carryTo(state, turn, row, carried);
  tellCarried(state, turn, carried);
}

function carryTo(state: GameState, turn: Turn, row: number, carried: number[][]): void {
  const battery = at(state.batteries, row);
  const room = battery.tubes * turn.rules.supply.readyCap - battery.ready;
  if (room <= 0) return;
  const dumpRow = at(turn.board.batteryDump, row);
  const column = at(turn.board.batteryColumn, row);
  const dump = at(state.dumps, dumpRow);
  const rounds = Math.min(room, battery.tubes * carryOf(state, turn, row), at(dump.rounds, column));
  if (rounds <= 0) return;
  battery.ready += rounds;
  dump.rounds[column] = at(dump.rounds, column) - rounds;
  const counts = at(carried, dumpRow);
  counts[column] = at(counts, column) + rounds;
}

/** Rounds a tube that reach a battery on one trip. */
function carryOf(state: GameState, turn: Turn, row: number): number {
  const { supply: rules } = turn.rules;
  const wet = state.sky.valley === 'rain' || state.sky.valley === 'storm' ? rules.carryWet : 1000;
  const pinned = at(state.batteries, row).pinnedUntil > clockOf(turn) ? rules.carryPinned : 1000;
  return Math.floor(share(share(turn.night ? rules.carryNight : rules.carryDay, wet), pinned) / rules.trips);
}

function tellCarried(state: GameState, turn: Turn, carried: readonly (readonly number[])[]): void {
  for (const [row, counts] of carried.entries()) {
    const dump = at(state.dumps, row);
    const { side } = at(turn.game.scenario.dumps, row);
    for (const [column, weapon] of turn.board.weapons.entries()) {
      const rounds = counts[column] ?? 0;
      if (rounds === 0) continue;
      turn.tell({ type: 'shells-carried', side, dump: dump.id, weapon, rounds });
      if (at(dump.rounds, column) === 0) turn.tell({ type: 'dump-empty', side, dump: dump.id, weapon });
    }
  }
}
