import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ORDER_KINDS, type OrderKind } from '../../src/engine/index.ts';
import { ORDER_FIELDS } from '../../src/engine/order-shape.ts';
import { asReplay, readReplay, writeReplay, type Replay } from '../../src/replay/format.ts';
import { migrated } from '../../src/replay/migrations.ts';
import { verifyReplay } from '../../src/replay/verify.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { playedAtRandom, shipped } from '../helpers/sieges.ts';

let firstNight: LoadedScenario;
let replay: Replay;
let text: string;

beforeAll(async () => {
  firstNight = await shipped('first-night');
  ({ replay } = playedAtRandom(firstNight, 'format'));
  text = writeReplay(replay);
});

/** Places and expectations of all problems with a text. */
function problemsWith(file: string): string[] {
  const read = readReplay(file, 'a.json');
  return read.ok ? [] : read.problems.map(({ path, message, expected }) => `${path}: ${message}; ${expected}`);
}

describe('a replay file', () => {
  it('reads back as it was written', () => {
    expect(readReplay(text)).toEqual({ ok: true, value: replay });
    const set = { 'rules.morale.loss': 900, 'posts.beatrice-1.coverCentimetres': 400 };
    const changed = { ...replay, scenario: { ...replay.scenario, set } };
    expect(readReplay(writeReplay(changed))).toEqual({ ok: true, value: changed });
  });

  it('holds one line a turn and nothing but the fields of the format', () => {
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['format', 'rules', 'scenario', 'seed', 'turns']);
    expect(text.split('\n').filter((line) => line.startsWith('    {'))).toHaveLength(replay.turns.length);
  });

  it('is read with all its mistakes named at once', () => {
    const spoilt = { ...replay, seed: '', extra: 1, turns: [{ orders: { garrison: [{ kind: 'charge' }], besieger: [{ kind: 'dig', post: 'a', units: 'b' }] }, hash: 'xyz' }] };
    const problems = problemsWith(JSON.stringify(spoilt));
    expect(problems.map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining(['seed', 'extra', 'turns[0].hash', 'turns[0].orders.garrison[0].kind', 'turns[0].orders.besieger[0].units']),
    );
    expect(problems).toHaveLength(5);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"format":1,'],
    ['a list', '[]'],
    ['a number', '7'],
    ['another format', '{"format":99}'],
    ['no format', '{}'],
    ['a format that is no number', '{"format":"1"}'],
    ['endless nesting', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a long text', `"${'x'.repeat(5_000_000)}"`],
  ])('refuses %s', (_what, file) => {
    expect(problemsWith(file)).toHaveLength(1);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s anywhere', (key) => {
    const spoilt = text.replace('"seed":', `"${key}": { "polluted": true }, "seed":`);
    expect(problemsWith(spoilt).join()).toContain(key);
    const deeper = text.replace('"hash":', `"${key}": { "polluted": true }, "hash":`);
    expect(problemsWith(deeper).join()).toContain(key);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('refuses fractions, negative and endless numbers of rounds', () => {
    const order = { kind: 'protect', post: 'beatrice-1' };
    for (const rounds of [1.5, -1, 1e308, '10', null]) {
      const spoilt = { ...replay, turns: [{ orders: { garrison: [{ ...order, rounds }], besieger: [] }, hash: '0'.repeat(16) }] };
      expect(asReplay(spoilt, 'a.json')).toMatchObject({ ok: false, problems: [{ path: 'turns[0].orders.garrison[0].rounds' }] });
    }
  });
});

describe('an order in a file', () => {
  const read = (order: unknown) => asReplay({ ...replay, turns: [{ orders: { garrison: [order], besieger: [] }, hash: '0'.repeat(16) }] }, 'a.json');

  /** One order of every kind, as its fields have it. */
  const sample = (kind: OrderKind): Record<string, unknown> => {
    const of = { text: 'x', 'text-or-none': null, number: 1, texts: ['x'], target: { kind: 'zone', id: 'x' }, 'strike-target': { kind: 'flak' } } as const;
    return { kind, ...Object.fromEntries(Object.entries(ORDER_FIELDS[kind]).map(([name, field]) => [name, of[field]])) };
  };

  it.each([...new Set([...ORDER_KINDS.garrison, ...ORDER_KINDS.besieger])])('may be %s, with the fields of the engine and no others', (kind) => {
    const order = sample(kind);
    expect(read(order)).toMatchObject({ ok: true });
    expect(read({ ...order, why: 'x' })).toMatchObject({ ok: false });
    for (const field of Object.keys(ORDER_FIELDS[kind])) {
      const { [field]: _left, ...short } = order;
      expect(read(short), field).toMatchObject({ ok: false, problems: [{ path: expect.stringContaining(field) }] });
    }
  });
});

describe('an older format', () => {
  const migrations = {
    1: (file: Readonly<Record<string, unknown>>) => ({ ...file, seed: String(file['number']) }),
    2: ({ seed, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, seed: `${String(seed)}!` }),
  };

  it('is brought up to date one format at a time', () => {
    expect(migrated({ format: 1, number: 7 }, 'a.json', migrations, 3)).toEqual({ ok: true, value: { format: 3, number: 7, seed: '7!' } });
    expect(migrated({ format: 2, seed: 'x' }, 'a.json', migrations, 3)).toEqual({ ok: true, value: { format: 3, seed: 'x!' } });
  });

  it.each([0, 4, 1.5, -1, Number.NaN, 'toString', null])('is refused when it is none that is known: %s', (format) => {
    expect(migrated({ format }, 'a.json', migrations, 3)).toMatchObject({ ok: false, problems: [{ path: 'format', expected: '1 or 2 or 3' }] });
  });
});

describe('ten thousand spoilt files', () => {
  /** `VONG_VAY_MUTATIONS` sets another number. */
  const RUNS = Number(process.env['VONG_VAY_MUTATIONS'] ?? 2000);

  it('never crash the reader, and what still reads is played or refused by name', { timeout: 300_000 }, () => {
    const splice = fc.record({ at: fc.nat(), cut: fc.nat(12), put: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('0', '-1', '1e9', 'null', '[]', '{}', '"', ',', '}', ']', '__proto__', '"beatrice-2"')) });
    let read = 0;
    fc.assert(
      fc.property(fc.array(splice, { minLength: 1, maxLength: 3 }), (splices) => {
        let spoilt = text;
        for (const { at, cut, put } of splices) {
          const from = at % spoilt.length;
          spoilt = spoilt.slice(0, from) + put + spoilt.slice(from + cut);
        }
        const result = readReplay(spoilt, 'a.json');
        if (!result.ok) {
          expect(result.problems.length).toBeGreaterThan(0);
          return;
        }
        read += 1;
        const { ok, difference } = verifyReplay(result.value, firstNight);
        expect(ok || difference !== null).toBe(true);
      }),
      { numRuns: RUNS },
    );
    expect(read).toBeLessThan(RUNS);
  });

  it('with one value of the document replaced, neither', { timeout: 300_000 }, () => {
    const junk = fc.oneof(fc.integer(), fc.constantFrom(null, true, '', 'beatrice-1', 'battery-801', 1e21, -0, [], {}, [[]], { kind: 'dig' }), fc.string({ maxLength: 20 }), fc.jsonValue({ maxDepth: 2 }));
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 7 }), junk, (walk, thing) => {
        const document = JSON.parse(text) as unknown;
        replaceAt(document, walk, thing);
        const result = asReplay(document, 'a.json');
        if (result.ok) verifyReplay(result.value, firstNight);
        else expect(result.problems.every(({ message, expected }) => message !== '' && expected !== '')).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

/** Puts `thing` somewhere in the document, led by the numbers. */
function replaceAt(document: unknown, walk: readonly number[], thing: unknown): void {
  let node = document as Record<string, unknown>;
  for (const [index, step] of walk.entries()) {
    const keys = Object.keys(node);
    const key = keys[step % Math.max(1, keys.length)];
    if (key === undefined) return;
    const inner = node[key];
    if (index === walk.length - 1 || typeof inner !== 'object' || inner === null) {
      node[key] = thing;
      return;
    }
    node = inner as Record<string, unknown>;
  }
}
