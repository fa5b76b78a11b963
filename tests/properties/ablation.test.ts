import { beforeAll, describe, expect, it } from 'vitest';
import { SEQUENCE_OF_PLAY } from '../../src/engine/index.ts';
import type { RuleName, Tallies } from '../../src/engine/index.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { hoursHeld, nightOf, paired, seeds } from '../helpers/nights.ts';
import { shipped } from '../helpers/sieges.ts';

let firstNight: LoadedScenario;
let whole: Tallies[];

beforeAll(async () => {
  firstNight = await shipped('first-night');
  whole = seeds(20).map((seed) => nightOf(firstNight, seed));
});

interface Effect {
  readonly tally: string;
  readonly read: (tallies: Tallies) => number;
  /** The way the tally goes when the rule is left out. */
  readonly goes: 'up' | 'down';
}

const hours: Effect['read'] = (tallies) => hoursHeld(firstNight, tallies);

/** What each rule does, told by what happens without it. */
const EFFECTS: Readonly<Record<RuleName, Effect>> = {
  weather: { tally: 'besiegerWounded', read: ({ besiegerWounded }) => besiegerWounded, goes: 'up' },
  command: { tally: 'ordersDelayed', read: ({ ordersDelayed }) => ordersDelayed, goes: 'down' },
  supply: { tally: 'besiegerKilled', read: ({ besiegerKilled }) => besiegerKilled, goes: 'down' },
  march: { tally: 'hours held', read: hours, goes: 'down' },
  artillery: { tally: 'hours held', read: hours, goes: 'up' },
  'counter-battery': { tally: "garrison's 105 mm tubes at the end", read: ({ garrisonGuns }) => garrisonGuns['t105'] ?? 0, goes: 'up' },
  observation: { tally: "rounds of the garrison's 155s, which answer located guns", read: ({ rounds }) => rounds.garrison['t155'] ?? 0, goes: 'down' },
  'command-loss': { tally: 'hours held', read: hours, goes: 'up' },
  assault: { tally: 'garrisonCaptured', read: ({ garrisonCaptured }) => garrisonCaptured, goes: 'down' },
  morale: { tally: 'hours held', read: hours, goes: 'up' },
  surrender: { tally: 'hours held', read: hours, goes: 'up' },
  digging: { tally: 'trenchMetres', read: ({ trenchMetres }) => trenchMetres, goes: 'down' },
};

describe('with one rule left out, over twenty paired seeds', () => {
  const rules = [...new Set(SEQUENCE_OF_PLAY.map(({ rule }) => rule))];
  it.each(rules.map((rule) => ({ rule, ...EFFECTS[rule] })))('$rule: $tally goes $goes', ({ rule, read, goes }) => {
    const without = seeds(20).map((seed) => nightOf(firstNight, seed, { without: rule }));
    const { mean, moved } = paired(whole.map(read), without.map(read));
    expect(moved).toBeGreaterThan(0);
    expect(Math.sign(mean)).toBe(goes === 'up' ? 1 : -1);
  });
});
