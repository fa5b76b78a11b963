import { describe, expect, it } from 'vitest';
import { checkOrders, giveOrder, indexView, viewFor } from '../../src/engine/index.ts';
import type { Order, OrderProblem, SideId } from '../../src/engine/index.ts';
import { GROUND_GARRISON } from '../../src/engine/state-siege.ts';
import { airGame, anAirlift } from '../helpers/an-airlift.ts';

type Siege = ReturnType<typeof airGame>;

const FREIGHT: Order = { kind: 'airlift', aircraft: 'small', sorties: 2, cargo: 'food', height: 600, camp: 'main', from: 0 };
const LANDING: Order = { kind: 'land', aircraft: 'small', sorties: 1, cargo: 't105', camp: 'main', from: 0 };
const JUMP: Order = { kind: 'jump', aircraft: 'small', unit: 'waiting', men: 48, height: 300, camp: 'main', from: 0 };
const STRIKE: Order = { kind: 'strike', aircraft: 'fighter', sorties: 2, target: { kind: 'road' }, from: 0 };
const RAID: Order = { kind: 'raid', unit: 'reserve', approach: 'sap', from: 0 };
const CONVOY: Order = { kind: 'convoy', unit: 'reserve', post: 'north' };

const granted = ({ state }: Siege): void => { state.air.granted.push('waiting'); };

/** Why the last of these orders cannot be given; null if it can. */
function why(side: SideId, orders: readonly unknown[], arrange: (siege: Siege) => void = () => undefined): Omit<OrderProblem, 'order'> | null {
  const siege = airGame(anAirlift({ supplyLine: { id: 'road', dump: 'outside', porters: 100, rounds: {}, foodKilos: 0, recruits: [[0, 0]], pool: 0, recruitQuality: 500 } }));
  arrange(siege);
  const problem = checkOrders(viewFor(siege.game, siege.state, side), orders).find(({ order }) => order === orders.length - 1);
  return problem === undefined ? null : { field: problem.field, reason: problem.reason, expected: problem.expected };
}

describe('an order of a long siege that can be given', () => {
  it.each<[SideId, Order, ((siege: Siege) => void)?]>([
    ['garrison', FREIGHT], ['garrison', LANDING], ['garrison', JUMP, granted], ['garrison', STRIKE], ['garrison', { ...STRIKE, target: { kind: 'flak' } }], ['garrison', RAID],
    ['garrison', { ...JUMP, unit: null, men: 20 }, ({ state }) => { state.air.individualsReady = 30; }],
    ['garrison', CONVOY, ({ at }) => { at.post('north').cutOffSince = 3; }],
    ['garrison', { kind: 'ask', unit: 'waiting' }], ['garrison', { kind: 'ration', camp: 'main', permille: 600 }], ['garrison', { kind: 'gather', camp: 'main', men: 200 }],
    ['garrison', { kind: 'replace', formation: 'first' }, ({ at, state }) => { at.formation('first').headlessUntil = state.turn * 12 + 3; }],
    ['garrison', { kind: 'surrender', camp: 'main' }], ['garrison', { kind: 'break-out', camp: 'main' }, ({ state }) => { state.turn = 3; }],
    ['garrison', { kind: 'reinforce', unit: 'reserve', post: 'south' }, ({ at }) => { at.post('south').holder = 'empty'; }],
    ['besieger', { kind: 'encircle', post: 'north', units: ['red-1'] }], ['besieger', { kind: 'trench', to: 30, units: ['red-1'] }],
    ['besieger', { kind: 'close-up', post: 'north', units: ['red-1'] }], ['besieger', { kind: 'mine', post: 'north' }], ['besieger', { kind: 'snipe', post: 'north' }],
    ['besieger', { kind: 'rest', formation: 'red' }], ['besieger', { kind: 'porters', food: 400 }], ['besieger', { kind: 'gather', camp: 'main', men: 300 }],
    ['besieger', { kind: 'move-guns', battery: 'flak', to: 100 }],
    ['besieger', { kind: 'bombard', target: { kind: 'strip', id: 'strip' }, weapon: 't105', rounds: 20, from: 0 }],
    ['besieger', { kind: 'bombard', target: { kind: 'zone', id: 'main' }, weapon: 't105', rounds: 20, from: 0 }],
  ])('%s: %o', (side, order, arrange) => {
    expect(why(side, [order], arrange)).toBeNull();
  });
});

