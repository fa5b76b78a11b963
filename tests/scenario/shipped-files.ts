import type { Files } from '../../src/scenario/document.ts';
import type { Problem, Result } from '../../src/scenario/problem.ts';
import { filesBelow, textOf } from '../helpers/source.ts';

const shipped = new Map(
  filesBelow('scenarios')
    .filter((path) => path.endsWith('.json') && !path.endsWith('.schema.json'))
    .map((path) => [path.slice('scenarios/'.length), textOf(path)]),
);

/** The paths of all shipped files, below the folder of scenarios. */
export const SHIPPED = [...shipped.keys()];

/** A fresh copy of what a shipped file holds, to be spoilt. */
export function contentOf(path: string): Record<string, unknown> {
  return JSON.parse(shipped.get(path) ?? 'null') as Record<string, unknown>;
}

/** One change to the content of a file. */
export type Spoil = (content: Record<string, unknown>) => void;

/** Puts a value at a place such as `posts.3.works`. */
export function put(path: string, value: unknown): Spoil {
  return (content) => {
    const [holder, key] = placeOf(content, path);
    holder[key] = value;
  };
}

/** Takes away what stands at a place; of a list, the entry itself. */
export function drop(path: string): Spoil {
  return (content) => {
    const [holder, key] = placeOf(content, path);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  };
}

function placeOf(content: Record<string, unknown>, path: string): [Record<string, unknown>, string] {
  const keys = path.split('.');
  const key = keys.pop() ?? '';
  const holder = keys.reduce((inner, one) => inner[one] as Record<string, unknown>, content);
  return [holder, key];
}

/** The shipped files, some of them replaced by a value or a text. */
export function filesWith(replaced: Readonly<Record<string, unknown>> = {}): Files {
  return (path) => (Object.hasOwn(replaced, path) ? replaced[path] : (shipped.get(path) ?? null));
}

/** The shipped files with one of them spoilt. */
export function spoilt(path: string, spoil: Spoil): Files {
  const content = contentOf(path);
  spoil(content);
  return filesWith({ [path]: content });
}

/** The problems of a result, one line each. */
export function problemLines(result: Result<unknown>): string[] {
  return result.ok ? [] : result.problems.map(lineOf);
}

function lineOf({ file, path, message, expected }: Problem): string {
  return `${file} | ${path} | ${message} | ${expected}`;
}

/** The value of a result that must be good. */
export function good<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(problemLines(result).join('\n'));
  return result.value;
}
