/** What flies in a pulse: aircraft on their run-in, canopies on their way down, flak around them. */
import type { SideView, SiegeEvent } from '../../engine/index.ts';
import type { LoadGround, Marks } from '../facts/marks.ts';
import { distance, mixed, pointAt, type XY } from '../geometry/lines.ts';
import type { Scatter } from '../geometry/seeded.ts';

/** An aircraft that crosses the valley. */
export interface Flight {
  readonly from: XY;
  readonly to: XY;
  /** Seconds of the pulse do not matter, only its share: when it comes in, 0-1. */
  readonly start: number;
  readonly kind: 'transport' | 'combat';
  /** Shot down on the way. */
  readonly lost: boolean;
}

/** A canopy that comes down. */
export interface Canopy {
  readonly at: XY;
  /** When it leaves its aircraft, 0-1 of the pulse. */
  readonly start: number;
  /** How far its shadow lies off at first, in hundreds of metres of height. */
  readonly height: number;
  /** Its chute has failed. */
  readonly smashed: boolean;
}

/** A burst of flak in the air. */
export interface Puff {
  readonly at: XY;
  readonly start: number;
}

/** A load that somebody brought in at the end of the turn. */
export interface Gathered {
  readonly place: XY;
  readonly ground: LoadGround;
}

/** Everything in the air in one pulse. */
export interface Sky {
  readonly flights: readonly Flight[];
  readonly canopies: readonly Canopy[];
  readonly puffs: readonly Puff[];
}

export const EMPTY_SKY: Sky = { flights: [], canopies: [], puffs: [] };

/** More than these in one pulse would hide the map. */
const [MOST_FLIGHTS, MOST_CANOPIES, MOST_PUFFS] = [8, 300, 40];
/** Metres flown before and after the drop. */
const RUN = 3200;
/** A canopy stands for so many men, and no more canopies than these for one jump. */
const [MEN_A_CANOPY, MOST_MEN] = [8, 60];

/** The sky of a pulse, from its events. */
export function skyOf(events: readonly SiegeEvent[], marks: Marks, view: SideView, scatter: Scatter): Sky {
  const runs = events.flatMap((event): Run[] => runOf(event, marks, view, scatter));
  if (runs.length === 0) return EMPTY_SKY;
  const lost = events.filter((event) => event.type === 'aircraft-hit' && event.fate === 'lost').length;
  const flown = thinned(runs, MOST_FLIGHTS);
  const flights = flown.map((run, i): Flight => ({ ...lineOf(run), start: (i / Math.max(1, flown.length)) * 0.4, kind: run.kind, lost: i >= flown.length - lost }));
  const canopies = runs.flatMap((run, i) => run.drops.map((drop, nth): Canopy => ({
    at: drop, start: Math.min(0.55, 0.18 + (i / runs.length) * 0.3 + nth * 0.004), height: run.height / 100, smashed: run.smashed[nth] === 1,
  })));
  const isFired = events.some((event) => event.type === 'flak-fired') || events.some((event) => event.type === 'aircraft-hit');
  return { flights, canopies: thinned(canopies, MOST_CANOPIES), puffs: isFired ? puffsOn(flights, scatter) : [] };
}

interface Run {
  readonly kind: Flight['kind'];
  /** Where it drops, in order; where it only flies, the middle of its way. */
  readonly over: readonly XY[];
  readonly drops: readonly XY[];
  readonly smashed: readonly number[];
  readonly height: number;
}

type Of<Type extends SiegeEvent['type']> = Extract<SiegeEvent, { type: Type }>;

function runOf(event: SiegeEvent, marks: Marks, view: SideView, scatter: Scatter): Run[] {
  if (event.type === 'loads-dropped') return dropRun(event);
  if (event.type === 'men-jumped') return jumpRun(event, marks, scatter);
  if (event.type === 'aircraft-landed') return landRun(event, marks);
  return event.type === 'strike-flown' ? strikeRun(event, marks, view, scatter) : [];
}

