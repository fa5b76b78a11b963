import { describe, expect, it } from 'vitest';
import { health } from '../../../src/engine/rules/health.ts';
import type { GameState } from '../../../src/engine/index.ts';
import { aGame, aSiege, aTurn, evenDraws, highDraws, lowDraws, withRules } from '../../helpers/a-siege.ts';

/** Everyone of the garrison who is somewhere. */
function heads(state: GameState): number {
  let men = state.ledger.garrison.killed;
  for (const unit of state.units) if (!unit.id.startsWith('red')) men += unit.men + unit.wounded;
  for (const battery of state.batteries) if (battery.id === 'pit') men += battery.gunners + battery.wounded;
  for (const camp of state.camps) men += camp.light + camp.serious + camp.sick;
  return men;
}

/** Nobody falls sick, so that only the wounded move. */
const noSickness = withRules(aSiege(), { health: { sick: 0, sickMud: 0, sickWeek: 0, besiegerSick: 0, besiegerSickMud: 0 } });

describe('wounded', () => {
  it('of posts that can be reached, and of the guns, come to the camp’s hospital and are sorted', () => {
    const { game, state, at } = aGame(noSickness);
    at.unit('first-1').wounded = 60;
    at.battery('pit').wounded = 40;
    const before = heads(state);
    health(state, aTurn(game, state, { draws: highDraws }).turn);
    expect(at.unit('first-1').wounded + at.battery('pit').wounded).toBe(0);
    expect(at.camp('main')).toMatchObject({ light: 45, serious: 55 });
    expect(heads(state)).toBe(before);
  });

  it('of a post that is cut off stay with it', () => {
    const { game, state, at } = aGame(noSickness);
    at.unit('first-1').wounded = 60;
    at.post('north').cutOffSince = 0;
    health(state, aTurn(game, state).turn);
    expect(at.unit('first-1').wounded).toBe(60);
    expect(at.camp('main').serious).toBe(0);
  });

  it('lightly hit go back to the neediest company of the camp', () => {
    const { game, state, at } = aGame(noSickness);
    at.camp('main').light = 200;
    at.unit('first-2').men = 100;
    const { turn, of } = aTurn(game, state, { draws: highDraws });
    health(state, turn);
    const back = Math.floor((200 * game.scenario.rules.health.woundReturn) / 1000);
    expect(at.unit('first-2').men).toBe(100 + back);
    expect(at.camp('main').light).toBe(200 - back);
    expect(of('hospital-counted')).toMatchObject([{ camp: 'main', returned: back, died: 0 }]);
  });

  it('for whom no company has room stay in the ward', () => {
    const { game, state, at } = aGame(noSickness);
    at.camp('main').light = 200;
    const before = heads(state);
    health(state, aTurn(game, state, { draws: highDraws }).turn);
    expect(at.camp('main').light).toBe(200);
    expect(heads(state)).toBe(before);
  });

  it('die sooner without medical stores', () => {
    const died = (medical: number): number => {
      const { game, state, at } = aGame(noSickness);
      at.camp('main').serious = 1000;
      at.dump('inside').goods[1] = medical;
      health(state, aTurn(game, state, { draws: highDraws }).turn);
      expect(at.camp('main').serious + at.camp('main').light + state.ledger.garrison.killed).toBe(1000);
      return state.ledger.garrison.killed;
    };
    expect(died(500)).toBe(2);
    expect(died(0)).toBe(5);
  });

  it('who die are booked as dead of wounds', () => {
    const { game, state, at } = aGame(noSickness);
    at.camp('main').serious = 1000;
    health(state, aTurn(game, state, { draws: highDraws }).turn);
    expect(state.ledger.garrison.byCause.wounds).toBe(2);
  });

  it('of the besieger go to the hospital behind his front', () => {
    const { game, state, at } = aGame(noSickness);
    at.unit('red-1').wounded = 30;
    at.battery('cave').wounded = 5;
    health(state, aTurn(game, state).turn);
    expect(state.rear.hospital).toBe(35);
    expect(at.unit('red-1').wounded + at.battery('cave').wounded).toBe(0);
  });

  it('a unit that is gone leaves the field when its wounded are carried off', () => {
    const { game, state, at } = aGame(noSickness);
    Object.assign(at.unit('first-1'), { men: 0, wounded: 5, duty: 'gone' });
    health(state, aTurn(game, state).turn);
    expect(at.unit('first-1').post).toBeNull();
  });
});

describe('sickness', () => {
  it('takes men from the companies into the ward, every man of them', () => {
    const { game, state, at } = aGame(withRules(aSiege(), { health: { sick: 500 } }));
    const before = heads(state);
    const { turn, of } = aTurn(game, state, { draws: evenDraws });
    health(state, turn);
    expect(at.camp('main').sick).toBe(21);
    expect(heads(state)).toBe(before);
    expect(of('men-sick')).toContainEqual({ type: 'men-sick', side: 'garrison', camp: 'main', men: 21 });
  });

  it('grows in mud, in a crowd, and with the weeks', () => {
    const sick = (arrange: (siege: ReturnType<typeof aGame>) => void): number => {
      const siege = aGame(withRules(aSiege(), { health: { sickWeek: 100, sickMud: 200, sickCrowd: [[60, 0], [250, 200]] } }));
      arrange(siege);
      health(siege.state, aTurn(siege.game, siege.state, { draws: evenDraws }).turn);
      return siege.at.camp('main').sick;
    };
    const usual = sick(() => undefined);
    expect(sick(({ state }) => { state.sky.mud = 1000; })).toBeGreaterThan(usual);
    expect(sick(({ state }) => { state.turn = 28; })).toBeGreaterThan(usual);
    expect(sick(({ at }) => { at.camp('main').zoneHexes = 1; })).toBeGreaterThan(usual);
  });

  it('passes: the sick come back, and a few die', () => {
    const { game, state, at } = aGame(noSickness);
    at.camp('main').sick = 1000;
    at.unit('first-1').men = 10;
    health(state, aTurn(game, state, { draws: highDraws }).turn);
    expect(state.ledger.garrison.byCause.sickness).toBe(1);
    expect(at.unit('first-1').men).toBeGreaterThan(10);
  });

  it('never strikes a company off', () => {
    const { game, state, at } = aGame(withRules(aSiege(), { health: { sick: 10_000 } }));
    health(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(at.unit('first-1').men).toBe(1);
  });

  it('takes the besieger’s men to his hospital', () => {
    const { game, state } = aGame(withRules(aSiege(), { health: { besiegerSick: 100 } }));
    health(state, aTurn(game, state, { draws: evenDraws }).turn);
    expect(state.rear.hospital).toBe(11);
  });
});
