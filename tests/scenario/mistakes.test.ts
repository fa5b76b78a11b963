import { describe, expect, it } from 'vitest';
import { readScenario, readScenarioText } from '../../src/scenario/parse.ts';
import { contentOf, drop, filesWith, problemLines, put, spoilt, type Spoil } from './shipped-files.ts';

const POSTS = 'dien-bien-phu/posts.json';
const GARRISON = 'dien-bien-phu/garrison.json';
const BESIEGER = 'dien-bien-phu/besieger.json';
const GUNS = 'dien-bien-phu/guns.json';
const AIR = 'dien-bien-phu/air.json';
const RULES = 'rules/standard.json';
const MAP = 'maps/dien-bien-phu.json';
const SIEGE = 'dien-bien-phu.json';

const told = (path: string, spoil: Spoil): string[] => problemLines(readScenario('dien-bien-phu', spoilt(path, spoil)));
const indexOf = (path: string, list: string, id: string): number => (contentOf(path)[list] as { id: string }[]).findIndex((one) => one.id === id);

describe('one mistake in a file', () => {
  it.each<[string, string, Spoil, string]>([
    ['a word for a number', POSTS, put('posts.3.works', 'many'), `${POSTS} | posts[3].works | found "many" | a whole number from 0 to 1000 permille`],
    ['a fraction', GARRISON, put('units.0.men', 12.5), `${GARRISON} | units[0].men | found 12.5 | a whole number from 1 to 20000 men`],
    ['a negative number of men', GARRISON, put('units.0.men', -5), `${GARRISON} | units[0].men | found -5 | a whole number from 1 to 20000 men`],
    ['a value out of range', POSTS, put('posts.0.wire', 1001), `${POSTS} | posts[0].wire | found 1001 | a whole number from 0 to 1000 permille`],
    ['a missing key', POSTS, drop('posts.1.camp'), `${POSTS} | posts[1].camp | nothing is there | an id`],
    ['a misspelt key', POSTS, put('posts.1.wrks', 1), `${POSTS} | posts[1].wrks | unknown key "wrks" | one of the keys id, names,`],
    ['a name that is none of the choices', GUNS, put('batteries.0.cover', 'roof'), `${GUNS} | batteries[0].cover | found "roof" | one of pit, casemate, hidden`],
    ['a text without a language', SIEGE, drop('title.fr'), `${SIEGE} | title.fr | nothing is there | a text`],
    ['a list for a text', SIEGE, put('title.vi', ['x']), `${SIEGE} | title.vi | found a list | a text`],
    ['an endless text', SIEGE, put('briefing.garrison.en', 'x'.repeat(4001)), `${SIEGE} | briefing.garrison.en | a text of 4001 characters | at most 4000 characters`],
    ['an impossible date', SIEGE, put('calendar.firstDay', '13 March 1954'), `${SIEGE} | calendar.firstDay | found "13 March 1954" | a date such as 1954-03-13`],
    ['a day that never was', SIEGE, put('calendar.firstDay', '1954-02-31'), `${SIEGE} | calendar.firstDay | there is no day 1954-02-31 | a day of the calendar`],
    ['a file that is not there', SIEGE, put('map', 'maps/nowhere.json'), 'maps/nowhere.json |  | there is no such file | a file below the folder of scenarios'],
    ['a path out of the folder', SIEGE, put('rules', '../package.json'), `${SIEGE} | rules | found "../package.json" | a path such as maps/valley.json, below`],
    ['a file of another kind', SIEGE, put('rules', POSTS), `${POSTS} | kind | found "facts" | one of rules`],
    ['another format', SIEGE, put('format', 2), `${SIEGE} | format | found 2 | 1`],
    ['an id twice', GUNS, put('batteries.1.id', 'iii-13-dble-m81'), `${GUNS} | batteries[1].id | "iii-13-dble-m81" stands twice | an id that is not at batteries[0].id`],
    ['an unknown post', GARRISON, put('units.0.post', 'beatrice-9'), `${GARRISON} | units[0].post | no such id "beatrice-9" | one of command-post,`],
    ['a post that is yet to be made', GARRISON, put('units.0.post', 'lily'), `${GARRISON} | units[0].post | no such id "lily"`],
    ['an unknown formation', GARRISON, put('units.0.formation', 'x'), `${GARRISON} | units[0].formation | no such id "x"`],
    ['a formation of the other side', GARRISON, put('units.0.formation', 'front'), `${GARRISON} | units[0].formation | no such id "front"`],
    ['an unknown camp', POSTS, put('posts.0.camp', 'x'), `${POSTS} | posts[0].camp | no such id "x" | one of main, isabelle`],
    ['an unknown parent', GARRISON, put('formations.1.parent', 'x'), `${GARRISON} | formations[1].parent | no such id "x"`],
    ['a chain of command in a ring', GARRISON, put('formations.1.parent', 'sector-north'), `${GARRISON} | formations[1].parent | "sector-north" stands above itself`],
    ['a unit that is nowhere', BESIEGER, drop('units.0.place'), `${BESIEGER} | units[0] | has neither post nor place | a place`],
    ['a besieger in a post', BESIEGER, put('units.0.post', 'lily'), `${BESIEGER} | units[0].post | the besieger holds no post at the start | a place`],
    ['a unit before its formation', BESIEGER, drop('units.32.arrivesDay'), `${BESIEGER} | units[32].arrivesDay | arrives before its formation | day 46 or later`],
    ['an unknown weapon', GUNS, put('batteries.0.weapon', 't203'), `${GUNS} | batteries[0].weapon | no such weapon "t203" in ${RULES} | one of t105,`],
    ['an unknown dump', GUNS, put('batteries.0.dump', 'x'), `${GUNS} | batteries[0].dump | no such id "x" | one of centre, isabelle`],
    ['a dump without shells for the gun', GUNS, drop('dumps.0.rounds.t155'), '| "centre" holds no rounds of t155 | a dump with rounds for this weapon'],
    ['shells for no gun', GUNS, put('dumps.0.rounds.t203', 5), `${GUNS} | dumps[0].rounds.t203 | no such weapon in ${RULES}`],
    ['a post off the map', POSTS, put('posts.0.east', 9000), `${POSTS} | posts[0].east | 9000 lies outside the map | from -5300 to 5700`],
    ['a trench that begins behind its head', BESIEGER, put('approaches.0.headMetres', 2000), `${BESIEGER} | approaches[0].headMetres | the head lies behind its beginning`],
    ['more posts to take than count', SIEGE, put('victory.besiegerTakes', 2), `${SIEGE} | victory.besiegerTakes | more than the 1 posts that count | at most 1`],
    ['a post that counts and is none', SIEGE, put('victory.posts', ['x']), `${SIEGE} | victory.posts[0] | no such id "x"`],
    ['too few heights', MAP, drop('heights.4373'), `${MAP} | heights | found 4373 entries | 4374, one for each hex`],
    ['an unknown ground', MAP, put('cover.7', 4), `${MAP} | cover[7] | found 4 | a whole number from 0 to 3`],
    ['a hill without its size', MAP, drop('recipe.hills.0.heightMetres'), `${MAP} | recipe.hills[0].heightMetres | nothing is there`],
    ['a missing tunable', RULES, drop('rules.morale.loss'), `${RULES} | rules.morale.loss | nothing is there | a tunable with value, unit, min, max and source`],
    ['a tunable that no rule reads', RULES, put('rules.morale.luck', {}), `${RULES} | rules.morale.luck | unknown key "luck"`],
    ['a tunable with another unit', RULES, put('rules.morale.loss.unit', 'percent'), `${RULES} | rules.morale.loss.unit | found "percent" | "permille"`],
    ['a tunable outside its bounds', RULES, put('rules.morale.loss.value', 9999), `${RULES} | rules.morale.loss.value | found 9999 | from 250 to 450`],
    ['a number for a curve', RULES, put('rules.assault.odds.value', 4), `${RULES} | rules.assault.odds.value | found 4 | a curve: a list of points [x, y]`],
    ['a curve that runs back', RULES, put('rules.assault.odds.value.1.0', -9), `${RULES} | rules.assault.odds.value[1] | x = -9 after 0 | points with rising x`],
    ['an unknown strip', POSTS, put('camps.0.strip', 'x'), `${POSTS} | camps[0].strip | no such strip "x" on ${MAP} | one of main-strip, isabelle-strip`],
    ['a command post of another camp', POSTS, put('camps.1.commandPost', 'junon'), `${POSTS} | camps[1].commandPost | "junon" belongs to "main" | a post of this camp`],
    ['a camp that nothing feeds', GUNS, drop('dumps.1.camp'), `${POSTS} | camps[1] | no dump serves this camp | a dump of the garrison with "camp": "isabelle"`],
    ['a dump of the besieger in a camp', GUNS, put('dumps.2.camp', 'main'), `${GUNS} | dumps[2].camp | a dump of the besieger serves no camp | null`],
    ['goods that are none', GUNS, put('dumps.0.goods.gold', 1), `${GUNS} | dumps[0].goods.gold | unknown key "gold" | one of the keys food, medical, engineer`],
    ['a transport that carries nothing', AIR, put('aircraft.0.loadKilos', 0), `${AIR} | aircraft[0] | a transport that carries neither freight nor men | loadKilos or men above nought`],
    ['freight in no bundle', AIR, put('aircraft.0.bundles', 0), `${AIR} | aircraft[0].bundles | freight without bundles | at least one bundle`],
    ['bundles of nothing', AIR, put('aircraft.1.loadKilos', 20), `${AIR} | aircraft[1].bundles | bundles of less than a kilo | at most 20`],
    ['freight in a fighter', AIR, put('aircraft.3.men', 2), `${AIR} | aircraft[3] | a combat aircraft with freight or men`],
    ['sorties that run back', AIR, put('aircraft.0.sorties', [[5, 1], [3, 1]]), `${AIR} | aircraft[0].sorties | found a list | points with rising day`],
    ['a besieger who jumps', BESIEGER, put('units.0.jumps', true), `${BESIEGER} | units[0].jumps | a unit of the besieger jumps | false: the besieger has no aircraft`],
    ['a headquarters that is nowhere', BESIEGER, drop('formations.6.place'), `${BESIEGER} | formations[6] | has neither post nor place | a place`],
    ['guns before their regiment', GUNS, put(`batteries.${String(indexOf(GUNS, 'batteries', 'battery-806'))}.formation`, 'regiment-9'), '.arrivesDay | arrives before its formation | day 46 or later'],
    ['a road that leads to the other side', SIEGE, put('supplyLine.dump', 'centre'), `${SIEGE} | supplyLine.dump | no such id "centre" among the besieger's dumps | one of front`],
    ['shells by road for no gun', SIEGE, put('supplyLine.rounds.t203', 1), `${SIEGE} | supplyLine.rounds.t203 | no such weapon in ${RULES}`],
    ['shells by road that no dump holds', SIEGE, put('supplyLine.rounds.t155', 1), `${SIEGE} | supplyLine.rounds.t155 | "front" holds no rounds of t155`],
    ['a chance by day without a day', SIEGE, put('conference.ceasefire', []), `${SIEGE} | conference.ceasefire | found a list | at least one point`],
    ['a source that is nowhere', RULES, put('rules.morale.loss.source', 'XYZ'), `${RULES} | rules.morale.loss.source | no such source "XYZ"`],
  ])('%s is told with its place and what was expected', (_what, path, spoil, expected) => {
    const lines = told(path, spoil);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(expected);
  });

  it('a forbidden key is told before anything reads it', () => {
    const text = JSON.stringify(contentOf(SIEGE)).replace('"format"', '"__proto__": { "polluted": 1 }, "format"');
    expect(problemLines(readScenarioText('mine.json', text, filesWith()))).toEqual(['mine.json | __proto__ | the key "__proto__" is not allowed | another name']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('a text that is no JSON is told with line and column', () => {
    const text = '{\n  "format": 1,\n  "kind": "siege"\n  "id": "x"\n}';
    expect(problemLines(readScenarioText('mine.json', text, filesWith()))).toEqual(['mine.json |  | no JSON at line 4, column 3: found "\\"" | a comma or }']);
  });

  it.each([
    ['', 'no JSON at line 1, column 1: the text ends | a value'],
    ['{"a": 1,}', 'line 1, column 9: found "}" | a key in quotation marks'],
    ['[1, 2', 'line 1, column 6: the text ends | a comma or ]'],
    ['{"a" 1}', 'line 1, column 6: found "1" | a colon'],
    ['{"a": "x\n"}', 'line 1, column 7: found "\\"" | a text closed by a quotation mark'],
    ['{} x', 'line 1, column 4: found "x" | the end of the file'],
    ['[01]', 'line 1, column 3: found "1" | a comma or ]'],
    ['[undefined]', 'line 1, column 2: found "u" | a value'],
  ])('%j breaks off where it breaks', (text, expected) => {
    expect(problemLines(readScenarioText('mine.json', text, filesWith()))[0]).toContain(expected);
  });

  it.each([['null'], ['[]'], ['7'], ['"siege"'], ['{}'], ['{"kind": "facts"}'], ['{"kind": ["siege"]}']])('%s is no scenario', (text) => {
    const lines = problemLines(readScenarioText('mine.json', text, filesWith()));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('| one of siege, variant');
  });

  it('endless nesting is refused and does not run out of stack', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(problemLines(readScenarioText('mine.json', deep, filesWith()))[0]).toContain('nest');
  });
});

describe('several mistakes', () => {
  it('are all told at once, over all files', () => {
    const posts = contentOf(POSTS);
    for (const spoil of [put('posts.0.works', -1), put('posts.2.colour', 'red'), put('posts.2.shade', 'dark')]) spoil(posts);
    const rules = contentOf(RULES);
    drop('rules.morale')(rules);
    const guns = '{ "format": 1, }';
    const lines = problemLines(readScenario('dien-bien-phu', filesWith({ [POSTS]: posts, [RULES]: rules, [GUNS]: guns })));
    expect(lines.map((line) => line.split(' | ').slice(0, 2).join(' '))).toEqual([
      `${RULES} rules.morale`,
      `${POSTS} posts[0].works`,
      `${POSTS} posts[2].colour`,
      `${POSTS} posts[2].shade`,
      `${GUNS} `,
    ]);
  });

  it('are told of every man who waits to jump when nothing flies him', () => {
    const air = contentOf(AIR);
    put('aircraft.1.men', 0)(air);
    const lines = problemLines(readScenario('dien-bien-phu', filesWith({ [AIR]: air })));
    expect(lines).toHaveLength(21);
    expect(lines[0]).toBe('dien-bien-phu/reinforcements.json | units[0].jumps | jumps, and no aircraft carries men | a transport with men above nought');
    expect(lines[20]).toContain(`${SIEGE} | individuals | single men jump, and no aircraft carries men`);
  });

  it('are told of a garrison with flak', () => {
    const lines = told(GUNS, put('batteries.0.weapon', 'aa37'));
    expect(lines).toContain(`${GUNS} | batteries[0].weapon | "aa37" fires at aircraft, and the besieger has none | another weapon`);
  });

  it('that only show across files are all told at once', () => {
    const units = contentOf(GARRISON);
    for (const spoil of [put('units.0.post', 'x'), put('units.1.formation', 'y')]) spoil(units);
    const guns = contentOf(GUNS);
    put(`batteries.${String(indexOf(GUNS, 'batteries', 'battery-806'))}.weapon`, 'z')(guns);
    const lines = problemLines(readScenario('dien-bien-phu', filesWith({ [GARRISON]: units, [GUNS]: guns })));
    expect(lines.map((line) => line.split(' | ')[2])).toEqual(['no such id "x"', 'no such id "y"', expect.stringContaining('no such weapon "z"')]);
  });
});
