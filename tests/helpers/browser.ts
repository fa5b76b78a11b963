import { chromium, type Browser, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { environmentFor, isRoot } from './find-chromium.ts';

// --use-angle=swiftshader is left out on purpose: it moves 2D canvases to software too, ten times slower.
const FLAGS = [
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium that `serve-page.ts` found, without a window; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const found = inject('chromium');
  const start = (args: string[]): Promise<Browser> =>
    chromium.launch({ executablePath: found.executablePath, args, env: environmentFor(found) });
  if (isRoot()) return start([...FLAGS, '--no-sandbox']);
  try {
    return await start(FLAGS);
  } catch (problem) {
    // Some kernels and containers let no ordinary user make a sandbox; the only page opened is our own.
    if (!/sandbox/i.test(String(problem))) throw problem;
    return start([...FLAGS, '--no-sandbox']);
  }
}

/** What a page complained about: errors and warnings of its console, breaches of its policy, requests to other hosts. */
export interface Complaints {
  readonly lines: string[];
}

/**
 * Collects every complaint of this page from now on. Call it before `goto`.
 * Chromium's own remarks about software WebGL are not the page's and are left out.
 */
export function listenForComplaints(page: Page): Complaints {
  const lines: string[] = [];
  page.on('console', (message) => {
    const type = message.type();
    if ((type === 'error' || type === 'warning') && !isAboutDriver(message.text())) lines.push(`${type}: ${message.text()}`);
  });
  page.on('pageerror', (problem) => lines.push(`exception: ${problem.message}`));
  page.on('requestfailed', (request) => lines.push(`failed: ${request.url()}`));
  page.on('request', (request) => {
    if (isElsewhere(request.url(), page.url())) lines.push(`request to another host: ${request.url()}`);
  });
  return { lines };
}

function isAboutDriver(text: string): boolean {
  return /GL Driver Message|GPU stall due to ReadPixels|software WebGL|swiftshader/i.test(text);
}

function isElsewhere(url: string, page: string): boolean {
  if (!/^https?:/.test(url) || !/^https?:/.test(page)) return false;
  return new URL(url).origin !== new URL(page).origin;
}
