/** Cohesion of a unit moves, each change with its causes. */
import { clamp } from './numbers.ts';
import type { UnitFacts } from './scenario.ts';
import type { CohesionCause, UnitState } from './state.ts';
import type { Turn } from './turn-context.ts';

/** One cause and what it gave or took. */
export interface Change {
  readonly cause: CohesionCause;
  readonly points: number;
}

/** Moves the cohesion of a unit, never above where it began, and tells why. */
export function moveCohesion(turn: Turn, unit: UnitState, facts: UnitFacts, changes: readonly Change[]): void {
  moveCohesionBy(turn, unit, facts, changes, pointsOf(changes));
}

/** The same where the sum of the changes is known already. */
export function moveCohesionBy(turn: Turn, unit: UnitState, facts: UnitFacts, changes: readonly Change[], points: number): void {
  const before = unit.cohesion;
  const to = clamp(before + points, 0, Math.max(facts.cohesion, before));
  if (to === before) return;
  unit.cohesion = to;
  turn.record({ type: 'cohesion-changed', side: facts.side, unit: unit.id, to, causes: changes, turn: turn.number, pulse: turn.pulse });
}

/** What some changes come to. */
export function pointsOf(changes: readonly Change[]): number {
  let sum = 0;
  for (let index = 0; index < changes.length; index += 1) sum += changes[index]?.points ?? 0;
  return sum;
}

/** What is left of a loss for men of this quality: better cadres lose less, 1000 at middling quality. */
export function softening(turn: Turn, unit: UnitState): number {
  const { middling, lossQuality } = turn.rules.morale;
  return Math.max(0, 1000 + Math.floor(((middling - unit.quality) * lossQuality) / 1000));
}
