/**
 * One value replaced by its path: `posts.eliane-2.works`, `rules.morale.loss`, `dumps.front.rounds.t105`.
 *
 * Entries of lists are named by their id. The same paths serve the `set` of a variant, `--set` of the command
 * line and the experiments of the lab. A tunable takes a number between its bounds; a curve takes a factor in
 * permille on all its values, or points with the same x whose values stay within the bounds.
 */
import * as v from 'valibot';
import { problemsOf } from './document.ts';
import { below, found, oneOf, problemAt, quote, type Problem, type Where } from './problem.ts';
import type { RuleGroups, RuleRow, RuleRows } from './schema-rules.ts';
import { LISTS, SECTIONS } from './schema.ts';
import { LIST_NAMES, type ListName, type Siege } from './siege.ts';

type Section = keyof typeof SECTIONS;
type Entry = { readonly id: string };

/** The siege with one value replaced; what is wrong goes into `problems` and the siege stays as it was. */
export function applySetting(siege: Siege, path: string, value: unknown, where: Where, problems: Problem[]): Siege {
  const [root = '', ...keys] = path.split('.');
  const at: At = { where, keys, problems };
  if (root === 'rules') return { ...siege, rules: setRule(siege.rules, value, at) };
  if (isList(root)) return setInList(siege, root, value, at);
  if (isSection(root)) return setInSection(siege, root, value, at);
  return refuse(siege, at, `no such part ${quote(root)}`, oneOf(['rules', ...LIST_NAMES, ...Object.keys(SECTIONS)]));
}

interface At {
  readonly where: Where;
  /** Keys after the first. */
  readonly keys: readonly string[];
  readonly problems: Problem[];
}

function refuse<Kept>(kept: Kept, at: At, message: string, expected: string): Kept {
  at.problems.push(problemAt(at.where, message, expected));
  return kept;
}

function isList(name: string): name is ListName {
  return Object.hasOwn(LISTS, name);
}

function isSection(name: string): name is Section {
  return Object.hasOwn(SECTIONS, name);
}

function setInList(siege: Siege, name: ListName, value: unknown, at: At): Siege {
  const entries: readonly Entry[] = siege[name];
  const [id = '', ...keys] = at.keys;
  const index = entries.findIndex((entry) => entry.id === id);
  const entry = entries[index];
  if (entry === undefined) return refuse(siege, at, `no ${quote(id)} among ${name}`, oneOf(entries.map((one) => one.id)));
  const changed = setAndCheck(entry, LISTS[name], keys, value, at);
  if (changed === entry) return siege;
  // What this breaks elsewhere is the fault of the setting, not of the file that first held the entry.
  siege.places.set(changed, at.where);
  return { ...siege, [name]: entries.with(index, changed) };
}

function setInSection(siege: Siege, name: Section, value: unknown, at: At): Siege {
  const section = siege[name];
  if (section === undefined) return refuse(siege, at, `this siege has no ${quote(name)}`, 'a part that the siege holds');
  return { ...siege, [name]: setAndCheck<object>(section, SECTIONS[name], at.keys, value, at) };
}

function setAndCheck<Part extends object>(part: Part, schema: v.GenericSchema, keys: readonly string[], value: unknown, at: At): Part {
  if (keys.length === 0) return refuse(part, at, 'names a whole record', 'the path of one value in it');
  if (keys.at(-1) === 'id') return refuse(part, at, 'an id cannot be changed', 'the path of another value');
  const replaced = replace(part, keys, value, at);
  if (replaced === part) return part;
  const checked = v.safeParse(schema, replaced, { abortPipeEarly: true });
  if (checked.success) return checked.output as Part;
  at.problems.push(...problemsOf(at.where.file, checked.issues).map((problem) => ({ ...problem, path: at.where.path })));
  return part;
}

