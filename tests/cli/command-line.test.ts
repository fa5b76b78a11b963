import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { ROOT } from '../helpers/source.ts';

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const SIMULATE = ['simulate', '--scenario', 'first-night', '--seed', '1954'];
let folder: string;
let replayFile: string;

/** Runs a command in this process. */
async function siege(...args: string[]): Promise<Answer> {
  const answer = { out: '', err: '' };
  const code = await main(args, { print: (text) => void (answer.out += text), complain: (line) => void (answer.err += `${line}\n`) });
  return { code, ...answer };
}

/** Runs the built command line as a person does. */
function typed(...args: string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/cli/launch/siege.mjs'), ...args], { cwd: folder, encoding: 'utf8' });
  return { code: status ?? -1, out: stdout, err: stderr };
}

function written(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vong-vay-cli-'));
  replayFile = join(folder, 'night.json');
  expect(await siege(...SIMULATE, '--out', replayFile)).toMatchObject({ code: 0, err: '' });
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the built command line', () => {
  it('prints one JSON document, the same bytes every time, and nothing else', () => {
    const first = typed(...SIMULATE, '--json', '--out', 'typed.json');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(typed(...SIMULATE, '--json').out).toBe(first.out);
    const report = JSON.parse(first.out) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual(['scenario', 'seed', 'rules', 'turns', 'hash', 'verdict', 'tallies']);
    expect(report['verdict']).toEqual({ winner: expect.stringMatching(/^(?:garrison|besieger|draw)$/), turn: expect.any(Number), date: expect.stringMatching(/^1954-03-1[34]$/), cause: expect.any(String) });
    expect(readFileSync(join(folder, 'typed.json'), 'utf8')).toBe(readFileSync(replayFile, 'utf8'));
  });

  it('plays the same siege as the unbuilt sources, and verifies it', async () => {
    expect(typed(...SIMULATE, '--json').out).toBe((await siege(...SIMULATE, '--json')).out);
    const verified = typed('verify', replayFile, '--json');
    expect(verified).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(verified.out)).toMatchObject({ ok: true, turns: 3, firstDifference: null });
  });

  it('answers bad input with exit code 2 and a single line', () => {
    const answer = typed('simulate', '--scenario', 'first-night', '--seed', '1', '--garison', 'x');
    expect(answer).toMatchObject({ code: 2, out: '' });
    expect(answer.err).toMatch(/^[^\n]*--garison[^\n]*--scenario VALUE[^\n]*--besieger VALUE[^\n]*\n$/);
  });
});

describe('simulate', () => {
  it('reports the hash that the replay ends with', async () => {
    const report = JSON.parse((await siege(...SIMULATE, '--json')).out) as { hash: string; turns: number };
    const replay = JSON.parse(readFileSync(replayFile, 'utf8')) as { turns: { hash: string }[] };
    expect(replay.turns.at(-1)?.hash).toBe(report.hash);
    expect(replay.turns).toHaveLength(report.turns);
  });

  it('stops after so many turns, undecided', async () => {
    const report = JSON.parse((await siege(...SIMULATE, '--turns', '1', '--json')).out) as Record<string, unknown>;
    expect(report).toMatchObject({ turns: 1, verdict: null });
    expect(JSON.parse((await siege(...SIMULATE, '--turns', '0', '--json')).out)).toMatchObject({ turns: 0, verdict: null });
  });

  it('tells with --timeline how the figures moved from turn to turn', async () => {
    const report = JSON.parse((await siege(...SIMULATE, '--timeline', '--json')).out) as { tallies: Record<string, unknown>; timeline: Record<string, unknown>[] };
    expect(report.timeline.map(({ turn }) => turn)).toEqual([0, 1, 2]);
    expect(report.timeline.at(-1)?.['garrisonKilled']).toBe(report.tallies['garrisonKilled']);
  });

  it('sets values by path, and its replay still verifies', async () => {
    const file = join(folder, 'set.json');
    const plain = await siege(...SIMULATE, '--json');
    const changed = await siege(...SIMULATE, '--set', 'posts.beatrice-2.coverCentimetres=400', '--set', 'dumps.front.rounds.t105=10', '--out', file, '--json');
    expect(changed.code).toBe(0);
    expect(changed.out).not.toBe(plain.out);
    expect(JSON.parse((await siege('verify', file, '--json')).out)).toMatchObject({ ok: true, turns: 3 });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ scenario: { set: { 'posts.beatrice-2.coverCentimetres': 400, 'dumps.front.rounds.t105': 10 } } });
  });

  it('plays a scenario from a file beside the shipped ones', async () => {
    const file = written('short-night.json', JSON.stringify({ format: 1, kind: 'variant', id: 'short-night', base: 'first-night', title: { vi: 'Thử', fr: 'Essai', en: 'Trial' }, window: { turns: 2 } }));
    const replay = join(folder, 'short.json');
    const answer = await siege('simulate', '--scenario', file, '--seed', '1', '--out', replay, '--json');
    expect(answer).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(answer.out)).toMatchObject({ scenario: 'short-night', turns: 2 });
    expect(await siege('verify', replay)).toMatchObject({ code: 2, err: expect.stringContaining('--scenario') });
    expect(await siege('verify', replay, '--scenario', file)).toMatchObject({ code: 0 });
  });

  it.each([
    [['simulate', '--scenario', 'first-night'], /^--seed: nothing is there; expected a seed/],
    [['simulate', '--seed', '1'], /^--scenario: nothing is there/],
    [['simulate', '--scenario', 'last-night', '--seed', '1'], /last-night.*expected one of .*first-night/],
    [['simulate', '--scenario', 'no/such/file.json', '--seed', '1'], /^no\/such\/file\.json: cannot be read/],
    [[...SIMULATE, '--garrison', 'napoleon'], /^--garrison: found "napoleon"; expected one of .*historical/],
    [[...SIMULATE, '--turns', 'many'], /^--turns: found "many"; expected a whole number/],
    [[...SIMULATE, '--set', 'rules.morale.loss'], /^--set: rules\.morale\.loss: found .*expected path=value/],
    [[...SIMULATE, '--set', 'rules.morale.loss=99999'], /^--set: rules\.morale\.loss: found 99999; expected a whole number from/],
    [[...SIMULATE, '--set', 'posts.nowhere.works=1'], /^--set: posts\.nowhere\.works: no "nowhere"/],
    [[...SIMULATE, '--set', '__proto__=1'], /^--set: __proto__: no such/],
    [[...SIMULATE, 'stray'], /found "stray"/],
    [['conquer'], /^command: found "conquer"; expected simulate, replay, verify/],
    [[], /^command: nothing is there/],
    [['constructor'], /^command: found "constructor"/],
  ])('refuses %j with one line that says what was expected', async (args, line) => {
    const answer = await siege(...args);
    expect(answer).toMatchObject({ code: 2, out: '' });
    expect(answer.err.split('\n')).toHaveLength(2);
    expect(answer.err).toMatch(line);
  });
});

