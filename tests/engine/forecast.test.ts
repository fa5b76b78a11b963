import { beforeAll, describe, expect, it } from 'vitest';
import { layGuns } from '../../src/engine/fire-plan.ts';
import { forecast, newGame, playTurn, sampleOrders, SIDES, streamOf, viewFor } from '../../src/engine/index.ts';
import type { Assault, Forecast, Order, SideId } from '../../src/engine/index.ts';
import { artillery } from '../../src/engine/rules/artillery.ts';
import { digging } from '../../src/engine/rules/digging.ts';
import { march } from '../../src/engine/rules/march.ts';
import { plannedOrders, shipped } from '../helpers/sieges.ts';
import { aGame, aSiege, aTurn, highDraws } from '../helpers/a-siege.ts';

type Siege = ReturnType<typeof aGame>;

const SHELL: Order = { kind: 'bombard', target: { kind: 'post', id: 'north' }, weapon: 't105', rounds: 60, from: 0 };
const STORM: Assault = { kind: 'assault', post: 'north', lead: ['red-1'], echelon: [], from: 1, echelonAfter: 2 };
const BY_DAY = { calendar: { firstDay: '1954-03-13', firstPhase: 'day', turns: 6 } } as const;

/** The forecast of an order; none is a mistake of the test. */
function foretold(siege: Siege, side: SideId, order: Order, plan: readonly Order[] = []): Forecast {
  const said = forecast(viewFor(siege.game, siege.state, side), order, plan);
  if (said === null) throw new Error(`nothing foretold of ${JSON.stringify(order)}`);
  return said;
}

function valueOf(said: Forecast, id: Forecast['values'][number]['id']): number {
  return said.values.find((value) => value.id === id)?.middle ?? -1;
}

describe('a forecast comes from the sums that resolve the order', () => {
  it('shells on a post that is seen do to works, wire and nerves what was foretold', () => {
    const siege = aGame(aSiege(BY_DAY));
    const said = foretold(siege, 'besieger', SHELL);
    const { turn } = aTurn(siege.game, siege.state, { orders: { besieger: [SHELL] } });
    turn.missions = layGuns(siege.state, turn);
    artillery(siege.state, turn);
    const { works, wire, suppression } = siege.at.post('north');
    expect(siege.state.ledger.besieger.fired.reduce((sum, rounds) => sum + rounds, 0)).toBe(60);
    expect([works, wire, suppression]).toEqual([valueOf(said, 'works'), valueOf(said, 'wire'), valueOf(said, 'suppression')]);
    expect(Math.abs(150 - siege.at.unit('first-1').men - valueOf(said, 'casualties'))).toBeLessThanOrEqual(1);
  });

  it('a company is where it goes in the hours foretold', () => {
    const siege = aGame();
    const order: Order = { kind: 'reinforce', unit: 'reserve', post: 'north' };
    const hours = valueOf(foretold(siege, 'garrison', order), 'pulses');
    const { turn, of } = aTurn(siege.game, siege.state, { orders: { garrison: [order] }, draws: highDraws });
    for (turn.pulse = 0; turn.pulse < hours - 1; turn.pulse += 1) march(siege.state, turn);
    expect(of('march-ended')).toEqual([]);
    march(siege.state, turn);
    expect(of('march-ended')).toHaveLength(1);
  });

  it('a trench head comes as near as was foretold', () => {
    const siege = aGame();
    const order: Order = { kind: 'dig', post: 'north', units: ['red-1', 'red-2'] };
    const said = foretold(siege, 'besieger', order);
    digging(siege.state, aTurn(siege.game, siege.state, { orders: { besieger: [order] } }).turn);
    const sap = siege.state.approaches[0];
    expect((sap?.lengthMetres ?? 0) - (sap?.dugMetres ?? 0)).toBe(valueOf(said, 'head'));
    expect(siege.state.ledger.besieger.trenchMetres).toBe(valueOf(said, 'metres'));
    expect(Math.abs(siege.state.ledger.besieger.byCause.digging - valueOf(said, 'own-casualties'))).toBeLessThanOrEqual(1);
  });
});

