import { describe, expect, it } from 'vitest';
import { raids } from '../../../src/engine/rules/raids.ts';
import type { Convoy, Raid } from '../../../src/engine/orders.ts';
import { headHex } from '../../../src/engine/watch.ts';
import { aGame, aTurn, scriptedDraws } from '../../helpers/a-siege.ts';

const RAID: Raid = { kind: 'raid', unit: 'first-1', approach: 'sap', from: 1 };
const CONVOY: Convoy = { kind: 'convoy', unit: 'reserve', post: 'north' };

type Siege = ReturnType<typeof aGame>;

/** A siege in which the garrison has seen the sap, with trench in the hex of its head. */
function watched(): { siege: Siege; head: number; sap: Siege['state']['approaches'][number] } {
  const siege = aGame();
  const sap = siege.state.approaches[0];
  if (sap === undefined) throw new Error('no approach');
  siege.state.known.garrison.approaches = [{ approach: 'sap', headMetres: 100, turn: 0 }];
  const head = headHex(sap);
  siege.state.ground.trench[head] = 300;
  return { siege, head, sap };
}

function sent(siege: Siege, order: Raid | Convoy, rolls: readonly number[], pulse = 1): ReturnType<typeof aTurn> {
  const draws = scriptedDraws(rolls.length === 0 ? {} : { [`raids|${order.unit}`]: rolls });
  const made = aTurn(siege.game, siege.state, { orders: { garrison: [order] }, draws, pulse });
  raids(siege.state, made.turn);
  return made;
}

describe('a raid', () => {
  it('fills trench in and throws the head back', () => {
    const { siege, head, sap } = watched();
    const { fill, setBack } = siege.game.scenario.rules.raids;
    const before = sap.dugMetres;
    const { told } = sent(siege, RAID, [0, 200]);
    const metres = Math.floor((fill * 150) / 100);
    expect(siege.state.ground.trench[head]).toBe(300 - metres);
    expect(sap.dugMetres).toBe(before - setBack);
    expect(told).toContainEqual({ type: 'trench-filled', approach: 'sap', post: 'north', hex: head, metres, unit: 'first-1' });
  });

  it('opens a hex that trench had closed', () => {
    const { siege } = watched();
    sent(siege, RAID, [0, 200]);
    expect(siege.state.ring.changes).toBe(1);
  });

  it('that fails fills nothing in and costs more men', () => {
    const won = watched();
    const lost = watched();
    sent(won.siege, RAID, [0, 200]);
    const { told } = sent(lost.siege, RAID, [999, 200]);
    expect(lost.siege.state.ground.trench[lost.head]).toBe(300);
    expect(told).toContainEqual({ type: 'raid-failed', approach: 'sap', unit: 'first-1' });
    expect(lost.siege.at.unit('first-1').men).toBeLessThan(won.siege.at.unit('first-1').men);
  });

  it('costs both sides men, booked to the raid', () => {
    const { siege } = watched();
    sent(siege, RAID, [0, 200]);
    expect(siege.state.ledger.garrison.byCause.raid).toBe(150 - siege.at.unit('first-1').men);
    expect(siege.state.ledger.besieger.byCause.raid).toBeGreaterThan(siege.state.ledger.garrison.byCause.raid);
  });

  it('is likelier to succeed where nobody is on watch, and cheap', () => {
    const { siege } = watched();
    for (const id of ['red-1', 'red-2']) siege.at.unit(id).hex = 0;
    const { success, successStep } = siege.game.scenario.rules.raids;
    const { told } = sent(siege, RAID, [success + 2 * successStep - 1, 200]);
    expect(told.some(({ type }) => type === 'trench-filled')).toBe(true);
    expect(siege.at.unit('first-1').men).toBeGreaterThanOrEqual(146);
  });

  it('does not go out at a trench that nobody has seen, nor too far, nor before its hour', () => {
    const unseen = watched();
    unseen.siege.state.known.garrison.approaches = [];
    expect(sent(unseen.siege, RAID, []).told).toEqual([{ type: 'order-void', side: 'garrison', order: 0, kind: 'raid' }]);
    const far = watched();
    far.siege.at.unit('first-1').hex = 0;
    expect(sent(far.siege, RAID, []).told).toEqual([{ type: 'order-void', side: 'garrison', order: 0, kind: 'raid' }]);
    expect(sent(watched().siege, RAID, [], 0).told).toEqual([]);
  });
});

describe('a convoy', () => {
  function cutOff(): Siege {
    const siege = aGame();
    siege.state.turn = 10;
    siege.at.post('north').cutOffSince = 0;
    siege.at.unit('reserve').hex = siege.at.unit('first-1').hex + 2;
    return siege;
  }

  it('undoes a part of the time that the post was cut off', () => {
    const siege = cutOff();
    const { told } = sent(siege, CONVOY, [0, 200], 0);
    expect(siege.at.post('north').cutOffSince).toBe(Math.floor((120 * siege.game.scenario.rules.raids.convoyRelief) / 1000));
    expect(told).toContainEqual({ type: 'convoy-came', post: 'north', unit: 'reserve' });
    expect(siege.at.unit('reserve').men).toBeLessThan(130);
  });

  it('may be turned back, at the same cost', () => {
    const siege = cutOff();
    const { told } = sent(siege, CONVOY, [999, 200], 0);
    expect(siege.at.post('north').cutOffSince).toBe(0);
    expect(told).toContainEqual({ type: 'convoy-failed', post: 'north', unit: 'reserve' });
    expect(siege.at.unit('reserve').men).toBeLessThan(130);
  });

  it('has nothing to do at a post that is linked', () => {
    const siege = cutOff();
    siege.at.post('north').cutOffSince = -1;
    expect(sent(siege, CONVOY, [], 0).told).toEqual([{ type: 'order-void', side: 'garrison', order: 0, kind: 'convoy' }]);
  });
});
