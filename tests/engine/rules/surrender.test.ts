import { describe, expect, it } from 'vitest';
import { along } from '../../../src/engine/numbers.ts';
import { surrender } from '../../../src/engine/rules/surrender.ts';
import { aGame, aTurn, highDraws, lowDraws, scriptedDraws } from '../../helpers/a-siege.ts';

/** The northern post half taken, its men near the end. */
function nearTheEnd(): ReturnType<typeof aGame> {
  const siege = aGame();
  Object.assign(siege.at.post('north'), { holder: 'contested', lodgement: 700 });
  Object.assign(siege.at.unit('first-1'), { men: 40, wounded: 60, cohesion: 250 });
  return siege;
}

describe('a post that is cut up', () => {
  it('may lay down its arms: all are taken, the wounded too, nobody gets away', () => {
    const { game, state, at } = nearTheEnd();
    const { turn, of } = aTurn(game, state, { draws: lowDraws });
    surrender(state, turn);
    expect(of('post-surrendered')).toEqual([{ type: 'post-surrendered', post: 'north', side: 'garrison', men: 40 }]);
    expect(of('men-captured')).toMatchObject([{ unit: 'first-1', men: 40, wounded: 60 }]);
    expect(of('men-got-away')).toEqual([]);
    expect(state.ledger.garrison.captured).toBe(100);
    expect(at.post('north').holder).toBe('besieger');
  });

  it('fights on when the roll is high', () => {
    const { game, state, at } = nearTheEnd();
    surrender(state, aTurn(game, state, { draws: highDraws }).turn);
    expect(at.post('north').holder).toBe('contested');
  });

  it('does not give up while the attacker is barely inside', () => {
    const { game, state, at } = nearTheEnd();
    at.post('north').lodgement = game.scenario.rules.surrender.lodged - 1;
    surrender(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(at.post('north').holder).toBe('contested');
  });

  it('gives up on a roll that a led post would have stood, once its commander is gone', () => {
    const led = nearTheEnd();
    const roll = 120;
    surrender(led.state, aTurn(led.game, led.state, { draws: scriptedDraws({ 'surrender|north': [roll] }) }).turn);
    expect(led.at.post('north').holder).toBe('contested');
    const headless = nearTheEnd();
    headless.at.formation('first').headlessUntil = 50;
    surrender(headless.state, aTurn(headless.game, headless.state, { draws: scriptedDraws({ 'surrender|north': [roll] }) }).turn);
    expect(headless.at.post('north').holder).toBe('besieger');
  });

  it('holds out on that roll while help is on its way', () => {
    const { game, state, at } = nearTheEnd();
    at.formation('first').headlessUntil = 50;
    at.unit('reserve').march = { purpose: 'reinforce', post: 'north', path: [1], wait: 0, step: 0, odds: 0 };
    surrender(state, aTurn(game, state, { draws: scriptedDraws({ 'surrender|north': [120] }) }).turn);
    expect(at.post('north').holder).toBe('contested');
  });
});

describe('a contested post that its men have left', () => {
  it('is given up without a surrender, and those who wait before it walk in', () => {
    const { game, state, at } = nearTheEnd();
    Object.assign(at.unit('first-1'), { wounded: 0, post: null, duty: 'marching' });
    const { turn, told, of } = aTurn(game, state, { draws: scriptedDraws({}) });
    surrender(state, turn);
    expect(told).toEqual([{ type: 'holder-changed', post: 'north', from: 'contested', to: 'besieger', cause: 'given-up' }]);
    expect(of('post-surrendered')).toEqual([]);
    expect(at.unit('first-1').men).toBe(40);
    expect(state.units.filter(({ post, duty }) => post === 'north' && duty === 'holding').map(({ id }) => id)).toEqual(['red-1']);
  });
});

describe('the chance that a post gives up', () => {
  /** The lowest roll on which the northern post still fights on. */
  function standsAt(arrange: (siege: ReturnType<typeof aGame>) => void): number {
    const holds = (roll: number): boolean => {
      const siege = nearTheEnd();
      arrange(siege);
      surrender(siege.state, aTurn(siege.game, siege.state, { draws: scriptedDraws({ 'surrender|north': [roll] }) }).turn);
      return siege.at.post('north').holder === 'contested';
    };
    return Array.from({ length: 1000 }, (_, roll) => roll).find(holds) ?? 1000;
  }

  it('is the curve’s at the cohesion of its men', () => {
    const { hazard } = aGame().game.scenario.rules.surrender;
    const cohesion = [0, 150, 250, 350, 600];
    expect(cohesion.map((value) => standsAt(({ at }) => { at.unit('first-1').cohesion = value; }))).toEqual(cohesion.map((value) => along(hazard, value)));
  });

  it('grows where it is the last of its group', () => {
    const { alone, hazard } = aGame().game.scenario.rules.surrender;
    expect(standsAt(({ at }) => { at.post('south').holder = 'besieger'; })).toBe(Math.floor((along(hazard, 250) * alone) / 1000));
  });

  it('is not softened by men who leave it', () => {
    const march = { purpose: 'withdraw', post: 'north', path: [1], wait: 0, step: 0, odds: 0 } as const;
    expect(standsAt(({ at }) => { Object.assign(at.unit('reserve'), { march }); })).toBe(standsAt(() => undefined));
  });
});

describe('a post that is cut off that nobody storms', () => {
  /** Whether the northern post gave in at the end of a turn. */
  function gaveIn(cohesion: number, pulse: number, cutOffSince: number): boolean {
    const { game, state, at } = aGame();
    at.unit('first-1').cohesion = cohesion;
    at.post('north').cutOffSince = cutOffSince;
    const { turn } = aTurn(game, state, { pulse, draws: lowDraws });
    surrender(state, turn);
    return at.post('north').holder === 'besieger';
  }

  it('may lay down its arms once a turn, when its men no longer hold together', () => {
    expect(gaveIn(100, 11, 0)).toBe(true);
    expect(gaveIn(100, 10, 0)).toBe(false);
    expect(gaveIn(600, 11, 0)).toBe(false);
    expect(gaveIn(100, 11, -1)).toBe(false);
  });
});
