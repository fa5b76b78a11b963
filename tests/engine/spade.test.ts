import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dig, handsOf } from '../../src/engine/spade.ts';
import type { Spadework } from '../../src/engine/spade.ts';
import { standardRules } from '../helpers/a-siege.ts';

const RULES = standardRules();
const { digging } = RULES;

/** A dry night of one whole battalion. */
const NIGHT: Spadework = { battalions: 1000, night: true, sky: 'clear', mud: 0, headMetres: 200 };

describe('a battalion’s night with the spade', () => {
  it('makes so many metres by the distance of the head from the wire', () => {
    const paces = [1000, 801, 800, 301, 300, 101, 100, 31, 30, 1].map((headMetres) => dig(RULES, { ...NIGHT, headMetres }).pace);
    const { farMetres, midMetres, nearMetres, closeMetres, sapMetres } = digging;
    expect(paces).toEqual([farMetres, farMetres, midMetres, midMetres, nearMetres, nearMetres, closeMetres, closeMetres, sapMetres, sapMetres]);
  });

  it('adds parallels and shelters where the head is slow', () => {
    expect(dig(RULES, { ...NIGHT, headMetres: 1000 }).metres).toBe(digging.farMetres);
    expect(dig(RULES, { ...NIGHT, headMetres: 20 }).metres).toBe(digging.parallelMetres);
  });

  it('brings the head no faster forward than so many battalions find room', () => {
    const full = dig(RULES, { ...NIGHT, headMetres: 1000, battalions: digging.headRoom });
    const crowded = dig(RULES, { ...NIGHT, headMetres: 1000, battalions: 2 * digging.headRoom });
    expect(crowded.head).toBe(full.head);
    expect(crowded.metres).toBe(2 * full.metres);
  });

  it('goes round a post at its own pace, and to the end of the way no farther', () => {
    const round = dig(RULES, { ...NIGHT, headMetres: 90, leftMetres: 500, round: true });
    expect([round.pace, round.headShare]).toEqual([digging.ringMetres, digging.ringShare]);
    expect(dig(RULES, { ...NIGHT, headMetres: 90, leftMetres: 3, round: true }).head).toBe(3);
  });

  it('carries the head forward by a share of them, greatest in the sap', () => {
    const share = (headMetres: number): number => dig(RULES, { ...NIGHT, headMetres }).headShare;
    const { headShareFar, headShareNear, headShareSap } = digging;
    expect([301, 300, 31, 30].map(share)).toEqual([headShareFar, headShareNear, headShareNear, headShareSap]);
  });

  it('ends at the wire', () => {
    expect(dig(RULES, { ...NIGHT, headMetres: 1 }).head).toBeLessThanOrEqual(1);
    expect(dig(RULES, { ...NIGHT, headMetres: 0 }).head).toBe(0);
  });

  it('is worth less by day, in rain, in deep mud, and least in all of them', () => {
    const { metres } = dig(RULES, NIGHT);
    const day = dig(RULES, { ...NIGHT, night: false }).metres;
    const rain = dig(RULES, { ...NIGHT, sky: 'rain' }).metres;
    const mud = dig(RULES, { ...NIGHT, mud: digging.mudDeep + 1 }).metres;
    for (const less of [day, rain, mud]) expect(less).toBeLessThan(metres);
    expect(dig(RULES, { ...NIGHT, sky: 'storm', mud: digging.mudDeep + 1 }).metres).toBeLessThan(Math.min(rain, mud));
    expect(dig(RULES, { ...NIGHT, mud: digging.mudDeep }).metres).toBe(metres);
  });

  it('grows with hands, and never lets the head pass the wire', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 1500 }), (battalions, headMetres) => {
      const few = dig(RULES, { ...NIGHT, battalions, headMetres });
      const more = dig(RULES, { ...NIGHT, battalions: battalions + 500, headMetres });
      expect(more.metres).toBeGreaterThanOrEqual(few.metres);
      expect(few.head).toBeGreaterThanOrEqual(0);
      expect(few.head).toBeLessThanOrEqual(headMetres);
    }));
  });

  it('is done by the men who are left of a battalion', () => {
    expect(handsOf(570, 570)).toBe(1000);
    expect(handsOf(285, 570)).toBe(500);
    expect(handsOf(600, 570)).toBe(1000);
    expect(handsOf(0, 570)).toBe(0);
  });
});
