import { describe, expect, it } from 'vitest';
import { checkOrders, newGame, ORDER_KINDS, viewFor } from '../../src/engine/index.ts';
import type { OrderProblem, SideId } from '../../src/engine/index.ts';
import { aGame, aSiege } from '../helpers/a-siege.ts';

type Siege = ReturnType<typeof aGame>;

const SHELL = { kind: 'bombard', target: { kind: 'post', id: 'north' }, weapon: 't105', rounds: 10, from: 0 };
const ANSWER = { kind: 'counter-battery', fix: 'fix-1', weapon: 't105', rounds: 10, from: 0 };
const STORM = { kind: 'assault', post: 'north', lead: ['red-1'], echelon: ['red-2'], from: 1, echelonAfter: 2 };
const DIG = { kind: 'dig', post: 'north', units: ['red-1'] };
const STANDING = { kind: 'counter-attack', unit: 'reserve', post: 'north', after: 1, odds: 500 };
const RELIEF = { kind: 'reinforce', unit: 'reserve', post: 'north' };

/** Why the last of these orders cannot be given; null if it can. */
function why(side: SideId, orders: readonly unknown[], arrange: (siege: Siege) => void = () => undefined): Omit<OrderProblem, 'order'> | null {
  const siege = aGame();
  arrange(siege);
  const problem = checkOrders(viewFor(siege.game, siege.state, side), orders).find(({ order }) => order === orders.length - 1);
  return problem === undefined ? null : { field: problem.field, reason: problem.reason, expected: problem.expected };
}

describe('an order that can be given', () => {
  it.each([
    ['besieger', SHELL], ['besieger', ANSWER], ['besieger', STORM], ['besieger', DIG],
    ['garrison', STANDING], ['garrison', RELIEF], ['garrison', { kind: 'give-up', post: 'north' }], ['garrison', { kind: 'protect', post: 'north', rounds: 200 }],
    ['garrison', { ...SHELL, target: { kind: 'approach', id: 'sap' } }],
  ] as const)('%s: nothing stands against it', (side, order) => {
    expect(why(side, [order])).toBeNull();
  });
});

