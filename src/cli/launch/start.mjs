// `npm start`: installs and builds what is missing, then serves the built page.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { fingerprint } from './fingerprint.mjs';
import { ROOT, setUp } from './setup.mjs';

const STAMP = join(ROOT, 'node_modules/.cache/vong-vay/page');
const SOURCES = ['src', 'assets', 'scenarios', 'index.html', 'package-lock.json', 'vite.config.ts'];
const FIRST_PORT = 4173;

const { port, host } = readFlags();
setUp();
const vite = await import('vite');
await buildWhenStale();
const server = await vite.preview({ root: ROOT, logLevel: 'warn', preview: { port, host, strictPort: false } });
const urls = server.resolvedUrls;
for (const url of [...(urls?.local ?? []), ...(urls?.network ?? [])]) console.log(`Vòng Vây: ${url}`);
console.log('Ctrl+C stops it.');

function readFlags() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });
    const port = Number(values.port ?? FIRST_PORT);
    if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`--port ${values.port}: expected 1 to 65535`);
    return { port, host: values.host ?? 'localhost' };
  } catch (problem) {
    console.error(`${problem.message}. Usage: npm start -- [--port ${FIRST_PORT}] [--host localhost]`);
    process.exit(2);
  }
}

// The page is always served as it will be published, so its content-security policy holds here too.
async function buildWhenStale() {
  const wanted = fingerprint(SOURCES);
  const built = existsSync(join(ROOT, 'dist/index.html')) && existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
  if (built === wanted) return;
  console.log('Building the page …');
  await vite.build({ root: ROOT, logLevel: 'warn' });
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
}
