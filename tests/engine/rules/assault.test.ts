import { describe, expect, it } from 'vitest';
import { assault, hemIn } from '../../../src/engine/rules/assault.ts';
import type { Assault, Order } from '../../../src/engine/index.ts';
import { aGame, aSiege, aTurn, evenDraws, withRules } from '../../helpers/a-siege.ts';

const STORM: Assault = { kind: 'assault', post: 'north', lead: ['red-1'], echelon: ['red-2'], from: 1, echelonAfter: 2 };

/** Plays so many pulses of the rule alone. */
function storm(siege: ReturnType<typeof aGame>, pulses: number, orders: { garrison?: readonly Order[]; besieger?: readonly Order[] } = { besieger: [STORM] }): ReturnType<typeof aTurn> {
  const made = aTurn(siege.game, siege.state, { orders, draws: evenDraws });
  for (made.turn.pulse = 0; made.turn.pulse < pulses; made.turn.pulse += 1) assault(siege.state, made.turn);
  return made;
}

describe('an assault', () => {
  it('goes in at its hour, from the trench head', () => {
    const siege = aGame();
    const { of } = storm(siege, 2);
    expect(of('assault-began')).toEqual([{ type: 'assault-began', side: 'besieger', post: 'north', lead: ['red-1'], men: 570, jumpOffMetres: 100 }]);
    expect(siege.at.unit('red-1').duty).toBe('storming');
    expect(siege.at.unit('red-2').duty).toBe('waiting');
  });

  it('does harm on both sides in every hour, and says how much', () => {
    const siege = aGame();
    const { of } = storm(siege, 3);
    const pulses = of('assault-pulse');
    expect(pulses).toHaveLength(2);
    const lost = pulses.reduce((sum, fact) => sum + (fact.type === 'assault-pulse' ? fact.attackersLost : 0), 0);
    expect(570 - siege.at.unit('red-1').men).toBe(lost);
    expect(siege.state.ledger.besieger.byCause.assault).toBe(lost);
    expect(siege.at.unit('first-1').men).toBeLessThan(150);
  });

  it('brings the echelon in so many hours later', () => {
    const siege = aGame();
    const { of } = storm(siege, 4);
    expect(of('echelon-committed')).toMatchObject([{ units: ['red-2'], men: 570 }]);
    expect(siege.at.unit('red-2').duty).toBe('storming');
  });

  it('makes the post contested as soon as it is inside', () => {
    const siege = aGame();
    siege.at.post('north').suppression = 900;
    const { of } = storm(siege, 2);
    expect(siege.at.post('north').holder).toBe('contested');
    expect(of('holder-changed')).toMatchObject([{ from: 'garrison', to: 'contested', cause: 'entered' }]);
  });

  it('takes the post when nobody in it can be held to it any more', () => {
    const siege = aGame();
    siege.at.unit('first-1').men = 10;
    const { of } = storm(siege, 2);
    expect(siege.at.post('north').holder).toBe('besieger');
    expect(siege.at.unit('red-1')).toMatchObject({ post: 'north', duty: 'holding' });
    expect(of('assault-ended')).toMatchObject([{ how: 'won' }]);
    expect(of('will-changed')).toContainEqual(expect.objectContaining({ formation: 'red', cause: 'won' }));
  });

  it('stops when its losses pass what the men will bear, and their will pays for it', () => {
    const siege = aGame(withRules(aSiege(), { assault: { tolerance: 1 } }));
    const { of } = storm(siege, 3);
    expect(of('assault-ended')).toMatchObject([{ how: 'halted' }]);
    expect(siege.at.unit('red-1').duty).toBe('waiting');
    expect(siege.at.post('north').failedAssaults).toBe(1);
    expect(siege.at.formation('red').will).toBeLessThan(800);
    expect(siege.state.assaults).toEqual([]);
  });

  it('is void on a post that is its own already', () => {
    const siege = aGame();
    siege.at.post('north').holder = 'besieger';
    const { told } = storm(siege, 2);
    expect(told).toEqual([{ type: 'order-void', side: 'besieger', order: 0, kind: 'assault' }]);
  });

  it('goes on in the next turn without a new order', () => {
    const siege = aGame();
    const late = aTurn(siege.game, siege.state, { orders: { besieger: [{ ...STORM, from: 9 }] }, pulse: 9 });
    assault(siege.state, late.turn);
    siege.state.turn = 1;
    const { of } = storm(siege, 1, {});
    expect(of('assault-pulse')).toHaveLength(1);
  });

  it('is broken off by order', () => {
    const siege = aGame();
    storm(siege, 3);
    const { of } = storm(siege, 1, { besieger: [{ kind: 'break-off', post: 'north' }] });
    expect(of('assault-ended')).toMatchObject([{ how: 'halted' }]);
  });
});

