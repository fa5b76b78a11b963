/**
 * Chance: named streams, nothing stored.
 *
 * Each stream is seeded by `seed|turn|rule|key`, so a new draw in one rule moves no roll of another, and two
 * variants of a siege meet the same weather and the same luck. A stream belongs to a battery, an assault or a
 * battalion-night; it is opened once a turn and drawn from in order. Alea uses exact IEEE adds and multiplies only,
 * so it gives the same numbers in every engine (`xor128` would correlate between siblings). A siege opens thousands
 * of streams and draws a few numbers from each: seedrandom's `alea` goes over every letter of a name three times and
 * makes six functions for each stream, which cost more than all the draws. So a name is mixed by whole numbers here
 * and Alea's own step goes on from there; a test holds it against seedrandom's.
 */

/** A run of whole numbers drawn in order. */
export interface Stream {
  /** A whole number from 0 up to, not including, `n`. */
  below(n: number): number;
}

/** Opens the stream of a rule and a key, a name or a number; the same give the same stream within a turn. */
export interface Draws {
  (rule: string, key: string | number): Stream;
  /** The stream of a key that nobody asks for twice, `order.number`, which is not kept; where rolls are listed it may be left out. */
  readonly once?: (rule: string, order: number, number: number) => Stream;
  /** The stream of the key `one>other`, which nobody asks for by that name; where rolls are listed it may be left out. */
  readonly between?: (rule: string, one: string, other: string) => Stream;
}

/** What a rule has drawn from in a turn: its name mixed, and its streams by key. */
interface OfRule {
  readonly rule: string;
  readonly mixed: Mixed;
  readonly named: Record<string, Stream>;
  readonly numbered: Stream[];
  readonly pairs: Record<string, Pairs>;
}

/** What has been drawn from between one and others: the first half of the names mixed, and the streams by the other. */
interface Pairs {
  readonly mixed: Mixed;
  readonly named: Record<string, Stream>;
}

/** The draws of one turn of a siege. A rule draws many times in a row, so the one that drew last is looked for first; all of them are few. */
export function drawsOf(seed: string, turn: number): Draws {
  const open: OfRule[] = [];
  const ofTurn = mix(BEGINNING, `${seed}|${String(turn)}|`);
  let last: OfRule | null = null;
  const ofRule = (rule: string): OfRule => (last !== null && last.rule === rule ? last : (last = opensRule(open, ofTurn, rule)));
  const draws = (rule: string, key: string | number): Stream => {
    const { mixed, named, numbered } = ofRule(rule);
    if (typeof key === 'number') return (numbered[key] ??= opened(mix(mixed, String(key))));
    return (named[key] ??= opened(mix(mixed, key)));
  };
  draws.once = (rule: string, order: number, number: number): Stream => opened(mix(mix(mix(ofRule(rule).mixed, String(order)), '.'), String(number)));
  draws.between = (rule: string, one: string, other: string): Stream => {
    const { mixed, pairs } = ofRule(rule);
    const pair = (pairs[one] ??= { mixed: mix(mix(mixed, one), '>'), named: noNames() });
    return (pair.named[other] ??= opened(mix(pair.mixed, other)));
  };
  return draws;
}

/** What a rule has drawn from so far; a new entry where it draws for the first time. */
function opensRule(open: OfRule[], ofTurn: Mixed, rule: string): OfRule {
  for (let row = 0; row < open.length; row += 1) {
    const one = open[row];
    if (one !== undefined && one.rule === rule) return one;
  }
  const first: OfRule = { rule, mixed: mix(mix(ofTurn, rule), '|'), named: noNames(), numbered: [], pairs: noNames() };
  open.push(first);
  return first;
}

function noNames<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

/** The stream of one and another: of a battery and the gun that it searches for. */
export function streamBetween(draws: Draws, rule: string, one: string, other: string): Stream {
  return draws.between === undefined ? draws(rule, `${one}>${other}`) : draws.between(rule, one, other);
}

/** The stream of one sortie, or of another numbered part of an order, which is asked for once. */
export function onceOf(draws: Draws, rule: string, order: number, number: number): Stream {
  return draws.once === undefined ? draws(rule, `${String(order)}.${String(number)}`) : draws.once(rule, order, number);
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
  return new Alea(s0 >>> 0, s1 >>> 0, s2 >>> 0);
}

