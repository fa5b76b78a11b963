import { describe, expect, it } from 'vitest';
import { drawsOf } from '../../../src/engine/index.ts';
import type { Order } from '../../../src/engine/index.ts';
import { worthOf } from '../../../src/engine/flak-guns.ts';
import { takeOff } from '../../../src/engine/rules/airlift.ts';
import { flak } from '../../../src/engine/rules/flak.ts';
import { aTurn, highDraws, lowDraws, scriptedDraws, withRules } from '../../helpers/a-siege.ts';
import { airGame, anAirlift, flyTurn, freight } from '../../helpers/an-airlift.ts';

/** Hits per million on one run-in, found by the roll that just misses: flak draws it first. */
function chanceOf(siege: ReturnType<typeof airGame>, order: Order, turnNumber = 2): number {
  let low = 0;
  let high = 1_000_000;
  while (low < high) {
    const roll = Math.floor((low + high) / 2);
    if (isHit(siege, order, turnNumber, roll)) low = roll + 1;
    else high = roll;
  }
  return low;
}

function isHit({ game, state }: ReturnType<typeof airGame>, order: Order, turnNumber: number, roll: number): boolean {
  state.turn = turnNumber;
  for (const fleet of state.air.fleets) Object.assign(fleet, { flown: 0, damaged: 0, lostLately: 0 });
  const { turn, of } = aTurn(game, state, { orders: { garrison: [order] }, draws: () => ({ below: (n) => (n === 1_000_000 ? roll : n - 1) }) });
  takeOff(state, turn);
  flak(state, turn);
  return of('aircraft-hit').length > 0;
}

const one = (height: number): Order => freight({ sorties: 1, height });

describe('the chance of a hit', () => {
  it('falls with height, in steps that can be felt', () => {
    const chances = [200, 600, 1400, 2600, 3500].map((height) => chanceOf(airGame(), one(height)));
    expect(chances.every((chance, index) => index === 0 || chance < (chances[index - 1] ?? 0))).toBe(true);
    expect(chances[3]).toBeLessThan((chances[1] ?? 0) / 2);
    expect(chances[3]).toBeGreaterThan(0);
  });

  it('rises as guns move nearer, most for aircraft that fly high', () => {
    const far = airGame();
    const near = airGame();
    Object.assign(far.at.battery('flak'), { east: 4000 });
    Object.assign(near.at.battery('flak'), { east: 2000 });
    const rise = (height: number): number => chanceOf(near, one(height)) / Math.max(1, chanceOf(far, one(height)));
    expect(rise(600)).toBeGreaterThan(1.3);
    expect(rise(2600)).toBeGreaterThan(rise(600));
  });

  it('is nought out of reach, and on guns above the aircraft counts their height as level', () => {
    const { game, state } = airGame();
    const [row] = [game.board.batteryRow.flak ?? -1];
    const turn = { board: game.board, rules: game.scenario.rules };
    const run = (height: number, east: number) => ({ place: { east, north: 692 }, along: { east: 0, north: 1000 }, metres: 600, height });
    expect(worthOf(state, turn, row, run(600, 2600 - 4001))).toBe(0);
    expect(worthOf(state, turn, row, run(4100, 2600))).toBe(0);
    expect(worthOf(state, turn, row, run(0, 2600 - 800))).toBe(worthOf(state, turn, row, run(0, 2600 + 800)));
  });

  it('goes by what fires: tubes, crew, pinned crews, guns on the road, rounds beside them', () => {
    const siege = airGame();
    const whole = chanceOf(siege, one(600));
    const { flak: rules } = siege.game.scenario.rules;
    const flakAt = siege.at.battery('flak');
    const changed = (change: Partial<typeof flakAt>): number => {
      const before = { ...flakAt };
      Object.assign(flakAt, change);
      const chance = chanceOf(siege, one(600));
      Object.assign(flakAt, before);
      return chance;
    };
    expect(changed({ gunners: 20 })).toBe(Math.floor(whole / 2));
    expect(changed({ pinnedUntil: 1000 })).toBe(Math.floor((whole * rules.pinned) / 1000));
    expect([changed({ movingUntil: 1000 }), changed({ ready: 0 }), changed({ tubes: 0 })]).toEqual([0, 0, 0]);
  });

  it('is less by night and in bad skies', () => {
    const siege = airGame();
    const { flak: rules } = siege.game.scenario.rules;
    const day = chanceOf(siege, one(600));
    expect(chanceOf(siege, one(600), 3)).toBe(Math.floor((day * rules.night) / 1000));
    siege.state.sky.valley = 'cloud';
    expect(chanceOf(siege, freight({ sorties: 4 }))).toBe(Math.floor((day * rules.cloud) / 1000));
  });

  it('of strikes on the roads does not ask for the guns of the ring', () => {
    const siege = airGame();
    siege.at.battery('flak').tubes = 0;
    expect(chanceOf(siege, { kind: 'strike', aircraft: 'fighter', sorties: 1, target: { kind: 'road' }, from: 0 })).toBe(siege.game.scenario.rules.flak.roadHit * 1000);
    expect(chanceOf(siege, { kind: 'strike', aircraft: 'fighter', sorties: 1, target: { kind: 'flak' }, from: 0 })).toBe(0);
  });
});