describe('a reserve that has marched up', () => {
  /** An assault with a foothold, and the reserve arrived in the post. */
  function reached(odds: number): ReturnType<typeof aGame> {
    const siege = aGame();
    siege.at.post('north').suppression = 800;
    storm(siege, 3);
    Object.assign(siege.at.unit('reserve'), { post: 'north', hex: 8 * 14 + 7, duty: 'marching', march: { purpose: 'counter-attack', post: 'north', path: [], wait: 0, step: 0, odds } });
    return siege;
  }

  it('throws the attacker back', () => {
    const siege = reached(0);
    const before = siege.at.post('north').lodgement;
    const { of } = storm(siege, 1, {});
    expect(of('reserve-joined')).toMatchObject([{ unit: 'reserve', men: 130, lodgement: Math.max(0, before - siege.game.scenario.rules.assault.reserveGain) }]);
    expect(siege.at.unit('reserve').duty).toBe('holding');
  });

  it('turns back at odds worse than its order allows', () => {
    const siege = reached(5000);
    const { of } = storm(siege, 1, {});
    expect(of('counter-attack-held-back')).toMatchObject([{ unit: 'reserve', wanted: 5000 }]);
    expect(siege.at.unit('reserve')).toMatchObject({ post: null, duty: 'marching', march: { purpose: 'withdraw', post: 'camp' } });
  });

  it('storms a post that has fallen already', () => {
    const siege = aGame();
    Object.assign(siege.at.post('north'), { holder: 'besieger', heldSince: 0 });
    Object.assign(siege.at.unit('first-1'), { men: 0, duty: 'gone', post: null });
    Object.assign(siege.at.unit('red-1'), { men: 20, post: 'north', duty: 'holding' });
    Object.assign(siege.at.unit('reserve'), { post: null, duty: 'marching', march: { purpose: 'counter-attack', post: 'north', path: [], wait: 0, step: 0, odds: 0 } });
    const { of } = storm(siege, 12, {});
    expect(of('assault-began')).toMatchObject([{ side: 'garrison', post: 'north', lead: ['reserve'] }]);
    expect(siege.at.post('north').holder).toBe('garrison');
    expect(siege.at.unit('reserve')).toMatchObject({ post: 'north', duty: 'holding' });
  });
});

describe('a counter-attack on its way', () => {
  it.each([
    ['still has hexes to go', { path: [8 * 14 + 7], wait: 0 }],
    ['is still forming up', { path: [], wait: 1 }],
  ])('does not go in while it %s', (_, where) => {
    const siege = aGame();
    Object.assign(siege.at.post('north'), { holder: 'besieger', heldSince: 0 });
    Object.assign(siege.at.unit('reserve'), { post: null, duty: 'marching', march: { purpose: 'counter-attack', post: 'north', step: 0, odds: 0, ...where } });
    expect(storm(siege, 1, {}).told).toEqual([]);
    expect(siege.at.unit('reserve').duty).toBe('marching');
  });
});

describe('two counter-attacks on one post', () => {
  it('are one assault, with the men of both', () => {
    const siege = aGame(withRules(aSiege(), { assault: { tolerance: 1000 } }));
    Object.assign(siege.at.post('north'), { holder: 'besieger', heldSince: 0 });
    Object.assign(siege.at.unit('first-1'), { men: 0, duty: 'gone', post: null });
    Object.assign(siege.at.unit('red-1'), { men: 60, post: 'north', duty: 'holding' });
    for (const id of ['first-2', 'reserve']) {
      Object.assign(siege.at.unit(id), { post: null, duty: 'marching', march: { purpose: 'counter-attack', post: 'north', path: [], wait: 0, step: 0, odds: 0 } });
    }
    const { of } = storm(siege, 1, {});
    expect(of('assault-began')).toMatchObject([{ side: 'garrison', lead: ['first-2', 'reserve'], men: 280 }]);
    expect(of('assault-pulse')).toHaveLength(1);
    expect([siege.at.unit('first-2').duty, siege.at.unit('reserve').duty]).toEqual(['storming', 'storming']);
    expect(siege.state.assaults).toMatchObject([{ lead: ['first-2', 'reserve'], men: 280 }]);
  });
});

