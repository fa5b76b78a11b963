import { describe, expect, it } from 'vitest';
import { assault, hemIn } from '../../../src/engine/rules/assault.ts';
import { march } from '../../../src/engine/rules/march.ts';
import type { Assault, CounterAttack, Order } from '../../../src/engine/index.ts';
import { aGame, aSiege, aTurn, evenDraws, withRules } from '../../helpers/a-siege.ts';

const NORTH = 8 * 14 + 7;
const AGAIN: Assault = { kind: 'assault', post: 'north', lead: ['red-1'], echelon: [], from: 0, echelonAfter: 0 };
const ANSWER: CounterAttack = { kind: 'counter-attack', unit: 'reserve', post: 'north', after: 2, odds: 0 };

/** A corner of the northern post in the besieger's hands, no assault under way, and a battalion in its trench. */
function lodged(lodgement: number, siege = aSiege()): ReturnType<typeof aGame> {
  const made = aGame(siege);
  Object.assign(made.at.post('north'), { holder: 'contested', lodgement, heldSince: 0 });
  Object.assign(made.at.unit('red-1'), { hex: NORTH, post: null, duty: 'waiting' });
  return made;
}

/** The reserve has marched up and stands in the post. */
function marchedUp(siege: ReturnType<typeof aGame>, odds = 0): ReturnType<typeof aGame> {
  Object.assign(siege.at.unit('reserve'), { post: 'north', hex: NORTH, duty: 'marching', march: { purpose: 'counter-attack', post: 'north', path: [], wait: 0, step: 0, odds } });
  return siege;
}

function pulses(siege: ReturnType<typeof aGame>, count: number, orders: readonly Order[] = [], first = 0): ReturnType<typeof aTurn> {
  const made = aTurn(siege.game, siege.state, { orders: { besieger: orders }, draws: evenDraws });
  for (made.turn.pulse = first; made.turn.pulse < first + count; made.turn.pulse += 1) assault(siege.state, made.turn);
  return made;
}

describe('a corner of a hill that is held', () => {
  it('stays for weeks where men lie in it, and shrinks by a little each quiet turn', () => {
    const siege = lodged(400);
    const { lodgedRepair } = siege.game.scenario.rules.assault;
    for (siege.state.turn = 0; siege.state.turn < 20; siege.state.turn += 1) {
      pulses(siege, 1);
      hemIn(siege.state, aTurn(siege.game, siege.state, { pulse: 11 }).turn);
    }
    expect(siege.at.post('north')).toMatchObject({ holder: 'contested', lodgement: 400 - 20 * lodgedRepair });
    expect(siege.at.unit('red-1')).toMatchObject({ post: null, men: 570 });
  });

  it('is soon walked back into where nobody stayed in it', () => {
    const siege = lodged(400);
    siege.at.unit('red-1').hex = 0;
    const { lodgedEmpty } = siege.game.scenario.rules.assault;
    hemIn(siege.state, aTurn(siege.game, siege.state).turn);
    expect(siege.at.post('north').lodgement).toBe(400 - lodgedEmpty);
  });

  it('is where the next assault begins', () => {
    const siege = lodged(400);
    const { of } = pulses(siege, 1, [AGAIN]);
    expect(of('assault-began')).toMatchObject([{ post: 'north', side: 'besieger' }]);
    expect(siege.at.post('north').lodgement).toBeGreaterThan(200);
  });

  it('keeps the men of an assault that has stopped, in the trench that they took', () => {
    const siege = aGame(withRules(aSiege(), { assault: { tolerance: 1 } }));
    siege.at.post('north').suppression = 900;
    pulses(siege, 1, [AGAIN]);
    expect(siege.at.post('north').holder).toBe('contested');
    expect(siege.at.unit('red-1')).toMatchObject({ duty: 'waiting', post: null, hex: NORTH });
    expect(siege.at.post('north')).toMatchObject({ failedAssaults: 1, stormedAt: 0 });
  });
});

