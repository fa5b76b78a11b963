/** `siege bench`: how fast whole sieges play, and how that compares with nothing but their draws and flood fills. */
import { loadavg } from 'node:os';
import { commanderFor } from '../commanders/roster.ts';
import type { Commander } from '../commanders/commander.ts';
import { SIDES, type Scenario, type SideId } from '../engine/index.ts';
import { badInput } from './bad-input.ts';
import { measure, type Figures } from './bench-run.ts';
import { SWITCH, VALUE, type Command } from './command.ts';
import { scenarioOf } from './files.ts';
import { wholeNumber } from './given.ts';

/** The siege that is timed when none is named. */
const DEFAULT_SCENARIO = 'dien-bien-phu';
/** Sieges timed when no number is given. */
const DEFAULT_SIEGES = 40;

/** Plays sieges headless on one core and prints figures of speed. */
export const bench: Command = {
  usage: 'bench [--scenario ID|FILE] [--runs N] [--json]',
  about: 'speed of whole sieges with both commanders, headless, on one core',
  flags: { scenario: VALUE, runs: VALUE, json: SWITCH },
  files: { least: 0, most: 0 },
  async run(given, out) {
    const { scenario } = await scenarioOf(given.text('scenario') ?? DEFAULT_SCENARIO);
    const sieges = wholeNumber(given, 'runs', 1, 10_000) ?? DEFAULT_SIEGES;
    const commanders = { garrison: firstOf(scenario, 'garrison'), besieger: firstOf(scenario, 'besieger') };
    const figures = measure(scenario, commanders, sieges);
    const load = Math.round((loadavg()[0] ?? 0) * 100) / 100;
    out.print(given.isOn('json') ? `${JSON.stringify({ scenario: scenario.id, ...figures, load })}\n` : asText(scenario.id, figures, load));
    return 0;
  },
};

function firstOf({ commanders }: Scenario, side: SideId): Commander {
  const name = commanders[side][0] ?? '';
  const commander = commanderFor(side, name);
  if (commander === null) throw badInput('bench', `commanders.${side}`, `found ${JSON.stringify(name)}`, 'a commander that is known');
  return commander;
}

function asText(scenario: string, figures: Figures, load: number): string {
  const lines = [
    `${scenario}: ${String(figures.sieges)} sieges of ${String(figures.turns)} turns in all after ${String(figures.warmed)} to warm up, both commanders (${SIDES.join(', ')}), one core, load ${String(load)}`,
    `  ${String(figures.siegesPerSecond)} sieges a second, ${String(figures.milliseconds)} ms a siege, ${String(figures.millisecondsPerTurn)} ms a turn`,
    `  by the processor's clock ${String(figures.siegesPerCpuSecond)} sieges a second${threadText(figures)}`,
    `  of which commanders and their views ${String(figures.commandersMilliseconds)} ms a siege`,
    `  a siege opens ${String(figures.streams)} streams and draws ${String(figures.draws)} numbers: ${String(figures.drawsMilliseconds)} ms alone`,
    `  and draws its ring ${String(figures.rings)} times: ${String(figures.ringsMilliseconds)} ms alone`,
    `  ratio of a siege to its own draws and flood fills ${String(figures.ratio)}`,
    `  reference: ten million numbers of one stream in ${String(figures.referenceMilliseconds)} ms`,
  ];
  return `${lines.join('\n')}\n`;
}

function threadText({ siegesPerThreadSecond, threadMilliseconds }: Figures): string {
  if (siegesPerThreadSecond === null || threadMilliseconds === null) return '';
  return `, by that of the main thread alone ${String(siegesPerThreadSecond)}, ${String(threadMilliseconds)} ms a siege`;
}
