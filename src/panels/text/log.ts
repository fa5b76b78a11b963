/**
 * The log: what happened, hour by hour, in as few lines as tell it.
 *
 * Batteries that fired on one target, men lost in one post, trench dug in one turn become one line each; moves
 * from hex to hex and small shifts of cohesion are left to the map and the cards.
 */
import type { LossCause, SideId, SiegeEvent } from '../../engine/index.ts';
import { timeOf, type Calendar } from './dates.ts';
import { damageLine, fireLine, fixLine, logLine, lossLine, peopleWords, pointsOf, trenchLine, whoWords } from './log-line.ts';
import { partsOf, plainText, type Names, type Part } from './names.ts';
import { number } from './numbers.ts';
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
  readonly text: string;
  readonly parts: readonly Part[];
}

interface Group {
  readonly first: SiegeEvent;
  readonly events: SiegeEvent[];
}

/** Cohesion that moves by less than this in an hour, in thousandths, makes no line. */
const WORTH_A_LINE = 120;

/** The lines of these events, in their order. */
export function logOf(events: readonly SiegeEvent[], names: Names, calendar: Calendar): LogEntry[] {
  return groupsOf(events, names).map((group) => entryOf(group, names, calendar));
}

function groupsOf(events: readonly SiegeEvent[], names: Names): Group[] {
  const byKey = new Map<string, Group>();
  events.forEach((event, index) => {
    if (isMinor(event)) return;
    const key = keyOf(event, names) ?? `alone|${String(index)}`;
    const group = byKey.get(key);
    if (group === undefined) byKey.set(key, { first: event, events: [event] });
    else group.events.push(event);
  });
  return [...byKey.values()];
}

function isMinor(event: SiegeEvent): boolean {
  if (event.type === 'unit-moved') return true;
  if (event.type === 'cohesion-changed') return Math.abs(pointsOf(event)) < WORTH_A_LINE;
  if (event.type === 'men-lost' || event.type === 'gunners-lost') return event.killed + event.wounded === 0;
  return event.type === 'trench-dug' && event.metres === 0 && event.headMetres === 0;
}

/** Events with the same key share a line; null stands alone. */
function keyOf(event: SiegeEvent, names: Names): string | null {
  const turn = String(event.turn);
  const hour = `${turn}|${String(event.pulse)}`;
  switch (event.type) {
    case 'battery-fired':
      return event.at.kind === 'battery' ? `${hour}|fire|${event.side}|battery` : `${hour}|fire|${event.side}|${event.at.kind}|${event.at.id}`;
    case 'post-shelled':
      return `${hour}|fire|${event.by}|post|${event.post}`;
    case 'men-lost':
      return `${hour}|lost|${event.side}|${event.cause}|${placeOf(event.unit, names) ?? ''}`;
    case 'gunners-lost':
      return `${hour}|gunners|${event.side}`;
    case 'gun-fixed':
      return `${hour}|fixed|${event.how}`;
    case 'search-failed':
      return `${hour}|missed`;
    case 'shells-carried':
      return `${turn}|carried|${event.dump}|${event.weapon}`;
    case 'trench-dug':
      return `${turn}|dug|${event.approach}`;
    default:
      return null;
  }
}

function placeOf(unit: string, names: Names): string | null {
  return names.postOf(unit) ?? names.formationOf(unit);
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
    text: plainText(sentence),
    parts: partsOf(sentence),
  };
}

function sentenceOf({ first, events }: Group, names: Names): string {
  switch (first.type) {
    case 'battery-fired':
    case 'post-shelled':
      return fireSentence(first, events, names);
    case 'men-lost':
      return lossSentence(first.side, first.cause, first.unit, events, names);
    case 'gunners-lost':
      return gunnersSentence(events, names);
    case 'gun-fixed':
      return fixLine(first.how, events.length, Math.min(...events.map((event) => (event.type === 'gun-fixed' ? event.errorMetres : Infinity))), names);
    case 'search-failed':
      return logLine({ ...first, rounds: sumOf(events, 'rounds') }, names);
    case 'shells-carried':
      return logLine({ ...first, rounds: sumOf(events, 'rounds') }, names);
    case 'trench-dug':
      return trenchLine(first.post, sumOf(events, 'metres'), lastHead(events), names);
    default:
      return logLine(first, names);
  }
}

function fireSentence(first: SiegeEvent, events: readonly SiegeEvent[], names: Names): string {
  const fired = events.filter((event) => event.type === 'battery-fired');
  const shelled = events.filter((event) => event.type === 'post-shelled');
  const damage = damageLine(sumOf(shelled, 'works'), sumOf(shelled, 'wire'), names);
  const [gun] = fired;
  if (gun === undefined) {
    const [fell] = shelled;
    return fell === undefined ? logLine(first, names) : logLine({ ...fell, rounds: sumOf(shelled, 'rounds'), works: sumOf(shelled, 'works'), wire: sumOf(shelled, 'wire') }, names);
  }
  const weapons = [...new Set(fired.map((event) => event.weapon))];
  const line = fireLine(gun.side, weapons, sumOf(fired, 'rounds'), { kind: gun.at.kind, post: gun.at.id }, names);
  return damage === '' ? line : `${line} ${damage}`;
}

function lossSentence(side: SideId, cause: LossCause, unit: string, events: readonly SiegeEvent[], names: Names): string {
  const post = names.postOf(unit);
  const formation = names.formationOf(unit);
  const alone = events.length === 1 && post === null;
  const place = alone && formation !== null ? names.unit(unit, side) : placeWords(post, formation, side, names);
  return lossLine(cause, place, sumOf(events, 'killed'), sumOf(events, 'wounded'), names);
}

function placeWords(post: string | null, formation: string | null, side: SideId, names: Names): string {
  if (post !== null) return names.post(post);
  return formation !== null ? names.formation(formation) : capital(whoWords(side, names));
}

function gunnersSentence(events: readonly SiegeEvent[], names: Names): string {
  const batteries = new Set(events.map((event) => (event.type === 'gunners-lost' ? event.battery : '')));
  const [first] = events;
  if (batteries.size === 1 && first?.type === 'gunners-lost') {
    return logLine({ ...first, killed: sumOf(events, 'killed'), wounded: sumOf(events, 'wounded') }, names);
  }
  const people = peopleWords(sumOf(events, 'killed'), sumOf(events, 'wounded'), names);
  return say(names.lang, 'log.gunners-lost.many', { count: batteries.size, n: number(names.lang, batteries.size), people });
}

/** The sum of one field over events that have it. */
function sumOf(events: readonly SiegeEvent[], field: 'rounds' | 'killed' | 'wounded' | 'metres' | 'works' | 'wire'): number {
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
