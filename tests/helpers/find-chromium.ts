import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';

/** A browser to start: its program and the folder of shared libraries it needs besides the system's, if any. */
export interface Chromium {
  readonly executablePath: string;
  readonly libraries: string | null;
}

type Finder = () => Chromium | null | Promise<Chromium | null>;

/** What `findChromium` throws when every way failed. */
export const NO_BROWSER =
  'No Chromium for the browser tests: install Chrome or Chromium, or set CHROME_PATH to its program, then run npm test again.';

/** Finds a Chromium, or gets one, in the order from "the person said which" to "install one". */
export async function findChromium(): Promise<Chromium> {
  const finders: Finder[] = [named, ofSystem, ofPlaywright, fromPackage, byPlaywright, byApt];
  for (const find of finders) {
    const found = await find();
    if (found !== null) return found;
  }
  throw new Error(NO_BROWSER);
}

function named(): Chromium | null {
  const path = process.env['CHROME_PATH'];
  if (path === undefined || path === '') return null;
  if (!existsSync(path)) throw new Error(`CHROME_PATH names no file: ${path}`);
  return plain(path);
}

function ofSystem(): Chromium | null {
  const programs = [...onPath(), ...macPrograms(), ...windowsPrograms()];
  const there = programs.find((path) => existsSync(path));
  return there === undefined ? null : plain(there);
}

function onPath(): string[] {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function macPrograms(): string[] {
  if (process.platform !== 'darwin') return [];
  const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
  const roots = ['/Applications', join(homedir(), 'Applications')];
  return roots.flatMap((root) => apps.map((app) => `${root}/${app}.app/Contents/MacOS/${app}`));
}

function windowsPrograms(): string[] {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
  const programs = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
  return roots.flatMap((root) => programs.map((program) => join(root, program)));
}

function ofPlaywright(): Chromium | null {
  const path = chromium.executablePath();
  return existsSync(path) ? plain(path) : null;
}

/** The Chromium inside an npm package, with the libraries that a bare Linux lacks. */
async function fromPackage(): Promise<Chromium | null> {
  const bin = resolve('node_modules/@sparticuz/chromium/bin');
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(bin)) return null;
  const libraries = unpackLibraries(join(bin, 'al2023.tar.br'));
  const { default: packed } = await import('@sparticuz/chromium');
  const found = { executablePath: await packed.executablePath(), libraries };
  return starts(found) ? found : null;
}

// Unpacked aside and renamed: a run cut short leaves nothing that the next one would trust.
function unpackLibraries(archive: string): string {
  const folder = join(tmpdir(), 'vong-vay-chromium-libraries');
  if (!existsSync(folder)) {
    const aside = `${folder}.${String(process.pid)}`;
    mkdirSync(aside, { recursive: true });
    execFileSync('tar', ['-xf', '-', '-C', aside], { input: brotliDecompressSync(readFileSync(archive)) });
    if (existsSync(folder)) rmSync(aside, { recursive: true });
    else renameSync(aside, folder);
  }
  return join(folder, 'lib');
}

function byPlaywright(): Chromium | null {
  const cli = resolve('node_modules/playwright-core/cli.js');
  const done = spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2], timeout: 300_000 });
  const found = done.status === 0 ? ofPlaywright() : null;
  return found !== null && starts(found) ? found : null;
}

function byApt(): Chromium | null {
  if (!isRoot() || !existsSync('/etc/debian_version')) return null;
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const done = spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], timeout: 300_000 });
    if (done.status !== 0) return null;
  }
  return ofSystem();
}

/** Whether the tests run as root, where Chromium's own sandbox refuses to start. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The environment in which this Chromium finds its libraries. */
export function environmentFor(found: Chromium): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const environment = Object.fromEntries(own);
  if (found.libraries === null) return environment;
  const path = [found.libraries, environment['LD_LIBRARY_PATH'] ?? ''].filter((part) => part !== '').join(':');
  return { ...environment, LD_LIBRARY_PATH: path };
}

function starts(found: Chromium): boolean {
  const done = spawnSync(found.executablePath, ['--version'], { env: environmentFor(found), timeout: 30_000 });
  return done.status === 0;
}

function plain(executablePath: string): Chromium {
  return { executablePath, libraries: null };
}
