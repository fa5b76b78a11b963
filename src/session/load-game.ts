/** From a saved game or a replay to a session: every line is played again, and nothing is kept of a bad file. */
import { commanderFor, commandersOf } from '../commanders/roster.ts';
import { newGame, SIDES, type Game, type GameState, type SideId } from '../engine/index.ts';
import { differenceProblem } from '../replay/difference.ts';
import { asReplay } from '../replay/format.ts';
import { otherSiege, playOn } from '../replay/playback.ts';
import { asSavedGame, looksLikeSavedGame, savedFromReplay, type SavedGame, type SavedLine } from '../replay/saved-format.ts';
import { parseJson } from '../scenario/json-text.ts';
import type { LoadedScenario, Settings } from '../scenario/parse.ts';
import { oneOf, problemAt, quote, type Problem, type Result } from '../scenario/problem.ts';
import { Session } from './session.ts';
import { turnPlayed, type Line, type TurnPlayed } from './timeline.ts';

/** Opens a scenario by its id, with single values replaced; `openScenario` of the library is one. */
export type ScenarioLibrary = (id: string, settings: Settings) => Promise<Result<LoadedScenario>>;

/**
 * The game in the text of a file: a saved game, or a replay, which is watched from its first turn through the
 * eyes of `side`. On failure everything that is wrong with it; a session in progress elsewhere is not touched.
 */
export async function loadGame(text: string, file: string, library: ScenarioLibrary, side: SideId = 'garrison'): Promise<Result<Session>> {
  const json = parseJson(file, text);
  if (!json.ok) return json;
  const read = looksLikeSavedGame(json.value) ? asSavedGame(json.value, file) : asReplay(json.value, file);
  if (!read.ok) return read;
  const loaded = await library(read.value.scenario.id, read.value.scenario.set ?? {});
  if (!loaded.ok) return loaded;
  const saved = 'lines' in read.value ? read.value : savedFromReplay(read.value, side, defaultCommanders(loaded.value));
  return restoreSession(saved, loaded.value, file);
}

/** The doctrines that a scenario offers first. */
export function defaultCommanders({ scenario }: Pick<LoadedScenario, 'scenario'>): Record<SideId, string> {
  const first = (side: SideId): string => scenario.commanders[side][0] ?? commandersOf(side)[0] ?? '';
  return { garrison: first('garrison'), besieger: first('besieger') };
}

/** Plays every line of a saved game again; a line that goes otherwise than recorded is a problem of the file. */
export function restoreSession(saved: SavedGame, loaded: LoadedScenario, file: string): Result<Session> {
  const other = otherSiege(saved, loaded.hash);
  if (other !== null) return refuse([differenceProblem(file, other)]);
  const unknown = SIDES.flatMap((side) => commanderProblems(saved, side, file));
  if (unknown.length > 0) return refuse(unknown);
  const { game, state: start } = newGame(loaded.scenario, saved.seed);
  const lines: Line[] = [];
  for (const [id, line] of saved.lines.entries()) {
    const shared = line.fork === null ? [] : (lines[line.fork.from]?.turns ?? []).slice(0, line.fork.turns);
    const played = playLine(game, shared.at(-1)?.state ?? start, line, (difference) =>
      differenceProblem(file, difference, `lines[${String(id)}].turns`, shared.length));
    if (!played.ok) return played;
    lines.push({ id, fork: line.fork, turns: [...shared, ...played.value] });
  }
  const { side, mode, seed, commanders, scenario: source } = saved;
  const timeline = { start, lines, line: saved.line, at: saved.at };
  return { ok: true, value: Session.resume({ scenario: loaded.scenario, source, seed, side, mode, commanders }, game, timeline, saved.draft, saved.left) };
}

function playLine(game: Game, start: GameState, line: SavedLine, toProblem: (difference: Parameters<typeof differenceProblem>[1]) => Problem): Result<TurnPlayed[]> {
  const turns: TurnPlayed[] = [];
  const playing = playOn(game, start, line.turns);
  for (;;) {
    const next = playing.next();
    if (next.done !== true) turns.push(turnPlayed(game, next.value.orders, next.value));
    else return next.value === null ? { ok: true, value: turns } : refuse([toProblem(next.value)]);
  }
}

function commanderProblems({ commanders }: SavedGame, side: SideId, file: string): Problem[] {
  const name = commanders[side];
  if (commanderFor(side, name) !== null) return [];
  return [problemAt({ file, path: `commanders.${side}` }, `no commander named ${quote(name)}`, oneOf(commandersOf(side)))];
}

function refuse(problems: readonly Problem[]): Result<never> {
  return { ok: false, problems };
}
