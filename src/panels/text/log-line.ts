/** One event in one sentence, as a staff officer would write it; names in it are marked. */
import type { EventType, SideId, SiegeEvent } from '../../engine/index.ts';
import { SIEGE_LINES } from './log-line-siege.ts';
import type { Names } from './names.ts';
import { count, listed, number, odds, ofHundred, percent } from './numbers.ts';
import { isKey, say, type Key } from './say.ts';

type Of<Type extends EventType> = Extract<SiegeEvent, { type: Type }>;
type Lines = { readonly [Type in EventType]: (event: Of<Type>, names: Names) => string };

/** The sentence of an event. */
export function logLine<Type extends EventType>(event: Of<Type>, names: Names): string {
  const line = LINES[event.type] as (event: Of<Type>, names: Names) => string;
  return line(event, names);
}

/** Killed and wounded as people: "11 killed, 23 wounded". */
export function peopleWords(killed: number, wounded: number, { lang }: Names): string {
  const dead = say(lang, 'casualties.killed', { count: killed, n: number(lang, killed) });
  const hurt = say(lang, 'casualties.wounded', { count: wounded, n: number(lang, wounded) });
  if (wounded === 0) return dead;
  return killed === 0 ? hurt : `${dead}, ${hurt}`;
}

/** The guns of a side by weapon: "Our 105 mm and 75 mm". */
export function gunWords(side: SideId, weapons: readonly string[], names: Names): string {
  const whose: Key = side === names.side ? 'guns.own' : `guns.${side}`;
  const listedWeapons = listed(names.lang, weapons.map((weapon) => names.weapon(weapon)));
  return say(names.lang, whose, { weapons: weapons.length > MOST_LISTED ? say(names.lang, 'guns.many') : listedWeapons });
}

/** More weapons than these on one target are guns and mortars. */
const MOST_LISTED = 2;

/** A side as its men: "our men", "the besiegers". */
export function whoWords(side: SideId, names: Names): string {
  return say(names.lang, side === names.side ? 'who.own' : `who.${side}`);
}

function kindWords(kind: string, names: Names): string {
  const key = `kind.${kind}`;
  return isKey(key) ? say(names.lang, key) : kind;
}

function hours(pulses: number, names: Names): string {
  return count(names.lang, 'hours', pulses);
}

function n(value: number, names: Names): string {
  return number(names.lang, value);
}

const upOrDown = (change: number): 'up' | 'down' => (change < 0 ? 'down' : 'up');

