import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, listenForComplaints, type Complaints } from '../helpers/browser.ts';
import { ROOT } from '../helpers/source.ts';
import { withoutMap } from '../helpers/without-map.ts';

const SEED = '1954';
let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'vong-vay-night-'));
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

interface Visit {
  readonly page: Page;
  readonly complaints: Complaints;
}

async function visit(fragment: string, open?: Page, map: 'map' | 'words' = 'words'): Promise<Visit> {
  const page = open ?? (await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' }));
  if (map === 'words') await withoutMap(page);
  const complaints = listenForComplaints(page);
  await page.goto(`${inject('pageUrl')}#${fragment}`);
  await page.waitForSelector('#begin');
  return { page, complaints };
}

/** Chooses the side on the title screen and begins. */
async function begin(page: Page, side: string): Promise<void> {
  await page.click(`#side-${side}`);
  await page.click('#begin');
  await page.waitForSelector('.play-screen');
}

async function endTurn(page: Page, turn: number): Promise<void> {
  await page.click('#end-turn');
  // A question is answered; the turn itself is over before it is shown, and whatever is being shown is skipped.
  await page.waitForFunction((played) => {
    document.querySelector<HTMLButtonElement>('#doubts-yes, #skip')?.click();
    return document.querySelector<HTMLInputElement>('#scrub')?.max === String(played) && document.querySelector('#skip') === null;
  }, turn, { polling: 200, timeout: 60_000 });
}

/** Presses the map about the middle of its free window until the field that asks is filled, and says with what. */
async function pickedOnMap(page: Page, field: string): Promise<string> {
  for (let step = 0; step < 120; step += 1) {
    await page.mouse.click(620 + (step % 12) * 16, 340 + Math.floor(step / 12) * 20);
    const value = await page.locator(field).inputValue();
    if (value !== '') return value;
  }
  return '';
}

async function orderThroughTheForm(page: Page, side: string): Promise<void> {
  const before = await page.locator('#plan .line.accepted').count();
  await page.click(`[data-kind=${side === 'garrison' ? 'protect' : 'bombard'}]`);
  const field = side === 'garrison' ? '#field-post' : '#field-target';
  expect(await pickedOnMap(page, field)).toMatch(/beatrice-[123]$/);
  if (side === 'besieger') await page.selectOption('#field-weapon', 'm82');
  await page.locator('#field-rounds').fill('120');
  await page.waitForSelector('#order-form .figure b');
  await page.click('#give-order');
  await page.waitForSelector('#order-form', { state: 'detached' });
  expect(await page.locator('#plan .line.accepted').count()).toBe(before + 1);
}

async function saved(page: Page, name: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.click('#verdict-save');
  const path = join(folder, name);
  await (await waiting).saveAs(path);
  return path;
}

interface Recorded {
  readonly seed: string;
  readonly turns: readonly { readonly hash: string; readonly orders: Readonly<Record<string, readonly unknown[]>> }[];
}

function verified(path: string): { ok: boolean; turns: number } {
  const out = execFileSync(process.execPath, ['src/cli/launch/siege.mjs', 'verify', path, '--json'], { cwd: ROOT, encoding: 'utf8' });
  return JSON.parse(out) as { ok: boolean; turns: number };
}

describe.each(['garrison', 'besieger'])('the night as the %s', (side) => {
  it('is played to the end with clicks, saved, verified, and comes again from its file', async () => {
    const { page, complaints } = await visit(`scenario=first-night&seed=${SEED}&lang=en`, undefined, 'map');
    await begin(page, side);
    await orderThroughTheForm(page, side);
    await endTurn(page, 1);
    await page.click('#accept-all');
    await endTurn(page, 2);
    await endTurn(page, 3);
    await page.waitForSelector('#verdict .answer');
    const path = await saved(page, `${side}.json`);
    const replay = JSON.parse(readFileSync(path, 'utf8')) as Recorded;
    expect(replay.seed).toBe(SEED);
    expect(replay.turns).toHaveLength(3);
    expect(replay.turns[0]?.orders[side]).toHaveLength(1);
    expect(verified(path)).toMatchObject({ ok: true, turns: 3 });
    const hash = replay.turns[2]?.hash ?? '';
    expect(await page.locator('#verdict .hash').textContent()).toContain(hash);

    await page.keyboard.press('Escape');
    await page.locator('#scrub').fill('1');
    await page.waitForFunction(() => document.querySelector('.bar .turn .k')?.textContent === 'Turn 2 of 3');
    expect(await page.locator('#scrub').getAttribute('aria-valuetext')).toContain('day of 13 March');
    await page.locator('#return').click();
    await page.waitForSelector('#show-verdict');
    expect(complaints.lines).toEqual([]);

    await withoutMap(page);
    await page.reload();
    await page.waitForSelector('#continue');
    await page.setInputFiles('#open-file', path);
    // A siege that is over is watched.
    await page.waitForSelector('.watch-screen');
    await page.locator('#watch-scrub').fill('3');
    await page.click('#show-verdict');
    expect(await page.locator('#verdict .hash').textContent()).toContain(hash);
    expect(complaints.lines).toEqual([]);
    await page.close();
  });
});

describe('a game in progress', () => {
  it('is kept, and goes on after the page was closed', async () => {
    const { page } = await visit(`scenario=first-night&seed=7&lang=en`);
    await begin(page, 'garrison');
    await endTurn(page, 1);
    const date = await page.locator('.bar .turn .v').textContent();
    await page.waitForTimeout(500);
    await page.goto('about:blank');
    await visit('lang=fr', page);
    await page.click('#continue');
    await page.waitForSelector('.play-screen');
    expect(await page.locator('#scrub').inputValue()).toBe('1');
    expect(date).toBe('13 to 14 March 1954');
    expect(await page.locator('.bar .turn .v').textContent()).toBe('13 au 14 mars 1954');
    await page.close();
  });

  it('is offered again as soon as one has left it', async () => {
    const { page } = await visit('scenario=first-night&seed=8&lang=en');
    await begin(page, 'besieger');
    await endTurn(page, 1);
    await page.click('.bar [aria-label="Back to the title"]');
    await page.waitForSelector('#continue');
    expect(await page.locator('#continue').textContent()).toContain('turn 2, Besiegers');
    await page.close();
  });

  it('goes on in one’s own hands from a file that was saved half-way', async () => {
    const { page } = await visit('scenario=first-night&seed=9&lang=en');
    await begin(page, 'garrison');
    await endTurn(page, 1);
    const waiting = page.waitForEvent('download');
    await page.click('.bar [aria-label="Save the game as a file"]');
    const path = join(folder, 'half-way.json');
    await (await waiting).saveAs(path);
    await page.reload();
    await page.waitForSelector('#begin');
    await page.setInputFiles('#open-file', path);
    await page.waitForSelector('.play-screen');
    expect(await page.locator('#scrub').inputValue()).toBe('1');
    await page.click('#accept-all');
    expect(await page.locator('#plan .line.accepted').count()).toBeGreaterThan(3);
    await endTurn(page, 2);
    await page.close();
  });

  it('is untouched by a bad file, which is told with its place', async () => {
    const { page, complaints } = await visit(`scenario=first-night&seed=7&lang=en`);
    await begin(page, 'garrison');
    await endTurn(page, 1);
    const before = await page.locator('#log').textContent();
    const bad = join(folder, 'bad.json');
    writeFileSync(bad, JSON.stringify({ format: 1, rules: 1, scenario: { id: 'first-night', hash: 'nonsense' }, seed: '7', turns: [{ orders: {}, hash: '' }] }));
    await page.setInputFiles('.bar input[type=file]', bad);
    await page.waitForSelector('#bad-file');
    const told = await page.locator('#bad-file').textContent();
    expect(told).toContain('bad.json cannot be opened');
    expect(told).toContain('turns[0]');
    expect(told).toContain('Your game has not been touched.');
    writeFileSync(bad, 'no json {');
    await page.setInputFiles('.bar input[type=file]', bad);
    await page.waitForTimeout(200);
    expect(await page.locator('#bad-file').textContent()).toContain('bad.json cannot be opened');
    expect(await page.locator('#log').textContent()).toBe(before);
    expect(await page.locator('#scrub').inputValue()).toBe('1');
    expect(complaints.lines).toEqual([]);
    await page.close();
  });
});

describe('a scenario of somebody’s own', () => {
  it('is text from its title to its names: nothing in it runs', async () => {
    const { page, complaints } = await visit('seed=1&lang=en');
    const title = '<img src=x onerror="window.hostile=true">';
    const words = { vi: title, fr: title, en: title };
    const mine = { format: 1, kind: 'variant', id: 'hostile', base: 'first-night', title: words, briefing: { garrison: words, besieger: words } };
    const path = join(folder, 'hostile.json');
    writeFileSync(path, JSON.stringify(mine));
    await page.setInputFiles('#open-file', path);
    const card = page.locator('[data-scenario=hostile]');
    await card.waitFor();
    expect(await card.locator('b').textContent()).toBe(title);
    expect(await page.locator('#begin').textContent()).toContain(title);
    await page.click('#begin');
    await page.waitForSelector('.play-screen');
    await endTurn(page, 1);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.evaluate(() => 'hostile' in window)).toBe(false);
    expect(complaints.lines).toEqual([]);
    await page.close();
  });
});

