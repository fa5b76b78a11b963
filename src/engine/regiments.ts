/** Regiments of the besieger: their will, and what recruits make of it. */
import { at, rowOf } from './board.ts';
import { clamp } from './numbers.ts';
import type { FormationState, GameState, UnitState } from './state.ts';
import type { Turn } from './turn-context.ts';

/** Why will moved; the words stand in the panels. */
export type WillCause = 'losses' | 'failed' | 'won' | 'rest' | 'hunger' | 'recruits';

/** Moves the will of a regiment, never above the cap unless it began there, and tells why. */
export function moveWill(turn: Turn, formation: FormationState, by: number, cause: WillCause): void {
  const before = formation.will;
  formation.will = clamp(before + by, 0, Math.max(before, turn.rules.will.cap));
  if (formation.will !== before) turn.record({ type: 'will-changed', formation: formation.id, to: formation.will, by: formation.will - before, cause, turn: turn.number, pulse: turn.pulse });
}

/** Recruits who have joined a battalion bring their own will into the regiment; call it after they have joined. */
export function diluteWill(state: GameState, turn: Turn, unit: UnitState, recruits: number): void {
  const { board } = turn;
  const row = at(board.unitFormation, rowOf(board.unitRow, unit.id));
  const formation = at(state.formations, row);
  if (at(board.formations, row).kind !== 'regiment' || recruits <= 0) return;
  let men = 0;
  for (const other of at(board.battleOrder.unitsOf, row)) men += at(state.units, other).men;
  if (men === 0) return;
  const by = Math.ceil(((turn.rules.will.recruits - formation.will) * recruits) / men);
  if (by < 0) moveWill(turn, formation, by, 'recruits');
}
