/**
 * The log: what happened, hour by hour, in as few lines as tell it.
 *
 * Batteries that fired on one target, men lost in one post, trench dug in one turn become one line each; moves
 * from hex to hex and small shifts of cohesion are left to the map and the cards.
 */
import type { EventType, SiegeEvent } from '../../engine/index.ts';
import { timeOf, type Calendar } from './dates.ts';
import { groupsOf, type Group, type Span } from './log-groups.ts';
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
  if (event.type === 'sky-changed' || event.type === 'bases-sky-changed') return SKIES[event.to];
  if (event.type === 'strip-changed') return event.to === 'cut' ? 'scissors' : 'landing';
  return ICON_OF[event.type];
}

/** The picture of each kind of event whose picture never changes. */
const ICON_OF: Readonly<Record<Exclude<EventType, 'sky-changed' | 'bases-sky-changed' | 'strip-changed'>, LogIcon>> = {
  'order-delayed': 'radio',
  'order-lost': 'radio',
  'order-void': 'radio',
  'staff-shocked': 'radio',
  'command-restored': 'radio',
  'gun-fixed': 'crosshair',
  'search-failed': 'crosshair',
  'battery-hit': 'crosshair',
  'battery-pinned': 'crosshair',
  'shells-carried': 'package',
  'dump-empty': 'package',
  'tubes-repaired': 'package',
  'battery-captured': 'package',
  'trench-dug': 'spade',
  'dig-stopped': 'spade',
  'unit-moved': 'march',
  'march-began': 'march',
  'march-ended': 'march',
  'march-stopped': 'march',
  'men-got-away': 'march',
  'battery-fired': 'gun',
  'post-shelled': 'gun',
  'men-lost': 'helmet',
  'gunners-lost': 'helmet',
  'assault-began': 'storm',
  'assault-pulse': 'storm',
  'echelon-committed': 'storm',
  'reserve-joined': 'storm',
  'assault-ended': 'storm',
  'counter-attack-held-back': 'storm',
  'holder-changed': 'flag',
  'siege-ended': 'flag',
  'post-surrendered': 'flag',
  'men-captured': 'leave',
  'men-deserted': 'leave',
  'command-post-hit': 'warning',
  'battalion-headless': 'warning',
  'cohesion-changed': 'heart',
  'will-changed': 'heart',
  'unit-broke': 'unlink',
  'sorties-flown': 'plane',
  'aircraft-hit': 'plane',
  'aircraft-burnt': 'plane',
  'strike-flown': 'plane',
  'loads-dropped': 'parachute',
  'drop-counted': 'parachute',
  'men-jumped': 'parachute',
  'aircraft-landed': 'landing',
  'landing-failed': 'landing',
  'flak-fired': 'gun',
  'strip-shelled': 'gun',
  'zone-shelled': 'gun',
  'loads-gathered': 'gather',
  'loads-destroyed': 'gather',
  'labourers-lost': 'helmet',
  'tanks-lost': 'helmet',
  'men-sick': 'hospital',
  'hospital-counted': 'hospital',
  'hospital-emptied': 'hospital',
  'food-eaten': 'ration',
  'carriers-came': 'bike',
  'road-bombed': 'bike',
  'ranks-filled': 'march',
  'unit-arrived': 'march',
  'battery-arrived': 'march',
  'guns-moved': 'march',
  'convoy-came': 'march',
  'convoy-failed': 'march',
  'trench-filled': 'raid',
  'raid-failed': 'raid',
  'gallery-dug': 'bomb',
  'gallery-loaded': 'bomb',
  'gallery-fired': 'bomb',
  'zone-changed': 'circle-dashed',
  'post-linked': 'link',
  'post-cut-off': 'unlink',
  'deserters-gone-over': 'leave',
  'post-walked-out': 'leave',
  'broke-out': 'leave',
  'lodgement-given-up': 'leave',
  'battalion-granted': 'radio',
  'battalion-refused': 'radio',
  'leave-given': 'radio',
  'officer-took-over': 'radio',
  'camp-wavers': 'heart',
  'camp-fell': 'flag-off',
  'conference-opened': 'handshake',
  'cease-fire': 'handshake',
};
