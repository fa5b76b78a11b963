import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepsBetween } from '../../src/engine/hex.ts';
import { spreadFrom, UNREACHED } from './spread.ts';
import { aGame } from './a-siege.ts';

const { board } = aGame().game;
const HEXES = board.heights.length;

describe('a spread over the map', () => {
  it('counts the steps to the nearest of its sources, whichever that is', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: HEXES - 1 }), { minLength: 1, maxLength: 6 }), (sources) => {
      const { steps, source, order } = spreadFrom(board, sources, 30, null);
      expect(order).toHaveLength(HEXES);
      for (let hex = 0; hex < HEXES; hex += 1) {
        const nearest = Math.min(...sources.map((one) => stepsBetween(board.grid, one, hex)));
        expect(steps[hex]).toBe(nearest);
        expect(stepsBetween(board.grid, sources[source[hex] ?? 0] ?? 0, hex)).toBe(nearest);
      }
    }), { numRuns: 30 });
  });

  it('stops at its depth and at ground that is shut', () => {
    const near = spreadFrom(board, [60], 1, null);
    expect([...near.order].sort((a, b) => a - b)).toEqual([60, ...(board.neighbours[60] ?? [])].sort((a, b) => a - b));
    const open = new Uint8Array(HEXES).fill(1);
    for (const hex of board.neighbours[60] ?? []) open[hex] = 0;
    const walled = spreadFrom(board, [60], 30, open);
    expect([...walled.order]).toEqual([60]);
    expect(walled.steps[0]).toBe(UNREACHED);
  });

  it('does not begin on ground that is shut', () => {
    expect(spreadFrom(board, [60], 30, new Uint8Array(HEXES)).order).toHaveLength(0);
  });
});
