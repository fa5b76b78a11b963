/**
 * A game in progress as text: every line of play, the place looked at and the orders being drawn up.
 *
 * It is a replay with branches. It holds orders and hashes, no states: reading it plays every line again, so a
 * damaged or doctored file can never become a game.
 */
import * as v from 'valibot';
import { DOMAINS, type Domain, type Order, type SideId } from '../engine/index.ts';
import { problemsOf } from '../scenario/document.ts';
import { parseJson, screen } from '../scenario/json-text.ts';
import { problemAt, type Problem, type Result } from '../scenario/problem.ts';
import { choice, list, shape, side, whole } from '../scenario/schema-parts.ts';
import { replaySchema, turnsSchema, type Replay, type ReplayScenario, type ReplayTurn } from './format.ts';
import { ordersSchema } from './order-schema.ts';

/** The format of saved games that is written today. */
export const SAVED_FORMAT = 1;

/** One line of play: the turns after the fork. */
export interface SavedLine {
  /** The line it left, an earlier one in the list, and after how many turns; null for the first. */
  readonly fork: { readonly from: number; readonly turns: number } | null;
  readonly turns: readonly ReplayTurn[];
}

/** A game in progress. */
export interface SavedGame {
  readonly kind: 'saved-game';
  readonly format: typeof SAVED_FORMAT;
  readonly rules: number;
  readonly scenario: ReplayScenario;
  readonly seed: string;
  readonly side: SideId;
  readonly mode: 'play' | 'watch';
  readonly commanders: Readonly<Record<SideId, string>>;
  readonly lines: readonly SavedLine[];
  /** Index of the line looked at, and turns of it before the state looked at. */
  readonly line: number;
  readonly at: number;
  /** Orders being drawn up for that turn. */
  readonly draft: readonly Order[];
  /** Domains left to the staff; none where it is missing. */
  readonly left?: readonly Domain[] | undefined;
}

const MOST_LINES = 500;
const MOST_DOMAINS = 10;
const MOST_TURNS = 2_000;

const lineNumber = whole(0, MOST_LINES - 1, '(a line)');
const turnCount = whole(0, MOST_TURNS, 'turns');
const A_DOCTRINE = 'the name of a commander';
const doctrine = v.pipe(v.string(A_DOCTRINE), v.regex(/^[a-z0-9][a-z0-9:-]{0,63}$/, A_DOCTRINE));
const fork = shape({ from: lineNumber, turns: turnCount }, 'the line it left and after how many turns, or null');

const savedSchema = shape({
  kind: v.literal('saved-game', 'saved-game'),
  format: v.literal(SAVED_FORMAT, String(SAVED_FORMAT)),
  rules: replaySchema.entries.rules,
  scenario: replaySchema.entries.scenario,
  seed: replaySchema.entries.seed,
  side,
  mode: choice(['play', 'watch']),
  commanders: shape({ garrison: doctrine, besieger: doctrine }, 'the commanders of garrison and besieger'),
  lines: list(shape({ fork: v.nullable(fork), turns: turnsSchema }, 'a line with fork and turns'), MOST_LINES, 1),
  line: lineNumber,
  at: turnCount,
  draft: ordersSchema,
  left: v.optional(list(choice(domainNames()), MOST_DOMAINS)),
}, 'a saved game') satisfies v.GenericSchema<unknown, SavedGame>;

function domainNames(): Domain[] {
  return [...new Set<Domain>([...DOMAINS.garrison, ...DOMAINS.besieger])];
}

/** Reads the text of a saved game; on failure every problem with its place. */
export function readSavedGame(text: string, file = 'saved game'): Result<SavedGame> {
  const json = parseJson(file, text);
  return json.ok ? asSavedGame(json.value, file) : json;
}

/** Takes parsed JSON for a saved game. */
export function asSavedGame(value: unknown, file: string): Result<SavedGame> {
  const hostile = screen(file, value);
  if (hostile.length > 0) return { ok: false, problems: hostile };
  const read = v.safeParse(savedSchema, value);
  if (!read.success) return { ok: false, problems: problemsOf(file, read.issues) };
  const problems = lineProblems(file, read.output);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: read.output };
}

/** The text of a saved game. */
export function writeSavedGame(saved: SavedGame): string {
  return JSON.stringify(saved);
}

/** True for parsed JSON that means to be a saved game. */
export function looksLikeSavedGame(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'saved-game';
}

/** A replay as a game: one line, looked at from its beginning, both sides in the hands of their commanders. */
export function savedFromReplay(replay: Replay, side: SideId, commanders: SavedGame['commanders']): SavedGame {
  const { rules, scenario, seed, turns } = replay;
  const lines = [{ fork: null, turns }];
  return { kind: 'saved-game', format: SAVED_FORMAT, rules, scenario, seed, side, mode: 'watch', commanders, lines, line: 0, at: 0, draft: [] };
}

/** What no schema can say: lines fork from earlier lines, within their turns. */
function lineProblems(file: string, saved: SavedGame): Problem[] {
  const problems: Problem[] = [];
  const lengths: number[] = [];
  for (const [index, line] of saved.lines.entries()) {
    const from = line.fork === null ? 0 : (lengths[line.fork.from] ?? -1);
    const before = line.fork?.turns ?? 0;
    if (from < before || (index > 0) !== (line.fork !== null)) {
      problems.push(problemAt({ file, path: `lines[${String(index)}].fork` }, 'leaves no earlier line', index === 0 ? 'null' : 'an earlier line, within its turns'));
    }
    lengths.push(before + line.turns.length);
  }
  const length = lengths[saved.line];
  if (length === undefined) problems.push(problemAt({ file, path: 'line' }, `found ${String(saved.line)}`, `a line from 0 to ${String(lengths.length - 1)}`));
  else if (saved.at > length) problems.push(problemAt({ file, path: 'at' }, `found ${String(saved.at)}`, `turns from 0 to ${String(length)}`));
  return problems;
}
