import { describe, expect, it } from 'vitest';
import { captureBattery, fireMission, hurtGunners } from '../../src/engine/guns.ts';
import { clockOf } from '../../src/engine/turn-context.ts';
import { aGame, aTurn } from '../helpers/a-siege.ts';

/** The column of a weapon in lists of rounds. */
const column = ({ game }: ReturnType<typeof aGame>, weapon: string): number => game.board.weapons.indexOf(weapon);

describe('a battery that fires', () => {
  it('spends its ready rounds, and book and report agree', () => {
    const siege = aGame();
    const { turn, told } = aTurn(siege.game, siege.state, { pulse: 4 });
    const cave = siege.at.battery('cave');
    const ready = cave.ready;
    for (const rounds of [30, 12]) fireMission(siege.state, turn, { battery: 1, rounds, aim: { kind: 'post', id: 'north' }, fix: null });
    expect(cave).toMatchObject({ ready: ready - 42, firedAt: clockOf(turn) });
    expect(siege.state.ledger.besieger.fired[column(siege, 't105')]).toBe(42);
    expect(siege.state.ledger.garrison.fired[column(siege, 't105')]).toBe(0);
    expect(told).toMatchObject([{ type: 'battery-fired', battery: 'cave', rounds: 30 }, { type: 'battery-fired', battery: 'cave', rounds: 12 }]);
  });
});

describe('gunners who are hit', () => {
  it('are dead or wounded, to the last one, and no more than there are', () => {
    for (const [kept, killed] of [[0, 3], [700, 4]] as const) {
      const { game, state, at } = aGame();
      at.battery('pit').remainder = kept;
      const { turn, of } = aTurn(game, state);
      hurtGunners(state, turn, at.battery('pit'), 10, 333, 'counter-battery');
      expect(at.battery('pit')).toMatchObject({ gunners: 90, wounded: 10 - killed });
      expect(state.ledger.garrison).toMatchObject({ killed, wounded: 10 - killed });
      expect(state.ledger.garrison.byCause['counter-battery']).toBe(10);
      expect(of('gunners-lost')).toEqual([{ type: 'gunners-lost', side: 'garrison', battery: 'pit', killed, wounded: 10 - killed, cause: 'counter-battery' }]);
    }
    const { game, state, at } = aGame();
    hurtGunners(state, aTurn(game, state).turn, at.battery('pit'), 5000, 300, 'shelling');
    expect(at.battery('pit').gunners).toBe(0);
    expect(state.ledger.garrison.byCause.shelling).toBe(100);
  });

  it('are not reported where there are none', () => {
    const { game, state, at } = aGame();
    const { turn, told } = aTurn(game, state);
    at.battery('pit').gunners = 0;
    hurtGunners(state, turn, at.battery('pit'), 3, 300, 'shelling');
    expect(told).toEqual([]);
  });
});

describe('a battery that is taken', () => {
  it('is lost with its damaged tubes, its ready rounds, its crews and their wounded', () => {
    const siege = aGame();
    const pit = siege.at.battery('pit');
    Object.assign(pit, { tubes: 2, damaged: 1, gunners: 60, wounded: 5, ready: 77 });
    const { turn, of } = aTurn(siege.game, siege.state);
    captureBattery(siege.state, turn, pit);
    expect(of('battery-captured')).toEqual([{ type: 'battery-captured', side: 'garrison', battery: 'pit', tubes: 3, rounds: 77, gunners: 65 }]);
    expect(pit).toMatchObject({ tubes: 0, damaged: 0, gunners: 0, wounded: 0, ready: 0 });
    const { tubesLost, lostRounds, captured } = siege.state.ledger.garrison;
    expect([tubesLost[column(siege, 't105')], lostRounds[column(siege, 't105')], captured]).toEqual([3, 77, 65]);
  });

  it('is not taken twice', () => {
    const siege = aGame();
    const { turn, of } = aTurn(siege.game, siege.state);
    captureBattery(siege.state, turn, siege.at.battery('pit'));
    captureBattery(siege.state, turn, siege.at.battery('pit'));
    expect(of('battery-captured')).toHaveLength(1);
    expect(siege.state.ledger.garrison.captured).toBe(100);
  });
});
