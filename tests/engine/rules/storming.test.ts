import { describe, expect, it } from 'vitest';
import { layGuns } from '../../../src/engine/fire-plan.ts';
import { artillery } from '../../../src/engine/rules/artillery.ts';
import { assault } from '../../../src/engine/rules/assault.ts';
import { march } from '../../../src/engine/rules/march.ts';
import { stormOf } from '../../../src/engine/storm-state.ts';
import { stormPulse } from '../../../src/engine/storm.ts';
import type { Assault, Order } from '../../../src/engine/index.ts';
import { aGame, aSiege, aTurn, evenDraws, lowDraws, standardRules, withRules } from '../../helpers/a-siege.ts';

const NORTH = 8 * 14 + 7;
const STORM: Assault = { kind: 'assault', post: 'north', lead: ['red-1'], echelon: [], from: 2, echelonAfter: 0 };

function storm(siege: ReturnType<typeof aGame>, orders: readonly Order[] = [{ ...STORM, from: 0 }]): ReturnType<typeof aTurn> {
  const made = aTurn(siege.game, siege.state, { orders: { besieger: orders }, draws: evenDraws });
  assault(siege.state, made.turn);
  return made;
}

describe('battalions far from the trench head', () => {
  it('do not go in, and the order is void if all are far', () => {
    const siege = aGame(withRules(aSiege(), { assault: { nearMetres: 300 } }));
    Object.assign(siege.at.unit('red-1'), { hex: 0 });
    expect(storm(siege).told).toEqual([{ type: 'order-void', side: 'besieger', order: 0, kind: 'assault' }]);
    Object.assign(siege.at.unit('red-2'), { hex: NORTH });
    const { of } = storm(siege, [{ ...STORM, from: 0, lead: ['red-1', 'red-2'] }]);
    expect(of('assault-began')).toMatchObject([{ lead: ['red-2'], men: 570 }]);
  });

  it('close up to it by order', () => {
    const siege = aGame();
    siege.at.unit('red-1').hex = 11 * 14;
    const made = aTurn(siege.game, siege.state, { orders: { besieger: [{ kind: 'close-up', units: ['red-1'], post: 'north' }] } });
    for (made.turn.pulse = 0; made.turn.pulse < 12; made.turn.pulse += 1) march(siege.state, made.turn);
    const sap = siege.state.approaches[0];
    expect(made.of('march-began')).toMatchObject([{ unit: 'red-1', purpose: 'close-up', post: 'north' }]);
    expect(sap?.path).toContain(siege.at.unit('red-1').hex);
    expect(siege.at.unit('red-1')).toMatchObject({ duty: 'waiting', post: null, march: null });
  });
});

describe('the first hour of an assault', () => {
  it('meets protective fire', () => {
    const siege = aGame();
    const made = aTurn(siege.game, siege.state, { orders: { besieger: [STORM], garrison: [{ kind: 'protect', post: 'north', rounds: 500 }] }, pulse: 2 });
    made.turn.missions = layGuns(siege.state, made.turn);
    artillery(siege.state, made.turn);
    assault(siege.state, made.turn);
    expect(made.of('battery-fired')).toMatchObject([{ battery: 'pit', at: { kind: 'wire', id: 'north' } }]);
    expect(siege.state.assaults[0]?.protectiveFire).toBeGreaterThan(0);
  });

  it('does not before it has come', () => {
    const siege = aGame();
    const { turn } = aTurn(siege.game, siege.state, { orders: { besieger: [STORM] }, pulse: 1 });
    expect(layGuns(siege.state, turn)).toEqual([]);
  });
});

describe('a post that has been cut off', () => {
  it('fights worse the longer it lasts', () => {
    const outcome = (cutOffTurns: number): number => {
      const siege = aGame();
      siege.state.turn = 40;
      siege.at.post('north').cutOffSince = (40 - cutOffTurns) * 12;
      storm(siege);
      return siege.at.post('north').lodgement;
    };
    expect(outcome(40)).toBeGreaterThan(outcome(0));
  });
});

describe('a mine that has just gone up', () => {
  it('helps the assault of the same turn by its share', () => {
    const attack = (firedTurn: number): number => {
      const siege = aGame();
      siege.state.galleries.push({ post: 'north', metres: 48, lengthMetres: 48, begunTurn: 0, loadedTurn: 0, firedTurn });
      const { turn } = storm(siege);
      const [one] = siege.state.assaults;
      if (one === undefined) throw new Error('no assault');
      return stormPulse(standardRules(), stormOf(siege.state, turn, one), 55, 200).terms.attack;
    };
    expect(attack(0)).toBe(Math.floor((attack(-1) * standardRules().assault.minedAttack) / 1000));
  });
});

