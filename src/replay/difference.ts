/** A difference between a replay and the siege played again, as the problem of a file. */
import { problemAt, type Problem } from '../scenario/problem.ts';
import type { Difference } from './playback.ts';

/**
 * Where in the file it stands, what is there, and what was expected. `turns` is the path of the list of turns,
 * which may begin after the first `before` of them.
 */
export function differenceProblem(file: string, difference: Difference, turns = 'turns', before = 0): Problem {
  const entry = 'turn' in difference ? `${turns}[${String(difference.turn - before)}]` : turns;
  const at = (path: string, message: string, expected: string): Problem => problemAt({ file, path }, message, expected);
  switch (difference.what) {
    case 'rules':
      return at('rules', `recorded under rules ${String(difference.expected)}`, `rules ${String(difference.found)}, which this program plays`);
    case 'scenario':
      return at('scenario.hash', `recorded of a scenario with hash ${difference.expected}`, `hash ${difference.found}, that of the scenario as it is now`);
    case 'over':
      return at(entry, 'a turn after the end of the siege', 'no further turn');
    case 'hash':
      return at(`${entry}.hash`, `hash ${difference.expected}`, `hash ${difference.found}, to which these orders lead`);
    case 'order': {
      const { order, field, reason, expected } = difference.problem;
      const path = `${entry}.orders.${difference.side}[${String(order)}]${field === '' ? '' : `.${field}`}`;
      return at(path, `an order that could not be given: ${reason}`, expected.length === 0 ? 'a legal order' : expected.join(', '));
    }
  }
}
