import { describe, expect, it } from 'vitest';
import { driveGallery, fireGallery } from '../../../src/engine/rules/gallery.ts';
import type { Assault, Mine } from '../../../src/engine/orders.ts';
import { aGame, aTurn, evenDraws } from '../../helpers/a-siege.ts';

const MINE: Mine = { kind: 'mine', post: 'north' };
const STORM: Assault = { kind: 'assault', post: 'north', lead: ['red-1'], echelon: [], from: 2, echelonAfter: 0 };

type Siege = ReturnType<typeof aGame>;

/** A siege whose sap stands so many metres before the wire. */
function under(metres: number): Siege {
  const siege = aGame();
  const sap = siege.state.approaches[0];
  if (sap === undefined) throw new Error('no approach');
  sap.dugMetres = sap.lengthMetres - metres;
  return siege;
}

/** The order given on so many nights, the days between them passed over. */
function driven(siege: Siege, nights: number): ReturnType<typeof aTurn>['told'] {
  const all: ReturnType<typeof aTurn>['told'] = [];
  for (let night = 0; night < nights; night += 1) {
    const { turn, told } = aTurn(siege.game, siege.state, { orders: { besieger: [MINE] }, draws: evenDraws });
    driveGallery(siege.state, turn);
    all.push(...told);
    siege.state.turn += 2;
  }
  return all;
}

describe('a gallery', () => {
  it('begins at a sap near the wire, and not before', () => {
    const far = under(61);
    expect(driven(far, 1)).toEqual([{ type: 'order-void', side: 'besieger', order: 0, kind: 'mine' }]);
    const near = under(60);
    driven(near, 1);
    expect(near.state.galleries).toHaveLength(1);
    expect(near.state.galleries[0]).toMatchObject({ post: 'north', begunTurn: 0, loadedTurn: -1, firedTurn: -1 });
  });

  it('is long enough after a fortnight of nights, and filled two nights later', () => {
    const siege = under(20);
    const { length, rate, loadNights } = siege.game.scenario.rules.gallery;
    const nights = Math.ceil((length * 100) / rate);
    const told = driven(siege, nights + loadNights + 2);
    const [gallery] = siege.state.galleries;
    expect(gallery?.metres).toBe(length);
    expect(Math.abs((gallery?.loadedTurn ?? 0) - 2 * (nights - 1 + loadNights))).toBeLessThanOrEqual(6);
    expect(told.filter(({ type }) => type === 'gallery-loaded')).toEqual([{ type: 'gallery-loaded', post: 'north' }]);
  });

  it('does not grow by day', () => {
    const siege = under(20);
    siege.state.turn = 1;
    const { turn, told } = aTurn(siege.game, siege.state, { orders: { besieger: [MINE] } });
    driveGallery(siege.state, turn);
    expect([told, siege.state.galleries]).toEqual([[], []]);
  });
});

describe('the charge', () => {
  function fired(siege: Siege, pulse: number): ReturnType<typeof aTurn> {
    const made = aTurn(siege.game, siege.state, { orders: { besieger: [STORM] }, pulse });
    fireGallery(siege.state, made.turn);
    return made;
  }

  function loaded(): Siege {
    const siege = under(20);
    siege.state.galleries.push({ post: 'north', metres: 48, lengthMetres: 48, begunTurn: 0, loadedTurn: 0, firedTurn: -1 });
    return siege;
  }

  it('goes off as the assault opens, and wrecks works and men', () => {
    const siege = loaded();
    const { told } = fired(siege, 2);
    const { worksLeft, hit, cohesion } = siege.game.scenario.rules.gallery;
    expect(siege.at.post('north').works).toBe(worksLeft);
    expect(siege.at.unit('first-1').men).toBe(150 - Math.floor((150 * hit) / 1000));
    expect(siege.at.unit('first-1').cohesion).toBe(800 - cohesion);
    expect(siege.state.galleries[0]?.firedTurn).toBe(0);
    expect(siege.state.ledger.garrison.byCause.gallery).toBe(150 - siege.at.unit('first-1').men);
    expect(told[0]).toEqual({ type: 'gallery-fired', post: 'north', works: worksLeft });
  });

  it('waits for the hour of the assault', () => {
    const siege = loaded();
    expect(fired(siege, 1).told).toEqual([]);
    expect(siege.state.galleries[0]?.firedTurn).toBe(-1);
  });

  it('goes off once', () => {
    const siege = loaded();
    fired(siege, 2);
    expect(fired(siege, 3).told).toEqual([]);
  });

  it('is not fired before its chamber is filled', () => {
    const siege = loaded();
    for (const gallery of siege.state.galleries) gallery.loadedTurn = 2;
    expect(fired(siege, 2).told).toEqual([]);
  });
});
