/** What a turn of the campaign spends its time on: `npx vitest bench --run --project node`. Not part of `npm test`. */
import { bench, describe } from 'vitest';
import { planFor } from '../../src/commanders/asked.ts';
import { commanderFor } from '../../src/commanders/roster.ts';
import { checkOrders, hashState, indexView, newGame, playTurnInPlace, ringMap, viewFor } from '../../src/engine/index.ts';
import type { Game, GameState, SideId } from '../../src/engine/index.ts';
import { plannedOrders, shipped } from '../helpers/sieges.ts';

/** Half-way: the ring is closing, the aircraft still come. */
const TURN = 40;

const campaign = await shipped('dien-bien-phu');
const { game, state } = played();
const orders = plannedOrders(campaign, game, state, game.seed);
const view = viewFor(game, state, 'besieger');

function played(): { game: Game; state: GameState } {
  const begun = newGame(campaign.scenario, 'bench');
  while (begun.state.verdict === null && begun.state.turn < TURN) playTurnInPlace(begun.game, begun.state, plannedOrders(campaign, begun.game, begun.state, begun.game.seed));
  return begun;
}

function commander(side: SideId): ReturnType<typeof planFor> {
  const named = commanderFor(side, campaign.scenario.commanders[side][0] ?? '');
  if (named === null) throw new Error(`no commander for the ${side}`);
  return planFor(named, game.seed, viewFor(game, state, side));
}

describe(`turn ${String(TURN)} of the campaign`, () => {
  bench('a turn, on a copy of the state', () => { playTurnInPlace(game, structuredClone(state), orders); });
  bench('the copy alone', () => { structuredClone(state); });
  bench('a view of the garrison', () => { viewFor(game, state, 'garrison'); });
  bench('a view of the besieger', () => { viewFor(game, state, 'besieger'); });
  bench('the garrison’s plan with its view', () => { commander('garrison'); });
  bench('the besieger’s plan with his view', () => { commander('besieger'); });
  bench('an index of a view', () => { indexView(view); });
  bench('the besieger’s orders checked', () => { checkOrders(view, orders.besieger); });
  bench('the ring drawn anew', () => { ringMap(state, game.board, campaign.scenario.rules); });
  bench('the hash of the state', () => { hashState(state); });
});
