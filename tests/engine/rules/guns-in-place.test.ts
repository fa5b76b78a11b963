import { describe, expect, it } from 'vitest';
import { layGuns, reaches, roundsIn } from '../../../src/engine/fire-plan.ts';
import { artillery } from '../../../src/engine/rules/artillery.ts';
import { counterBattery } from '../../../src/engine/rules/counter-battery.ts';
import { spotGuns } from '../../../src/engine/rules/observation.ts';
import { shellingHarm } from '../../../src/engine/shelling.ts';
import type { Order, Scenario } from '../../../src/engine/index.ts';
import { aGame, aSiege, aTurn, evenDraws, lowDraws, standardRules, withRules } from '../../helpers/a-siege.ts';

const SEEN_BY_DAY = { calendar: { firstDay: '1954-03-13', firstPhase: 'day', turns: 6 } } as const;

function fire(siege: ReturnType<typeof aGame>, orders: Partial<Record<'garrison' | 'besieger', readonly Order[]>>, pulse = 0): ReturnType<typeof aTurn> {
  const made = aTurn(siege.game, siege.state, { orders, pulse, draws: evenDraws });
  made.turn.missions = layGuns(siege.state, made.turn);
  artillery(siege.state, made.turn);
  return made;
}

describe('a gun that has moved', () => {
  it('reaches from where it stands now, not from where it stood', () => {
    const siege = aGame();
    const { turn } = aTurn(siege.game, siege.state);
    const target = { east: 1400, north: 1384 };
    expect(reaches(siege.state, turn, 2, target)).toBe(true);
    Object.assign(siege.at.battery('mortars'), { east: 12_000, north: 12_000 });
    expect(reaches(siege.state, turn, 2, target)).toBe(false);
  });

  it('does not fire while it is on the road', () => {
    const siege = aGame();
    const { turn } = aTurn(siege.game, siege.state, { pulse: 3 });
    expect(roundsIn(siege.state, turn, 2, 1000)).toBeGreaterThan(0);
    siege.at.battery('mortars').movingUntil = 5;
    expect(roundsIn(siege.state, turn, 2, 1000)).toBe(0);
  });

  it('fires slower once it is in a casemate', () => {
    const siege = aGame();
    const { turn } = aTurn(siege.game, siege.state);
    const before = roundsIn(siege.state, turn, 2, 1000);
    siege.at.battery('mortars').cover = 'casemate';
    expect(roundsIn(siege.state, turn, 2, 1000)).toBeLessThan(before);
  });

  it('is hardly hit by fire on the place that it has left', () => {
    const damaged = (east: number): number => {
      const siege = aGame();
      siege.at.battery('pit').east = east;
      const made = aTurn(siege.game, siege.state, { orders: { besieger: [{ kind: 'counter-battery', fix: 'fix-1', weapon: 't105', rounds: 60, from: 0 }] }, draws: () => ({ below: () => 400 }) });
      made.turn.missions = layGuns(siege.state, made.turn);
      counterBattery(siege.state, made.turn);
      return 4 - siege.at.battery('pit').tubes;
    };
    expect([damaged(1200), damaged(2000)]).toEqual([1, 0]);
  });

  it('that was known in its old place is to be found again in the new one', () => {
    const siege = aGame(aSiege(SEEN_BY_DAY));
    const pit = siege.at.battery('pit');
    pit.firedAt = 0;
    const { turn, of } = aTurn(siege.game, siege.state, { draws: lowDraws });
    spotGuns(siege.state, turn);
    expect(of('gun-fixed')).toEqual([]);
    pit.hex += 1;
    pit.east += 200;
    spotGuns(siege.state, turn);
    expect(of('gun-fixed')).toMatchObject([{ battery: 'pit', side: 'besieger' }]);
    expect(siege.state.known.besieger.fixes).toHaveLength(1);
  });
});

describe('flak', () => {
  it('fires at nothing on the ground', () => {
    const siege = aSiege();
    const t105 = siege.rules.weapons['t105'];
    if (t105 === undefined) throw new Error('t105');
    const made = aGame({ ...siege, rules: { ...siege.rules, weapons: { ...siege.rules.weapons, t105: { ...t105, flak: 1000 } } } });
    const { told } = fire(made, { besieger: [{ kind: 'bombard', target: { kind: 'post', id: 'north' }, weapon: 't105', rounds: 60, from: 0 }] });
    expect(told).toEqual([]);
  });
});

