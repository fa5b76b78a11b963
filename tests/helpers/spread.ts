/** Spreading over the grid step by step, from many hexes at once: how far each hex is, and from which of them. */
import { OFF_MAP } from '../../src/engine/board.ts';
import type { Ground } from '../../src/engine/board.ts';

/** Steps to a hex that was not reached. */
export const UNREACHED = 255;

/** What a spread has reached. */
export interface Spread {
  /** Steps from the nearest source, by hex; UNREACHED where it did not come. */
  readonly steps: Uint8Array;
  /** Index of that source, by hex; meaningless where it did not come. */
  readonly source: Uint8Array;
  /** Hexes reached, nearest first. */
  readonly order: Uint16Array;
}

/** Spreads from at most 256 sources at most `depth` steps over hexes that `open` allows (1 = open); without it over all. */
export function spreadFrom(board: Ground, sources: readonly number[], depth: number, open: Uint8Array | null): Spread {
  const { beside } = board;
  const steps = new Uint8Array(board.heights.length).fill(UNREACHED);
  const source = new Uint8Array(board.heights.length);
  const order = new Uint16Array(board.heights.length);
  let count = 0;
  for (let index = 0; index < sources.length; index += 1) {
    const hex = sources[index] ?? 0;
    if (steps[hex] !== UNREACHED || (open !== null && open[hex] !== 1)) continue;
    steps[hex] = 0;
    source[hex] = index;
    order[count] = hex;
    count += 1;
  }
  for (let row = 0; row < count; row += 1) {
    const hex = order[row] ?? 0;
    const next = (steps[hex] ?? 0) + 1;
    if (next > depth) break;
    for (let side = hex * 6; side < hex * 6 + 6; side += 1) {
      const to = beside[side] ?? OFF_MAP;
      if (to === OFF_MAP || steps[to] !== UNREACHED || (open !== null && open[to] !== 1)) continue;
      steps[to] = next;
      source[to] = source[hex] ?? 0;
      order[count] = to;
      count += 1;
    }
  }
  return { steps, source, order: order.subarray(0, count) };
}
