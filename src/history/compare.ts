/** Many sieges of the game beside one figure of the real one. */
import type { Target } from './schema.ts';

/** How the sieges of the game stand to a target. */
export interface Comparison {
  readonly id: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Null when no siege has the figure. */
  readonly median: number | null;
  readonly p10: number | null;
  readonly p90: number | null;
  readonly inRange: boolean;
}

/** Share of sieges without the figure above which a target is out of range, permille. */
const MOST_NULLS = 200;

/** One target and what each siege has for it; null where a siege has no such figure. */
export function compare(target: Target, found: readonly (number | null)[]): Comparison {
  const there = found.filter((one) => one !== null).sort((a, b) => a - b);
  const median = quantile(there, 500);
  const missing = found.length - there.length;
  const inRange = median !== null && missing * 1000 <= MOST_NULLS * found.length && median >= target.low && median <= target.high;
  const { id, value, low, high } = target;
  return { id, value, low, high, median, p10: quantile(there, 100), p90: quantile(there, 900), inRange };
}

/** The value at a share of the way through a sorted list, halfway between two where it falls between them. */
export function quantile(sorted: readonly number[], permille: number): number | null {
  if (sorted.length === 0) return null;
  const place = ((sorted.length - 1) * permille) / 1000;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}
