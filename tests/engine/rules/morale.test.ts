import { describe, expect, it } from 'vitest';
import { morale, rest } from '../../../src/engine/rules/morale.ts';
import { aGame, aSiege, aTurn, highDraws, lowDraws, scriptedDraws, withRules } from '../../helpers/a-siege.ts';

/** The causes told for a unit. */
function causesOf(told: ReturnType<typeof aTurn>['told'], unit: string): string[] {
  return told.flatMap((fact) => (fact.type === 'cohesion-changed' && fact.unit === unit ? fact.causes.map(({ cause }) => cause) : []));
}

describe('cohesion', () => {
  it('falls with losses, and the cause is named', () => {
    const { game, state, at } = aGame();
    Object.assign(at.unit('first-1'), { men: 100, lostLately: 50 });
    const { turn, told } = aTurn(game, state);
    morale(state, turn);
    expect(at.unit('first-1').cohesion).toBeLessThan(800);
    expect(causesOf(told, 'first-1')).toEqual(['losses']);
    expect(at.unit('first-1')).toMatchObject({ lostLately: 0, menBefore: 100 });
  });

  it('falls less for better cadres', () => {
    const { game, state, at } = aGame();
    Object.assign(at.unit('first-1'), { men: 100, lostLately: 50, quality: 900 });
    Object.assign(at.unit('first-2'), { men: 100, lostLately: 50, quality: 400 });
    morale(state, aTurn(game, state).turn);
    expect(at.unit('first-1').cohesion).toBeGreaterThan(at.unit('first-2').cohesion);
  });

  it('falls under shells, with the attacker inside, and without a commander, each named', () => {
    const { game, state, at } = aGame();
    Object.assign(at.post('north'), { suppression: 600, holder: 'contested', lodgement: 500 });
    at.formation('first').headlessUntil = 50;
    const { turn, told } = aTurn(game, state);
    morale(state, turn);
    expect(causesOf(told, 'first-1')).toEqual(['shelling', 'lodged', 'headless']);
  });

  it('spreads from a post that fell to its neighbours, most to those of its group', () => {
    const { game, state, at } = aGame();
    Object.assign(at.post('north'), { holder: 'besieger', heldSince: 0 });
    const { turn, told } = aTurn(game, state);
    morale(state, turn);
    expect(causesOf(told, 'first-2')).toEqual(['neighbour-fell']);
    expect(800 - at.unit('first-2').cohesion).toBeGreaterThan(850 - at.unit('reserve').cohesion);
  });

  it('rises when a reserve has come in', () => {
    const { game, state, at } = aGame();
    Object.assign(at.post('north'), { holder: 'contested', lodgement: 1 });
    at.unit('first-1').cohesion = 500;
    state.assaults.push({ id: 'a', side: 'besieger', post: 'north', lead: [], echelon: [], echelonAfter: 0, begun: 0, men: 0, lost: 0, protectiveFire: 0, joined: ['reserve'], joinedAt: 0, ended: 'no' });
    morale(state, aTurn(game, state).turn);
    expect(at.unit('first-1').cohesion).toBe(500 + game.scenario.rules.morale.reinforced);
  });
});

describe('a unit whose cohesion is gone', () => {
  it('breaks under attack; when all have, the post is lost', () => {
    const { game, state, at } = aGame();
    Object.assign(at.post('north'), { holder: 'contested', lodgement: 300 });
    at.unit('first-1').cohesion = game.scenario.rules.morale.breakAt - 60;
    const { turn, of } = aTurn(game, state);
    morale(state, turn);
    expect(of('unit-broke')).toEqual([{ type: 'unit-broke', side: 'garrison', unit: 'first-1', post: 'north' }]);
    expect(at.post('north').holder).toBe('besieger');
    expect(of('holder-changed')).toMatchObject([{ cause: 'broke' }]);
  });

  it('does not break where nobody attacks', () => {
    const { game, state, at } = aGame();
    at.unit('first-1').cohesion = 0;
    morale(state, aTurn(game, state).turn);
    expect(at.unit('first-1').duty).toBe('holding');
  });

  it('breaks sooner without its commander', () => {
    const { game, state, at } = aGame(withRules(aSiege(), { morale: { lodged: 0, headless: 0 } }));
    Object.assign(at.post('north'), { holder: 'contested', lodgement: 1 });
    at.unit('first-1').cohesion = game.scenario.rules.morale.breakAt + 1;
    morale(state, aTurn(game, state).turn);
    expect(at.unit('first-1').duty).toBe('holding');
    at.formation('first').headlessUntil = 50;
    morale(state, aTurn(game, state).turn);
    expect(at.post('north').holder).toBe('besieger');
  });
});

