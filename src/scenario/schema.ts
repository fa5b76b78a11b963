/**
 * The one definition of what a scenario file may hold.
 *
 * Five kinds of file: a `siege` names its map and rule set and holds the facts of one siege; `facts` files hold
 * the long lists beside it; a `variant` is a difference to a siege or to another variant; `rules` and `map` have
 * schemas of their own. Unknown keys are refused, so that a slip of the pen is told and not ignored. The JSON
 * Schema that editors use is generated from this.
 */
import * as v from 'valibot';
import { aircraft, byDay, conference, goods, individuals, supplyLine } from './schema-siege.ts';
import { choice, evidence, filePath, flag, head, id, integer, line, list, metres, permille, place, shape, side, sources, text, whole, words } from './schema-parts.ts';

const dayNumber = whole(0, 365, 'days after the first');
const degrees = whole(0, 359, 'degrees');
const names = shape({ garrison: line, besieger: line }, 'a name for garrison and besieger');
const range = v.strictTuple([integer, integer], 'a range [low, high]');

const post = shape({
  id,
  names,
  /** Names in use up to and with a day. */
  namesUntil: v.optional(list(shape({ untilDay: dayNumber, names }), 8)),
  also: v.optional(list(line, 8)),
  group: id,
  camp: id,
  east: metres,
  north: metres,
  lengthMetres: whole(5, 3000, 'metres'),
  widthMetres: whole(5, 3000, 'metres'),
  axisDegrees: degrees,
  works: permille,
  wire: permille,
  coverCentimetres: whole(0, 1000, 'centimetres'),
  /** A cellar of stone or brick: works that no shell takes. */
  cellar: v.optional(permille),
  /** Historically made on this day: a site at the start, where the garrison may build. */
  standsFromDay: v.optional(dayNumber),
  ...evidence,
}, 'a post');

const camp = shape({
  id,
  name: words,
  commandPost: id,
  /** The strip on which aircraft land for it. */
  strip: v.optional(v.nullable(id)),
  labourers: v.optional(whole(0, 100_000, 'men')),
  ...evidence,
}, 'a camp');

const formation = shape({
  id,
  side,
  name: line,
  kind: choice(['front', 'division', 'regiment', 'camp', 'sector', 'battalion', 'artillery']),
  parent: v.nullable(id),
  post: v.optional(v.nullable(id)),
  place: v.optional(v.nullable(place)),
  will: v.optional(permille),
  commander: v.optional(v.nullable(line)),
  nationality: v.optional(line),
  strengthRange: v.optional(range),
  arrivesDay: v.optional(dayNumber),
  ...evidence,
}, 'a formation');

const unit = shape({
  id,
  side,
  name: line,
  kind: choice(['company', 'battalion']),
  arm: choice(['infantry', 'parachute', 'engineers', 'partisans', 'services']),
  formation: id,
  men: whole(1, 20_000, 'men'),
  menRange: v.optional(range),
  quality: permille,
  cohesion: permille,
  post: v.optional(v.nullable(id)),
  place: v.optional(v.nullable(place)),
  reserve: v.optional(flag),
  tanks: v.optional(whole(0, 100)),
  arrivesDay: v.optional(dayNumber),
  /** Waits at the air bases from that day and comes by parachute. */
  jumps: v.optional(flag),
  ...evidence,
}, 'a unit');

const battery = shape({
  id,
  side,
  name: line,
  weapon: id,
  formation: id,
  tubes: whole(0, 100, 'tubes'),
  gunners: whole(0, 2000, 'men'),
  east: metres,
  north: metres,
  cover: choice(['pit', 'casemate', 'hidden']),
  post: v.optional(v.nullable(id)),
  known: flag,
  dump: id,
  arrivesDay: v.optional(dayNumber),
  ...evidence,
}, 'a battery');

const dump = shape({
  id,
  side,
  name: words,
  rounds: v.record(id, whole(0, 1_000_000, 'rounds'), 'rounds by weapon'),
  goods: v.optional(goods),
  camp: v.optional(v.nullable(id)),
  ...evidence,
}, 'a dump');

const approach = shape({ id, post: id, from: place, headMetres: whole(0, 20_000, 'metres'), ...evidence }, 'an approach');

const observer = shape({ id, side, east: metres, north: metres, ...evidence }, 'an observer');

/** The lists of facts, by the name under which they stand in a file. */
export const LISTS = {
  posts: post,
  camps: camp,
  formations: formation,
  units: unit,
  batteries: battery,
  dumps: dump,
  approaches: approach,
  observers: observer,
  aircraft,
} as const;

