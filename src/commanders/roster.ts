/** Commanders by side and name. */
import type { SideId } from '../engine/index.ts';
import type { Commander } from './commander.ts';
import { historical } from './historical.ts';
import { steady } from './steady.ts';

const ROSTER: Readonly<Record<SideId, Readonly<Record<string, Commander>>>> = {
  garrison: { historical },
  besieger: { steady },
};

/** The commander of a side by name; null where there is none of that name. */
export function commanderFor(side: SideId, name: string): Commander | null {
  return Object.hasOwn(ROSTER[side], name) ? (ROSTER[side][name] ?? null) : null;
}

/** Names of a side's commanders. */
export function commandersOf(side: SideId): string[] {
  return Object.keys(ROSTER[side]);
}