/** Two to the minus thirty-two, exactly. */
const UNIT = 2.3283064365386963e-10;
const FACTOR = 2_091_639;

/** Baagøe's multiply-with-carry generator: a carry, and three parts of one in units of two to the minus thirty-two. */
export class Alea implements Stream {
  private carry = 1;
  private first: number;
  private second: number;
  private third: number;

  /** Begins from three words of thirty-two bits. */
  constructor(first: number, second: number, third: number) {
    this.first = first * UNIT;
    this.second = second * UNIT;
    this.third = third * UNIT;
  }

  // Only seldom does the carry of the step before make one more of the whole: a step that bets on that need not wait for it.
  below(n: number): number {
    const product = FACTOR * this.first;
    const whole = product | 0;
    const rest = product - whole + this.carry * UNIT;
    this.first = this.second;
    this.second = this.third;
    this.third = rest >= 1 ? rest - 1 : rest;
    this.carry = rest >= 1 ? whole + 1 : whole;
    return Math.floor(this.third * n);
  }

  /**
   * Rows of nine draws, eight below `n` and one below `last`, both of less than thirty-two bits. Three steps renew all parts of the state in
   * their places, so that nothing is passed on from part to part.
   */
  nines(rows: number, n: number, last: number, rolls: number[]): void {
    let { first, second, third, carry } = this;
    for (let draw = 0; draw < rows * 9; draw += 3) {
      const one = FACTOR * first;
      first = one - (one | 0) + carry * UNIT;
      carry = one | 0;
      if (first >= 1) {
        first -= 1;
        carry += 1;
      }
      const two = FACTOR * second;
      second = two - (two | 0) + carry * UNIT;
      carry = two | 0;
      if (second >= 1) {
        second -= 1;
        carry += 1;
      }
      const three = FACTOR * third;
      third = three - (three | 0) + carry * UNIT;
      carry = three | 0;
      if (third >= 1) {
        third -= 1;
        carry += 1;
      }
      rolls[draw] = (first * n) | 0;
      rolls[draw + 1] = (second * n) | 0;
      rolls[draw + 2] = (third * (draw % 9 === 6 ? last : n)) | 0;
    }
    this.first = first;
    this.second = second;
    this.third = third;
    this.carry = carry;
  }

  /** The sum of four draws, each below an `n` of less than thirty-two bits: the same steps, with what they pass on at hand. */
  four(n: number): number {
    let { first, second, third, carry } = this;
    let sum = 0;
    for (let draw = 0; draw < 4; draw += 1) {
      const product = FACTOR * first;
      const whole = product | 0;
      const rest = product - whole + carry * UNIT;
      first = second;
      second = third;
      third = rest >= 1 ? rest - 1 : rest;
      carry = rest >= 1 ? whole + 1 : whole;
      sum += (third * n) | 0;
    }
    this.first = first;
    this.second = second;
    this.third = third;
    this.carry = carry;
    return sum;
  }
}

/** The sum of four draws in a row. */
export function fourOf(stream: Stream, n: number): number {
  if (stream instanceof Alea) return stream.four(n);
  return stream.below(n) + stream.below(n) + stream.below(n) + stream.below(n);
}

/** Rows of nine draws, eight below `n` and one below `last`, written down one behind the other. */
export function drawNines(stream: Stream, rows: number, n: number, last: number, rolls: number[]): void {
  if (stream instanceof Alea) stream.nines(rows, n, last, rolls);
  else for (let draw = 0; draw < rows * 9; draw += 1) rolls[draw] = stream.below(draw % 9 === 8 ? last : n);
}

/** The last step of murmur3: every bit of a word moves every other. */
function stirred(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b | 0);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35 | 0);
  return mixed ^ (mixed >>> 16);
}

/** True with a chance of `permille` in a thousand. */
export function happens(stream: Stream, permille: number): boolean {
  return stream.below(1000) < permille;
}

/** `value` thousandths as a whole number: the rest decides by chance, so that small harm adds up. */
export function wholeByChance(stream: Stream, thousandths: number): number {
  const whole = Math.floor(thousandths / 1000);
  // One where the draw falls short of the rest: the sign of their difference, for no processor can foresee a jump by luck.
  return whole + ((stream.below(1000) - (thousandths - whole * 1000)) >>> 31);
}
