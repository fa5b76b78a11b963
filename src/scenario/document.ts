/** One file, read and checked against the schema of its kind. */
import * as v from 'valibot';
import { parseJson, screen } from './json-text.ts';
import { found, pathOf, problemAt, quote, type Problem, type Result } from './problem.ts';
import { mapFile } from './schema-map.ts';
import { KNOWN_KEYS } from './schema-parts.ts';
import { rulesFile } from './schema-rules.ts';
import { factsFile, siegeFile, variantFile } from './schema.ts';

/**
 * Gives the file at a path below the folder of scenarios: its text, or the value it holds, or null if there is
 * no such file.
 */
export type Files = (path: string) => unknown;

/** The schema of each kind of file. */
export const KINDS = { siege: siegeFile, facts: factsFile, variant: variantFile, rules: rulesFile, map: mapFile } as const;

export type Kind = keyof typeof KINDS;

/** A file that passed its schema. */
export type Document<Of extends Kind = Kind> = {
  readonly [Each in Of]: { readonly file: string; readonly kind: Each; readonly content: v.InferOutput<(typeof KINDS)[Each]> };
}[Of];

/** Reads the file at `path`, which must be of one of these kinds. */
export function readDocument<Of extends Kind>(path: string, kinds: readonly Of[], files: Files): Result<Document<Of>> {
  const given = files(path);
  if (given === null || given === undefined) return refuse(path, '', 'there is no such file', 'a file below the folder of scenarios');
  if (typeof given !== 'string') return checkDocument(path, given, kinds);
  const parsed = parseJson(path, given);
  return parsed.ok ? checkDocument(path, parsed.value, kinds) : parsed;
}

/** Checks a parsed value against the schema of its kind. */
export function checkDocument<Of extends Kind>(file: string, value: unknown, kinds: readonly Of[]): Result<Document<Of>> {
  const hostile = screen(file, value);
  if (hostile.length > 0) return { ok: false, problems: hostile };
  const kind = kindOf(value, kinds);
  if (kind === null) return refuse(file, 'kind', kindFound(value), `one of ${kinds.join(', ')}`);
  const checked = v.safeParse<v.GenericSchema>(KINDS[kind], value, { abortPipeEarly: true });
  if (!checked.success) return { ok: false, problems: problemsOf(file, checked.issues) };
  // The schema of this very kind has just passed; the compiler cannot follow the look-up by kind.
  return { ok: true, value: { file, kind, content: checked.output } as unknown as Document<Of> };
}

/** The issues of a schema as problems of a file, each key below `keys`. */
export function problemsOf(file: string, issues: readonly v.BaseIssue<unknown>[], keys: readonly (string | number)[] = []): Problem[] {
  return issues.flatMap((issue) => {
    const path = [...keys, ...(issue.path ?? []).map((item) => keyOf(item.key))];
    if (issue.type === 'strict_object' && issue.expected === 'never') return unknownKeys(file, path, issue);
    return [problemAt({ file, path: pathOf(path) }, found(issue.input), issue.message)];
  });
}

function unknownKeys(file: string, path: readonly (string | number)[], issue: v.BaseIssue<unknown>): Problem[] {
  const holder = issue.path?.at(-1)?.input;
  const known = issue.message.slice(KNOWN_KEYS.length).split(', ');
  const unknown = typeof holder === 'object' && holder !== null ? Object.keys(holder).filter((key) => !known.includes(key)) : [];
  const above = path.slice(0, -1);
  return unknown.map((key) => problemAt({ file, path: pathOf([...above, key]) }, `unknown key ${quote(key)}`, issue.message));
}

function keyOf(key: unknown): string | number {
  return typeof key === 'number' ? key : String(key);
}

function kindOf<Of extends Kind>(value: unknown, kinds: readonly Of[]): Of | null {
  const only = kinds.length === 1 ? kinds[0] : undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  if (!('kind' in value)) return only === 'map' ? only : null;
  return kinds.find((kind) => kind === value.kind) ?? null;
}

function kindFound(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return found(value);
  return found('kind' in value ? value.kind : undefined);
}

function refuse(file: string, path: string, message: string, expected: string): Result<never> {
  return { ok: false, problems: [problemAt({ file, path }, message, expected)] };
}
