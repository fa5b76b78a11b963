import { describe, expect, it } from 'vitest';
import { textOf } from '../helpers/source.ts';

/** Tokens of a rule of tokens.css that are plain colours. */
function tokens(selector: string): Record<string, string> {
  const css = textOf('src/panels/style/tokens.css');
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]));
}

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 1, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const day = tokens('.desk');
const themes = { day, night: { ...day, ...tokens('.desk.night') } };

/** Text on ground, and the least contrast that WCAG 2.2 AA asks: 4.5 for words, 3 for borders and fills that tell. */
const PAIRS: readonly (readonly [string, string, number])[] = [
  ...['paper', 'paper-2', 'button'].flatMap((ground) => [['ink', ground, 4.5], ['ink-2', ground, 4.5]] as const),
  ['ink-3', 'paper', 4.5],
  ['low', 'paper', 4.5],
  ['low', 'paper-2', 4.5],
  ['well', 'paper', 4.5],
  ['garrison-deep', 'paper', 4.5],
  ['besieger-deep', 'paper', 4.5],
  ['on-primary', 'primary', 4.5],
  ['on-act', 'act', 4.5],
  ['lamp', 'desk', 4.5],
  ['lamp-2', 'desk', 4.5],
  ['control', 'paper', 3],
  ['focus', 'paper', 3],
  ['focus', 'paper-2', 3],
  ['low', 'paper-3', 3],
  ['well', 'paper-3', 3],
  ['garrison', 'paper-3', 3],
];

describe.each(Object.entries(themes))('the colours by %s', (_name, theme) => {
  it.each(PAIRS)('%s on %s reaches %s', (text, ground, least) => {
    expect(contrast(theme[text] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(least);
  });

  it('let the words of the end of a turn be read', () => {
    expect(contrast('#1a1408', theme['amber'] ?? '')).toBeGreaterThan(4.5);
    expect(contrast('#d9d2bd', theme['act'] ?? '')).toBeGreaterThan(4.5);
  });
});
