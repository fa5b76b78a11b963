/** Which events of an hour share a line of the log, and where the men they speak of were. */
import type { EventType, SideId, SiegeEvent } from '../../engine/index.ts';
import { pointsOf, whoWords } from './log-line.ts';
import type { Names } from './names.ts';

/** Events that make one line. */
export interface Group {
  readonly first: SiegeEvent;
  readonly events: SiegeEvent[];
  /** Men lost by the place where they fell, in words. */
  readonly places: Map<string, SiegeEvent[]>;
}

/** Cohesion that moves by less than this in an hour, in thousandths, makes no line. */
const WORTH_A_LINE = 120;

/** The events in groups, in the order of the first of each. */
export function groupsOf(events: readonly SiegeEvent[], names: Names): Group[] {
  const where = new Whereabouts(names);
  const byKey = new Map<string, Group>();
  events.forEach((event, index) => {
    where.follow(event);
    if (isMinor(event)) return;
    const key = keyOf(event, where) ?? `alone|${String(index)}`;
    const group = byKey.get(key) ?? { first: event, events: [], places: new Map<string, SiegeEvent[]>() };
    byKey.set(key, group);
    group.events.push(event);
    if (event.type === 'men-lost') addTo(group.places, where.placeOf(event.unit, event.side), event);
  });
  return [...byKey.values()];
}

function addTo(places: Map<string, SiegeEvent[]>, place: string, event: SiegeEvent): void {
  const list = places.get(place);
  if (list === undefined) places.set(place, [event]);
  else list.push(event);
}

function isMinor(event: SiegeEvent): boolean {
  if (event.type === 'unit-moved') return true;
  if (event.type === 'cohesion-changed') return Math.abs(pointsOf(event)) < WORTH_A_LINE;
  if (event.type === 'men-lost' || event.type === 'gunners-lost') return event.killed + event.wounded === 0;
  return event.type === 'trench-dug' && event.metres === 0 && event.headMetres === 0;
}

type Of<Type extends EventType> = Extract<SiegeEvent, { type: Type }>;
type Keys = { readonly [Type in EventType]?: (event: Of<Type>, hour: string, where: Whereabouts) => string };

const KEYS: Keys = {
  'battery-fired': (e, hour) => `${hour}|fire|${e.side}|${e.at.kind}`,
  'post-shelled': (e, hour) => `${hour}|fire|${e.by}|post`,
  'men-lost': (e, hour, where) => {
    const post = where.postOf(e.unit);
    return e.cause === 'assault' && post !== null ? `${hour}|assault|${post}` : `${hour}|lost|${e.side}|${e.cause}`;
  },
  'assault-pulse': (e, hour) => `${hour}|assault|${e.post}`,
  'battery-hit': (e, hour) => `${hour}|battery|${e.side}|${e.battery}`,
  'gunners-lost': (e, hour) => `${hour}|battery|${e.side}|${e.battery}`,
  'battery-pinned': (e, hour) => `${hour}|pinned|${e.side}`,
  'men-deserted': (e, hour) => `${hour}|left|${e.side}`,
  'men-captured': (e, hour) => `${hour}|captured|${e.side}|${e.post}`,
  'men-got-away': (e, hour) => `${hour}|away|${e.post}`,
  'gun-fixed': (e, hour) => `${hour}|fixed|${e.how}`,
  'search-failed': (_, hour) => `${hour}|missed`,
  // What goes on all turn is told once.
  'shells-carried': (e) => `${String(e.turn)}|carried|${e.side}`,
  'dump-empty': (e) => `${String(e.turn)}|empty|${e.side}|${e.weapon}`,
  'trench-dug': (e) => `${String(e.turn)}|dug|${e.approach}`,
};

/** Events with the same key share a line; null stands alone. */
function keyOf<Type extends EventType>(event: Of<Type>, where: Whereabouts): string | null {
  const key = KEYS[event.type] as ((event: Of<Type>, hour: string, where: Whereabouts) => string) | undefined;
  return key?.(event, `${String(event.turn)}|${String(event.pulse)}`, where) ?? null;
}

/** Where units are, as far as the events tell: those in a post at the beginning, and those that came into one. */
class Whereabouts {
  readonly #names: Names;
  readonly #moved = new Map<string, string>();

  constructor(names: Names) {
    this.#names = names;
  }

  follow(event: SiegeEvent): void {
    if (event.type === 'march-ended' || event.type === 'reserve-joined') this.#moved.set(event.unit, event.post);
  }

  postOf(unit: string): string | null {
    return this.#moved.get(unit) ?? this.#names.postOf(unit);
  }

  /** In words: the post, else the formation, else the side. */
  placeOf(unit: string, side: SideId): string {
    const post = this.postOf(unit);
    if (post !== null) return this.#names.post(post);
    const formation = this.#names.formationOf(unit);
    return formation !== null ? this.#names.formation(formation) : capital(whoWords(side, this.#names));
  }
}

/** With a capital at its beginning. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
