/**
 * The log: what happened, hour by hour, in as few lines as tell it.
 *
 * Batteries that fired on one target, men lost in one post, trench dug in one turn become one line each; moves
 * from hex to hex and small shifts of cohesion are left to the map and the cards.
 */
import type { SideId, SiegeEvent } from '../../engine/index.ts';
import { timeOf, type Calendar } from './dates.ts';
import { carriedLine, damageLine, desertedLine, fireLine, fixLine, hitLine, logLine, lossLine, peopleWords, pointsOf, shelledLine, trenchLine, whoWords } from './log-line.ts';
import { plainText, type Names } from './names.ts';
import { count, number } from './numbers.ts';
import { say } from './say.ts';

/** What a line of the log is about, for its filter. */
export type LogTopic = 'losses' | 'orders' | 'fight';

/** The pictures beside the lines; each is one of the icons of the panels. */
export type LogIcon =
  | 'gun' | 'storm' | 'spade' | 'helmet' | 'radio' | 'march' | 'flag' | 'crosshair' | 'package' | 'heart' | 'unlink'
  | 'sun' | 'cloud' | 'rain' | 'thunder' | 'warning' | 'leave';

/** One line of the log. */
export interface LogEntry {
  readonly turn: number;
  readonly pulse: number;
  /** The hour it happened: "18:00". */
  readonly time: string;
  readonly icon: LogIcon;
  readonly topic: LogTopic;
  /** A post fell or the siege ended: said at once by screen readers. */
  readonly urgent: boolean;
  /** With marked names, for `partsOf`. */
  readonly sentence: string;
  readonly text: string;
}

interface Group {
  readonly first: SiegeEvent;
  readonly events: SiegeEvent[];
  /** Men lost by the place where they fell, in words. */
  readonly places: Map<string, SiegeEvent[]>;
}

/** Cohesion that moves by less than this in an hour, in thousandths, makes no line. */
const WORTH_A_LINE = 120;

/** The lines of these events, in their order. */
export function logOf(events: readonly SiegeEvent[], names: Names, calendar: Calendar): LogEntry[] {
  return groupsOf(events, new Whereabouts(names)).map((group) => entryOf(group, names, calendar));
}

