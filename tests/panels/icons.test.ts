import { describe, expect, it } from 'vitest';
import { iconCredits, iconSource } from '../helpers/icon-source.ts';
import { filesBelow, textOf } from '../helpers/source.ts';

describe('the icons of the panels', () => {
  it('are exactly those that the list names, drawn from the packages', async () => {
    await expect(iconSource()).toMatchFileSnapshot('../../src/panels/icons.ts');
  });

  it('are credited, author by author', () => {
    const credits = textOf('assets/credits.md');
    for (const row of iconCredits()) expect(credits).toContain(row);
  });

  it('are all in use', () => {
    const sources = filesBelow('src/panels').filter((path) => path !== 'src/panels/icons.ts').map(textOf).join('\n');
    const names = [...textOf('src/panels/icons.ts').matchAll(/^ {2}'([\w-]+)': \{/gm)].map((match) => match[1] ?? '');
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !sources.includes(`'${name}'`) && !sources.includes(`"${name}"`))).toEqual([]);
  });
});
