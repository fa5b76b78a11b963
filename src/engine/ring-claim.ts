/** Whose a place of the ring is that no closed ground is near to, and what its camp counts of it. */
import type { Board } from './board.ts';
import { GATHERED_FROM, INSIDE_CAMP } from './ring-ground.ts';
import type { CampGround, RingPaper } from './ring-ground.ts';
import { GROUND_GARRISON, GROUND_NOBODY } from './state-siege.ts';

/** The stretch of open ground that a place is a part of; nought where it is none. */
export function stretchOf({ stretch, joined }: RingPaper, place: number): number {
  return joined[stretch[place] ?? 0] ?? 0;
}

/**
 * A hex near a linked post that the garrison walks to: inside the camp, and usable where bundles can be found on it.
 * Counts it once more for its camp, or, by -1, once less.
 */
export function claim({ ring, camps: { ofPost }, east, north }: Board, walks: readonly number[], camps: readonly CampGround[], place: number, by: number): number {
  const entry = ring.paper.linked.entry[place] ?? 0;
  const row = ofPost[ring.near.post[entry] ?? 0] ?? 0;
  if (stretchOf(ring.paper, place) !== walks[row]) return GROUND_NOBODY;
  const worth = ring.worth[entry] ?? 0;
  const camp = camps[row];
  if (camp === undefined || worth === 0) return GROUND_NOBODY;
  if ((worth & INSIDE_CAMP) !== 0) camp.areaHexes += by;
  if ((worth & GATHERED_FROM) === 0) return GROUND_NOBODY;
  const hex = ring.near.hexes[place] ?? 0;
  camp.zoneHexes += by;
  camp.eastSum += by * (east[hex] ?? 0);
  camp.northSum += by * (north[hex] ?? 0);
  return GROUND_GARRISON;
}
