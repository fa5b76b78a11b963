import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Files } from '../../src/scenario/document.ts';
import { readScenario, type LoadedScenario, type Settings } from '../../src/scenario/parse.ts';
import { ROOT, textOf } from './source.ts';

/** The folder of the invented siege, laid out as the folder of scenarios is. */
export const INVENTED = 'tests/fixtures/invented-siege';

/** Its files; the rule set is the one that ships. */
export const inventedFiles: Files = (path) => {
  const found = [`${INVENTED}/${path}`, `scenarios/${path}`].find((one) => existsSync(resolve(ROOT, one)));
  return found === undefined ? null : textOf(found);
};

/** A siege that never was, read by the same code as those that ship. */
export function inventedSiege(settings: Settings = {}): LoadedScenario {
  const loaded = readScenario('invented-siege', inventedFiles, settings);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ file, path, message, expected }) => `${file} ${path}: ${message} (${expected})`).join('\n'));
  return loaded.value;
}
