import { describe, expect, it } from 'vitest';
import { compare, quantile } from '../../src/history/compare.ts';
import type { Target } from '../../src/history/schema.ts';

const target: Target = { id: 'fall', what: 'day', unit: 'day', value: 55, low: 48, high: 65, scenario: 'x', conf: 'high', source: 'est' };

describe('sieges beside a target', () => {
  it('lie in range when their median does', () => {
    expect(compare(target, [40, 50, 60])).toEqual({ id: 'fall', value: 55, low: 48, high: 65, median: 50, p10: 42, p90: 58, inRange: true });
    expect(compare(target, [40, 47, 60]).inRange).toBe(false);
    expect(compare(target, [66, 67, 68]).inRange).toBe(false);
  });

  it('leave out those without the figure, but not more than a fifth of them', () => {
    expect(compare(target, [50, 50, 50, 50, null])).toMatchObject({ median: 50, inRange: true });
    expect(compare(target, [50, 50, 50, null])).toMatchObject({ median: 50, inRange: false });
    expect(compare(target, [null, null])).toMatchObject({ median: null, p10: null, inRange: false });
  });

  it('take a place between two sieges halfway', () => {
    expect(quantile([10, 20], 500)).toBe(15);
    expect(quantile([10], 900)).toBe(10);
    expect(quantile([], 500)).toBeNull();
  });
});
