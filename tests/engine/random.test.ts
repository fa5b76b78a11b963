import alea from 'seedrandom/lib/alea.js';
import { describe, expect, it } from 'vitest';
import { Alea, drawNines, drawsOf, fourOf, happens, onceOf, streamOf, wholeByChance } from '../../src/engine/random.ts';

const ten = (stream: { below(n: number): number }): number[] => Array.from({ length: 10 }, () => stream.below(1000));

describe('streams', () => {
  it('give the same numbers for the same name, others for another', () => {
    expect(ten(streamOf('1954|3|artillery|battery-806'))).toEqual(ten(streamOf('1954|3|artillery|battery-806')));
    expect(ten(streamOf('1954|3|artillery|battery-806'))).not.toEqual(ten(streamOf('1954|3|artillery|battery-805')));
  });

  it('go on where they were within a turn, and leave each other alone', () => {
    const draws = drawsOf('1954', 3);
    const whole = ten(streamOf('1954|3|assault|north'));
    const first = [draws('assault', 'north').below(1000), draws('assault', 'north').below(1000)];
    draws('morale', 'someone').below(1000);
    expect([...first, draws('assault', 'north').below(1000)]).toEqual(whole.slice(0, 3));
  });

  it('are the same under a number and under its digits, and for a part of an order that is asked for once', () => {
    const draws = drawsOf('1954', 3);
    expect(ten(draws('flak', 12))).toEqual(ten(streamOf('1954|3|flak|12')));
    expect(ten(onceOf(draws, 'airlift', 12, 305))).toEqual(ten(drawsOf('1954', 3)('airlift', '12.305')));
    expect(ten(onceOf((rule, key) => streamOf(`${rule}${String(key)}`), 'airlift', 1, 2))).toEqual(ten(streamOf('airlift1.2')));
  });

  it('do not look alike for names that differ little', () => {
    const names = ['1|0|march|a', '1|0|march|b', '2|0|march|a', '1|1|march|a', '1|0|morale|a'];
    const rolls = names.map((name) => Array.from({ length: 400 }, (() => { const stream = streamOf(name); return () => stream.below(1000); })()));
    for (const [row, one] of rolls.entries()) for (const other of rolls.slice(row + 1)) {
      const alike = one.reduce((sum, roll, index) => sum + (roll - 499.5) * ((other[index] ?? 0) - 499.5), 0) / (one.length * (1_000_000 / 12));
      expect(Math.abs(alike)).toBeLessThan(0.2);
    }
  });

  it('of another turn or another seed are others', () => {
    const start = ten(drawsOf('1954', 3)('assault', 'north'));
    expect(ten(drawsOf('1954', 3)('assault', 'north'))).toEqual(start);
    expect(ten(drawsOf('1954', 4)('assault', 'north'))).not.toEqual(start);
    expect(ten(drawsOf('1955', 3)('assault', 'north'))).not.toEqual(start);
  });

  it("go the way of seedrandom's alea", () => {
    const unit = 2 ** -32;
    for (const [s0, s1, s2] of [[1, 2, 3], [0, 0, 0], [4_294_967_295, 4_294_967_294, 2_147_483_648], [123_456_789, 987_654_321, 55]] as const) {
      const theirs = alea('', { state: { c: 1, s0: s0 * unit, s1: s1 * unit, s2: s2 * unit } });
      const ours = new Alea(s0, s1, s2);
      for (let draw = 0; draw < 1000; draw += 1) expect(ours.below(4_294_967_296)).toBe(theirs() * 4_294_967_296);
    }
  });

  it('write rows of nine draws down as they give them one by one, from a generator or from listed rolls', () => {
    const [whole, single] = [streamOf('nines'), streamOf('nines')];
    const nines = (below: (n: number) => number): number[] => Array.from({ length: 90 }, (_, draw) => below(draw % 9 === 8 ? 1000 : 1001));
    const rolls: number[] = [];
    for (let times = 0; times < 100; times += 1) {
      drawNines(whole, 10, 1001, 1000, rolls);
      expect(rolls).toEqual(nines((n) => single.below(n)));
      expect(whole.below(1000)).toBe(single.below(1000));
    }
    drawNines({ below: (n) => n - 1 }, 10, 1001, 1000, rolls);
    expect(rolls).toEqual(nines((n) => n - 1));
  });

  it('give four draws at once as they give them one by one, from a generator or from listed rolls', () => {
    const [whole, single] = [streamOf('four'), streamOf('four')];
    for (let times = 0; times < 200; times += 1) {
      expect(fourOf(whole, 1001)).toBe(single.below(1001) + single.below(1001) + single.below(1001) + single.below(1001));
      expect(whole.below(1000)).toBe(single.below(1000));
    }
    const rolls = [7, 5, 3, 1];
    expect(fourOf({ below: () => rolls.pop() ?? 0 }, 10)).toBe(16);
  });

  it('may bear any name, even one that objects have', () => {
    expect(ten(drawsOf('1954', 3)('__proto__', 'constructor'))).toHaveLength(10);
  });

  it('stay below their bound and reach both of its ends', () => {
    const stream = streamOf('range');
    const seen = new Set(Array.from({ length: 500 }, () => stream.below(6)));
    expect([...seen].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('decide by chance what is left over of a whole number', () => {
    expect(wholeByChance({ below: () => 499 }, 2500)).toBe(3);
    expect(wholeByChance({ below: () => 500 }, 2500)).toBe(2);
    expect(happens({ below: () => 0 }, 0)).toBe(false);
    expect(happens({ below: () => 999 }, 1000)).toBe(true);
  });

  it('bring out the mean over many draws', () => {
    const stream = streamOf('mean');
    let sum = 0;
    for (let draw = 0; draw < 10_000; draw += 1) sum += wholeByChance(stream, 1250);
    expect(Math.abs(sum - 12_500)).toBeLessThan(150);
  });
});
