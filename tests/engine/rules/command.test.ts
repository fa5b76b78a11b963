import { describe, expect, it } from 'vitest';
import { command } from '../../../src/engine/rules/command.ts';
import type { Order } from '../../../src/engine/index.ts';
import { aGame, aTurn, highDraws, lowDraws, scriptedDraws } from '../../helpers/a-siege.ts';

const COUNTER: Order = { kind: 'counter-attack', unit: 'reserve', post: 'north', after: 1, odds: 0 };
const FIRE: Order = { kind: 'bombard', target: { kind: 'approach', id: 'sap' }, weapon: 't105', rounds: 10, from: 0 };

describe('an order on its way down', () => {
  it('gets through in time where every staff works', () => {
    const { game, state } = aGame();
    const { turn, told } = aTurn(game, state, { orders: { garrison: [COUNTER, FIRE] } });
    command(state, turn);
    expect(turn.given.map(({ from, lost }) => [from, lost])).toEqual([[0, false], [0, false]]);
    expect(told).toEqual([]);
  });

  it('of a shocked staff comes late', () => {
    const { game, state, at } = aGame();
    at.formation('staff').shockedUntil = 99;
    const { turn, told } = aTurn(game, state, { orders: { garrison: [COUNTER] }, draws: highDraws });
    command(state, turn);
    const { delayShocked: pulses } = game.scenario.rules.command;
    expect(turn.given[0]?.from).toBe(pulses);
    expect(told).toEqual([{ type: 'order-delayed', side: 'garrison', order: 0, kind: 'counter-attack', formation: 'staff', pulses }]);
  });

  it('of a shocked staff may be lost', () => {
    const { game, state, at } = aGame();
    at.formation('staff').shockedUntil = 99;
    const { turn, told } = aTurn(game, state, { orders: { garrison: [COUNTER] }, draws: lowDraws });
    command(state, turn);
    expect(turn.given[0]?.lost).toBe(true);
    expect(told).toEqual([{ type: 'order-lost', side: 'garrison', order: 0, kind: 'counter-attack', formation: 'staff' }]);
  });

  it('for a post passes the battalion that holds it: headless, it answers late', () => {
    const { game, state, at } = aGame();
    at.formation('first').headlessUntil = 99;
    const { turn, of } = aTurn(game, state, { orders: { garrison: [{ kind: 'protect', post: 'north', rounds: 100 }, FIRE] }, draws: highDraws });
    command(state, turn);
    expect(of('order-delayed')).toHaveLength(1);
    expect(turn.given.map(({ from }) => from)).toEqual([game.scenario.rules.command.delayHeadless, 0]);
  });

  it('of the other side is not touched by it', () => {
    const { game, state, at } = aGame();
    at.formation('staff').shockedUntil = 99;
    const dig: Order = { kind: 'dig', post: 'north', units: ['red-1'] };
    const { turn } = aTurn(game, state, { orders: { besieger: [dig] }, draws: lowDraws });
    command(state, turn);
    expect(turn.given[0]?.lost).toBe(false);
  });
});

describe('a staff that was hit', () => {
  it('works again when its time is over', () => {
    const { game, state, at } = aGame();
    state.turn = 1;
    at.formation('first').headlessUntil = 12;
    at.formation('staff').shockedUntil = 13;
    const { turn, told } = aTurn(game, state);
    command(state, turn);
    expect(told).toEqual([{ type: 'command-restored', side: 'garrison', formation: 'first' }]);
    expect(at.formation('first').headlessUntil).toBe(0);
    expect(at.formation('staff').shockedUntil).toBe(13);
  });
});

describe('a chain of staffs', () => {
  it('adds up the hours that each of its shocked staffs costs', () => {
    const { game, state, at } = aGame();
    at.formation('staff').shockedUntil = 99;
    at.formation('guns').shockedUntil = 99;
    const { turn, of } = aTurn(game, state, { orders: { garrison: [FIRE] }, draws: highDraws });
    command(state, turn);
    expect(turn.given[0]?.from).toBe(2 * game.scenario.rules.command.delayShocked);
    expect(of('order-delayed').map((fact) => 'formation' in fact && fact.formation)).toEqual(['guns', 'staff']);
  });

  it('asks each order once of each staff: one lost on the way is not delayed further up', () => {
    const { game, state, at } = aGame();
    at.formation('guns').shockedUntil = 99;
    at.formation('staff').shockedUntil = 99;
    const { turn, told } = aTurn(game, state, { orders: { garrison: [FIRE] }, draws: scriptedDraws({ 'command|guns': [0] }) });
    command(state, turn);
    expect(told).toEqual([{ type: 'order-lost', side: 'garrison', order: 0, kind: 'bombard', formation: 'guns' }]);
  });

  it('rolls for every order by itself: one is lost where another comes late', () => {
    const { game, state, at } = aGame();
    at.formation('staff').shockedUntil = 99;
    const orders = { garrison: [COUNTER, { kind: 'reinforce', unit: 'first-2', post: 'north' } as const] };
    const { turn } = aTurn(game, state, { orders, draws: scriptedDraws({ 'command|staff': [game.scenario.rules.command.loseShocked, 0] }) });
    command(state, turn);
    expect(turn.given.map(({ lost, from }) => [lost, from])).toEqual([[false, game.scenario.rules.command.delayShocked], [true, 0]]);
  });

  it('of the besieger runs from his front to the regiment that storms', () => {
    const { game, state, at } = aGame();
    at.formation('front').shockedUntil = 99;
    const storm: Order = { kind: 'assault', post: 'north', lead: ['red-1'], echelon: [], from: 1, echelonAfter: 0 };
    const { turn } = aTurn(game, state, { orders: { besieger: [storm], garrison: [COUNTER] }, draws: highDraws });
    command(state, turn);
    expect(turn.given.map(({ side, from }) => [side, from])).toEqual([['garrison', 0], ['besieger', 1 + game.scenario.rules.command.delayShocked]]);
  });
});
