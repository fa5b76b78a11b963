/**
 * From the text of a file to a value, with the line and column of the first thing that is no JSON.
 *
 * Engines word their syntax errors differently and some give no place, so the place is found here. A text
 * that parses is then screened: keys that reach into prototypes, endless texts and endless nesting are
 * refused before anything looks at the contents.
 */
import { found, pathOf, problemAt, type Problem, type Result } from './problem.ts';

/** Longest text in a scenario file, in characters. */
export const LONGEST_TEXT = 4000;
/** Longest file, in characters. */
const LONGEST_FILE = 4_000_000;
/** Deepest nesting of lists and records. */
const DEEPEST = 40;
const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype'];

/** The value that this text holds. */
export function parseJson(file: string, text: string): Result<unknown> {
  if (text.length > LONGEST_FILE) return refuse(file, 'the file is too long', `at most ${String(LONGEST_FILE)} characters`);
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return { ok: true, value: JSON.parse(bare) as unknown };
  } catch {
    const { at, expected } = firstError(bare);
    const lines = bare.slice(0, at).split('\n');
    const place = `line ${String(lines.length)}, column ${String((lines.at(-1) ?? '').length + 1)}`;
    const there = at >= bare.length ? 'the text ends' : found(bare.charAt(at));
    return refuse(file, `no JSON at ${place}: ${there}`, expected);
  }
}

function refuse(file: string, message: string, expected: string): Result<never> {
  return { ok: false, problems: [problemAt({ file, path: '' }, message, expected)] };
}

/** Everything in a parsed value that no file may hold, whatever its kind. */
export function screen(file: string, value: unknown): Problem[] {
  const problems: Problem[] = [];
  walk(value, [], (keys, message, expected) => problems.push(problemAt({ file, path: pathOf(keys) }, message, expected)));
  return problems;
}

type Tell = (keys: readonly (string | number)[], message: string, expected: string) => void;

function walk(value: unknown, keys: readonly (string | number)[], tell: Tell): void {
  if (typeof value === 'string' && value.length > LONGEST_TEXT) {
    tell(keys, `a text of ${String(value.length)} characters`, `at most ${String(LONGEST_TEXT)} characters`);
  }
  if (typeof value !== 'object' || value === null) return;
  if (keys.length >= DEEPEST) return tell(keys, 'nested too deeply', `at most ${String(DEEPEST)} levels`);
  const isList = Array.isArray(value);
  for (const [key, inner] of Object.entries(value)) {
    const deeper = [...keys, isList ? Number(key) : key];
    if (!isList && FORBIDDEN_KEYS.includes(key)) tell(deeper, `the key "${key}" is not allowed`, 'another name');
    else walk(inner, deeper, tell);
  }
}

interface SyntaxFault {
  readonly at: number;
  readonly expected: string;
}

interface Reader {
  readonly text: string;
  at: number;
  fault: SyntaxFault | null;
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
// Control characters are what JSON forbids inside a text.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;

function firstError(text: string): SyntaxFault {
  const reader: Reader = { text, at: 0, fault: null };
  readValue(reader, 0);
  skip(reader);
  return reader.fault ?? { at: reader.at, expected: 'the end of the file' };
}

function readValue(reader: Reader, depth: number): void {
  skip(reader);
  const first = reader.text.charAt(reader.at);
  if (depth > 500) return fail(reader, 'less nesting');
  if (first === '{') return readMembers(reader, '}', depth);
  if (first === '[') return readMembers(reader, ']', depth);
  const plain = first === '"' ? STRING : /[-\d]/.test(first) ? NUMBER : WORD;
  if (!take(reader, plain)) fail(reader, first === '"' ? 'a text closed by a quotation mark' : 'a value');
}

function readMembers(reader: Reader, close: '}' | ']', depth: number): void {
  reader.at += 1;
  skip(reader);
  if (reader.text.charAt(reader.at) === close) return void (reader.at += 1);
  while (reader.fault === null) {
    if (close === '}') readKey(reader);
    if (reader.fault === null) readValue(reader, depth + 1);
    if (reader.fault !== null) return;
    skip(reader);
    const next = reader.text.charAt(reader.at);
    if (next !== close && next !== ',') return fail(reader, `a comma or ${close}`);
    reader.at += 1;
    if (next === close) return;
  }
}

function readKey(reader: Reader): void {
  skip(reader);
  if (!take(reader, STRING)) return fail(reader, 'a key in quotation marks');
  skip(reader);
  if (reader.text.charAt(reader.at) !== ':') return fail(reader, 'a colon');
  reader.at += 1;
}

function skip(reader: Reader): void {
  take(reader, SPACE);
}

function take(reader: Reader, pattern: RegExp): boolean {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.text);
  if (match === null) return false;
  reader.at += match[0].length;
  return true;
}

function fail(reader: Reader, expected: string): void {
  reader.fault ??= { at: reader.at, expected };
}
