/** A siege gathered from its files: everything in one value, and for each entry the place it came from. */
import type { Words } from '../engine/index.ts';
import { readDocument, type Document, type Files } from './document.ts';
import { below, type Problem, type Where } from './problem.ts';
import { rowsOf, type RuleRows } from './schema-rules.ts';
import {
  LISTS,
  type AircraftEntry, type ApproachEntry, type BatteryEntry, type CampEntry, type DumpEntry, type FactsFile, type FormationEntry,
  type ObserverEntry, type PostEntry, type SiegeFile, type UnitEntry,
} from './schema.ts';

/** The lists of facts of a siege. */
export interface Facts {
  readonly posts: readonly PostEntry[];
  readonly camps: readonly CampEntry[];
  readonly formations: readonly FormationEntry[];
  readonly units: readonly UnitEntry[];
  readonly batteries: readonly BatteryEntry[];
  readonly dumps: readonly DumpEntry[];
  readonly approaches: readonly ApproachEntry[];
  readonly observers: readonly ObserverEntry[];
  readonly aircraft: readonly AircraftEntry[];
}

export type ListName = keyof Facts;

/** The names of the lists, in the order in which they are checked. */
export const LIST_NAMES = Object.keys(LISTS) as readonly ListName[];

/** A siege before it is compiled for the engine. */
export interface Siege extends Facts {
  /** The file that names the siege, and its part in it. */
  readonly where: Where;
  readonly id: string;
  readonly title: Words;
  readonly briefing: SiegeFile['briefing'];
  readonly sides: SiegeFile['sides'];
  readonly calendar: SiegeFile['calendar'];
  readonly climate: SiegeFile['climate'];
  readonly victory: SiegeFile['victory'];
  readonly commanders: SiegeFile['commanders'];
  readonly supplyLine: SiegeFile['supplyLine'];
  readonly individuals: SiegeFile['individuals'];
  readonly conference: SiegeFile['conference'];
  readonly theatre: readonly string[];
  readonly map: Document<'map'>;
  readonly rulesFile: string;
  readonly rules: RuleRows;
  /** Where each entry of the lists stands; one that was changed stands where the change does. */
  readonly places: WeakMap<object, Where>;
  /** Every file that went into it, with the sources it resolves. */
  readonly files: readonly Document[];
}

/** The place of an entry. */
export function whereIs(siege: Siege, entry: object): Where {
  return siege.places.get(entry) ?? siege.where;
}

/** Gathers map, rule set and lists of facts of a siege; every problem of every file goes into `problems`. */
export function gatherSiege(main: Document<'siege'>, files: Files, problems: Problem[]): Siege | null {
  const map = keep(readDocument(main.content.map, ['map'], files), problems);
  const rules = keep(readDocument(main.content.rules, ['rules'], files), problems);
  const wanted = main.content.facts ?? [];
  const facts = wanted.map((path) => keep(readDocument(path, ['facts'], files), problems)).filter((one) => one !== null);
  if (map === null || rules === null || facts.length < wanted.length) return null;
  const places = new WeakMap<object, Where>();
  const { id, title, briefing, sides, calendar, climate, victory, commanders, theatre, supplyLine, individuals, conference } = main.content;
  return {
    where: { file: main.file, path: '' },
    id, title, briefing, sides, calendar, climate, victory, commanders, supplyLine, individuals, conference, theatre: theatre ?? [],
    map, rulesFile: rules.file, rules: rowsOf(rules.content),
    ...collect([main, ...facts], places),
    places,
    files: [main, map, rules, ...facts],
  };
}

/** The value of a result, or null after its problems were put with the others. */
export function keep<Value>(result: { ok: true; value: Value } | { ok: false; problems: readonly Problem[] }, problems: Problem[]): Value | null {
  if (result.ok) return result.value;
  problems.push(...result.problems);
  return null;
}

function collect(documents: readonly { file: string; content: SiegeFile | FactsFile }[], places: WeakMap<object, Where>): Facts {
  const all = <Name extends ListName>(name: Name): Facts[Name] => {
    const entries: object[] = [];
    for (const { file, content } of documents) {
      (content[name] ?? []).forEach((entry, index) => {
        places.set(entry, below({ file, path: '' }, name, index));
        entries.push(entry);
      });
    }
    return entries as unknown as Facts[Name];
  };
  return {
    posts: all('posts'), camps: all('camps'), formations: all('formations'), units: all('units'),
    batteries: all('batteries'), dumps: all('dumps'), approaches: all('approaches'), observers: all('observers'), aircraft: all('aircraft'),
  };
}