describe('verify', () => {
  it('answers no, and names turn and hashes, when an order was taken out', async () => {
    const replay = JSON.parse(readFileSync(replayFile, 'utf8')) as { turns: { orders: { besieger: unknown[] } }[] };
    replay.turns[1]?.orders.besieger.pop();
    const file = written('fewer.json', JSON.stringify(replay));
    const answer = await siege('verify', file, '--json');
    expect(answer.code).toBe(1);
    expect(JSON.parse(answer.out)).toMatchObject({ ok: false, turns: 1, firstDifference: { turn: 1, expected: expect.any(String), found: expect.any(String) } });
    const both = await siege('verify', replayFile, file, '--json');
    expect(both.code).toBe(1);
    expect(JSON.parse(both.out)).toMatchObject({ ok: false, replays: [{ ok: true }, { ok: false }] });
    expect((await siege('verify', file)).out).toMatch(/turns\[1\]\.hash/);
  });

  it('takes a spoilt file for bad input', async () => {
    const file = written('spoilt.json', readFileSync(replayFile, 'utf8').replace('"seed"', '"sead"'));
    expect(await siege('verify', file)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^[^\n]*spoilt\.json: [^\n]*\n$/) });
  });

  it('keeps control characters of a file out of the terminal', async () => {
    const file = written('colours.json', '{"format":1,"seed":"\\u001b[31m","turns":[],"\\u001b]0;x\\u0007":1}');
    const { err } = await siege('verify', file);
    expect(err).not.toContain('\u001b');
    expect(err.split('\n')).toHaveLength(2);
  });
});

describe('replay', () => {
  it('prints the events with --json, up to a turn with --until', async () => {
    const all = JSON.parse((await siege('replay', replayFile, '--json')).out) as { turn: number }[];
    const some = JSON.parse((await siege('replay', replayFile, '--json', '--until', '1')).out) as { turn: number }[];
    expect(all.length).toBeGreaterThan(some.length);
    expect(some.every(({ turn }) => turn === 0)).toBe(true);
    expect(all.slice(0, some.length)).toEqual(some);
  });

  it('prints the log in words, in three languages', async () => {
    const logs = await Promise.all(['vi', 'fr', 'en'].map(async (lang) => (await siege('replay', replayFile, '--lang', lang)).out));
    expect(new Set(logs).size).toBe(3);
    expect(logs[0]).toContain('Him Lam');
    expect(logs[2]).toMatch(/^1\. day of 13 March\n {2}06:00 {2}/);
    expect(await siege('replay', replayFile, '--lang', 'de')).toMatchObject({ code: 2, err: expect.stringContaining('vi or fr or en') });
  });

  it('prints what agrees and then says where it stops agreeing', async () => {
    const file = written('wrong-hash.json', readFileSync(replayFile, 'utf8').replace(/"hash":"[0-9a-f]{16}"\}\n {2}\]/, '"hash":"0000000000000000"}\n  ]'));
    const answer = await siege('replay', file, '--json');
    expect(answer).toMatchObject({ code: 1, err: expect.stringContaining('turns[2].hash') });
    expect((JSON.parse(answer.out) as { turn: number }[]).some(({ turn }) => turn === 1)).toBe(true);
  });
});

