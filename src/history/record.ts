/**
 * The siege as it was, as far as sources say: what sieges of the game are compared with and the page shows beside them.
 *
 * Facts with their sources, in files of their own, apart from the scenario: no rule and no commander reads them.
 */
import * as v from 'valibot';
import accountsRecord from './record/accounts.json';
import aircraftRecord from './record/aircraft.json';
import halfDaysRecord from './record/half-days.json';
import jumpsRecord from './record/jumps.json';
import postChangesRecord from './record/post-changes.json';
import shellsRecord from './record/shells.json';
import supplyRecord from './record/supply.json';
import targetsRecord from './record/targets.json';
import trenchesRecord from './record/trenches.json';
import { accountsFile, aircraftFile, halfDaysFile, jumpsFile, postChangesFile, shellsFile, supplyFile, targetsFile, trenchesFile } from './schema.ts';

/** A file of the record that is wrong is our own mistake, and throws with its name and the place in it. */
export function checked<Schema extends v.GenericSchema>(name: string, schema: Schema, content: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, content);
  if (result.success) return result.output;
  const [first] = result.issues;
  throw new Error(`record ${name}: ${v.getDotPath(first) ?? ''} ${first.message}`);
}

/** Figures with the range in which the median of many sieges should lie. */
export const targets = checked('targets', targetsFile, targetsRecord).targets;

/** Where the Vietnamese and the French account differ; neither is corrected by the other. */
export const accounts = checked('accounts', accountsFile, accountsRecord).accounts;

/** The 113 half-days; a sky that is null was not written down. */
export const halfDays = checked('half-days', halfDaysFile, halfDaysRecord).halfDays;

/** Who held which post from when, in order of time. */
export const postChanges = checked('post-changes', postChangesFile, postChangesRecord).changes;

/** Kilos dropped and recovered by day, after the French record. */
export const supplyByDay = checked('supply', supplyFile, supplyRecord).days;

/** Men who came by parachute. */
export const jumps = checked('jumps', jumpsFile, jumpsRecord).jumps;

/** The besieger's trench, kilometres in all by day. */
export const trenches = checked('trenches', trenchesFile, trenchesRecord).marks;

/** Aircraft lost and damaged by week. */
export const aircraftByWeek = checked('aircraft', aircraftFile, aircraftRecord).weeks;

/** Rounds of 105 mm at the besieger's front, by day. */
export const shellsAtFront = checked('shells', shellsFile, shellsRecord).marks;

/** What every code of a source in the record stands for. */
export const recordSources: Readonly<Record<string, string>> = Object.assign(
  {},
  ...[accountsRecord, aircraftRecord, halfDaysRecord, jumpsRecord, shellsRecord, supplyRecord, targetsRecord, trenchesRecord].map((one) => one.sources),
) as Record<string, string>;
