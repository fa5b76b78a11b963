import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../helpers/browser.ts';
import { withoutMap } from '../helpers/without-map.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** The play screen in its second turn, with the plan accepted, a line opened and a post chosen. */
async function playing(width: number, height: number, lang: string, side: string, scenario = 'first-night'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height } });
  await withoutMap(page);
  await page.goto(`${inject('pageUrl')}#scenario=${scenario}&seed=1954&lang=${lang}&side=${side}`);
  await page.click('#begin');
  await page.waitForSelector('.play-screen');
  await page.evaluate(() => document.fonts.ready);
  await page.keyboard.press('y');
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('#scrub', { state: 'attached' });
  await page.keyboard.press('y');
  await page.evaluate(() => document.querySelector<HTMLButtonElement>('.plan .title')?.click());
  await page.evaluate(() => document.querySelector<HTMLButtonElement>('#words-card .name')?.click());
  await page.waitForSelector('#selected .who', { state: 'attached' });
  return page;
}

/** Every text that runs out of its card, bar or button to the side, or stands outside the window. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isSeen = (element: Element): boolean => element.closest('.unseen, [hidden], .skips, option') === null && element.checkVisibility({ visibilityProperty: true });
    const found: string[] = [];
    const walker = document.createTreeWalker(document.querySelector('.desk') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || (node.textContent ?? '').trim() === '' || !isSeen(element) || getComputedStyle(element).clipPath !== 'none') continue;
      const box = element.closest('button, .chip, .tile, .tag, .cell, .card, .bar, dialog')?.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const text of range.getClientRects()) {
        const isOut = box !== undefined && (text.left < box.left - 1 || text.right > box.right + 1);
        if (isOut || text.right > innerWidth + 1 || text.left < -1) found.push(`${element.className || element.tagName}: ${(node.textContent ?? '').trim()}`);
      }
    }
    return [...new Set(found)];
  });
}

describe.each(['vi', 'fr', 'en'])('in %s', (lang) => {
  it.each([
    [1440, 900, 'garrison'],
    [1440, 900, 'besieger'],
    [1024, 768, 'besieger'],
    [390, 844, 'garrison'],
  ])('nothing is cut off at %i by %i for the %s', async (width, height, side) => {
    const page = await playing(width, height, lang, side);
    expect(await clipped(page)).toEqual([]);
    if (width < 1024) {
      for (const tab of [2, 3, 4, 5]) {
        await page.click(`.tabs button:nth-child(${String(tab)})`);
        expect(await clipped(page)).toEqual([]);
      }
    }
    await page.close();
  });

  it.each([
    [1440, 900, 'besieger'],
    [1440, 900, 'garrison'],
    [1024, 768, 'garrison'],
    [390, 844, 'besieger'],
  ])('nothing of a long siege is cut off at %i by %i for the %s', async (width, height, side) => {
    const page = await playing(width, height, lang, side, 'dien-bien-phu');
    await page.evaluate(() => document.querySelector<HTMLButtonElement>('#more-orders')?.click());
    expect(await clipped(page)).toEqual([]);
    await page.close();
  });
});

describe('what is read and pressed', () => {
  it('has no letter under 11 px, one amber button, and at most one primary button in a card', async () => {
    const page = await playing(1440, 900, 'en', 'besieger');
    const small = await page.evaluate(() => [...document.querySelectorAll('.desk *')]
      .filter((element) => element.checkVisibility() && element.closest('.unseen, svg') === null && [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? '').trim() !== ''))
      .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 11)
      .map((element) => `${element.className}: ${element.textContent ?? ''}`));
    expect(small).toEqual([]);
    expect(await page.locator('.end-turn:visible').count()).toBe(1);
    for (const card of await page.locator('.card').all()) expect(await card.locator('.btn.primary').count()).toBeLessThanOrEqual(1);
    await page.close();
  });

  it('is 44 px high under a thumb', async () => {
    const page = await playing(390, 844, 'fr', 'besieger');
    for (const tab of [1, 2, 3, 4, 5]) {
      await page.click(`.tabs button:nth-child(${String(tab)})`);
      const low = await page.evaluate(() => [...document.querySelectorAll('.desk :is(button, select, label.file)')]
        // A name inside a sentence and the words of a plan line are as high as their line.
        .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches('.name, .title, .skips *'))
        .filter((element) => element.getBoundingClientRect().height < 43.5)
        .map((element) => `${element.className}: ${element.textContent ?? ''}`));
      expect(low).toEqual([]);
    }
    await page.close();
  });

  it('is one tree of names: every button and field says what it is', async () => {
    const page = await playing(1440, 900, 'en', 'garrison');
    const nameless = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.desk :is(button, select, input)')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const label = element.getAttribute('aria-label') ?? (element.id === '' ? null : (document.querySelector(`label[for="${element.id}"]`)?.textContent ?? null));
        return (label ?? element.closest('label')?.textContent ?? element.textContent ?? '').trim() === '';
      })
      .map((element) => element.outerHTML.slice(0, 120)));
    expect(nameless).toEqual([]);
    await page.close();
  });
});

describe('without a map', () => {
  it('the map in words stands in its place and the game is played on', async () => {
    const page = await playing(1440, 900, 'en', 'garrison');
    expect(await page.locator('#words-card').textContent()).toContain('The map cannot be drawn here.');
    expect(await page.locator('#selected .unit-name').textContent()).toContain('Béatrice 1');
    await page.keyboard.press('Control+Enter');
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#scrub')?.max === '2');
    await page.close();
  });
});