function groupsOf(events: readonly SiegeEvent[], where: Whereabouts): Group[] {
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

/** Events with the same key share a line; null stands alone. */
function keyOf(event: SiegeEvent, where: Whereabouts): string | null {
  const turn = String(event.turn);
  const hour = `${turn}|${String(event.pulse)}`;
  switch (event.type) {
    case 'battery-fired':
      return `${hour}|fire|${event.side}|${event.at.kind}`;
    case 'post-shelled':
      return `${hour}|fire|${event.by}|post`;
    case 'men-lost': {
      const post = where.postOf(event.unit);
      return event.cause === 'assault' && post !== null ? `${hour}|assault|${post}` : `${hour}|lost|${event.side}|${event.cause}`;
    }
    case 'assault-pulse':
      return `${hour}|assault|${event.post}`;
    case 'battery-hit':
    case 'gunners-lost':
      return `${hour}|battery|${event.side}|${event.battery}`;
    case 'battery-pinned':
    case 'men-deserted':
      return `${hour}|${event.type}|${event.side}`;
    case 'gun-fixed':
      return `${hour}|fixed|${event.how}`;
    case 'search-failed':
      return `${hour}|missed`;
    case 'shells-carried':
      return `${turn}|carried|${event.side}`;
    case 'dump-empty':
      return `${turn}|empty|${event.side}|${event.weapon}`;
    case 'trench-dug':
      return `${turn}|dug|${event.approach}`;
    default:
      return null;
  }
}

function entryOf(group: Group, names: Names, calendar: Calendar): LogEntry {
  const sentence = sentenceOf(group, names);
  const { first } = group;
  return {
    turn: first.turn,
    pulse: first.pulse,
    time: timeOf(calendar, first.turn, first.pulse),
    icon: iconOf(first),
    topic: topicOf(first),
    urgent: isUrgent(first),
    sentence,
    text: plainText(sentence),
  };
}

function sentenceOf({ first, events, places }: Group, names: Names): string {
  switch (first.type) {
    case 'battery-fired':
    case 'post-shelled':
      return fireSentence(events, names) ?? logLine(first, names);
    case 'men-lost':
    case 'assault-pulse':
      return assaultSentence(events, places, names) ?? lossSentence(first, places, names);
    case 'battery-hit':
    case 'gunners-lost':
      return batterySentence(events, names);
    case 'gun-fixed':
      return fixLine(first.how, events.length, Math.min(...events.map((event) => (event.type === 'gun-fixed' ? event.errorMetres : Infinity))), names);
    case 'search-failed':
      return logLine({ ...first, rounds: sumOf(events, 'rounds') }, names);
    case 'shells-carried':
      return carriedLine(loadsOf(events), names);
    case 'battery-pinned':
      return pinnedSentence(first, events, names);
    case 'men-deserted':
      return desertedSentence(first, events, names);
    case 'trench-dug':
      return trenchLine(first.post, sumOf(events, 'metres'), lastHead(events), names);
    default:
      return logLine(first, names);
  }
}

/** Fire on posts, and what is seen of it from inside them. */
function fireSentence(events: readonly SiegeEvent[], names: Names): string | null {
  const fired = events.filter((event) => event.type === 'battery-fired');
  const shelled = events.filter((event) => event.type === 'post-shelled');
  const posts = new Set(shelled.map((event) => event.post));
  const last = shelled.at(-1);
  const damage = last === undefined || posts.size > 1 ? '' : damageLine(last.works, last.wire, names);
  const [gun] = fired;
  if (gun === undefined) return last === undefined ? null : shelledLine([...posts], sumOf(shelled, 'rounds'), damage, names);
  const weapons = [...new Set(fired.map((event) => event.weapon))];
  const line = fireLine(gun.side, weapons, sumOf(fired, 'rounds'), fired.map((event) => event.at), names);
  return damage === '' ? line : `${line} ${damage}`;
}

/** An hour of an assault: how far it has come, and who fell in the post; null where only men were lost. */
function assaultSentence(events: readonly SiegeEvent[], places: Group['places'], names: Names): string | null {
  const pulse = events.filter((event) => event.type === 'assault-pulse').at(-1);
  if (pulse === undefined) return null;
  const lost = [...places.values()].flat();
  const people = peopleWords(sumOf(lost, 'killed'), sumOf(lost, 'wounded'), names);
  return lost.length === 0 ? logLine(pulse, names) : `${logLine(pulse, names)} ${capital(people)}.`;
}

function lossSentence(first: SiegeEvent, places: Group['places'], names: Names): string {
  if (first.type !== 'men-lost') return logLine(first, names);
  const rows = [...places].map(([place, lost]) => ({ place, killed: sumOf(lost, 'killed'), wounded: sumOf(lost, 'wounded') }));
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) return lossLine(first.cause, only.place, only.killed, only.wounded, names);
  const list = rows.map(({ place, killed, wounded }) => `${place} (${peopleWords(killed, wounded, names)})`);
  return say(names.lang, 'log.men-lost.by', { cause: capital(say(names.lang, `loss.${first.cause}`)), list: list.join(', ') });
}

/** A battery in one hour: its guns that were hit, and its gunners. */
function batterySentence(events: readonly SiegeEvent[], names: Names): string {
  const [first] = events;
  const battery = first?.type === 'battery-hit' || first?.type === 'gunners-lost' ? names.battery(first.battery) : '';
  const killed = sumOf(events, 'killed');
  const wounded = sumOf(events, 'wounded');
  const guns = sumOf(events, 'damaged') + sumOf(events, 'wrecked') > 0;
  const people = peopleWords(killed, wounded, names);
  if (!guns) return say(names.lang, 'log.gunners-lost', { battery, people });
  const hit = hitLine(battery, sumOf(events, 'damaged'), sumOf(events, 'wrecked'), names);
  return killed + wounded === 0 ? hit : `${hit} ${say(names.lang, 'log.battery-hit.gunners', { people })}`;
}

