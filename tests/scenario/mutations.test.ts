import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScenario, readScenarioText } from '../../src/scenario/parse.ts';
import { contentOf, filesWith, SHIPPED } from './shipped-files.ts';

type Node = Record<string, unknown> | unknown[];

/** What a careless or a hostile hand may put in the place of a value. */
const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(null, -1, 0, 1.5, 1e308, -0, '', '__proto__', 'x'.repeat(5000), [], {}, [[]], { id: 'x' }, '<img src=x onerror=alert(1)>', '../../etc/passwd'),
);

/** Replaces, drops, copies or adds one thing somewhere in a value, led by a list of numbers. */
function mutate(root: Node, walk: readonly number[], how: number, thing: unknown): void {
  let node = root;
  for (const step of walk) {
    const keys = Object.keys(node);
    const inner = keys.length === 0 ? undefined : (node as Record<string, unknown>)[keys[step % keys.length] ?? ''];
    if (typeof inner !== 'object' || inner === null) break;
    node = inner as Node;
  }
  const keys = Object.keys(node);
  const key = keys[(walk[0] ?? 0) % Math.max(1, keys.length)] ?? 'x';
  const record = node as Record<string, unknown>;
  if (how === 0) record[key] = thing;
  else if (how === 1 && Array.isArray(node)) node.splice(Number(key) || 0, 1);
  else if (how === 1) delete record[key];
  else if (Array.isArray(node)) node.push(node[0], thing);
  else record[`${key}x`] = thing;
}

const change = fc.tuple(fc.array(fc.nat(5000), { maxLength: 6 }), fc.nat(2), junk);

describe('a shipped file spoilt at random', () => {
  it('never makes the reader throw: it gives a scenario or says what is wrong', () => {
    const path = fc.constantFrom(...SHIPPED.filter((one) => !one.startsWith('maps/')));
    fc.assert(
      fc.property(path, fc.array(change, { minLength: 1, maxLength: 4 }), (file, changes) => {
        const content = contentOf(file);
        for (const [walk, how, thing] of changes) mutate(content, walk, how, thing);
        const result = readScenario('first-night', filesWith({ [file]: content }));
        if (!result.ok) for (const problem of result.problems) expect([problem.message, problem.expected].map((text) => text.length > 0)).toEqual([true, true]);
        return result.ok || result.problems.length > 0;
      }),
      { seed: 1954, numRuns: 250 },
    );
  });

  it('holds for the map as well', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const content = contentOf('maps/dien-bien-phu.json');
        for (const [walk, how, thing] of changes) mutate(content, walk, how, thing);
        const result = readScenario('first-night', filesWith({ 'maps/dien-bien-phu.json': content }));
        return result.ok || result.problems.length > 0;
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('holds for a text cut and patched anywhere', () => {
    const text = JSON.stringify(contentOf('first-night.json'), null, 1);
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 8 }), (at, length, patch) => {
        const result = readScenarioText('mine.json', text.slice(0, at) + patch + text.slice(at + length), filesWith());
        return result.ok || result.problems.length > 0;
      }),
      { seed: 54, numRuns: 300 },
    );
  });

  it('holds for settings of any path and value', () => {
    const segment = fc.constantFrom('posts', 'rules', 'climate', 'dumps', 'beatrice-1', 'works', 'weapons', 't105', 'kill', 'morale', 'loss', '__proto__', 'constructor', 'toString', 'length', '0', '');
    const path = fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(path, junk, (key, value) => {
        const result = readScenario('first-night', filesWith(), { [key]: value });
        return result.ok || result.problems.length > 0;
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
