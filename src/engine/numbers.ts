/** Integer arithmetic that the rules share: shares in permille and curves by straight lines. */
import type { Curve } from './tunables.ts';

/** `value` kept between `low` and `high`. */
export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/** `permille` thousandths of `value`, rounded down (towards minus infinity). */
export function share(value: number, permille: number): number {
  return Math.floor((value * permille) / 1000);
}

/** The product of several permille factors, again in permille. */
export function times(...factors: readonly number[]): number {
  let product = 1000;
  for (const factor of factors) product = Math.floor((product * factor) / 1000);
  return product;
}

/** `part` of `whole` in permille; nought of nought is nought. */
export function permille(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.floor((part * 1000) / whole);
}

/** The curve at `x`: straight lines between its points, flat beyond its ends. */
export function along(curve: Curve, x: number): number {
  let before = curve[0];
  if (before === undefined) throw new Error('a curve needs at least one point');
  if (x <= before[0]) return before[1];
  for (const point of curve) {
    if (x <= point[0]) return between(before, point, x);
    before = point;
  }
  return before[1];
}

function between(a: readonly [number, number], b: readonly [number, number], x: number): number {
  if (b[0] === a[0]) return b[1];
  return a[1] + Math.floor(((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0]));
}

/** Bits of a machine word, and the first number that asks for a longer one. */
const BITS = 32;
const WORD = 2_147_483_648;

/** Whole square root, rounded down, by Newton's steps on integers from a power of two above it: the same on every machine. */
export function rootOf(value: number): number {
  if (!(value >= 2)) return Math.max(0, Math.floor(value));
  if (value < WORD) return rootOfWord(value | 0);
  let guess = Math.floor(value / 2) + 1;
  for (;;) {
    const next = Math.floor((guess + Math.floor(value / guess)) / 2);
    if (next >= guess) return guess;
    guess = next;
  }
}

/** The same by whole words, which most distances are and which divide quicker. */
function rootOfWord(value: number): number {
  let guess = 1 << ((BITS + 1 - Math.clz32(value)) >> 1);
  for (;;) {
    const next = (guess + ((value / guess) | 0)) >> 1;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** Metres between two places, rounded down. */
export function metresBetween(
  a: { readonly east: number; readonly north: number },
  b: { readonly east: number; readonly north: number },
): number {
  const east = a.east - b.east;
  const north = a.north - b.north;
  return rootOf(east * east + north * north);
}

/** True where two places lie less than so many whole metres apart; quicker than their distance. */
export function isNearer(
  a: { readonly east: number; readonly north: number },
  b: { readonly east: number; readonly north: number },
  metres: number,
): boolean {
  const east = a.east - b.east;
  const north = a.north - b.north;
  return metres > 0 && east * east + north * north < metres * metres;
}
