import { describe, expect, it } from 'vitest';
import { counterBattery, repairTubes } from '../../../src/engine/rules/counter-battery.ts';
import { layGuns } from '../../../src/engine/fire-plan.ts';
import { along } from '../../../src/engine/numbers.ts';
import type { Order } from '../../../src/engine/index.ts';
import { aGame, aSiege, aTurn, highDraws, lowDraws, scriptedDraws, withRules } from '../../helpers/a-siege.ts';

const ON_THE_PIT: Order = { kind: 'counter-battery', fix: 'fix-1', weapon: 't105', rounds: 60, from: 0 };

function pulseOf(siege: ReturnType<typeof aGame>, orders: Parameters<typeof aTurn>[2]): ReturnType<typeof aTurn> {
  const made = aTurn(siege.game, siege.state, orders);
  made.turn.missions = layGuns(siege.state, made.turn);
  counterBattery(siege.state, made.turn);
  return made;
}

/** The garrison has a fix, exact to the metre, on a gun of the besieger. */
function withFix(battery: string, errorMetres: number): ReturnType<typeof aGame> {
  const siege = aGame();
  const facts = siege.game.scenario.batteries.find(({ id }) => id === battery);
  if (facts === undefined) throw new Error(battery);
  siege.state.known.garrison.fixes.push({ id: 'fix-1', battery, weapon: facts.weapon, east: facts.east, north: facts.north, errorMetres, how: 'flash', turn: 0 });
  return siege;
}

describe('fire on a gun', () => {
  it('harms an open pit that every observer looks into', () => {
    const siege = aGame();
    const { told } = pulseOf(siege, { orders: { besieger: [ON_THE_PIT] }, draws: scriptedDraws({ 'counter-battery|cave>pit': [0, 999, 999] }) });
    expect(siege.at.battery('pit')).toMatchObject({ tubes: 3, damaged: 1 });
    expect(told).toContainEqual({ type: 'battery-hit', side: 'garrison', battery: 'pit', damaged: 1, wrecked: 0 });
  });

  it('wrecks a tube for good when the roll says so, and takes men of its crew', () => {
    const siege = aGame();
    const { gunnersPerHit } = siege.game.scenario.rules['counter-battery'];
    pulseOf(siege, { orders: { besieger: [ON_THE_PIT] }, draws: lowDraws });
    expect(siege.at.battery('pit')).toMatchObject({ tubes: 3, damaged: 0, gunners: 100 - gunnersPerHit });
    expect(siege.state.ledger.garrison.tubesLost.reduce((sum, tubes) => sum + tubes, 0)).toBe(1);
  });

  it('leaves a casemated gun alone where it would have hit a pit', () => {
    const { hitOpen, hitCasemate } = aGame().game.scenario.rules['counter-battery'];
    const roll = 60 * hitCasemate;
    expect(roll).toBeLessThan(60 * hitOpen);
    const siege = withFix('cave', 0);
    const { of } = pulseOf(siege, { orders: { garrison: [ON_THE_PIT] }, draws: scriptedDraws({ 'counter-battery|pit>cave': [roll, 999] }) });
    expect(siege.at.battery('cave').tubes).toBe(4);
    expect(of('search-failed')).toEqual([{ type: 'search-failed', side: 'garrison', fix: 'fix-1', rounds: 60 }]);
  });

  it('finds nothing with a fix half a kilometre off', () => {
    const siege = withFix('mortars', 800);
    const { told } = pulseOf(siege, { orders: { garrison: [ON_THE_PIT] }, draws: scriptedDraws({ 'counter-battery|pit>mortars': [20, 20] }) });
    expect(told.map(({ type }) => type)).toEqual(['battery-fired', 'search-failed']);
  });

  it('pins the crews near whom it falls, even where it harms no one', () => {
    const siege = aGame();
    pulseOf(siege, { orders: { besieger: [ON_THE_PIT] }, draws: scriptedDraws({ 'counter-battery|cave>pit': [999, 0] }) });
    expect(siege.at.battery('pit')).toMatchObject({ tubes: 4, pinnedUntil: siege.game.scenario.rules['counter-battery'].pinPulses });
  });
});

describe('damaged tubes', () => {
  it('come back one by one, sooner where more of them are worked on', () => {
    const turnsToMend = (damaged: number): number => {
      const { game, state, at } = aGame();
      Object.assign(at.battery('pit'), { tubes: 4 - damaged, damaged });
      for (let turns = 1; ; turns += 1) {
        const { turn, told } = aTurn(game, state);
        repairTubes(state, turn);
        if (told.length === 0) continue;
        expect(told).toEqual([{ type: 'tubes-repaired', side: 'garrison', battery: 'pit', tubes: 1 }]);
        expect(at.battery('pit')).toMatchObject({ tubes: 5 - damaged, damaged: damaged - 1 });
        return turns;
      }
    };
    const { repair } = aGame().game.scenario.rules['counter-battery'];
    expect([turnsToMend(1), turnsToMend(2)]).toEqual([Math.ceil(1000 / repair), Math.ceil(500 / repair)]);
  });
});

describe('fire on guns', () => {
  it('is spent whether it finds them or not', () => {
    const siege = withFix('mortars', 800);
    const ready = siege.at.battery('pit').ready;
    pulseOf(siege, { orders: { garrison: [ON_THE_PIT] }, draws: highDraws });
    expect(siege.at.battery('pit').ready).toBe(ready - 60);
  });

  it('pins the crew of a casemate less often than one in the open, on the same shells', () => {
    const { pinRounds, casematePin } = aGame().game.scenario.rules['counter-battery'];
    const open = along(pinRounds, 15);
    const pinnedAt = (roll: number): number => {
      const siege = withFix('cave', 0);
      pulseOf(siege, { orders: { garrison: [ON_THE_PIT] }, draws: scriptedDraws({ 'counter-battery|pit>cave': [999, roll] }) });
      return siege.at.battery('cave').pinnedUntil;
    };
    expect(pinnedAt(Math.floor((open * casematePin) / 1000) - 1)).toBeGreaterThan(0);
    expect(pinnedAt(Math.floor((open * casematePin) / 1000))).toBe(0);
    expect(open).toBeGreaterThan(Math.floor((open * casematePin) / 1000));
  });

  it('cannot hit more tubes than there are', () => {
    const siege = aGame(withRules(aSiege(), { 'counter-battery': { hitOpen: 1000 } }));
    pulseOf(siege, { orders: { besieger: [ON_THE_PIT] }, draws: highDraws });
    expect(siege.at.battery('pit')).toMatchObject({ tubes: 0 });
  });

  it('goes nowhere once the fix is forgotten', () => {
    const siege = aGame();
    siege.state.known.besieger.fixes = [];
    const { told } = pulseOf(siege, { orders: { besieger: [ON_THE_PIT] }, draws: scriptedDraws({}) });
    expect(told).toEqual([{ type: 'order-void', side: 'besieger', order: 0, kind: 'counter-battery' }]);
  });
});
