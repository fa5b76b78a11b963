import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { along, clamp, metresBetween, permille, rootOf, share, times } from '../../src/engine/numbers.ts';

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

  it('measures metres between places', () => {
    expect(metresBetween({ east: 0, north: 0 }, { east: 300, north: -400 })).toBe(500);
  });
});
