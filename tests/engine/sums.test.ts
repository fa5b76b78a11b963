import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellingHarm } from '../../src/engine/shelling.ts';
import { dig } from '../../src/engine/spade.ts';
import { stormPulse } from '../../src/engine/storm.ts';
import type { Storm } from '../../src/engine/storm.ts';
import { standardRules } from '../helpers/a-siege.ts';

const RULES = standardRules();
const WEAPONS = ['m120', 't105'];

describe('a pulse of shelling', () => {
  const post = { men: 150, works: 300, wire: 700, suppression: 0 };
  const harm = (rounds: number, change: Partial<typeof post> = {}): ReturnType<typeof shellingHarm> =>
    shellingHarm(RULES, WEAPONS, [0, rounds], { ...post, ...change }, 1000);

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

  it('does less to men behind better works', () => {
    expect(harm(300, { works: 900 }).casualties).toBeLessThan(harm(300, { works: 100 }).casualties);
  });

  it('hits no more than its share of a post in an hour', () => {
    expect(harm(1_000_000).casualties).toBe(150 * RULES.artillery.killShareCap);
  });
});

describe('a pulse of an assault', () => {
  const even: Storm = {
    attackers: 570, attackerQuality: 1000, will: 850, defenders: 150, defenderQuality: 800, cohesion: 800, suppression: 200, headless: false,
    works: 300, wire: 500, lodgement: 300, jumpOffMetres: 150, support: 0, protectiveFire: 0, first: false, day: false, clearness: 1000,
  };
  const pulse = (change: Partial<Storm> = {}): ReturnType<typeof stormPulse> =>
    stormPulse(RULES, { ...even, ...change }, RULES.assault.chance, RULES.assault.lossSpread);

  it.each([
    ['more defenders', { defenders: 300 }],
    ['better works', { works: 900 }],
    ['help from neighbouring posts', { support: 60 }],
    ['protective fire', { protectiveFire: 60_000 }],
    ['daylight', { day: true }],
  ])('gains less against %s', (_, change: Partial<Storm>) => {
    expect(pulse(change).lodgement).toBeLessThan(pulse().lodgement);
  });

  it.each([
    ['men kept down by shells', { suppression: 800 }],
    ['a battalion without its commander', { headless: true }],
    ['men who have lost heart', { cohesion: 100 }],
  ])('gains more against %s', (_, change: Partial<Storm>) => {
    expect(pulse(change).lodgement).toBeGreaterThan(pulse().lodgement);
  });

  it('costs the attacker more from farther off, through whole wire, by daylight, in clear air', () => {
    const lost = pulse().attackersLost;
    expect(pulse({ jumpOffMetres: 500 }).attackersLost).toBeGreaterThan(lost);
    expect(pulse({ wire: 1000 }).attackersLost).toBeGreaterThan(lost);
    expect(pulse({ day: true }).attackersLost).toBeGreaterThan(lost);
    expect(pulse({ clearness: 400 }).attackersLost).toBeLessThan(lost);
  });

  it('harms nobody where nobody attacks, and keeps the post between nought and whole', () => {
    expect(pulse({ attackers: 0 }).defendersLost).toBe(0);
    fc.assert(fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 1000 }), (attackers, defenders, lodgement) => {
      const outcome = pulse({ attackers, defenders, lodgement });
      expect(outcome.lodgement).toBeGreaterThanOrEqual(0);
      expect(outcome.lodgement).toBeLessThanOrEqual(1000);
      expect(outcome.attackersLost).toBeGreaterThanOrEqual(0);
    }));
  });
});

describe('spadework', () => {
  it('slows as the head nears the wire, and ends there', () => {
    const night = { battalions: 1000, night: true, sky: 'clear', mud: 0 } as const;
    const metres = [1000, 500, 200, 60, 20].map((headMetres) => dig(RULES, { ...night, headMetres }).metres);
    expect([...metres].sort((a, b) => b - a)).toEqual(metres);
    expect(dig(RULES, { ...night, headMetres: 1 }).head).toBeLessThanOrEqual(1);
  });

  it('sticks in deep mud', () => {
    const work = { battalions: 1000, night: true, sky: 'clear', headMetres: 200 } as const;
    expect(dig(RULES, { ...work, mud: RULES.digging.mudDeep + 1 }).metres).toBeLessThan(dig(RULES, { ...work, mud: 0 }).metres);
  });
});
