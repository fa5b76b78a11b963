/**
 * Gradient noise for the drawn relief, from a fixed seed.
 *
 * Used only where a map's picture is built: the drawn ground may be wilder than the recipe, the game never reads it.
 */

/** A source of numbers from 0 up to 1 that repeats itself for the same seed. */
export type Rolls = () => number;

/** Mulberry32: small, even, and the same on every machine. */
export function rollsFrom(seed: number): Rolls {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}

/** Noise in the plane; coordinates are counted in wavelengths of the coarsest octave. */
export interface Noise {
  /** Sum of octaves, about -0.5 to 0.5. */
  readonly layered: (x: number, y: number, octaves: number) => number;
  /** Sum of folded octaves with sharp crests, about 0 to 1. */
  readonly ridged: (x: number, y: number, octaves: number) => number;
}

const GRADIENTS_X = Float64Array.of(1, -1, 1, -1, 1.4, -1.4, 0, 0);
const GRADIENTS_Y = Float64Array.of(1, 1, -1, -1, 0, 0, 1.4, -1.4);

/** Noise whose lattice is shuffled by a seed. */
export function noiseFrom(seed: number): Noise {
  const order = shuffledBytes(rollsFrom(seed));
  const single = (x: number, y: number): number => gradientNoise(order, x, y);
  return {
    layered: (x, y, octaves) => layered(single, x, y, octaves),
    ridged: (x, y, octaves) => ridged(single, x, y, octaves),
  };
}

function layered(single: (x: number, y: number) => number, x: number, y: number, octaves: number): number {
  let sum = 0;
  let share = 0.5;
  for (let octave = 0; octave < octaves; octave++) {
    sum += share * single(x, y);
    x = x * 2.03 + 17;
    y = y * 2.03 + 9;
    share /= 2;
  }
  return sum;
}

function ridged(single: (x: number, y: number) => number, x: number, y: number, octaves: number): number {
  let sum = 0;
  let share = 0.5;
  let weight = 1;
  for (let octave = 0; octave < octaves; octave++) {
    const folded = (1 - Math.abs(single(x, y)) * 1.6) ** 2;
    sum += share * folded * weight;
    // Fine crests grow on coarse ones only, so that valleys stay smooth.
    weight = Math.min(1, Math.max(0, folded * 1.4));
    x = x * 2.07 + 31;
    y = y * 2.07 + 7;
    share /= 2;
  }
  return sum;
}

function shuffledBytes(roll: Rolls): Uint8Array {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 255; i > 0; i--) {
    const other = Math.floor(roll() * (i + 1));
    const kept = bytes[i] ?? 0;
    bytes[i] = bytes[other] ?? 0;
    bytes[other] = kept;
  }
  const twice = new Uint8Array(512);
  twice.set(bytes);
  twice.set(bytes, 256);
  return twice;
}

function gradientNoise(order: Uint8Array, x: number, y: number): number {
  const col = Math.floor(x);
  const row = Math.floor(y);
  const u = x - col;
  const v = y - row;
  const pull = (right: number, down: number): number => {
    const kind = (order[((order[(col + right) & 255] ?? 0) + row + down) & 255] ?? 0) & 7;
    return (GRADIENTS_X[kind] ?? 0) * (u - right) + (GRADIENTS_Y[kind] ?? 0) * (v - down);
  };
  const su = u * u * u * (u * (u * 6 - 15) + 10);
  const sv = v * v * v * (v * (v * 6 - 15) + 10);
  const top = pull(0, 0) + su * (pull(1, 0) - pull(0, 0));
  return top + sv * (pull(0, 1) + su * (pull(1, 1) - pull(0, 1)) - top);
}