/** A copy with one value replaced; only values that are there, and no records, can be. */
function replace<Part extends object>(part: Part, keys: readonly string[], value: unknown, at: At): Part {
  const [key = '', ...rest] = keys;
  if (Array.isArray(part) || !Object.hasOwn(part, key)) {
    const there = Array.isArray(part) ? [] : Object.keys(part);
    return refuse(part, at, `no such value ${quote(key)}`, there.length === 0 ? 'the path of the whole list' : oneOf(there));
  }
  const inner = (part as Record<string, unknown>)[key];
  if (rest.length === 0) return { ...part, [key]: value };
  if (typeof inner !== 'object' || inner === null) return refuse(part, at, `${quote(key)} holds nothing further`, 'a path that ends there');
  const changed = replace(inner, rest, value, at);
  return changed === inner ? part : { ...part, [key]: changed };
}

function setRule(rules: RuleRows, value: unknown, at: At): RuleRows {
  const isWeapon = at.keys[0] === 'weapons';
  const groups = isWeapon ? rules.weapons : rules.groups;
  const [group = '', name = '', ...rest] = isWeapon ? at.keys.slice(1) : at.keys;
  const rows = Object.hasOwn(groups, group) ? groups[group] : undefined;
  if (rows === undefined) return refuse(rules, at, `no such group of rules ${quote(group)}`, oneOf([...Object.keys(groups), ...(isWeapon ? [] : ['weapons'])]));
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
  if (row === undefined || rest.length > 0) return refuse(rules, at, `no such tunable ${quote([name, ...rest].join('.'))}`, oneOf(Object.keys(rows)));
  const next = typeof row.value === 'number' ? numberFor(row, value) : curveFor(row, value);
  if (next === null) return refuse(rules, at, found(value), expectationOf(row));
  const changed: RuleGroups = { ...groups, [group]: { ...rows, [name]: { ...row, value: next } } };
  return isWeapon ? { ...rules, weapons: changed } : { ...rules, groups: changed };
}

function expectationOf(row: RuleRow): string {
  const bounds = `from ${String(row.min)} to ${String(row.max)}`;
  if (typeof row.value === 'number') return `a whole number ${bounds} (${row.unit})`;
  return `a factor ${bounds} permille, or points with the same x within these factors (${row.unit})`;
}

function numberFor(row: RuleRow, value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= row.min && value <= row.max ? value : null;
}

function curveFor(row: RuleRow, value: unknown): RuleRow['value'] | null {
  if (typeof row.value === 'number') return null;
  if (typeof value === 'number') return numberFor(row, value) === null ? null : scaled(row.value, value);
  if (!Array.isArray(value) || value.length !== row.value.length) return null;
  const points: readonly unknown[] = value;
  return row.value.every((point, index) => isWithin(points[index], point, row)) ? (points as RuleRow['value']) : null;
}

function scaled(points: readonly (readonly [number, number])[], factor: number): readonly (readonly [number, number])[] {
  return points.map(([x, y]) => [x, Math.floor((y * factor) / 1000)] as const);
}

function isWithin(given: unknown, [x, y]: readonly [number, number], row: RuleRow): boolean {
  if (!Array.isArray(given) || given.length !== 2) return false;
  const [ofX, ofY] = given as readonly unknown[];
  if (ofX !== x || typeof ofY !== 'number' || !Number.isSafeInteger(ofY)) return false;
  const ends = [Math.floor((y * row.min) / 1000), Math.ceil((y * row.max) / 1000)];
  return ofY >= Math.min(...ends) && ofY <= Math.max(...ends);
}

/** Reads `path=value` as it is typed on a command line; the value is JSON, or else plain text. */
export function readSetting(typed: string): { readonly path: string; readonly value: unknown } | Problem {
  const cut = typed.indexOf('=');
  const where: Where = { file: '--set', path: cut < 0 ? typed : typed.slice(0, cut) };
  if (cut <= 0) return problemAt(where, `found ${quote(typed)}`, 'path=value');
  const text = typed.slice(cut + 1);
  try {
    return { path: where.path, value: JSON.parse(text) as unknown };
  } catch {
    return { path: where.path, value: text };
  }
}

/** The place of a value that a variant sets. */
export function whereSet(file: string, path: string): Where {
  return below({ file, path: 'set' }, path);
}
