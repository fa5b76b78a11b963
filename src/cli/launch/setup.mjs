// Installs what the lock file says when node_modules does not hold it. Plain JavaScript without
// dependencies: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = resolve(fileURLToPath(new URL('../../..', import.meta.url)));

const LOCK = join(ROOT, 'package-lock.json');
const STAMP = join(ROOT, 'node_modules/.vong-vay-lock');

/**
 * Makes node_modules agree with package-lock.json and leaves the lock's hash behind, so that the next call is a
 * single comparison. Progress goes to stderr: stdout belongs to the command that follows.
 */
export function setUp() {
  requireNode();
  const wanted = hashOf(readFileSync(LOCK));
  if (readIfThere(STAMP) === wanted) return;
  if (!isInstalled()) install();
  writeFileSync(STAMP, wanted);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Vòng Vây needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

// Someone may have run `npm ci` or `npm install` by hand: npm's own record of what it put there decides.
function isInstalled() {
  const record = readIfThere(join(ROOT, 'node_modules/.package-lock.json'));
  if (record === null) return false;
  const there = JSON.parse(record).packages;
  return Object.entries(JSON.parse(readFileSync(LOCK, 'utf8')).packages).every(([path, wanted]) => {
    if (path === '') return true;
    if (there[path] === undefined) return wanted.optional === true;
    return there[path].version === wanted.version && existsSync(join(ROOT, path, 'package.json'));
  });
}

function install() {
  process.stderr.write('Installing what package-lock.json lists (about 20 s) …\n');
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2] };
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (done.status !== 0) stop('npm ci failed; mend what it says above and run the command again.');
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function hashOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp();