describe('first light', () => {
  it('ends an assault that has lasted through the night, and leaves the hill to both', () => {
    const siege = aGame(withRules(aSiege(), { assault: { tolerance: 1000 } }));
    Object.assign(siege.at.post('north'), { holder: 'contested', lodgement: 600 });
    pulses(siege, 1, [AGAIN]);
    siege.at.post('north').lodgement = 600;
    siege.state.turn = 1;
    const { of } = pulses(siege, 1);
    expect(of('assault-ended')).toMatchObject([{ side: 'besieger', how: 'halted' }]);
    expect(of('will-changed')).toContainEqual(expect.objectContaining({ cause: 'failed', by: -Math.floor((siege.game.scenario.rules.assault.willFail * siege.game.scenario.rules.assault.willLodged) / 1000) }));
    expect(siege.at.post('north')).toMatchObject({ holder: 'contested', lodgement: 600 });
    expect(siege.state.assaults).toEqual([]);
  });

  it('does not end one that has all but taken its post', () => {
    const siege = aGame(withRules(aSiege(), { assault: { tolerance: 1000 } }));
    pulses(siege, 1, [AGAIN]);
    Object.assign(siege.at.post('north'), { holder: 'contested', lodgement: 900 });
    siege.state.turn = 1;
    expect(pulses(siege, 1).of('assault-pulse')).toHaveLength(1);
  });
});

describe('first light on flat ground', () => {
  it('costs those who fall back men, unless their trench leads into the post', () => {
    const day = aSiege({ calendar: { firstDay: '1954-03-13', firstPhase: 'day', turns: 6 } });
    const siege = aGame(day);
    Object.assign(siege.at.post('south'), { holder: 'contested', lodgement: 500 });
    Object.assign(siege.at.unit('red-1'), { hex: siege.game.board.posts[2]?.hex, duty: 'waiting' });
    const { of } = pulses(siege, 1);
    const { flatDawn, dawnLoss } = day.rules.assault;
    const given = 500 - Math.floor((500 * flatDawn) / 1000);
    expect(of('lodgement-given-up')).toEqual([{ type: 'lodgement-given-up', post: 'south', lodgement: 500 - given, lost: Math.floor((dawnLoss * 2 * given) / 1000) }]);
    expect(siege.at.unit('red-1').men).toBe(570 - Math.floor((dawnLoss * 2 * given) / 1000));
  });
});

describe('a standing order to counter-attack', () => {
  it('answers a lodgement whose assault has stopped, so long after the post was entered', () => {
    const siege = lodged(300);
    siege.at.post('north').heldSince = 3;
    const made = aTurn(siege.game, siege.state, { orders: { garrison: [ANSWER] } });
    const setOff: number[] = [];
    for (made.turn.pulse = 0; made.turn.pulse < 8; made.turn.pulse += 1) {
      march(siege.state, made.turn);
      if (made.of('march-began').length === 1 && setOff.length === 0) setOff.push(made.turn.pulse);
    }
    expect(setOff).toEqual([5]);
  });

  it('is void once the staff has sent out as many companies as it can in a turn', () => {
    const siege = lodged(300, withRules(aSiege(), { assault: { reserveActs: 1 } }));
    const orders = { garrison: [{ ...ANSWER, after: 0 }, { ...ANSWER, unit: 'first-2', after: 0 }] };
    const { turn, of } = aTurn(siege.game, siege.state, { orders });
    march(siege.state, turn);
    expect(of('march-began')).toMatchObject([{ unit: 'reserve' }]);
    expect(of('order-void')).toEqual([{ type: 'order-void', side: 'garrison', order: 1, kind: 'counter-attack' }]);
  });
});