describe('the forecast', () => {
  it('of fire on a gun falls with the error of the fix', () => {
    const siege = aGame();
    const order: Order = { kind: 'counter-battery', fix: 'fix-1', weapon: 't105', rounds: 200, from: 0 };
    const chances = [0, 100, 200, 400].map((errorMetres) => {
      for (const fix of siege.state.known.besieger.fixes) fix.errorMetres = errorMetres;
      return foretold(siege, 'besieger', order).inHundred ?? 0;
    });
    expect([...chances].sort((a, b) => b - a)).toEqual(chances);
    expect(new Set(chances).size).toBe(4);
  });

  it('of protective fire says how many men it would hit, and for how long the shells last', () => {
    const siege = aGame();
    const { artillery: rules, weapons } = siege.game.scenario.rules;
    const said = foretold(siege, 'garrison', { kind: 'protect', post: 'north', rounds: 1000 });
    expect(valueOf(said, 'casualties')).toBe(rules.protectEffect);
    expect(valueOf(said, 'pulses')).toBe(Math.ceil(1000 / (4 * (weapons['t105']?.rate ?? 0))));
  });

  it('of shells on a trench is less by what the trench keeps off', () => {
    const siege = aGame();
    const said = foretold(siege, 'garrison', { ...SHELL, target: { kind: 'approach', id: 'sap' }, rounds: 3000 });
    expect(said.terms.find(({ id }) => id === 'cover')?.value).toBe(siege.game.scenario.rules.artillery.trenchCover);
    expect(valueOf(said, 'casualties')).toBeGreaterThan(0);
  });

  it('of an assault is better with more battalions and after shells, worse from farther off', () => {
    const siege = aGame();
    const chance = (order: Assault, rounds: number, from = 0): number => foretold(siege, 'besieger', order, [{ ...SHELL, rounds, from }]).inHundred ?? 0;
    // A whole battalion would be sure of it.
    siege.at.unit('red-1').men = 500;
    const some = chance(STORM, 100);
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(100);
    expect(chance({ ...STORM, lead: ['red-1', 'red-2'] }, 100)).toBeGreaterThan(some);
    expect(chance(STORM, 300)).toBeGreaterThan(some);
    expect(chance(STORM, 100, 9), 'shells that fall when it has gone in').toBeLessThan(some);
    for (const approach of siege.state.approaches) approach.dugMetres = 0;
    expect(chance(STORM, 100)).toBeLessThan(some);
  });

  it('of an assault reckons with the guns of which there is a fix, if they reach the post and need not see it', () => {
    const fire = (change: Partial<{ weapon: string; east: number }> | null): number => {
      const siege = aGame();
      const { known } = siege.state;
      known.besieger.fixes = change === null ? [] : known.besieger.fixes.map((fix) => ({ ...fix, ...change }));
      return foretold(siege, 'besieger', STORM).terms.find(({ id }) => id === 'protective-fire')?.value ?? -1;
    };
    expect(fire({})).toBeGreaterThan(0);
    expect([fire(null), fire({ east: 99_000 }), fire({ weapon: 'quad50' })]).toEqual([0, 0, 0]);
  });

  it('of an assault that fails says after how many hours it stops', () => {
    const siege = aGame();
    for (const post of siege.state.known.besieger.posts) Object.assign(post, { men: 400, works: 900 });
    const said = foretold(siege, 'besieger', STORM);
    expect(said.inHundred).toBe(0);
    expect(valueOf(said, 'pulses')).toBeGreaterThan(0);
    expect(valueOf(said, 'own-casualties')).toBeGreaterThan(100);
  });

  it('names the terms of an assault, so that a player can check the sum', () => {
    const siege = aGame();
    const terms = Object.fromEntries(foretold(siege, 'besieger', STORM).terms.map(({ id, value }) => [id, value]));
    const { frontShare } = siege.game.scenario.rules.assault;
    expect(terms).toMatchObject({ attackers: Math.floor((570 * frontShare) / 1000), quality: 1000, will: 800, works: 300, wire: 700, suppression: 0, 'jump-off': 100 });
  });

  it('is none where there is nothing to foretell', () => {
    const { game, state } = aGame();
    expect(forecast(viewFor(game, state, 'garrison'), { kind: 'give-up', post: 'north' })).toBeNull();
    expect(forecast(viewFor(game, state, 'besieger'), { kind: 'break-off', post: 'north' })).toBeNull();
    expect(forecast(viewFor(game, state, 'besieger'), { ...STORM, post: 'nowhere' })).toBeNull();
  });
});

describe('what the fog hides', () => {
  it('moves no forecast: equal views foretell alike', () => {
    const siege = aGame();
    const before = [SHELL, STORM].map((order) => foretold(siege, 'besieger', order));
    Object.assign(siege.at.post('north'), { works: 900, wire: 0, suppression: 600 });
    Object.assign(siege.at.unit('first-1'), { men: 20, cohesion: 0, quality: 0 });
    siege.at.formation('first').headlessUntil = 99;
    siege.at.battery('pit').ready = 0;
    expect([SHELL, STORM].map((order) => foretold(siege, 'besieger', order))).toEqual(before);
  });

  it('shows itself once it has been seen', () => {
    const siege = aGame();
    const before = foretold(siege, 'besieger', STORM).inHundred ?? 0;
    for (const sighting of siege.state.known.besieger.posts) sighting.men = 50;
    expect(foretold(siege, 'besieger', STORM).inHundred ?? 0).toBeGreaterThan(before);
  });
});

describe('over a First Night', () => {
  let night: Awaited<ReturnType<typeof shipped>>;
  beforeAll(async () => {
    night = await shipped('first-night');
  });

  it('every legal order has a forecast with its terms and a range about its middle, or none at all', () => {
    const { game, state: start } = newGame(night.scenario, 'forecast');
    let said = 0;
    for (let state = start; state.verdict === null; state = playTurn(game, state, plannedOrders(night, game, state, 'forecast')).state) {
      for (const side of SIDES) for (let draw = 0; draw < 10; draw += 1) {
        const view = viewFor(game, state, side);
        for (const order of sampleOrders(view, streamOf(`forecast|${String(draw)}|${side}|${String(state.turn)}`))) {
          const one = forecast(view, order);
          if (one === null) continue;
          said += 1;
          expect(one.terms.length).toBeGreaterThan(0);
          for (const { low, middle, high } of one.values) expect(low <= middle && middle <= high, JSON.stringify(one.values)).toBe(true);
          expect(one.inHundred ?? 0).toBeLessThanOrEqual(100);
          expect(forecast(view, order)).toEqual(one);
        }
      }
    }
    expect(said).toBeGreaterThan(50);
  });
});
