// `npm run -s siege -- …`: builds the command line when a source changed, then runs the built JavaScript.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprint } from './fingerprint.mjs';
import { ROOT, setUp } from './setup.mjs';

const CACHE = join(ROOT, 'node_modules/.cache/vong-vay');
const SOURCES = ['src', 'scenarios', 'package-lock.json', 'vite.config.ts'];
const BUILDS_KEPT = 3;

setUp();
const built = await builtCli();
// npm runs scripts in the project's folder; file names are meant from where the person typed them.
if (process.env.npm_lifecycle_event === 'siege' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
const { main } = await import(pathToFileURL(join(built, 'siege.mjs')).href);
process.exitCode = await main(process.argv.slice(2));

/** The folder that holds the command line built from the sources as they are now. */
async function builtCli() {
  const folder = join(CACHE, `cli-${fingerprint(SOURCES)}`);
  if (!existsSync(folder)) await build(folder);
  return folder;
}

// Built aside and renamed: two commands started at once never read each other's half-written files.
async function build(folder) {
  const aside = `${folder}.${process.pid}`;
  const vite = await import('vite');
  mkdirSync(CACHE, { recursive: true });
  await vite.build({ root: ROOT, mode: 'cli', logLevel: 'error', build: { outDir: aside } });
  try {
    renameSync(aside, folder);
  } catch (problem) {
    if (!existsSync(folder)) throw problem;
    rmSync(aside, { recursive: true });
  }
  dropOldBuilds();
}

function dropOldBuilds() {
  const builds = readdirSync(CACHE).filter((name) => name.startsWith('cli-')).map((name) => join(CACHE, name));
  const age = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  builds.sort((a, b) => age(b) - age(a));
  for (const old of builds.slice(BUILDS_KEPT)) rmSync(old, { recursive: true, force: true });
}