describe('a link', () => {
  it('that is wrong in part opens with the rest of it, and says what was wrong', async () => {
    const { page } = await visit('scenario=first-night&seed=5&side=nobody&lang=vi');
    expect(await page.locator('#bad-file').textContent()).toContain('side');
    expect(await page.locator('#seed').inputValue()).toBe('5');
    await page.close();
  });

  it('holds scenario, seed, side and language as they are chosen', async () => {
    const { page } = await visit('lang=fr');
    await page.fill('#seed', 'hai mươi');
    await page.click('#side-besieger');
    const parts = new URLSearchParams(new URL(page.url()).hash.slice(1));
    expect(Object.fromEntries(parts)).toEqual({ scenario: 'first-night', seed: 'hai mươi', side: 'besieger', lang: 'fr' });
    await page.close();
  });
});

describe('three languages', () => {
  it.each([['vi', 'Lượt 1/3', 'Hết lượt'], ['fr', 'Tour 1 sur 3', 'Fin du tour'], ['en', 'Turn 1 of 3', 'End turn']])('%s stands in the link, on the page and in the head', async (lang, turn, end) => {
    const { page, complaints } = await visit(`scenario=first-night&seed=3&lang=${lang}`);
    await begin(page, 'besieger');
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    expect(await page.locator('.bar .turn .k').textContent()).toBe(turn);
    expect(await page.locator('#end-turn').textContent()).toContain(end);
    expect(new URL(page.url()).hash).toContain(`lang=${lang}`);
    expect(complaints.lines).toEqual([]);
    await page.close();
  });

  it('begins with the browser’s, keeps the one chosen, and switches in the middle of a game', async () => {
    const context = await browser.newContext({ locale: 'fr-CA' });
    const page = await context.newPage();
    await visit('scenario=first-night&seed=3', page);
    expect(await page.locator('#begin').textContent()).toContain('Commencer');
    await begin(page, 'garrison');
    await page.click('.bar .languages button[lang=vi]');
    expect(await page.locator('#end-turn').textContent()).toContain('Hết lượt');
    await page.goto('about:blank');
    await visit('', page);
    expect(await page.locator('#begin').textContent()).toContain('Bắt đầu');
    await context.close();
  });
});

describe('the keyboard', () => {
  it('gives, takes back and ends a turn without a pointer', async () => {
    const { page } = await visit('scenario=first-night&seed=1954&lang=en');
    await begin(page, 'garrison');
    await page.keyboard.press('y');
    await page.keyboard.press('Control+Enter');
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#scrub')?.max === '1');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('#skip') === null);
    await page.keyboard.press('y');
    const all = await page.locator('#plan .line').count();
    expect(await page.locator('#plan .line.accepted').count()).toBe(all);
    await page.keyboard.press('Control+z');
    expect(await page.locator('#plan .line.accepted').count()).toBe(0);
    await page.keyboard.press('p');
    await page.waitForSelector('#order-form');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#order-form', { state: 'detached' });
    await page.keyboard.press('m');
    await page.waitForSelector('#words details');
    expect(await page.locator('#words').textContent()).toContain('Béatrice 1, Him Lam (đồi bắc)');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#words', { state: 'detached' });
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('#doubts');
    await page.close();
  });
});
