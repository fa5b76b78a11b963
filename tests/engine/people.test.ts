import { describe, expect, it } from 'vitest';
import { postFalls } from '../../src/engine/fall.ts';
import { hurt, hurtAll } from '../../src/engine/people.ts';
import { aGame, aTurn, evenDraws } from '../helpers/a-siege.ts';

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

describe('a post that falls', () => {
  it('lets some get away, and the rest are dead or taken, to the last man', () => {
    const { game, state, at } = aGame();
    at.unit('first-1').wounded = 20;
    const { turn, of } = aTurn(game, state, { draws: evenDraws });
    postFalls(state, turn, at.post('north'), 'besieger', 'stormed');
    const away = at.unit('first-1').men;
    expect(away).toBeGreaterThan(0);
    expect(away + state.ledger.garrison.killed + state.ledger.garrison.captured).toBe(170);
    expect(at.unit('first-1')).toMatchObject({ post: null, duty: 'marching', march: { purpose: 'withdraw', post: 'camp' } });
    expect(of('men-captured')).toMatchObject([{ unit: 'first-1', wounded: 20 }]);
  });

  it('gives its guns away with their crews and their shells', () => {
    const { game, state, at } = aGame();
    const ready = at.battery('pit').ready;
    const { turn, of } = aTurn(game, state);
    postFalls(state, turn, at.post('camp'), 'besieger', 'stormed');
    expect(of('battery-captured')).toEqual([{ type: 'battery-captured', side: 'garrison', battery: 'pit', tubes: 4, rounds: ready, gunners: 100 }]);
    expect(at.battery('pit')).toMatchObject({ tubes: 0, gunners: 0, ready: 0 });
  });

  it('is walked into by those who wait nearest, where nobody stormed it', () => {
    const { game, state, at } = aGame();
    postFalls(state, aTurn(game, state).turn, at.post('north'), 'besieger', 'broke');
    expect(at.unit('red-1')).toMatchObject({ post: 'north', duty: 'holding' });
    expect(at.unit('red-2').post).toBeNull();
  });
});
