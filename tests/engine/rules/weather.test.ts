import { describe, expect, it } from 'vitest';
import { along, share } from '../../../src/engine/numbers.ts';
import { weather } from '../../../src/engine/rules/weather.ts';
import { aGame, aSiege, aTurn, highDraws, lowDraws, scriptedDraws } from '../../helpers/a-siege.ts';

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
    const { turn, told } = aTurn(game, state, { draws: scriptedDraws({ 'weather|valley': [0, 0] }) });
    weather(state, turn);
    expect(state.sky.valley).toBe('clear');
    expect(told).toEqual([]);
  });

  it('is drawn anew from the season when it does not stay, and says so', () => {
    const { game, state } = second();
    const { turn, told } = aTurn(game, state, { draws: scriptedDraws({ 'weather|valley': [999, 0] }) });
    weather(state, turn);
    expect(state.sky).toEqual({ valley: 'storm', mud: game.scenario.rules.weather.mudStorm });
    expect(told).toEqual([{ type: 'sky-changed', from: 'clear', to: 'storm', mud: game.scenario.rules.weather.mudStorm }]);
  });

  it('clears after the last bad roll and the last cloud', () => {
    const { game, state } = second();
    weather(state, aTurn(game, state, { draws: scriptedDraws({ 'weather|valley': [999, 999] }) }).turn);
    expect(state.sky.valley).toBe('clear');
  });

  it('dries the mud of a dry turn, never below dry ground', () => {
    const { game, state } = second();
    state.sky.mud = 30;
    weather(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(state.sky.mud).toBe(0);
  });

  it('is rain after the last roll for a storm, cloud after the last for rain', () => {
    const skyOf = (roll: number): string => {
      const { game, state } = second();
      weather(state, aTurn(game, state, { draws: scriptedDraws({ 'weather|valley': [999, roll] }) }).turn);
      return state.sky.valley;
    };
    const { badSky, stormShare, cloudShare } = aGame().game.scenario.rules.weather;
    const bad = along(badSky, 1);
    const storm = share(bad, stormShare);
    expect([storm - 1, storm, bad - 1, bad, bad + cloudShare - 1, bad + cloudShare].map(skyOf)).toEqual(['storm', 'rain', 'rain', 'cloud', 'cloud', 'clear']);
  });

  it('is worse as the season goes on, and later in a year whose rains are late', () => {
    const worst = along(aGame().game.scenario.rules.weather.badSky, 50) - 1;
    const skyOf = (turn: number, shiftDays: number): string => {
      const { game, state } = aGame(aSiege({ climate: { opening: 'clear', mud: 0, shiftDays } }));
      state.turn = turn;
      weather(state, aTurn(game, state, { draws: scriptedDraws({ 'weather|valley': [999, worst] }) }).turn);
      return state.sky.valley;
    };
    expect([skyOf(1, 0), skyOf(100, 0), skyOf(100, 50)]).toEqual(['clear', 'rain', 'clear']);
  });

  it('deepens the mud turn after turn, never above the deepest', () => {
    const { game, state } = second();
    state.sky = { valley: 'rain', mud: 100 };
    weather(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(state.sky.mud).toBe(100 + game.scenario.rules.weather.mudRain);
    state.sky = { valley: 'storm', mud: 990 };
    weather(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(state.sky.mud).toBe(1000);
  });
});
