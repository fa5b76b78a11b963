/** What a command of the command line is. */
import type { ParseArgsConfig } from 'node:util';

/** Flags as Node's own parser knows them. */
export type Flags = NonNullable<ParseArgsConfig['options']>;

/** The flags and files of one call. */
export interface Given {
  /** The value of a flag, or null. */
  text(flag: string): string | null;
  /** All values of a flag that may be repeated. */
  texts(flag: string): readonly string[];
  isOn(flag: string): boolean;
  readonly files: readonly string[];
}

/** Where a command writes: results to stdout, a problem to stderr. */
export interface Out {
  print(text: string): void;
  complain(line: string): void;
}

/** 0 fine, 1 the answer is no. Bad input (2) is thrown. */
export type ExitCode = 0 | 1;

/** One command. */
export interface Command {
  readonly usage: string;
  readonly about: string;
  readonly flags: Flags;
  /** How many files it takes. */
  readonly files: { readonly least: number; readonly most: number };
  run(given: Given, out: Out): Promise<ExitCode>;
}

/** A flag with a value. */
export const VALUE = { type: 'string' } as const;
/** A flag with a value that may be given many times. */
export const VALUES = { type: 'string', multiple: true } as const;
/** A flag without a value. */
export const SWITCH = { type: 'boolean' } as const;
