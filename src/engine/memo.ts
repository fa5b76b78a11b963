/**
 * What was found last, kept beside the board: looked at first, held against what is asked for, and looked up anew where
 * it does not fit. Nothing in it can be wrong, so all games of a board share it, and none of it says what is hidden.
 */
import { OFF_MAP } from './board.ts';
import type { Board } from './board.ts';
import type { ApproachSighting } from './known.ts';

/** Rows as they were found last. */
export interface Memo {
  /** By row of the approach: where it stood among those that the garrison has seen. */
  readonly sightings: number[];
  /** By hex: where among the observers and trench heads of a side stood the one that saw it, and in which hex. */
  readonly eyes: Uint16Array;
  readonly eyeHexes: Uint16Array;
}

/** A memo with nothing in it. */
export function blankMemo(hexes: number): Memo {
  return { sightings: [], eyes: new Uint16Array(hexes), eyeHexes: new Uint16Array(hexes).fill(OFF_MAP) };
}

/** The sighting of an approach, by its row and id; null where it was not seen. */
export function sightingOf({ memo }: Board, seen: readonly ApproachSighting[], row: number, id: string): ApproachSighting | null {
  const last = seen[memo.sightings[row] ?? 0];
  if (last?.approach === id) return last;
  while (memo.sightings.length < row) memo.sightings.push(0);
  for (let index = 0; index < seen.length; index += 1) {
    const sighting = seen[index];
    if (sighting?.approach !== id) continue;
    memo.sightings[row] = index;
    return sighting;
  }
  return null;
}