function pinnedSentence(first: Extract<SiegeEvent, { type: 'battery-pinned' }>, events: readonly SiegeEvent[], names: Names): string {
  if (events.length === 1) return logLine(first, names);
  const pulses = Math.max(...events.map((event) => (event.type === 'battery-pinned' ? event.pulses : 0)));
  return say(names.lang, 'log.battery-pinned.many', { n: number(names.lang, events.length), hours: count(names.lang, 'hours', pulses) });
}

function desertedSentence(first: Extract<SiegeEvent, { type: 'men-deserted' }>, events: readonly SiegeEvent[], names: Names): string {
  if (events.length === 1) return logLine(first, names);
  return desertedLine(say(names.lang, 'log.who.units', { n: number(names.lang, events.length) }), sumOf(events, 'men'), names);
}

/** Shells carried, by weapon. */
function loadsOf(events: readonly SiegeEvent[]): readonly (readonly [string, number])[] {
  const loads = new Map<string, number>();
  for (const event of events) if (event.type === 'shells-carried') loads.set(event.weapon, (loads.get(event.weapon) ?? 0) + event.rounds);
  return [...loads];
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

/** The sum of one field over events that have it. */
function sumOf(events: readonly SiegeEvent[], field: 'rounds' | 'killed' | 'wounded' | 'metres' | 'damaged' | 'wrecked' | 'men'): number {
  return events.reduce((sum, event) => sum + ((event as Readonly<Partial<Record<typeof field, number>>>)[field] ?? 0), 0);
}

function lastHead(events: readonly SiegeEvent[]): number {
  const last = events.at(-1);
  return last?.type === 'trench-dug' ? last.headMetres : 0;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function isUrgent(event: SiegeEvent): boolean {
  return event.type === 'holder-changed' || event.type === 'siege-ended' || event.type === 'post-surrendered';
}

function topicOf(event: SiegeEvent): LogTopic {
  if (event.type.endsWith('-lost') && event.type !== 'order-lost') return 'losses';
  if (/^(?:men-|battery-captured|battery-hit|post-surrendered)/.test(event.type)) return 'losses';
  return /^(?:order-|march-|shells-|dump-|dig-|trench-|staff-|command-restored|tubes-)/.test(event.type) ? 'orders' : 'fight';
}

const SKIES = { clear: 'sun', cloud: 'cloud', rain: 'rain', storm: 'thunder' } as const;

function iconOf(event: SiegeEvent): LogIcon {
  switch (event.type) {
    case 'sky-changed':
      return SKIES[event.to];
    case 'order-delayed': case 'order-lost': case 'order-void': case 'staff-shocked': case 'command-restored':
      return 'radio';
    case 'gun-fixed': case 'search-failed': case 'battery-hit': case 'battery-pinned':
      return 'crosshair';
    case 'shells-carried': case 'dump-empty': case 'tubes-repaired': case 'battery-captured':
      return 'package';
    case 'trench-dug': case 'dig-stopped':
      return 'spade';
    case 'unit-moved': case 'march-began': case 'march-ended': case 'march-stopped': case 'men-got-away':
      return 'march';
    case 'battery-fired': case 'post-shelled':
      return 'gun';
    case 'men-lost': case 'gunners-lost':
      return 'helmet';
    case 'assault-began': case 'assault-pulse': case 'echelon-committed': case 'reserve-joined': case 'assault-ended': case 'counter-attack-held-back':
      return 'storm';
    case 'holder-changed': case 'siege-ended': case 'post-surrendered':
      return 'flag';
    case 'men-captured': case 'men-deserted':
      return 'leave';
    case 'command-post-hit': case 'battalion-headless':
      return 'warning';
    case 'cohesion-changed': case 'will-changed':
      return 'heart';
    case 'unit-broke':
      return 'unlink';
  }
}
