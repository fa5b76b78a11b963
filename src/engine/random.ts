/**
 * Chance: named streams, nothing stored.
 *
 * Each stream is seeded by `seed|turn|rule|key`, so a new draw in one rule moves no roll of another, and two
 * variants of a siege meet the same weather and the same luck. A stream belongs to a battery, an assault or a
 * battalion-night; it is opened once a turn and drawn from in order. `alea` uses exact IEEE adds and
 * multiplies only, so it gives the same numbers in every engine (`xor128` would correlate between siblings). A siege
 * opens thousands of streams and draws a few numbers from each: letting `alea` go three times over every letter of a
 * name cost more than all the draws, so a name is mixed by whole numbers here and handed over as the generator's state.
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
  const open = new Map<string, { readonly mixed: Mixed; readonly streams: Map<string, Stream> }>();
  const ofTurn = mix(BEGINNING, `${seed}|${String(turn)}|`);
  return (rule, key) => {
    let ofRule = open.get(rule);
    if (ofRule === undefined) open.set(rule, (ofRule = { mixed: mix(mix(ofTurn, rule), '|'), streams: new Map() }));
    let stream = ofRule.streams.get(key);
    if (stream === undefined) ofRule.streams.set(key, (stream = opened(mix(ofRule.mixed, key))));
    return stream;
  };
}

/** The stream of a full name. */
export function streamOf(name: string): Stream {
  return opened(mix(BEGINNING, name));
}

/** The letters of a name so far, mixed into two words of thirty-two bits. */
interface Mixed {
  readonly a: number;
  readonly b: number;
}

/** The words that FNV-1a and murmur3 begin and go on with. */
const BEGINNING: Mixed = { a: 0x811c9dc5 | 0, b: 0x1b873593 };

function mix(from: Mixed, letters: string): Mixed {
  let { a, b } = from;
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters.charCodeAt(index);
    a = Math.imul(a ^ letter, 0x01000193);
    b = (Math.imul(((b << 13) | (b >>> 19)) ^ letter, 0xcc9e2d51 | 0) + 0x52dce729) | 0;
  }
  return { a, b };
}

/** The generator in the state that a name stands for. */
function opened({ a, b }: Mixed): Stream {
  const s0 = stirred(a ^ (b >>> 15));
  const s1 = stirred(b ^ s0);
  const s2 = stirred((a + Math.imul(s1, 0x9e3779b1 | 0)) | 0);
  const next = alea('', { state: { c: 1, s0: partOf(s0), s1: partOf(s1), s2: partOf(s2) } });
  return { below: (n) => Math.floor(next() * n) };
}

/** The last step of murmur3: every bit of a word moves every other. */
function stirred(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b | 0);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35 | 0);
  return mixed ^ (mixed >>> 16);
}

/** A word as a part of one, the unit of the generator's state: two to the minus thirty-two, exactly. */
function partOf(word: number): number {
  return (word >>> 0) * 2.3283064365386963e-10;
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
