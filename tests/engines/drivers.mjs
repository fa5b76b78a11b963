// One driver an engine: each opens a page and asks it for a value until it is done. A driver that finds no program says where it looked.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';

const ON_PATH = (process.env.PATH ?? '').split(':').filter((folder) => folder !== '');

function programOf(variable, names) {
  const named = process.env[variable];
  const places = named ? [named] : names.flatMap((name) => (name.startsWith('/') ? [name] : ON_PATH.map((folder) => join(folder, name))));
  const found = places.find((path) => existsSync(path));
  if (found === undefined) throw new Absent(`none of ${names.join(', ')} (set ${variable} to its program)`);
  return found;
}

/** The engine is not on this machine. */
export class Absent extends Error {}

const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const FIREFOXES = ['firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const WEBKIT_DRIVERS = ['WebKitWebDriver', 'safaridriver'];

export const DRIVERS = {
  Chromium: (url, limit) => byPuppeteer({ executablePath: programOf('CHROME_PATH', CHROMIUMS), args: ['--no-sandbox'] }, url, limit),
  Firefox: (url, limit) => byPuppeteer({ browser: 'firefox', executablePath: programOf('FIREFOX_PATH', FIREFOXES), env: freshHome() }, url, limit),
  WebKit: byWebDriver,
};

function freshHome() {
  return { ...process.env, HOME: mkdtempSync(join(tmpdir(), 'vong-vay-home-')) };
}

async function byPuppeteer(options, url, limit) {
  const browser = await puppeteer.launch({ headless: true, protocolTimeout: limit, ...options });
  try {
    const page = await browser.newPage();
    await page.goto(url, { timeout: limit });
    return await until(() => page.evaluate(() => JSON.stringify(window.outcome ?? null)), limit);
  } finally {
    await browser.close();
  }
}

// Plain W3C calls: there is no other driver for WebKitGTK in npm. Without a display it runs under xvfb.
async function byWebDriver(url, limit) {
  const driver = programOf('WEBKIT_DRIVER', WEBKIT_DRIVERS);
  const port = 4700 + (process.pid % 200);
  const isSafari = driver.endsWith('safaridriver');
  const bare = process.env.DISPLAY === undefined && !isSafari;
  const command = bare ? [programOf('XVFB_RUN', ['xvfb-run']), '-a', driver, `--port=${port}`] : [driver, `--port=${port}`];
  const child = spawn(command[0], command.slice(1), { stdio: 'ignore', detached: true });
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body === undefined ? undefined : JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value?.message ?? answer.status}`);
    return value;
  };
  try {
    await until(async () => JSON.stringify({ done: await fetch(`http://127.0.0.1:${port}/status`).then((answer) => answer.ok, () => false) }), 30_000);
    const options = isSafari ? {} : { 'webkitgtk:browserOptions': { binary: programOf('WEBKIT_BROWSER', MINI_BROWSERS), args: ['--automation'] } };
    const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch: options } });
    await call('POST', `/session/${sessionId}/url`, { url });
    return await until(() => call('POST', `/session/${sessionId}/execute/sync`, { script: 'return JSON.stringify(window.outcome || null)', args: [] }), limit);
  } finally {
    try {
      process.kill(-child.pid);
    } catch {
      // It had ended already.
    }
  }
}

const MINI_BROWSERS = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser', '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser', '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
];

async function until(ask, limit) {
  const end = Date.now() + limit;
  for (;;) {
    const answer = JSON.parse((await ask()) ?? 'null');
    if (answer?.done === true) return answer;
    if (Date.now() > end) throw new Error(`no answer within ${Math.round(limit / 1000)} s`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
