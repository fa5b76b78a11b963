/** The schema of what a long siege adds: aircraft, the besieger's supply line, single men by air, the talks. */
import * as v from 'valibot';
import { GOODS } from '../engine/index.ts';
import { choice, evidence, flag, id, permille, shape, whole, words } from './schema-parts.ts';

const day = whole(-365, 365, 'days after the first');

/** A table by day of the siege: whole numbers, straight lines between them. */
export const byDay = v.pipe(
  v.array(v.strictTuple([day, whole(0, 1_000_000)], 'a point [day, value]'), 'a list of points [day, value]'),
  v.minLength(1, 'at least one point'),
  v.maxLength(64, 'at most 64 points'),
  v.check((points) => points.every(([x], index) => index === 0 || x > (points[index - 1]?.[0] ?? 0)), 'points with rising day'),
);

const kilos = whole(0, 10_000_000, 'kilos');

/** Kilos of every good; those left out are none. */
export const goods = shape(Object.fromEntries(GOODS.map((good) => [good, v.optional(kilos)] as const)), 'kilos of goods');

/** A kind of aircraft. */
export const aircraft = shape({
  id,
  name: words,
  role: choice(['transport', 'combat']),
  sorties: byDay,
  loadKilos: whole(0, 100_000, 'kilos'),
  bundles: whole(0, 200, 'bundles'),
  men: whole(0, 500, 'men'),
  stickMetres: whole(0, 10_000, 'metres'),
  lands: flag,
  vulnerability: whole(0, 10_000, 'permille'),
  ...evidence,
}, 'a kind of aircraft');

/** What reaches the besieger's front. */
export const supplyLine = shape({
  id,
  dump: id,
  porters: whole(0, 1_000_000, 'carriers'),
  rounds: v.record(id, whole(0, 100_000, 'rounds a day'), 'rounds a day by weapon'),
  foodKilos: kilos,
  recruits: byDay,
  pool: whole(0, 100_000, 'men'),
  recruitQuality: permille,
  ...evidence,
}, 'a supply line');

/** Single men who may be parachuted in. */
export const individuals = shape({ perDay: byDay, quality: permille, ...evidence }, 'single men by parachute');

/** The talks. */
export const conference = shape({ name: words, opensDay: day, ceasefire: byDay, ...evidence }, 'a conference');

export type AircraftEntry = v.InferOutput<typeof aircraft>;
