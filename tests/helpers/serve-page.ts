import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { findChromium, type Chromium } from './find-chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the built page while the browser tests run. */
    pageUrl: string;
    /** The browser that was found, or got, before the first test. */
    chromium: Chromium;
  }
}

/** Finds a browser, builds the page once and serves it on a free port until the browser tests are done. */
export default async function servePage(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', await findChromium());
  // Vitest sets NODE_ENV to "test"; the page under test is the one that is published.
  process.env['NODE_ENV'] = 'production';
  await build({ logLevel: 'warn', mode: 'production' });
  const server = await preview({ logLevel: 'warn', preview: { port: 0, host: '127.0.0.1' } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('vite preview gave no address');
  project.provide('pageUrl', url);
  return () => server.close();
}
