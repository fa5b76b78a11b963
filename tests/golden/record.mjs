// `npm run golden`: records the golden sieges anew; refuses when the rules moved and RULES_VERSION did not.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'node', 'tests/golden'], {
  cwd: root,
  env: { ...process.env, VONG_VAY_GOLDEN: 'write' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
