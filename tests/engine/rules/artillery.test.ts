import { describe, expect, it } from 'vitest';
import { layGuns } from '../../../src/engine/fire-plan.ts';
import { artillery } from '../../../src/engine/rules/artillery.ts';
import type { Order } from '../../../src/engine/index.ts';
import { aGame, aSiege, aTurn, standardRules, withRules } from '../../helpers/a-siege.ts';

const SHELL: Order = { kind: 'bombard', target: { kind: 'post', id: 'north' }, weapon: 't105', rounds: 60, from: 0 };

/** One pulse of the guns that these orders lay. */
function pulseOf(siege: ReturnType<typeof aGame>, orders: { garrison?: readonly Order[]; besieger?: readonly Order[] }): ReturnType<typeof aTurn> {
  const made = aTurn(siege.game, siege.state, { orders });
  made.turn.missions = layGuns(siege.state, made.turn);
  artillery(siege.state, made.turn);
  return made;
}

describe('shells on a post', () => {
  it('take men, works and wire, keep the rest down, and are counted to the last round', () => {
    const siege = aGame();
    const ready = siege.at.battery('cave').ready;
    const { told } = pulseOf(siege, { besieger: [SHELL] });
    const north = siege.at.post('north');
    expect(north.suppression).toBeGreaterThan(0);
    expect(north.works).toBeLessThan(300);
    expect(north.wire).toBeLessThan(700);
    expect(siege.at.unit('first-1').men).toBeLessThan(150);
    expect(siege.at.battery('cave').ready).toBe(ready - 60);
    expect(siege.state.ledger.besieger.fired.reduce((sum, rounds) => sum + rounds, 0)).toBe(60);
    expect(told).toContainEqual({ type: 'battery-fired', side: 'besieger', battery: 'cave', weapon: 't105', rounds: 60, at: { kind: 'post', id: 'north' } });
  });

  it('leave craters where they fell', () => {
    const siege = aGame();
    pulseOf(siege, { besieger: [SHELL] });
    expect(siege.state.ground.craters[8 * 14 + 7]).toBe(60);
  });

  it('bite less where nobody sees them fall', () => {
    const seen = aGame();
    const unseen = aGame(aSiege({ observers: [], approaches: [] }));
    pulseOf(seen, { besieger: [SHELL] });
    pulseOf(unseen, { besieger: [SHELL] });
    expect(unseen.at.post('north').suppression).toBeLessThan(seen.at.post('north').suppression);
  });

  it('are forgotten hour by hour: the men get up again', () => {
    const siege = aGame();
    siege.at.post('north').suppression = 500;
    siege.at.post('north').shelled = siege.game.board.weapons.map(() => 3);
    pulseOf(siege, {});
    expect(siege.at.post('north').suppression).toBe(Math.floor((500 * siege.game.scenario.rules.artillery.suppressionDecay) / 1000));
    expect(siege.at.post('north').shelled.every((rounds) => rounds === 0)).toBe(true);
  });
});

describe('shells on a trench', () => {
  it('take men of the battalions that dig there', () => {
    const siege = aGame(withRules(aSiege(), { artillery: { trenchCover: 0 } }));
    pulseOf(siege, { garrison: [{ kind: 'bombard', target: { kind: 'approach', id: 'sap' }, weapon: 't105', rounds: 150, from: 0 }], besieger: [{ kind: 'dig', post: 'north', units: ['red-1'] }] });
    expect(siege.at.unit('red-1').men).toBeLessThan(570);
    expect(siege.at.unit('red-2').men).toBe(570);
  });
});