describe('check', () => {
  it('finds nothing wrong with what ships, whatever its kind', async () => {
    const files = ['first-night.json', 'dien-bien-phu.json', 'french-archives.json', 'scenario.schema.json', 'rules/standard.json', 'maps/dien-bien-phu.json', 'dien-bien-phu/posts.json'];
    const answer = await siege('check', ...files.map((file) => join(ROOT, 'scenarios', file)), replayFile, '--json');
    expect(JSON.parse(answer.out)).toEqual({ ok: true, problems: [] });
    expect(answer.code).toBe(0);
  });

  it('names every mistake of every file, with its place', async () => {
    const replay = written('two.json', readFileSync(replayFile, 'utf8').replace('"rules": ', '"rules": "x", "more": ').replace('"seed": "1954"', '"seed": ""'));
    const variant = written('variant.json', JSON.stringify({ format: 1, kind: 'variant', id: 'v', base: 'first-night', set: { 'posts.nowhere.works': 1, 'rules.morale.loss': -5 } }));
    const answer = await siege('check', replay, variant, '--json');
    expect(answer).toMatchObject({ code: 1, err: '' });
    const { ok, problems } = JSON.parse(answer.out) as { ok: boolean; problems: { file: string; path: string; message: string }[] };
    expect(ok).toBe(false);
    expect(problems.filter(({ file }) => file === replay).map(({ path }) => path).sort()).toEqual(['more', 'rules', 'seed']);
    expect(problems.filter(({ file }) => file === variant)).toHaveLength(2);
    expect((await siege('check', replay, variant)).out.trim().split('\n')).toHaveLength(5);
  });

  it.each([
    ['{"format":1}', /siege, facts, variant/],
    ['not json', /no JSON at line 1/],
    ['{"kind":"map"}', /map\.json/],
  ])('says of %s what it is not', async (text, line) => {
    const answer = await siege('check', written('map.json', text));
    expect(answer.code).toBe(1);
    expect(answer.out).toMatch(line);
  });

  it('needs a file that is there', async () => {
    expect(await siege('check')).toMatchObject({ code: 2 });
    expect(await siege('check', join(folder, 'nothing.json'))).toMatchObject({ code: 2, err: expect.stringContaining('cannot be read') });
    expect(await siege('check', folder)).toMatchObject({ code: 2 });
  });
});

describe('params and schema', () => {
  it('list every tunable with unit, range and source', async () => {
    const list = JSON.parse((await siege('params', '--json')).out) as Record<string, unknown>[];
    expect(list.length).toBeGreaterThan(100);
    for (const param of list) expect(Object.keys(param)).toEqual(['id', 'value', 'unit', 'min', 'max', 'source', 'note']);
    expect((await siege('params', '--scenario', 'first-night')).out.split('\n').length).toBe(list.length + 1);
  });

  it('write the JSON Schema of scenario files', async () => {
    const file = join(folder, 'schema.json');
    expect(await siege('schema', file)).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(file, 'utf8')).toBe((await siege('schema', '--json')).out);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ $schema: expect.any(String), title: expect.any(String) });
  });

  it('measure how fast sieges play, beside their own draws and flood fills', async () => {
    const figures = JSON.parse((await siege('bench', '--scenario', 'first-night', '--runs', '2', '--json')).out) as Record<string, unknown>;
    expect(figures).toMatchObject({ scenario: 'first-night', sieges: 2, turns: 6, warmed: 20 });
    // Not every system keeps an account of single threads.
    for (const name of ['siegesPerThreadSecond', 'threadMilliseconds']) expect(figures[name] ?? 1, name).toBeGreaterThan(0);
    for (const name of ['siegesPerSecond', 'siegesPerCpuSecond', 'milliseconds', 'millisecondsPerTurn', 'streams', 'draws', 'rings', 'ratio', 'referenceMilliseconds']) expect(figures[name], name).toBeGreaterThan(0);
    expect(await siege('bench', '--runs', '0')).toMatchObject({ code: 2, out: '' });
  });

  it('explain themselves', async () => {
    expect((await siege('--help')).out).toContain('simulate --scenario');
    expect((await siege('verify', '--help')).out).not.toContain('simulate');
  });
});
