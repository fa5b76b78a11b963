/** `siege simulate`: both commanders play a siege to its end. */
import { hashState, RULES_VERSION, type SideId, type Verdict } from '../engine/index.ts';
import { commanderFor, commandersOf } from '../commanders/roster.ts';
import type { Commander } from '../commanders/commander.ts';
import { writeReplay, type ReplayScenario } from '../replay/format.ts';
import type { LoadedScenario, Settings } from '../scenario/parse.ts';
import { oneOf } from '../scenario/problem.ts';
import { readSetting } from '../scenario/settings.ts';
import { BadInput, badInput } from './bad-input.ts';
import { SWITCH, VALUE, VALUES, type Command, type Given } from './command.ts';
import { isoDate } from './iso-date.ts';
import { scenarioOf, writeText } from './files.ts';
import { readSeed, required, wholeNumber } from './given.ts';
import { playOut, type Playout } from './playout.ts';

/** Plays a siege from its seed with a commander on either side. */
export const simulate: Command = {
  usage: 'simulate --scenario ID|FILE --seed S [--set path=value]… [--garrison C[:level]] [--besieger C[:level]] [--turns N] [--out replay.json] [--timeline] [--json]',
  about: 'plays both commanders to the end',
  flags: { scenario: VALUE, seed: VALUE, set: VALUES, garrison: VALUE, besieger: VALUE, turns: VALUE, out: VALUE, timeline: SWITCH, json: SWITCH },
  files: { least: 0, most: 0 },
  async run(given, out) {
    const settings = settingsOf(given);
    const seed = readSeed(given);
    const loaded = await scenarioOf(required(given, 'scenario', 'the id of a scenario, or a file'), settings);
    const commanders = { garrison: commanderOf(given, 'garrison', loaded), besieger: commanderOf(given, 'besieger', loaded) };
    const most = wholeNumber(given, 'turns', 0, 100_000) ?? loaded.scenario.calendar.turns;
    const playout = playOut(loaded.scenario, sourceOf(loaded, settings), seed, commanders, { turns: most, timeline: given.isOn('timeline') });
    const file = given.text('out');
    if (file !== null) writeText(file, writeReplay(playout.replay));
    const report = reportOf(playout, loaded, given.isOn('timeline'));
    out.print(given.isOn('json') ? `${JSON.stringify(report)}\n` : asText(report));
    return 0;
  },
};

function settingsOf(given: Given): Settings {
  const settings: Record<string, unknown> = {};
  for (const typed of given.texts('set')) {
    const setting = readSetting(typed);
    if ('message' in setting) throw new BadInput([setting]);
    if (['__proto__', 'constructor', 'prototype'].includes(setting.path)) throw badInput('--set', setting.path, 'no such value', 'the path of a value');
    settings[setting.path] = setting.value;
  }
  return settings;
}

function commanderOf(given: Given, side: SideId, { scenario }: LoadedScenario): Commander {
  const name = given.text(side) ?? scenario.commanders[side][0] ?? commandersOf(side)[0] ?? '';
  const commander = commanderFor(side, name);
  if (commander === null) throw badInput(`--${side}`, '', `found ${JSON.stringify(name)}`, oneOf(commandersOf(side)));
  return commander;
}

/** What the replay says of its scenario; values set otherwise are part of it. */
function sourceOf({ id, hash }: LoadedScenario, set: Settings): ReplayScenario {
  return Object.keys(set).length === 0 ? { id, hash } : { id, hash, set };
}

interface Report {
  readonly scenario: string;
  readonly seed: string;
  readonly rules: number;
  readonly turns: number;
  readonly hash: string;
  readonly verdict: { readonly winner: Verdict['winner']; readonly turn: number; readonly date: string; readonly cause: Verdict['cause'] } | null;
  readonly tallies: Playout['tallies'];
  readonly timeline?: Playout['timeline'];
}

/** The hash is that of the last turn, as the replay holds it. */
function reportOf({ replay, state, tallies, timeline }: Playout, { scenario }: LoadedScenario, withTimeline: boolean): Report {
  const { verdict } = state;
  const report = {
    scenario: replay.scenario.id,
    seed: replay.seed,
    rules: RULES_VERSION,
    turns: replay.turns.length,
    hash: replay.turns.at(-1)?.hash ?? hashState(state),
    verdict: verdict === null ? null : { winner: verdict.winner, turn: verdict.turn, date: isoDate(scenario.calendar, verdict.turn), cause: verdict.cause },
    tallies,
  };
  return withTimeline ? { ...report, timeline } : report;
}

/** For a person: of the posts only those that changed hands. */
function asText({ scenario, seed, rules, turns, hash, verdict, tallies, timeline }: Report): string {
  const end = verdict === null ? 'not decided' : `${verdict.winner}, turn ${String(verdict.turn)} (${verdict.date}), ${verdict.cause}`;
  const { posts, ...single } = tallies;
  const changed = posts.filter(({ spells }) => spells.length > 1);
  const figures = Object.entries({ ...single, posts: changed }).map(([name, value]) => `  ${name} ${JSON.stringify(value)}\n`);
  const turnLines = (timeline ?? []).map((one) => `  ${JSON.stringify(one)}\n`);
  const head = `${scenario}, seed ${seed}, rules ${String(rules)}, ${String(turns)} turns, hash ${hash}\nverdict: ${end}\n`;
  return `${head}tallies\n${figures.join('')}${timeline === undefined ? '' : `timeline\n${turnLines.join('')}`}`;
}
