/** The command line: `siege COMMAND`. Exit codes: 0 fine, 1 the answer is no, 2 bad input. */
import { BadInput, badInput } from './bad-input.ts';
import { bench } from './bench.ts';
import { check } from './check.ts';
import type { Command, Out } from './command.ts';
import { readGiven } from './given.ts';
import { params } from './params.ts';
import { relief } from './relief-command.ts';
import { replay } from './replay.ts';
import { schema } from './schema.ts';
import { simulate } from './simulate.ts';
import { verify } from './verify.ts';

const COMMANDS: Readonly<Record<string, Command>> = { simulate, replay, verify, check, params, schema, relief, bench };

const TERMINAL: Out = {
  print: (text) => void process.stdout.write(text),
  complain: (line) => void process.stderr.write(`${line}\n`),
};

/** Runs one command and gives its exit code. */
export async function main(args: readonly string[], out: Out = TERMINAL): Promise<number> {
  try {
    const [name = '', ...rest] = args;
    if (name === 'help' || name === '--help' || rest.includes('--help')) return help(Object.hasOwn(COMMANDS, name) ? name : null, out);
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) throw badInput('command', '', name === '' ? 'nothing is there' : `found ${JSON.stringify(name)}`, Object.keys(COMMANDS).join(', '));
    return await command.run(readGiven(rest, command), out);
  } catch (problem) {
    if (!(problem instanceof BadInput)) throw problem;
    out.complain(problem.message);
    return 2;
  }
}

function help(name: string | null, out: Out): number {
  const shown = Object.entries(COMMANDS).filter(([one]) => name === null || one === name);
  for (const [, { usage, about }] of shown) out.print(`${usage}\n    ${about}\n`);
  return 0;
}
