/** Days of a siege and its turns, which are half-days. */
import type { SiegeFile } from './schema.ts';

/** The turn in which a day begins; nought for what is there from the start. */
export function turnOfDay({ firstPhase }: Pick<SiegeFile['calendar'], 'firstPhase'>, day: number | undefined): number {
  return Math.max(0, (day ?? 0) * 2 - (firstPhase === 'night' ? 1 : 0));
}
