import { describe, expect, it } from 'vitest';
import { capture, cohesionOf, hurt, hurtAll, menIn, menOf, qualityOf, unitsIn } from '../../src/engine/people.ts';
import { aGame, aTurn, scriptedDraws } from '../helpers/a-siege.ts';

describe('men who are hurt', () => {
  it('are counted to the thousandth: many small harms make the same as one', () => {
    const { game, state, at } = aGame();
    const { turn, of } = aTurn(game, state);
    for (let time = 0; time < 100; time += 1) hurt(state, turn, at.unit('first-1'), 230, 255, 'shelling');
    expect(at.unit('first-1').men).toBe(150 - 23);
    expect(state.ledger.garrison.byCause.shelling).toBe(23);
    expect(state.ledger.garrison.killed + state.ledger.garrison.wounded).toBe(23);
    expect(of('men-lost').reduce((sum, fact) => sum + (fact.type === 'men-lost' ? fact.killed + fact.wounded : 0), 0)).toBe(23);
  });

  it('share harm by their numbers, and no unit loses more than it has', () => {
    const { game, state, at } = aGame();
    at.unit('red-2').men = 10;
    hurtAll(state, aTurn(game, state).turn, [at.unit('red-1'), at.unit('red-2')], 58_000, 300, 'assault');
    expect(at.unit('red-1').men).toBeLessThan(520);
    expect(at.unit('red-2').men).toBeGreaterThanOrEqual(9);
    hurt(state, aTurn(game, state).turn, at.unit('red-2'), 1_000_000, 300, 'assault');
    expect(at.unit('red-2')).toMatchObject({ men: 0, duty: 'gone' });
  });
});

describe('the casualties of a side', () => {
  it('die or are wounded by the share that the cause has, and stay with their unit', () => {
    const { game, state, at } = aGame();
    const { turn, told } = aTurn(game, state, { draws: scriptedDraws({}) });
    at.unit('first-1').killedRemainder = 500;
    hurt(state, turn, at.unit('first-1'), 10_000, 250, 'assault');
    expect(told).toEqual([{ type: 'men-lost', side: 'garrison', unit: 'first-1', killed: 3, wounded: 7, cause: 'assault' }]);
    expect(at.unit('first-1')).toMatchObject({ men: 140, wounded: 7, lostLately: 10, remainder: 0, killedRemainder: 0 });
    expect(state.ledger.garrison).toMatchObject({ killed: 3, wounded: 7 });
  });

  it('are none in a unit of nobody', () => {
    const { game, state, at } = aGame();
    at.unit('first-1').men = 0;
    const { turn, told } = aTurn(game, state, { draws: scriptedDraws({}) });
    expect(hurtAll(state, turn, [at.unit('first-1')], 50_000, 300, 'shelling')).toBe(0);
    expect(told).toEqual([]);
  });
});

describe('a company of whom nobody is fit', () => {
  it('is gone from the field, but its wounded lie where it stood', () => {
    const { game, state, at } = aGame();
    hurt(state, aTurn(game, state).turn, at.unit('first-1'), 1_000_000, 300, 'shelling');
    expect(at.unit('first-1')).toMatchObject({ men: 0, wounded: 105, duty: 'gone', post: 'north' });
    expect(unitsIn(state, aTurn(game, state).turn, 'north', 'garrison')).toEqual([]);
  });

  it('is taken with them, and its rows are booked once', () => {
    const { game, state, at } = aGame();
    Object.assign(at.unit('first-1'), { men: 40, wounded: 105 });
    const { turn, of } = aTurn(game, state);
    capture(state, turn, at.unit('first-1'), 'north');
    capture(state, turn, at.unit('first-1'), 'north');
    expect(of('men-captured')).toEqual([{ type: 'men-captured', side: 'garrison', unit: 'first-1', men: 40, wounded: 105, post: 'north' }]);
    expect(state.ledger.garrison.captured).toBe(145);
  });
});

describe('men of several units', () => {
  it('have the cohesion and quality of the mean man', () => {
    const { at } = aGame();
    Object.assign(at.unit('first-1'), { men: 100, cohesion: 300, quality: 500 });
    Object.assign(at.unit('reserve'), { men: 50, cohesion: 900, quality: 800 });
    const both = [at.unit('first-1'), at.unit('reserve')];
    expect([menOf(both), cohesionOf(both), qualityOf(both)]).toEqual([150, 500, 600]);
    expect([cohesionOf([]), qualityOf([])]).toEqual([0, 0]);
  });

  it('stand in a post by side', () => {
    const { game, state, at } = aGame();
    Object.assign(at.unit('red-1'), { post: 'north' });
    const { turn } = aTurn(game, state);
    expect(menIn(state, turn, 'north', 'garrison')).toBe(150);
    expect(menIn(state, turn, 'north', 'besieger')).toBe(570);
    expect(menIn(state, turn, 'south', 'besieger')).toBe(0);
  });
});