function dropRun(event: Of<'loads-dropped'>): Run[] {
  const drops = event.east.map((east, i): XY => [east, event.north[i] ?? 0]);
  return drops.length === 0 ? [] : [{ kind: 'transport', over: drops, drops, smashed: event.smashed, height: event.height }];
}

/** Men come down about the middle of the drop zone: where each of them fell is not told. */
function jumpRun(event: Of<'men-jumped'>, { zone }: Marks, scatter: Scatter): Run[] {
  const middle = zone.camps.find(({ camp }) => camp === event.camp)?.middle;
  if (middle === undefined) return [];
  const count = Math.min(MOST_MEN, Math.ceil(event.men / MEN_A_CANOPY));
  const drops = Array.from({ length: count }, (): XY => [middle[0] + (scatter() - 0.5) * 700, middle[1] + (scatter() - 0.5) * 1300]);
  return [{ kind: 'transport', over: [[middle[0], middle[1] - 400], [middle[0], middle[1] + 400]], drops, smashed: [], height: 200 }];
}

function landRun(event: Of<'aircraft-landed'>, { strips }: Marks): Run[] {
  const strip = strips.find(({ id }) => id === event.strip);
  return strip === undefined ? [] : [{ kind: 'transport', over: strip.line, drops: [], smashed: [], height: 0 }];
}

function strikeRun(event: Of<'strike-flown'>, marks: Marks, view: SideView, scatter: Scatter): Run[] {
  const place = strikePlace(event, marks, view, scatter);
  if (place === null) return [];
  return [{ kind: 'combat', over: [place, [place[0] + 300, place[1] + (scatter() - 0.5) * 600]], drops: [], smashed: [], height: 0 }];
}

/** Where combat aircraft dive; on flak and roads, at the edge of the camp. */
function strikePlace({ target, id }: Of<'strike-flown'>, { trenches, fixes, guns, zone }: Marks, view: SideView, scatter: Scatter): XY | null {
  const trench = trenches.find((one) => one.id === id);
  if (trench !== undefined) return pointAt(trench.line, Math.round((trench.line.length - 1) * trench.dug));
  const gun = fixes.find((one) => one.id === id) ?? guns.find((one) => one.id === id);
  if (gun !== undefined) return gun.place;
  const middle = zone.camps[0]?.middle;
  if (middle === undefined || target === 'road' || view.posts.length === 0) return null;
  return [middle[0] + (scatter() - 0.5) * 5000, middle[1] + (scatter() - 0.5) * 5000];
}

function lineOf({ over }: Run): { readonly from: XY; readonly to: XY } {
  const [first, last] = [pointAt(over, 0), pointAt(over, over.length - 1)];
  const length = distance(first, last);
  // A single bundle tells no heading: run-ins come up the valley from the south.
  const [ux, uy]: XY = length < 30 ? [0, 1] : [(last[0] - first[0]) / length, (last[1] - first[1]) / length];
  const middle = mixed(first, last, 0.5);
  return { from: [middle[0] - ux * RUN, middle[1] - uy * RUN], to: [middle[0] + ux * RUN, middle[1] + uy * RUN] };
}

function puffsOn(flights: readonly Flight[], scatter: Scatter): Puff[] {
  const each = Math.max(1, Math.floor(MOST_PUFFS / Math.max(1, flights.length)));
  return flights.flatMap(({ from, to, start }) => Array.from({ length: Math.min(each, 9) }, (): Puff => {
    const share = 0.22 + scatter() * 0.5;
    const place = mixed(from, to, share);
    return { at: [place[0] + (scatter() - 0.5) * 420, place[1] + (scatter() - 0.5) * 420], start: start + share * 0.6 };
  }));
}

/** At most so many of a list, spread over all of it. */
function thinned<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return items.slice();
  return Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)]).filter((one) => one !== undefined);
}
