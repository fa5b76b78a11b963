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

/** Sentences for whole groups, by the type of their first event. */
export type Sentences = { readonly [Type in EventType]?: (first: Of<Type>, group: Group, names: Names) => string };

/** Cohesion that moves by less than this in an hour, in thousandths, makes no line. */
const WORTH_A_LINE = 120;

/** How much time one line may cover. */
export type Span = 'hour' | 'turn';

/** The events in groups, in the order of the first of each. */
export function groupsOf(events: readonly SiegeEvent[], names: Names, span: Span): Group[] {
  const where = new Whereabouts(names);
  const byKey = new Map<string, Group>();
  events.forEach((event, index) => {
    where.follow(event);
    if (isMinor(event) || (span === 'turn' && isOf(MINOR_IN_TURN, event))) return;
    const key = keyOf(event, where, span) ?? `alone|${String(index)}`;
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
  return isOf(MINOR, event) || (event.type === 'trench-dug' && event.metres === 0 && event.headMetres === 0 && event.post !== null);
}

type Of<Type extends EventType> = Extract<SiegeEvent, { type: Type }>;
type Keys = { readonly [Type in EventType]?: (event: Of<Type>, hour: string, where: Whereabouts) => string };

/** Questions to events, by their type; a type that is left out answers no. */
type Questions = { readonly [Type in EventType]?: (event: Of<Type>) => boolean };

function isOf<Type extends EventType>(questions: Questions, event: Of<Type>): boolean {
  const question = questions[event.type] as ((event: Of<Type>) => boolean) | undefined;
  return question?.(event) ?? false;
}

/** Chance of collapse, permille, under which nothing is said of it. */
const WORTH_A_WARNING = 10;

/** What other lines tell, or what is the same every day. */
const MINOR: Questions = {
  'sorties-flown': (e) => e.sorties > 0 && e.purpose !== 'airlift',
  'food-eaten': (e) => e.ration >= 1000,
  'camp-wavers': (e) => e.permille < WORTH_A_WARNING,
  'hospital-counted': (e) => e.died + e.returned === 0,
  'hospital-emptied': (e) => e.returned + e.died + e.sentHome === 0,
  'loads-destroyed': (e) => e.kilos === 0,
  'loads-gathered': (e) => e.kilos === 0,
  'men-sick': (e) => e.men === 0,
  'labourers-lost': (e) => e.men === 0,
  'drop-counted': (e) => e.dropped === 0,
};

/** Routine that fills the pages of a long siege: the way of a company that goes where it should, shells to the guns. */
const MINOR_IN_TURN: Questions = {
  'march-began': (e) => e.purpose === 'close-up' || e.purpose === 'reinforce',
  'march-ended': (e) => e.purpose === 'close-up' || e.purpose === 'withdraw',
  'shells-carried': () => true,
  'battery-pinned': () => true,
  'search-failed': () => true,
};

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
  'men-jumped': (e, hour) => `${hour}|jump|${e.camp}`,
  'aircraft-landed': (e, hour) => `${hour}|land|${e.strip}`,
  'landing-failed': (e, hour) => `${hour}|no-land|${e.strip}`,
  'aircraft-burnt': (e, hour) => `${hour}|burnt|${e.strip}`,
  'aircraft-hit': (e, hour) => `${hour}|hit|${e.fate}`,
  'flak-fired': (_, hour) => `${hour}|flak`,
  'strike-flown': (e, hour) => `${hour}|strike|${e.target}`,
  'strip-shelled': (e, hour) => `${hour}|strip|${e.strip}`,
  'zone-shelled': (e, hour) => `${hour}|zone|${e.camp}`,
  // What goes on all turn is told once.
  'sorties-flown': (e) => (e.sorties === 0 ? `${String(e.turn)}|held` : `${String(e.turn)}|air|${e.camp ?? ''}`),
  'loads-dropped': (e) => `${String(e.turn)}|air|${e.camp}`,
  'drop-counted': (e) => `${String(e.turn)}|air|${e.camp}`,
  'shells-carried': (e) => `${String(e.turn)}|carried|${e.side}`,
  'dump-empty': (e) => `${String(e.turn)}|empty|${e.side}|${e.weapon}`,
  'trench-dug': (e) => `${String(e.turn)}|dug`,
  'loads-gathered': (e) => `${String(e.turn)}|gathered|${e.side}`,
  'loads-destroyed': (e) => `${String(e.turn)}|destroyed`,
  'labourers-lost': (e) => `${String(e.turn)}|labourers`,
  'men-sick': (e) => `${String(e.turn)}|sick|${e.side}`,
  'road-bombed': (e) => `${String(e.turn)}|road`,
  'ranks-filled': (e) => `${String(e.turn)}|ranks`,
  'unit-arrived': (e) => `${String(e.turn)}|arrived|${e.side}`,
  'guns-moved': (e) => `${String(e.turn)}|moved|${e.side}`,
  'will-changed': (e) => `${String(e.turn)}|will|${e.cause}`,
};

/** Events with the same key share a line; null stands alone. */
function keyOf<Type extends EventType>(event: Of<Type>, where: Whereabouts, span: Span): string | null {
  const key = KEYS[event.type] as ((event: Of<Type>, hour: string, where: Whereabouts) => string) | undefined;
  return key?.(event, span === 'turn' ? String(event.turn) : `${String(event.turn)}|${String(event.pulse)}`, where) ?? null;
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

/** The sum of one field over events that have it. */
export function sumOf(events: readonly SiegeEvent[], field: SummedField): number {
  return events.reduce((sum, event) => sum + ((event as Readonly<Partial<Record<SummedField, number>>>)[field] ?? 0), 0);
}

type SummedField =
  | 'rounds' | 'killed' | 'wounded' | 'metres' | 'damaged' | 'wrecked' | 'men' | 'sorties' | 'heldByWeather' | 'kilos' | 'evacuated' | 'hurt'
  | 'captured' | 'casualties' | 'portersLost' | 'withGarrison' | 'between' | 'withBesieger';
