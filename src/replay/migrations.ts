/**
 * Old replay files, brought up to date one format at a time.
 *
 * When the format changes, raise `REPLAY_FORMAT` and add under the old number the function that turns a file of
 * that format into the next one. It gets unchecked JSON and may leave what it does not understand: the schema
 * of today has the last word.
 */
import { found, problemAt, type Result } from '../scenario/problem.ts';

/** Turns a file of one format into the next one. */
export type Migration = (file: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** By the format they start from. The first format has no elder. */
export const REPLAY_MIGRATIONS: Readonly<Record<number, Migration>> = {};

/** The file in the current format, or why it cannot be brought there. */
export function migrated(value: unknown, file: string, migrations: Readonly<Record<number, Migration>>, current: number): Result<unknown> {
  if (!isRecord(value)) return refuse(file, '', found(value), 'a record with format, rules, scenario, seed, turns');
  let raised = value;
  for (let format = formatOf(value); format !== current; format += 1) {
    const step = Object.hasOwn(migrations, format) ? migrations[format] : undefined;
    if (step === undefined) return refuse(file, 'format', found(value['format']), known(migrations, current));
    raised = { ...step(raised), format: format + 1 };
  }
  return { ok: true, value: raised };
}

function refuse(file: string, path: string, message: string, expected: string): Result<never> {
  return { ok: false, problems: [problemAt({ file, path }, message, expected)] };
}

function formatOf(file: Readonly<Record<string, unknown>>): number {
  return typeof file['format'] === 'number' ? file['format'] : Number.NaN;
}

function known(migrations: Readonly<Record<number, Migration>>, current: number): string {
  return [...Object.keys(migrations), String(current)].join(' or ');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
