/**
 * Brings a played copy of a state back into the draft of the old one, touching only what differs.
 *
 * The rules run on a plain copy, five to ten times faster than on immer's proxies; immer then sees exactly the
 * assignments that changed something, so turns share every part that did not, and what it gives back is frozen.
 */

type Tree = Record<string, unknown>;

/** A copy of plain JSON: records, arrays and values. */
export function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return copyOfList(value) as T;
  if (typeof value !== 'object' || value === null) return value;
  // A spread keeps the fields of a record inside it; fields that are added one by one lie outside and are slower to reach.
  const copy: Tree = { ...(value as Tree) };
  for (const key of Object.keys(copy)) if (isBranch(copy[key])) copy[key] = copyOf<unknown>(copy[key]);
  return copy as T;
}

/** Row by row, so that the copy is packed: a list that is mapped or sliced keeps room for holes, which every look at it then checks for. */
function copyOfList(list: readonly unknown[]): unknown[] {
  const copy: unknown[] = [];
  for (let row = 0; row < list.length; row += 1) copy.push(copyOf(list[row]));
  return copy;
}

/** Makes `draft` equal to `played`; `before` is the plain state that the draft was opened on. */
export function settle(draft: object, before: object, played: object): void {
  for (const key of Object.keys(before)) if (!(key in played)) Reflect.deleteProperty(draft, key);
  for (const [key, now] of Object.entries(played)) {
    const then = (before as Tree)[key];
    if (isEqual(then, now)) continue;
    if (isBranch(then) && isBranch(now) && Array.isArray(then) === Array.isArray(now) && sameLength(then, now)) {
      settle((draft as Record<string, object>)[key] ?? {}, then, now);
    } else (draft as Tree)[key] = now;
  }
}

function sameLength(a: object, b: object): boolean {
  return !Array.isArray(a) || !Array.isArray(b) || a.length === b.length;
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** True for two equal trees of plain JSON. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isBranch(a) || !isBranch(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, index) => isEqual(one, b[index]));
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => key in b && isEqual((a as Tree)[key], (b as Tree)[key]));
}
