import { describe, expect, it } from 'vitest';
import { weather } from '../../../src/engine/rules/weather.ts';
import { aGame, aSiege, aTurn, highDraws, lowDraws, scripted } from '../../helpers/a-siege.ts';

/** The state at the second turn, so that the sky may change. */
function second(): ReturnType<typeof aGame> {
  const siege = aGame();
  siege.state.turn = 1;
  return siege;
}

describe('the sky over the valley', () => {
  it('of the first turn is the scenario’s own', () => {
    const { game, state } = aGame(aSiege({ climate: { opening: 'rain', mud: 100, shiftDays: 0 } }));
    weather(state, aTurn(game, state, { draws: highDraws }).turn);
    expect(state.sky.valley).toBe('rain');
  });

  it('stays as it was when the roll for persistence is under it', () => {
    const { game, state } = second();
    const { turn, told } = aTurn(game, state, { draws: scripted({ 'weather|valley': [0, 0] }).draws });
    weather(state, turn);
    expect(state.sky.valley).toBe('clear');
    expect(told).toEqual([]);
  });

  it('is drawn anew from the season when it does not stay, and says so', () => {
    const { game, state } = second();
    const rolls = scripted({ 'weather|valley': [999, 0] });
    const { turn, told } = aTurn(game, state, { draws: rolls.draws });
    weather(state, turn);
    expect(state.sky).toEqual({ valley: 'storm', mud: game.scenario.rules.weather.mudStorm });
    expect(told).toEqual([{ type: 'sky-changed', from: 'clear', to: 'storm', mud: game.scenario.rules.weather.mudStorm }]);
    expect(rolls.unused()).toEqual([]);
  });

  it('clears after the last bad roll and the last cloud', () => {
    const { game, state } = second();
    weather(state, aTurn(game, state, { draws: scripted({ 'weather|valley': [999, 999] }).draws }).turn);
    expect(state.sky.valley).toBe('clear');
  });

  it('dries the mud of a dry turn, never below dry ground', () => {
    const { game, state } = second();
    state.sky.mud = 30;
    weather(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(state.sky.mud).toBe(0);
  });
});
