import { beforeAll, describe, expect, it } from 'vitest';
import { eventsFor, GROUND_GARRISON, newGame, playTurn, ringOf, SIDES, trenchOf, viewFor } from '../../src/engine/index.ts';
import type { Fact } from '../../src/engine/events.ts';
import type { GameState, SideId } from '../../src/engine/index.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { playedAtRandom, plannedOrders, shipped } from '../helpers/sieges.ts';
import { aGame, aSiege } from '../helpers/a-siege.ts';
import { seeds } from '../helpers/nights.ts';

const NORTH = 8 * 14 + 7;

describe('a side’s view', () => {
  it('holds its own men, guns and stores to the last one, and none of the other side’s', () => {
    const { game, state } = aGame();
    const inside = viewFor(game, state, 'garrison');
    const outside = viewFor(game, state, 'besieger');
    expect(inside.units.map(({ id }) => id)).toEqual(['first-1', 'first-2', 'reserve']);
    expect(inside.batteries.map(({ id }) => id)).toEqual(['pit']);
    expect(outside.units.map(({ id, men }) => [id, men])).toEqual([['red-1', 570], ['red-2', 570]]);
    expect(outside.batteries.map(({ id }) => id)).toEqual(['cave', 'mortars']);
    expect([inside, outside].map(({ dumps }) => dumps.map(({ id }) => id))).toEqual([['inside'], ['outside']]);
  });

  it('shows a post exactly to its holder, and as it was last seen to the other', () => {
    const { game, state, at } = aGame();
    Object.assign(at.post('north'), { works: 111, wire: 222, suppression: 333 });
    at.unit('first-1').men = 77;
    const of = (side: SideId) => viewFor(game, state, side).posts.find(({ id }) => id === 'north');
    expect(of('garrison')).toMatchObject({ exact: true, men: 77, works: 111, wire: 222, suppression: 333, coverCentimetres: 60 });
    expect(of('besieger')).toMatchObject({ exact: false, men: 150, works: 300, wire: 700, suppression: 0, wounded: 0, coverCentimetres: null });
  });

  it('numbers fixes and contacts instead of naming guns and units', () => {
    const { game, state } = aGame();
    state.known.garrison.contacts.push({ unit: 'red-1', hex: NORTH, men: 550, turn: 0 });
    expect(viewFor(game, state, 'garrison').contacts).toEqual([{ id: 'contact-1', hex: NORTH, men: 550, turn: 0, kind: 'battalion' }]);
    const [fix] = viewFor(game, state, 'besieger').fixes;
    expect(fix).toMatchObject({ id: 'fix-1', weapon: 't105', how: 'seen', errorMetres: 0 });
    expect(JSON.stringify(fix)).not.toContain('pit');
  });

  it('leaves the numbers of an assault to the side that makes it', () => {
    const { game, state } = aGame();
    state.assaults.push({ id: 'north@0', side: 'besieger', post: 'north', lead: ['red-1'], echelon: [], echelonAfter: 0, begun: 0, men: 570, lost: 31, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no' });
    expect(viewFor(game, state, 'besieger').assaults[0]?.own).toMatchObject({ men: 570, lost: 31 });
    expect(viewFor(game, state, 'garrison').assaults).toEqual([{ id: 'north@0', side: 'besieger', post: 'north', begun: 0, ended: 'no', own: null }]);
  });

  it('holds no seed and no roll', () => {
    const { game, state } = aGame();
    for (const side of SIDES) expect(JSON.stringify(viewFor({ ...game, seed: 'a-secret-seed' }, state, side))).not.toContain('a-secret-seed');
  });
});

describe('the besieger’s trench', () => {
  const metresOf = (siege: ReturnType<typeof aGame>, side: SideId): number => trenchOf(viewFor(siege.game, siege.state, side)).reduce((sum, metres) => sum + metres, 0);

  it('is known to the garrison as far as it saw the head come', () => {
    const siege = aGame();
    const sap = siege.state.approaches[0];
    expect(metresOf(siege, 'garrison')).toBe(sap?.dugMetres);
    expect(metresOf(siege, 'besieger')).toBe(sap?.dugMetres);
  });

  it('that was dug since it was last seen does not show, neither head nor parallels', () => {
    const siege = aGame();
    const before = viewFor(siege.game, siege.state, 'garrison');
    const sap = siege.state.approaches[0];
    if (sap === undefined) throw new Error('no approach');
    sap.dugMetres += 60;
    for (const hex of sap.path) siege.state.ground.trench[hex] = (siege.state.ground.trench[hex] ?? 0) + 45;
    expect(viewFor(siege.game, siege.state, 'garrison')).toEqual(before);
    expect(metresOf(siege, 'besieger')).toBeGreaterThan(metresOf(siege, 'garrison'));
  });

  it('is unknown to the garrison where no post looks down on it', () => {
    const far = aGame(aSiege({ approaches: [{ id: 'sap', post: 'north', from: { east: 100, north: 1900 }, headMetres: 1300 }] }));
    far.state.known.garrison.approaches = [];
    expect(viewFor(far.game, far.state, 'garrison').approaches).toEqual([]);
    expect(metresOf(far, 'garrison')).toBe(0);
  });
});

describe('an event as it reaches a side', () => {
  const siege = aGame();
  const reaching = (side: SideId, fact: Fact, state: GameState = siege.state) => eventsFor(siege.game, state, side, [{ ...fact, turn: 0, pulse: 3 }])[0] ?? null;

  it.each<[string, Fact, SideId]>([
    ['losses of men', { type: 'men-lost', side: 'besieger', unit: 'red-1', killed: 3, wounded: 7, cause: 'shelling' }, 'garrison'],
    ['a gun’s fire', { type: 'battery-fired', side: 'besieger', battery: 'cave', weapon: 't105', rounds: 40, at: { kind: 'post', id: 'north' } }, 'garrison'],
    ['a march', { type: 'march-began', unit: 'reserve', post: 'north', purpose: 'counter-attack', hexes: 7 }, 'besieger'],
    ['a headless battalion', { type: 'battalion-headless', side: 'garrison', formation: 'first', pulses: 96 }, 'besieger'],
    ['will that changed', { type: 'will-changed', formation: 'red', to: 700, by: -100, cause: 'failed' }, 'garrison'],
    ['deserters', { type: 'men-deserted', side: 'garrison', unit: 'first-1', men: 4 }, 'besieger'],
  ])('%s: is told to its own side alone', (_, fact, other) => {
    const own: SideId = other === 'garrison' ? 'besieger' : 'garrison';
    expect(reaching(other, fact)).toBeNull();
    expect(reaching(own, fact)).toEqual({ ...fact, turn: 0, pulse: 3 });
  });

  it('of an assault gives the defender no names and no numbers', () => {
    const began: Fact = { type: 'assault-began', side: 'besieger', post: 'north', lead: ['red-1'], men: 570, jumpOffMetres: 100 };
    expect(reaching('garrison', began)).toMatchObject({ post: 'north', lead: [], men: 0 });
    const pulse: Fact = { type: 'assault-pulse', side: 'besieger', post: 'north', odds: 1400, lodgement: 200, attackersLost: 30, defendersLost: 12 };
    expect(reaching('garrison', pulse)).toMatchObject({ attackersLost: 0, defendersLost: 12, odds: 0 });
    expect(reaching('besieger', pulse)).toMatchObject({ attackersLost: 30, defendersLost: 0, odds: 0 });
  });

  it('of shells on a post hides from those who fired what they did there', () => {
    const fact: Fact = { type: 'post-shelled', post: 'north', by: 'besieger', rounds: 80, suppression: 400, works: 250, wire: 600 };
    expect(reaching('besieger', fact)).toMatchObject({ rounds: 80, suppression: 0, works: 0, wire: 0 });
    expect(reaching('garrison', fact)).toMatchObject({ rounds: 80, suppression: 400, works: 250, wire: 600 });
  });

  it('of counter-battery names the fix it was laid on, never the gun', () => {
    const fact: Fact = { type: 'battery-fired', side: 'besieger', battery: 'cave', weapon: 't105', rounds: 40, at: { kind: 'battery', id: 'pit' } };
    expect(reaching('besieger', fact)).toMatchObject({ at: { kind: 'battery', id: 'fix-1' } });
  });

  it('of prisoners counts them for the taker without their unit', () => {
    const fact: Fact = { type: 'men-captured', side: 'garrison', unit: 'first-1', men: 40, wounded: 60, post: 'north' };
    expect(reaching('besieger', fact)).toMatchObject({ unit: '', men: 40, wounded: 60 });
    expect(reaching('garrison', fact)).toMatchObject({ unit: 'first-1' });
  });

  it('of digging reaches the garrison only where it saw the head this turn, and without the metres', () => {
    const fact: Fact = { type: 'trench-dug', approach: 'sap', post: 'north', hex: 0, metres: 45, headMetres: 91 };
    const unseen = structuredClone(siege.state);
    unseen.known.garrison.approaches = [];
    expect(reaching('garrison', fact, unseen)).toBeNull();
    expect(reaching('garrison', fact)).toMatchObject({ metres: 0, headMetres: siege.state.known.garrison.approaches[0]?.headMetres });
  });
});

describe('over a First Night', () => {
  let night: LoadedScenario;
  beforeAll(async () => {
    night = await shipped('first-night');
  });

  it('no event tells a side what only the other can know', () => {
    const { scenario } = night;
    const { game, state: start } = newGame(scenario, 'fog');
    for (let state = start; state.verdict === null; ) {
      const played = playTurn(game, state, plannedOrders(night, game, state, 'fog'));
      for (const side of SIDES) {
        const told = JSON.stringify(eventsFor(game, played.state, side, played.events));
        const hidden = [...scenario.units, ...scenario.batteries, ...scenario.formations].filter((one) => one.side !== side && !('known' in one && one.known)).map(({ id }) => id);
        expect(hidden.filter((id) => told.includes(`"${id}"`))).toEqual([]);
      }
      state = played.state;
    }
  });

  it('nor after orders that no commander would give, neither in events nor in the view', () => {
    for (const seed of seeds(2)) {
      const { game, states, events } = playedAtRandom(night, seed);
      for (const [turn, told] of events.entries()) for (const side of SIDES) {
        const state = states[turn + 1];
        if (state === undefined) throw new Error(`no state after turn ${String(turn)}`);
        const { facts: _, ...view } = viewFor(game, state, side);
        const text = JSON.stringify([eventsFor(game, state, side, told), view]);
        const { units, batteries, formations } = game.scenario;
        const hidden = [...units, ...batteries, ...formations].filter((one) => one.side !== side && !('known' in one && one.known)).map(({ id }) => id);
        expect(hidden.filter((id) => text.includes(`"${id}"`))).toEqual([]);
      }
    }
  });

  it('both sides know where the garrison walks, to the last hex', () => {
    const { game, states } = playedAtRandom(night, 'walks');
    for (const state of states) {
      const walked = state.ring.ground.flatMap((ground, hex) => (ground === GROUND_GARRISON ? [hex] : []));
      for (const side of SIDES) {
        const view = viewFor(game, state, side);
        expect(view.walked).toEqual(walked);
        expect(ringOf(view).flatMap((ground, hex) => (ground === GROUND_GARRISON ? [hex] : []))).toEqual(walked);
      }
    }
  });
});