const lists = {
  posts: v.optional(list(post, 500)),
  camps: v.optional(list(camp, 20)),
  formations: v.optional(list(formation, 500)),
  units: v.optional(list(unit, 2000)),
  batteries: v.optional(list(battery, 1000)),
  dumps: v.optional(list(dump, 100)),
  approaches: v.optional(list(approach, 500)),
  observers: v.optional(list(observer, 500)),
  aircraft: v.optional(list(aircraft, 50)),
};

const calendar = shape({
  firstDay: v.pipe(v.string('a date'), v.isoDate('a date such as 1954-03-13')),
  firstPhase: choice(['day', 'night']),
  turns: whole(1, 500, 'turns'),
}, 'the calendar');

const climate = shape({
  opening: choice(['clear', 'cloud', 'rain', 'storm']),
  mud: permille,
  shiftDays: whole(-60, 60, 'days'),
  /** Permille of rain or storm by day, over the valley and over the air bases. */
  valley: byDay,
  bases: byDay,
  ...evidence,
}, 'the climate');

const victory = shape({
  posts: list(id, 500, 1),
  besiegerTakes: whole(1, 500, 'posts'),
  garrisonHolds: whole(1, 500, 'posts'),
  atOnce: flag,
}, 'the terms of victory');

const commanders = shape({ garrison: list(id, 20, 1), besieger: list(id, 20, 1) }, 'doctrines of each side');

/** Parts of a siege that are single records, by the name under which they stand in a file. */
export const SECTIONS = { calendar, climate, victory, commanders, supplyLine, individuals, conference } as const;

/** Those of them that a siege may leave out. */
const optional = { supplyLine: v.optional(supplyLine), individuals: v.optional(individuals), conference: v.optional(conference) };

const briefing = shape({ garrison: words, besieger: words }, 'a briefing for each side');

const party = shape({ name: words, short: words, nation: choice(['blue', 'red']) }, 'a side');

/** A siege: the facts of one battle. */
export const siegeFile = shape(
  {
    ...head,
    kind: v.literal('siege', '"siege"'),
    id,
    /** False: a base for variants, not itself in the list to choose from. */
    offered: v.optional(flag),
    title: words,
    briefing,
    note: v.optional(text),
    sources,
    sides: shape({ garrison: party, besieger: party }, 'the two sides'),
    map: filePath,
    rules: filePath,
    facts: v.optional(list(filePath, 20)),
    ...SECTIONS,
    ...optional,
    theatre: v.optional(list(id, 500)),
    ...lists,
  },
  'a siege',
);

/** Lists of facts beside a siege. */
export const factsFile = shape(
  { ...head, kind: v.literal('facts', '"facts"'), id, note: v.optional(text), sources, ...lists },
  'a file of facts',
);

const forces = v.union(
  [
    v.literal('all'),
    shape({ formations: list(id, 500), batteries: v.optional(list(id, 1000)) }),
  ],
  '"all", or formations and batteries by id',
);

const window = shape({
  turns: v.optional(whole(1, 500, 'turns')),
  theatre: v.optional(list(id, 500)),
  garrison: v.optional(forces),
  besieger: v.optional(forces),
  /** Kinds of aircraft that are left; all without this key. */
  aircraft: v.optional(list(id, 50)),
  /** Parts of a long siege that a short one does without. */
  without: v.optional(list(choice(['supplyLine', 'individuals', 'conference']), 3)),
  note: v.optional(text),
}, 'a window of time and forces');

/** A variant: the difference to a siege or to another variant. */
export const variantFile = shape(
  {
    ...head,
    kind: v.literal('variant', '"variant"'),
    id,
    base: id,
    title: v.optional(words),
    briefing: v.optional(briefing),
    note: v.optional(text),
    sources,
    rules: v.optional(filePath),
    window: v.optional(window),
    victory: v.optional(victory),
    commanders: v.optional(commanders),
    /** New values by path, for example `posts.eliane-2.works`. */
    set: v.optional(v.record(v.pipe(v.string('a path'), v.regex(/^[\w.-]{1,200}$/, 'a path such as posts.eliane-2.works')), v.unknown(), 'values by path')),
  },
  'a variant',
);

/** The types of the lists, as they stand in a file. */
export type PostEntry = v.InferOutput<typeof post>;
export type CampEntry = v.InferOutput<typeof camp>;
export type FormationEntry = v.InferOutput<typeof formation>;
export type UnitEntry = v.InferOutput<typeof unit>;
export type BatteryEntry = v.InferOutput<typeof battery>;
export type DumpEntry = v.InferOutput<typeof dump>;
export type ApproachEntry = v.InferOutput<typeof approach>;
export type ObserverEntry = v.InferOutput<typeof observer>;
export type { AircraftEntry } from './schema-siege.ts';
export type SiegeFile = v.InferOutput<typeof siegeFile>;
export type FactsFile = v.InferOutput<typeof factsFile>;
export type VariantFile = v.InferOutput<typeof variantFile>;
