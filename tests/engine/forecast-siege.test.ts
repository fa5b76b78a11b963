import { describe, expect, it } from 'vitest';
import { forecast, viewFor } from '../../src/engine/index.ts';
import type { Forecast, ForecastValue, Order, SideId } from '../../src/engine/index.ts';
import { digging } from '../../src/engine/rules/digging.ts';
import { GROUND_GARRISON } from '../../src/engine/state-siege.ts';
import { aGame, aSiege, aTurn } from '../helpers/a-siege.ts';
import { airGame, anAirlift } from '../helpers/an-airlift.ts';

const FREIGHT: Order = { kind: 'airlift', aircraft: 'small', sorties: 4, cargo: 'food', height: 600, camp: 'main', from: 0 };

function foretold({ game, state }: ReturnType<typeof aGame>, side: SideId, order: Order): Forecast {
  const said = forecast(viewFor(game, state, side), order);
  if (said === null) throw new Error(`nothing is foretold of ${order.kind}`);
  return said;
}

function valueOf({ values }: Forecast, id: ForecastValue['id']): ForecastValue {
  const value = values.find((one) => one.id === id);
  if (value === undefined) throw new Error(`no ${id}`);
  return value;
}

/** The small siege with the spread of the standard rules. */
function spreading(): ReturnType<typeof aGame> {
  return airGame({ ...anAirlift(), rules: aSiege().rules });
}

describe('the forecast of a drop', () => {
  it('without spread says that all of it comes to rest where it is aimed', () => {
    const siege = airGame();
    siege.state.ring.ground.fill(GROUND_GARRISON);
    const said = foretold(siege, 'garrison', FREIGHT);
    expect(valueOf(said, 'own-ground')).toMatchObject({ low: 1000, middle: 1000, high: 1000 });
    expect(valueOf(said, 'kilos').middle).toBe(4 * 2500);
  });

  it('falls with the height, as the spread grows', () => {
    const siege = spreading();
    const shares = [200, 800, 2500].map((height) => valueOf(foretold(siege, 'garrison', { ...FREIGHT, height }), 'own-ground').middle);
    expect([...shares].sort((a, b) => b - a)).toEqual(shares);
    expect(shares[0]).toBeGreaterThan(shares[2] ?? 0);
  });

  it('is the same for the same view', () => {
    const siege = spreading();
    expect(foretold(siege, 'garrison', FREIGHT)).toEqual(foretold(siege, 'garrison', FREIGHT));
  });

  it('knows of the sky that keeps aircraft on the ground', () => {
    const siege = airGame();
    siege.state.ring.ground.fill(GROUND_GARRISON);
    const clear = valueOf(foretold(siege, 'garrison', FREIGHT), 'kilos').middle;
    siege.state.sky.bases = 'storm';
    expect(valueOf(foretold(siege, 'garrison', FREIGHT), 'kilos').middle).toBeLessThan(clear);
  });
});

describe('the forecast of men who jump or are carried out', () => {
  it('counts more hurt where little is left of the zone', () => {
    const jump: Order = { kind: 'jump', aircraft: 'small', unit: 'waiting', men: 96, height: 300, camp: 'main', from: 0 };
    const hurt = [400, 4].map((zoneHexes) => {
      const siege = airGame();
      for (const camp of siege.state.camps) camp.zoneHexes = zoneHexes;
      return valueOf(foretold(siege, 'garrison', jump), 'own-casualties').middle;
    });
    expect(hurt[1]).toBeGreaterThan(hurt[0] ?? 0);
  });

  it('carries out no more wounded than wait, nor than there is room for', () => {
    const landing: Order = { kind: 'land', aircraft: 'small', sorties: 2, cargo: 'food', camp: 'main', from: 0 };
    const siege = airGame();
    expect(valueOf(foretold(siege, 'garrison', landing), 'evacuated')).toMatchObject({ middle: 0, high: 0 });
    for (const camp of siege.state.camps) camp.serious = 100;
    expect(valueOf(foretold(siege, 'garrison', landing), 'evacuated')).toMatchObject({ middle: 48, high: 48 });
  });
});

describe('the forecast of spade and mine', () => {
  it('a ring is dug as far as was foretold', () => {
    const siege = aGame();
    const order: Order = { kind: 'encircle', post: 'north', units: ['red-1'] };
    const said = foretold(siege, 'besieger', order);
    digging(siege.state, aTurn(siege.game, siege.state, { orders: { besieger: [order] } }).turn);
    expect(siege.state.ledger.besieger.trenchMetres).toBe(valueOf(said, 'metres').middle);
  });

  it('a gallery takes fewer nights the farther it has come, and none is foretold of one that is ready', () => {
    const siege = aGame();
    const order: Order = { kind: 'mine', post: 'north' };
    const before = valueOf(foretold(siege, 'besieger', order), 'nights').middle;
    const { length } = siege.game.scenario.rules.gallery;
    siege.state.galleries.push({ post: 'north', metres: length - 1, lengthMetres: length, begunTurn: 0, loadedTurn: -1, firedTurn: -1 });
    const { rate, loadNights } = siege.game.scenario.rules.gallery;
    expect(valueOf(foretold(siege, 'besieger', order), 'nights').middle).toBe(Math.ceil(100 / rate) + loadNights);
    expect(before).toBeGreaterThan(Math.ceil(100 / rate) + loadNights);
    for (const gallery of siege.state.galleries) gallery.loadedTurn = 0;
    expect(forecast(viewFor(siege.game, siege.state, 'besieger'), order)).toBeNull();
  });

  it('a raid has less hope where men were seen at the trench', () => {
    const siege = aGame();
    const order: Order = { kind: 'raid', unit: 'first-1', approach: 'sap', from: 0 };
    const alone = foretold(siege, 'garrison', order).inHundred ?? 0;
    const head = siege.state.approaches[0]?.path.at(-1) ?? 0;
    siege.state.known.garrison.contacts = [{ unit: 'red-1', hex: head, men: 550, turn: 0 }];
    expect(foretold(siege, 'garrison', order).inHundred).toBeLessThan(alone);
  });
});
