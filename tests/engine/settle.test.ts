import fc from 'fast-check';
import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { hashState, playTurn, playTurnInPlace, sampleOrders, streamOf, viewFor } from '../../src/engine/index.ts';
import type { GameState, OrdersBySide } from '../../src/engine/index.ts';
import { copyOf, isEqual, settle } from '../../src/engine/settle.ts';
import { aGame } from '../helpers/a-siege.ts';

/** Orders for one turn, drawn from a seed. */
function drawn(siege: ReturnType<typeof aGame>, state: GameState, seed: string): OrdersBySide {
  const of = (side: 'garrison' | 'besieger') => sampleOrders(viewFor(siege.game, state, side), streamOf(`${seed}|${side}`));
  return { garrison: of('garrison'), besieger: of('besieger') };
}

describe('settling a played copy', () => {
  it('makes the old tree equal to the new, whatever was added, changed, shortened or taken away', () => {
    const before = { a: [1, 2, 3], b: { c: 1, d: [4] }, e: null, gone: 1, list: [{ id: 'x' }, { id: 'y' }] } as Record<string, unknown>;
    const played = { a: [1, 2, 3], b: { c: 2, d: [4] }, e: [1], fresh: 'x', list: [{ id: 'y' }] };
    expect(produce(before, (draft) => { settle(draft, before, played); })).toEqual(played);
  });

  it('keeps by identity every branch that did not change', () => {
    const before = { a: [1, 2, 3], rows: [{ id: 'x', men: 1 }, { id: 'y', men: 2 }] };
    const played = copyOf(before);
    const [x] = played.rows;
    if (x !== undefined) x.men = 0;
    const after = produce(before, (draft) => { settle(draft, before, played); });
    expect(after.a).toBe(before.a);
    expect(after.rows[1]).toBe(before.rows[1]);
    expect(after.rows[0]).not.toBe(before.rows[0]);
  });

  it('gives back the very same state where nothing changed', () => {
    const before = { a: [1], b: { c: null } };
    expect(produce(before, (draft) => { settle(draft, before, copyOf(before)); })).toBe(before);
  });

  it('is right for any two trees of plain JSON', () => {
    const tree = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });
    fc.assert(fc.property(tree, tree, (before, played) => {
      const plain = JSON.parse(JSON.stringify([before, played])) as [Record<string, unknown>, Record<string, unknown>];
      expect(produce(plain[0], (draft) => { settle(draft, plain[0], plain[1]); })).toEqual(plain[1]);
    }), { numRuns: 200 });
  });
});

describe('two trees of plain JSON', () => {
  it.each([
    [{ a: 1, b: 2 }, { b: 2, a: 1 }, true], [{ a: 1 }, { a: 1, b: 2 }, false], [{ a: null }, { a: 0 }, false],
    [[1, 2], [2, 1], false], [[], {}, false], [{ a: [1, [2]] }, { a: [1, [2]] }, true], [{ a: 1 }, { b: 1 }, false],
  ])('%j and %j: equal is %s', (a, b, equal) => {
    expect(isEqual(a, b)).toBe(equal);
  });
});

describe('a turn through immer', () => {
  it('comes to the same hash as one played in place, for any orders', () => {
    fc.assert(fc.property(fc.string({ minLength: 1, maxLength: 6 }), (seed) => {
      const siege = aGame();
      let kept = siege.state;
      const moved = copyOf(siege.state);
      for (let turn = 0; turn < 3 && kept.verdict === null; turn += 1) {
        const orders = drawn(siege, kept, `${seed}|${String(turn)}`);
        kept = playTurn(siege.game, kept, orders).state;
        playTurnInPlace(siege.game, moved, orders);
        expect(hashState(moved)).toBe(hashState(kept));
      }
    }), { numRuns: 15 });
  });

  it('shares with the turn before what did not change, down to single rows', () => {
    const siege = aGame();
    const { state: next } = playTurn(siege.game, siege.state, { garrison: [], besieger: [{ kind: 'dig', post: 'north', units: ['red-1'] }] });
    const row = (state: GameState, id: string) => state.units.find((unit) => unit.id === id);
    expect(next.ground.craters).toBe(siege.state.ground.craters);
    expect(row(next, 'red-2')).toBe(row(siege.state, 'red-2'));
    expect(row(next, 'red-1')).not.toBe(row(siege.state, 'red-1'));
    expect(next.ground.trench).not.toBe(siege.state.ground.trench);
  });

  it('freezes the new state to its leaves: a stray write throws', () => {
    const siege = aGame();
    const { state: next } = playTurn(siege.game, siege.state, { garrison: [], besieger: [] });
    expect(() => { next.turn = 9; }).toThrow();
    expect(() => { for (const unit of next.units) unit.men = 0; }).toThrow();
    expect(() => { next.ground.trench[0] = 1; }).toThrow();
    expect(() => { next.known.besieger.fixes.pop(); }).toThrow();
    expect(() => { next.ledger.garrison.byCause.shelling += 1; }).toThrow();
  });
});
