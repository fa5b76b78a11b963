/** Records a siege as it is played: the orders of each turn and a hash of what they led to. */
import { hashState, RULES_VERSION, type GameState, type OrdersBySide } from '../engine/index.ts';
import { REPLAY_FORMAT, type Replay, type ReplayScenario } from './format.ts';

/** A replay without turns yet. */
export function startReplay(scenario: ReplayScenario, seed: string): Replay {
  return { format: REPLAY_FORMAT, rules: RULES_VERSION, scenario, seed, turns: [] };
}

/** The replay with one turn more: the orders given, and the state after them. */
export function recordTurn(replay: Replay, orders: OrdersBySide, state: GameState): Replay {
  return { ...replay, turns: [...replay.turns, { orders, hash: turnHash(orders, state) }] };
}

/** The hash of a turn covers the state after it and both sides' orders, so that a lost order shows even where it did nothing. */
export function turnHash(orders: OrdersBySide, state: GameState): string {
  return hashState({ state, orders: { garrison: orders.garrison, besieger: orders.besieger } });
}