const LINES: Lines = {
  ...SIEGE_LINES,
  'sky-changed': (e, names) => say(names.lang, `log.sky-changed.${e.to}`),
  'order-delayed': (e, names) => say(names.lang, 'log.order-delayed', {
    formation: names.formation(e.formation), order: kindWords(e.kind, names), hours: hours(e.pulses, names),
  }),
  'order-lost': (e, names) => say(names.lang, 'log.order-lost', { formation: names.formation(e.formation), order: kindWords(e.kind, names) }),
  'order-void': (e, names) => say(names.lang, 'log.order-void', { order: kindWords(e.kind, names) }),
  'gun-fixed': (e, names) => fixLine(e.how, 1, e.errorMetres, names),
  'shells-carried': (e, names) => carriedLine([[e.weapon, e.rounds]], names),
  'dump-empty': (e, names) => say(names.lang, 'log.dump-empty', { weapon: names.weapon(e.weapon) }),
  'trench-dug': (e, names) => trenchLine(e.post, e.metres, e.headMetres, names),
  'dig-stopped': (e, names) => say(names.lang, `log.dig-stopped.${e.cause}`, { post: goalWords(e.post, names) }),
  'unit-moved': (e, names) => say(names.lang, 'log.unit-moved', { unit: names.unit(e.unit) }),
  'march-began': (e, names) => say(names.lang, purposeKey(e.purpose), {
    unit: names.unit(e.unit), post: names.post(e.post), metres: n(e.hexes * names.hexMetres, names),
  }),
  'march-ended': (e, names) => say(names.lang, 'log.march-ended', { unit: names.unit(e.unit), post: names.post(e.post) }),
  'march-stopped': (e, names) => say(names.lang, `log.march-stopped.${e.cause}`, { unit: names.unit(e.unit) }),
  'battery-fired': (e, names) => fireLine(e.side, [e.weapon], e.rounds, [e.at], names),
  'post-shelled': (e, names) => shelledLine([e.post], e.rounds, damageLine(e.works, e.wire, names), names),
  'men-lost': (e, names) => lossLine(e.cause, names.unit(e.unit, e.side), e.killed, e.wounded, names),
  'gunners-lost': (e, names) => say(names.lang, 'log.gunners-lost', { battery: names.battery(e.battery), people: peopleWords(e.killed, e.wounded, names) }),
  'battery-hit': (e, names) => hitLine(names.battery(e.battery), e.damaged, e.wrecked, names),
  'battery-pinned': (e, names) => say(names.lang, 'log.battery-pinned', { battery: names.battery(e.battery), hours: hours(e.pulses, names) }),
  'search-failed': (e, names) => say(names.lang, 'log.search-failed', { rounds: count(names.lang, 'rounds', e.rounds) }),
  'tubes-repaired': (e, names) => say(names.lang, 'log.tubes-repaired', { battery: names.battery(e.battery), tubes: count(names.lang, 'guns', e.tubes) }),
  'assault-began': (e, names) => say(names.lang, assaultKey(e, names), {
    post: names.post(e.post), men: count(names.lang, 'men', e.men), metres: n(e.jumpOffMetres, names),
  }),
  'assault-pulse': (e, names) => say(names.lang, e.lodgement > 0 ? 'log.assault-pulse.inside' : 'log.assault-pulse.wire', {
    post: names.post(e.post), share: percent(names.lang, e.lodgement),
  }),
  'echelon-committed': (e, names) => say(names.lang, e.men > 0 ? 'log.echelon-committed' : 'log.echelon-committed.unseen', { post: names.post(e.post), men: count(names.lang, 'men', e.men) }),
  'reserve-joined': (e, names) => say(names.lang, e.unit === '' ? 'log.reserve-joined.unseen' : 'log.reserve-joined', {
    unit: names.unit(e.unit, e.side), post: names.post(e.post), men: count(names.lang, 'men', e.men), share: percent(names.lang, e.lodgement),
  }),
  'counter-attack-held-back': (e, names) => say(names.lang, 'log.counter-attack-held-back', {
    unit: names.unit(e.unit, e.side), post: names.post(e.post), odds: odds(names.lang, e.odds), wanted: odds(names.lang, e.wanted),
  }),
  'assault-ended': (e, names) => say(names.lang, e.lost > 0 ? `log.assault-ended.${e.how}` : `log.assault-ended.${e.how}.unseen`, {
    post: names.post(e.post), lost: n(e.lost, names),
  }),
  'holder-changed': (e, names) => say(names.lang, `log.holder-changed.${e.cause}`, { post: names.post(e.post) }),
  'men-captured': (e, names) => say(names.lang, e.wounded > 0 ? 'log.men-captured' : 'log.men-captured.unhurt', {
    post: names.post(e.post), men: count(names.lang, 'men', e.men), wounded: n(e.wounded, names),
  }),
  'men-got-away': (e, names) => say(names.lang, 'log.men-got-away', { post: names.post(e.post), count: e.men, n: n(e.men, names) }),
  'battery-captured': (e, names) => say(names.lang, e.battery === '' ? 'log.battery-captured.taken' : 'log.battery-captured', {
    battery: names.battery(e.battery), tubes: count(names.lang, 'guns', e.tubes),
    rounds: count(names.lang, 'rounds', e.rounds), gunners: count(names.lang, 'gunners', e.gunners),
  }),
  'command-post-hit': (e, names) => say(names.lang, 'log.command-post-hit', { post: names.post(e.post), formation: names.formation(e.formation) }),
  'battalion-headless': (e, names) => say(names.lang, 'log.battalion-headless', { formation: names.formation(e.formation), hours: hours(e.pulses, names) }),
  'staff-shocked': (e, names) => say(names.lang, 'log.staff-shocked', { formation: names.formation(e.formation), hours: hours(e.pulses, names) }),
  'command-restored': (e, names) => say(names.lang, 'log.command-restored', { formation: names.formation(e.formation) }),
  'cohesion-changed': (e, names) => say(names.lang, `log.cohesion-changed.${upOrDown(pointsOf(e))}`, {
    unit: names.unit(e.unit, e.side), to: ofHundred(names.lang, e.to),
    causes: e.causes.map(({ cause }) => say(names.lang, `cause.${cause}`)).join(', '),
  }),
  'unit-broke': (e, names) => e.post === null
    ? say(names.lang, 'log.unit-broke', { unit: names.unit(e.unit, e.side) })
    : say(names.lang, 'log.unit-broke.at', { unit: names.unit(e.unit, e.side), post: names.post(e.post) }),
  'men-deserted': (e, names) => desertedLine(names.unit(e.unit, e.side), e.men, names),
  'will-changed': (e, names) => say(names.lang, `log.will-changed.${upOrDown(e.by)}`, {
    formation: names.formation(e.formation), to: ofHundred(names.lang, e.to), cause: say(names.lang, `will.cause.${e.cause}`),
  }),
  'post-surrendered': (e, names) => say(names.lang, 'log.post-surrendered', { post: names.post(e.post), men: count(names.lang, 'men', e.men) }),
  'siege-ended': (e, names) => say(names.lang, `log.siege-ended.${e.verdict.winner}`),
};

