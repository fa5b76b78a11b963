import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOrders, ORDER_KINDS, playTurnInPlace, sampleOrders, SIDES, streamOf, viewFor } from '../../src/engine/index.ts';
import type { GameState, OrderKind, Scenario, SideId, SideView } from '../../src/engine/index.ts';
import { targetOf } from '../../src/engine/choices.ts';
import { aGame, aSiege } from '../helpers/a-siege.ts';
import { anAirlift } from '../helpers/an-airlift.ts';

/** Kinds that random orders meet before one turn, sorted. */
function kindsDrawn(view: SideView): OrderKind[] {
  const orders = Array.from({ length: 60 }, (_, draw) => sampleOrders(view, streamOf(`${view.side}|${String(draw)}`))).flat();
  return [...new Set(orders.map(({ kind }) => kind))].sort();
}

interface NeedsMore {
  readonly side: SideId;
  readonly kinds: readonly OrderKind[];
  /** What there is none of at the start of the small siege. */
  readonly needs: string;
  readonly siege: () => Scenario;
  readonly arrange: (state: GameState) => void;
}

const headless = (state: GameState): void => {
  for (const formation of state.formations) formation.headlessUntil = 100;
};

const NOT_AT_THE_START: readonly NeedsMore[] = [
  {
    side: 'garrison', kinds: ['counter-battery'], needs: 'a gun of the besieger that was fixed', siege: aSiege,
    arrange: (state) => {
      state.known.garrison.fixes = [{ id: 'fix-1', battery: 'cave', weapon: 't105', east: 2600, north: 1903, errorMetres: 50, how: 'flash', turn: 0 }];
    },
  },
  {
    side: 'garrison', kinds: ['convoy'], needs: 'a post that is cut off', siege: aSiege,
    arrange: (state) => {
      for (const post of state.posts) if (post.id === 'north') post.cutOffSince = 0;
    },
  },
  { side: 'garrison', kinds: ['airlift', 'strike', 'ask'], needs: 'aircraft and men at the bases', siege: anAirlift, arrange: () => undefined },
  {
    side: 'garrison', kinds: ['land', 'jump'], needs: 'a strip that is open and leave to jump', siege: anAirlift,
    arrange: (state) => {
      state.air.granted = ['waiting'];
    },
  },
  { side: 'garrison', kinds: ['replace'], needs: 'a headquarters without its commander', siege: aSiege, arrange: headless },
  {
    side: 'besieger', kinds: ['break-off'], needs: 'an assault under way', siege: aSiege,
    arrange: (state) => {
      state.assaults.push({ id: 'a', side: 'besieger', post: 'north', lead: ['red-1'], echelon: [], echelonAfter: 0, begun: 0, men: 500, lost: 0, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no' });
    },
  },
  {
    side: 'besieger', kinds: ['porters'], needs: 'a supply line',
    siege: () => aSiege({ supplyLine: { id: 'line', dump: 'outside', porters: 100, rounds: {}, foodKilos: 1000, recruits: [[0, 0]], pool: 0, recruitQuality: 500 } }), arrange: () => undefined,
  },
  { side: 'besieger', kinds: ['replace'], needs: 'a headquarters without its commander', siege: aSiege, arrange: headless },
];

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
    for (const side of SIDES) {
      const cannot = NOT_AT_THE_START.filter((one) => one.side === side).flatMap(({ kinds }) => kinds);
      expect(kindsDrawn(viewFor(game, state, side))).toEqual(ORDER_KINDS[side].filter((kind) => !cannot.includes(kind)).sort());
    }
  });

  it.each(NOT_AT_THE_START)('of the $side meet $kinds only with $needs', ({ side, kinds, siege, arrange }) => {
    const { game, state } = aGame(siege());
    arrange(state);
    expect(kindsDrawn(viewFor(game, state, side))).toEqual(expect.arrayContaining([...kinds]));
  });

  it('read a target as it is written in a list of choices', () => {
    expect(targetOf('post:north')).toEqual({ kind: 'post', id: 'north' });
    expect(targetOf('approach:a:b')).toEqual({ kind: 'approach', id: 'a:b' });
    expect(targetOf('flak:')).toEqual({ kind: 'flak' });
  });
});
