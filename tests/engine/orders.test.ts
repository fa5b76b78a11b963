import { beforeAll, describe, expect, it } from 'vitest';
import { checkOrders, choices, forecast, newGame, ORDER_KINDS, playTurn, sampleOrders, SIDES, streamOf, viewFor } from '../../src/engine/index.ts';
import type { Game, GameState, OrderProblem } from '../../src/engine/index.ts';
import { eventsFor } from '../../src/engine/fog.ts';
import { targetOf } from '../../src/engine/sample.ts';
import { plannedOrders, shipped } from '../helpers/sieges.ts';
import { aGame } from '../helpers/a-siege.ts';

describe('an order is refused', () => {
  const { game, state } = aGame();
  const inside = viewFor(game, state, 'garrison');
  const outside = viewFor(game, state, 'besieger');
  const why = (view: typeof inside, ...orders: unknown[]): OrderProblem['reason'] | undefined => checkOrders(view, orders)[0]?.reason;

  it.each([
    ['that is no order', inside, { kind: 'bombard' }, 'unreadable'],
    ['with a field too many', outside, { kind: 'break-off', post: 'north', also: 1 }, 'unreadable'],
    ['that the other side gives', inside, { kind: 'dig', post: 'north', units: ['red-1'] }, 'not-your-order'],
    ['on a fix that is not known', inside, { kind: 'counter-battery', fix: 'fix-9', weapon: 't105', rounds: 10, from: 0 }, 'no-such-thing'],
    ['on its own post', outside, { kind: 'protect', post: 'north', rounds: 10 }, 'not-your-order'],
    ['for guns it has not', outside, { kind: 'bombard', target: { kind: 'post', id: 'north' }, weapon: 't155', rounds: 10, from: 0 }, 'no-guns'],
    ['for an hour that is not', outside, { kind: 'bombard', target: { kind: 'post', id: 'north' }, weapon: 't105', rounds: 10, from: 12 }, 'not-a-number'],
    ['to a unit of the other side', inside, { kind: 'reinforce', unit: 'red-1', post: 'north' }, 'no-such-thing'],
    ['to go where it is', inside, { kind: 'reinforce', unit: 'first-1', post: 'north' }, 'held-by-you'],
    ['to give up the command post', inside, { kind: 'give-up', post: 'camp' }, 'not-yours'],
    ['to break off what is not', outside, { kind: 'break-off', post: 'north' }, 'no-assault'],
    ['to storm with nobody', outside, { kind: 'assault', post: 'north', lead: [], echelon: [], from: 0, echelonAfter: 0 }, 'no-such-thing'],
  ] as const)('%s', (_, view, order, reason) => {
    expect(why(view, order)).toBe(reason);
  });

  it('for a unit that has one already', () => {
    const standing = { kind: 'counter-attack', unit: 'reserve', post: 'north', after: 1, odds: 0 };
    expect(why(inside, standing, { kind: 'reinforce', unit: 'reserve', post: 'south' })).toBe('already-ordered');
  });

  it('outside the theatre, when the scenario has one', () => {
    const { game: narrow, state: begun } = newGame({ ...game.scenario, theatre: ['south'] }, 'x');
    expect(why(viewFor(narrow, begun, 'besieger'), { kind: 'dig', post: 'north', units: ['red-1'] })).toBe('outside-theatre');
  });

  it('whatever a hostile file holds, without an exception', () => {
    for (const junk of [null, 1, 'x', [], { kind: '__proto__' }, { kind: 'dig', post: 'north', units: 'red-1' }, { kind: 'dig', post: 'north', units: Array(99).fill('red-1') }]) {
      expect(why(outside, junk)).toBe('unreadable');
    }
  });
});

describe('over a First Night', () => {
  let game: Game;
  const states: GameState[] = [];
  beforeAll(async () => {
    const loaded = await shipped('first-night');
    const begun = newGame(loaded.scenario, 'choices');
    game = begun.game;
    for (let state = begun.state; state.verdict === null; ) {
      states.push(state);
      state = playTurn(game, state, plannedOrders(loaded, game, state, 'choices')).state;
    }
  });

  it('no choice is offered that is then refused for its value', () => {
    for (const state of states) for (const side of SIDES) {
      const view = viewFor(game, state, side);
      for (const kind of ORDER_KINDS[side]) {
        const first = choices(view, kind, {});
        for (const value of first.values.slice(0, 12)) {
          const fields: Record<string, unknown> = { [first.field]: first.field === 'target' ? targetOf(value) : value };
          for (let next = choices(view, kind, fields); next.form !== 'done'; next = choices(view, kind, fields)) {
            if (next.form === 'one' && next.values.length === 0) break;
            fields[next.field] = next.form === 'number' ? next.low : next.form === 'many' ? next.values.slice(0, 1) : next.values[0];
          }
          if (choices(view, kind, fields).form !== 'done') continue;
          const reasons = checkOrders(view, [{ kind, ...fields }]).map(({ reason }) => reason);
          expect(['', 'no-rounds', 'assault-under-way', 'not-fit'], `${kind} ${JSON.stringify(fields)}: ${reasons.join()}`).toContain(reasons[0] ?? '');
        }
      }
    }
  });

  it('random orders are legal and each has a forecast with its terms, or none at all', () => {
    for (const state of states) for (const side of SIDES) for (let draw = 0; draw < 10; draw += 1) {
      const view = viewFor(game, state, side);
      const orders = sampleOrders(view, streamOf(`sample|${String(draw)}|${side}|${String(state.turn)}`));
      expect(checkOrders(view, orders)).toEqual([]);
      for (const order of orders) {
        const said = forecast(view, order);
        if (said === null) continue;
        expect(said.terms.length).toBeGreaterThan(0);
        for (const { low, middle, high } of said.values) expect(low <= middle && middle <= high).toBe(true);
        expect(said.inHundred ?? 0).toBeLessThanOrEqual(100);
      }
    }
  });

  it('no event tells a side what only the other can know', async () => {
    const loaded = await shipped('first-night');
    const begun = newGame(loaded.scenario, 'fog');
    for (let state = begun.state; state.verdict === null; ) {
      const played = playTurn(begun.game, state, plannedOrders(loaded, begun.game, state, 'fog'));
      for (const side of SIDES) {
        const told = JSON.stringify(eventsFor(begun.game, played.state, side, played.events));
        const hidden = [...loaded.scenario.units, ...loaded.scenario.batteries, ...loaded.scenario.formations].filter((one) => one.side !== side && !('known' in one && one.known)).map(({ id }) => id);
        expect(hidden.filter((id) => told.includes(`"${id}"`))).toEqual([]);
      }
      state = played.state;
    }
  });
});
