import { describe, expect, it } from 'vitest';
import { along } from '../../src/engine/numbers.ts';
import type { Scenario } from '../../src/engine/index.ts';
import { openScenario, shippedFiles, shippedScenarios } from '../../src/scenario/library.ts';
import { readScenario } from '../../src/scenario/parse.ts';
import { contentOf, filesWith, good, problemLines, SHIPPED } from './shipped-files.ts';

const campaign = good(readScenario('dien-bien-phu', filesWith())).scenario;
const firstNight = good(readScenario('first-night', filesWith())).scenario;

const here = <Row extends { readonly arrivesTurn: number }>(rows: readonly Row[]): Row[] => rows.filter((one) => one.arrivesTurn === 0);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const menOf = (scenario: Scenario, side: string): number =>
  sum([...here(scenario.units).filter((one) => one.side === side).map((one) => one.men), ...here(scenario.batteries).filter((one) => one.side === side).map((one) => one.gunners)]);
const tubesOf = (scenario: Scenario, side: string, weapon: string): number =>
  sum(scenario.batteries.filter((one) => one.side === side && one.weapon === weapon).map((one) => one.tubes));

describe('the facts of Điện Biên Phủ at 13 March 1954', () => {
  it('parse without a problem, as every shipped scenario does', async () => {
    for (const { id } of shippedScenarios()) expect(problemLines(await openScenario(id))).toEqual([]);
    expect(shippedScenarios().map(({ id, turns }) => [id, turns])).toEqual([['first-night', 3], ['dien-bien-phu', 113], ['french-archives', 113]]);
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
    const battalions = campaign.units.filter((one) => one.side === 'besieger' && one.kind === 'battalion');
    expect(battalions).toHaveLength(33);
    expect(here(battalions)).toHaveLength(30);
    expect([...new Set(battalions.filter((one) => one.arrivesTurn > 0).map((one) => [one.formation, one.arrivesTurn].join(' ')))]).toEqual(['regiment-9 92']);
  });

  it('know 44 posts, five of which are yet to be built', () => {
    expect(campaign.posts).toHaveLength(44);
    expect(campaign.posts.filter((one) => !one.stands).map((one) => one.id)).toEqual(['opera', 'eliane-10', 'eliane-11', 'eliane-12', 'lily']);
  });

  it('let five parachute battalions wait at the bases, four companies each, from the days on which they were free', () => {
    const jumpers = campaign.units.filter((one) => one.jumps);
    expect(sum(jumpers.map((one) => one.men))).toBe(642 + 613 + 620 + 677 + 420);
    const battalions = [...new Set(jumpers.map((one) => one.formation))];
    expect(battalions.map((id) => [id, jumpers.filter((one) => one.formation === id).length, jumpers.find((one) => one.formation === id)?.arrivesTurn])).toEqual([
      ['5-bpvn', 4, 2], ['6-bpc', 4, 6], ['ii-1-rcp', 4, 38], ['2-bep', 4, 54], ['1-bpc', 4, 100],
    ]);
    expect(jumpers.every((one) => one.post === null && one.place === null && one.arm === 'parachute')).toBe(true);
  });

  it('bring 24 flak guns to the front and 12 more in April, machine guns beside them', () => {
    const guns = (weapon: string, day: number): number => sum(campaign.batteries.filter((one) => one.weapon === weapon && one.arrivesTurn <= day * 2).map((one) => one.tubes));
    expect([guns('aa37', 0), guns('aa37', 29), guns('aa37', 30), guns('mg127', 0), guns('mg127', 14)]).toEqual([24, 24, 36, 42, 60]);
    expect([guns('rcl75', 45), guns('rcl75', 46), guns('rocket102', 52), guns('rocket102', 53)]).toEqual([0, 18, 0, 12]);
  });

  it('count ten tanks', () => {
    expect(sum(campaign.units.map((one) => one.tanks))).toBe(10);
  });

  it('feed both camps: 180 tonnes of food, 2,300 labourers, a strip each', () => {
    expect(sum(campaign.dumps.filter((one) => one.side === 'garrison').map((one) => one.goods.food))).toBe(180_000);
    expect(sum(campaign.camps.map((one) => one.labourers))).toBe(2300);
    expect(campaign.camps.map((one) => one.strip)).toEqual(['main-strip', 'isabelle-strip']);
    expect(campaign.dumps.map((one) => [one.id, one.camp])).toEqual([['centre', 'main'], ['isabelle', 'isabelle'], ['front', null]]);
  });

  it('fly freight in C-119 and C-47, and some 66 combat sorties on a mean day', () => {
    expect(campaign.aircraft.filter((one) => one.role === 'transport').map((one) => [one.id, one.loadKilos, one.bundles, one.men, one.lands])).toEqual([
      ['c119', 6000, 6, 0, false], ['c47', 2500, 25, 24, true],
    ]);
    const sorties = (day: number): number => sum(campaign.aircraft.filter((one) => one.role === 'combat').map((one) => along(one.sorties, day)));
    const mean = sum(Array.from({ length: 56 }, (_, day) => sorties(day))) / 56;
    expect(mean).toBeGreaterThan(60);
    expect(mean).toBeLessThan(72);
  });

  it('bring shells by road for 25,000 to 45,000 heavy rounds in 56 days, and men', () => {
    const front = campaign.dumps.find((one) => one.id === 'front')?.rounds ?? {};
    const heavy = sum(['t105', 'm120', 't75', 'rcl75', 'rocket102'].map((weapon) => (front[weapon] ?? 0) + 56 * (campaign.supplyLine?.rounds[weapon] ?? 0)));
    expect(heavy).toBeGreaterThan(25_000);
    expect(heavy).toBeLessThan(45_000);
    expect(campaign.supplyLine).toMatchObject({ dump: 'front', foodKilos: 26_000, pool: 5000, recruitQuality: 760 });
  });

  it('open the talks on 26 April and let them take the war up on 8 May', () => {
    const { opensDay = 0, ceasefire = [] } = campaign.conference ?? {};
    expect([44, 55, 56, 94, 95].map((day) => along(ceasefire, day - opensDay))).toEqual([0, 0, 5, 5, 20]);
  });

  it('leave no post without men', () => {
    const empty = campaign.posts.filter((post) => post.stands && !campaign.units.some((unit) => unit.post === post.id));
    expect(empty.map((post) => post.id)).toEqual([]);
  });

  it('keep the two parachute battalions in reserve', () => {
    const reserve = here(campaign.units).filter((unit) => unit.reserve && !unit.jumps).map((unit) => unit.formation);
    expect([...new Set(reserve)].sort()).toEqual(['1-bep', '8-bpc']);
  });

  it('split the shells between the camps without losing one', () => {
    const rounds = (weapon: string): number => sum(campaign.dumps.filter((one) => one.side === 'garrison').map((one) => one.rounds[weapon] ?? 0));
    expect([rounds('t105'), rounds('t155'), rounds('m120')]).toEqual([23_800, 2_800, 17_000]);
  });

  it('say of every fact how well it is known and from where', () => {
    for (const path of SHIPPED.filter((one) => one.startsWith('dien-bien-phu/'))) {
      const entries = Object.values(contentOf(path)).filter(Array.isArray).flat() as { id: string; conf?: string; source?: string }[];
      expect(entries.filter((one) => (one.conf === undefined || one.source === undefined)).map((one) => one.id)).toEqual([]);
    }
  });
});

