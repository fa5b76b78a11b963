/** `npm run shots`: the play screen by day, at dusk, by night and at the end, in three languages, into assets/shots. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser, listenForComplaints } from '../helpers/browser.ts';
import { ROOT } from '../helpers/source.ts';

const FOLDER = join(ROOT, 'assets', 'shots');
let browser: Browser;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

async function keep(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 82 });
}

/** Until the sheet is sharp: the painter runs beside the page. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(9000);
}

/** Ends the turn with the staff's plan, and waits until it has been told. */
async function endTurn(page: Page, turn: number): Promise<void> {
  await page.click('#accept-all');
  await page.click('#end-turn');
  await page.waitForFunction((played) => {
    document.querySelector<HTMLButtonElement>('#doubts-yes, #skip')?.click();
    return document.querySelector<HTMLInputElement>('#scrub')?.max === String(played) && document.querySelector('#skip') === null;
  }, turn, { polling: 200, timeout: 60_000 });
}

it.each([
  ['en', 'garrison'],
  ['fr', 'garrison'],
  ['vi', 'besieger'],
])('pictures in %s, as the %s', { timeout: 240_000 }, async (lang, side) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const complaints = listenForComplaints(page);
  await page.goto(`${inject('pageUrl')}#scenario=first-night&seed=1954&side=${side}&lang=${lang}`);
  await page.waitForSelector('#begin');
  await keep(page, `${lang}-title`);
  await page.click(`#side-${side}`);
  await page.click('#begin');
  await page.waitForSelector('.play-screen');
  await settled(page);
  await keep(page, `${lang}-day`);
  await endTurn(page, 1);
  await settled(page);
  await page.click('#accept-all');
  await keep(page, `${lang}-night`);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.click('#end-turn');
  await page.waitForSelector('#skip');
  await page.waitForTimeout(250);
  await keep(page, `${lang}-dusk`);
  await page.waitForTimeout(900);
  await keep(page, `${lang}-storm`);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.waitForFunction(() => {
    document.querySelector<HTMLButtonElement>('#skip')?.click();
    return document.querySelector('#skip') === null;
  }, undefined, { polling: 200, timeout: 60_000 });
  await page.click('#accept-all').catch(() => undefined);
  await page.click('#end-turn');
  await page.waitForFunction(() => {
    document.querySelector<HTMLButtonElement>('#doubts-yes, #skip')?.click();
    return document.querySelector('#verdict') !== null;
  }, undefined, { polling: 200, timeout: 60_000 });
  await page.waitForTimeout(800);
  await keep(page, `${lang}-verdict`);
  expect(complaints.lines).toEqual([]);
  await page.close();
});

/** Days of the siege that are kept as pictures, with the language and the eyes of each. */
const DAYS: readonly (readonly [day: number | 'end', lang: string, eyes: string])[] = [
  [1, 'vi', 'besieger'], [17, 'fr', 'garrison'], [35, 'en', 'both'], [54, 'vi', 'both'], ['end', 'fr', 'both'],
];

it('pictures of the siege from its first day to its end', { timeout: 600_000 }, async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const complaints = listenForComplaints(page);
  await page.goto(`${inject('pageUrl')}#scenario=dien-bien-phu&seed=1954&side=garrison&lang=vi`);
  await page.click('#watch');
  await page.waitForSelector('#played[data-over="true"]', { timeout: 240_000 });
  const turns = Number(await page.getAttribute('#played', 'data-turns'));
  for (const [day, lang, eyes] of DAYS) {
    await page.click(`.languages button[lang="${lang}"]`);
    await page.click(`#eyes-${eyes}`);
    // The night after the day; a siege that has ended before shows its end.
    await page.locator('#watch-scrub').fill(String(day === 'end' ? turns : Math.min(turns, 2 * day - (day === 17 ? 1 : 0))));
    await settled(page);
    await keep(page, `siege-${String(day)}-${lang}`);
  }
  expect(complaints.lines).toEqual([]);
  await page.close();
});

it.each([
  ['en', 'garrison', 65],
  ['vi', 'besieger', 66],
])('the long siege as it is played, in %s as the %s', { timeout: 300_000 }, async (lang, side, turns) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const complaints = listenForComplaints(page);
  await page.goto(`${inject('pageUrl')}#scenario=dien-bien-phu&seed=1954&side=${side}&lang=${lang}`);
  await page.click(`#side-${side}`);
  await page.click('#begin');
  await page.click('#advance-until');
  const set = page.locator('#advance input:checked');
  while ((await set.count()) > 0) await set.first().uncheck();
  await page.click('#advance-go');
  await page.waitForFunction((played) => {
    const isThere = Number(document.querySelector<HTMLInputElement>('#scrub')?.max) >= played;
    if (isThere) document.querySelector<HTMLButtonElement>('#advance-stop')?.click();
    return isThere;
  }, turns, { polling: 'raf', timeout: 200_000 });
  await settled(page);
  await page.click('#accept-all');
  await keep(page, `play-${lang}`);
  expect(complaints.lines).toEqual([]);
  await page.close();
});
