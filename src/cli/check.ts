/** `siege check`: everything that is wrong with a file, whatever kind of file it is. */
import { asReplay, looksLikeReplay } from '../replay/format.ts';
import { asSavedGame, looksLikeSavedGame } from '../replay/saved-format.ts';
import { checkDocument, type Files } from '../scenario/document.ts';
import { parseJson } from '../scenario/json-text.ts';
import { readScenarioText } from '../scenario/parse.ts';
import { problemAt, type Problem, type Result } from '../scenario/problem.ts';
import { problemLine } from './bad-input.ts';
import { SWITCH, type Command } from './command.ts';
import { filesBeside, textOf } from './files.ts';

/** Answers whether files are whole: scenarios with all they refer to, rule sets, maps, replays, saved games. */
export const check: Command = {
  usage: 'check FILE… [--json]',
  about: 'names every mistake in scenarios, rule sets, maps, replays and saved games',
  flags: { json: SWITCH },
  files: { least: 1, most: Number.POSITIVE_INFINITY },
  async run(given, out) {
    const texts = given.files.map((file) => ({ file, text: textOf(file) }));
    const problems: Problem[] = [];
    for (const { file, text } of texts) problems.push(...problemsIn(file, text, await filesBeside(file)));
    const ok = problems.length === 0;
    const lines = ok ? ['no mistakes'] : problems.map(problemLine);
    out.print(given.isOn('json') ? `${JSON.stringify({ ok, problems })}\n` : `${lines.join('\n')}\n`);
    return ok ? 0 : 1;
  },
};

/** The kind is decided by what the file holds, not by its name. */
function problemsIn(file: string, text: string, files: Files): readonly Problem[] {
  const json = parseJson(file, text);
  if (!json.ok) return json.problems;
  const { value } = json;
  if (looksLikeSavedGame(value)) return problemsOf(asSavedGame(value, file));
  if (looksLikeReplay(value)) return problemsOf(asReplay(value, file));
  switch (kindOf(value)) {
    case 'siege':
    case 'variant':
      return problemsOf(readScenarioText(file, text, files));
    case 'facts':
    case 'rules':
      return problemsOf(checkDocument(file, value, ['facts', 'rules']));
    case 'map':
      return problemsOf(checkDocument(file, value, ['map']));
    case 'schema':
      return [];
    default:
      return [problemAt({ file, path: 'kind' }, 'no kind of file that is known', 'siege, facts, variant, rules, map or saved-game, or a replay')];
  }
}

function problemsOf(result: Result<unknown>): readonly Problem[] {
  return result.ok ? [] : result.problems;
}

/** Maps may do without a kind: their grid tells them. The schema beside the scenarios holds no facts to be wrong. */
function kindOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return null;
  if ('kind' in value) return value.kind;
  if ('$defs' in value && '$schema' in value) return 'schema';
  return 'grid' in value ? 'map' : null;
}
