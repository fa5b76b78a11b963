/**
 * A hash of a state that is the same on every machine.
 *
 * It walks the value itself (keys in code-unit order), so neither key order nor immer's proxies change it, and
 * it refuses what would not survive a trip through JSON: fractions, `undefined`, class instances, functions.
 */

interface Sum {
  a: number;
  b: number;
}

/** Sixteen hexadecimal digits over a JSON-like value of integers, strings, booleans, nulls, arrays and records. */
export function hashState(value: unknown): string {
  const sum: Sum = { a: 0x811c9dc5, b: 0x1b873593 };
  add(sum, value, '$');
  return hex(mix(sum.a ^ sum.b)) + hex(mix(Math.imul(sum.b, 0x9e3779b1) ^ sum.a));
}

function add(sum: Sum, value: unknown, path: string): void {
  if (typeof value === 'number') return addNumber(sum, value, path);
  if (typeof value === 'string') return addText(sum, value);
  if (value === null) return step(sum, 0x6e);
  if (value === true) return step(sum, 0x74);
  if (value === false) return step(sum, 0x66);
  if (Array.isArray(value)) return addList(sum, value, path);
  if (isRecord(value)) return addRecord(sum, value, path);
  throw new Error(`state at ${path}: ${typeof value} cannot be hashed`);
}

function addNumber(sum: Sum, value: number, path: string): void {
  if (!Number.isSafeInteger(value)) throw new Error(`state at ${path}: ${value} is no whole number`);
  step(sum, 0x23);
  step(sum, value | 0);
  step(sum, Math.floor(value / 0x100000000) | 0);
}

function addText(sum: Sum, value: string): void {
  step(sum, 0x22);
  for (let index = 0; index < value.length; index += 1) step(sum, value.charCodeAt(index));
  step(sum, value.length);
}

function addList(sum: Sum, value: readonly unknown[], path: string): void {
  step(sum, 0x5b);
  for (let index = 0; index < value.length; index += 1) add(sum, value[index], `${path}[${index}]`);
  step(sum, value.length);
}

function addRecord(sum: Sum, value: Readonly<Record<string, unknown>>, path: string): void {
  step(sum, 0x7b);
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  for (const key of keys) {
    addText(sum, key);
    add(sum, value[key], `${path}.${key}`);
  }
  step(sum, 0x7d);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const parent: unknown = Object.getPrototypeOf(value);
  return parent === Object.prototype || parent === null;
}

function step(sum: Sum, value: number): void {
  sum.a = Math.imul(sum.a ^ value, 0x01000193);
  sum.b = (Math.imul(((sum.b << 13) | (sum.b >>> 19)) ^ value, 0xcc9e2d51) + 0x52dce729) | 0;
}

function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
