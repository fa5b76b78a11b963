/**
 * A replay: everything that is needed to play one siege again to the last man.
 *
 * It holds no state and no view, only the name and hash of the scenario, the seed and both sides' orders, with
 * a hash after every turn. A file may come from anywhere: it is read with limits and every key is accounted for.
 */
import * as v from 'valibot';
import { ORDER_KINDS, type Order } from '../engine/index.ts';
import { problemsOf } from '../scenario/document.ts';
import { parseJson, screen } from '../scenario/json-text.ts';
import type { Result } from '../scenario/problem.ts';
import { list, shape, whole } from '../scenario/schema-parts.ts';
import { migrated, REPLAY_MIGRATIONS } from './migrations.ts';

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
const MOST_ORDERS = 200;
const MOST_UNITS = 100;
const MOST_CHANGES = 200;
const MOST_PULSES = 1_000;

// Ids of things that a siege makes as it goes, such as fixes, hold more kinds of letters than those of a scenario.
const AN_ID = 'an id of at most 80 letters, digits and . _ : | / -';
const id = v.pipe(v.string(AN_ID), v.regex(/^[A-Za-z0-9][A-Za-z0-9._:|/-]{0,79}$/, AN_ID));
const units = list(id, MOST_UNITS);
const rounds = whole(0, 1_000_000, 'rounds');
const pulses = whole(0, MOST_PULSES, 'pulses');
const odds = whole(0, 100_000, 'permille');

const target = v.variant('kind', [
  shape({ kind: v.literal('post'), id }, 'a post'),
  shape({ kind: v.literal('approach'), id }, 'an approach'),
], 'a target of kind post or approach');

const order = v.variant('kind', [
  shape({ kind: v.literal('bombard'), target, weapon: id, rounds, from: pulses }),
  shape({ kind: v.literal('counter-battery'), fix: id, weapon: id, rounds, from: pulses }),
  shape({ kind: v.literal('protect'), post: id, rounds }),
  shape({ kind: v.literal('reinforce'), unit: id, post: id }),
  shape({ kind: v.literal('counter-attack'), unit: id, post: id, after: pulses, odds }),
  shape({ kind: v.literal('give-up'), post: id }),
  shape({ kind: v.literal('dig'), post: id, units }),
  shape({ kind: v.literal('assault'), post: id, lead: units, echelon: units, from: pulses, echelonAfter: pulses }),
  shape({ kind: v.literal('break-off'), post: id }),
], `an order of kind ${[...new Set([...ORDER_KINDS.garrison, ...ORDER_KINDS.besieger])].join(', ')}`) satisfies v.GenericSchema<unknown, Order>;

/** The orders of one side, as a file may hold them; whether they are legal only the turn can say. */
export const ordersSchema = list(order, MOST_ORDERS);

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
