/** The calendar day of a turn as a script reads it. */
import type { Scenario } from '../engine/index.ts';

const DAY_MS = 86_400_000;

/** Year-month-day on which a turn begins; a night belongs to the day before it. */
export function isoDate({ firstDay, firstPhase }: Scenario['calendar'], turn: number): string {
  const days = Math.floor((turn + (firstPhase === 'night' ? 1 : 0)) / 2);
  return new Date(Date.parse(`${firstDay}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
