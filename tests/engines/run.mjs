// `npm run test:engines`: the same sieges in Node, Chromium, Firefox and WebKit must come to the same hashes.
// An engine that is not on this machine is named and fails the run: nothing was shown about it.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { ROOT, setUp } from '../../src/cli/launch/setup.mjs';
import { Absent, DRIVERS } from './drivers.mjs';

const { values } = parseArgs({ options: { scenario: { type: 'string', default: 'dien-bien-phu' }, count: { type: 'string', default: '20' }, limit: { type: 'string', default: '600' } } });
const LIMIT = Number(values.limit) * 1000;
const OUT = join(ROOT, 'node_modules/.cache/vong-vay/engines');
const common = { configFile: false, logLevel: 'error', publicDir: false, root: join(ROOT, 'tests/engines'), define: { 'process.env.NODE_ENV': '"production"' } };

setUp();
await build({ ...common, base: './', build: { outDir: join(OUT, 'page'), emptyOutDir: true, target: 'es2022' } });
await build({ ...common, ssr: { noExternal: true }, build: { ssr: join(ROOT, 'tests/engines/campaigns.ts'), outDir: join(OUT, 'node'), emptyOutDir: true, rolldownOptions: { output: { entryFileNames: 'campaigns.mjs' } } } });

const server = await serve(join(OUT, 'page'));
const url = `http://127.0.0.1:${server.address().port}/index.html?scenario=${values.scenario}&count=${values.count}`;
const reference = await take('Node', inNode);
let failures = reference.hashes === null ? 1 : 0;
for (const [engine, drive] of Object.entries(DRIVERS)) {
  const { hashes } = await take(engine, () => drive(url, LIMIT));
  if (hashes === null || !agrees(engine, hashes)) failures += 1;
}
server.close();
console.log(failures === 0 ? `\nThe same ${values.count} hashes in Node, ${Object.keys(DRIVERS).join(', ')}.` : `\n${failures} of ${Object.keys(DRIVERS).length + 1} engines did not show the same hashes.`);
process.exit(failures === 0 ? 0 : 1);

async function inNode() {
  const { campaignHashes } = await import(pathToFileURL(join(OUT, 'node/campaigns.mjs')).href);
  const hashes = [];
  await campaignHashes(values.scenario, Number(values.count), (hash) => hashes.push(hash));
  return { hashes, error: null };
}

async function take(engine, play) {
  const begun = Date.now();
  try {
    const { hashes, error } = await play();
    if (error !== null) throw new Error(error);
    console.log(`${engine.padEnd(9)} ${hashes.length} sieges in ${((Date.now() - begun) / 1000).toFixed(1)} s, first ${hashes[0]}, last ${hashes.at(-1)}`);
    return { hashes };
  } catch (problem) {
    console.error(problem instanceof Absent ? `${engine.padEnd(9)} ABSENT: ${problem.message}` : `${engine.padEnd(9)} FAILED: ${problem.message}`);
    return { hashes: null };
  }
}

function agrees(engine, hashes) {
  const first = reference.hashes?.findIndex((hash, index) => hash !== hashes[index]) ?? 0;
  if (first < 0 && hashes.length === reference.hashes.length) return true;
  console.error(`${engine.padEnd(9)} DIFFERS from Node at siege engines-${first + 1}: ${hashes[first]} against ${reference.hashes?.[first]}`);
  return false;
}

function serve(folder) {
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, 'http://x').pathname);
    readFile(join(folder, path)).then(
      (content) => response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(server)); });
}