describe('protective fire', () => {
  it('spends of each weapon its own share of what a dump held when the turn began', () => {
    const siege = aGame(withRules(aSiege(), { artillery: { protectShare: 100 } }));
    const column = siege.game.board.weapons.indexOf('t105');
    siege.state.dumps[0]?.rounds.splice(column, 1, 1000);
    siege.at.battery('pit').ready = 400;
    siege.state.assaults.push({
      id: 'a', side: 'besieger', post: 'north', lead: ['red-1'], echelon: [], echelonAfter: 0, begun: 0, men: 570, lost: 0, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no',
    });
    const made = aTurn(siege.game, siege.state, {});
    for (made.turn.pulse = 0; made.turn.pulse < 6; made.turn.pulse += 1) {
      made.turn.missions = layGuns(siege.state, made.turn);
      artillery(siege.state, made.turn);
    }
    const fired = made.of('battery-fired').reduce((sum, fact) => sum + (fact.type === 'battery-fired' ? fact.rounds : 0), 0);
    expect(fired).toBe(140);
  });

  it('does more before a post on flat ground than before a hill', () => {
    const before = (post: string): number => {
      const siege = aGame();
      siege.state.assaults.push({
        id: 'a', side: 'besieger', post, lead: ['red-1'], echelon: [], echelonAfter: 0, begun: 0, men: 570, lost: 0, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no',
      });
      fire(siege, {});
      return siege.state.assaults[0]?.protectiveFire ?? 0;
    };
    expect(before('south')).toBe(Math.floor((before('north') * standardRules().artillery.protectFlat) / 1000));
  });
});

/** The siege with a strip beside the camp. */
function withStrip(): Scenario {
  const siege = aSiege(SEEN_BY_DAY);
  return { ...siege, map: { ...siege.map, strips: [{ id: 'strip', name: { vi: '', fr: '', en: '' }, lengthMetres: 1000, widthMetres: 30, headingDegrees: 0, south: [1000, 173], north: [1000, 1173] }] } };
}

describe('shells on a strip', () => {
  it('tear it up by their weight, and are told by the hour', () => {
    const siege = aGame(withStrip());
    const { of } = fire(siege, { besieger: [{ kind: 'bombard', target: { kind: 'strip', id: 'strip' }, weapon: 't105', rounds: 50, from: 0 }] });
    const fired = of('battery-fired').reduce((sum, fact) => sum + (fact.type === 'battery-fired' ? fact.rounds : 0), 0);
    const craters = Math.floor((fired * standardRules().artillery.stripCraters) / 1000);
    expect(siege.state.air.strips).toMatchObject([{ id: 'strip', craters }]);
    expect(of('strip-shelled')).toEqual([{ type: 'strip-shelled', strip: 'strip', rounds: fired, craters }]);
  });
});

describe('harassing fire on a camp', () => {
  const order: Order = { kind: 'bombard', target: { kind: 'zone', id: 'main' }, weapon: 't105', rounds: 70, from: 0 };

  it('costs men of those who move about in it, and some of their nerve', () => {
    const siege = aGame(aSiege(SEEN_BY_DAY));
    const before = siege.at.unit('reserve').cohesion;
    const { of } = fire(siege, { besieger: [order] });
    expect(siege.state.camps[0]?.harassed).toBe(70);
    expect(of('zone-shelled')).toEqual([{ type: 'zone-shelled', camp: 'main', rounds: 70 }]);
    expect(of('men-lost')).toMatchObject([{ unit: 'reserve', cause: 'shelling' }]);
    expect(siege.at.unit('reserve').men).toBe(130 - Math.floor((70 * standardRules().artillery.zoneKill) / 1000));
    expect(siege.at.unit('reserve').cohesion).toBeLessThan(before);
  });

  it('spares the companies in their posts', () => {
    const siege = aGame(aSiege(SEEN_BY_DAY));
    siege.at.unit('reserve').men = 0;
    const { of } = fire(siege, { besieger: [order] });
    expect(of('men-lost')).toEqual([]);
  });

  it('is forgotten when the next turn begins', () => {
    const siege = aGame();
    fire(siege, { besieger: [order] });
    fire(siege, {}, 0);
    expect(siege.state.camps[0]?.harassed).toBe(0);
  });
});

describe('a stone cellar', () => {
  it('is what no shell takes, however long they fall', () => {
    let works = 600;
    for (let pulse = 0; pulse < 200; pulse += 1) {
      works = shellingHarm(standardRules(), ['t105'], [300], { men: 150, works, wire: 0, suppression: 0, cellar: 300 }, 1000).works;
    }
    expect(works).toBe(300);
    expect(shellingHarm(standardRules(), ['t105'], [300], { men: 150, works: 200, wire: 0, suppression: 0, cellar: 300 }, 1000).works).toBe(200);
  });
});

describe('the garrison’s shells on a post that both hold', () => {
  it('fall on the trench and on those who came in by it, not on its own men', () => {
    const siege = aGame(aSiege(SEEN_BY_DAY));
    Object.assign(siege.at.post('north'), { holder: 'contested', lodgement: 400 });
    Object.assign(siege.at.unit('red-1'), { hex: siege.game.board.posts[1]?.hex });
    const { of } = fire(siege, { garrison: [{ kind: 'bombard', target: { kind: 'post', id: 'north' }, weapon: 't105', rounds: 200, from: 0 }] });
    expect(of('battery-fired')).toMatchObject([{ at: { kind: 'approach', id: 'sap' } }]);
    expect(of('men-lost').map((fact) => (fact.type === 'men-lost' ? fact.unit : ''))).toEqual(['red-1']);
    expect(siege.at.unit('first-1').men).toBe(150);
  });
});
