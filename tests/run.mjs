// `npm test`: installs what is missing, then types, lint, the tests without and with a browser.
// The last line stands alone: `N passed, N failed`, summed over all of them.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, setUp } from '../src/cli/launch/setup.mjs';

const BIN = {
  tsc: 'node_modules/typescript/bin/tsc',
  eslint: 'node_modules/eslint/bin/eslint.js',
  vitest: 'node_modules/vitest/vitest.mjs',
};

const STEPS = {
  types: types,
  lint: lint,
  unit: () => vitest('node'),
  browser: () => vitest('browser'),
};

const chosen = readFlags();
setUp();
const reports = mkdtempSync(join(tmpdir(), 'vong-vay-tests-'));
const total = { passed: 0, failed: 0, skipped: 0 };
for (const name of chosen) await take(name);
rmSync(reports, { recursive: true });
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${sentence(total)}`);

function readFlags() {
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' } } });
    if (values.only === undefined) return Object.keys(STEPS);
    if (values.only in STEPS) return [values.only];
    throw new Error(`--only ${values.only}`);
  } catch (problem) {
    console.error(`${problem.message}. Usage: npm test -- [--only ${Object.keys(STEPS).join('|')}]`);
    process.exit(2);
  }
}

async function take(name) {
  console.log(`\n== ${name}`);
  const begun = Date.now();
  const count = await STEPS[name]();
  for (const key of Object.keys(total)) total[key] += count[key];
  console.log(`== ${name}: ${sentence(count)}, ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The game and the engine apart, each under its own settings; one test together. */
async function types() {
  const codes = await Promise.all(['tsconfig.json', 'tsconfig.engine.json'].map((file) => run(BIN.tsc, '-p', file)));
  return oneTest(codes.every((code) => code === 0));
}

async function lint() {
  return oneTest((await run(BIN.eslint, '.', '--max-warnings', '0')) === 0);
}

function oneTest(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

async function vitest(project) {
  const report = join(reports, `${project}.json`);
  const code = await run(BIN.vitest, 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
  const count = countOf(report);
  // A run that broke down outside its tests has failed too.
  if (code !== 0 && count.failed === 0) count.failed = 1;
  return count;
}

function countOf(report) {
  const count = { passed: 0, failed: 0, skipped: 0 };
  const files = readReport(report);
  for (const file of files) {
    for (const { status } of file.assertionResults) count[status === 'passed' || status === 'failed' ? status : 'skipped'] += 1;
    // A file that could not be loaded, or whose preparation failed, has no failed test to show for it.
    const names = file.assertionResults.map(({ status }) => status);
    if (file.status === 'failed' && !names.includes('failed')) count.failed += 1;
  }
  return count;
}

function readReport(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8')).testResults;
  } catch {
    return [];
  }
}

function run(script, ...args) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('close', (code) => done(code ?? 1));
  });
}
