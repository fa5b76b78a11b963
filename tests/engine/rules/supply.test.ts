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
    const { carryDay, trips } = day.game.scenario.rules.supply;
    expect(day.at.battery('cave').ready).toBe(4 * Math.floor(carryDay / trips));
    expect(night.at.battery('cave').ready).toBeGreaterThan(day.at.battery('cave').ready);
  });

  it('come slowly in rain, and slower still to a battery under shells', () => {
    const { game, state, at } = aGame();
    state.sky.valley = 'rain';
    at.battery('pit').ready = 0;
    at.battery('cave').ready = 0;
    at.battery('cave').pinnedUntil = 5;
    supply(state, aTurn(game, state).turn);
    const { carryNight, carryWet, carryPinned, trips } = game.scenario.rules.supply;
    expect(at.battery('pit').ready).toBe(4 * Math.floor(Math.floor((carryNight * carryWet) / 1000) / trips));
    expect(at.battery('cave').ready).toBe(4 * Math.floor(Math.floor((Math.floor((carryNight * carryWet) / 1000) * carryPinned) / 1000) / trips));
  });

  it('come on every trip of the turn, and in no hour between', () => {
    const { game, state, at } = aGame();
    const { carryNight, trips } = game.scenario.rules.supply;
    at.battery('cave').ready = 0;
    const carriedIn = [];
    for (let pulse = 0; pulse < 12; pulse += 1) {
      const before = at.battery('cave').ready;
      supply(state, aTurn(game, state, { pulse }).turn);
      if (at.battery('cave').ready > before) carriedIn.push(pulse);
      at.battery('cave').ready = 0;
    }
    expect(carriedIn).toEqual([0, 3, 6, 9]);
    expect(carryNight % trips).toBe(0);
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

describe('a battery', () => {
  it('gets nothing for tubes that cannot fire, and keeps what already lies there', () => {
    const { game, state, at } = aGame();
    Object.assign(at.battery('cave'), { tubes: 1, damaged: 3, ready: 300 });
    Object.assign(at.battery('mortars'), { tubes: 0, damaged: 4, ready: 0 });
    supply(state, aTurn(game, state).turn);
    expect(at.battery('cave').ready).toBe(300);
    expect(at.battery('mortars').ready).toBe(0);
  });

  it('shares its dump with the others: the first in the list is served first', () => {
    const siege = aSiege();
    const twin = siege.batteries.filter(({ id }) => id === 'cave').map((battery) => ({ ...battery, id: 'cave-2' }));
    const { game, state, at } = aGame({ ...siege, batteries: [...siege.batteries, ...twin] });
    const column = game.board.weapons.indexOf('t105');
    for (const dump of state.dumps) if (dump.id === 'outside') dump.rounds[column] = 100;
    Object.assign(at.battery('cave'), { ready: 4 * game.scenario.rules.supply.readyCap - 70 });
    Object.assign(at.battery('cave-2'), { ready: 0 });
    const { turn, of } = aTurn(game, state);
    supply(state, turn);
    expect(at.battery('cave-2').ready).toBe(30);
    expect(of('shells-carried').filter((fact) => fact.type === 'shells-carried' && fact.dump === 'outside' && fact.weapon === 't105')).toMatchObject([{ rounds: 100 }]);
  });

  it('draws on no dump but its own', () => {
    const { game, state, at } = aGame();
    for (const dump of state.dumps) if (dump.id === 'inside') dump.rounds = dump.rounds.map(() => 0);
    at.battery('pit').ready = 0;
    supply(state, aTurn(game, state).turn);
    expect(at.battery('pit').ready).toBe(0);
  });
});