describe('at the end of a turn', () => {
  it('quiet posts recover, never above where they began', () => {
    const { game, state, at } = aGame();
    at.unit('first-1').cohesion = 500;
    rest(state, aTurn(game, state, { draws: highDraws }).turn);
    expect(at.unit('first-1').cohesion).toBe(500 + game.scenario.rules.morale.recover);
    expect(at.unit('first-2').cohesion).toBe(800);
  });

  it('men slip away from a unit that holds together badly, and are counted', () => {
    const { game, state, at } = aGame();
    at.unit('first-1').cohesion = 50;
    const { turn, of } = aTurn(game, state, { draws: lowDraws });
    rest(state, turn);
    const gone = 150 - at.unit('first-1').men;
    expect(gone).toBeGreaterThan(0);
    expect(of('men-deserted')).toEqual([{ type: 'men-deserted', side: 'garrison', unit: 'first-1', men: gone }]);
    expect(state.ledger.garrison.deserted).toBe(gone);
  });

  it('a regiment that did not fight regains will; one that storms does not', () => {
    const { game, state, at } = aGame();
    rest(state, aTurn(game, state).turn);
    expect(at.formation('red').will).toBe(800 + game.scenario.rules.morale.willRest);
    at.unit('red-1').duty = 'storming';
    rest(state, aTurn(game, state).turn);
    expect(at.formation('red').will).toBe(800 + game.scenario.rules.morale.willRest);
  });
});

describe('in the rain', () => {
  it('men lose heart a little even where nobody attacks', () => {
    const { game, state, at } = aGame();
    Object.assign(at.unit('first-1'), { cohesion: 500 });
    state.sky.valley = 'rain';
    const { turn, told } = aTurn(game, state, { draws: highDraws });
    rest(state, turn);
    const { recover, wet } = game.scenario.rules.morale;
    expect(at.unit('first-1').cohesion).toBe(500 + recover - wet);
    expect(causesOf(told, 'first-1')).toEqual(['rest', 'rain']);
  });
});

describe('the morning after', () => {
  it('a unit that broke stands again, in its post if that still holds', () => {
    const { game, state, at } = aGame();
    at.unit('first-1').duty = 'broken';
    Object.assign(at.unit('first-2'), { duty: 'broken', post: null });
    rest(state, aTurn(game, state, { draws: highDraws }).turn);
    expect([at.unit('first-1').duty, at.unit('first-2').duty]).toEqual(['holding', 'waiting']);
  });

  it('a regiment’s will never rests above its ceiling', () => {
    const { game, state, at } = aGame();
    const { willCap } = game.scenario.rules.morale;
    at.formation('red').will = willCap - 1;
    const { turn, of } = aTurn(game, state, { draws: highDraws });
    rest(state, turn);
    expect(of('will-changed')).toEqual([{ type: 'will-changed', formation: 'red', to: willCap, by: 1, cause: 'rest' }]);
  });

  it('men in a contested post have no rest', () => {
    const { game, state, at } = aGame();
    Object.assign(at.post('north'), { holder: 'contested', lodgement: 300 });
    at.unit('first-1').cohesion = 500;
    rest(state, aTurn(game, state, { draws: highDraws }).turn);
    expect(at.unit('first-1').cohesion).toBe(500);
  });

  it('nobody slips away from a unit that holds together', () => {
    const { game, state, at } = aGame();
    rest(state, aTurn(game, state, { draws: scriptedDraws({}) }).turn);
    expect(at.unit('first-1').men).toBe(150);
    expect(state.ledger.garrison.deserted).toBe(0);
  });
});
