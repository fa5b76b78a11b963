import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centreOf, hexAt, hexOf, neighboursOf, onGrid, stepsBetween } from '../../src/engine/hex.ts';
import { metresBetween } from '../../src/engine/numbers.ts';

const GRID = { cols: 11, rows: 9, stepMetres: 200, rowMetres: 173, eastOfFirst: -900, northOfFirst: 350 };
const ALL = Array.from({ length: GRID.cols * GRID.rows }, (_, hex) => hex);
const aHex = fc.integer({ min: 0, max: ALL.length - 1 });

/** Steps from a hex to all others, counted neighbour by neighbour. */
function stepsFrom(start: number): number[] {
  const steps = ALL.map(() => -1);
  steps[start] = 0;
  for (let line = [start], count = 1; line.length > 0; count += 1) {
    const next = [...new Set(line.flatMap((hex) => neighboursOf(GRID, hex)))].filter((hex) => steps[hex] === -1);
    for (const hex of next) steps[hex] = count;
    line = next;
  }
  return steps;
}

describe('the hex of a place', () => {
  it('is the one whose middle is nearest, on the map and beside it', () => {
    fc.assert(fc.property(fc.integer({ min: -1600, max: 1800 }), fc.integer({ min: -100, max: 2200 }), (east, north) => {
      const place = { east, north };
      const square = (hex: number): number => (centreOf(GRID, hex).east - east) ** 2 + (centreOf(GRID, hex).north - north) ** 2;
      expect(square(hexOf(GRID, place))).toBe(Math.min(...ALL.map(square)));
    }), { numRuns: 300 });
  });
});

describe('steps between hexes', () => {
  it('are those of the shortest way from neighbour to neighbour', () => {
    for (const start of [0, 10, 37, 50, 98]) {
      expect(ALL.map((hex) => stepsBetween(GRID, start, hex))).toEqual(stepsFrom(start));
    }
  });

  it('are the same there and back, and no fewer by way of a third', () => {
    fc.assert(fc.property(aHex, aHex, aHex, (a, b, c) => {
      expect(stepsBetween(GRID, a, b)).toBe(stepsBetween(GRID, b, a));
      expect(stepsBetween(GRID, a, b) + stepsBetween(GRID, b, c)).toBeGreaterThanOrEqual(stepsBetween(GRID, a, c));
    }));
  });
});

describe('neighbours', () => {
  it('lie about two hundred metres off, in the six directions, east first', () => {
    const middle = hexAt(GRID, 5, 4);
    const around = neighboursOf(GRID, middle);
    expect(around[0]).toBe(middle + 1);
    for (const hex of around) expect(Math.abs(metresBetween(centreOf(GRID, middle), centreOf(GRID, hex)) - GRID.stepMetres)).toBeLessThanOrEqual(1);
    const bearings = around.map((hex) => Math.atan2(centreOf(GRID, hex).north - centreOf(GRID, middle).north, centreOf(GRID, hex).east - centreOf(GRID, middle).east));
    const turned = bearings.map((bearing) => (bearing < 0 ? bearing + 2 * Math.PI : bearing));
    expect([...turned].sort((a, b) => a - b)).toEqual(turned);
  });

  it('end where the grid does', () => {
    for (const hex of ALL) for (const next of neighboursOf(GRID, hex)) expect(onGrid(GRID, next % GRID.cols, Math.floor(next / GRID.cols))).toBe(true);
    expect(onGrid(GRID, GRID.cols, 0)).toBe(false);
    expect(onGrid(GRID, 0, -1)).toBe(false);
  });
});
