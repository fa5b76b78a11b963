/** A variant laid over a siege: first its window of time and forces, then single values. */
import type { SideId } from '../engine/index.ts';
import { turnOfDay } from './calendar.ts';
import type { Document } from './document.ts';
import { below, oneOf, problemAt, quote, type Problem, type Where } from './problem.ts';
import type { FormationEntry, VariantFile } from './schema.ts';
import { applySetting, whereSet } from './settings.ts';
import type { Siege } from './siege.ts';

type Window = NonNullable<VariantFile['window']>;
type Forces = NonNullable<Window['garrison']>;

/** The siege as this variant changes it; what is wrong goes into `problems`. */
export function applyVariant(base: Siege, variant: Document<'variant'>, problems: Problem[]): Siege {
  const { id, title, briefing, victory, commanders, window, set } = variant.content;
  const where: Where = { file: variant.file, path: '' };
  let siege: Siege = {
    ...base,
    where,
    id,
    title: title ?? base.title,
    briefing: briefing ?? base.briefing,
    victory: victory ?? base.victory,
    commanders: commanders ?? base.commanders,
    files: [...base.files, variant],
  };
  if (window !== undefined) siege = cut(siege, window, below(where, 'window'), problems);
  for (const [path, value] of Object.entries(set ?? {})) {
    siege = applySetting(siege, path, value, whereSet(variant.file, path), problems);
  }
  return siege;
}

function cut(siege: Siege, window: Window, where: Where, problems: Problem[]): Siege {
  const theatre = window.theatre ?? siege.theatre;
  checkIds(theatre, siege.posts, below(where, 'theatre'), problems);
  let left: Siege = { ...siege, theatre };
  if (window.turns !== undefined) left = cutTime(left, window.turns);
  if (theatre.length > 0) left = { ...left, approaches: left.approaches.filter((one) => theatre.includes(one.post)) };
  if (window.garrison !== undefined) left = cutForces(left, 'garrison', window.garrison, below(where, 'garrison'), problems);
  if (window.besieger !== undefined) left = cutForces(left, 'besieger', window.besieger, below(where, 'besieger'), problems);
  if (window.aircraft !== undefined) left = cutAircraft(left, window.aircraft, below(where, 'aircraft'), problems);
  for (const part of window.without ?? []) left = { ...left, [part]: undefined };
  const used = left.batteries.map((battery) => battery.dump);
  return { ...left, dumps: left.dumps.filter((dump) => used.includes(dump.id) || typeof dump.camp === 'string' || left.supplyLine?.dump === dump.id) };
}

/** What comes, or is built, only after the last turn is no part of a shorter siege. */
function cutTime(siege: Siege, turns: number): Siege {
  const calendar = { ...siege.calendar, turns };
  const inTime = (day: number | undefined): boolean => turnOfDay(calendar, day) < turns;
  return {
    ...siege,
    calendar,
    posts: siege.posts.filter(({ standsFromDay }) => inTime(standsFromDay)),
    formations: siege.formations.filter(({ arrivesDay }) => inTime(arrivesDay)),
    units: siege.units.filter(({ arrivesDay }) => inTime(arrivesDay)),
    batteries: siege.batteries.filter(({ arrivesDay }) => inTime(arrivesDay)),
  };
}

/** Without aircraft that carry men, nobody waits at the bases. */
function cutAircraft(siege: Siege, ids: readonly string[], where: Where, problems: Problem[]): Siege {
  checkIds(ids, siege.aircraft, where, problems);
  const aircraft = siege.aircraft.filter((one) => ids.includes(one.id));
  if (aircraft.some(({ men }) => men > 0)) return { ...siege, aircraft };
  const jumpers = siege.units.filter(({ jumps }) => jumps === true);
  const units = siege.units.filter(({ jumps }) => jumps !== true);
  const gone = jumpers.map(({ formation }) => formation).filter((id) => !units.some(({ formation }) => formation === id));
  return { ...siege, aircraft, units, formations: siege.formations.filter(({ id }) => !gone.includes(id)) };
}

function cutForces(siege: Siege, side: SideId, forces: Forces, where: Where, problems: Problem[]): Siege {
  if (forces === 'all') return siege;
  const { formations, batteries } = forces;
  const own = <Entry extends { readonly side: SideId }>(entries: readonly Entry[]): Entry[] => entries.filter((one) => one.side === side);
  checkIds(formations, own(siege.formations), below(where, 'formations'), problems);
  if (batteries !== undefined) checkIds(batteries, own(siege.batteries), below(where, 'batteries'), problems);
  const kept = withSuperiors(siege.formations, formations);
  return {
    ...siege,
    formations: siege.formations.filter((one) => one.side !== side || kept.includes(one.id)),
    units: siege.units.filter((one) => one.side !== side || formations.includes(one.formation)),
    batteries: siege.batteries.filter(
      (one) => one.side !== side || (batteries === undefined ? formations.includes(one.formation) : batteries.includes(one.id)),
    ),
  };
}

/** These formations and everyone above them, so that the chain of command has no gap. */
function withSuperiors(all: readonly FormationEntry[], ids: readonly string[]): string[] {
  const kept: string[] = [];
  for (const id of ids) {
    let next: string | null | undefined = id;
    while (typeof next === 'string' && !kept.includes(next)) {
      kept.push(next);
      const above: string = next;
      next = all.find((one) => one.id === above)?.parent;
    }
  }
  return kept;
}

function checkIds(ids: readonly string[], entries: readonly { readonly id: string }[], where: Where, problems: Problem[]): void {
  ids.forEach((id, index) => {
    if (entries.some((entry) => entry.id === id)) return;
    problems.push(problemAt(below(where, index), `no such id ${quote(id)}`, oneOf(entries.map((entry) => entry.id))));
  });
}

