import { describe, expect, it } from 'vitest';
import { recovery } from '../../../src/engine/rules/recovery.ts';
import { GROUND_BESIEGER, GROUND_GARRISON, GROUND_NOBODY } from '../../../src/engine/state-siege.ts';
import type { LoadState } from '../../../src/engine/state-siege.ts';
import type { OrdersBySide, Scenario } from '../../../src/engine/index.ts';
import { aGame, aSiege, aTurn, evenDraws, highDraws, lowDraws, scriptedDraws, withRules } from '../../helpers/a-siege.ts';

/** A hex in the middle of the map, away from its edges. */
const HEX = 3 * 14 + 5;

/** A siege at night with bundles in one hex, whose ground is as given; the garrison's posts are `reach` hexes away. */
function lying(load: Partial<LoadState> = {}, ground = GROUND_GARRISON, reach = 0, siege: Scenario = aSiege()): ReturnType<typeof aGame> {
  const made = aGame({ ...siege, camps: siege.camps.map((camp) => ({ ...camp, labourers: 500 })) });
  made.state.ring.ground = made.state.ring.ground.map(() => ground);
  made.state.ring.reach = made.state.ring.reach.map(() => reach);
  made.state.loads = [{ hex: HEX, cargo: 'food', kilos: 100, bundles: 10, smashed: false, turn: 0, ground, ...load }];
  return made;
}

/** What became of the freight after one turn. */
function after({ game, state }: ReturnType<typeof aGame>, draws = evenDraws, orders: Partial<OrdersBySide> = {}): { recovered: number; captured: number; destroyed: number; lying: number } {
  recovery(state, aTurn(game, state, { draws, orders }).turn);
  const { recovered, captured, destroyed } = state.ledger.garrison.air;
  return { recovered, captured, destroyed, lying: state.loads.reduce((sum, { kilos, bundles }) => sum + kilos * bundles, 0) };
}

