/** `siege replay`: plays a replay again and prints its log. */
import type { SiegeEvent } from '../engine/index.ts';
import { shortDateOf } from '../panels/text/dates.ts';
import { LANGUAGES, type Lang } from '../panels/text/language.ts';
import { logOf } from '../panels/text/log.ts';
import { namesOf } from '../panels/text/names.ts';
import { differenceProblem } from '../replay/difference.ts';
import { playback } from '../replay/playback.ts';
import type { LoadedScenario } from '../scenario/parse.ts';
import { problemLine } from './bad-input.ts';
import { SWITCH, VALUE, type Command } from './command.ts';
import { replayIn, scenarioOfReplay } from './files.ts';
import { oneWord, wholeNumber } from './given.ts';

/** Prints what happened in a siege, seen from outside. */
export const replay: Command = {
  usage: 'replay FILE [--until TURNS] [--lang vi|fr|en] [--scenario ID|FILE] [--json]',
  about: 'plays a replay again and prints its log; with --json its events',
  flags: { until: VALUE, lang: VALUE, scenario: VALUE, json: SWITCH },
  files: { least: 1, most: 1 },
  async run(given, out) {
    const [file = ''] = given.files;
    const recorded = replayIn(file);
    const until = wholeNumber(given, 'until', 0, 100_000) ?? recorded.turns.length;
    const lang = oneWord(given, 'lang', LANGUAGES, 'en');
    const loaded = await scenarioOfReplay(file, recorded, given.text('scenario'));
    const shown = { ...recorded, turns: recorded.turns.slice(0, until) };
    const events: SiegeEvent[] = [];
    const turns = playback(shown, loaded);
    let next = turns.next();
    for (; next.done !== true; next = turns.next()) events.push(...next.value.events);
    out.print(given.isOn('json') ? `${JSON.stringify(events)}\n` : logText(events, loaded, lang));
    if (next.value === null) return 0;
    out.complain(problemLine(differenceProblem(file, next.value)));
    return 1;
  },
};

/** The log with a heading for every turn. */
function logText(events: readonly SiegeEvent[], { scenario }: LoadedScenario, lang: Lang): string {
  const names = namesOf({ ...scenario, strips: scenario.map.strips, hexMetres: scenario.map.grid.stepMetres }, null, lang);
  let text = '';
  let turn = -1;
  for (const entry of logOf(events, names, scenario.calendar)) {
    if (entry.turn !== turn) text += `${turn < 0 ? '' : '\n'}${String(entry.turn + 1)}. ${shortDateOf(lang, scenario.calendar, entry.turn)}\n`;
    turn = entry.turn;
    text += `  ${entry.time}  ${entry.text}\n`;
  }
  return text;
}
