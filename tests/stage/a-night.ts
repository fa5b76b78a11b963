import { eventsFor, viewFor, type SideId, type SideView, type SiegeEvent } from '../../src/engine/index.ts';
import { playedByCommanders, shipped, type PlayedSiege } from '../helpers/sieges.ts';

/** First Night as both sides saw it, turn by turn. */
export interface SeenNight {
  readonly turns: number;
  view(turns: number, side: SideId): SideView;
  events(turn: number, side: SideId): readonly SiegeEvent[];
}

/** First Night, played by both commanders. */
export async function aNight(seed: string): Promise<SeenNight> {
  const siege = playedByCommanders(await shipped('first-night'), seed);
  return {
    turns: siege.events.length,
    view: (turns, side) => viewFor(siege.game, stateOf(siege, turns), side),
    events: (turn, side) => eventsFor(siege.game, stateOf(siege, turn + 1), side, siege.events[turn] ?? []),
  };
}

function stateOf({ states }: PlayedSiege, turns: number): PlayedSiege['states'][number] {
  const state = states[turns];
  if (state === undefined) throw new Error(`the siege has no state after ${String(turns)} turns`);
  return state;
}