describe('a counter-attack that is halted', () => {
  it('sends its company back to camp', () => {
    const siege = aGame(withRules(aSiege(), { assault: { tolerance: 1 } }));
    Object.assign(siege.at.post('north'), { holder: 'besieger', heldSince: 0 });
    Object.assign(siege.at.unit('first-1'), { men: 0, duty: 'gone', post: null });
    Object.assign(siege.at.unit('red-1'), { men: 60, post: 'north', duty: 'holding' });
    Object.assign(siege.at.unit('reserve'), { post: null, hex: 8 * 14 + 7, duty: 'marching', march: { purpose: 'counter-attack', post: 'north', path: [], wait: 0, step: 0, odds: 0 } });
    const { of } = storm(siege, 1, {});
    expect(of('assault-ended')).toMatchObject([{ side: 'garrison', how: 'halted' }]);
    expect(siege.at.unit('reserve')).toMatchObject({ post: null, duty: 'marching', march: { purpose: 'withdraw', post: 'camp' } });
    expect(siege.at.post('north')).toMatchObject({ holder: 'besieger', failedAssaults: 0 });
  });
});

describe('a lodgement', () => {
  it('is half given up on flat ground at first light, and kept on a hill', () => {
    const siege = aGame(aSiege({ calendar: { firstDay: '1954-03-13', firstPhase: 'day', turns: 6 } }));
    for (const post of ['north', 'south']) Object.assign(siege.at.post(post), { holder: 'contested', lodgement: 400 });
    storm(siege, 1, {});
    expect(siege.at.post('north').lodgement).toBe(400);
    expect(siege.at.post('south').lodgement).toBe(Math.floor((400 * siege.game.scenario.rules.assault.flatDawn) / 1000));
  });

  it('is hemmed in a little on a turn without an assault', () => {
    const { game, state, at } = aGame();
    Object.assign(at.post('north'), { holder: 'contested', lodgement: 5 });
    const { turn, of } = aTurn(game, state);
    hemIn(state, turn);
    expect(at.post('north')).toMatchObject({ lodgement: 0, holder: 'garrison' });
    expect(of('holder-changed')).toMatchObject([{ from: 'contested', to: 'garrison', cause: 'cleared' }]);
  });
});

describe('the will of a regiment', () => {
  it('pays for losses and for failure, and gains by success', () => {
    const failed = aGame(withRules(aSiege(), { assault: { tolerance: 1 } }));
    const { of } = storm(failed, 2);
    const { willFail, willLoss } = failed.game.scenario.rules.assault;
    const [losses, failure] = of('will-changed');
    const lost = failed.state.ledger.besieger.byCause.assault;
    expect(losses).toMatchObject({ cause: 'losses', by: -Math.floor((willLoss * Math.floor((lost * 1000) / 570)) / 1000) });
    expect(failure).toMatchObject({ cause: 'failed', by: -willFail });
  });

  it('lets a willing regiment bear what stops an unwilling one', () => {
    const pulsesBorne = (will: number): number => {
      const siege = aGame();
      siege.at.formation('red').will = will;
      return storm(siege, 12, { besieger: [{ ...STORM, echelon: [] }] }).of('assault-pulse').length;
    };
    expect(pulsesBorne(800)).toBeGreaterThan(pulsesBorne(0));
  });
});

describe('an assault that cannot go in', () => {
  it('is void when nobody of its lead is fit for it', () => {
    const siege = aGame();
    siege.at.unit('red-1').duty = 'broken';
    expect(storm(siege, 2).told).toEqual([{ type: 'order-void', side: 'besieger', order: 0, kind: 'assault' }]);
  });

  it('is void while another one is under way at the same post', () => {
    const siege = aGame();
    const { of } = storm(siege, 2, { besieger: [{ ...STORM, from: 0, echelon: [] }, { ...STORM, lead: ['red-2'], echelon: [] }] });
    expect(of('order-void')).toEqual([{ type: 'order-void', side: 'besieger', order: 1, kind: 'assault' }]);
    expect(siege.at.unit('red-2').duty).toBe('waiting');
  });

  it('is not begun by an order that was lost', () => {
    const siege = aGame();
    const { turn, told } = aTurn(siege.game, siege.state, { orders: { besieger: [{ ...STORM, from: 0 }] } });
    for (const given of turn.given) given.lost = true;
    assault(siege.state, turn);
    expect(told).toEqual([]);
  });
});

describe('protective fire', () => {
  it('costs those who storm a post men, and ground', () => {
    const under = (thousandths: number): { lost: number; lodgement: number } => {
      const siege = aGame();
      siege.at.post('north').suppression = 600;
      storm(siege, 2);
      for (const one of siege.state.assaults) one.protectiveFire = thousandths;
      const before = siege.at.unit('red-1').men;
      storm(siege, 1, {});
      return { lost: before - siege.at.unit('red-1').men, lodgement: siege.at.post('north').lodgement };
    };
    expect(under(60_000).lost).toBeGreaterThan(under(0).lost);
    expect(under(60_000).lodgement).toBeLessThan(under(0).lodgement);
  });
});