describe('the garrison’s parties', () => {
  it('bring bundles into the dump of their camp, and it is told', () => {
    const siege = lying();
    const before = siege.state.dumps[0]?.goods[0] ?? 0;
    const { turn, of } = aTurn(siege.game, siege.state, { draws: lowDraws });
    recovery(siege.state, turn);
    const { recovered } = siege.state.ledger.garrison.air;
    expect(recovered).toBeGreaterThan(0);
    expect(siege.state.dumps[0]?.goods[0]).toBe(before + recovered);
    expect(of('loads-gathered')).toEqual([{ type: 'loads-gathered', side: 'garrison', camp: 'main', cargo: 'food', kilos: recovered, rounds: 0, elsewhere: recovered }]);
  });

  it('bring shells in as whole rounds, by what a packed round weighs', () => {
    const siege = lying({ cargo: 't105', kilos: 1000 });
    const column = siege.game.board.weaponRow['t105'] ?? -1;
    const { recovered } = after(siege);
    expect(siege.state.ledger.garrison.broughtRounds[column]).toBe(Math.floor((recovered * 1000) / 22_000));
    expect(siege.state.dumps[0]?.rounds[column]).toBeGreaterThan(0);
  });

  it('find fewer the farther they go, and none on the besieger’s ground', () => {
    const at = (ground: number, reach: number): number => after(lying({ bundles: 100 }, ground, reach)).recovered;
    expect(at(GROUND_GARRISON, 0)).toBeGreaterThan(at(GROUND_GARRISON, 2));
    expect(at(GROUND_GARRISON, 2)).toBeGreaterThan(at(GROUND_GARRISON, 5));
    expect(at(GROUND_BESIEGER, 1)).toBe(0);
  });

  it('go out on nobody’s ground near their posts, at worse odds, and no farther', () => {
    const { reachHexes } = aGame().game.scenario.rules.recovery;
    const at = (ground: number, reach: number): number => after(lying({ bundles: 100 }, ground, reach)).recovered;
    expect(at(GROUND_NOBODY, 1)).toBeGreaterThan(0);
    expect(at(GROUND_NOBODY, 1)).toBeLessThan(at(GROUND_GARRISON, 1));
    expect(at(GROUND_NOBODY, reachHexes + 1)).toBe(0);
  });

  it('find fewer by day, under harassing fire, with the besieger beside them, and in an offensive', () => {
    const load = { bundles: 1000 };
    const siege = withRules(aSiege(), { recovery: { carryKilos: 4000 } });
    const quiet = lying(load, GROUND_GARRISON, 0, siege);
    const day = lying(load, GROUND_GARRISON, 0, siege);
    day.state.turn = 1;
    const harassed = lying(load, GROUND_GARRISON, 0, siege);
    for (const camp of harassed.state.camps) camp.harassed = 100;
    const near = lying(load, GROUND_GARRISON, 0, siege);
    near.state.ring.ground[HEX + 1] = GROUND_BESIEGER;
    const stormed = lying(load, GROUND_GARRISON, 0, siege);
    stormed.state.assaults.push({ id: 'x', side: 'besieger', post: 'north', lead: [], echelon: [], echelonAfter: 0, begun: 0, men: 0, lost: 0, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no' });
    const [first = 0, ...others] = [quiet, day, harassed, near, stormed].map((one) => after(one).recovered);
    for (const other of others) expect(other).toBeLessThan(first);
  });

  it('find little in bundles whose chute failed', () => {
    expect(after(lying({ bundles: 100, smashed: true })).recovered).toBeLessThan(after(lying({ bundles: 100 })).recovered / 3);
  });

  it('carry no more than their hands can', () => {
    const siege = lying({ bundles: 1000 });
    const { carryKilos } = siege.game.scenario.rules.recovery;
    expect(after(siege, lowDraws, { garrison: [{ kind: 'gather', camp: 'main', men: 20 }] }).recovered).toBe(20 * carryKilos);
  });

  it('stay in when they are told to', () => {
    expect(after(lying(), lowDraws, { garrison: [{ kind: 'gather', camp: 'main', men: 0 }] }).recovered).toBe(0);
  });

  it('are no more than labourers and men who wait, whatever is ordered', () => {
    const siege = lying({ bundles: 100_000 });
    const { carryKilos } = siege.game.scenario.rules.recovery;
    const able = 500 + siege.at.unit('reserve').men;
    expect(after(siege, lowDraws, { garrison: [{ kind: 'gather', camp: 'main', men: 9000 }] }).recovered).toBeLessThanOrEqual(able * carryKilos);
  });

  it('do not go out from a camp that has fallen, and all that lies there is the besieger’s to find', () => {
    const siege = lying({ bundles: 100 });
    for (const camp of siege.state.camps) camp.stands = false;
    const { recovered, captured } = after(siege);
    expect(recovered).toBe(0);
    expect(captured).toBeGreaterThan(0);
  });

  it('lose labourers under fire, whom the book counts apart from soldiers', () => {
    const harsh = withRules(aSiege(), { recovery: { losses: 60 } });
    const siege = lying({ bundles: 100 }, GROUND_GARRISON, 0, harsh);
    const { turn, of } = aTurn(siege.game, siege.state);
    recovery(siege.state, turn);
    const lost = siege.state.ledger.garrison.labourersLost;
    expect(lost).toBeGreaterThan(0);
    expect(siege.state.camps[0]?.labourers).toBe(500 - lost);
    expect(of('labourers-lost')).toEqual([{ type: 'labourers-lost', camp: 'main', men: lost }]);
    expect(siege.state.ledger.garrison.killed).toBe(0);
  });

  it('lose soldiers too where soldiers go along', () => {
    const harsh = withRules(aSiege(), { recovery: { losses: 200 } });
    const siege = lying({ bundles: 1000 }, GROUND_GARRISON, 0, harsh);
    const { turn, of } = aTurn(siege.game, siege.state, { orders: { garrison: [{ kind: 'gather', camp: 'main', men: 630 }] } });
    recovery(siege.state, turn);
    const lost = of('men-lost')[0];
    expect(lost).toMatchObject({ side: 'garrison', unit: 'reserve', cause: 'gathering' });
    expect(siege.state.ledger.garrison.byCause.gathering).toBe(130 - siege.at.unit('reserve').men);
  });
});

describe('the besieger’s parties', () => {
  it('gather on his own ground, and the shells that his guns can fire are a small share of what they carry', () => {
    const siege = lying({ cargo: 't105', kilos: 1000, bundles: 100 }, GROUND_BESIEGER);
    const column = siege.game.board.weaponRow['t105'] ?? -1;
    const before = siege.state.dumps[1]?.rounds[column] ?? 0;
    const { captured } = after(siege);
    const rounds = siege.state.ledger.besieger.capturedRounds[column] ?? 0;
    const { captureUse } = siege.game.scenario.rules.recovery;
    expect(captured).toBeGreaterThan(0);
    expect(rounds).toBe(Math.floor((Math.floor((captured * 1000) / 22_000) * captureUse) / 1000));
    expect(siege.state.dumps[1]?.rounds[column]).toBe(before + rounds);
  });

  it('get no rounds for guns that they do not have', () => {
    const siege = lying({ cargo: 't155', kilos: 1000, bundles: 100 }, GROUND_BESIEGER);
    expect(after(siege).captured).toBeGreaterThan(0);
    expect(siege.state.ledger.besieger.capturedRounds.every((rounds) => rounds === 0)).toBe(true);
  });

  it('eat a part of the food that they gather', () => {
    const siege = lying({ bundles: 100 }, GROUND_BESIEGER);
    const before = siege.state.dumps[1]?.goods[0] ?? 0;
    const { captured } = after(siege);
    expect(siege.state.dumps[1]?.goods[0]).toBe(before + Math.floor((captured * siege.game.scenario.rules.recovery.goodsUse) / 1000));
  });

  it('go between the lines by night more than by day, and beside their trenches a little', () => {
    const far = { bundles: 1000 };
    const siege = withRules(aSiege(), { recovery: { carryKilos: 4000 } });
    const night = lying(far, GROUND_NOBODY, 9, siege);
    const day = lying(far, GROUND_NOBODY, 9, siege);
    day.state.turn = 1;
    const inside = lying(far, GROUND_GARRISON, 9, siege);
    const beside = lying(far, GROUND_GARRISON, 9, siege);
    beside.state.ring.ground[HEX + 1] = GROUND_BESIEGER;
    const [byNight = 0, byDay = 0, within = 0, next = 0] = [night, day, inside, beside].map((one) => after(one).captured);
    expect(byNight).toBeGreaterThan(byDay);
    expect(byDay).toBeGreaterThan(0);
    expect(within).toBe(0);
    expect(next).toBeGreaterThan(0);
  });

  it('go the more readily where their own ground is beside', () => {
    const siege = withRules(aSiege(), { recovery: { carryKilos: 4000 } });
    const apart = lying({ bundles: 1000 }, GROUND_NOBODY, 9, siege);
    const beside = lying({ bundles: 1000 }, GROUND_NOBODY, 9, siege);
    beside.state.ring.ground[HEX + 1] = GROUND_BESIEGER;
    expect(after(beside).captured).toBeGreaterThan(after(apart).captured);
  });

  it('tell how much of it had not come down on their side', () => {
    const elsewhere = (fell: number): number => {
      const siege = lying({ bundles: 100, ground: fell }, GROUND_BESIEGER);
      const { turn, told } = aTurn(siege.game, siege.state);
      recovery(siege.state, turn);
      const gathered = told.find((fact) => fact.type === 'loads-gathered');
      return gathered?.elsewhere === gathered?.kilos ? 1 : gathered?.elsewhere ?? -1;
    };
    expect([elsewhere(GROUND_BESIEGER), elsewhere(GROUND_NOBODY), elsewhere(GROUND_GARRISON)]).toEqual([0, 1, 1]);
  });

  it('are as many as ordered, or as always', () => {
    const siege = (): ReturnType<typeof aGame> => lying({ bundles: 10_000 }, GROUND_BESIEGER);
    const { carryKilos, hands } = siege().game.scenario.rules.recovery;
    expect(after(siege(), lowDraws).captured).toBe(hands * carryKilos);
    expect(after(siege(), lowDraws, { besieger: [{ kind: 'gather', camp: 'main', men: 700 }] }).captured).toBe(700 * carryKilos);
    expect(after(siege(), lowDraws, { besieger: [{ kind: 'gather', camp: 'main', men: 0 }] }).captured).toBe(0);
  });

  it('lose men between the lines, none on their own ground', () => {
    const harsh = withRules(aSiege(), { recovery: { besiegerLosses: 100 } });
    const lost = (ground: number): number => {
      const siege = lying({ bundles: 1000 }, ground, 9, harsh);
      after(siege);
      return siege.state.ledger.besieger.byCause.gathering;
    };
    expect(lost(GROUND_NOBODY)).toBeGreaterThan(0);
    expect(lost(GROUND_BESIEGER)).toBe(0);
  });
});

describe('what is left lying', () => {
  it('is lost a part each turn, more in rain, and is told', () => {
    const dry = lying({ bundles: 100 }, GROUND_NOBODY, 9);
    const wet = lying({ bundles: 100 }, GROUND_NOBODY, 9);
    wet.state.sky.valley = 'rain';
    const { turn, of } = aTurn(dry.game, dry.state);
    recovery(dry.state, turn);
    const { destroyed } = dry.state.ledger.garrison.air;
    expect(destroyed).toBeGreaterThan(0);
    expect(of('loads-destroyed')).toEqual([{ type: 'loads-destroyed', kilos: destroyed, camp: 'main' }]);
    expect(after(wet).destroyed).toBeGreaterThan(destroyed);
  });

  it('is lost at once where the chute failed', () => {
    const { lying: left, destroyed } = after(lying({ smashed: true }), highDraws);
    expect([left, destroyed]).toEqual([0, 900]);
  });

  it('is of no use after some turns, however the luck runs', () => {
    const siege = lying({}, GROUND_NOBODY, 9);
    siege.state.turn = siege.game.scenario.rules.recovery.life;
    expect(after(siege, highDraws)).toEqual({ recovered: 0, captured: 0, destroyed: 1000, lying: 0 });
    expect(siege.state.loads).toEqual([]);
  });

  it('adds up: every kilo is recovered, captured, destroyed or still lies out', () => {
    for (const ground of [GROUND_GARRISON, GROUND_NOBODY, GROUND_BESIEGER]) {
      const siege = lying({ bundles: 77, kilos: 83 }, ground, 1);
      for (let turn = 0; turn < 10; turn += 1) {
        const { recovered, captured, destroyed, lying: left } = after(siege);
        expect(recovered + captured + destroyed + left).toBe(77 * 83);
        siege.state.turn += 1;
      }
      expect(siege.state.loads).toEqual([]);
    }
  });
});

describe('recovery', () => {
  it('draws for each row in turn, from one stream a side', () => {
    const siege = lying({ bundles: 1 }, GROUND_NOBODY, 1);
    const draws = scriptedDraws({ 'recovery|garrison': [999], 'recovery|besieger': [999], 'recovery|wear': [999] });
    expect(after(siege, draws)).toEqual({ recovered: 0, captured: 0, destroyed: 0, lying: 100 });
  });

  it('asks for no luck and tells nothing when nothing lies out', () => {
    const { game, state } = aGame();
    const { turn, told } = aTurn(game, state, { draws: scriptedDraws({}) });
    recovery(state, turn);
    expect(told).toEqual([]);
  });

  it('counts for each camp what lies nearest to its command post', () => {
    const base = aSiege();
    const siege = lying({}, GROUND_GARRISON, 0, { ...base, camps: [...base.camps, { id: 'second', name: { vi: 's', fr: 's', en: 's' }, commandPost: 'north', strip: null, labourers: 500 }] });
    siege.state.loads.push({ hex: 8 * 14 + 7, cargo: 'food', kilos: 100, bundles: 10, smashed: false, turn: 0, ground: GROUND_GARRISON });
    const { turn, told } = aTurn(siege.game, siege.state, { draws: lowDraws });
    recovery(siege.state, turn);
    expect(told.flatMap((fact) => (fact.type === 'loads-gathered' ? [fact.camp] : []))).toEqual(['main', 'second']);
  });
});
