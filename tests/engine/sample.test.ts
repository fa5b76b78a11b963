import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOrders, playTurnInPlace, sampleOrders, SIDES, streamOf, viewFor } from '../../src/engine/index.ts';
import type { SideId } from '../../src/engine/index.ts';
import { targetOf } from '../../src/engine/choices.ts';
import { aGame, aSiege } from '../helpers/a-siege.ts';

describe('orders drawn at random', () => {
  it('are legal on every turn of every siege that they make', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 8 }), (seed) => {
      const { game, state } = aGame(aSiege());
      while (state.verdict === null) {
        const drawn = (side: SideId) => {
          const view = viewFor(game, state, side);
          const orders = sampleOrders(view, streamOf(`${seed}|${String(state.turn)}|${side}`));
          expect(checkOrders(view, orders)).toEqual([]);
          return orders;
        };
        playTurnInPlace(game, state, { garrison: drawn('garrison'), besieger: drawn('besieger') });
      }
    }), { numRuns: 40 });
  });

  it('are the same for the same view and stream', () => {
    const { game, state } = aGame();
    for (const side of SIDES) {
      const view = viewFor(game, state, side);
      expect(sampleOrders(view, streamOf('one'))).toEqual(sampleOrders(view, streamOf('one')));
    }
  });

  it('meet every kind of order that either side can give at the start', () => {
    const { game, state } = aGame();
    const kindsOf = (side: SideId): string[] => {
      const view = viewFor(game, state, side);
      const drawn = Array.from({ length: 60 }, (_, draw) => sampleOrders(view, streamOf(`${side}|${String(draw)}`)));
      return [...new Set(drawn.flat().map(({ kind }) => kind))].sort((a, b) => (a < b ? -1 : 1));
    };
    expect(kindsOf('garrison')).toEqual(['bombard', 'break-out', 'counter-attack', 'gather', 'give-up', 'protect', 'raid', 'ration', 'reinforce', 'surrender']);
    expect(kindsOf('besieger')).toEqual(['assault', 'bombard', 'close-up', 'counter-battery', 'dig', 'encircle', 'gather', 'mine', 'move-guns', 'rest', 'snipe', 'trench']);
  });

  it('read a target as it is written in a list of choices', () => {
    expect(targetOf('post:north')).toEqual({ kind: 'post', id: 'north' });
    expect(targetOf('approach:a:b')).toEqual({ kind: 'approach', id: 'a:b' });
    expect(targetOf('flak:')).toEqual({ kind: 'flak' });
  });
});
