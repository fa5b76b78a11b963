/** The sentence of a group of events: one of them in words, or all of them in one. */
import type { EventType, SiegeEvent } from '../../engine/index.ts';
import { capital, type Group } from './log-groups.ts';
import {
  carriedLine, damageLine, desertedLine, fireLine, fixLine, hitLine, logLine, lossLine, peopleWords, shelledLine, trenchLine,
} from './log-line.ts';
import type { Names } from './names.ts';
import { count, number } from './numbers.ts';
import { say } from './say.ts';

type Of<Type extends EventType> = Extract<SiegeEvent, { type: Type }>;
type Sentences = { readonly [Type in EventType]?: (first: Of<Type>, group: Group, names: Names) => string };

const SENTENCES: Sentences = {
  'battery-fired': (first, { events }, names) => fireSentence(events, names) ?? logLine(first, names),
  'post-shelled': (first, { events }, names) => fireSentence(events, names) ?? logLine(first, names),
  'men-lost': (first, { events, places }, names) => assaultSentence(events, places, names) ?? lossSentence(first, places, names),
  'assault-pulse': (first, { events, places }, names) => assaultSentence(events, places, names) ?? logLine(first, names),
  'battery-hit': (_, { events }, names) => batterySentence(events, names),
  'gunners-lost': (_, { events }, names) => batterySentence(events, names),
  'gun-fixed': (first, { events }, names) => fixLine(first.how, events.length, surest(events), names),
  'men-captured': (first, { events }, names) => logLine({ ...first, men: sumOf(events, 'men'), wounded: sumOf(events, 'wounded') }, names),
  'men-got-away': (first, { events }, names) => logLine({ ...first, men: sumOf(events, 'men') }, names),
  'search-failed': (first, { events }, names) => logLine({ ...first, rounds: sumOf(events, 'rounds') }, names),
  'shells-carried': (_, { events }, names) => carriedLine(loadsOf(events), names),
  'battery-pinned': (first, { events }, names) => pinnedSentence(first, events, names),
  'men-deserted': (first, { events }, names) => desertedSentence(first, events, names),
  'trench-dug': (first, { events }, names) => trenchLine(first.post, sumOf(events, 'metres'), lastHead(events), names),
};

/** A group of events in one sentence or two. */
export function sentenceOf(group: Group, names: Names): string {
  return worded(group.first, group, names);
}

function worded<Type extends EventType>(first: Of<Type>, group: Group, names: Names): string {
  const sentence = SENTENCES[first.type] as ((first: Of<Type>, group: Group, names: Names) => string) | undefined;
  return sentence?.(first, group, names) ?? logLine(first, names);
}

/** The error of the best fix, in metres. */
function surest(events: readonly SiegeEvent[]): number {
  return Math.min(...events.map((event) => (event.type === 'gun-fixed' ? event.errorMetres : Infinity)));
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

function lossSentence(first: Of<'men-lost'>, places: Group['places'], names: Names): string {
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

function pinnedSentence(first: Of<'battery-pinned'>, events: readonly SiegeEvent[], names: Names): string {
  if (events.length === 1) return logLine(first, names);
  const pulses = Math.max(...events.map((event) => (event.type === 'battery-pinned' ? event.pulses : 0)));
  return say(names.lang, 'log.battery-pinned.many', { n: number(names.lang, events.length), hours: count(names.lang, 'hours', pulses) });
}

function desertedSentence(first: Of<'men-deserted'>, events: readonly SiegeEvent[], names: Names): string {
  if (events.length === 1) return logLine(first, names);
  return desertedLine(say(names.lang, 'log.who.units', { n: number(names.lang, events.length) }), sumOf(events, 'men'), names);
}

/** Shells carried, by weapon. */
function loadsOf(events: readonly SiegeEvent[]): readonly (readonly [string, number])[] {
  const loads = new Map<string, number>();
  for (const event of events) if (event.type === 'shells-carried') loads.set(event.weapon, (loads.get(event.weapon) ?? 0) + event.rounds);
  return [...loads];
}

/** The sum of one field over events that have it. */
function sumOf(events: readonly SiegeEvent[], field: 'rounds' | 'killed' | 'wounded' | 'metres' | 'damaged' | 'wrecked' | 'men'): number {
  return events.reduce((sum, event) => sum + ((event as Readonly<Partial<Record<typeof field, number>>>)[field] ?? 0), 0);
}

function lastHead(events: readonly SiegeEvent[]): number {
  const last = events.at(-1);
  return last?.type === 'trench-dug' ? last.headMetres : 0;
}
