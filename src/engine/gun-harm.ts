/** Guns that are found: how far off the fire is, tubes hit, crews pinned. */
import { at, rowOf } from './board.ts';
import { hurtGunners } from './guns.ts';
import type { Fix } from './known.ts';
import { metresBetween } from './numbers.ts';
import { wholeByChance } from './random.ts';
import type { Stream } from './random.ts';
import type { BatteryState, GameState, LossCause } from './state.ts';
import { clockOf } from './turn-context.ts';
import type { Turn } from './turn-context.ts';

/** The error of the fix, or the way that the gun has gone since it was made. */
export function missBy(fix: Fix, battery: BatteryState): number {
  const off = metresBetween(fix, battery);
  return off > 2 * fix.errorMetres ? off : fix.errorMetres;
}

/** Puts tubes out of action, some of them for good, with those who served them; gives the gunners lost. */
export function hitTubes(state: GameState, turn: Turn, battery: BatteryState, tubes: number, stream: Stream, cause: LossCause): number {
  const hits = Math.min(battery.tubes, tubes);
  if (hits <= 0) return 0;
  const row = rowOf(turn.board.batteryRow, battery.id);
  const { side } = at(turn.board.batteries, row);
  const rules = turn.rules['counter-battery'];
  const wrecked = Math.min(hits, wholeByChance(stream, hits * rules.wreckShare));
  const column = at(turn.board.batteryColumn, row);
  const { tubesLost } = state.ledger[side];
  battery.tubes -= hits;
  battery.damaged += hits - wrecked;
  tubesLost[column] = at(tubesLost, column) + wrecked;
  turn.tell({ type: 'battery-hit', side, battery: battery.id, damaged: hits - wrecked, wrecked });
  const before = battery.gunners;
  hurtGunners(state, turn, battery, hits * rules.gunnersPerHit, turn.rules.assault.defenderKilled, cause);
  return before - battery.gunners;
}

/** Keeps crews under cover for some pulses. */
export function pinCrews(turn: Turn, battery: BatteryState, pulses: number): void {
  const { side } = at(turn.board.batteries, rowOf(turn.board.batteryRow, battery.id));
  battery.pinnedUntil = Math.max(battery.pinnedUntil, clockOf(turn) + pulses);
  turn.tell({ type: 'battery-pinned', side, battery: battery.id, pulses });
}
