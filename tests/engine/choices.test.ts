import { beforeAll, describe, expect, it } from 'vitest';
import { checkOrders, choices, newGame, ORDER_KINDS, playTurn, SIDES, viewFor } from '../../src/engine/index.ts';
import type { Choices, Game, GameState, SideId } from '../../src/engine/index.ts';
import { stockOf, targetOf } from '../../src/engine/choices.ts';
import { plannedOrders, randomOrders, shipped } from '../helpers/sieges.ts';
import { aGame } from '../helpers/a-siege.ts';

describe('the choices of an order', () => {
  const siege = aGame();
  const view = (side: SideId) => viewFor(siege.game, siege.state, side);

  it('come one field at a time, in the order of its fields, until it is whole', () => {
    const asked = [{}, { target: { kind: 'post', id: 'north' } }, { target: { kind: 'post', id: 'north' }, weapon: 't105' }].map((partial) => choices(view('besieger'), 'bombard', partial).field);
    expect(asked).toEqual(['target', 'weapon', 'rounds']);
    expect(choices(view('besieger'), 'break-off', { post: 'north' })).toMatchObject({ field: '', form: 'done' });
  });

  it('are the posts of the other side and, for the garrison, the trenches it has seen', () => {
    expect(choices(view('besieger'), 'bombard', {}).values).toEqual(['post:camp', 'post:north', 'post:south', 'zone:main']);
    expect(choices(view('garrison'), 'bombard', {}).values).toEqual(['approach:sap']);
  });

  it('leave out the weapons that do not carry to the target', () => {
    const { game, state } = aGame();
    state.known.garrison.fixes.push({ id: 'fix-1', battery: 'cave', weapon: 't105', east: 99_000, north: 0, errorMetres: 10, how: 'sound', turn: 0 });
    expect(choices(viewFor(game, state, 'garrison'), 'counter-battery', { fix: 'fix-1' }).values).toEqual([]);
    expect(choices(view('besieger'), 'bombard', { target: { kind: 'post', id: 'north' } }).values).toEqual(['m120', 't105']);
  });

  it('leave out guns that have nothing left to fire', () => {
    const { game, state, at } = aGame();
    at.battery('mortars').ready = 0;
    for (const dump of state.dumps) dump.rounds = dump.rounds.map(() => 0);
    expect(choices(viewFor(game, state, 'besieger'), 'bombard', { target: { kind: 'post', id: 'north' } }).values).toEqual(['t105']);
  });

  it('leave out posts that are being stormed already, but not from digging', () => {
    const { game, state } = aGame();
    state.assaults.push({ id: 'north@0', side: 'besieger', post: 'north', lead: ['red-1'], echelon: [], echelonAfter: 0, begun: 0, men: 570, lost: 0, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no' });
    const outside = viewFor(game, state, 'besieger');
    expect(choices(outside, 'assault', {}).values).toEqual(['camp', 'south']);
    expect(choices(outside, 'dig', {}).values).toEqual(['camp', 'north', 'south']);
  });

  it('offer no more rounds than there are, in dumps and beside the guns', () => {
    const outside = view('besieger');
    const most = choices(outside, 'bombard', { target: { kind: 'post', id: 'north' }, weapon: 'm120' });
    expect(stockOf(outside, 'm120')).toBe(1000);
    expect(most).toMatchObject({ form: 'number', low: 10, high: 1000, step: 10 });
  });

  it('do not offer a unit the post in which it stands', () => {
    expect(choices(view('garrison'), 'reinforce', { unit: 'first-1' }).values).toEqual(['camp', 'south']);
    expect(choices(view('garrison'), 'counter-attack', { unit: 'first-1' }).values).toEqual(['camp', 'south']);
  });

  it('do not offer the battalions of the lead again for the echelon', () => {
    expect(choices(view('besieger'), 'assault', { post: 'north', lead: ['red-1'] })).toMatchObject({ field: 'echelon', form: 'many', values: ['red-2'] });
  });

  it('offer to break off none but one’s own assaults that are under way', () => {
    const { game, state } = aGame();
    const one = { id: 'a', echelon: [], echelonAfter: 0, lead: [], begun: 0, men: 1, lost: 0, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1 };
    state.assaults.push({ ...one, side: 'besieger', post: 'north', ended: 'no' }, { ...one, side: 'garrison', post: 'south', ended: 'no' }, { ...one, side: 'besieger', post: 'camp', ended: 'halted' });
    expect(choices(viewFor(game, state, 'besieger'), 'break-off', {}).values).toEqual(['north']);
  });

  it('never offer the command post to be given up', () => {
    expect(choices(view('garrison'), 'give-up', {}).values).toEqual(['north', 'south']);
  });
});

/** A chosen value as an order holds it. */
function valueOf({ field, form }: Choices, value: string | undefined): unknown {
  if (form === 'many') return value === undefined ? [] : [value];
  if (field === 'target' && value !== undefined) return targetOf(value);
  return value === '' ? null : value;
}

describe('over a First Night', () => {
  let game: Game;
  const states: GameState[] = [];
  beforeAll(async () => {
    const loaded = await shipped('first-night');
    const begun = newGame(loaded.scenario, 'choices');
    game = begun.game;
    for (const give of [plannedOrders, (_: unknown, ...rest: Parameters<typeof randomOrders>) => randomOrders(...rest)]) {
      for (let state = begun.state; state.verdict === null; ) {
        states.push(state);
        state = playTurn(game, state, give(loaded, game, state, 'choices')).state;
      }
    }
  });

  it('no choice is offered that is then refused for its value', () => {
    let whole = 0;
    for (const state of states) for (const side of SIDES) {
      const view = viewFor(game, state, side);
      for (const kind of ORDER_KINDS[side]) {
        const first = choices(view, kind, {});
        for (const value of first.values.slice(0, 12)) {
          const fields: Record<string, unknown> = { [first.field]: valueOf(first, value) };
          for (let next = choices(view, kind, fields); next.form !== 'done'; next = choices(view, kind, fields)) {
            if (next.values.length === 0 && next.form !== 'number' && next.field !== 'echelon') break;
            fields[next.field] = next.form === 'number' ? next.low : valueOf(next, next.values[0]);
          }
          if (choices(view, kind, fields).form !== 'done') continue;
          whole += 1;
          const reasons = checkOrders(view, [{ kind, ...fields }]).map(({ reason }) => reason);
          expect(reasons, `${kind} ${JSON.stringify(fields)}`).toEqual([]);
        }
      }
    }
    expect(whole).toBeGreaterThan(50);
  });
});
