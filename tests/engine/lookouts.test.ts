import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newGame } from '../../src/engine/index.ts';
import { isSeenFromPosts } from '../../src/engine/lookouts.ts';
import { inSight, isSeenBy, squareBetween } from '../../src/engine/sight.ts';
import { aSiege } from '../helpers/a-siege.ts';

const HEXES = aSiege().map.heights.length;

/** The board of a siege on such heights. */
function boardOf(heights: readonly number[]): ReturnType<typeof newGame>['game']['board'] {
  const siege = aSiege();
  return newGame({ ...siege, map: { ...siege.map, heights } }, 'x').game.board;
}

const ground = fc.array(fc.integer({ min: 0, max: 120 }), { minLength: HEXES, maxLength: HEXES });
const look = fc.record({
  hex: fc.nat(HEXES - 1),
  metres: fc.integer({ min: 1, max: 3000 }),
  manned: fc.array(fc.constantFrom(-1, 0, 1), { minLength: 3, maxLength: 3 }),
  eyes: fc.array(fc.nat(HEXES - 1), { maxLength: 6 }),
});

describe('whoever asks again and again who looks at a hex', () => {
  it('hears of posts what one look along every line would say', () => {
    fc.assert(fc.property(ground, fc.array(look, { minLength: 1, maxLength: 30 }), (heights, looks) => {
      const [asked, other] = [boardOf(heights), boardOf(heights)];
      for (const { hex, metres, manned } of looks) {
        const sees = other.posts.some((post, row) => manned[row] === 1 && squareBetween(other, post.hex, hex) < metres * metres && inSight(other, post.hex, hex));
        expect(isSeenFromPosts(asked, manned, hex, metres * metres)).toBe(sees);
      }
    }), { numRuns: 40 });
  });

  it('and of other eyes too, though the one that saw it last is asked first', () => {
    fc.assert(fc.property(ground, fc.array(look, { minLength: 1, maxLength: 30 }), (heights, looks) => {
      const [asked, other] = [boardOf(heights), boardOf(heights)];
      for (const { hex, metres, eyes } of looks) {
        const sees = eyes.some((eye) => squareBetween(other, eye, hex) < metres * metres && inSight(other, eye, hex));
        expect(isSeenBy(asked, eyes, hex, metres * metres)).toBe(sees);
      }
    }), { numRuns: 40 });
  });
});
