/**
 * A replay: everything that is needed to play one siege again to the last man.
 *
 * It holds no state and no view, only the name and hash of the scenario, the seed and both sides' orders, with
 * a hash after every turn. A file may come from anywhere: it is read with limits and every key is accounted for.
 */
import * as v from 'valibot';
import type { Order } from '../engine/index.ts';
import { problemsOf } from '../scenario/document.ts';
import { parseJson, screen } from '../scenario/json-text.ts';
import type { Result } from '../scenario/problem.ts';
import { list, shape } from '../scenario/schema-parts.ts';
import { migrated, REPLAY_MIGRATIONS } from './migrations.ts';
import { id, ordersSchema } from './order-schema.ts';

/** The format that is written today. */
export const REPLAY_FORMAT = 1;

/** Both sides' orders of one turn, with the hash of those orders and the state they led to. */
export interface ReplayTurn {
  readonly orders: { readonly garrison: readonly Order[]; readonly besieger: readonly Order[] };
  readonly hash: string;
}

/** Which siege it was: the hash is that of the scenario with its changes. */
export interface ReplayScenario {
  readonly id: string;
  readonly hash: string;
  /** Single values set otherwise than the scenario says, by path; absent when there are none. */
  readonly set?: Readonly<Record<string, unknown>>;
}

/** One siege as it was played. */
export interface Replay {
  readonly format: typeof REPLAY_FORMAT;
  /** The version of the rules it was played under. */
  readonly rules: number;
  readonly scenario: ReplayScenario;
  readonly seed: string;
  readonly turns: readonly ReplayTurn[];
}

const MOST_TURNS = 2_000;
const MOST_CHANGES = 200;

const A_HASH = '16 hexadecimal digits';
const hash = v.pipe(v.string(A_HASH), v.regex(/^[0-9a-f]{16}$/, A_HASH));

/** A seed is any short line of text. */
export const SEED_PATTERN = /^\P{Cc}{1,100}$/u;
export const A_SEED = 'a seed of 1 to 100 characters on one line';
const seed = v.pipe(v.string(A_SEED), v.regex(SEED_PATTERN, A_SEED));

const A_SETTING = 'the path of a value, at most 200 characters';
const CHANGES = `at most ${String(MOST_CHANGES)} values by their path`;
const changes = v.pipe(
  v.record(v.pipe(v.string(A_SETTING), v.maxLength(200, A_SETTING)), v.unknown(), CHANGES),
  v.check((set) => Object.keys(set).length <= MOST_CHANGES, CHANGES),
);

const bothOrders = shape({ garrison: ordersSchema, besieger: ordersSchema }, 'the orders of garrison and besieger');

/** The turns of a line of play. */
export const turnsSchema = list(shape({ orders: bothOrders, hash }, 'a turn with orders and hash'), MOST_TURNS);

const RULES = 'the version of the rules, a whole number';

/** The shape of a replay of today's format. */
export const replaySchema = shape({
  format: v.literal(REPLAY_FORMAT, String(REPLAY_FORMAT)),
  rules: v.pipe(v.number(RULES), v.safeInteger(RULES), v.minValue(0, RULES)),
  scenario: shape({ id, hash, set: v.exactOptional(changes) }, 'id and hash of the scenario'),
  seed,
  turns: turnsSchema,
}, 'a replay') satisfies v.GenericSchema<unknown, Replay>;

/** Reads the text of a replay file; on failure every problem with its place. `file` names it in the problems. */
export function readReplay(text: string, file = 'replay'): Result<Replay> {
  const json = parseJson(file, text);
  return json.ok ? asReplay(json.value, file) : json;
}

/** Takes parsed JSON for a replay, bringing an older format up to date first. */
export function asReplay(value: unknown, file: string): Result<Replay> {
  const problems = screen(file, value);
  if (problems.length > 0) return { ok: false, problems };
  const current = migrated(value, file, REPLAY_MIGRATIONS, REPLAY_FORMAT);
  if (!current.ok) return current;
  const read = v.safeParse(replaySchema, current.value);
  return read.success ? { ok: true, value: read.output } : { ok: false, problems: problemsOf(file, read.issues) };
}

/** The text of a replay file: one line a turn, so that two files can be compared line by line. */
export function writeReplay(replay: Replay): string {
  const { turns, ...head } = replay;
  const lines = turns.map((turn) => `    ${JSON.stringify(turn)}`);
  const opening = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n${opening.join('')}  "turns": ${list}\n}\n`;
}

/** True for parsed JSON that means to be a replay, whatever is wrong inside it. */
export function looksLikeReplay(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'seed' in value && 'turns' in value;
}