describe('tanks', () => {
  const withTanks = (post: string, tanks: number): { lodgement: number; siege: ReturnType<typeof aGame> } => {
    const siege = aGame();
    siege.at.unit(post === 'north' ? 'first-1' : 'first-2').tanks = tanks;
    storm(siege, [{ ...STORM, from: 0, post }]);
    return { lodgement: siege.at.post(post).lodgement, siege };
  };

  it('help those in the post, more on flat ground than on a hill', () => {
    const rules = standardRules();
    const worth = (hill: boolean, tanks: number): number => stormPulse(rules, {
      attackers: 500, attackerQuality: 1000, will: 800, defenders: 100, defenderQuality: 800, cohesion: 800, suppression: 200, headless: false, works: 0, wire: 0,
      lodgement: 100, jumpOffMetres: 100, support: 0, protectiveFire: 0, first: false, day: false, clearness: 1000, attackerTanks: 0, defenderTanks: tanks, hill, cutOffTurns: 0, mined: false,
    }, 55, 200).terms.defence;
    expect(worth(true, 2) - worth(true, 0)).toBe(2 * rules.assault.tankPower);
    expect(worth(false, 2) - worth(false, 0)).toBe(Math.floor((2 * rules.assault.tankPower * rules.assault.flatTank) / 1000));
    expect(worth(true, 9)).toBe(worth(true, rules.assault.tanksMost));
    expect(withTanks('south', 2).lodgement).toBeLessThanOrEqual(withTanks('south', 0).lodgement);
  });

  it('drive up from elsewhere in the camp after a while, to a post that is linked', () => {
    const tanksAt = (pulse: number, cutOffSince: number): number => {
      const siege = aGame();
      siege.at.unit('reserve').tanks = 2;
      siege.at.post('north').cutOffSince = cutOffSince;
      const { turn } = storm(siege);
      const [one] = siege.state.assaults;
      if (one === undefined) throw new Error('no assault');
      turn.pulse = pulse;
      return stormOf(siege.state, turn, one).defenderTanks;
    };
    const { tankAfter } = standardRules().assault;
    expect([tanksAt(0, -1), tanksAt(tankAfter, -1), tanksAt(tankAfter, 0)]).toEqual([0, 2, 0]);
  });

  it('may be lost in it', () => {
    const siege = aGame();
    siege.at.unit('first-1').tanks = 2;
    const made = aTurn(siege.game, siege.state, { orders: { besieger: [{ ...STORM, from: 0 }] }, draws: lowDraws });
    assault(siege.state, made.turn);
    expect(siege.at.unit('first-1').tanks).toBe(1);
    expect(made.of('tanks-lost')).toEqual([{ type: 'tanks-lost', side: 'garrison', post: 'north', unit: 'first-1', tanks: 1 }]);
  });
});

describe('the will of an assault', () => {
  it('is the mean of its regiments, each counted once', () => {
    const siege = aSiege();
    const blue = { id: 'blue', side: 'besieger', name: 'Blue', kind: 'regiment', parent: 'front', post: null, place: { east: 1400, north: 1900 }, will: 200 } as const;
    const made = aGame({
      ...siege, formations: [...siege.formations, blue],
      units: siege.units.map((unit) => (unit.id === 'red-2' ? { ...unit, formation: 'blue' } : unit)),
    });
    const { turn } = storm(made, [{ ...STORM, from: 0, lead: ['red-1', 'red-2'] }]);
    const [one] = made.state.assaults;
    if (one === undefined) throw new Error('no assault');
    expect(stormOf(made.state, turn, one).will).toBe(500);
  });
});

describe('an order that can do nothing', () => {
  it('is told to the side that gave it', () => {
    const siege = aGame();
    const { of } = storm(siege, [{ kind: 'break-off', post: 'south' }]);
    expect(of('order-void')).toEqual([{ type: 'order-void', side: 'besieger', order: 0, kind: 'break-off' }]);
    const empty = aTurn(siege.game, siege.state, { orders: { garrison: [{ kind: 'give-up', post: 'south' }] } });
    Object.assign(siege.at.unit('first-2'), { post: 'north', hex: NORTH });
    march(siege.state, empty.turn);
    expect(empty.of('order-void')).toEqual([{ type: 'order-void', side: 'garrison', order: 0, kind: 'give-up' }]);
  });

  it('is one to march to a post that is cut off', () => {
    const siege = aGame();
    siege.at.post('north').cutOffSince = 0;
    const { turn, told } = aTurn(siege.game, siege.state, { orders: { garrison: [{ kind: 'reinforce', unit: 'reserve', post: 'north' }] } });
    march(siege.state, turn);
    expect(told).toEqual([{ type: 'march-stopped', unit: 'reserve', cause: 'no-way' }]);
  });
});
