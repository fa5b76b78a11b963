import { describe, expect, it } from 'vitest';
import { diluteWill, moveWill } from '../../../src/engine/regiments.ts';
import { will } from '../../../src/engine/rules/will.ts';
import type { Order } from '../../../src/engine/index.ts';
import { aGame, aSiege, aTurn, withRules } from '../../helpers/a-siege.ts';

const { rest, cap, ordered } = aGame().game.scenario.rules.will;
const REST: Order = { kind: 'rest', formation: 'red' };

/** Will of the regiment after a turn in which it began with 500. */
function after(orders: readonly Order[], arrange: (siege: ReturnType<typeof aGame>) => void = () => undefined): number {
  const siege = aGame();
  siege.at.formation('red').will = 500;
  arrange(siege);
  will(siege.state, aTurn(siege.game, siege.state, { orders: { besieger: orders } }).turn);
  return siege.at.formation('red').will;
}

describe('a regiment', () => {
  it('that does not fight regains will', () => {
    expect(after([])).toBe(500 + rest);
  });

  it('that storms does not', () => {
    expect(after([], ({ at }) => { at.unit('red-1').duty = 'storming'; })).toBe(500);
    expect(after([{ kind: 'assault', post: 'north', lead: ['red-1'], echelon: [], from: 0, echelonAfter: 0 }])).toBe(500);
  });

  it('under an order to rest regains more, and its turns of rest are counted', () => {
    const { game, state, at } = aGame();
    at.formation('red').will = 500;
    will(state, aTurn(game, state, { orders: { besieger: [REST] } }).turn);
    expect(at.formation('red')).toMatchObject({ will: 500 + Math.floor((rest * ordered) / 1000), rested: 1 });
    will(state, aTurn(game, state).turn);
    expect(at.formation('red').rested).toBe(0);
  });

  it('does not rest while it digs', () => {
    expect(after([REST, { kind: 'dig', post: 'north', units: ['red-2'] }])).toBe(500 + rest);
  });

  it('finds less in the rain, and with empty dumps', () => {
    expect(after([], ({ state }) => { state.sky.valley = 'storm'; })).toBeLessThan(500 + rest);
    expect(after([], ({ at }) => { at.dump('outside').rounds.fill(0); })).toBeLessThan(500 + rest);
  });

  it('never rests above the ceiling, and tells what it regained', () => {
    const { game, state, at } = aGame();
    at.formation('red').will = cap - 1;
    const { turn, of } = aTurn(game, state);
    will(state, turn);
    expect(of('will-changed')).toEqual([{ type: 'will-changed', formation: 'red', to: cap, by: 1, cause: 'rest' }]);
  });

  it('that began above the ceiling keeps what it has', () => {
    expect(after([], ({ at }) => { at.formation('red').will = cap + 50; })).toBe(cap + 50);
  });

  it('regains half as much where the rule set says half', () => {
    const { game, state, at } = aGame(withRules(aSiege(), { will: { rest: Math.floor(rest / 2) } }));
    at.formation('red').will = 500;
    will(state, aTurn(game, state).turn);
    expect(at.formation('red').will).toBe(500 + Math.floor(rest / 2));
  });
});

describe('will', () => {
  it('is never below nought', () => {
    const { game, state, at } = aGame();
    moveWill(aTurn(game, state).turn, at.formation('red'), -2000, 'losses');
    expect(at.formation('red').will).toBe(0);
  });

  it('is thinned by recruits, the more the more of them there are', () => {
    const { game, state, at } = aGame();
    const { turn } = aTurn(game, state);
    diluteWill(state, turn, at.unit('red-1'), 114);
    const few = at.formation('red').will;
    expect(few).toBe(800 - 20);
    diluteWill(state, turn, at.unit('red-1'), 570);
    expect(few - at.formation('red').will).toBeGreaterThan(20);
  });

  it('is not raised by recruits', () => {
    const { game, state, at } = aGame();
    at.formation('red').will = 300;
    diluteWill(state, aTurn(game, state).turn, at.unit('red-1'), 200);
    expect(at.formation('red').will).toBe(300);
  });
});
