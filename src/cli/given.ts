/** Reads the arguments of one command; whatever it does not know is bad input. */
import { parseArgs } from 'node:util';
import { A_SEED, SEED_PATTERN } from '../replay/format.ts';
import { badInput } from './bad-input.ts';
import type { Command, Flags, Given } from './command.ts';

/** The flags and files that this command was given. */
export function readGiven(args: readonly string[], command: Command): Given {
  const { values, positionals } = parsed(args, command);
  const { least, most } = command.files;
  if (positionals.length < least) throw badInput('arguments', '', 'a file is missing', command.usage);
  if (positionals.length > most) throw badInput('arguments', '', `found ${JSON.stringify(positionals[most])}`, command.usage);
  const texts = (flag: string): readonly string[] => {
    const value = values[flag];
    return [value].flat().filter((one) => typeof one === 'string');
  };
  return { texts, text: (flag) => texts(flag)[0] ?? null, isOn: (flag) => values[flag] === true, files: positionals };
}

type Values = Record<string, undefined | string | boolean | (string | boolean)[]>;

function parsed(args: readonly string[], command: Command): { values: Values; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: command.flags, allowPositionals: true, strict: true });
    return { values, positionals };
  } catch (problem) {
    throw badInput('arguments', '', wordsOf(problem), known(command.flags));
  }
}

/** Node's own message, without its advice on positionals that begin with a hyphen. */
function wordsOf(problem: unknown): string {
  const message = problem instanceof Error ? problem.message : 'cannot be read';
  return (message.split(/[.\n]\s/)[0] ?? message).replace(/\.$/, '');
}

function known(flags: Flags): string {
  const names = Object.entries(flags).map(([name, { type }]) => `--${name}${type === 'string' ? ' VALUE' : ''}`);
  return `the flags ${names.join(', ')}`;
}

/** The value of a flag that must be given. */
export function required(given: Given, flag: string, expected: string): string {
  const value = given.text(flag);
  if (value === null || value === '') throw badInput(`--${flag}`, '', 'nothing is there', expected);
  return value;
}

/** The whole number of a flag, or null when it is not given. */
export function wholeNumber(given: Given, flag: string, low: number, high: number): number | null {
  const text = given.text(flag);
  if (text === null) return null;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  throw badInput(`--${flag}`, '', `found ${JSON.stringify(text)}`, `a whole number from ${String(low)} to ${String(high)}`);
}

/** The value of a flag that is one of a few words. */
export function oneWord<const Word extends string>(given: Given, flag: string, words: readonly Word[], otherwise: Word): Word {
  const text = given.text(flag) ?? otherwise;
  const word = words.find((one) => one === text);
  if (word === undefined) throw badInput(`--${flag}`, '', `found ${JSON.stringify(text)}`, words.join(' or '));
  return word;
}

/** The seed, which must be given. */
export function readSeed(given: Given): string {
  const seed = required(given, 'seed', A_SEED);
  if (!SEED_PATTERN.test(seed)) throw badInput('--seed', '', `found ${JSON.stringify(seed.slice(0, 60))}`, A_SEED);
  return seed;
}
