/**
 * From files to a scenario that the engine can play, or to the list of everything that is wrong with them.
 *
 * The text of a file is hostile until it has passed: nothing here throws, evaluates or reaches outside the files
 * that the caller provides.
 */
import type { Scenario, Words } from '../engine/index.ts';
import { compileScenario } from './compile.ts';
import { checkDocument, readDocument, type Document, type Files } from './document.ts';
import { scenarioHash } from './hash.ts';
import { parseJson } from './json-text.ts';
import { withNames } from './one-text.ts';
import { problemAt, quote, type Problem, type Result } from './problem.ts';
import { checkReferences } from './references.ts';
import { rowsOf, type RuleRows } from './schema-rules.ts';
import { applySetting } from './settings.ts';
import { gatherSiege, keep, type Siege } from './siege.ts';
import { applyVariant } from './variant.ts';

/** A scenario ready to be played. */
export interface LoadedScenario {
  readonly id: string;
  readonly title: Words;
  readonly scenario: Scenario;
  readonly hash: string;
  /** Every tunable with bounds and source, as this scenario sets it. */
  readonly rules: RuleRows;
  /** Sources by code, of the rule set. */
  readonly sources: Readonly<Record<string, string>>;
}

/** Values to replace, by path. */
export type Settings = Readonly<Record<string, unknown>>;

/** Variants that stand on variants, at most. */
const DEEPEST_BASE = 8;

/** Reads the scenario with this id, or in this file. */
export function readScenario(idOrPath: string, files: Files, settings: Settings = {}): Result<LoadedScenario> {
  const path = idOrPath.endsWith('.json') ? idOrPath : `${idOrPath}.json`;
  return load(readDocument(path, ['siege', 'variant'], files), files, settings);
}

/** Reads a scenario from the text of a file; what it refers to comes from `files`. */
export function readScenarioText(file: string, text: string, files: Files, settings: Settings = {}): Result<LoadedScenario> {
  const parsed = parseJson(file, text);
  return parsed.ok ? load(checkDocument(file, parsed.value, ['siege', 'variant']), files, settings) : parsed;
}

function load(main: Result<Document<'siege' | 'variant'>>, files: Files, settings: Settings): Result<LoadedScenario> {
  if (!main.ok) return main;
  const problems: Problem[] = [];
  let siege = gather(main.value, files, problems, []);
  for (const [path, value] of Object.entries(settings)) {
    if (siege !== null) siege = applySetting(siege, path, value, { file: '--set', path }, problems);
  }
  if (siege === null) return { ok: false, problems };
  problems.push(...checkReferences(siege));
  if (problems.length > 0) return { ok: false, problems };
  const scenario = withNames(compileScenario(siege));
  return { ok: true, value: { id: siege.id, title: siege.title, scenario, hash: scenarioHash(scenario), rules: siege.rules, sources: sourcesOf(siege) } };
}

function gather(main: Document<'siege' | 'variant'>, files: Files, problems: Problem[], above: readonly string[]): Siege | null {
  if (main.kind === 'siege') return gatherSiege(main, files, problems);
  const where = { file: main.file, path: 'base' };
  const { base, rules } = main.content;
  if (above.includes(base) || base === main.content.id || above.length >= DEEPEST_BASE) {
    problems.push(problemAt(where, `${quote(base)} leads back to itself or too far`, `a chain of at most ${String(DEEPEST_BASE)} variants that ends at a siege`));
    return null;
  }
  const document = keep(readDocument(`${base}.json`, ['siege', 'variant'], files), problems);
  const under = document === null ? null : gather(document, files, problems, [...above, main.content.id]);
  const ruleSet = rules === undefined ? null : keep(readDocument(rules, ['rules'], files), problems);
  if (under === null) return null;
  const ruled = ruleSet === null ? under : { ...under, rulesFile: ruleSet.file, rules: rowsOf(ruleSet.content), files: [...under.files, ruleSet] };
  return applyVariant(ruled, main, problems);
}

function sourcesOf(siege: Siege): Readonly<Record<string, string>> {
  return siege.files.find((one) => one.file === siege.rulesFile)?.content.sources ?? {};
}
