/** What the files of the historical record hold. Whole numbers but where a source has half an hour. */
import * as v from 'valibot';

const conf = v.picklist(['low', 'medium', 'high']);
const whole = v.pipe(v.number(), v.integer());
const count = v.pipe(whole, v.minValue(0));
/** Days after the first, turns and pulses of the siege. */
const day = v.pipe(whole, v.minValue(0), v.maxValue(120));
const turn = v.pipe(whole, v.minValue(0), v.maxValue(112));
const range = v.pipe(v.strictTuple([count, count]), v.check(([low, high]) => low <= high, 'low before high'));
const text = v.pipe(v.string(), v.minLength(1));
const words = v.strictObject({ vi: text, fr: text, en: text });
const source = text;
const sources = v.record(text, text);

/** A file with its sources and one list. */
function file<const Name extends string, const Row extends v.GenericSchema>(name: Name, row: Row) {
  const list = { [name]: v.pipe(v.array(row), v.minLength(1)) } as unknown as Record<Name, v.ArraySchema<Row, undefined>>;
  return v.strictObject({ note: text, sources: v.optional(sources, {}), ...list });
}

export const targetRow = v.strictObject({
  id: text,
  what: text,
  unit: v.picklist(['hours', 'turns', 'day', 'posts', 'men', 'rounds', 'aircraft', 'tonnes a day', 'km', 'nights', 'permille', 'tonnes']),
  value: v.number(),
  low: v.number(),
  high: v.number(),
  /** The scenario whose runs it is compared with. */
  scenario: text,
  conf,
  source,
});

export const targetsFile = file('targets', targetRow);

export const accountsFile = file('accounts', v.strictObject({
  id: text, topic: words, vietnamese: words, french: words, sourceVietnamese: source, sourceFrench: source,
}));

export const halfDaysFile = file('halfDays', v.strictObject({
  turn,
  acts: v.picklist(['garrison', 'besieger', 'both', 'none']),
  posts: v.array(text),
  sky: v.nullable(v.picklist(['clear', 'cloud', 'rain', 'storm'])),
  conf,
  source,
}));

export const postChangesFile = file('changes', v.strictObject({
  post: text,
  at: v.pipe(v.string(), v.isoDateTime()),
  turn,
  pulse: v.pipe(whole, v.minValue(0), v.maxValue(11)),
  kind: v.picklist(['fell', 'retaken', 'given-up', 'deserted', 'evacuated', 'broken-out', 'captured', 'contested']),
  holder: v.picklist(['garrison', 'besieger', 'contested', 'empty']),
  plusMinusMinutes: count,
  conf,
}));

export const supplyFile = file('days', v.strictObject({
  day, droppedKilos: count, recoveredKilos: count, c119: count, c47: count, est: v.boolean(), recoveredEst: v.boolean(), source,
}));

export const jumpsFile = file('jumps', v.strictObject({
  fromDay: day, toDay: day, unit: text, men: count, range, lost: range, heightMetres: count, night: v.boolean(), est: v.boolean(), conf, source,
}));

export const trenchesFile = file('marks', v.strictObject({ day, km: count, metresToWire: v.record(text, count), conf, source }));

export const aircraftFile = file('weeks', v.strictObject({
  fromDay: day, toDay: day, inAir: range, onGround: count, damaged: count, est: v.boolean(), source,
}));

export const shellsFile = file('marks', v.strictObject({ day, rounds: count, est: v.boolean(), source }));

export type Target = v.InferOutput<typeof targetRow>;
