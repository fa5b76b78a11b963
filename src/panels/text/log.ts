/**
 * The log: what happened, hour by hour, in as few lines as tell it.
 *
 * Batteries that fired on one target, men lost in one post, trench dug in one turn become one line each; moves
 * from hex to hex and small shifts of cohesion are left to the map and the cards.
 */
import type { SiegeEvent } from '../../engine/index.ts';
import { timeOf, type Calendar } from './dates.ts';
import { groupsOf, type Group, type Span } from './log-groups.ts';
import type { LongSiegeEvent } from './log-line-siege.ts';
import { sentenceOf } from './log-sentences.ts';
import { plainText, type Names } from './names.ts';

/** What a line of the log is about, for its filter. */
export type LogTopic = 'losses' | 'orders' | 'fight';

/** The pictures beside the lines; each is one of the icons of the panels. */
export type LogIcon =
  | 'gun' | 'storm' | 'spade' | 'helmet' | 'radio' | 'march' | 'flag' | 'crosshair' | 'package' | 'heart' | 'unlink'
  | 'sun' | 'cloud' | 'rain' | 'thunder' | 'warning' | 'leave' | 'plane' | 'parachute' | 'landing' | 'hospital' | 'bike' | 'raid' | 'bomb'
  | 'link' | 'circle-dashed' | 'scissors' | 'handshake' | 'ration' | 'flag-off' | 'gather' | 'snipe';

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

/** The lines of these events, in their order: a line an hour for each thing, or in a long siege a line a turn. */
export function logOf(events: readonly SiegeEvent[], names: Names, calendar: Calendar, span: Span = 'hour'): LogEntry[] {
  return groupsOf(events, names, span).map((group) => entryOf(group, names, calendar));
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

function isUrgent(event: SiegeEvent): boolean {
  return event.type === 'holder-changed' || event.type === 'siege-ended' || event.type === 'post-surrendered' || event.type === 'camp-fell' || event.type === 'cease-fire';
}

function topicOf(event: SiegeEvent): LogTopic {
  if (event.type.endsWith('-lost') && event.type !== 'order-lost') return 'losses';
  if (/^(?:men-(?!jumped)|battery-captured|battery-hit|post-surrendered|hospital-|aircraft-(?:hit|burnt)|deserters-|post-walked)/.test(event.type)) return 'losses';
  return /^(?:order-|march-|shells-|dump-|dig-|trench-|staff-|command-restored|tubes-|ranks-|carriers-|guns-moved|battalion-|leave-|officer-|gallery-dug|unit-arrived|battery-arrived|food-)/.test(event.type) ? 'orders' : 'fight';
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
    default:
      return siegeIconOf(event);
  }
}

type Rest = Extract<SiegeEvent, { type: LongSiegeEvent }>;

/** The pictures of what only a long siege has. */
function siegeIconOf(event: Rest): LogIcon {
  switch (event.type) {
    case 'bases-sky-changed':
      return SKIES[event.to];
    case 'sorties-flown': case 'aircraft-hit': case 'aircraft-burnt': case 'strike-flown':
      return 'plane';
    case 'loads-dropped': case 'drop-counted': case 'men-jumped':
      return 'parachute';
    case 'aircraft-landed': case 'landing-failed': case 'strip-changed':
      return event.type === 'strip-changed' && event.to === 'cut' ? 'scissors' : 'landing';
    case 'flak-fired': case 'strip-shelled': case 'zone-shelled':
      return 'gun';
    case 'loads-gathered': case 'loads-destroyed':
      return 'gather';
    case 'labourers-lost': case 'tanks-lost':
      return 'helmet';
    case 'men-sick': case 'hospital-counted': case 'hospital-emptied':
      return 'hospital';
    case 'food-eaten':
      return 'ration';
    case 'carriers-came': case 'road-bombed':
      return 'bike';
    case 'ranks-filled': case 'unit-arrived': case 'battery-arrived': case 'guns-moved': case 'convoy-came': case 'convoy-failed':
      return 'march';
    case 'trench-filled': case 'raid-failed':
      return 'raid';
    case 'gallery-dug': case 'gallery-loaded': case 'gallery-fired':
      return 'bomb';
    case 'zone-changed':
      return 'circle-dashed';
    case 'post-linked':
      return 'link';
    case 'post-cut-off':
      return 'unlink';
    case 'deserters-gone-over': case 'post-walked-out': case 'broke-out': case 'lodgement-given-up':
      return 'leave';
    case 'battalion-granted': case 'battalion-refused': case 'leave-given': case 'officer-took-over':
      return 'radio';
    case 'camp-wavers':
      return 'heart';
    case 'camp-fell':
      return 'flag-off';
    case 'conference-opened': case 'cease-fire':
      return 'handshake';
  }
}
