import { beforeAll, describe, expect, it } from 'vitest';
import type { Tallies } from '../../src/engine/index.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { CHAINS, fallDay, type Link } from '../helpers/chains.ts';
import { nightOf, paired, seeds } from '../helpers/nights.ts';
import { shipped } from '../helpers/sieges.ts';

/** `VONG_VAY_CHAINS=100` tries every link to its interval; fewer seeds only show that the first link moves at all. */
const COUNT = Number(process.env['VONG_VAY_CHAINS'] ?? 3);
/** Seeds from which an interval is worth asking for. */
const ENOUGH = 60;

let campaign: LoadedScenario;
let whole: Tallies[];

beforeAll(async () => {
  campaign = await shipped('dien-bien-phu');
  whole = seeds(COUNT).map((seed) => nightOf(campaign, seed));
}, 3_600_000);

/** Differences over the seeds on which both sieges have the figure. */
function compare(changed: readonly Tallies[], read: Link['read']): ReturnType<typeof paired> & { pairs: number } {
  const pairs = whole.flatMap((tallies, seed): [number, number][] => {
    const before = read(tallies);
    const after = changed[seed] === undefined ? null : read(changed[seed]);
    return before === null || after === null ? [] : [[before, after]];
  });
  return { ...paired(pairs.map(([before]) => before), pairs.map(([, after]) => after)), pairs: pairs.length };
}

describe.each(CHAINS)(`over ${String(COUNT)} paired seeds, $name`, ({ change, links, fall }) => {
  let changed: Tallies[];
  beforeAll(() => {
    const scenario = change(campaign.scenario);
    changed = seeds(COUNT).map((seed) => nightOf({ scenario }, seed));
  }, 3_600_000);

  it.each(COUNT < ENOUGH ? links.slice(0, 1) : links)('$tally goes $goes', ({ tally, read, goes }) => {
    const { mean, half, moved, pairs } = compare(changed, read);
    console.log(`${tally}: ${mean.toFixed(1)} ± ${half.toFixed(1)} over ${String(pairs)} pairs`);
    expect(moved).toBeGreaterThan(0);
    expect(Math.sign(mean)).toBe(goes === 'up' ? 1 : -1);
    if (COUNT >= ENOUGH) expect(Math.abs(mean) - half).toBeGreaterThan(0);
  });

  if (COUNT >= ENOUGH && fall !== null) {
    it(`the camp falls ${fall}`, () => {
      const { mean, half } = compare(changed, (tallies) => fallDay(campaign.scenario, tallies));
      console.log(`fall day: ${mean.toFixed(2)} ± ${half.toFixed(2)}`);
      expect(Math.sign(mean)).toBe(fall === 'later' ? 1 : -1);
    });
  }
});
