import { describe, expect, it } from 'vitest';
import {
  accounts, aircraftByWeek, checked, halfDays, jumps, postChanges, recordSources, shellsAtFront, supplyByDay, targets, trenches,
} from '../../src/history/record.ts';
import { targetsFile } from '../../src/history/schema.ts';
import { readScenario } from '../../src/scenario/parse.ts';
import { contentOf, filesWith, good, SHIPPED } from '../scenario/shipped-files.ts';

const { scenario } = good(readScenario('dien-bien-phu', filesWith()));
const posts = scenario.posts.map(({ id }) => id);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

describe('the record of the siege', () => {
  it('has a row for each of the 113 half-days, in order', () => {
    expect(halfDays.map(({ turn }) => turn)).toEqual(Array.from({ length: scenario.calendar.turns }, (_, turn) => turn));
    expect(halfDays.filter(({ sky }) => sky === null), 'a sky that nobody wrote down is no fair weather').toHaveLength(63);
  });

  it('speaks only of posts that the scenario knows', () => {
    const named = [...halfDays.flatMap((one) => one.posts), ...postChanges.map(({ post }) => post), ...trenches.flatMap(({ metresToWire }) => Object.keys(metresToWire))];
    expect([...new Set(named)].filter((post) => !posts.includes(post))).toEqual([]);
  });

  it('knows of every post how it was lost in the end, and puts turn and pulse by the clock', () => {
    const last = Object.fromEntries(postChanges.map(({ post, holder }) => [post, holder]));
    expect(posts.filter((post) => last[post] !== 'besieger' && last[post] !== 'empty')).toEqual([]);
    const start = Date.parse('1954-03-13T06:00Z');
    for (const { at, turn, pulse } of postChanges) expect(turn * 12 + pulse).toBe(Math.floor((Date.parse(`${at}Z`) - start) / 3_600_000));
    expect(postChanges.map(({ at }) => at)).toEqual(postChanges.map(({ at }) => at).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  });

  it('has the Éliane 2 of the sources: contested for five weeks, lost on day 55 before dawn', () => {
    const changes = postChanges.filter(({ post }) => post === 'eliane-2');
    expect(changes.map(({ holder }) => holder)).toEqual(['contested', 'contested', 'contested', 'besieger']);
    expect(changes.at(-1)).toMatchObject({ turn: 109, pulse: 10 });
  });

  it('drops about 6,900 tonnes in 56 days and loses between a quarter and 40 % of them, as the French record has it', () => {
    expect(supplyByDay.map(({ day }) => day)).toEqual(Array.from({ length: 56 }, (_, day) => day));
    const dropped = sum(supplyByDay.map((one) => one.droppedKilos));
    const lost = dropped - sum(supplyByDay.map((one) => one.recoveredKilos));
    expect(Math.round(dropped / 1_000_000)).toBe(7);
    const target = targets.find(({ id }) => id === 'loss_share_whole_french_archives');
    expect(lost / dropped).toBeGreaterThan((target?.low ?? 0) / 1000);
    expect(lost / dropped).toBeLessThan((target?.high ?? 0) / 1000);
  });

  it('lets 4,235 of the 4,291 men jump on days that are known, in units that the scenario knows', () => {
    expect(sum(jumps.map(({ men }) => men))).toBe(4235);
    const known = [...new Set(scenario.units.filter((unit) => unit.jumps).map(({ formation }) => formation)), 'individuals', 'acp-5'];
    expect([...new Set(jumps.map(({ unit }) => unit))].filter((unit) => !known.includes(unit))).toEqual([]);
    for (const unit of scenario.units.filter((one) => one.jumps)) {
      const first = jumps.find((one) => one.unit === unit.formation);
      expect([unit.id, unit.arrivesTurn / 2]).toEqual([unit.id, first?.fromDay]);
    }
  });

  it('adds up the aircraft to what the sources have: 22 to 48 in the air, 16 on the ground, 167 damaged', () => {
    expect([sum(aircraftByWeek.map(({ inAir }) => inAir[0])), sum(aircraftByWeek.map(({ inAir }) => inAir[1]))]).toEqual([22, 48]);
    expect([sum(aircraftByWeek.map(({ onGround }) => onGround)), sum(aircraftByWeek.map(({ damaged }) => damaged))]).toEqual([16, 167]);
  });

  it('digs from 5 to 200 kilometres and never less on a later day; begins with the shells that the scenario has', () => {
    for (const [index, mark] of trenches.entries()) expect(mark.km).toBeGreaterThanOrEqual(trenches[index - 1]?.km ?? 0);
    expect([trenches[0]?.km, trenches.at(-1)?.km]).toEqual([5, 200]);
    expect(shellsAtFront[0]?.rounds).toBe(scenario.dumps.find(({ id }) => id === 'front')?.rounds.t105);
  });

  it('has 23 targets, each inside its range and for a scenario that ships', () => {
    expect(targets).toHaveLength(23);
    expect(targets.filter(({ value, low, high }) => value < low || value > high)).toEqual([]);
    expect(targets.filter((one) => !SHIPPED.includes(`${one.scenario}.json`))).toEqual([]);
    expect(targets.filter((one) => one.scenario === 'french-archives').map(({ id }) => id)).toEqual(['loss_share_whole_french_archives']);
  });

  it('keeps both accounts wherever they differ, in three languages', () => {
    expect(accounts.map(({ id }) => id)).toEqual(['march-reinforcements', 'chief-of-staff', 'white-flags', 'last-minutes', 'last-assault', 'sickness', 'loss-share']);
    for (const { vietnamese, french } of accounts) expect(vietnamese.en).not.toBe(french.en);
  });

  it('says of every code what it stands for', () => {
    const rows: { source?: string; sourceVietnamese?: string; sourceFrench?: string }[] = [
      ...targets, ...accounts, ...halfDays, ...supplyByDay, ...jumps, ...trenches, ...aircraftByWeek, ...shellsAtFront,
    ];
    const codes = rows.flatMap((row) => [row.source, row.sourceVietnamese, row.sourceFrench]).filter((one) => one !== undefined).flatMap((one) => one.split('; '));
    expect([...new Set(codes)].filter((code) => (recordSources[code] ?? '').length < 8)).toEqual([]);
  });

  it('does not reach the scenario: no file of facts says what comes of the siege', () => {
    for (const path of SHIPPED) expect(Object.keys(contentOf(path))).not.toContain('targets');
  });

  it('refuses a file that is wrong, with its name and place', () => {
    expect(() => checked('targets', targetsFile, { note: 'x', targets: [{ id: 'a' }] })).toThrow(/record targets: targets\.0\.what/);
  });
});
