import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { along, clamp, isNearer, metresBetween, permille, rootOf, share, times } from '../../src/engine/numbers.ts';

describe('whole-number arithmetic', () => {
  it('takes a share in permille, rounded down', () => {
    expect(share(150, 340)).toBe(51);
    expect(share(-10, 333)).toBe(-4);
    expect(permille(1, 3)).toBe(333);
    expect(permille(5, 0)).toBe(0);
    expect(times(500, 500)).toBe(250);
    expect(clamp(12, 0, 10)).toBe(10);
  });

  it('follows a curve by straight lines, flat beyond its ends', () => {
    const curve = [[0, 0], [100, 180], [300, 380]] as const;
    expect([-5, 0, 50, 100, 200, 300, 999].map((x) => along(curve, x))).toEqual([0, 0, 90, 180, 280, 380, 380]);
  });

  it('finds the whole square root of any number up to the square of a million', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (value) => {
      const root = rootOf(value);
      expect(root * root <= value && (root + 1) * (root + 1) > value).toBe(true);
    }));
  });

  it('keeps a curve between its lowest and its highest point, and never falling where its points rise', () => {
    const rising = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 }).map((xs) => [...xs].sort((a, b) => a - b).map((x) => [x, 3 * x - 500] as const));
    fc.assert(fc.property(rising, fc.integer({ min: -50, max: 1100 }), fc.nat({ max: 300 }), (curve, x, more) => {
      const ys = curve.map(([, y]) => y);
      expect(along(curve, x)).toBeGreaterThanOrEqual(Math.min(...ys));
      expect(along(curve, x + more)).toBeLessThanOrEqual(Math.max(...ys));
      expect(along(curve, x + more)).toBeGreaterThanOrEqual(along(curve, x));
      for (const [at, y] of curve) expect(along(curve, at)).toBe(y);
    }));
    expect(() => along([], 5)).toThrow('at least one point');
  });

  it('gives whole numbers whose shares do not outgrow the whole', () => {
    fc.assert(fc.property(fc.nat({ max: 1_000_000 }), fc.nat({ max: 1000 }), (value, part) => {
      expect(share(value, part) + share(value, 1000 - part)).toBeLessThanOrEqual(value);
      expect(permille(share(value, part), value)).toBeLessThanOrEqual(part);
      expect(times(part, 1000, 1000)).toBe(part);
    }));
  });

  it('measures metres between places', () => {
    expect(metresBetween({ east: 0, north: 0 }, { east: 300, north: -400 })).toBe(500);
  });

  it('tells what is nearer than so many metres as their distance does', () => {
    const metre = fc.integer({ min: -9000, max: 9000 });
    fc.assert(fc.property(metre, metre, metre, metre, fc.integer({ min: -50, max: 2000 }), (east, north, right, up, more) => {
      const [a, b] = [{ east, north }, { east: east + right, north: north + up }];
      const metres = metresBetween(a, b);
      expect([metres - more, metres, metres + 1, more].map((reach) => isNearer(a, b, reach))).toEqual([metres - more, metres, metres + 1, more].map((reach) => metres < reach));
    }));
  });
});
