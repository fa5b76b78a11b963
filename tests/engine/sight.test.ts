import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newGame } from '../../src/engine/index.ts';
import { hexMetres, inSight } from '../../src/engine/sight.ts';
import { aGame, aSiege } from '../helpers/a-siege.ts';

const COLS = 14;
const hexAt = (col: number, row: number): number => row * COLS + col;

/** The board of a siege on such heights. */
function boardOf(heights: readonly number[]): ReturnType<typeof aGame>['game']['board'] {
  const siege = aSiege();
  return newGame({ ...siege, map: { ...siege.map, heights } }, 'x').game.board;
}

describe('a line of sight', () => {
  it('is broken by a hill, both ways, and free beside it', () => {
    const { game } = aGame();
    expect(inSight(game.board, hexAt(3, 8), hexAt(11, 8))).toBe(false);
    expect(inSight(game.board, hexAt(11, 8), hexAt(3, 8))).toBe(false);
    expect(inSight(game.board, hexAt(3, 5), hexAt(11, 5))).toBe(true);
  });

  it('runs down from the hill to everything on flat ground', () => {
    const { game } = aGame();
    expect([0, 13, hexAt(0, 11), hexAt(13, 11)].filter((hex) => !inSight(game.board, hexAt(7, 8), hex))).toEqual([]);
  });

  it('passes over a rise that is lower than the line from eye to target', () => {
    const between = (metres: number) => boardOf(aSiege().map.heights.map((_, hex) => (hex === hexAt(2, 4) ? 40 : hex === hexAt(7, 4) ? metres : 0)));
    expect(inSight(between(15), hexAt(2, 4), hexAt(12, 4))).toBe(true);
    expect(inSight(between(30), hexAt(2, 4), hexAt(12, 4))).toBe(false);
  });

  it('is always free to the next hex and to one’s own', () => {
    const rough = boardOf(aSiege().map.heights.map((_, hex) => (hex * 37) % 90));
    for (const [hex, around] of rough.neighbours.entries()) {
      expect([hex, ...around].every((next) => inSight(rough, hex, next))).toBe(true);
    }
  });

  it('is the same from either end, over any ground', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: COLS * 12, maxLength: COLS * 12 });
    const hex = fc.integer({ min: 0, max: COLS * 12 - 1 });
    fc.assert(fc.property(heights, hex, hex, (ground, a, b) => {
      expect(inSight(boardOf(ground), a, b)).toBe(inSight(boardOf(ground), b, a));
    }), { numRuns: 60 });
  });

  it('is never opened by ground that rises between', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: COLS * 12, maxLength: COLS * 12 });
    const hex = fc.integer({ min: 0, max: COLS * 12 - 1 });
    fc.assert(fc.property(heights, hex, hex, hex, (ground, a, b, between) => {
      fc.pre(between !== a && between !== b);
      const risen = ground.map((metres, at) => (at === between ? metres + 60 : metres));
      expect(inSight(boardOf(risen), a, b) && !inSight(boardOf(ground), a, b)).toBe(false);
    }), { numRuns: 60 });
  });
});

describe('metres between hexes', () => {
  it('are those between their middles', () => {
    const { game } = aGame();
    expect(hexMetres(game.board, hexAt(0, 0), hexAt(3, 0))).toBe(600);
    expect(hexMetres(game.board, hexAt(0, 0), hexAt(0, 1))).toBe(199);
    expect(hexMetres(game.board, hexAt(5, 5), hexAt(5, 5))).toBe(0);
  });
});
