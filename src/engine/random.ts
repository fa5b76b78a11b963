/**
 * Chance: named streams, nothing stored.
 *
 * Each stream is seeded by `seed|turn|rule|key`, so a new draw in one rule moves no roll of another, and two
 * variants of a siege meet the same weather and the same luck. A stream belongs to a battery, an assault or a
 * battalion-night; it is opened once a turn and drawn from in order. `alea` uses exact IEEE adds and
 * multiplies only, so it gives the same numbers in every engine (`xor128` would correlate between siblings).
 */
import alea from 'seedrandom/lib/alea.js';

/** A run of whole numbers drawn in order. */
export interface Stream {
  /** A whole number from 0 up to, not including, `n`. */
  below(n: number): number;
}

/** Opens the stream of a rule and a key; the same names give the same stream within a turn. */
export type Draws = (rule: string, key: string) => Stream;

/** The draws of one turn of a siege. */
export function drawsOf(seed: string, turn: number): Draws {
  const open = Object.create(null) as Record<string, Record<string, Stream>>;
  return (rule, key) => {
    const ofRule = (open[rule] ??= Object.create(null) as Record<string, Stream>);
    return (ofRule[key] ??= streamOf(`${seed}|${turn}|${rule}|${key}`));
  };
}

/** The stream of a full name. */
export function streamOf(name: string): Stream {
  const next = alea(name);
  return { below: (n) => Math.floor(next() * n) };
}

/** True with a chance of `permille` in a thousand. */
export function happens(stream: Stream, permille: number): boolean {
  return stream.below(1000) < permille;
}

/** `value` thousandths as a whole number: the rest decides by chance, so that small harm adds up. */
export function wholeByChance(stream: Stream, thousandths: number): number {
  const whole = Math.floor(thousandths / 1000);
  return whole + (stream.below(1000) < thousandths - whole * 1000 ? 1 : 0);
}
