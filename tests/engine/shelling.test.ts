import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { biteOf, shellingHarm } from '../../src/engine/shelling.ts';
import type { ShelledPost, ShellingHarm } from '../../src/engine/shelling.ts';
import { standardRules } from '../helpers/a-siege.ts';

const RULES = standardRules();
const WEAPONS = ['m120', 't105'];
const POST: ShelledPost = { men: 150, works: 300, wire: 700, suppression: 0, cellar: 0 };

/** A pulse of so many 105 mm shells on a post of 150 men. */
function harm(rounds: number, change: Partial<ShelledPost> = {}, effect = 1000): ShellingHarm {
  return shellingHarm(RULES, WEAPONS, [0, rounds], { ...POST, ...change }, effect);
}

describe('a pulse of shelling', () => {
  it('harms no one with no shell, and leaves works and wire as they were', () => {
    expect(harm(0)).toEqual({ casualties: 0, works: 300, wire: 700, suppression: 0 });
  });

  it('takes of 150 men without works what the rule set says of its weapon', () => {
    expect(harm(100, { works: 0 }).casualties).toBe(100 * (RULES.weapons['t105']?.kill ?? 0));
  });

  it('never does less with more rounds', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 500 }), (rounds, more) => {
      const few = harm(rounds);
      const many = harm(rounds + more);
      expect(many.casualties).toBeGreaterThanOrEqual(few.casualties);
      expect(many.suppression).toBeGreaterThanOrEqual(few.suppression);
      expect(many.works).toBeLessThanOrEqual(few.works);
      expect(many.wire).toBeLessThanOrEqual(few.wire);
    }));
  });

  it('does less to men behind better works, and keeps them down less', () => {
    expect(harm(300, { works: 900 }).casualties).toBeLessThan(harm(300, { works: 100 }).casualties);
    expect(harm(300, { works: 900 }).suppression).toBeLessThan(harm(300, { works: 100 }).suppression);
  });

  it('does less of everything where its fall is not seen', () => {
    const seen = harm(200);
    const blind = harm(200, {}, RULES.artillery.blind);
    expect(blind.casualties).toBeLessThan(seen.casualties);
    expect(blind.suppression).toBeLessThan(seen.suppression);
    expect(blind.works).toBeGreaterThan(seen.works);
  });

  it('hits no more than its share of a post in an hour', () => {
    expect(harm(1_000_000).casualties).toBe(150 * RULES.artillery.killShareCap);
    expect(harm(1_000_000)).toMatchObject({ works: 0, wire: 0 });
  });

  it('adds to what already keeps the men down, never beyond the whole', () => {
    const fresh = harm(100).suppression;
    const again = harm(100, { suppression: fresh }).suppression;
    expect(again).toBeGreaterThan(fresh);
    expect(again - fresh).toBeLessThan(fresh);
    expect(harm(5000, { suppression: 1000 }).suppression).toBe(1000);
  });

  it('weighs every weapon against a 105 mm shell', () => {
    expect(biteOf(RULES, WEAPONS, [0, 40])).toBe(40);
    expect(biteOf(RULES, WEAPONS, [40, 40])).toBe(40 + Math.floor((40 * (RULES.weapons['m120']?.bite ?? 0)) / 1000));
  });
});
