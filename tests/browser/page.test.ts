import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser, listenForComplaints, type Complaints } from '../helpers/browser.ts';

describe('the page', () => {
  let browser: Browser;
  let page: Page;
  let complaints: Complaints;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    complaints = listenForComplaints(page);
    await page.goto(inject('pageUrl'));
    await page.waitForSelector('canvas');
    await page.waitForTimeout(500);
  });

  afterAll(async () => {
    await browser.close();
  });

  it('draws on a WebGL canvas that fills the window', async () => {
    const size = await page.locator('#stage canvas').boundingBox();
    expect(size).toMatchObject({ x: 0, y: 0, width: 1280, height: 720 });
    expect(await page.evaluate(() => document.querySelector('canvas')?.getContext('webgl') !== null)).toBe(true);
  });

  it('has an empty console: no error, no breach of its policy, no request to another host', () => {
    expect(complaints.lines).toEqual([]);
  });

  it('forbids inline scripts, inline styles and other hosts', async () => {
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.inlineScriptRan = true';
      document.head.append(script);
      return 'inlineScriptRan' in window;
    });
    expect(ran).toBe(false);
    expect(complaints.lines.join()).toContain('Content Security Policy');
  });
});
