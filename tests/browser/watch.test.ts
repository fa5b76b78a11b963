import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, listenForComplaints } from '../helpers/browser.ts';

const SEED = '1954';
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

/** Opens the campaign to be watched. */
async function watched(scenario: string, eyes: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await page.goto(`${inject('pageUrl')}#scenario=${scenario}&seed=${SEED}&side=garrison&lang=en`);
  await page.click('#watch');
  await page.waitForSelector('#timeline', { timeout: 60_000 });
  await page.click(`#eyes-${eyes}`);
  return page;
}

/** Waits until both commanders have played to the end; gives the turns. */
async function playedOut(page: Page): Promise<number> {
  await page.waitForSelector('#played[data-over="true"]', { timeout: 180_000 });
  return Number(await page.getAttribute('#played', 'data-turns'));
}

/** Looks at the state after so many turns, and gives the digest of what is then drawn. */
async function digestAt(page: Page, turn: number): Promise<string> {
  await page.locator('#watch-scrub').fill(String(turn));
  await page.waitForFunction((wanted) => document.querySelector<HTMLElement>('#stage')?.dataset['turn'] === String(wanted), turn, { timeout: 20_000 });
  return (await page.locator('#stage').getAttribute('data-digest')) ?? '';
}

/** Turns in no order, the same in each run. */
function scattered(turns: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => (i * 37 + 11) % (turns + 1));
}

describe('a siege that is watched', () => {
  it('plays itself out, is told to its end, and shows each turn as a fresh drawing of it does', { timeout: 420_000 }, async () => {
    const page = await watched('dien-bien-phu', 'both');
    const complaints = listenForComplaints(page);
    await page.click('[data-speed="16"]');
    await page.click('#watch-run');
    const turns = await playedOut(page);
    expect(turns).toBeGreaterThan(40);
    // The eye follows at its own pace until the last turn stands.
    await page.waitForFunction((last) => document.querySelector<HTMLInputElement>('#watch-scrub')?.value === String(last), turns, { timeout: 180_000 });
    await page.waitForSelector('#watch-run[aria-label="Play"]');
    const seen = new Map<number, string>();
    for (const turn of scattered(turns, 12)) seen.set(turn, await digestAt(page, turn));
    expect(new Set(seen.values()).size).toBe(seen.size);
    // A turn that was told hour by hour ends as the picture of its state alone.
    const [told = 0] = [...seen.keys()].filter((turn) => turn > 0);
    await digestAt(page, told - 1);
    await page.click('[data-speed="4"]');
    await page.click('#watch-run');
    await page.waitForFunction((wanted) => Number(document.querySelector<HTMLInputElement>('#watch-scrub')?.value) >= wanted, told + 1, { timeout: 60_000 });
    await page.click('#watch-run');
    expect(await digestAt(page, told)).toBe(seen.get(told));
    expect(complaints.lines).toEqual([]);
    await page.close();

    const fresh = await watched('dien-bien-phu', 'both');
    expect(await playedOut(fresh)).toBe(turns);
    for (const [turn, digest] of seen) expect(await digestAt(fresh, turn), `turn ${String(turn)}`).toBe(digest);
    await fresh.close();
  });

  it('shows each side what it knows, and curves and marks for all turns', { timeout: 240_000 }, async () => {
    const page = await watched('dien-bien-phu', 'garrison');
    const complaints = listenForComplaints(page);
    const turns = await playedOut(page);
    const turn = Math.floor(turns / 2);
    const digests = [await digestAt(page, turn)];
    for (const eyes of ['besieger', 'both']) {
      await page.click(`#eyes-${eyes}`);
      await page.waitForFunction((before) => document.querySelector<HTMLElement>('#stage')?.dataset['digest'] !== before, digests.at(-1), { timeout: 20_000 });
      digests.push((await page.locator('#stage').getAttribute('data-digest')) ?? '');
    }
    expect(new Set(digests).size).toBe(3);
    expect(await page.locator('#curves .uplot').count()).toBeGreaterThan(4);
    expect(await page.locator('.lane.assault li').count()).toBeGreaterThan(3);
    expect(await page.locator('#log .log li').count()).toBeGreaterThan(3);
    await page.keyboard.press(']');
    expect(Number(await page.inputValue('#watch-scrub'))).toBeGreaterThan(turn);
    expect(complaints.lines).toEqual([]);
    await page.close();
  });

  it('can be taken over from any turn', { timeout: 180_000 }, async () => {
    const page = await watched('first-night', 'besieger');
    await playedOut(page);
    await page.locator('#watch-scrub').fill('1');
    await page.click('#take-over');
    await page.waitForSelector('.play-screen.besieger #timeline', { state: 'detached' });
    await page.waitForSelector('#scrub');
    expect(await page.inputValue('#scrub')).toBe('1');
    await page.close();
  });
});
