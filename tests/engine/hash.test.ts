import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashState } from '../../src/engine/hash.ts';
import { aGame } from '../helpers/a-siege.ts';

describe('the hash of a state', () => {
  it('does not depend on the order of keys, but on that of rows', () => {
    expect(hashState({ a: 1, b: [2, 3] })).toBe(hashState({ b: [2, 3], a: 1 }));
    expect(hashState([2, 3])).not.toBe(hashState([3, 2]));
  });

  it('survives a trip through JSON', () => {
    fc.assert(fc.property(fc.object({ values: [fc.integer(), fc.string(), fc.boolean(), fc.constant(null)] }), (value) => {
      expect(hashState(JSON.parse(JSON.stringify(value)) as unknown)).toBe(hashState(value));
    }), { numRuns: 50 });
  });

  it('tells apart what differs in one number', () => {
    const hashes = new Set(Array.from({ length: 2000 }, (_, men) => hashState({ men, post: 'north' })));
    expect(hashes.size).toBe(2000);
    expect(hashState({ men: -1 })).not.toBe(hashState({ men: 4294967295 }));
    expect(hashState({ a: '1' })).not.toBe(hashState({ a: 1 }));
  });

  it('is another after any one change, anywhere in a state', () => {
    const state = aGame().state;
    const whole = hashState(state);
    const numbers: { holder: Record<string, number>; key: string }[] = [];
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, part] of Object.entries(value)) {
        if (typeof part === 'number') numbers.push({ holder: value as Record<string, number>, key });
        else walk(part);
      }
    };
    walk(state);
    expect(numbers.length).toBeGreaterThan(400);
    fc.assert(fc.property(fc.nat({ max: numbers.length - 1 }), fc.integer({ min: 1, max: 5000 }), (index, more) => {
      const { holder, key } = numbers[index] ?? { holder: {}, key: '' };
      const before = holder[key] ?? 0;
      holder[key] = before + more;
      const changed = hashState(state);
      holder[key] = before;
      expect(changed).not.toBe(whole);
    }));
    expect(hashState(state)).toBe(whole);
  });

  it('tells apart lists and records that hold the same', () => {
    const alike: unknown[] = [[], {}, '', null, 0, false, [[]], [{}], [null], { a: null }, { a: [] }, ['a'], 'a', [[1], 2], [[1, 2]], [1, [2]], { ab: 'c' }, { a: 'bc' }];
    expect(new Set(alike.map(hashState)).size).toBe(alike.length);
  });

  it('takes the whole numbers from minus to plus 2^53, and nought as one', () => {
    const ends = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 32, 2 ** 31, -(2 ** 31), -(2 ** 32), 0, 1, -1];
    expect(new Set(ends.map(hashState)).size).toBe(ends.length);
    expect(hashState(-0)).toBe(hashState(0));
    for (const bad of [2 ** 53, NaN, Infinity]) expect(() => hashState(bad)).toThrow('no whole number');
  });

  it('refuses what JSON would not carry, and says where', () => {
    expect(() => hashState({ men: 0.5 })).toThrow('$.men: 0.5 is no whole number');
    expect(() => hashState({ posts: [{ men: undefined }] })).toThrow('$.posts[0].men');
    expect(() => hashState({ when: new Date(0) })).toThrow('$.when');
    expect(() => hashState({ run: () => 0 })).toThrow('$.run');
    expect(() => hashState({ known: new Map() })).toThrow('$.known');
    expect(() => hashState([1n])).toThrow('$[0]');
  });
});
