import { describe, expect, it } from 'vitest';
import { supply } from '../../../src/engine/rules/supply.ts';
import { aGame, aSiege, aTurn } from '../../helpers/a-siege.ts';

describe('shells from the dump to the guns', () => {
  it('fill up what may lie ready beside a gun, and no more', () => {
    const { game, state, at } = aGame();
    const { readyCap } = game.scenario.rules.supply;
    at.battery('pit').ready = 4 * readyCap - 7;
    const before = state.dumps[0]?.rounds.reduce((sum, rounds) => sum + rounds, 0) ?? 0;
    const { turn, told } = aTurn(game, state);
    supply(state, turn);
    expect(at.battery('pit').ready).toBe(4 * readyCap);
    expect(state.dumps[0]?.rounds.reduce((sum, rounds) => sum + rounds, 0)).toBe(before - 7);
    expect(told).toContainEqual({ type: 'shells-carried', side: 'garrison', dump: 'inside', weapon: 't105', rounds: 7 });
  });

  it('come up in greater number by night than by day', () => {
    const night = aGame();
    const day = aGame(aSiege({ calendar: { firstDay: '1954-03-13', firstPhase: 'day', turns: 6 } }));
    for (const { game, state, at } of [night, day]) {
      at.battery('cave').ready = 0;
      supply(state, aTurn(game, state).turn);
    }
    const { carryDay, readyCap } = day.game.scenario.rules.supply;
    expect(day.at.battery('cave').ready).toBe(4 * Math.min(carryDay, readyCap));
    expect(night.at.battery('cave').ready).toBeGreaterThan(day.at.battery('cave').ready);
  });

  it('come slowly in rain, and slower still to a battery under shells', () => {
    const { game, state, at } = aGame();
    state.sky.valley = 'rain';
    at.battery('pit').ready = 0;
    at.battery('cave').ready = 0;
    at.battery('cave').pinnedUntil = 5;
    supply(state, aTurn(game, state).turn);
    const { carryNight, carryWet, carryPinned } = game.scenario.rules.supply;
    expect(at.battery('pit').ready).toBe(4 * Math.floor((carryNight * carryWet) / 1000));
    expect(at.battery('cave').ready).toBe(4 * Math.floor((Math.floor((carryNight * carryWet) / 1000) * carryPinned) / 1000));
  });

  it('end with the dump, and the empty dump is told', () => {
    const { game, state, at } = aGame();
    const column = game.board.weapons.indexOf('t105');
    for (const dump of state.dumps) if (dump.id === 'outside') dump.rounds[column] = 5;
    at.battery('cave').ready = 0;
    const { turn, told } = aTurn(game, state);
    supply(state, turn);
    expect(at.battery('cave').ready).toBe(5);
    expect(told).toContainEqual({ type: 'dump-empty', side: 'besieger', dump: 'outside', weapon: 't105' });
  });
});
