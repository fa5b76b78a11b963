import { beforeAll, describe, expect, it } from 'vitest';
import { planFor } from '../../src/commanders/asked.ts';
import { commanderFor } from '../../src/commanders/roster.ts';
import { checkOrders, forecast, newGame, playTurnInPlace, sampleOrders, SIDES, streamOf, viewFor } from '../../src/engine/index.ts';
import type { Game, GameState, SideId } from '../../src/engine/index.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { plannedOrders, shipped } from '../helpers/sieges.ts';
import { seeds } from '../helpers/nights.ts';

let firstNight: LoadedScenario;

beforeAll(async () => {
  firstNight = await shipped('first-night');
});

/** The state at the start of each turn of a played siege. */
function statesOf(seed: string): { game: Game; states: GameState[] } {
  const { game, state } = newGame(firstNight.scenario, seed);
  const states: GameState[] = [structuredClone(state)];
  while (state.verdict === null) {
    playTurnInPlace(game, state, plannedOrders(firstNight, game, state, seed));
    if (state.verdict === null) states.push(structuredClone(state));
  }
  return { game, states };
}

/** The same state with everything of the other side that this side cannot see made different. */
function withHiddenChanged(game: Game, state: GameState, side: SideId): GameState {
  const other: SideId = side === 'garrison' ? 'besieger' : 'garrison';
  const changed = structuredClone(state);
  for (const [row, unit] of changed.units.entries()) {
    if (game.scenario.units[row]?.side !== other) continue;
    unit.cohesion = Math.floor(unit.cohesion / 2);
    unit.quality -= 100;
    unit.men += 7;
    unit.wounded += 3;
    unit.remainder = 500;
  }
  for (const [row, battery] of changed.batteries.entries()) {
    if (game.scenario.batteries[row]?.side !== other) continue;
    battery.tubes = Math.max(0, battery.tubes - 1);
    battery.ready += 11;
    battery.gunners += 2;
    battery.pinnedUntil += 5;
  }
  for (const [row, dump] of changed.dumps.entries()) if (game.scenario.dumps[row]?.side === other) dump.rounds = dump.rounds.map((rounds) => rounds + 13);
  for (const [row, formation] of changed.formations.entries()) {
    if (game.scenario.formations[row]?.side !== other) continue;
    formation.will = Math.floor(formation.will / 2);
    formation.shockedUntil += 40;
    formation.headlessUntil += 40;
  }
  changed.known[other] = { posts: [], fixes: [], fixesMade: 7, contacts: [], approaches: [] };
  changed.ledger[other].killed += 99;
  changed.ledger[other].fired = changed.ledger[other].fired.map((rounds) => rounds + 1);
  if (other === 'garrison') for (const post of changed.posts) if (post.holder !== 'besieger') changeHeldPost(post);
  if (other === 'besieger') for (const assault of changed.assaults) assault.lost += 50;
  return changed;
}

/** Works, wire and nerves of a post as they are, not as they were last seen. */
function changeHeldPost(post: GameState['posts'][number]): void {
  post.works = Math.floor(post.works / 2);
  post.wire = Math.floor(post.wire / 3);
  post.suppression = 700;
}

describe('two states that differ only in what a side cannot see', () => {
  it.each(SIDES)('are one state to the %s: view, forecasts, refusals, orders of its commander', (side) => {
    for (const seed of seeds(6)) {
      const { game, states } = statesOf(seed);
      for (const state of states) {
        const view = viewFor(game, state, side);
        const hidden = viewFor(game, withHiddenChanged(game, state, side), side);
        expect(hidden).toEqual(view);
        const orders = sampleOrders(view, streamOf(`honesty|${seed}|${String(state.turn)}`));
        expect(orders.length).toBeGreaterThan(0);
        for (const order of orders) expect(forecast(hidden, order)).toEqual(forecast(view, order));
        expect(checkOrders(hidden, [...orders, ...orders, { kind: 'nonsense' }])).toEqual(checkOrders(view, [...orders, ...orders, { kind: 'nonsense' }]));
        const commander = commanderFor(side, firstNight.scenario.commanders[side][0] ?? '');
        if (commander === null) throw new Error(side);
        expect(planFor(commander, seed, hidden)).toEqual(planFor(commander, seed, view));
      }
    }
  });

  it('are told apart by the side that owns the difference', () => {
    const { game, states } = statesOf('1');
    const state = states[1];
    if (state === undefined) throw new Error('the siege ended after one turn');
    for (const side of SIDES) {
      const other: SideId = side === 'garrison' ? 'besieger' : 'garrison';
      expect(viewFor(game, withHiddenChanged(game, state, side), other)).not.toEqual(viewFor(game, state, other));
    }
  });
});
