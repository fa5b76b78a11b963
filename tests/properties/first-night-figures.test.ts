import { beforeAll, describe, expect, it } from 'vitest';
import type { Tallies } from '../../src/engine/index.ts';
import type { LoadedScenario, Settings } from '../../src/scenario/parse.ts';
import { hoursHeld, nightOf, paired, seeds } from '../helpers/nights.ts';
import { shipped } from '../helpers/sieges.ts';

/** Seeds of each comparison; `VONG_VAY_SEEDS=200` is what the figures in the changelog were measured with. */
const COUNT = Number(process.env['VONG_VAY_SEEDS'] ?? 60);

let firstNight: LoadedScenario;
let nights: Tallies[];

beforeAll(async () => {
  firstNight = await shipped('first-night');
  nights = seeds(COUNT).map((seed) => nightOf(firstNight, seed));
}, 300_000);

/** Hours held with something changed, against the same seeds as they were. */
async function against(settings: Settings): Promise<ReturnType<typeof paired>> {
  const changed = await shipped('first-night', settings);
  const held = (tallies: Tallies): number => hoursHeld(firstNight, tallies);
  return paired(nights.map(held), seeds(COUNT).map((seed) => held(nightOf(changed, seed))));
}

describe(`Béatrice over ${String(COUNT)} seeds`, () => {
  it('is lost in most of them, in four to seven hours in the median', () => {
    const lost = nights.flatMap(({ hoursToFall }) => (hoursToFall === null ? [] : [hoursToFall])).sort((a, b) => a - b);
    const share = lost.length / COUNT;
    const median = lost[Math.floor(lost.length / 2)] ?? 0;
    console.log(`lost in ${String(lost.length)} of ${String(COUNT)}, median ${String(median)} hours`);
    expect(share).toBeGreaterThanOrEqual(0.8);
    expect(share).toBeLessThanOrEqual(0.99);
    expect(median).toBeGreaterThanOrEqual(4);
    expect(median).toBeLessThanOrEqual(7);
  });

  it('holds longer with four times the earth over the command post', { timeout: 300_000 }, async () => {
    const cover = firstNight.scenario.posts.find(({ id }) => id === 'beatrice-2')?.coverCentimetres ?? 0;
    const { mean, half } = await against({ 'posts.beatrice-2.coverCentimetres': 4 * cover });
    console.log(`command post under ${String(4 * cover)} cm: ${mean.toFixed(2)} ± ${half.toFixed(2)} hours`);
    expect(mean - half).toBeGreaterThan(0);
  });

  it('holds longer with half of the howitzers', { timeout: 300_000 }, async () => {
    const howitzers = firstNight.scenario.batteries.filter(({ side, weapon }) => side === 'besieger' && weapon === 't105');
    const settings = Object.fromEntries(howitzers.map(({ id, tubes }) => [`batteries.${id}.tubes`, Math.floor(tubes / 2)]));
    const { mean, half } = await against(settings);
    console.log(`half of the howitzers: ${mean.toFixed(2)} ± ${half.toFixed(2)} hours`);
    expect(mean - half).toBeGreaterThan(0);
  });

  it('holds no longer without counter-attacks', { timeout: 300_000 }, () => {
    const held = (tallies: Tallies): number => hoursHeld(firstNight, tallies);
    const without = seeds(COUNT).map((seed) => held(nightOf(firstNight, seed, { strike: 'counter-attack' })));
    const { mean, half } = paired(nights.map(held), without);
    console.log(`no counter-attack: ${mean.toFixed(2)} ± ${half.toFixed(2)} hours`);
    expect(mean).toBeLessThanOrEqual(0);
  });
});
