/** What a person can get wrong in a file, as a value: nothing in this folder throws for it. */

/** One mistake: in which file, where in it, what is there, and what should be. */
export interface Problem {
  readonly file: string;
  /** JSON path such as `posts[3].works`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
  readonly expected: string;
}

/** Either a value or everything that is wrong with it. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Where a thing stands: its file and the JSON path in it. */
export interface Where {
  readonly file: string;
  readonly path: string;
}

/** A problem at a place. */
export function problemAt(where: Where, message: string, expected: string): Problem {
  return { file: where.file, path: where.path, message, expected };
}

/** The same place, one or more keys deeper. */
export function below(where: Where, ...keys: readonly (string | number)[]): Where {
  return { file: where.file, path: keys.reduce<string>(extend, where.path) };
}

/** Keys as a JSON path: numbers in brackets, odd names in quotes, the rest with dots. */
export function pathOf(keys: readonly (string | number)[]): string {
  return keys.reduce<string>(extend, '');
}

function extend(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${String(key)}]`;
  if (!/^[\w$-]+$/.test(key)) return `${path}[${quote(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** What was found, in a few words that are safe to show. */
export function found(value: unknown): string {
  if (value === undefined) return 'nothing is there';
  if (typeof value === 'string') return `found ${quote(value)}`;
  if (Array.isArray(value)) return 'found a list';
  return `found ${typeof value === 'number' || typeof value === 'boolean' || value === null ? String(value) : 'a record'}`;
}

/** A text in quotes, cut short. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

/** "one of …" over the names that exist, cut short when there are many. */
export function oneOf(names: readonly string[]): string {
  const shown = names.slice(0, 12).join(', ');
  return `one of ${shown}${names.length > 12 ? `, … (${String(names.length)} in all)` : ''}`;
}
