import { describe, expect, it } from 'vitest';
import { paramsOf } from '../../src/scenario/params.ts';
import { readScenario, readScenarioText, type Settings } from '../../src/scenario/parse.ts';
import { readSetting } from '../../src/scenario/settings.ts';
import { contentOf, filesWith, good, problemLines, put } from './shipped-files.ts';

const withSet = (settings: Settings) => readScenario('first-night', filesWith(), settings);
const setAlone = (path: string, value: unknown): string[] => problemLines(withSet({ [path]: value }));
const variant = (content: object) => readScenarioText('mine.json', JSON.stringify({ format: 1, kind: 'variant', id: 'mine', base: 'first-night', ...content }), filesWith());

const plain = good(withSet({}));

/** A bound of a tunable that is not its present value. */
function boundOf(path: string): number {
  const row = paramsOf(plain).find((param) => param.id === path);
  if (row === undefined) throw new Error(`no tunable ${path}`);
  return row.value === row.max ? row.min : row.max;
}

describe('a value set by its path', () => {

  it('replaces that value and nothing else', () => {
    const { scenario } = good(withSet({ 'posts.beatrice-2.coverCentimetres': 240 }));
    const expected = plain.scenario.posts.map((post) => (post.id === 'beatrice-2' ? { ...post, coverCentimetres: 240 } : post));
    expect(scenario).toEqual({ ...plain.scenario, posts: expected });
  });

  it.each<[string, unknown, (scenario: typeof plain.scenario) => unknown]>([
    ['batteries.battery-806.tubes', 2, (s) => s.batteries.find((one) => one.id === 'battery-806')?.tubes],
    ['dumps.front.rounds.t105', 750, (s) => s.dumps.find((one) => one.id === 'front')?.rounds.t105],
    ['climate.mud', 900, (s) => s.climate.mud],
    ['calendar.turns', 5, (s) => s.calendar.turns],
    ['victory.posts', ['beatrice-1', 'beatrice-2', 'beatrice-3', 'gabrielle-1'], (s) => s.victory.posts],
    ['units.bn-428.place.east', 2000, (s) => s.units.find((one) => one.id === 'bn-428')?.place?.east],
    ['rules.morale.loss', boundOf('rules.morale.loss'), (s) => s.rules.morale.loss],
    ['rules.counter-battery.hitOpen', boundOf('rules.counter-battery.hitOpen'), (s) => s.rules['counter-battery'].hitOpen],
    ['rules.weapons.t105.kill', boundOf('rules.weapons.t105.kill'), (s) => s.rules.weapons.t105?.kill],
  ])('%s = %j', (path, value, read) => {
    const changed = good(withSet({ [path]: value }));
    expect(read(plain.scenario)).not.toEqual(value);
    expect(read(changed.scenario)).toEqual(value);
    expect(changed.hash).not.toBe(plain.hash);
  });

  it('scales a curve by a factor', () => {
    const odds = plain.scenario.rules.assault.odds;
    const { scenario } = good(withSet({ 'rules.assault.odds': 500 }));
    expect(scenario.rules.assault.odds).toEqual(odds.map(([x, y]) => [x, Math.floor(y / 2)]));
  });

  it('takes a curve point by point within its bounds', () => {
    const exposure = plain.scenario.rules.assault.exposure.map(([x, y]) => [x, y + 5]);
    expect(good(withSet({ 'rules.assault.exposure': exposure })).scenario.rules.assault.exposure).toEqual(exposure);
  });

  it.each<[string, unknown, string]>([
    ['posts.beatrice-9.works', 1, 'no "beatrice-9" among posts | one of command-post,'],
    ['posts.beatrice-1.walls', 1, 'no such value "walls" | one of id, names,'],
    ['posts.beatrice-1.works', 'high', 'found "high" | a whole number from 0 to 1000 permille'],
    ['posts.beatrice-1.works', 1200, 'found 1200 | a whole number from 0 to 1000 permille'],
    ['posts.beatrice-1', {}, 'names a whole record | the path of one value in it'],
    ['posts.beatrice-1.id', 'x', 'an id cannot be changed'],
    ['posts.beatrice-1.works.deep', 1, '"works" holds nothing further'],
    ['posts.beatrice-1.__proto__', 1, 'no such value "__proto__"'],
    ['posts', [], 'no "" among posts'],
    ['weather.persist', 1, 'no such part "weather" | one of rules, posts,'],
    ['rules.wether.persist', 1, 'no such group of rules "wether" | one of '],
    ['rules.constructor.name', 1, 'no such group of rules "constructor"'],
    ['rules.weather.persists', 1, 'no such tunable "persists" | one of persist,'],
    ['rules.weather.persist', 9999, 'found 9999 | a whole number from 300 to 600 (permille)'],
    ['rules.weather.persist', 400.5, 'found 400.5 | a whole number from 300 to 600'],
    ['rules.weather.persist', null, 'found null | a whole number from 300 to 600'],
    ['rules.assault.odds', 2000, 'found 2000 | a factor from 500 to 1500 permille'],
    ['rules.assault.odds', [[0, 0]], 'found a list | a factor from 500 to 1500 permille, or points'],
    ['units.bn-888.men', 5, 'no "bn-888" among units'],
    ['posts.beatrice-1.camp', 'x', 'no such id "x" | one of main, isabelle'],
    ['climate.opening', 'fog', 'found "fog" | one of clear, cloud, rain, storm'],
  ])('%s = %j is refused by name', (path, value, expected) => {
    const lines = setAlone(path, value);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`--set | ${path}`);
    expect(lines[0]).toContain(expected);
  });

  it('is told in the file of the variant that sets it', () => {
    expect(problemLines(variant({ set: { 'rules.morale.loss': 1 } }))).toEqual([
      'mine.json | set["rules.morale.loss"] | found 1 | a whole number from 250 to 450 (permille)',
    ]);
  });

  it.each([
    ['rules.morale.loss=300', { path: 'rules.morale.loss', value: 300 }],
    ['climate.opening=rain', { path: 'climate.opening', value: 'rain' }],
    ['victory.posts=["a"]', { path: 'victory.posts', value: ['a'] }],
    ['a=b=c', { path: 'a', value: 'b=c' }],
  ])('%s is read as it is typed', (typed, expected) => {
    expect(readSetting(typed)).toEqual(expected);
  });

  it.each(['rules.morale.loss', '=5', ''])('%j is no setting', (typed) => {
    expect(readSetting(typed)).toMatchObject({ file: '--set', expected: 'path=value' });
  });
});

