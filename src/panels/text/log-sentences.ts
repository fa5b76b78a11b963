/** The sentence of a group of events: one of them in words, or all of them in one. */
import type { EventType, SiegeEvent } from '../../engine/index.ts';
import { capital, sumOf, type Group, type Sentences } from './log-groups.ts';
import {
  carriedLine, damageLine, desertedLine, fireLine, fixLine, hitLine, goalWords, logLine, lossLine, peopleWords, shelledLine, trenchLine,
} from './log-line.ts';
import { SIEGE_SENTENCES } from './log-sentences-siege.ts';
import type { Names } from './names.ts';
import { count, number } from './numbers.ts';
import { say } from './say.ts';

type Of<Type extends EventType> = Extract<SiegeEvent, { type: Type }>;

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
  'trench-dug': (first, { events }, names) => dugSentence(first, events, names),
  ...SIEGE_SENTENCES,
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

/** Men lost in more places than these are counted together. */
const MOST_PLACES = 4;

function lossSentence(first: Of<'men-lost'>, places: Group['places'], names: Names): string {
  const rows = [...places].map(([place, lost]) => ({ place, killed: sumOf(lost, 'killed'), wounded: sumOf(lost, 'wounded') }));
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) return lossLine(first.cause, only.place, only.killed, only.wounded, names);
  if (rows.length > MOST_PLACES) {
    const people = peopleWords(sumOf([...places.values()].flat(), 'killed'), sumOf([...places.values()].flat(), 'wounded'), names);
    return say(names.lang, 'log.men-lost.all', { cause: capital(say(names.lang, `loss.${first.cause}`)), people, n: number(names.lang, rows.length) });
  }
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

/** Of many trenches, those nearest to their wire are named. */
const MOST_HEADS = 4;

/** Trench dug in a turn, goal by goal with where its head is now. */
function dugSentence(first: Of<'trench-dug'>, events: readonly SiegeEvent[], names: Names): string {
  const last = new Map<string, Of<'trench-dug'>>();
  for (const event of events) if (event.type === 'trench-dug') last.set(event.approach, event);
  const metres = sumOf(events, 'metres');
  const goals = [...last.values()].filter((event) => event.post !== null);
  if (goals.length <= 1) return trenchLine(goals[0]?.post ?? first.post, metres, (goals[0] ?? first).headMetres, names);
  const nearest = goals.sort((a, b) => a.headMetres - b.headMetres).slice(0, MOST_HEADS);
  const more = goals.length > nearest.length ? [say(names.lang, 'log.trench-dug.more', { n: number(names.lang, goals.length - nearest.length) })] : [];
  const list = nearest.map((event) => say(names.lang, 'log.trench-dug.head', { post: goalWords(event.post, names), head: number(names.lang, event.headMetres) }));
  return say(names.lang, metres === 0 ? 'log.trench-dug.many.seen' : 'log.trench-dug.many', { metres: number(names.lang, metres), list: [...list, ...more].join('; ') });
}
