/** How firm a side stands, from its view: cohesion by post for the garrison, will by regiment for the besieger. */
import type { SideView, SiegeEvent } from '../engine/index.ts';

/** Less than half a point of a hundred is not worth a row. */
const WORTH_A_ROW = 5;

/** Will of a regiment under which it counts as low. */
export const LOW_WILL = 500;

/** A row of the cohesion or will card. */
export interface Firmness {
  readonly id: string;
  readonly men: number;
  /** 0-1000 */
  readonly value: number;
}

/** One cause with the points it moved, all units together, in thousandths of a unit. */
export interface CauseSum {
  readonly cause: string;
  readonly points: number;
}

/** The posts of this fight that still hold men of ours, with the mean cohesion of those men. */
export function cohesionByPost(view: SideView): readonly Firmness[] {
  const posts = view.posts.filter((post) => post.inTheatre);
  return posts.flatMap((post) => {
    const units = view.units.filter((unit) => unit.post === post.id && unit.men > 0);
    const men = units.reduce((sum, unit) => sum + unit.men, 0);
    if (men === 0) return [];
    return [{ id: post.id, men, value: Math.round(units.reduce((sum, unit) => sum + unit.men * unit.cohesion, 0) / men) }];
  });
}

/** The regiments under this command, with their will. */
export function willByRegiment(view: SideView): readonly Firmness[] {
  return view.formations.filter((formation) => formation.kind === 'regiment').map((formation) => ({
    id: formation.id,
    value: formation.will,
    men: view.units.filter((unit) => unit.formation === formation.id).reduce((sum, unit) => sum + unit.men, 0),
  }));
}

/** Why cohesion moved in a turn: the mean over the units that moved, by cause, the greatest first. */
export function cohesionCauses(events: readonly SiegeEvent[], side: SideView['side'], turn: number): readonly CauseSum[] {
  const moved = events.filter((event) => event.type === 'cohesion-changed').filter((event) => event.side === side && event.turn === turn);
  const units = new Set(moved.map((event) => event.unit)).size;
  const sums = new Map<string, number>();
  for (const event of moved) for (const { cause, points } of event.causes) sums.set(cause, (sums.get(cause) ?? 0) + points);
  return sorted([...sums].map(([cause, points]) => ({ cause, points: Math.round(points / Math.max(1, units)) })));
}

/** Why the will of the regiments moved in a turn: the mean over those that moved, by cause. */
export function willCauses(events: readonly SiegeEvent[], turn: number): readonly CauseSum[] {
  const sums = new Map<string, number>();
  const moved = new Set<string>();
  for (const event of events) {
    if (event.type !== 'will-changed' || event.turn !== turn) continue;
    moved.add(event.formation);
    sums.set(event.cause, (sums.get(event.cause) ?? 0) + event.by);
  }
  return sorted([...sums].map(([cause, points]) => ({ cause, points: Math.round(points / Math.max(1, moved.size)) })));
}

function sorted(sums: readonly CauseSum[]): readonly CauseSum[] {
  return sums.filter((one) => Math.abs(one.points) > WORTH_A_ROW).sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
}