describe('a variant', () => {
  it('stands on another variant and keeps what it does not change', () => {
    const { scenario } = good(variant({ title: { vi: 'a', fr: 'b', en: 'c' }, window: { turns: 5 }, set: { 'dumps.front.rounds.t105': 700 } }));
    const base = good(readScenario('first-night', filesWith())).scenario;
    expect(scenario.calendar.turns).toBe(5);
    expect(scenario.theatre).toEqual(base.theatre);
    expect(scenario.dumps.find((one) => one.id === 'front')?.rounds).toEqual({ ...base.dumps.find((one) => one.id === 'front')?.rounds, t105: 700 });
    expect(scenario.title.en).toBe('c');
  });

  it('leaves out, in a shorter time, what comes or is built after it', () => {
    const short = (turns: number) => good(readScenarioText('mine.json', JSON.stringify({ format: 1, kind: 'variant', id: 'mine', base: 'dien-bien-phu', window: { turns } }), filesWith())).scenario;
    const late = (turns: number) => [
      short(turns).units.some((one) => one.formation === '6-bpc'), short(turns).formations.some((one) => one.id === '6-bpc'),
      short(turns).posts.some((one) => one.id === 'eliane-10'), short(turns).batteries.some((one) => one.id === 'aa37-381-1'),
    ];
    expect([late(6), late(7), late(38), late(39), late(60), late(61)]).toEqual([
      [false, false, false, false], [true, true, false, false], [true, true, false, false],
      [true, true, true, false], [true, true, true, false], [true, true, true, true],
    ]);
  });

  it('may do without aircraft, and then without those who would jump, or with some', () => {
    const flown = (aircraft: string[], without: string[] = []) => readScenarioText('mine.json', JSON.stringify({ format: 1, kind: 'variant', id: 'mine', base: 'dien-bien-phu', window: { aircraft, without } }), filesWith());
    const none = good(flown([], ['individuals'])).scenario;
    expect([none.aircraft, none.units.filter((one) => one.jumps), none.individuals]).toEqual([[], [], null]);
    expect(none.formations.filter((one) => one.post === null && one.place === null)).toEqual([]);
    expect(good(flown(['c47'])).scenario.aircraft.map((one) => one.id)).toEqual(['c47']);
    expect(problemLines(flown(['b29']))[0]).toBe('mine.json | window.aircraft[0] | no such id "b29" | one of c119, c47, b26, bearcat, navy');
    expect(problemLines(flown([]))).toEqual(['mine.json | individuals | single men jump, and no aircraft carries men | a transport with men above nought']);
  });

  it('may name another rule set', () => {
    const mild = contentOf('rules/standard.json');
    put('rules.morale.loss.value', 260)(mild);
    const text = JSON.stringify({ format: 1, kind: 'variant', id: 'mine', base: 'first-night', rules: 'rules/mild.json' });
    const { scenario } = good(readScenarioText('mine.json', text, filesWith({ 'rules/mild.json': mild })));
    expect(scenario.rules.morale.loss).toBe(260);
  });

  it('keeps those above the formations it names', () => {
    const { scenario } = good(variant({ window: { besieger: { formations: ['regiment-209'], batteries: ['mortars-82-209'] } } }));
    expect(scenario.formations.filter((one) => one.side === 'besieger').map((one) => one.id)).toEqual(['front', 'division-312', 'regiment-209']);
  });

  it.each<[object, string]>([
    [{ base: 'nowhere' }, 'nowhere.json |  | there is no such file'],
    [{ base: 'mine' }, 'mine.json | base | "mine" leads back to itself or too far'],
    [{ base: '../x' }, 'mine.json | base | found "../x" | an id of small letters'],
    [{ window: { theatre: ['x'] } }, 'mine.json | window.theatre[0] | no such id "x"'],
    [{ window: { besieger: { formations: ['x'] } } }, 'mine.json | window.besieger.formations[0] | no such id "x"'],
    [{ window: { besieger: { formations: ['gono'] } } }, 'mine.json | window.besieger.formations[0] | no such id "gono"'],
    [{ window: { turns: 0 } }, 'mine.json | window.turns | found 0 | a whole number from 1 to 500 turns'],
    [{ window: { besieger: 'none' } }, 'mine.json | window.besieger | found "none" | "all", or formations'],
    [{ sett: {} }, 'mine.json | sett | unknown key "sett"'],
  ])('%j is refused by name', (content, expected) => {
    expect(problemLines(variant(content)).join('\n')).toContain(expected);
  });

  it('that leads in a ring is told, not followed', () => {
    const ring = (id: string, base: string): object => ({ format: 1, kind: 'variant', id, base });
    const files = filesWith({ 'a.json': ring('a', 'b'), 'b.json': ring('b', 'a') });
    expect(problemLines(readScenario('a', files))).toEqual([expect.stringContaining('"a" leads back to itself')]);
  });

  it('has a hash that words do not move and facts do', () => {
    const plain = good(readScenario('first-night', filesWith())).hash;
    expect(good(variant({ title: { vi: 'a', fr: 'b', en: 'c' } })).hash).not.toBe(plain); // another id
    const renamed = { ...contentOf('first-night.json'), title: { vi: '<img src=x onerror=alert(1)>', fr: 'b', en: 'c' } };
    const other = good(readScenarioText('first-night.json', JSON.stringify(renamed), filesWith()));
    expect(other.hash).toBe(plain);
    expect(other.title.vi).toBe('<img src=x onerror=alert(1)>');
  });
});