describe('a company that has come to clear a lodgement', () => {
  it('throws the besieger out and stays in the post', () => {
    const siege = marchedUp(lodged(120));
    siege.at.unit('red-1').men = 60;
    const { of } = pulses(siege, 6);
    expect(of('assault-began')).toMatchObject([{ side: 'garrison', post: 'north', lead: ['reserve'] }]);
    expect(of('assault-ended')).toMatchObject([{ side: 'garrison', how: 'won' }]);
    expect(siege.at.post('north')).toMatchObject({ holder: 'garrison', lodgement: 0 });
    expect(siege.at.unit('reserve')).toMatchObject({ post: 'north', duty: 'holding' });
  });

  it('is helped by those who hold the rest of the post, and by tanks near by', () => {
    const oddsWith = (change: (siege: ReturnType<typeof aGame>) => void): number => {
      const siege = marchedUp(lodged(500, withRules(aSiege(), { assault: { tolerance: 1000 } })));
      change(siege);
      const [pulse] = pulses(siege, 1).of('assault-pulse');
      return pulse?.type === 'assault-pulse' ? pulse.odds : 0;
    };
    const alone = oddsWith((siege) => { siege.at.unit('first-1').post = null; });
    expect(oddsWith(() => undefined)).toBeGreaterThan(alone);
    expect(oddsWith((siege) => { Object.assign(siege.at.unit('first-1'), { post: null }); siege.at.unit('first-2').tanks = 3; })).toBeGreaterThan(alone);
  });

  it('costs both sides men for every hour of it', () => {
    const siege = marchedUp(lodged(600, withRules(aSiege(), { assault: { tolerance: 1000 } })));
    pulses(siege, 2);
    expect(siege.at.unit('reserve').men).toBeLessThan(130);
    expect(siege.at.unit('red-1').men).toBeLessThan(570);
  });

  it('goes in by day as by night', () => {
    const siege = marchedUp(lodged(120, aSiege({ calendar: { firstDay: '1954-03-13', firstPhase: 'day', turns: 6 } })));
    siege.at.unit('red-1').men = 60;
    pulses(siege, 6);
    expect(siege.at.post('north').holder).toBe('garrison');
  });

  it('holds what there is when it bears no more, and does not go back to camp', () => {
    const siege = marchedUp(lodged(700, withRules(aSiege(), { assault: { tolerance: 1 } })));
    const { of } = pulses(siege, 2);
    expect(of('assault-ended')).toMatchObject([{ side: 'garrison', how: 'halted' }]);
    expect(siege.at.post('north').holder).toBe('contested');
    expect(siege.at.unit('reserve')).toMatchObject({ post: 'north', duty: 'holding' });
  });

  it('turns to the defence when the besieger storms again', () => {
    const siege = marchedUp(lodged(300, withRules(aSiege(), { assault: { tolerance: 1000 } })));
    pulses(siege, 1);
    Object.assign(siege.at.unit('red-2'), { hex: NORTH });
    const { of } = pulses(siege, 1, [{ ...AGAIN, lead: ['red-2'] }]);
    expect(of('assault-ended')).toMatchObject([{ side: 'garrison', how: 'halted' }]);
    expect(siege.state.assaults).toMatchObject([{ side: 'besieger', post: 'north' }]);
    expect(siege.at.unit('reserve')).toMatchObject({ post: 'north', duty: 'holding' });
  });
});

describe('a lost post', () => {
  it('is won back by all who stormed it together, and they stay in it', () => {
    const siege = aGame(withRules(aSiege(), { assault: { tolerance: 1000 } }));
    Object.assign(siege.at.post('north'), { holder: 'besieger', heldSince: 0 });
    Object.assign(siege.at.unit('first-1'), { men: 0, duty: 'gone', post: null });
    Object.assign(siege.at.unit('red-1'), { men: 30, post: 'north', duty: 'holding' });
    for (const id of ['reserve', 'first-2']) {
      Object.assign(siege.at.unit(id), { post: null, hex: NORTH, duty: 'marching', march: { purpose: 'counter-attack', post: 'north', path: [], wait: 0, step: 0, odds: 0 } });
    }
    pulses(siege, 12);
    expect(siege.at.post('north').holder).toBe('garrison');
    for (const id of ['reserve', 'first-2']) expect(siege.at.unit(id)).toMatchObject({ post: 'north', duty: 'holding' });
  });

  it('is held by the men who lie in the trench beside it too', () => {
    const lost = (beside: number): number => {
      const siege = marchedUp(aGame());
      Object.assign(siege.at.post('north'), { holder: 'besieger', heldSince: 0 });
      Object.assign(siege.at.unit('first-1'), { men: 0, duty: 'gone', post: null });
      Object.assign(siege.at.unit('red-1'), { men: 100, post: 'north', duty: 'holding' });
      Object.assign(siege.at.unit('red-2'), { hex: NORTH, men: beside });
      siege.at.unit('reserve').post = null;
      pulses(siege, 1);
      return 130 - siege.at.unit('reserve').men;
    };
    expect(lost(300)).toBeGreaterThan(lost(0));
  });
});
