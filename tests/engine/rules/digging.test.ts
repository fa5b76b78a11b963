import { describe, expect, it } from 'vitest';
import { digging } from '../../../src/engine/rules/digging.ts';
import { ring } from '../../../src/engine/rules/ring.ts';
import { isTrenched } from '../../../src/engine/trench.ts';
import type { Dig } from '../../../src/engine/index.ts';
import type { Encircle, Trench } from '../../../src/engine/orders.ts';
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
    const { closeMetres, headShareNear, parallelMetres, nerveWill } = siege.game.scenario.rules.digging;
    const hands = Math.floor((800 * 1000) / nerveWill);
    const head = 100 - Math.floor((Math.floor((closeMetres * hands) / 1000) * headShareNear) / 1000);
    const metres = Math.floor((parallelMetres * hands) / 1000);
    expect(told).toContainEqual(expect.objectContaining({ type: 'trench-dug', approach: 'sap', post: 'north', metres, headMetres: head }));
    expect(siege.state.ledger.besieger.trenchMetres).toBe(metres);
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

  it('comes to little under fire, in rain, under a trench head and without stores', () => {
    const mended = (change: (siege: ReturnType<typeof aGame>) => void): number => {
      const siege = aGame();
      siege.at.post('north').wire = 0;
      change(siege);
      for (let turn = 0; turn < 10; turn += 1) {
        digging(siege.state, aTurn(siege.game, siege.state).turn);
        siege.state.turn += 1;
      }
      return siege.at.post('north').wire;
    };
    const { wireRepair, repairUnderFire, repairWet, repairNear, repairBare } = aGame().game.scenario.rules.digging;
    const about = (permille: number): number => (10 * wireRepair * permille) / 1000;
    expect(mended(() => undefined)).toBe(10 * wireRepair);
    expect(Math.abs(mended(({ at }) => { at.post('north').suppression = 300; }) - about(repairUnderFire))).toBeLessThanOrEqual(1);
    expect(Math.abs(mended(({ state }) => { state.sky.valley = 'rain'; }) - about(repairWet))).toBeLessThanOrEqual(1);
    expect(Math.abs(mended(({ state }) => { headAt(state, 99); }) - about(repairNear))).toBeLessThanOrEqual(1);
    expect(Math.abs(mended(({ state }) => { for (const dump of state.dumps) dump.goods = [0, 0, 0]; }) - about(repairBare))).toBeLessThanOrEqual(1);
  });

  it('takes engineer stores from the dump of the camp', () => {
    const { game, state, at } = aGame();
    at.post('north').wire = 0;
    digging(state, aTurn(game, state).turn);
    const { wireRepair, wireKilos } = game.scenario.rules.digging;
    expect(state.dumps[0]?.goods[2]).toBe(1000 - wireRepair * wireKilos);
  });

  it('builds a site up once men stand there', () => {
    const siege = aSiege();
    const posts = siege.posts.map((post) => (post.id === 'south' ? { ...post, stands: false } : post));
    const { game, state, at } = aGame({ ...siege, posts });
    digging(state, aTurn(game, state).turn);
    expect(at.post('south').works).toBe(0);
    at.post('south').holder = 'garrison';
    digging(state, aTurn(game, state).turn);
    expect(at.post('south').works).toBe(game.scenario.rules.digging.siteWorks);
  });
});

/** Sets the head of the sap so many metres before the wire. */
function headAt(state: ReturnType<typeof aGame>['state'], metres: number): void {
  const sap = state.approaches[0];
  if (sap === undefined) throw new Error('no approach');
  sap.dugMetres = sap.lengthMetres - metres;
}

describe('a ring round a post', () => {
  const RING: Encircle = { kind: 'encircle', post: 'south', units: ['red-1', 'red-2'] };

  function ringed(siege: ReturnType<typeof aGame>): ReturnType<typeof aTurn> {
    const made = aTurn(siege.game, siege.state, { orders: { besieger: [RING] } });
    digging(siege.state, made.turn);
    siege.state.turn += 1;
    return made;
  }

  it('closes the hexes about it one after the other, and then it is cut off', () => {
    const siege = aGame();
    const { turn } = aTurn(siege.game, siege.state);
    ring(siege.state, turn);
    expect(siege.at.post('south').cutOffSince).toBe(-1);
    for (let night = 0; night < 40; night += 1) ringed(siege);
    const { told } = ringed(siege);
    expect(told).toContainEqual({ type: 'dig-stopped', approach: 'ring-south', post: 'south', cause: 'done' });
    const late = aTurn(siege.game, siege.state);
    ring(siege.state, late.turn);
    expect(late.told).toContainEqual({ type: 'post-cut-off', post: 'south' });
  });
});

describe('an axis', () => {
  it('runs to a hex and ends there', () => {
    const siege = aGame();
    const to = 5 * 14 + 10;
    const axis: Trench = { kind: 'trench', to, units: ['red-1', 'red-2'] };
    for (let night = 0; night < 120; night += 1) {
      digging(siege.state, aTurn(siege.game, siege.state, { orders: { besieger: [axis] } }).turn);
      siege.state.turn += 1;
    }
    const approach = siege.state.approaches.find(({ kind }) => kind === 'axis');
    expect(approach?.path.at(-1)).toBe(to);
    expect(approach?.dugMetres).toBe(approach?.lengthMetres);
    expect(isTrenched(siege.state, siege.game.scenario.rules, to)).toBe(true);
  });
});

describe('the way of a trench', () => {
  it('is laid anew from a post that was captured nearer to its end', () => {
    const siege = aGame();
    const order: Dig = { kind: 'dig', post: 'camp', units: ['red-1'] };
    dug(siege, order);
    const before = siege.state.approaches.at(-1)?.lengthMetres ?? 0;
    siege.state.turn += 1;
    Object.assign(siege.at.post('south'), { holder: 'besieger', heldSince: 12 });
    dug(siege, order);
    const sap = siege.state.approaches.at(-1);
    expect(sap?.post).toBe('camp');
    expect(sap?.lengthMetres).toBeLessThan(before);
    expect(sap?.path[0]).toBe(siege.game.board.posts[2]?.hex);
  });

  it('does not run through another held post', () => {
    const siege = aGame();
    dug(siege, { kind: 'dig', post: 'camp', units: ['red-1'] });
    const path = siege.state.approaches.at(-1)?.path ?? [];
    expect(path).not.toContain(siege.game.board.posts[1]?.hex);
    expect(path.at(-1)).toBe(siege.game.board.posts[0]?.hex);
  });
});

describe('diggers who are far from the head', () => {
  it('march there first and dig the less that night', () => {
    const near = aGame();
    const far = aGame();
    far.at.unit('red-1').hex = 0;
    const { told } = dug(far);
    dug(near);
    expect(far.state.ledger.besieger.trenchMetres).toBeLessThan(near.state.ledger.besieger.trenchMetres);
    expect(told[0]).toMatchObject({ type: 'unit-moved', unit: 'red-1', from: 0 });
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
