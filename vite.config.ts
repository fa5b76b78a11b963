import { defineConfig, type UserConfig } from 'vite';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import type { InlineConfig } from 'vitest/node';

/** The page: a static site that works from any sub-path. */
const page: UserConfig = {
  base: './',
  publicDir: false,
  worker: { format: 'es' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    // Inlined data: URLs of fonts would need a wider content-security policy.
    assetsInlineLimit: 0,
    // The licences of the fonts and packages in the page travel with it.
    license: { fileName: 'licenses.md' },
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // Phaser apart: a change of the game does not make a visitor download it again.
        codeSplitting: { groups: [{ name: 'phaser', test: /node_modules[\\/]phaser/ }] },
      },
    },
  },
};

/** The command line as plain JavaScript for Node; `src/cli/launch/siege.mjs` builds it and says where to. */
const cli: UserConfig = {
  publicDir: false,
  logLevel: 'error',
  // Without this immer would run its checks for developers on every turn.
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'node_modules/.cache/vong-vay/cli',
    emptyOutDir: true,
    minify: false,
    copyPublicDir: false,
    rolldownOptions: {
      input: { siege: 'src/cli/main.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
  ssr: { noExternal: true },
};

/** Everything that needs no browser. */
const node: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'node',
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/browser/**'],
    testTimeout: 60_000,
  },
};

/** What drives the built page in a real Chromium: one file after the other, for software WebGL takes every core. */
const inChromium = {
  globalSetup: ['tests/helpers/serve-page.ts'],
  testTimeout: 120_000,
  hookTimeout: 300_000,
  fileParallelism: false,
  maxWorkers: 1,
};

const browser: TestProjectInlineConfiguration = {
  extends: true,
  test: { ...inChromium, name: 'browser', include: ['tests/browser/**/*.test.ts'] },
};

/** `npm run shots`: writes the pictures of the README and of the look; asserts nothing about the rules. */
const shots: TestProjectInlineConfiguration = {
  extends: true,
  test: { ...inChromium, name: 'shots', include: ['tests/browser/**/*.shots.ts'] },
};

const test: InlineConfig = { environment: 'node', projects: [node, browser, shots] };

export default defineConfig(({ mode }) => ({ ...(mode === 'cli' ? cli : page), test }));
