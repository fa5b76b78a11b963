/** `siege verify`: plays replays again and compares every hash. */
import { differenceProblem } from '../replay/difference.ts';
import { verifyReplay, type Verification } from '../replay/verify.ts';
import { problemLine } from './bad-input.ts';
import { SWITCH, VALUE, type Command } from './command.ts';
import { replayIn, scenarioOfReplay } from './files.ts';

/** Answers whether replays are the same sieges under today's rules. */
export const verify: Command = {
  usage: 'verify FILE… [--scenario ID|FILE] [--json]',
  about: 'plays replays again and compares the hash of every turn',
  flags: { scenario: VALUE, json: SWITCH },
  files: { least: 1, most: Number.POSITIVE_INFINITY },
  async run(given, out) {
    const read = given.files.map((file) => ({ file, replay: replayIn(file) }));
    const results: { file: string; result: Verification }[] = [];
    for (const { file, replay } of read) {
      results.push({ file, result: verifyReplay(replay, await scenarioOfReplay(file, replay, given.text('scenario'))) });
    }
    out.print(given.isOn('json') ? `${JSON.stringify(asJson(results))}\n` : results.map(asLine).join(''));
    return results.every(({ result }) => result.ok) ? 0 : 1;
  },
};

/** One replay gives its own document; several give one for all. */
function asJson(results: readonly { readonly file: string; readonly result: Verification }[]): unknown {
  const [only] = results;
  if (results.length === 1 && only !== undefined) return only.result;
  return { ok: results.every(({ result }) => result.ok), replays: results.map(({ file, result }) => ({ file, ...result })) };
}

function asLine({ file, result }: { readonly file: string; readonly result: Verification }): string {
  if (result.difference !== null) return `${problemLine(differenceProblem(file, result.difference))}\n`;
  return `${file}: ${String(result.turns)} turns, all as recorded\n`;
}