describe('an order of a long siege is refused', () => {
  it.each<[string, SideId, unknown, string, OrderProblem['reason'], ((siege: Siege) => void)?]>([
    ['freight in a fighter', 'garrison', { ...FREIGHT, aircraft: 'fighter' }, 'aircraft', 'no-aircraft'],
    ['more sorties than are on line', 'garrison', { ...FREIGHT, sorties: 11 }, 'sorties', 'not-a-number'],
    ['a cargo that nobody has guns for', 'garrison', { ...FREIGHT, cargo: 't155' }, 'cargo', 'no-such-thing'],
    ['lower than the trees', 'garrison', { ...FREIGHT, height: 20 }, 'height', 'not-a-number'],
    ['freight for a camp that fell', 'garrison', FREIGHT, 'camp', 'not-held', ({ state }) => { for (const camp of state.camps) camp.stands = false; }],
    ['a landing of what cannot land', 'garrison', { ...LANDING, aircraft: 'big' }, 'aircraft', 'no-aircraft'],
    ['a landing on a strip under fire', 'garrison', LANDING, 'camp', 'strip-closed', ({ state }) => { for (const strip of state.air.strips) strip.use = 'closed'; }],
    ['a landing by day where only the night is safe', 'garrison', LANDING, 'camp', 'by-night-only', ({ state }) => { for (const strip of state.air.strips) strip.use = 'night'; }],
    ['a jump that nobody has granted', 'garrison', JUMP, 'unit', 'not-asked'],
    ['more men than wait', 'garrison', { ...JUMP, men: 101 }, 'men', 'not-a-number', granted],
    ['single men where none are ready', 'garrison', { ...JUMP, unit: null }, 'unit', 'no-such-thing'],
    ['a strike on a fix that is not known', 'garrison', { ...STRIKE, target: { kind: 'fix', id: 'fix-9' } }, 'target', 'no-such-thing'],
    ['a raid on a trench that was not seen', 'garrison', { ...RAID, approach: 'nowhere' }, 'approach', 'no-such-thing'],
    ['a convoy to a post that is linked', 'garrison', CONVOY, 'post', 'not-cut-off'],
    ['asking for a company that is here', 'garrison', { kind: 'ask', unit: 'reserve' }, 'unit', 'no-such-thing'],
    ['asking again for what is granted', 'garrison', { kind: 'ask', unit: 'waiting' }, 'unit', 'already-ordered', granted],
    ['more than the full ration', 'garrison', { kind: 'ration', camp: 'main', permille: 1001 }, 'permille', 'not-a-number'],
    ['another officer where none is missing', 'garrison', { kind: 'replace', formation: 'first' }, 'formation', 'no-such-thing'],
    ['a break-out by day', 'garrison', { kind: 'break-out', camp: 'main' }, 'camp', 'by-night-only'],
    ['shells of one’s own on the strip', 'garrison', { kind: 'bombard', target: { kind: 'strip', id: 'strip' }, weapon: 't105', rounds: 20, from: 0 }, 'target', 'no-such-thing'],
    ['flak on the ground', 'besieger', { kind: 'bombard', target: { kind: 'post', id: 'north' }, weapon: 'aa37', rounds: 20, from: 0 }, 'weapon', 'no-guns'],
    ['a trench off the map', 'besieger', { kind: 'trench', to: 9999, units: ['red-1'] }, 'to', 'not-a-number'],
    ['a gallery where no trench leads', 'besieger', { kind: 'mine', post: 'south' }, 'post', 'no-approach'],
    ['marksmen where no trench leads', 'besieger', { kind: 'snipe', post: 'south' }, 'post', 'no-approach'],
    ['a gallery that was fired', 'besieger', { kind: 'mine', post: 'north' }, 'post', 'too-late', ({ state }) => { state.galleries.push({ post: 'north', metres: 40, lengthMetres: 40, begunTurn: 0, loadedTurn: 1, firedTurn: 1 }); }],
    ['rest for a front', 'besieger', { kind: 'rest', formation: 'front' }, 'formation', 'not-fit'],
    ['guns that are on the road', 'besieger', { kind: 'move-guns', battery: 'flak', to: 100 }, 'battery', 'cannot-move', ({ at }) => { at.battery('flak').movingUntil = 999; }],
    ['guns into the camp', 'besieger', { kind: 'move-guns', battery: 'flak', to: 119 }, 'to', 'cannot-move', ({ state }) => { state.ring.ground[119] = GROUND_GARRISON; }],
  ])('%s', (_, side, order, field, reason, arrange) => {
    expect(why(side, [order], arrange)).toMatchObject({ field, reason });
  });

  it('where sorties or men are given out already', () => {
    expect(why('garrison', [{ ...FREIGHT, sorties: 9 }, LANDING])).toBeNull();
    expect(why('garrison', [{ ...FREIGHT, sorties: 10 }, LANDING])).toMatchObject({ field: 'aircraft', reason: 'no-aircraft' });
    expect(why('garrison', [JUMP, { ...FREIGHT, sorties: 9 }], granted)).toMatchObject({ field: 'sorties', reason: 'not-a-number', expected: [1, 8] });
    expect(why('garrison', [RAID, { ...CONVOY }], ({ at }) => { at.post('north').cutOffSince = 3; })).toMatchObject({ field: 'unit', reason: 'already-ordered' });
  });

  it('to a regiment that rests, and rest to one that is at work', () => {
    const dig: Order = { kind: 'dig', post: 'north', units: ['red-2'] };
    const rest: Order = { kind: 'rest', formation: 'red' };
    expect(why('besieger', [rest, dig])).toEqual({ field: 'unit', reason: 'already-ordered', expected: ['red-2'] });
    expect(why('besieger', [dig, rest])).toEqual({ field: 'formation', reason: 'already-ordered', expected: ['red'] });
  });

  it('where it can be given once a turn and was', () => {
    const snipe: Order = { kind: 'snipe', post: 'north' };
    expect(why('besieger', [snipe, snipe])).toMatchObject({ field: 'kind', reason: 'already-ordered' });
    expect(why('besieger', [{ kind: 'porters', food: 1 }, { kind: 'porters', food: 2 }])).toMatchObject({ field: 'kind', reason: 'already-ordered' });
  });
});

describe('one order beside those that were taken', () => {
  it('meets the same refusal as in a list', () => {
    const { game, state } = airGame();
    const view = viewFor(game, state, 'garrison');
    const index = indexView(view);
    const orders: Order[] = [{ ...FREIGHT, sorties: 10 }, LANDING, RAID, { ...RAID }, STRIKE];
    const refused = orders.map((order) => giveOrder(index, order)?.reason ?? null);
    const listed = checkOrders(view, orders);
    expect(refused).toEqual(orders.map((_, place) => listed.find(({ order }) => order === place)?.reason ?? null));
    expect(refused).toEqual([null, 'no-aircraft', null, 'already-ordered', null]);
  });
});
