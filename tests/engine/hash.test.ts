import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashState } from '../../src/engine/hash.ts';

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

  it('refuses what JSON would not carry, and says where', () => {
    expect(() => hashState({ men: 0.5 })).toThrow('$.men: 0.5 is no whole number');
    expect(() => hashState({ posts: [{ men: undefined }] })).toThrow('$.posts[0].men');
    expect(() => hashState({ when: new Date(0) })).toThrow('$.when');
    expect(() => hashState({ run: () => 0 })).toThrow('$.run');
  });
});