describe('an order is refused', () => {
  it.each<[string, SideId, unknown, string, OrderProblem['reason'], (string | number)[]]>([
    ['that the other side gives', 'garrison', DIG, 'kind', 'not-your-order', [...ORDER_KINDS.garrison]],
    ['on a fix that is not known', 'garrison', { ...ANSWER, fix: 'fix-9' }, 'fix', 'no-such-thing', []],
    ['on a post that is not', 'besieger', { ...SHELL, target: { kind: 'post', id: 'nowhere' } }, 'target', 'no-such-thing', []],
    ['on his own trench', 'besieger', { ...SHELL, target: { kind: 'approach', id: 'sap' } }, 'target', 'no-such-thing', []],
    ['on its own post', 'garrison', SHELL, 'target', 'held-by-you', []],
    ['for guns it has not', 'besieger', { ...SHELL, weapon: 't155' }, 'weapon', 'no-guns', ['m120', 't105']],
    ['for no round at all', 'besieger', { ...SHELL, rounds: 0 }, 'rounds', 'not-a-number', [1, 100_000]],
    ['for an hour that is not', 'besieger', { ...SHELL, from: 12 }, 'from', 'not-a-number', [0, 11]],
    ['for an echelon two turns late', 'besieger', { ...STORM, echelonAfter: 25 }, 'echelonAfter', 'not-a-number', [0, 24]],
    ['to a unit of the other side', 'garrison', { ...RELIEF, unit: 'red-1' }, 'unit', 'no-such-thing', []],
    ['to go where it is', 'garrison', { ...RELIEF, unit: 'first-1' }, 'post', 'held-by-you', []],
    ['to counter-attack for the post it stands in', 'garrison', { ...STANDING, unit: 'first-1' }, 'post', 'held-by-you', []],
    ['at odds below nought', 'garrison', { ...STANDING, odds: -1 }, 'odds', 'not-a-number', [0, 5000]],
    ['to give up the command post', 'garrison', { kind: 'give-up', post: 'camp' }, 'post', 'not-yours', ['camp']],
    ['to break off what is not', 'besieger', { kind: 'break-off', post: 'north' }, 'post', 'no-assault', []],
    ['to storm with nobody', 'besieger', { ...STORM, lead: [] }, 'lead', 'no-such-thing', []],
    ['to dig with nobody', 'besieger', { ...DIG, units: [] }, 'units', 'no-such-thing', []],
  ])('%s', (_, side, order, field, reason, expected) => {
    expect(why(side, [order])).toEqual({ field, reason, expected });
  });

  it('to protect or to reinforce a post that is lost', () => {
    const lost = ({ at }: Siege): void => { at.post('north').holder = 'besieger'; };
    expect(why('garrison', [{ kind: 'protect', post: 'north', rounds: 10 }], lost)).toMatchObject({ field: 'post', reason: 'not-held' });
    expect(why('garrison', [RELIEF], lost)).toMatchObject({ field: 'post', reason: 'not-held' });
    expect(why('garrison', [{ kind: 'give-up', post: 'north' }], lost)).toMatchObject({ field: 'post', reason: 'not-held' });
    expect(why('garrison', [STANDING], lost)).toBeNull();
  });

  it('to storm or to dig towards a post that is taken, or one that is being stormed', () => {
    expect(why('besieger', [DIG], ({ at }) => { at.post('north').holder = 'besieger'; })).toMatchObject({ field: 'post', reason: 'held-by-you' });
    const stormed = ({ state }: Siege): void => {
      state.assaults.push({ id: 'north@0', side: 'besieger', post: 'north', lead: [], echelon: [], echelonAfter: 0, begun: 0, men: 1, lost: 0, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no' });
    };
    expect(why('besieger', [STORM], stormed)).toEqual({ field: 'post', reason: 'assault-under-way', expected: ['north'] });
    expect(why('besieger', [{ kind: 'break-off', post: 'north' }], stormed)).toBeNull();
  });

  it('where the guns do not reach, and where they have nothing left to fire', () => {
    const { range } = aGame().game.scenario.rules.weapons['m120'] ?? { range: 0 };
    const away = aSiege().batteries.map((battery) => (battery.weapon === 'm120' ? { ...battery, east: 9000 } : battery));
    const { game, state } = newGame({ ...aSiege(), batteries: away }, 'x');
    expect(checkOrders(viewFor(game, state, 'besieger'), [{ ...SHELL, weapon: 'm120' }])).toEqual([{ order: 0, field: 'weapon', reason: 'out-of-range', expected: [range] }]);
    const spent = ({ state: empty, at }: Siege): void => {
      at.battery('mortars').ready = 0;
      for (const dump of empty.dumps) dump.rounds = dump.rounds.map(() => 0);
    };
    expect(why('besieger', [{ ...SHELL, weapon: 'm120' }], spent)).toEqual({ field: 'weapon', reason: 'no-rounds', expected: ['m120'] });
  });

  it('nearer than a mortar can throw, and not at the very edges of its reach', () => {
    const { range, minRange } = aGame().game.scenario.rules.weapons['m120'] ?? { range: 0, minRange: 0 };
    const reasons = [minRange - 1, minRange, range, range + 1].map((metres) => {
      const batteries = aSiege().batteries.map((battery) => (battery.weapon === 'm120' ? { ...battery, east: 1400 + metres, north: 1384 } : battery));
      const { game, state } = newGame({ ...aSiege(), batteries }, 'x');
      return checkOrders(viewFor(game, state, 'besieger'), [{ ...SHELL, weapon: 'm120' }])[0]?.reason ?? 'can be given';
    });
    expect(reasons).toEqual(['out-of-range', 'can be given', 'can be given', 'out-of-range']);
  });

  it('to men who march, fight, have broken or are no more', () => {
    for (const change of [{ duty: 'storming' }, { duty: 'broken' }, { men: 0, duty: 'gone' }, { march: { purpose: 'withdraw', post: 'camp', path: [1], wait: 0, step: 0, odds: 0 } }]) {
      expect(why('garrison', [RELIEF], ({ at }) => { Object.assign(at.unit('reserve'), change); })).toEqual({ field: 'unit', reason: 'not-fit', expected: ['reserve'] });
    }
  });

  it('for a unit that has one already, in another order or twice in one', () => {
    expect(why('garrison', [STANDING, RELIEF])).toEqual({ field: 'unit', reason: 'already-ordered', expected: ['reserve'] });
    expect(why('besieger', [{ ...STORM, echelon: ['red-1'] }])).toEqual({ field: 'unit', reason: 'already-ordered', expected: ['red-1'] });
  });

  it('for more battalions than one assault can bring', () => {
    const red = aSiege().units.filter(({ id }) => id === 'red-1');
    const units = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].flatMap((id) => red.map((unit) => ({ ...unit, id })));
    const { game, state } = newGame({ ...aSiege(), units: [...aSiege().units, ...units] }, 'x');
    const order = { ...STORM, lead: units.map(({ id }) => id), echelon: [] };
    expect(checkOrders(viewFor(game, state, 'besieger'), [order])).toEqual([{ order: 0, field: 'lead', reason: 'too-many', expected: [6] }]);
  });

  it('outside the theatre, when the scenario has one', () => {
    const { game, state } = newGame({ ...aSiege(), theatre: ['south'] }, 'x');
    expect(checkOrders(viewFor(game, state, 'besieger'), [DIG, STORM])).toEqual([
      { order: 0, field: 'post', reason: 'outside-theatre', expected: ['south'] },
      { order: 1, field: 'post', reason: 'outside-theatre', expected: ['south'] },
    ]);
  });
});

describe('a list of orders', () => {
  it('gets every refusal at once, each with its place in the list', () => {
    const { game, state } = aGame();
    const problems = checkOrders(viewFor(game, state, 'besieger'), [{ ...SHELL, rounds: 0 }, DIG, { kind: 'break-off', post: 'north' }, STORM]);
    expect(problems.map(({ order, reason }) => [order, reason])).toEqual([[0, 'not-a-number'], [2, 'no-assault'], [3, 'already-ordered']]);
  });

  it('a refused order takes up no unit', () => {
    const { game, state } = aGame();
    expect(checkOrders(viewFor(game, state, 'besieger'), [{ ...STORM, from: 99 }, DIG]).map(({ order }) => order)).toEqual([0]);
  });

  it('may hold whatever a hostile file holds, without an exception', () => {
    const junk = [
      null, undefined, 1, 'x', [], {}, { kind: '__proto__' }, { kind: 'constructor' }, { ...DIG, units: 'red-1' }, { ...DIG, units: Array(99).fill('red-1') },
      { ...SHELL, also: 1 }, { ...SHELL, rounds: 1.5 }, { ...SHELL, rounds: '10' }, { ...SHELL, target: { kind: 'post', id: 'north', also: 1 } }, { ...SHELL, target: { kind: 'battery', id: 'pit' } },
    ];
    for (const one of junk) expect(why('besieger', [one]), JSON.stringify(one)).toEqual({ field: 'kind', reason: 'unreadable', expected: [] });
  });
});