describe('an aircraft that is hit', () => {
  it('is lost with its load, and the loss is felt for days', () => {
    const siege = airGame();
    const { of } = flyTurn(siege, [freight({ sorties: 1 })], lowDraws);
    expect(of('aircraft-hit')).toEqual([{ type: 'aircraft-hit', aircraft: 'small', purpose: 'airlift', fate: 'lost', height: 600, kilos: 2500, men: 0 }]);
    expect(siege.state.ledger.garrison.air).toMatchObject({ aircraftLost: 1, lostWithAircraft: 2500, dropped: 0 });
    expect(siege.state.air.fleets[1]).toMatchObject({ lost: 1, lostLately: 1000 });
    siege.state.turn = 3;
    flyTurn(siege, [], lowDraws);
    expect(siege.state.air.fleets[1]).toMatchObject({ lost: 1, lostLately: siege.game.scenario.rules.flak.fade });
  });

  it('turns back with its load, or carries on, by the roll after that', () => {
    const { killed, turnedBack } = airGame().game.scenario.rules.flak;
    const fateOf = (roll: number): unknown => {
      const siege = airGame(withRules(anAirlift(), { airlift: { chuteFails: 0 } }));
      const middles = Array.from({ length: 8 + 25 * 9 }, () => 500);
      const drops = roll < killed + turnedBack ? {} : { 'airlift|0.0': middles };
      const { of } = flyTurn(siege, [freight({ sorties: 1 })], scriptedDraws({ 'flak|0': [0, roll], ...drops }));
      const { aborted, dropped, turnedBack: back, aircraftDamaged } = siege.state.ledger.garrison.air;
      return [of('aircraft-hit')[0]?.fate, aborted, dropped, back, aircraftDamaged];
    };
    expect(fateOf(killed)).toEqual(['turned-back', 2500, 0, 1, 1]);
    expect(fateOf(killed + turnedBack - 1)).toEqual(['turned-back', 2500, 0, 1, 1]);
    expect(fateOf(killed + turnedBack)).toEqual(['damaged', 0, 2500, 0, 1]);
  });

  it('takes those aboard with it, who had come into the battle', () => {
    const siege = airGame();
    siege.state.air.granted = ['waiting'];
    const { of } = flyTurn(siege, [{ kind: 'jump', aircraft: 'small', unit: 'waiting', men: 24, height: 300, camp: 'main', from: 0 }], lowDraws);
    expect(of('aircraft-hit')[0]).toMatchObject({ fate: 'lost', men: 24 });
    expect(siege.state.ledger.garrison).toMatchObject({ killed: 24, arrived: 24, jumped: 0 });
    expect(siege.state.ledger.garrison.byCause['in-the-air']).toBe(24);
    expect(siege.at.unit('waiting')).toMatchObject({ men: 0, away: 76, duty: 'away' });
  });

  it('is lost less often flying high, more often in a dive on the ground', () => {
    const deadly = (order: Order): number => {
      let lost = 0;
      for (let fate = 0; fate < 1000; fate += 1) {
        const siege = fate === 0 ? airGame() : shared;
        siege.state.turn = 2;
        for (const fleet of siege.state.air.fleets) Object.assign(fleet, { flown: 0, damaged: 0, lostLately: 0 });
        const { turn, of } = aTurn(siege.game, siege.state, { orders: { garrison: [order] }, draws: () => ({ below: (n) => (n === 1_000_000 ? 0 : fate) }) });
        takeOff(siege.state, turn);
        flak(siege.state, turn);
        lost += of('aircraft-hit').filter((fact) => 'fate' in fact && fact.fate === 'lost').length;
      }
      return lost;
    };
    const shared = airGame();
    const { flak: rules } = shared.game.scenario.rules;
    expect(deadly(freight({ sorties: 1 }))).toBe(rules.killed);
    expect(deadly(freight({ sorties: 1, height: rules.highMetres }))).toBe(Math.floor((rules.killed * rules.killedHigh) / 1000));
    expect(deadly({ kind: 'strike', aircraft: 'fighter', sorties: 1, target: { kind: 'flak' }, from: 0 })).toBe(rules.killedStrike);
  });
});

describe('flak', () => {
  it('spends rounds by what flies past, told at the end of the turn and booked', () => {
    const siege = airGame();
    const before = siege.at.battery('flak').ready;
    const { of } = flyTurn(siege, [freight({ sorties: 10 })], highDraws);
    const [fired] = of('flak-fired');
    expect(fired?.rounds).toBeGreaterThan(10);
    expect(siege.at.battery('flak').ready).toBe(before - (fired?.rounds ?? 0));
    expect(siege.state.ledger.besieger.fired[siege.game.board.weaponRow.aa37 ?? -1]).toBe(fired?.rounds);
  });

  it('falls silent when its rounds are gone', () => {
    const siege = airGame();
    siege.at.battery('flak').ready = 4;
    const { of } = flyTurn(siege, [freight({ sorties: 10 })], () => ({ below: (n) => (n === 1_000_000 ? 0 : n - 1) }));
    expect(of('aircraft-hit').length).toBeLessThan(4);
    expect(siege.at.battery('flak').ready).toBe(0);
  });

  it('gives its place away by firing, not by waiting', () => {
    const siege = airGame();
    flyTurn(siege, [freight({ sorties: 1, from: 5 })], highDraws);
    expect(siege.at.battery('flak').firedAt).toBe(2 * 12 + 5);
    expect(siege.at.battery('cave').firedAt).toBe(-1);
  });

  it('hits about as many as its chance says', () => {
    const siege = airGame();
    const chance = chanceOf(siege, one(600));
    let hits = 0;
    for (let turn = 2; turn < 302; turn += 2) {
      siege.state.turn = turn;
      siege.at.battery('flak').ready = 500;
      for (const fleet of siege.state.air.fleets) Object.assign(fleet, { damaged: 0, lostLately: 0 });
      hits += flyTurn(siege, [freight({ sorties: 10 })], drawsOf('flak', turn)).of('aircraft-hit').length;
    }
    expect(hits).toBeGreaterThan((1500 * chance * 0.7) / 1_000_000);
    expect(hits).toBeLessThan((1500 * chance * 1.3) / 1_000_000);
  });
});
