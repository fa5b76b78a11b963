import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groundOf } from '../../src/engine/board.ts';
import type { Ground } from '../../src/engine/board.ts';
import { cheapestWay, stepCost, stepTable } from '../../src/engine/path.ts';
import { aSiege, standardRules } from '../helpers/a-siege.ts';

const COLS = 9;
const ROWS = 8;
const COUNT = COLS * ROWS;
const RULES = standardRules();

/** Flat open ground without ways, but for what a test lays on it. */
function aGround(change: { heights?: readonly number[]; cover?: readonly number[]; road?: readonly number[]; river?: readonly number[]; bridge?: readonly number[] } = {}): Ground {
  const none = Array.from({ length: COUNT }, () => 0);
  const { map } = aSiege();
  const bare = groundOf({
    ...map, grid: { ...map.grid, cols: COLS, rows: ROWS }, heights: change.heights ?? none, cover: change.cover ?? none,
    roads: [], river: { ...map.river, points: [], bridges: [] },
  });
  const marks = (hexes: readonly number[] = []): boolean[] => none.map((_, hex) => hexes.includes(hex));
  return { ...bare, ways: { road: marks(change.road), river: marks(change.river), bridge: marks(change.bridge) } };
}

/** Every step costs one. */
const even = (ground: Ground): Int32Array => stepTable(ground, () => 1);
const byFoot = (ground: Ground, night = false) => (from: number, to: number): number => stepCost(ground, RULES, from, to, night);

/** The least cost to every hex, by trying every step until nothing gets cheaper. */
function leastCosts(ground: Ground, from: number, cost: (a: number, b: number) => number): number[] {
  const least = Array.from({ length: COUNT }, (_, hex) => (hex === from ? 0 : Infinity));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [hex, around] of ground.neighbours.entries()) for (const next of around) {
      const total = (least[hex] ?? Infinity) + cost(hex, next);
      if (total >= (least[next] ?? Infinity)) continue;
      least[next] = total;
      changed = true;
    }
  }
  return least;
}

describe('a step', () => {
  it('is quickest along a road, then in the open, in scrub, in forest', () => {
    const ground = aGround({ road: [0, 1], cover: Array.from({ length: COUNT }, (_, hex) => (hex === 20 ? 1 : hex === 29 ? 2 : 0)) });
    const costs = [byFoot(ground)(0, 1), byFoot(ground)(1, 2), byFoot(ground)(19, 20), byFoot(ground)(28, 29)];
    expect([...costs].sort((a, b) => a - b)).toEqual(costs);
    expect(new Set(costs).size).toBe(4);
  });

  it('onto a road from the field is a step in the field', () => {
    const ground = aGround({ road: [1, 2] });
    expect(byFoot(ground)(0, 1)).toBe(byFoot(ground)(30, 31));
  });

  it('into a river without a bridge loses time, once', () => {
    const ground = aGround({ river: [1, 2], bridge: [20] });
    const dry = byFoot(ground)(30, 31);
    expect(byFoot(ground)(0, 1)).toBe(dry + RULES.march.ford * 1000);
    expect(byFoot(ground)(1, 2)).toBe(dry);
    expect(byFoot({ ...ground, ways: { ...ground.ways, river: ground.ways.bridge } })(19, 20)).toBe(dry);
  });

  it('uphill is slower by the climb, downhill is level going', () => {
    const ground = aGround({ heights: Array.from({ length: COUNT }, (_, hex) => (hex === 1 ? 50 : 0)) });
    const level = byFoot(ground)(30, 31);
    expect(byFoot(ground)(0, 1)).toBe(Math.floor((ground.grid.stepMetres * (1000 + 5 * RULES.march.climb)) / RULES.march.open));
    expect(byFoot(ground)(1, 2)).toBe(level);
  });
});

describe('the cheapest way', () => {
  it('costs no more than any other, over any ground', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: COUNT, maxLength: COUNT });
    const cover = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: COUNT, maxLength: COUNT });
    const marks = fc.uniqueArray(fc.integer({ min: 0, max: COUNT - 1 }), { maxLength: 20 });
    fc.assert(fc.property(heights, cover, marks, marks, (high, grown, road, river) => {
      const ground = aGround({ heights: high, cover: grown, road, river });
      const least = leastCosts(ground, 0, byFoot(ground));
      for (const to of [COUNT - 1, COLS - 1, 40]) expect(cheapestWay(ground, stepTable(ground, byFoot(ground)), [], 0, to)?.cost).toBe(least[to]);
    }), { numRuns: 40 });
  });

  it('goes from neighbour to neighbour, and its steps add up', () => {
    const ground = aGround();
    const way = cheapestWay(ground, stepTable(ground, byFoot(ground)), [], 0, COUNT - 1);
    let cost = 0;
    let from = 0;
    for (const hex of way?.path ?? []) {
      expect(ground.neighbours[from]).toContain(hex);
      cost += byFoot(ground)(from, hex);
      from = hex;
    }
    expect([from, cost]).toEqual([COUNT - 1, way?.cost]);
  });

  it('takes a road that is longer but quicker', () => {
    const around = [0, 9, 19, 20, 21, 22, 23, 24, 15, 6];
    const forest = aGround({ road: around, cover: Array.from({ length: COUNT }, () => 2) });
    expect(cheapestWay(forest, stepTable(forest, byFoot(forest)), [], 0, 6)?.path).toEqual(around.slice(1));
  });

  it('is the same one every time where several are equal, and none where the way is shut', () => {
    const ground = aGround();
    const first = cheapestWay(ground, even(ground), [], 3, COUNT - 1)?.path;
    for (let time = 0; time < 5; time += 1) expect(cheapestWay(aGround(), even(ground), [], 3, COUNT - 1)?.path).toEqual(first);
    expect(cheapestWay(ground, even(ground), Array.from({ length: COLS }, (_, col) => 4 * COLS + col), 0, COUNT - 1)).toBeNull();
  });

  it('may end in a hex that is shut, and is empty to where one stands', () => {
    const ground = aGround();
    expect(cheapestWay(ground, even(ground), [2], 0, 2)?.path).toEqual([1, 2]);
    expect(cheapestWay(ground, even(ground), [], 5, 5)).toEqual({ path: [], cost: 0 });
  });
});
