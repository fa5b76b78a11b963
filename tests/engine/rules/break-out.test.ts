import { describe, expect, it } from 'vitest';
import { breakOut } from '../../../src/engine/rules/break-out.ts';
import { reachVerdict } from '../../../src/engine/verdict.ts';
import { GROUND_BESIEGER, GROUND_GARRISON, GROUND_NOBODY } from '../../../src/engine/index.ts';
import type { Leave, Order } from '../../../src/engine/index.ts';
import { aGame, aTurn, evenDraws } from '../../helpers/a-siege.ts';

const GO: Order = { kind: 'break-out', camp: 'main' };

/** A camp inside a ring of ground that is all `around`, and its break-out. */
function marchOff(around: number, leave: Leave = 'break-out'): ReturnType<typeof aGame> & { of: ReturnType<typeof aTurn>['of'] } {
  const siege = aGame();
  siege.state.ring.ground = siege.state.ring.ground.map(() => around);
  siege.state.ring.ground[7] = GROUND_GARRISON;
  siege.at.camp('main').leave = leave;
  Object.assign(siege.at.camp('main'), { serious: 50, deserters: 20 });
  const { turn, of } = aTurn(siege.game, siege.state, { orders: { garrison: [GO] }, draws: evenDraws });
  breakOut(siege.state, turn);
  return { ...siege, of };
}

describe('a break-out', () => {
  it('ends the camp: some get through, some die, the others are taken with the wounded', () => {
    const { state, at, of } = marchOff(GROUND_BESIEGER);
    const { escaped, killed, captured } = state.ledger.garrison;
    expect(escaped).toBeGreaterThan(0);
    expect(killed).toBeGreaterThan(0);
    expect(escaped + killed + captured).toBe(430 + 100 + 50 + 20);
    expect(escaped).toBeLessThan(430 / 20);
    expect(at.camp('main').fell).toBe('broke-out');
    expect(of('broke-out')).toEqual([{ type: 'broke-out', camp: 'main', men: 430, escaped, captured }]);
  });

  it('gets more through where the ring has gaps', () => {
    expect(marchOff(GROUND_NOBODY).state.ledger.garrison.escaped).toBeGreaterThan(3 * marchOff(GROUND_BESIEGER).state.ledger.garrison.escaped);
  });

  it('gets fewer through without leave', () => {
    expect(marchOff(GROUND_NOBODY, 'hold').state.ledger.garrison.escaped).toBeLessThan(marchOff(GROUND_NOBODY).state.ledger.garrison.escaped);
  });

  it('is made by night only', () => {
    const { game, state, at } = aGame();
    state.turn = 1;
    const { turn, of } = aTurn(game, state, { orders: { garrison: [GO] } });
    breakOut(state, turn);
    expect(at.camp('main').stands).toBe(true);
    expect(of('order-void')).toHaveLength(1);
  });

  it('of the first camp decides the siege', () => {
    const { game, state } = marchOff(GROUND_BESIEGER);
    reachVerdict(state, aTurn(game, state).turn);
    expect(state.verdict).toEqual({ winner: 'besieger', turn: 0, cause: 'broke-out' });
  });
});
