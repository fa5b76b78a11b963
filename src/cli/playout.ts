/** One siege from its first turn to its end, played by two commanders. */
import type { Commander } from '../commanders/commander.ts';
import { planFor } from '../commanders/asked.ts';
import { addTurn, newGame, openTally, playTurnInPlace, talliesFrom, viewFor, type Game, type GameState, type OrdersBySide, type Scenario, type SideId, type SiegeEvent, type Tallies } from '../engine/index.ts';
import type { Replay, ReplayScenario } from '../replay/format.ts';
import { recordTurn, startReplay } from '../replay/record.ts';

/** What a playout leaves behind. */
export interface Playout {
  readonly replay: Replay;
  readonly state: GameState;
  readonly events: readonly SiegeEvent[];
  readonly tallies: Tallies;
  /** The main tallies after each turn; empty unless asked for. */
  readonly timeline: readonly TurnTally[];
}

/** The single figures of the tallies after one turn. */
export interface TurnTally {
  readonly turn: number;
  readonly [tally: string]: number | null;
}

/** Plays until the verdict, or for so many turns. */
export function playOut(
  scenario: Scenario,
  source: ReplayScenario,
  seed: string,
  commanders: Readonly<Record<SideId, Commander>>,
  asked: { readonly turns: number; readonly timeline: boolean },
): Playout {
  const { game, state } = newGame(scenario, seed);
  let replay = startReplay(source, seed);
  const tally = openTally(game);
  const events: SiegeEvent[] = [];
  const timeline: TurnTally[] = [];
  while (state.verdict === null && replay.turns.length < asked.turns) {
    const orders = ordersOf(game, state, commanders);
    const told = playTurnInPlace(game, state, orders);
    addTurn(tally, state, told);
    for (const event of told) events.push(event);
    replay = recordTurn(replay, orders, state);
    if (asked.timeline) timeline.push(turnTally(state.turn - 1, talliesFrom(tally, state)));
  }
  return { replay, state, events, tallies: talliesFrom(tally, state), timeline };
}

function ordersOf(game: Game, state: GameState, commanders: Readonly<Record<SideId, Commander>>): OrdersBySide {
  const of = (side: SideId) => planFor(commanders[side], game.seed, viewFor(game, state, side)).orders;
  return { garrison: of('garrison'), besieger: of('besieger') };
}

function turnTally(turn: number, tallies: Tallies): TurnTally {
  const single = Object.entries(tallies).filter((entry): entry is [string, number | null] => typeof entry[1] === 'number' || entry[1] === null);
  return { turn, ...Object.fromEntries(single) };
}
