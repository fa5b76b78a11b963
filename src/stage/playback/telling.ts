/** The events of a turn as beats, one a pulse: what flies, what bursts, what moves, and the marks after it. */
import type { SideView, SideId, SiegeEvent } from '../../engine/index.ts';
import { distance, mixed, pointAt, type XY } from '../geometry/lines.ts';
import { scatterOf, type Scatter } from '../geometry/seeded.ts';
import type { Marks } from '../facts/marks.ts';
import { EMPTY_SKY, skyOf, type Gathered, type Sky } from './flights.ts';
import { retold } from './retold.ts';

/** Fire of one battery on one target. */
export interface Shot {
  readonly nation: SideId;
  readonly from: XY;
  readonly to: XY;
  readonly rounds: number;
}

/** Shells that burst at a place. */
export interface Burst {
  readonly at: XY;
  /** 1 is a 105 mm shell. */
  readonly size: number;
}

/** Men who go from one place to another. */
export interface Move {
  readonly id: string;
  readonly from: XY;
  readonly to: XY;
}

/** What is seen in one pulse. */
export interface Beat {
  readonly turn: number;
  readonly pulse: number;
  readonly shots: readonly Shot[];
  readonly bursts: readonly Burst[];
  readonly moves: readonly Move[];
  /** Places lit by flares. */
  readonly flares: readonly XY[];
  /** Attacks that begin now, by the id of their mark. */
  readonly begun: readonly string[];
  /** Posts that are shelled, stormed or change hands: where the eye should be. */
  readonly scenes: readonly XY[];
  readonly sky: Sky;
  /** Loads that were brought in; told in the last pulse of the turn. */
  readonly gathered: readonly Gathered[];
  /** The picture at the end of the pulse. */
  readonly after: Marks;
}

/** No more bursts than these in one pulse and place: they would hide it. */
const MOST_BURSTS = 5;
const ROUNDS_A_BURST = 40;

/** Beats from the picture before the turn on; pulses in which nothing is seen are left out. */
export function tellingOf(before: Marks, events: readonly SiegeEvent[], view: SideView): Beat[] {
  const beats: Beat[] = [];
  let marks = before;
  for (const pulse of pulsesOf(events)) {
    const beat = beatOf(marks, pulse, view);
    marks = beat.after;
    if (isSeen(beat) || beat.after !== beat.before) beats.push(beat);
  }
  return beats;
}

function pulsesOf(events: readonly SiegeEvent[]): SiegeEvent[][] {
  const pulses = new Map<number, SiegeEvent[]>();
  for (const event of events) {
    const clock = event.turn * 100 + event.pulse;
    pulses.set(clock, [...(pulses.get(clock) ?? []), event]);
  }
  return [...pulses].sort(([a], [b]) => a - b).map(([, together]) => together);
}

function isSeen({ shots, bursts, moves, flares, begun, sky, gathered }: Beat): boolean {
  return shots.length + bursts.length + moves.length + flares.length + begun.length + gathered.length > 0 || sky !== EMPTY_SKY;
}

function beatOf(before: Marks, events: readonly SiegeEvent[], view: SideView): Beat & { readonly before: Marks } {
  const first = events[0];
  if (first === undefined) throw new Error('a pulse of no events');
  const scatter = scatterOf(first.turn * 12 + first.pulse + 1);
  const after = events.reduce((marks, event) => retold(marks, event, view), before);
  return {
    turn: first.turn,
    pulse: first.pulse,
    before,
    after,
    shots: events.flatMap((event) => shotsOf(event, before, view)),
    bursts: burstsOf(events, before, scatter),
    moves: events.flatMap((event) => movesOf(event, before, after)),
    flares: isNightTurn(view, first.turn) ? litPosts(before, after) : [],
    begun: events.flatMap((event) => (event.type === 'assault-began' ? [`${event.side}-${event.post}`] : [])),
    scenes: scenesOf(events, before),
    sky: skyOf(events, before, view, scatter),
    gathered: events.some(({ type }) => type === 'loads-gathered') ? gatheredIn(after, view) : [],
  };
}

/** Loads that lay out in the picture and no longer do in the view. */
function gatheredIn({ loads }: Marks, view: SideView): Gathered[] {
  const left = new Set(view.loads.map(({ hex }) => hex));
  return loads.filter(({ hex, ground }) => !left.has(hex) && ground !== 'between').map(({ place, ground }) => ({ place, ground }));
}

