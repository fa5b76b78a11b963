/** The schema of a rule set, built from the list of tunables so that a new one needs only its row in the file. */
import * as v from 'valibot';
import { TUNABLES, WEAPON_TUNABLES } from '../engine/index.ts';
import { head, id, integer, shape, sources, text } from './schema-parts.ts';

/** One tunable with all that a reader needs to judge it. */
export interface RuleRow {
  readonly value: number | readonly (readonly [number, number])[];
  readonly unit: string;
  /** Of a curve: factors in permille on all its values. */
  readonly min: number;
  readonly max: number;
  readonly source: string;
  readonly note?: string | undefined;
}

/** Tunables by group and name. */
export type RuleGroups = Readonly<Record<string, Readonly<Record<string, RuleRow>>>>;

/** The rows of a rule set. */
export interface RuleRows {
  readonly groups: RuleGroups;
  readonly weapons: RuleGroups;
}

const curve = v.pipe(
  v.array(v.strictTuple([integer, integer], 'a point [x, y] of whole numbers'), 'a curve: a list of points [x, y]'),
  v.minLength(1, 'at least one point'),
  v.maxLength(64, 'at most 64 points'),
);

/** Whether a unit speaks of a curve. */
export function isCurveUnit(unit: string): boolean {
  return unit.includes(' -> ');
}

/** The schema of a row, one for each unit. */
export const ROW_SCHEMAS = new Map<string, v.GenericSchema>();

function rowSchema(unit: string): v.GenericSchema {
  const known = ROW_SCHEMAS.get(unit);
  if (known !== undefined) return known;
  const row = shape(
    {
      value: isCurveUnit(unit) ? curve : integer,
      unit: v.literal(unit, `"${unit}"`),
      min: integer,
      max: integer,
      source: text,
      note: v.optional(text),
    },
    'a tunable with value, unit, min, max and source',
  );
  ROW_SCHEMAS.set(unit, row);
  return row;
}

function groupSchema(units: Readonly<Record<string, string>>, name: string): v.GenericSchema {
  const entries = Object.entries(units).map(([key, unit]) => [key, rowSchema(unit)] as const);
  return shape(Object.fromEntries(entries), `the tunables of ${name}`);
}

const weapons = v.record(id, groupSchema(WEAPON_TUNABLES, 'a weapon'), 'weapons by id');

const groups = Object.entries(TUNABLES).map(([name, units]) => [name, groupSchema(units, name)] as const);

/** A rule set file. */
export const rulesFile = shape(
  {
    ...head,
    kind: v.literal('rules', '"rules"'),
    id,
    note: v.optional(text),
    sources,
    rules: shape({ ...Object.fromEntries(groups), weapons }, 'the groups of tunables'),
  },
  'a rule set',
);

/** The rows of a file that passed the schema above. */
export function rowsOf(file: v.InferOutput<typeof rulesFile>): RuleRows {
  // The schema is built from strings at run time, so its static type cannot carry the shape it checks.
  const { weapons: ofWeapons, ...rest } = file.rules as unknown as Record<string, RuleGroups[string]>;
  return { groups: rest, weapons: (ofWeapons ?? {}) as unknown as RuleGroups };
}
