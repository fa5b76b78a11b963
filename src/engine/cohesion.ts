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
  let sum = 0;
  for (const { points } of changes) sum += points;
  const to = clamp(unit.cohesion + sum, 0, Math.max(facts.cohesion, unit.cohesion));
  if (to === unit.cohesion) return;
  unit.cohesion = to;
  turn.tell({ type: 'cohesion-changed', side: facts.side, unit: unit.id, to, causes: changes });
}

/** What is left of a loss for men of this quality: better cadres lose less, 1000 at middling quality. */
export function softening(turn: Turn, unit: UnitState): number {
  const { middling, lossQuality } = turn.rules.morale;
  return Math.max(0, 1000 + Math.floor(((middling - unit.quality) * lossQuality) / 1000));
}