/** True where a turn of the calendar is a night. */
export function isNightTurn({ facts }: SideView, turn: number): boolean {
  return (turn + (facts.calendar.firstPhase === 'night' ? 1 : 0)) % 2 === 1;
}

function shotsOf(event: SiegeEvent, marks: Marks, view: SideView): Shot[] {
  if (event.type !== 'battery-fired') return [];
  const gun = marks.guns.find(({ id }) => id === event.battery);
  const target = targetOf(event, marks, view);
  // A gun of the other side has no arc: it is not known where it stands.
  return gun === undefined || target === null ? [] : [{ nation: event.side, from: gun.place, to: target, rounds: event.rounds }];
}

function targetOf({ at, side }: Extract<SiegeEvent, { type: 'battery-fired' }>, marks: Marks, view: SideView): XY | null {
  switch (at.kind) {
    case 'post': return marks.posts.find(({ id }) => id === at.id)?.place ?? null;
    case 'approach': return headOf(marks, at.id);
    case 'battery': return marks.fixes.find(({ id }) => id === at.id)?.place ?? marks.guns.find(({ id }) => id === at.id)?.place ?? null;
    case 'strip': return marks.strips.find(({ id }) => id === at.id)?.middle ?? null;
    case 'zone': return marks.zone.camps.find(({ camp }) => camp === at.id)?.middle ?? null;
    case 'wire': {
      const post = marks.posts.find(({ id }) => id === at.id);
      if (post === undefined) return null;
      const length = distance(post.place, post.attackedFrom) || 1;
      return side === view.side || view.side === 'garrison' ? mixed(post.place, post.attackedFrom, Math.min(1, 170 / length)) : post.place;
    }
  }
}

function headOf({ trenches }: Marks, id: string): XY | null {
  const trench = trenches.find((one) => one.id === id);
  return trench === undefined ? null : pointAt(trench.line, Math.round((trench.line.length - 1) * trench.dug));
}

function burstsOf(events: readonly SiegeEvent[], marks: Marks, scatter: Scatter): Burst[] {
  return events.flatMap((event) => {
    if (event.type === 'post-shelled') return scattered(placeOfPost(marks, event.post), event.rounds, 85, scatter);
    if (event.type === 'battery-hit') return scattered(marks.guns.find(({ id }) => id === event.battery)?.place, ROUNDS_A_BURST * 2, 40, scatter);
    if (event.type !== 'command-post-hit') return [];
    const at = placeOfPost(marks, event.post);
    return at === undefined ? [] : [{ at, size: 2.1 }];
  });
}

function placeOfPost({ posts }: Marks, id: string): XY | undefined {
  return posts.find((post) => post.id === id)?.place;
}

function scattered(place: XY | undefined, rounds: number, reach: number, scatter: Scatter): Burst[] {
  if (place === undefined || rounds <= 0) return [];
  const count = Math.min(MOST_BURSTS, Math.ceil(rounds / ROUNDS_A_BURST));
  const aside = (): number => (scatter() + scatter() - 1) * reach;
  return Array.from({ length: count }, () => ({ at: [place[0] + aside(), place[1] + aside()], size: 0.8 + scatter() * 0.5 }));
}

function movesOf(event: SiegeEvent, before: Marks, after: Marks): Move[] {
  if (event.type !== 'unit-moved') return [];
  const from = before.counters.find(({ ids }) => ids.includes(event.unit))?.place;
  const to = after.counters.find(({ ids }) => ids.includes(event.unit))?.place;
  return from === undefined || to === undefined || distance(from, to) < 1 ? [] : [{ id: event.unit, from, to }];
}

/** Both sides fight by flares: every post that is stormed is lit. */
function litPosts(before: Marks, after: Marks): XY[] {
  const stormed = new Set([...before.assaults, ...after.assaults].map(({ post }) => post));
  return after.posts.filter(({ id }) => stormed.has(id)).map(({ place }) => place);
}

function scenesOf(events: readonly SiegeEvent[], marks: Marks): XY[] {
  const posts = new Set(events.flatMap((event) => {
    const isScene = event.type === 'post-shelled' || event.type === 'holder-changed' || event.type === 'assault-began' || event.type === 'command-post-hit';
    return isScene ? [event.post] : [];
  }));
  return marks.posts.filter(({ id }) => posts.has(id)).map(({ place }) => place);
}

/** Everywhere that something befalls a post in these beats; for the camera. */
export function stageOf(beats: readonly Beat[]): XY[] {
  return beats.flatMap(({ scenes }) => scenes);
}
