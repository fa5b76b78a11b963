/**
 * The things of a view by their id. A side has few of each, and a list read from its head costs less than an index
 * that most turns never ask; each kind is read by its own loop, which then meets things of one shape only.
 */
import type { ApproachView, AssaultView, BatteryView, CampView, FixView, FormationView, PostView, SideView, UnitView } from './view.ts';

/** The post of that id; null where there is none. */
export function postOf({ posts }: SideView, id: string): PostView | null {
  for (const post of posts) if (post.id === id) return post;
  return null;
}

/** The unit of that id; null where the side has none. */
export function unitOf({ units }: SideView, id: string): UnitView | null {
  for (const unit of units) if (unit.id === id) return unit;
  return null;
}

/** The battery of that id; null where the side has none. */
export function batteryOf({ batteries }: SideView, id: string): BatteryView | null {
  for (const battery of batteries) if (battery.id === id) return battery;
  return null;
}

/** The formation of that id; null where the side has none. */
export function formationOf({ formations }: SideView, id: string): FormationView | null {
  for (const formation of formations) if (formation.id === id) return formation;
  return null;
}

/** The trench of that id; null where the side knows none. */
export function approachOf({ approaches }: SideView, id: string): ApproachView | null {
  for (const approach of approaches) if (approach.id === id) return approach;
  return null;
}

/** The fix of that id; null where there is none. */
export function fixOf({ fixes }: SideView, id: string): FixView | null {
  for (const fix of fixes) if (fix.id === id) return fix;
  return null;
}

/** The camp of that id; null where there is none. */
export function campOf({ camps }: SideView, id: string): CampView | null {
  for (const camp of camps) if (camp.id === id) return camp;
  return null;
}

/** Rounds of a weapon, by its row, in the dump of that id. */
export function roundsIn({ dumps }: SideView, id: string, weapon: number): number {
  for (const dump of dumps) if (dump.id === id) return dump.rounds[weapon] ?? 0;
  return 0;
}

/** The trench towards a post, its sap before its ring: it is from the sap that men jump off. */
export function trenchTo({ approaches }: SideView, post: string): ApproachView | null {
  let best: ApproachView | null = null;
  for (const approach of approaches) if (approach.post === post && (best === null || approach.kind === 'sap')) best = approach;
  return best;
}

/** The assault on a post that goes on, of two the later; null where none does. */
export function assaultOn({ assaults }: SideView, post: string): AssaultView | null {
  let latest: AssaultView | null = null;
  for (const assault of assaults) if (assault.post === post && assault.ended === 'no') latest = assault;
  return latest;
}
