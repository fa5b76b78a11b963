import { describe, expect, it } from 'vitest';
import { morale, rest } from '../../../src/engine/rules/morale.ts';
import { aGame, aSiege, aTurn, highDraws, withRules } from '../../helpers/a-siege.ts';

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
    state.assaults.push({ id: 'a', side: 'besieger', post: 'north', lead: [], echelon: [], echelonAfter: 0, begun: 0, men: 0, lost: 0, protectiveFire: 0, joined: ['reserve'], joinedAt: 0, enteredAt: -1, ended: 'no' });
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
    expect(at.unit('first-1').cohesion).toBe(500 + game.scenario.rules.morale.recover - game.scenario.rules.morale.wear);
    expect(at.unit('first-2').cohesion).toBe(800);
  });
});

describe('in the rain', () => {
  it('men lose heart a little even where nobody attacks', () => {
    const { game, state, at } = aGame();
    Object.assign(at.unit('first-1'), { cohesion: 500 });
    state.sky.valley = 'rain';
    const { turn, told } = aTurn(game, state, { draws: highDraws });
    rest(state, turn);
    const { recover, wet, wear } = game.scenario.rules.morale;
    expect(at.unit('first-1').cohesion).toBe(500 + recover - wear - wet);
    expect(causesOf(told, 'first-1')).toEqual(['rest', 'wear', 'rain']);
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

  it('men in a contested post have no rest', () => {
    const { game, state, at } = aGame();
    Object.assign(at.post('north'), { holder: 'contested', lodgement: 300 });
    at.unit('first-1').cohesion = 500;
    rest(state, aTurn(game, state, { draws: highDraws }).turn);
    const { lodgedTurn, wear } = game.scenario.rules.morale;
    expect(at.unit('first-1').cohesion).toBe(500 - lodgedTurn - wear);
  });
});

describe('what a half-day does to a camp', () => {
  /** Cohesion points of a unit by cause after the half-day. */
  function pointsOf(arrange: (siege: ReturnType<typeof aGame>) => void, unit = 'first-1'): Record<string, number> {
    const siege = aGame();
    siege.at.unit(unit).cohesion = 500;
    // In the rain, so that no sum comes to nought and is not told.
    siege.state.sky.valley = 'rain';
    arrange(siege);
    const { turn, told } = aTurn(siege.game, siege.state, { draws: highDraws });
    rest(siege.state, turn);
    return Object.fromEntries(told.flatMap((fact) => (fact.type === 'cohesion-changed' && fact.unit === unit ? fact.causes.map(({ cause, points }) => [cause, points]) : [])));
  }

  const rules = aGame().game.scenario.rules.morale;

  it('hunger takes cohesion by how far it has built up', () => {
    expect(pointsOf(({ at }) => { at.camp('main').hunger = 500; }).hunger).toBe(-Math.floor(rules.hunger / 2));
    expect(pointsOf(() => undefined).hunger).toBeUndefined();
  });

  it('a post that nobody can reach loses heart after some turns, and only that post', () => {
    const cutOff = ({ state, at }: ReturnType<typeof aGame>): void => {
      state.turn = 5;
      at.post('north').cutOffSince = 0;
    };
    expect(pointsOf(cutOff)['cut-off']).toBe(-rules.cutOff);
    expect(pointsOf(cutOff, 'first-2')['cut-off']).toBeUndefined();
  });

  it('wounded who wait weigh by how many fit men there are', () => {
    expect(pointsOf(({ at }) => { at.camp('main').serious = 215; })['wounded-waiting']).toBe(-Math.floor(rules.woundedWaiting / 2));
  });

  it('silent guns are felt in the line', () => {
    expect(pointsOf(({ at }) => { at.dump('inside').rounds.fill(0); })['no-shells']).toBe(-rules.noShells);
  });

  it('a shocked staff is felt by all under it, a battalion without its commander by its own', () => {
    expect(pointsOf(({ at }) => { at.formation('staff').shockedUntil = 99; }).headless).toBe(-rules.staffShocked);
    expect(pointsOf(({ at }) => { at.formation('para').headlessUntil = 99; }).headless).toBeUndefined();
    expect(pointsOf(({ at }) => { at.formation('para').headlessUntil = 99; }, 'reserve').headless).toBe(-rules.staffShocked);
  });

  it('men who jump in give heart once', () => {
    const siege = aGame();
    siege.at.unit('first-1').cohesion = 500;
    siege.state.ledger.garrison.jumped = 500;
    rest(siege.state, aTurn(siege.game, siege.state).turn);
    expect(siege.at.unit('first-1').cohesion).toBe(500 + rules.recover - rules.wear + Math.floor(rules.relief / 2));
    rest(siege.state, aTurn(siege.game, siege.state).turn);
    expect(siege.at.unit('first-1').cohesion).toBe(500 + 2 * (rules.recover - rules.wear) + Math.floor(rules.relief / 2));
  });
});

describe('an attack beaten off', () => {
  it('lifts the men of the post, and the rest of the camp a little', () => {
    const { game, state, at } = aGame();
    for (const unit of ['first-1', 'first-2']) at.unit(unit).cohesion = 500;
    at.post('north').stormedAt = 3;
    morale(state, aTurn(game, state, { pulse: 3 }).turn);
    expect(at.unit('first-1').cohesion).toBe(500 + game.scenario.rules.morale.success);
    expect(at.unit('first-2').cohesion).toBe(500 + game.scenario.rules.morale.successFar);
  });

  it('is no news in another hour', () => {
    const { game, state, at } = aGame();
    at.unit('first-1').cohesion = 500;
    at.post('north').stormedAt = 3;
    morale(state, aTurn(game, state, { pulse: 4 }).turn);
    expect(at.unit('first-1').cohesion).toBe(500);
  });
});