describe('protective fire', () => {
  /** A storm on the northern post under way. */
  function stormed(): ReturnType<typeof aGame> {
    const siege = aGame();
    siege.state.assaults.push({
      id: 'north@0', side: 'besieger', post: 'north', lead: ['red-1'], echelon: [], echelonAfter: 0, begun: 0, men: 570, lost: 0, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no',
    });
    return siege;
  }

  it('falls before a post that is stormed, ordered or not', () => {
    const siege = stormed();
    const { of } = pulseOf(siege, {});
    expect(of('battery-fired')).toMatchObject([{ battery: 'pit', at: { kind: 'wire', id: 'north' } }]);
    expect(siege.state.assaults[0]?.protectiveFire).toBeGreaterThan(0);
  });

  it('is heavier where it was planned', () => {
    const planned = stormed();
    const unplanned = stormed();
    pulseOf(planned, { garrison: [{ kind: 'protect', post: 'north', rounds: 500 }] });
    pulseOf(unplanned, {});
    expect(planned.state.assaults[0]?.protectiveFire).toBeGreaterThan(unplanned.state.assaults[0]?.protectiveFire ?? 0);
  });

  it('falls wide for a battalion without its commander', () => {
    const led = stormed();
    const headless = stormed();
    headless.at.formation('first').headlessUntil = 50;
    pulseOf(led, {});
    pulseOf(headless, {});
    expect(headless.state.assaults[0]?.protectiveFire).toBeLessThan(led.state.assaults[0]?.protectiveFire ?? 0);
  });

  it('slackens while the staff of the guns is shocked', () => {
    const siege = stormed();
    siege.at.formation('guns').shockedUntil = 50;
    const { of } = pulseOf(siege, { garrison: [{ kind: 'protect', post: 'north', rounds: 500 }] });
    const { protectShocked } = siege.game.scenario.rules.artillery;
    const rate = 4 * (siege.game.scenario.rules.weapons['t105']?.rate ?? 0);
    expect(of('battery-fired')).toMatchObject([{ rounds: Math.floor((rate * protectShocked) / 1000) }]);
  });

  it('spends no more of the dump in a turn than its share', () => {
    const siege = aGame(withRules(aSiege(), { artillery: { protectShare: 0 } }));
    siege.state.assaults.push(...stormed().state.assaults);
    const { of } = pulseOf(siege, {});
    expect(of('battery-fired')).toEqual([]);
  });
});

describe('the effect of shells', () => {
  /** Suppression of the northern post after the same sixty shells. */
  function kept(change: Parameters<typeof aSiege>[0]): number {
    const siege = aGame(aSiege(change));
    pulseOf(siege, { besieger: [SHELL] });
    return siege.at.post('north').suppression;
  }
  const day = { calendar: { firstDay: '1954-03-13', firstPhase: 'day', turns: 6 } } as const;
  const near = { observers: [{ id: 'watch', side: 'besieger', east: 1600, north: 1700 }] } as const;
  const nobody = { observers: [], approaches: [] };

  it('is whole by day in view, less by flares, least on a place that is only known', () => {
    const [byDay, byFlares, unseen] = [kept({ ...day, ...near }), kept({ ...near, approaches: [] }), kept(nobody)];
    expect(byDay).toBeGreaterThan(byFlares);
    expect(byFlares).toBeGreaterThan(unseen);
    expect(unseen).toBeGreaterThan(0);
  });

  it('falls on those who hold the post: after it is lost, on the besieger', () => {
    const siege = aGame();
    Object.assign(siege.at.post('north'), { holder: 'besieger' });
    Object.assign(siege.at.unit('first-1'), { men: 0, post: null, duty: 'gone' });
    Object.assign(siege.at.unit('red-1'), { post: 'north', duty: 'holding' });
    pulseOf(siege, { garrison: [{ ...SHELL, rounds: 150 }] });
    expect(siege.at.unit('red-1').men).toBeLessThan(570);
    expect(siege.state.ledger.besieger.byCause.shelling).toBe(570 - siege.at.unit('red-1').men);
  });

  it('is shared by the companies of a post by their men', () => {
    const siege = aSiege();
    const units = siege.units.map((unit) => (unit.id === 'first-2' ? { ...unit, post: 'north', men: 50 } : unit));
    const two = aGame({ ...siege, units });
    pulseOf(two, { besieger: [{ ...SHELL, rounds: 72 }] });
    const [many, few] = [150 - two.at.unit('first-1').men, 50 - two.at.unit('first-2').men];
    expect(many).toBeGreaterThan(few);
    expect(many + few).toBe(two.state.ledger.garrison.byCause.shelling);
  });
});

describe('a shell on a trench', () => {
  it('finds nobody where nobody has orders to dig, and craters the ground all the same', () => {
    const siege = aGame(withRules(aSiege(), { artillery: { trenchCover: 0 } }));
    pulseOf(siege, { garrison: [{ kind: 'bombard', target: { kind: 'approach', id: 'sap' }, weapon: 't105', rounds: 150, from: 0 }] });
    expect(siege.at.unit('red-1').men + siege.at.unit('red-2').men).toBe(1140);
    expect(siege.state.ground.craters.reduce((sum, shells) => sum + shells, 0)).toBe(150);
  });

  it('does less than one on open ground, by what the trench keeps off', () => {
    const lossWith = (trenchCover: number): number => {
      const siege = aGame(withRules(aSiege(), { artillery: { trenchCover } }));
      pulseOf(siege, { garrison: [{ kind: 'bombard', target: { kind: 'approach', id: 'sap' }, weapon: 't105', rounds: 150, from: 0 }], besieger: [{ kind: 'dig', post: 'north', units: ['red-1'] }] });
      return 570 - siege.at.unit('red-1').men;
    };
    expect(lossWith(standardRules().artillery.trenchCover)).toBeLessThan(lossWith(0));
    expect(lossWith(1000)).toBe(0);
  });
});
