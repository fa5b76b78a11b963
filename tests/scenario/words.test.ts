import { describe, expect, it } from 'vitest';
import { INVENTED } from '../helpers/invented-siege.ts';
import { filesBelow, textOf, withoutComments } from '../helpers/source.ts';

/** Words of every siege, which the glossary of the engine uses too. */
const OF_EVERY_SIEGE = ['front', 'main', 'centre', 'transport'];

/** Parts of a file that name doctrines and forces to choose, or are prose. */
const NOT_NAMES = ['briefing', 'commanders', 'window'];

/** Keys whose texts are ids or names of things in a siege. */
const NAMING = ['id', 'name', 'names', 'title', 'also', 'commander', 'garrison', 'besieger', 'vi', 'fr', 'en'];

const sieges = [...filesBelow('scenarios'), ...filesBelow(INVENTED)].filter(
  (path) => path.endsWith('.json') && !path.endsWith('.schema.json') && !path.startsWith('scenarios/rules/') && !path.startsWith('scenarios/history/'),
);

/** Every id and name in a file; briefings and notes are prose and name nothing. */
function namesIn(value: unknown, key: string): string[] {
  if (typeof value === 'string') return NAMING.includes(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, held]) => (NOT_NAMES.includes(inner) ? [] : namesIn(held, inner)));
}

const named = [...new Set(sieges.flatMap((path) => namesIn(JSON.parse(textOf(path)), '')))].filter((name) => /\p{L}/u.test(name) && !OF_EVERY_SIEGE.includes(name.toLowerCase()));

const sources = [...filesBelow('src/engine'), ...filesBelow('src/commanders')].filter((path) => path.endsWith('.ts'));

/** Whether a text holds a name as a word of its own, whatever the case. */
function speaksOf(text: string, name: string): boolean {
  const low = name.toLowerCase();
  for (let at = text.indexOf(low); at >= 0; at = text.indexOf(low, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + low.length] ?? ' ');
    if (!/[\p{L}\p{N}_-]/u.test(around)) return true;
  }
  return false;
}

describe('the engine and the commanders', () => {
  it('know no id and no name of any siege, shipped or invented', () => {
    expect(named).toEqual(expect.arrayContaining(['eliane-2', 'A1', 'Junon', '1-bep', 'c119', 'karsk-keep', 'Heron Crag East', 'salt-road-column']));
    const found = sources.flatMap((path) => {
      const text = withoutComments(path, textOf(path)).toLowerCase();
      return named.filter((name) => speaksOf(text, name)).map((name) => `${path}: ${name}`);
    });
    expect(found).toEqual([]);
  });

  it.each([
    ["unit === '1-bep'", '1-bep', true], ["post('a1')", 'A1', true], ['command-post-hit', 'command-post', false], ['junonine', 'Junon', false],
  ])('%s speaks of %s: %s', (text, name, does) => {
    expect(speaksOf(text.toLowerCase(), name)).toBe(does);
  });
});
