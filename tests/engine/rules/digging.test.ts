import { describe, expect, it } from 'vitest';
import { digging } from '../../../src/engine/rules/digging.ts';
import type { Dig } from '../../../src/engine/index.ts';
import { aGame, aSiege, aTurn } from '../../helpers/a-siege.ts';

const DIG: Dig = { kind: 'dig', post: 'north', units: ['red-1'] };

function dug(siege: ReturnType<typeof aGame>, order: Dig = DIG): ReturnType<typeof aTurn> {
  const made = aTurn(siege.game, siege.state, { orders: { besieger: [order] } });
  digging(siege.state, made.turn);
  return made;
}

describe('a night’s digging', () => {
  it('brings the head nearer by a share of the metres dug', () => {
    const siege = aGame();
    const { told } = dug(siege);
    const { closeMetres, headShareNear } = siege.game.scenario.rules.digging;
    const head = 100 - Math.floor((closeMetres * headShareNear) / 1000);
    expect(told).toContainEqual({ type: 'trench-dug', approach: 'sap', post: 'north', metres: closeMetres, headMetres: head });
    expect(siege.state.ledger.besieger.trenchMetres).toBe(closeMetres);
  });

  it('gets less far in rain, and less by day', () => {
    const dry = aGame();
    const wet = aGame();
    wet.state.sky.valley = 'rain';
    const day = aGame(aSiege({ calendar: { firstDay: '1954-03-13', firstPhase: 'day', turns: 6 } }));
    for (const siege of [dry, wet, day]) dug(siege);
    const metres = (siege: ReturnType<typeof aGame>): number => siege.state.ledger.besieger.trenchMetres;
    expect(metres(wet)).toBeLessThan(metres(dry));
    expect(metres(day)).toBeLessThan(metres(wet));
  });

  it('costs men, and they are booked to it', () => {
    const siege = aGame();
    dug(siege);
    const lost = 570 - siege.at.unit('red-1').men;
    expect(lost).toBeGreaterThan(0);
    expect(siege.state.ledger.besieger.byCause.digging).toBe(lost);
  });

  it('begins a new approach where there was none', () => {
    const siege = aGame();
    dug(siege, { kind: 'dig', post: 'south', units: ['red-2'] });
    expect(siege.state.approaches.map(({ post }) => post)).toEqual(['north', 'south']);
    expect(siege.state.approaches[1]?.dugMetres).toBeGreaterThan(0);
  });

  it('stops where no hands are left for it', () => {
    const siege = aGame();
    siege.at.unit('red-1').duty = 'storming';
    const { told } = dug(siege);
    expect(told).toEqual([{ type: 'dig-stopped', approach: 'sap', post: 'north', cause: 'no-hands' }]);
  });
});

describe('the garrison’s evening work', () => {
  it('mends works and wire, up to what they were', () => {
    const { game, state, at } = aGame();
    Object.assign(at.post('north'), { works: 200, wire: 699 });
    digging(state, aTurn(game, state).turn);
    expect(at.post('north')).toMatchObject({ works: 200 + game.scenario.rules.digging.worksRepair, wire: 700 });
  });

  it('comes to little under fire', () => {
    const { game, state, at } = aGame();
    Object.assign(at.post('north'), { works: 200, suppression: 300 });
    digging(state, aTurn(game, state).turn);
    const { worksRepair, repairUnderFire } = game.scenario.rules.digging;
    expect(at.post('north').works).toBe(200 + Math.floor((worksRepair * repairUnderFire) / 1000));
  });
});

describe('the head of a trench', () => {
  it('reaches the wire and stops there, though the work behind it goes on', () => {
    const siege = aGame();
    const sap = siege.state.approaches[0];
    if (sap === undefined) throw new Error('no approach');
    sap.dugMetres = sap.lengthMetres - 1;
    const { told } = dug(siege);
    expect(sap.dugMetres).toBe(sap.lengthMetres);
    expect(told).toContainEqual({ type: 'dig-stopped', approach: 'sap', post: 'north', cause: 'at-the-wire' });
    expect(siege.state.ledger.besieger.trenchMetres).toBeGreaterThan(1);
  });

  it('costs more men within three hundred metres of the wire than beyond', () => {
    const near = aGame();
    const far = aGame(aSiege({ approaches: [{ id: 'sap', post: 'north', from: { east: 1400, north: 1900 }, headMetres: 400 }] }));
    for (const siege of [near, far]) dug(siege);
    expect(570 - near.at.unit('red-1').men).toBeGreaterThan(570 - far.at.unit('red-1').men);
  });

  it('advances by the work of two battalions at once', () => {
    const one = aGame();
    const two = aGame();
    dug(one);
    dug(two, { ...DIG, units: ['red-1', 'red-2'] });
    expect(two.state.ledger.besieger.trenchMetres).toBe(2 * one.state.ledger.besieger.trenchMetres);
  });

  it('does not move on an order that was lost on the way', () => {
    const { game, state } = aGame();
    const { turn, told } = aTurn(game, state, { orders: { besieger: [DIG] } });
    for (const given of turn.given) given.lost = true;
    digging(state, turn);
    expect(told).toEqual([]);
  });
});

describe('a post that is lost or left', () => {
  it('is mended by nobody', () => {
    const { game, state, at } = aGame();
    Object.assign(at.post('north'), { holder: 'besieger', works: 100 });
    Object.assign(at.post('south'), { holder: 'empty', works: 100 });
    digging(state, aTurn(game, state).turn);
    expect([at.post('north').works, at.post('south').works]).toEqual([100, 100]);
  });
});
