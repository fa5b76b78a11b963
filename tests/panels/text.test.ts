import { describe, expect, it } from 'vitest';
import { LANGUAGES, firstLanguage } from '../../src/panels/text/language.ts';
import { dateOf, shortDateOf, timeOf } from '../../src/panels/text/dates.ts';
import { count, inHundred, number, odds, range } from '../../src/panels/text/numbers.ts';
import { namesOf, partsOf, plainText, type Named } from '../../src/panels/text/names.ts';
import { SENTENCES, say } from '../../src/panels/text/say.ts';
import { filesBelow, textOf } from '../helpers/source.ts';

const gaps = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();
// What is not taken over from the English needs no translation: names, formulas and pure patterns.
const alike = (text: string): boolean => !/[a-z]{4}/i.test(text.replaceAll(/\{\{\w+\}\}/g, ''));

describe('the words', () => {
  it('stand in each language under the same keys', () => {
    const keys = Object.keys(SENTENCES.en).sort();
    expect(keys.length).toBeGreaterThan(400);
    for (const lang of LANGUAGES) expect(Object.keys(SENTENCES[lang]).sort()).toEqual(keys);
  });

  it.each(['vi', 'fr'] as const)('have the same gaps in %s as in English', (lang) => {
    const different = Object.entries(SENTENCES[lang]).filter(([key, text]) => {
      return gaps(text).join() !== gaps(SENTENCES.en[key as keyof typeof SENTENCES.en]).join();
    });
    expect(different.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it.each(['vi', 'fr'] as const)('are written in %s, not left in English', (lang) => {
    const left = Object.entries(SENTENCES[lang]).filter(([key, text]) => {
      return text === SENTENCES.en[key as keyof typeof SENTENCES.en] && !alike(text) && !/^(?:tabs|phase|side|keys|credits|chips\.nato|count\.sorties|term\.(?:unit\.)?sorties|kind\.ration\.short|field\.(?:camp|sorties)|watch\.pause|curve\.area\.camp)/.test(key);
    });
    expect(left.map(([key]) => key)).toEqual([]);
  });

  it('are never empty, and hold no sign that the fonts lack', () => {
    for (const lang of LANGUAGES) {
      const bad = Object.entries(SENTENCES[lang]).filter(([, text]) => text.trim() === '' || /[←→↑↓≤≥≈\u202f]/.test(text));
      expect(bad).toEqual([]);
    }
  });

  it('name no side the enemy and no dead man a loss inflicted', () => {
    const all = LANGUAGES.flatMap((lang) => Object.values(SENTENCES[lang])).join('\n');
    expect(all).not.toMatch(/\b(?:enem(?:y|ies)|ennemis?|rebels?|terrorists?|hero(?:es|ic)?|slaughter|human wave)\b|quân địch|giặc/i);
  });

  it('are all asked for somewhere', () => {
    const sources = [...filesBelow('src/panels'), 'src/main.ts'].filter((path) => /\.tsx?$/.test(path) && !/panels\/text\/(?:en|fr|vi)\//.test(path)).map(textOf).join('\n');
    const stems = Object.keys(SENTENCES.en).map((key) => key.replace(/_(?:one|other)$/, ''));
    // A key made from an id stands in a source up to its last part or parts: `weapon.${id}.short`.
    const asked = (key: string): boolean => {
      if (sources.includes(`'${key}'`)) return true;
      const parts = key.split('.');
      return parts.some((_, index) => index > 0 && sources.includes(`\`${parts.slice(0, index).join('.')}.\${`));
    };
    expect(stems.filter((key) => !asked(key))).toEqual([]);
  });
});

describe('the first language', () => {
  it('is the link’s, else the one kept, else the browser’s, else English', () => {
    expect(firstLanguage('vi', 'fr', ['en-GB'])).toBe('vi');
    expect(firstLanguage(null, 'fr', ['vi'])).toBe('fr');
    expect(firstLanguage('xx', null, ['de-AT', 'fr-CA', 'en'])).toBe('fr');
    expect(firstLanguage(null, null, ['de', 'ja'])).toBe('en');
  });
});

describe('numbers and dates', () => {
  it('are written as each language writes them, without signs that the fonts lack', () => {
    expect(number('en', 9600)).toBe('9,600');
    expect(number('fr', 9600)).toBe('9\u00a0600');
    expect(number('vi', 9600)).toBe('9.600');
    expect(number('fr', 5.1)).toBe('5,1');
    expect(number('en', -14)).toBe('−14');
  });

  it('count in singular and plural', () => {
    expect(count('en', 'rounds', 1)).toBe('1 round');
    expect(count('fr', 'hours', 0)).toBe('0 heure');
    expect(count('fr', 'rounds', 2_500_000)).toBe('2\u00a0500\u00a0000 coups');
    expect(count('vi', 'rounds', 240)).toBe('240 viên');
  });

  it('say chance as a count and odds to one', () => {
    expect(inHundred('en', 62)).toBe('62 in 100');
    expect(odds('fr', 1850)).toBe('1,9 contre 1');
    expect(range('en', 60, 110)).toBe('60–110');
  });

  it('follow the calendar of the siege', () => {
    const calendar = { firstDay: '1954-03-13', firstPhase: 'day' } as const;
    expect(dateOf('en', calendar, 0)).toBe('Sat 13 March 1954');
    expect(dateOf('vi', calendar, 1)).toBe('13 rạng 14 tháng 3, 1954');
    expect(shortDateOf('fr', calendar, 1)).toBe('nuit du 13 au 14 mars');
    expect(dateOf('en', calendar, 37)).toBe('31 March to 1 April 1954');
    expect(timeOf(calendar, 1, 0)).toBe('18:00');
    expect(timeOf(calendar, 1, 8)).toBe('02:00');
    expect(timeOf({ ...calendar, firstPhase: 'night' }, 0, 0)).toBe('18:00');
  });

  it('space French marks without a break', () => {
    expect(say('fr', 'file.saved', { name: 'a' })).toBe('Enregistré sous a');
    expect(say('fr', 'end.given', { n: 3 })).toBe('Ordres donnés\u00a0: 3');
  });
});

describe('names', () => {
  const named: Named = {
    hexMetres: 200,
    posts: [
      { id: 'eliane-2', names: { garrison: 'Éliane 2', besieger: 'A1' }, group: 'eliane', east: 0, north: 0 },
      { id: 'bad', names: { garrison: '<img src=x onerror=alert(1)>', besieger: '\u0001post|x|\u0002$& {{n}} $t(none)' }, group: 'x', east: 5000, north: 0 },
    ],
    units: [{ id: 'bn-11', name: 'Tiểu đoàn 11', formation: 'regiment-141', post: null }],
    batteries: [{ id: 'm1', name: 'Cối 82 mm, trung đoàn 141', weapon: 'm82' }],
    formations: [{ id: 'regiment-141', name: 'Trung đoàn 141' }],
    approaches: [{ id: 'approach-1', post: 'eliane-2' }],
    camps: [], aircraft: [], strips: [],
  };

  it('follow the viewpoint', () => {
    expect(plainText(namesOf(named, 'garrison', 'en').post('eliane-2'))).toBe('Éliane 2');
    expect(plainText(namesOf(named, 'besieger', 'en').post('eliane-2'))).toBe('A1');
    expect(namesOf(named, 'besieger', 'en').otherPost('eliane-2')).toBe('Éliane 2');
  });

  it('say kinds of units in the language, numbers as they are', () => {
    expect(plainText(namesOf(named, 'besieger', 'en').unit('bn-11'))).toBe('Battalion 11');
    expect(plainText(namesOf(named, 'besieger', 'fr').battery('m1'))).toBe('Mortiers de 82, régiment 141');
    expect(plainText(namesOf(named, 'besieger', 'vi').unit('bn-11'))).toBe('Tiểu đoàn 11');
    expect(plainText(namesOf(named, 'garrison', 'en').unit('bn-12'))).toBe('A battalion of the besiegers');
  });

  it('come out of a sentence as parts, whatever a file calls a place', () => {
    const names = namesOf(named, 'besieger', 'en');
    const parts = partsOf(say('en', 'order.dig', { post: names.post('bad') }));
    expect(parts).toEqual([
      { text: 'Dig towards ', kind: null, id: '' },
      { text: 'post|x|$& {{n}} $t(none)', kind: 'post', id: 'bad' },
    ]);
  });

  it('say where a place lies', () => {
    expect(plainText(namesOf(named, 'garrison', 'en').near({ east: 900, north: 900 }))).toBe('1.3 km north-east of Éliane 2');
    expect(plainText(namesOf(named, 'besieger', 'fr').near({ east: 0, north: -700 }))).toBe('0,7 km sud de A1');
  });
});
