/**
 * The turns that were played, in lines: the main line, and one branch for each time somebody went back and
 * ended a turn otherwise.
 *
 * A line holds its turns from the beginning; turns before the fork are the very objects of the line it left, and
 * the states inside share their structure, so a branch costs the turns that differ.
 */
import { eventsFor, type Game, type GameState, type OrdersBySide, type SideId, type SiegeEvent } from '../engine/index.ts';
import { turnHash } from '../replay/record.ts';

/** One turn that was played: what was ordered, what came of it, and what each side saw. */
export interface TurnPlayed {
  readonly orders: OrdersBySide;
  readonly hash: string;
  /** After the turn. */
  readonly state: GameState;
  readonly events: readonly SiegeEvent[];
  readonly seen: Readonly<Record<SideId, readonly SiegeEvent[]>>;
}

/** A course that the siege took. */
export interface Line {
  readonly id: number;
  /** The line it left, and after how many turns; null for the first. */
  readonly fork: { readonly from: number; readonly turns: number } | null;
  readonly turns: readonly TurnPlayed[];
}

/** All lines of one game, and the place that is looked at. */
export interface Timeline {
  readonly start: GameState;
  readonly lines: readonly Line[];
  /** The id of the line looked at: lines are numbered in the order of their making. */
  readonly line: number;
  /** Turns played before the state that is looked at. */
  readonly at: number;
}

/** A turn as the timeline keeps it: with its hash, and with what each side saw of it. */
export function turnPlayed(game: Game, orders: OrdersBySide, { state, events }: Pick<TurnPlayed, 'state' | 'events'>): TurnPlayed {
  const seen = { garrison: eventsFor(game, state, 'garrison', events), besieger: eventsFor(game, state, 'besieger', events) };
  return { orders, hash: turnHash(orders, state), state, events, seen };
}

/** A timeline with these turns on its only line, looked at from its end. */
export function timelineOf(start: GameState, turns: readonly TurnPlayed[]): Timeline {
  return { start, lines: [{ id: 0, fork: null, turns }], line: 0, at: turns.length };
}

/** The line that is looked at. */
export function currentLine(timeline: Timeline): Line {
  const line = timeline.lines[timeline.line];
  if (line === undefined) throw new Error(`line ${timeline.line}: there are ${timeline.lines.length}`);
  return line;
}

/** The state after so many turns of the line that is looked at. */
export function stateAt(timeline: Timeline, turns: number): GameState {
  if (turns === 0) return timeline.start;
  const played = currentLine(timeline).turns[turns - 1];
  if (played === undefined) throw new Error(`turn ${turns}: line ${timeline.line} has ${currentLine(timeline).turns.length}`);
  return played.state;
}

/** True when the newest turn of the line is looked at. */
export function isLive(timeline: Timeline): boolean {
  return timeline.at === currentLine(timeline).turns.length;
}

/** The timeline with one more turn after the state looked at; in the middle of a line that begins a branch. */
export function withTurn(timeline: Timeline, turn: TurnPlayed): Timeline {
  const line = currentLine(timeline);
  const turns = [...line.turns.slice(0, timeline.at), turn];
  if (isLive(timeline)) return { ...timeline, lines: timeline.lines.with(line.id, { ...line, turns }), at: turns.length };
  const branch: Line = { id: timeline.lines.length, fork: { from: line.id, turns: timeline.at }, turns };
  return { ...timeline, lines: [...timeline.lines, branch], line: branch.id, at: turns.length };
}

/** The timeline with one more turn at the end of its line; the place looked at stays. */
export function extended(timeline: Timeline, turn: TurnPlayed): Timeline {
  const line = currentLine(timeline);
  return { ...timeline, lines: timeline.lines.with(line.id, { ...line, turns: [...line.turns, turn] }) };
}

/** The timeline looked at from after so many turns of a line; beyond its ends, from the nearest end. */
export function lookingAt(timeline: Timeline, line: number, turns: number): Timeline {
  const chosen = timeline.lines[line];
  if (chosen === undefined) throw new Error(`line ${line}: there are ${timeline.lines.length}`);
  return { ...timeline, line, at: Math.max(0, Math.min(chosen.turns.length, Math.trunc(turns))) };
}