/** Guns found, by how. */
export function fixLine(how: Of<'gun-fixed'>['how'], guns: number, errorMetres: number, names: Names): string {
  return say(names.lang, `log.gun-fixed.${how}`, { count: guns, n: n(guns, names), metres: n(errorMetres, names) });
}

/** Shells carried from the dumps to the guns, by weapon. */
export function carriedLine(loads: readonly (readonly [weapon: string, rounds: number])[], names: Names): string {
  const words = loads.map(([weapon, rounds]) => say(names.lang, 'log.shells-of', { rounds: count(names.lang, 'rounds', rounds), weapon: names.weapon(weapon) }));
  return say(names.lang, 'log.shells-carried', { rounds: listed(names.lang, words) });
}

/** Guns of a battery that were hit. */
export function hitLine(battery: string, damaged: number, wrecked: number, names: Names): string {
  const kind = damaged === 0 ? 'wrecked' : wrecked === 0 ? 'damaged' : 'both';
  return say(names.lang, `log.battery-hit.${kind}`, { battery, damaged: count(names.lang, 'guns', damaged), wrecked: count(names.lang, 'guns', wrecked) });
}

/** Men who left the line. */
export function desertedLine(who: string, men: number, names: Names): string {
  return say(names.lang, 'log.men-deserted', { who, count: men, n: n(men, names) });
}

/** Where a trench leads: a post, or open ground. */
export function goalWords(post: string | null, names: Names): string {
  return post === null ? say(names.lang, 'target.axis') : names.post(post);
}

/** Metres dug towards a post or over open ground; nought when only the head was seen. */
export function trenchLine(post: string | null, metres: number, headMetres: number, names: Names): string {
  if (post === null) return say(names.lang, metres === 0 ? 'log.trench-dug.axis.seen' : 'log.trench-dug.axis', { metres: n(metres, names) });
  const values = { post: names.post(post), metres: n(metres, names), head: n(headMetres, names) };
  return say(names.lang, names.side === 'garrison' ? 'log.trench-dug.seen' : 'log.trench-dug', values);
}

/** Fire of one side by weapon on targets of one kind. */
export function fireLine(
  side: SideId, weapons: readonly string[], rounds: number, at: readonly Of<'battery-fired'>['at'][], names: Names,
): string {
  const post = postWords(at, names);
  const values = { guns: gunWords(side, weapons, names), rounds: count(names.lang, 'rounds', rounds), post };
  const kind = at[0]?.kind ?? 'battery';
  return say(names.lang, kind === 'approach' && post === '' ? 'log.battery-fired.axis' : `log.battery-fired.${kind}`, values);
}

/** Several targets of one kind as posts: "Béatrice 1 and Béatrice 2". */
function postWords(at: readonly Of<'battery-fired'>['at'][], names: Names): string {
  const posts = at.flatMap(({ kind, id }) => (kind === 'approach' ? (names.postOfApproach(id) ?? []) : id));
  return listed(names.lang, [...new Set(posts)].map((post) => names.post(post)));
}

/** Shells as they fall, seen from inside the posts; `damage` is a sentence of its own or empty. */
export function shelledLine(posts: readonly string[], rounds: number, damage: string, names: Names): string {
  const values = { rounds: count(names.lang, 'rounds', rounds), post: listed(names.lang, posts.map((post) => names.post(post))) };
  const line = say(names.lang, 'log.post-shelled', values);
  return damage === '' ? line : `${line} ${damage}`;
}

/** How works and wire stand after the shells; empty where that cannot be seen. */
export function damageLine(works: number, wire: number, names: Names): string {
  if (works === 0 && wire === 0) return '';
  return say(names.lang, 'log.post-shelled.damage', { works: percent(names.lang, works), wire: percent(names.lang, wire) });
}

/** Men lost at a place by a cause. */
export function lossLine(cause: Of<'men-lost'>['cause'], place: string, killed: number, wounded: number, names: Names): string {
  return say(names.lang, `log.men-lost.${cause}`, { place, people: peopleWords(killed, wounded, names) });
}

function purposeKey(purpose: string): Key {
  const key = `log.march-began.${purpose}`;
  return isKey(key) ? key : 'log.unit-moved';
}

function assaultKey(event: Of<'assault-began'>, names: Names): Key {
  if (event.side === 'garrison') return 'log.assault-began.garrison';
  return names.side === 'garrison' ? 'log.assault-began.other' : 'log.assault-began.own';
}

/** The points by which cohesion moved, all causes together. */
export function pointsOf(event: Of<'cohesion-changed'>): number {
  return event.causes.reduce((sum, { points }) => sum + points, 0);
}
