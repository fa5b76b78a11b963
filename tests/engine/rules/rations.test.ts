import { describe, expect, it } from 'vitest';
import { rations } from '../../../src/engine/rules/rations.ts';
import { aGame, aSiege, aTurn } from '../../helpers/a-siege.ts';

/** Men, gunners and nobody else in the small siege: 430 in companies, 100 at the guns. */
const MOUTHS = 530;
const FULL = Math.floor((MOUTHS * 1600) / 2000);

describe('rations', () => {
  it('a camp eats for all who are in it, fit or not', () => {
    const { game, state, at } = aGame();
    const { turn, of } = aTurn(game, state);
    rations(state, turn);
    expect(20_000 - (at.dump('inside').goods[0] ?? 0)).toBe(FULL);
    expect(of('food-eaten')[0]).toEqual({ type: 'food-eaten', side: 'garrison', camp: 'main', kilos: FULL, left: 20_000 - FULL, ration: 1000 });
    expect(at.camp('main')).toMatchObject({ ration: 1000, hunger: 0 });
  });

  it('the wounded, those who hide and the labourers eat too', () => {
    const { game, state, at } = aGame();
    Object.assign(at.camp('main'), { light: 10, serious: 10, sick: 10, deserters: 40, labourers: 30 });
    rations(state, aTurn(game, state).turn);
    expect(20_000 - (at.dump('inside').goods[0] ?? 0)).toBe(Math.floor(((MOUTHS + 100) * 1600) / 2000));
  });

  it('a post that nobody can reach draws nothing', () => {
    const { game, state, at } = aGame();
    at.post('north').cutOffSince = 0;
    rations(state, aTurn(game, state).turn);
    expect(20_000 - (at.dump('inside').goods[0] ?? 0)).toBe(Math.floor(((MOUTHS - 150) * 1600) / 2000));
  });

  it('an order cuts the ration, and hunger builds up', () => {
    const { game, state, at } = aGame();
    rations(state, aTurn(game, state, { orders: { garrison: [{ kind: 'ration', camp: 'main', permille: 500 }] } }).turn);
    expect(at.camp('main').ration).toBe(500);
    const { hungerBuild, hungerEase } = game.scenario.rules.rations;
    expect(at.camp('main').hunger).toBe(hungerBuild / 2 - Math.floor(hungerEase / 2));
  });

  it('a short stock cuts it without an order', () => {
    const { game, state, at } = aGame();
    at.dump('inside').goods[0] = FULL * 2;
    rations(state, aTurn(game, state).turn);
    expect(at.camp('main').ration).toBeLessThan(1000);
    expect(at.dump('inside').goods[0]).toBeGreaterThan(FULL);
  });

  it('less than a day’s food is eaten at half rations until nothing is left', () => {
    const { game, state, at } = aGame();
    at.dump('inside').goods[0] = FULL;
    const eaten: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      rations(state, aTurn(game, state).turn);
      eaten.push(at.camp('main').ration);
    }
    expect(eaten).toEqual([500, 500, 0, 0]);
    expect(at.dump('inside').goods[0]).toBe(0);
  });

  it('hunger eases with full rations and is never below nought', () => {
    const { game, state, at } = aGame();
    at.camp('main').hunger = 30;
    rations(state, aTurn(game, state).turn);
    expect(at.camp('main').hunger).toBe(30 - game.scenario.rules.rations.hungerEase);
    rations(state, aTurn(game, state).turn);
    expect(at.camp('main').hunger).toBe(0);
  });

  it('a besieger without food loses will in every regiment', () => {
    const { game, state, at } = aGame();
    at.dump('outside').goods[0] = 0;
    const { turn, of } = aTurn(game, state);
    rations(state, turn);
    expect(at.formation('red').will).toBe(800 - game.scenario.rules.rations.willHunger);
    expect(of('will-changed')).toMatchObject([{ formation: 'red', cause: 'hunger' }]);
  });

  it('a fed besieger loses nothing and eats from his dump', () => {
    const { game, state, at } = aGame();
    rations(state, aTurn(game, state).turn);
    expect(at.formation('red').will).toBe(800);
    expect(20_000 - (at.dump('outside').goods[0] ?? 0)).toBe(Math.floor(((1140 + 100) * 800) / 2000));
  });

  it('a siege that gives nobody food leaves food out of account', () => {
    const siege = aSiege();
    const { game, state, at } = aGame({ ...siege, dumps: siege.dumps.map((dump) => ({ ...dump, goods: { food: 0, medical: 0, engineer: 0 } })) });
    const { turn, told } = aTurn(game, state);
    rations(state, turn);
    expect(told).toEqual([]);
    expect(at.camp('main').hunger).toBe(0);
  });
});
