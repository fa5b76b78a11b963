/** What a person got wrong on the command line or in a file: one line on stderr, exit code 2. */
import { problemAt, type Problem } from '../scenario/problem.ts';

/** Ends a command; the first problem makes the line. */
export class BadInput extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(lineOf(problems));
    this.problems = problems;
  }
}

/** Bad input with a single problem. */
export function badInput(file: string, path: string, message: string, expected: string): BadInput {
  return new BadInput([problemAt({ file, path }, message, expected)]);
}

/** File, JSON path, what is wrong, what was expected, on one line. */
export function problemLine({ file, path, message, expected }: Problem): string {
  const place = [file, path].filter((part) => part !== '').join(': ');
  return oneLine(`${place}: ${message}; expected ${expected}`);
}

function lineOf(problems: readonly Problem[]): string {
  const [first] = problems;
  if (first === undefined) return 'bad input';
  const more = problems.length - 1;
  return problemLine(first) + (more === 0 ? '' : ` (and ${String(more)} more; "check" lists them)`);
}

/** A file's text must not fake further lines or colour the terminal. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
