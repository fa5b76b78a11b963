import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, listenForComplaints } from '../helpers/browser.ts';
import { withoutMap } from '../helpers/without-map.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

async function played(side: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  await withoutMap(page);
  await page.goto(`${inject('pageUrl')}#scenario=dien-bien-phu&seed=1954&language=en`);
  await page.click(`#side-${side}`);
  await page.click('#begin');
  await page.waitForSelector('.play-screen');
  return page;
}

const accepted = (page: Page): Promise<number> => page.locator('#plan .line.accepted').count();
const turn = (page: Page): Promise<string | null> => page.getAttribute('#scrub', 'max');

describe('the staff', () => {
  it('orders in one’s place where it is asked to, turn after turn, until that is taken back', async () => {
    const page = await played('besieger');
    expect(await accepted(page)).toBe(0);
    await page.click('#left-guns');
    const first = await accepted(page);
    expect(first).toBeGreaterThan(0);
    await page.click('#end-turn');
    await page.waitForFunction(() => {
      document.querySelector<HTMLButtonElement>('#doubts-yes, #skip')?.click();
      return document.querySelector<HTMLInputElement>('#scrub')?.max === '1' && document.querySelector('#skip') === null;
    }, undefined, { polling: 200, timeout: 60_000 });
    expect(await accepted(page)).toBeGreaterThan(0);
    await page.click('#left-guns');
    expect(await accepted(page)).toBe(0);
    await page.close();
  });

  it('goes on by itself until an alarm rings, and says which', async () => {
    const page = await played('garrison');
    const complaints = listenForComplaints(page);
    await page.keyboard.press('Control+Shift+Enter');
    await page.waitForSelector('#advance');
    const set = page.locator('#advance input:checked');
    while ((await set.count()) > 0) await set.first().uncheck();
    await page.check('#alarm-cut-off');
    await page.click('#advance-go');
    await page.waitForSelector('#stopped:not(:empty)', { timeout: 100_000 });
    expect(await page.textContent('#stopped')).toMatch(/^Stopped: a post is cut off \(.+\)$/);
    expect(Number(await turn(page))).toBeGreaterThan(1);
    expect(complaints.lines).toEqual([]);
    await page.close();
  });
});
