import { describe, expect, it } from 'vitest';
import { along, share } from '../../../src/engine/numbers.ts';
import { weather } from '../../../src/engine/rules/weather.ts';
import type { ClimateFacts } from '../../../src/engine/facts-siege.ts';
import { aGame, aSiege, aTurn, highDraws, lowDraws, scriptedDraws } from '../../helpers/a-siege.ts';

const climate: ClimateFacts = { opening: 'clear', mud: 0, shiftDays: 0, valley: [[0, 80], [50, 520]], bases: [[0, 60], [50, 260]] };

/** The state at the second turn, so that the sky may change. */
function second(change: Partial<ClimateFacts> = {}): ReturnType<typeof aGame> {
  const siege = aGame(aSiege({ climate: { ...climate, ...change } }));
  siege.state.turn = 1;
  return siege;
}

/** Listed rolls for one place; the other's sky stays as it was. */
function rolls(place: 'valley' | 'bases', list: readonly number[]): ReturnType<typeof scriptedDraws> {
  const other = place === 'valley' ? 'bases' : 'valley';
  return scriptedDraws({ [`weather|${place}`]: list, [`weather|${other}`]: [0, 0] });
}

/** The sky over a place after a roll on the season, `turn` turns into the siege. */
function skyOf(place: 'valley' | 'bases', roll: number, turn = 1, change: Partial<ClimateFacts> = {}): string {
  const { game, state } = second(change);
  state.turn = turn;
  weather(state, aTurn(game, state, { draws: rolls(place, [999, roll]) }).turn);
  return state.sky[place];
}

describe('the sky over the valley', () => {
  it('of the first turn is the scenario’s own', () => {
    const { game, state } = second({ opening: 'rain', mud: 100 });
    state.turn = 0;
    weather(state, aTurn(game, state, { draws: highDraws }).turn);
    expect(state.sky.valley).toBe('rain');
  });

  it('stays as it was when the roll for persistence is under it', () => {
    const { game, state } = second();
    const { turn, told } = aTurn(game, state, { draws: rolls('valley', [0, 0]) });
    weather(state, turn);
    expect(state.sky.valley).toBe('clear');
    expect(told).toEqual([]);
  });

  it('is drawn anew from the season when it does not stay, and says so', () => {
    const { game, state } = second();
    const { turn, told } = aTurn(game, state, { draws: rolls('valley', [999, 0]) });
    weather(state, turn);
    expect(state.sky).toEqual({ valley: 'storm', bases: 'clear', mud: game.scenario.rules.weather.mudStorm });
    expect(told).toEqual([{ type: 'sky-changed', from: 'clear', to: 'storm', mud: game.scenario.rules.weather.mudStorm }]);
  });

  it('clears after the last bad roll and the last cloud', () => {
    expect(skyOf('valley', 999)).toBe('clear');
  });

  it('is rain after the last roll for a storm, cloud after the last for rain', () => {
    const { stormShare, cloudShare } = aGame().game.scenario.rules.weather;
    const bad = along(climate.valley, 1);
    const storm = share(bad, stormShare);
    const skies = [storm - 1, storm, bad - 1, bad, bad + cloudShare - 1, bad + cloudShare].map((roll) => skyOf('valley', roll));
    expect(skies).toEqual(['storm', 'rain', 'rain', 'cloud', 'cloud', 'clear']);
  });

  it('is worse as the season goes on, and later in a year whose rains are late', () => {
    const worst = along(climate.valley, 50) - 1;
    const late = { shiftDays: 50 };
    expect([skyOf('valley', worst, 1), skyOf('valley', worst, 100), skyOf('valley', worst, 100, late)]).toEqual(['clear', 'rain', 'clear']);
  });

  it('deepens the mud turn after turn, never above the deepest', () => {
    const { game, state } = second();
    state.sky = { valley: 'rain', bases: 'clear', mud: 100 };
    weather(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(state.sky.mud).toBe(100 + game.scenario.rules.weather.mudRain);
    state.sky = { valley: 'storm', bases: 'clear', mud: 990 };
    weather(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(state.sky.mud).toBe(1000);
  });

  it('dries the mud of a dry turn, never below dry ground', () => {
    const { game, state } = second();
    state.sky.mud = 30;
    weather(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(state.sky.mud).toBe(0);
  });
});

describe('the sky over the bases', () => {
  it('has a season and a roll of its own, and leaves the mud of the valley alone', () => {
    const { game, state } = second();
    const { turn, told } = aTurn(game, state, { draws: rolls('bases', [999, 0]) });
    weather(state, turn);
    expect(state.sky).toEqual({ valley: 'clear', bases: 'storm', mud: 0 });
    expect(told).toEqual([{ type: 'bases-sky-changed', from: 'clear', to: 'storm' }]);
  });

  it('is drawn from the season of the bases, not of the valley', () => {
    const between = along(climate.bases, 50) + 1;
    expect(between).toBeLessThan(along(climate.valley, 50));
    expect([skyOf('valley', between, 100), skyOf('bases', between, 100)]).toEqual(['storm', 'cloud']);
  });

  it('stays as it was when its own roll for persistence is under it', () => {
    const { game, state } = second();
    state.sky.bases = 'rain';
    weather(state, aTurn(game, state, { draws: rolls('bases', [0, 999]) }).turn);
    expect(state.sky.bases).toBe('rain');
  });
});
