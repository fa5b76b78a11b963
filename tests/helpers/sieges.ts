import { planFor } from '../../src/commanders/asked.ts';
import { commanderFor } from '../../src/commanders/roster.ts';
import { newGame, playTurn, sampleOrders, streamOf, viewFor, type Game, type GameState, type OrdersBySide, type SideId, type SiegeEvent } from '../../src/engine/index.ts';
import type { Replay } from '../../src/replay/format.ts';
import { recordTurn, startReplay } from '../../src/replay/record.ts';
import { openScenario } from '../../src/scenario/library.ts';
import type { LoadedScenario, Settings } from '../../src/scenario/parse.ts';

/** A shipped scenario, ready to be played. */
export async function shipped(id: string, settings: Settings = {}): Promise<LoadedScenario> {
  const loaded = await openScenario(id, settings);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ file, path, message }) => `${file} ${path}: ${message}`).join('\n'));
  return loaded.value;
}

/** Random legal orders of both sides: they meet more of the rules than a commander would. */
export function randomOrders(game: Game, state: GameState, seed: string): OrdersBySide {
  const of = (side: SideId) => sampleOrders(viewFor(game, state, side), streamOf(`${seed}|${String(state.turn)}|${side}`));
  return { garrison: of('garrison'), besieger: of('besieger') };
}

/** A siege that was played to its end. */
export interface PlayedSiege {
  readonly game: Game;
  readonly replay: Replay;
  /** Before the first turn and after each. */
  readonly states: readonly GameState[];
  /** Of each turn. */
  readonly events: readonly (readonly SiegeEvent[])[];
}

/** A siege played with random legal orders. */
export function playedAtRandom(loaded: LoadedScenario, seed: string): PlayedSiege {
  return played(loaded, seed, (game, state) => randomOrders(game, state, seed));
}

/** A siege played by the commanders that the scenario offers first. */
export function playedByCommanders(loaded: LoadedScenario, seed: string): PlayedSiege {
  return played(loaded, seed, (game, state) => plannedOrders(loaded, game, state, seed));
}

/** The orders of both commanders, each from what his side sees. */
export function plannedOrders({ scenario }: LoadedScenario, game: Game, state: GameState, seed: string): OrdersBySide {
  const of = (side: SideId) => {
    const commander = commanderFor(side, scenario.commanders[side][0] ?? '');
    if (commander === null) throw new Error(`${side}: ${scenario.commanders[side].join()}`);
    return planFor(commander, seed, viewFor(game, state, side)).orders;
  };
  return { garrison: of('garrison'), besieger: of('besieger') };
}

function played({ scenario, id, hash }: LoadedScenario, seed: string, give: (game: Game, state: GameState) => OrdersBySide): PlayedSiege {
  const { game, state: start } = newGame(scenario, seed);
  const states = [start];
  const events: SiegeEvent[][] = [];
  let replay = startReplay({ id, hash }, seed);
  for (let state = start; state.verdict === null; ) {
    const orders = give(game, state);
    const played = playTurn(game, state, orders);
    state = played.state;
    replay = recordTurn(replay, orders, state);
    states.push(state);
    events.push(played.events);
  }
  return { game, replay, states, events };
}