describe('First Night', () => {
  it('is the same siege, cut to three turns and the three hills of Béatrice', () => {
    expect(firstNight.calendar).toEqual({ firstDay: '1954-03-13', firstPhase: 'day', turns: 3 });
    expect(firstNight.theatre).toEqual(['beatrice-1', 'beatrice-2', 'beatrice-3']);
    expect(firstNight.posts.map((one) => one.id), 'what was built later is no part of it').toEqual(campaign.posts.filter((one) => one.stands).map((one) => one.id));
    expect(menOf(firstNight, 'garrison')).toBe(10_813);
    expect(firstNight.victory).toEqual({ posts: firstNight.theatre, besiegerTakes: 3, garrisonHolds: 2, atOnce: false });
  });

  it('has no aircraft, nobody who waits to jump, no road behind the front and no talks', () => {
    expect([firstNight.aircraft, firstNight.units.filter((one) => one.arrivesTurn > 0 || one.jumps), firstNight.batteries.filter((one) => one.arrivesTurn > 0)]).toEqual([[], [], []]);
    expect([firstNight.supplyLine, firstNight.individuals, firstNight.conference]).toEqual([null, null, null]);
    expect(firstNight.formations.filter((one) => one.post === null && one.place === null)).toEqual([]);
    expect(firstNight.dumps.map((one) => one.id)).toEqual(['centre', 'isabelle', 'front']);
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

describe('the variant after the French archives', () => {
  it('is the same siege but for four figures of scatter, fuses, stick and gathering', () => {
    const archives = good(readScenario('french-archives', filesWith())).scenario;
    const { id: _id, title: _title, briefing: _briefing, rules, aircraft, ...rest } = archives;
    const { id: _of, title: _one, briefing: _more, rules: plainRules, aircraft: plainAircraft, ...plain } = campaign;
    expect(rest).toEqual(plain);
    expect(rules).toEqual({
      ...plainRules,
      airlift: { ...plainRules.airlift, scatterHeight: rules.airlift.scatterHeight, fuseFails: rules.airlift.fuseFails },
      recovery: { ...plainRules.recovery, fireCost: rules.recovery.fireCost },
    });
    expect([rules.airlift.scatterHeight, rules.airlift.fuseFails, rules.recovery.fireCost, aircraft[0]?.stickMetres]).toEqual([95, 60, 180, 700]);
    for (const [ours, theirs] of [[95, plainRules.airlift.scatterHeight], [60, plainRules.airlift.fuseFails], [180, plainRules.recovery.fireCost], [700, plainAircraft[0]?.stickMetres ?? 0]] as const) expect(ours).toBeLessThan(theirs);
    expect(aircraft.slice(1)).toEqual(plainAircraft.slice(1));
  });
});
