/** Guns on the move: how long a battery takes to another place, and what stands over it when it is there. */
import { at, rowOf } from './board.ts';
import type { Ground } from './board.ts';
import { centreOf, stepsBetween } from './hex.ts';
import { share } from './numbers.ts';
import type { GameState } from './state.ts';
import { PULSES } from './state.ts';
import { GROUND_GARRISON } from './state-siege.ts';
import { clockOf } from './turn-context.ts';
import type { Given, Turn } from './turn-context.ts';
import type { Rules } from './tunables.ts';

/** Pulses for which a battery that moves between two hexes cannot fire. */
export function pulsesToMove(board: Ground, { roads }: Rules, from: number, to: number, mud: number): number {
  const metres = stepsBetween(board.grid, from, to) * board.grid.stepMetres;
  const pace = Math.max(1, share(roads.gunPace, 1000 - share(1000 - roads.gunMud, mud)));
  return roads.limber + Math.ceil(metres / pace);
}

/** Orders to move set batteries on the road; those that arrived some turns ago have their cover again. */
export function moveGuns(state: GameState, turn: Turn): void {
  for (const given of turn.byKind['move-guns'] ?? NONE) {
    if (given.lost || given.done) continue;
    given.done = true;
    move(state, turn, given, given.order.battery, given.order.to);
  }
  coverAgain(state, turn);
}

const NONE: readonly never[] = [];

/** The old place is empty at once; the new one fires when the battery has come and dug in. */
function move(state: GameState, turn: Turn, given: Given, id: string, to: number): void {
  const battery = at(state.batteries, rowOf(turn.board.batteryRow, id));
  const barred = battery.tubes + battery.damaged === 0 || state.ring.ground[to] === GROUND_GARRISON || state.ring.ground[to] === undefined;
  if (barred) return turn.tell({ type: 'order-void', side: given.side, order: given.index, kind: 'move-guns' });
  const from = battery.hex;
  const { east, north } = centreOf(turn.board.grid, to);
  const start = Math.max(clockOf(turn) + given.from, battery.movingUntil);
  battery.movingUntil = start + pulsesToMove(turn.board, turn.rules, from, to, state.sky.mud);
  battery.hex = to;
  battery.east = east;
  battery.north = north;
  battery.cover = 'pit';
  turn.tell({ type: 'guns-moved', side: given.side, battery: id, from, to });
}

/** A new place is an open pit until there has been time for a roof or for a back slope. */
function coverAgain(state: GameState, turn: Turn): void {
  const since = clockOf(turn) - turn.rules.roads.coverTurns * PULSES;
  for (let row = 0; row < state.batteries.length; row += 1) {
    const battery = state.batteries[row];
    if (battery?.cover === 'pit' && battery.movingUntil <= since) battery.cover = at(turn.board.batteries, row).cover;
  }
}
