import { describe, expect, it } from 'vitest';
import { sniping } from '../../../src/engine/rules/sniping.ts';
import { aGame, aSiege, aTurn } from '../../helpers/a-siege.ts';

type Siege = ReturnType<typeof aGame>;

const BY_DAY = aSiege({ calendar: { firstDay: '1954-03-13', firstPhase: 'day', turns: 6 } });

/** Marksmen before the northern post for so many turns of the same light. */
function sniped(siege: Siege, turns: number): ReturnType<typeof aTurn>['told'] {
  const all: ReturnType<typeof aTurn>['told'] = [];
  for (let count = 0; count < turns; count += 1) {
    const { turn, told } = aTurn(siege.game, siege.state, { orders: { besieger: [{ kind: 'snipe', post: 'north' }] } });
    sniping(siege.state, turn);
    all.push(...told);
    siege.state.turn += 2;
  }
  return all;
}

describe('marksmen before a post', () => {
  it('hit a man or so a day', () => {
    const siege = aGame(BY_DAY);
    sniped(siege, 10);
    const { losses } = siege.game.scenario.rules.sniping;
    expect(150 - siege.at.unit('first-1').men).toBe(Math.floor((10 * losses) / 1000));
    expect(siege.state.ledger.garrison.byCause.sniping).toBe(150 - siege.at.unit('first-1').men);
  });

  it('hit fewer by night', () => {
    const night = aGame();
    sniped(night, 10);
    const { losses, nightShare } = night.game.scenario.rules.sniping;
    expect(150 - night.at.unit('first-1').men).toBe(Math.floor((10 * Math.floor((losses * nightShare) / 1000)) / 1000));
  });

  it('tell on those who are left', () => {
    const siege = aGame(BY_DAY);
    const told = sniped(siege, 1);
    expect(siege.at.unit('first-1').cohesion).toBe(800 - siege.game.scenario.rules.sniping.cohesion);
    expect(told.map(({ type }) => type)).toEqual(['men-lost', 'cohesion-changed']);
  });

  it('need a sap that is near, and a post that is held', () => {
    const none = { type: 'order-void', side: 'besieger', order: 0, kind: 'snipe' };
    const far = aGame(aSiege({ approaches: [{ id: 'sap', post: 'north', from: { east: 1400, north: 1900 }, headMetres: 200 }] }));
    expect(sniped(far, 1)).toEqual([none]);
    const taken = aGame();
    taken.at.post('north').holder = 'besieger';
    expect(sniped(taken, 1)).toEqual([none]);
  });
});
