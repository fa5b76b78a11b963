import { describe, expect, it } from 'vitest';
import { desertion } from '../../../src/engine/rules/desertion.ts';
import { aGame, aSiege, aTurn, highDraws, lowDraws, scriptedDraws, withRules } from '../../helpers/a-siege.ts';

/** Everything is far out. */
const farOut = withRules(aSiege(), { desertion: { walkOutMetres: 1000 } });

describe('desertion', () => {
  it('nobody leaves a unit that holds together, and nobody asks chance', () => {
    const { game, state, at } = aGame();
    desertion(state, aTurn(game, state, { draws: scriptedDraws({}) }).turn);
    expect(at.unit('first-1').men).toBe(150);
  });

  it('men leave a unit that holds together badly: some go over, the others hide in the camp', () => {
    const { game, state, at } = aGame();
    at.unit('first-1').cohesion = 50;
    const { turn, of } = aTurn(game, state, { draws: lowDraws });
    desertion(state, turn);
    const left = 150 - at.unit('first-1').men;
    const { deserted, goneOver } = state.ledger.garrison;
    expect(left).toBeGreaterThan(0);
    expect(deserted).toBe(left);
    expect(goneOver).toBeGreaterThan(0);
    expect(at.camp('main').deserters).toBe(left - goneOver);
    expect(of('men-deserted')).toEqual([{ type: 'men-deserted', side: 'garrison', unit: 'first-1', men: left }]);
    expect(of('deserters-gone-over')).toEqual([{ type: 'deserters-gone-over', camp: 'main', men: goneOver }]);
  });

  it('poor troops leave at a cohesion at which good ones stay', () => {
    const { game, state, at } = aGame();
    Object.assign(at.unit('first-1'), { cohesion: 550, quality: 350 });
    Object.assign(at.unit('first-2'), { cohesion: 550, quality: 900 });
    desertion(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(at.unit('first-1').men).toBeLessThan(150);
    expect(at.unit('first-2').men).toBe(150);
  });

  it('from a post that nobody can reach all who leave go over', () => {
    const { game, state, at } = aGame();
    at.unit('first-1').cohesion = 50;
    at.post('north').cutOffSince = 0;
    desertion(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(at.camp('main').deserters).toBe(0);
    expect(state.ledger.garrison.goneOver).toBe(150 - at.unit('first-1').men);
  });

  it('men behind the line slip away as their cohesion sinks', () => {
    const siege = aSiege();
    const { game, state, at } = aGame({ ...siege, units: siege.units.map((unit) => (unit.id === 'reserve' ? { ...unit, arm: 'services' } : unit)) });
    at.unit('reserve').cohesion = 450;
    desertion(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(at.unit('reserve').men).toBeLessThan(130);
  });
});

describe('walking out', () => {
  it('poor troops whose cohesion is gone leave a far post to the besieger, every man of them counted', () => {
    const { game, state, at } = aGame(farOut);
    Object.assign(at.unit('first-1'), { cohesion: 100, quality: 400 });
    const { turn, of } = aTurn(game, state, { draws: lowDraws });
    desertion(state, turn);
    expect(at.post('north').holder).toBe('besieger');
    expect(at.unit('first-1').men).toBe(0);
    expect(at.camp('main').deserters + state.ledger.garrison.goneOver).toBe(150);
    expect(of('post-walked-out')).toEqual([{ type: 'post-walked-out', post: 'north', unit: 'first-1', men: 150 }]);
  });

  it('is for the far, the poor and the shaken only', () => {
    const walks = (siege: ReturnType<typeof aSiege>, cohesion: number, quality: number): boolean => {
      const { game, state, at } = aGame(siege);
      Object.assign(at.unit('first-1'), { cohesion, quality });
      desertion(state, aTurn(game, state, { draws: lowDraws }).turn);
      return at.post('north').holder !== 'garrison';
    };
    expect(walks(farOut, 100, 400)).toBe(true);
    expect(walks(aSiege(), 100, 400)).toBe(false);
    expect(walks(farOut, 100, 800)).toBe(false);
    expect(walks(farOut, 400, 400)).toBe(false);
  });

  it('does not happen against the odds of the curve', () => {
    const { game, state, at } = aGame(farOut);
    Object.assign(at.unit('first-1'), { cohesion: 100, quality: 400 });
    desertion(state, aTurn(game, state, { draws: highDraws }).turn);
    expect(at.post('north').holder).toBe('garrison');
  });
});
