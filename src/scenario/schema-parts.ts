/** The small parts of the schema. Each carries, as its message, what is expected of the value. */
import * as v from 'valibot';
import { LONGEST_TEXT } from './json-text.ts';

const ANY_INTEGER = 1_000_000_000;

/** Begins what is expected instead of an unknown key; the names of all known keys follow. */
export const KNOWN_KEYS = 'one of the keys ';

const whatShapesAre = new WeakMap<object, string>();

/** A record with exactly these keys; `what` says what it is, for messages. */
export function shape<const Entries extends v.ObjectEntries>(entries: Entries, what = 'a record') {
  const schema = v.strictObject(entries, (issue) => {
    if (issue.expected === 'never') return KNOWN_KEYS + Object.keys(entries).join(', ');
    const missing = /^"(.+)"$/.exec(issue.expected ?? '')?.[1];
    const entry = missing === undefined ? undefined : entries[missing];
    return entry === undefined ? what : expectationOf(entry);
  });
  whatShapesAre.set(schema, what);
  return schema;
}

function expectationOf(schema: object): string {
  const what = whatShapesAre.get(schema);
  if (what !== undefined) return what;
  if ('message' in schema && typeof schema.message === 'string') return schema.message;
  if ('wrapped' in schema && typeof schema.wrapped === 'object' && schema.wrapped !== null) return expectationOf(schema.wrapped);
  return 'a value';
}

/** A whole number between two bounds. */
export function whole(min: number, max: number, unit = '') {
  const expected = `a whole number from ${String(min)} to ${String(max)}${unit === '' ? '' : ` ${unit}`}`;
  return v.pipe(v.number(expected), v.integer(expected), v.minValue(min, expected), v.maxValue(max, expected));
}

/** Any whole number that a rule can reckon with. */
export const integer = whole(-ANY_INTEGER, ANY_INTEGER);

/** A share in permille. */
export const permille = whole(0, 1000, 'permille');

/** Metres east or north of the origin of a map. */
export const metres = whole(-100_000, 100_000, 'metres');

/** Yes or no. */
export const flag = v.boolean('true or false');

/** A name by which other entries speak of this one. */
export const id = v.pipe(
  v.string('an id'),
  v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'an id of small letters, digits and hyphens'),
);

/** A text that is shown, never empty. */
export const text = v.pipe(
  v.string('a text'),
  v.minLength(1, 'a text that is not empty'),
  v.maxLength(LONGEST_TEXT, `a text of at most ${String(LONGEST_TEXT)} characters`),
);

/** A short text on one line: a name. */
export const line = v.pipe(
  v.string('a name'),
  v.regex(/^[^\n\r]{1,200}$/, 'a name of 1 to 200 characters on one line'),
);

/** A text in the three languages. */
export const words = shape({ vi: text, fr: text, en: text }, 'texts in vi, fr and en');

/** One of a few names. */
export function choice<const Names extends readonly string[]>(names: Names) {
  return v.picklist(names, `one of ${names.join(', ')}`);
}

/** A list with a bound on its length. */
export function list<Item extends v.GenericSchema>(item: Item, most: number, least = 0) {
  const expected = `a list of ${String(least)} to ${String(most)} entries`;
  return v.pipe(v.array(item, expected), v.minLength(least, expected), v.maxLength(most, expected));
}

/** A path of a file below the folder of scenarios; never out of it. */
export const filePath = v.pipe(
  v.string('a path such as maps/valley.json'),
  v.regex(/^[\w-]+(?:\/[\w-]+){0,4}\.json$/, 'a path such as maps/valley.json, below the folder of scenarios'),
);

/** A point in metres. */
export const place = shape({ east: metres, north: metres }, 'a place with east and north in metres');

/** A point of a line on the map. */
export const point = v.strictTuple([metres, metres], 'a point [east, north] in metres');

/** Which side an entry belongs to. */
export const side = choice(['garrison', 'besieger']);

/** How well a fact is known and from where; may stand beside any entry. */
export const evidence = {
  est: v.optional(flag),
  conf: v.optional(choice(['low', 'medium', 'high'])),
  source: v.optional(text),
  note: v.optional(text),
};

/** Codes of sources, each resolved once in the file that uses it. */
export const sources = v.optional(
  v.record(v.pipe(v.string('a code'), v.regex(/^[\w./ -]{1,40}$/, 'a short code')), text, 'a record of codes and their sources'),
);

/** What every file begins with. */
export const head = {
  $schema: v.optional(v.pipe(v.string('a path'), v.maxLength(200, 'a path'))),
  format: v.literal(1, '1'),
};
