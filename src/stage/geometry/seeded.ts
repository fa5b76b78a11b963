/** Even numbers for pictures: the same seed gives the same drawing. Nothing of the rules depends on it. */

/** A source of numbers from 0 up to 1. */
export type Scatter = () => number;

/** A scatter from a whole number. */
export function scatterOf(seed: number): Scatter {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from a text (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Sixteen hex digits that change when any part of a plain value does. */
export function fingerprint(value: unknown): string {
  const text = JSON.stringify(value);
  const half = (salt: string): string => (seedOf(salt + text) >>> 0).toString(16).padStart(8, '0');
  return half('a') + half('b');
}
