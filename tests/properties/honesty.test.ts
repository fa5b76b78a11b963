import { beforeAll, describe, expect, it } from 'vitest';
import { planFor } from '../../src/commanders/asked.ts';
import { commanderFor } from '../../src/commanders/roster.ts';
import { checkOrders, forecast, GROUND_BESIEGER, newGame, playTurnInPlace, sampleOrders, SIDES, streamOf, viewFor } from '../../src/engine/index.ts';
import type { Game, GameState, SideId } from '../../src/engine/index.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { plannedOrders, shipped } from '../helpers/sieges.ts';
import { seeds } from '../helpers/nights.ts';

let firstNight: LoadedScenario;
let campaign: LoadedScenario;

beforeAll(async () => {
  firstNight = await shipped('first-night');
  campaign = await shipped('dien-bien-phu');
});

/** The state at the start of each turn of a played siege, or of those turns that are asked for. */
function statesOf(loaded: LoadedScenario, seed: string, wanted: (turn: number) => boolean = () => true): { game: Game; states: GameState[] } {
  const { game, state } = newGame(loaded.scenario, seed);
  const states: GameState[] = [structuredClone(state)];
  while (state.verdict === null) {
    playTurnInPlace(game, state, plannedOrders(loaded, game, state, seed));
    if (state.verdict === null && wanted(state.turn)) states.push(structuredClone(state));
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
  if (other === 'besieger') for (const assault of changed.assaults) if (assault.side === other) assault.lost += 50;
  if (other === 'garrison') changeCamp(changed);
  else changeRear(changed);
  return changed;
}

/** What only the garrison knows of its camps, its aircraft and the air bases, and of what lies on its own ground. */
function changeCamp(state: GameState): void {
  for (const camp of state.camps) {
    if (!camp.stands) continue;
    Object.assign(camp, { light: camp.light + 9, serious: camp.serious + 8, sick: camp.sick + 7, deserters: camp.deserters + 6, labourers: camp.labourers + 5, ration: 333, hunger: 444, leave: 'cease-fire', collapse: 77 });
  }
  state.sky.bases = state.sky.bases === 'clear' ? 'storm' : 'clear';
  for (const fleet of state.air.fleets) fleet.lost += 3;
  state.air.individualsReady += 20;
  for (const load of state.loads) if (state.ring.ground[load.hex] !== GROUND_BESIEGER) load.cargo = load.cargo === 'food' ? 'medical' : 'food';
}

/** What only the besieger knows: his rear, and a gallery that nobody has heard. */
function changeRear(state: GameState): void {
  Object.assign(state.rear, { hospital: state.rear.hospital + 90, pool: state.rear.pool + 80, porters: state.rear.porters + 70, road: 123, foodShare: 321 });
  state.galleries.push({ post: state.posts[0]?.id ?? '', metres: 5, lengthMetres: 40, begunTurn: 0, loadedTurn: -1, firedTurn: -1 });
}

/** Works, wire and nerves of a post as they are, not as they were last seen. */
function changeHeldPost(post: GameState['posts'][number]): void {
  post.works = Math.floor(post.works / 2);
  post.wire = Math.floor(post.wire / 3);
  post.suppression = 700;
}

describe('two states that differ only in what a side cannot see', () => {
  /** View, forecasts, refusals and orders are the same whatever the other side hides. */
  function expectOne(loaded: LoadedScenario, side: SideId, seed: string, { game, states }: ReturnType<typeof statesOf>): void {
    for (const state of states) {
      const view = viewFor(game, state, side);
      const hidden = viewFor(game, withHiddenChanged(game, state, side), side);
      expect(hidden).toEqual(view);
      const orders = sampleOrders(view, streamOf(`honesty|${seed}|${String(state.turn)}`), 16);
      expect(orders.length).toBeGreaterThan(0);
      for (const order of orders) expect(forecast(hidden, order)).toEqual(forecast(view, order));
      expect(checkOrders(hidden, [...orders, ...orders, { kind: 'nonsense' }])).toEqual(checkOrders(view, [...orders, ...orders, { kind: 'nonsense' }]));
      const commander = commanderFor(side, loaded.scenario.commanders[side][0] ?? '');
      if (commander === null) throw new Error(side);
      expect(planFor(commander, seed, hidden)).toEqual(planFor(commander, seed, view));
    }
  }

  it.each(SIDES)('are one state to the %s: view, forecasts, refusals, orders of its commander', (side) => {
    for (const seed of seeds(6)) expectOne(firstNight, side, seed, statesOf(firstNight, seed));
  });

  it.each(SIDES)('are one state to the %s all through a campaign', { timeout: 300_000 }, (side) => {
    const played = statesOf(campaign, '1', (turn) => turn % 8 === 3);
    expect(played.states.length).toBeGreaterThan(5);
    expectOne(campaign, side, '1', played);
  });

  it('are told apart by the side that owns the difference', () => {
    const { game, states } = statesOf(firstNight, '1');
    const state = states[1];
    if (state === undefined) throw new Error('the siege ended after one turn');
    for (const side of SIDES) {
      const other: SideId = side === 'garrison' ? 'besieger' : 'garrison';
      expect(viewFor(game, withHiddenChanged(game, state, side), other)).not.toEqual(viewFor(game, state, other));
    }
  });
});
