/** Plays a replay again, turn by turn, and stops at the first turn that is not as it was recorded. */
import {
  checkOrders, newGame, playTurn, RULES_VERSION, SIDES, viewFor,
  type Game, type GameState, type OrderProblem, type OrdersBySide, type Scenario, type SideId, type SiegeEvent,
} from '../engine/index.ts';
import type { Replay, ReplayTurn } from './format.ts';
import { turnHash } from './record.ts';

/** A scenario with the hash that replays know it by. */
export interface HashedScenario {
  readonly scenario: Scenario;
  readonly hash: string;
}

/** One turn of a replay as it was played again. */
export interface PlayedTurn {
  readonly turn: number;
  readonly orders: OrdersBySide;
  readonly hash: string;
  readonly state: GameState;
  readonly events: readonly SiegeEvent[];
}

/** Why a replay is not this siege. */
export type Difference =
  /** Recorded under other rules, or of another scenario: nothing was played. */
  | { readonly what: 'rules'; readonly expected: number; readonly found: number }
  | { readonly what: 'scenario'; readonly expected: string; readonly found: string }
  /** An order that could not have been given. */
  | { readonly what: 'order'; readonly turn: number; readonly side: SideId; readonly problem: OrderProblem }
  /** Turns recorded after the siege had ended. */
  | { readonly what: 'over'; readonly turn: number }
  | { readonly what: 'hash'; readonly turn: number; readonly expected: string; readonly found: string };

/** How one turn is played: through immer, or in place. */
export type PlayStep = (game: Game, state: GameState, orders: OrdersBySide) => { state: GameState; events: readonly SiegeEvent[] };

/** Yields each turn that agrees with its hash; returns the first difference, or null when all agree. */
export function* playback(replay: Replay, { scenario, hash }: HashedScenario, play: PlayStep = playTurn): Generator<PlayedTurn, Difference | null> {
  const other = otherSiege(replay, hash);
  if (other !== null) return other;
  const { game, state } = newGame(scenario, replay.seed);
  return yield* playOn(game, state, replay.turns, play);
}

/** A replay of other rules or of another scenario, said before anything is played. */
export function otherSiege(replay: Pick<Replay, 'rules' | 'scenario'>, hash: string): Difference | null {
  if (replay.rules !== RULES_VERSION) return { what: 'rules', expected: replay.rules, found: RULES_VERSION };
  if (replay.scenario.hash !== hash) return { what: 'scenario', expected: replay.scenario.hash, found: hash };
  return null;
}

/** Plays recorded turns on from a state, as `playback` does from the beginning. */
export function* playOn(game: Game, start: GameState, turns: readonly ReplayTurn[], play: PlayStep = playTurn): Generator<PlayedTurn, Difference | null> {
  let state = start;
  for (const recorded of turns) {
    const { turn } = state;
    if (state.verdict !== null) return { what: 'over', turn };
    const refused = firstRefusal(game, state, recorded.orders);
    if (refused !== null) return { what: 'order', turn, ...refused };
    const played = play(game, state, recorded.orders);
    state = played.state;
    const found = turnHash(recorded.orders, state);
    if (found !== recorded.hash) return { what: 'hash', turn, expected: recorded.hash, found };
    yield { turn, orders: recorded.orders, hash: found, state, events: played.events };
  }
  return null;
}

/** The engine plays what it is given: an order that no one could have given must stop before it. */
function firstRefusal(game: Game, state: GameState, orders: OrdersBySide): { side: SideId; problem: OrderProblem } | null {
  for (const side of SIDES) {
    const [problem] = checkOrders(viewFor(game, state, side), orders[side]);
    if (problem !== undefined) return { side, problem };
  }
  return null;
}
