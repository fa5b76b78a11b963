import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/engine/index.ts';
import { openScenario, shippedFiles, shippedScenarios } from '../../src/scenario/library.ts';
import { readScenario } from '../../src/scenario/parse.ts';
import { contentOf, filesWith, good, problemLines, SHIPPED } from './shipped-files.ts';

const campaign = good(readScenario('dien-bien-phu', filesWith())).scenario;
const firstNight = good(readScenario('first-night', filesWith())).scenario;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const menOf = (scenario: Scenario, side: string): number =>
  sum([...scenario.units.filter((one) => one.side === side).map((one) => one.men), ...scenario.batteries.filter((one) => one.side === side).map((one) => one.gunners)]);
const tubesOf = (scenario: Scenario, side: string, weapon: string): number =>
  sum(scenario.batteries.filter((one) => one.side === side && one.weapon === weapon).map((one) => one.tubes));

describe('the facts of Điện Biên Phủ at 13 March 1954', () => {
  it('parse without a problem, as every shipped scenario does', async () => {
    for (const { id } of shippedScenarios()) expect(problemLines(await openScenario(id))).toEqual([]);
    expect(problemLines(await openScenario('dien-bien-phu'))).toEqual([]);
    expect(shippedScenarios().map(({ id, turns }) => [id, turns]), 'a base for variants is not in the list to choose from').toEqual([['first-night', 3]]);
  });

  it('come to the same from the bundle as from the files', async () => {
    expect(good(readScenario('first-night', await shippedFiles())).hash).toBe(good(readScenario('first-night', filesWith())).hash);
  });

  it('count 10,813 men in the garrison', () => {
    expect(menOf(campaign, 'garrison')).toBe(10_813);
  });

  it('give the garrison 24 howitzers, 8 of them at Isabelle, 4 heavy ones, 28 heavy mortars', () => {
    expect([tubesOf(campaign, 'garrison', 't105'), tubesOf(campaign, 'garrison', 't155'), tubesOf(campaign, 'garrison', 'm120')]).toEqual([24, 4, 28]);
    expect(sum(campaign.batteries.filter((one) => one.weapon === 't105' && one.dump === 'isabelle').map((one) => one.tubes))).toBe(8);
  });

  it('give the besieger 24 howitzers, 24 mountain guns and 16 heavy mortars', () => {
    expect([tubesOf(campaign, 'besieger', 't105'), tubesOf(campaign, 'besieger', 't75'), tubesOf(campaign, 'besieger', 'm120')]).toEqual([24, 24, 16]);
  });

  it('know 33 battalions of the besieger, 30 of them there on the first day', () => {
    const all = (contentOf('dien-bien-phu/besieger.json').units as { kind: string; arrivesDay?: number }[]).filter((one) => one.kind === 'battalion');
    expect(all).toHaveLength(33);
    expect(all.filter((one) => one.arrivesDay === 46)).toHaveLength(3);
    expect(campaign.units.filter((one) => one.side === 'besieger')).toHaveLength(30);
    expect(campaign.formations.some((one) => one.id === 'regiment-9')).toBe(false);
  });

  it('know 44 posts and leave out those that were made later', () => {
    const late = ['opera', 'eliane-10', 'eliane-11', 'eliane-12', 'lily'];
    expect(contentOf('dien-bien-phu/posts.json').posts).toHaveLength(44);
    expect(campaign.posts).toHaveLength(39);
    expect(campaign.posts.filter((one) => late.includes(one.id))).toEqual([]);
  });

  it('leave no post without men', () => {
    const empty = campaign.posts.filter((post) => !campaign.units.some((unit) => unit.post === post.id));
    expect(empty.map((post) => post.id)).toEqual([]);
  });

  it('keep the two parachute battalions in reserve', () => {
    const reserve = campaign.units.filter((unit) => unit.reserve).map((unit) => unit.formation);
    expect([...new Set(reserve)].sort()).toEqual(['1-bep', '8-bpc']);
  });

  it('split the shells between the camps without losing one', () => {
    const rounds = (weapon: string): number => sum(campaign.dumps.filter((one) => one.side === 'garrison').map((one) => one.rounds[weapon] ?? 0));
    expect([rounds('t105'), rounds('t155'), rounds('m120')]).toEqual([23_800, 2_800, 17_000]);
  });

  it('say of every fact how well it is known and from where', () => {
    for (const path of SHIPPED.filter((one) => one.startsWith('dien-bien-phu/'))) {
      const entries = Object.values(contentOf(path)).filter(Array.isArray).flat() as { id: string; conf?: string; source?: string }[];
      expect(entries.filter((one) => !('commandPost' in one) && (one.conf === undefined || one.source === undefined)).map((one) => one.id)).toEqual([]);
    }
  });
});

describe('First Night', () => {
  it('is the same siege, cut to three turns and the three hills of Béatrice', () => {
    expect(firstNight.calendar).toEqual({ firstDay: '1954-03-13', firstPhase: 'day', turns: 3 });
    expect(firstNight.theatre).toEqual(['beatrice-1', 'beatrice-2', 'beatrice-3']);
    expect(firstNight.posts.map((one) => one.id)).toEqual(campaign.posts.map((one) => one.id));
    expect(menOf(firstNight, 'garrison')).toBe(10_813);
    expect(firstNight.victory).toEqual({ posts: firstNight.theatre, besiegerTakes: 3, garrisonHolds: 2, atOnce: false });
  });

  it('gives division 312 its two regiments and the guns that were lent to it', () => {
    const own = firstNight.units.filter((one) => one.side === 'besieger');
    expect([...new Set(own.map((one) => one.formation))].sort()).toEqual(['regiment-141', 'regiment-209']);
    expect(firstNight.formations.filter((one) => one.side === 'besieger').map((one) => one.id).sort()).toEqual(
      ['division-312', 'division-351', 'front', 'regiment-141', 'regiment-209', 'regiment-45', 'regiment-675'],
    );
    expect(['t105', 't75', 'm120', 'm82', 'rcl57'].map((weapon) => tubesOf(firstNight, 'besieger', weapon))).toEqual([20, 12, 8, 12, 17]);
  });

  it('lets it draw only the shells of this night', () => {
    const inFront = (scenario: Scenario): Readonly<Record<string, number>> => scenario.dumps.find((one) => one.id === 'front')?.rounds ?? {};
    expect(inFront(campaign)).toMatchObject({ t105: 5000, m120: 2000, t75: 3000 });
    for (const weapon of ['t105', 'm120', 't75', 'm82']) expect(inFront(firstNight)[weapon]).toBeLessThan((inFront(campaign)[weapon] ?? 0) / 2);
  });

  it('leaves only trenches that lead to the hills', () => {
    expect(firstNight.approaches.map((one) => one.post)).toEqual(firstNight.theatre);
  });

  it('names posts as they were called on that day', () => {
    expect(firstNight.posts.find((one) => one.id === 'huguette-6')?.names.garrison).toBe('Anne-Marie 3');
    expect(campaign.posts.find((one) => one.id === 'huguette-6')?.names.garrison).toBe('Huguette 6');
  });
});
