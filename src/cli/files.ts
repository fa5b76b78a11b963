/** Files named on the command line. */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { openScenario, shippedFiles, shippedIds } from '../scenario/library.ts';
import type { Files } from '../scenario/document.ts';
import { readScenarioText, type LoadedScenario, type Settings } from '../scenario/parse.ts';
import { oneOf, type Result } from '../scenario/problem.ts';
import { readReplay, type Replay } from '../replay/format.ts';
import { BadInput, badInput } from './bad-input.ts';

/** The text of a file as a person named it. */
export function textOf(file: string): string {
  const text = textIfThere(file);
  if (text === null) throw badInput(file, '', 'cannot be read', 'a file that exists');
  return text;
}

function textIfThere(file: string): string | null {
  try {
    return statSync(file).isFile() ? readFileSync(file, 'utf8') : null;
  } catch {
    return null;
  }
}

/** Writes a file, with the folders above it. */
export function writeText(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (problem) {
    throw badInput(file, '', `cannot be written: ${problem instanceof Error ? problem.message : ''}`, 'a path that can be written');
  }
}

/** The value, or bad input. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new BadInput(result.problems);
  return result.value;
}

/** The scenario with this id, or in this file; what a file refers to may lie beside it or ship with the game. */
export async function scenarioOf(name: string, settings: Settings = {}): Promise<LoadedScenario> {
  if (!isFileName(name)) return shippedScenario(name, settings);
  return valueOf(readScenarioText(name, textOf(name), await filesBeside(name), settings));
}

async function shippedScenario(id: string, settings: Settings): Promise<LoadedScenario> {
  const ids = shippedIds();
  if (!ids.includes(id)) throw badInput(`scenario ${JSON.stringify(id)}`, '', 'is not known', `${oneOf(ids)}, or a file that ends in .json`);
  return valueOf(await openScenario(id, settings));
}

/** True for a name that means a file and not one of the shipped scenarios. */
function isFileName(name: string): boolean {
  return name.endsWith('.json') || isAbsolute(name) || /[/\\]/.test(name);
}

/** Files beside this one come before shipped ones of the same name. */
export async function filesBeside(file: string): Promise<Files> {
  const shipped = await shippedFiles();
  return (path) => textIfThere(join(dirname(file), path)) ?? shipped(path);
}

/** The replay in this file. */
export function replayIn(file: string): Replay {
  return valueOf(readReplay(textOf(file), file));
}

/** The scenario that a replay was played in; `other` names it when it is not one of the shipped. */
export async function scenarioOfReplay(file: string, replay: Replay, other: string | null): Promise<LoadedScenario> {
  const { id, set } = replay.scenario;
  if (other !== null) return scenarioOf(other, set ?? {});
  if (shippedIds().includes(id)) return scenarioOf(id, set ?? {});
  throw badInput(file, 'scenario.id', `${JSON.stringify(id)} does not ship with the game`, 'its file after --scenario');
}
