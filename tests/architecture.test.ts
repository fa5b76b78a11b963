import { describe, expect, it } from 'vitest';
import { filesBelow, textOf } from './helpers/source.ts';
import { wallProblems } from './helpers/walls.ts';

const sources = filesBelow('src').filter((path) => /\.(?:tsx?|css)$/.test(path) && !path.startsWith('src/cli/launch/'));

describe('the shape of the code', () => {
  it('holds in every source: imports, banned words, length, names', () => {
    expect(sources).toContain('src/main.ts');
    expect(sources.flatMap((path) => wallProblems(path, textOf(path)))).toEqual([]);
  });

  it('keeps the launchers free of packages that are not installed yet', () => {
    const launchers = filesBelow('src/cli/launch');
    expect(launchers).toContain('src/cli/launch/setup.mjs');
    for (const path of launchers) {
      const statics = [...textOf(path).matchAll(/^import [^;]*? from '([^']+)'/gms)].map((match) => match[1] ?? '');
      expect(statics.filter((name) => !name.startsWith('node:') && !name.startsWith('./'))).toEqual([]);
    }
  });

  it('names no folder beside the repository', () => {
    const beside = ['..', 'shared'].join('/');
    const isText = (path: string): boolean => !/\.(?:png|jpe?g|webp|woff2?|ogg|mp3|wav|ico|gz)$/.test(path);
    const naming = filesBelow('.').filter((path) => isText(path) && textOf(path).includes(beside));
    expect(naming).toEqual([]);
  });

  it('leaves no test out', () => {
    const left = /\b(?:it|test|describe)\.(?:only|skip|todo|fails)\b/;
    const tests = filesBelow('tests').filter((path) => /\.tsx?$/.test(path) && path !== 'tests/architecture.test.ts');
    expect(tests.filter((path) => left.test(textOf(path)))).toEqual([]);
  });
});

describe('the walls', () => {
  const refused = (path: string, text: string): string => wallProblems(path, text).join('\n');

  it.each([
    ['src/engine/rules/flak.ts', "import { dig } from './digging.ts';", 'a rule must not import the rule'],
    ['src/engine/view.ts', "import { parse } from '../scenario/parse.ts';", 'engine must not import scenario'],
    ['src/engine/view.ts', "import { produce } from 'immer';", 'engine must not use the package immer'],
    ['src/engine/view.ts', "import type { Scene } from 'phaser';", 'engine must not use the package phaser'],
    ['src/commanders/steady.ts', "import { findPath } from '../engine/path.ts';", "past the engine's door"],
    ['src/commanders/steady.ts', "import { play } from '../session/game.ts';", 'commanders must not import session'],
    ['src/stage/map.ts', "import { Card } from '../panels/card.tsx';", 'stage must not import panels'],
    ['src/stage/map.ts', "import '../scenario/parse.ts';", 'stage must not import scenario'],
    ['src/panels/card.tsx', "const map = await import('../stage/map.ts');", 'panels must not import stage'],
    ['src/panels/text/events.ts', "import { newGame } from '../../engine/index.ts';", 'more than types'],
    ['src/session/game.ts', "export { run } from '../cli/main.ts';", 'session must not import cli'],
    ['src/lab/pool.ts', "new Worker(new URL('../main.ts', import.meta.url));", 'lab must not import main'],
    ['src/odd/thing.ts', '', 'no folder that the import table knows'],
    ['src/panels/index.ts', '', 'no index but'],
    ['src/panels/utils.ts', '', 'named after the thing'],
    ['src/panels/long.ts', 'x;\n'.repeat(451), '451 lines'],
    ['src/panels/card.tsx', 'box.innerHTML = title;', 'text that becomes markup'],
    ['src/panels/card.tsx', 'const a = <p dangerouslySetInnerHTML={b} />;', 'text that becomes markup'],
    ['src/cli/main.ts', 'eval(text);', 'text that becomes code'],
    ['src/cli/main.ts', 'new Function(text);', 'text that becomes code'],
    ['src/cli/main.ts', 'export default 1;', 'a default export'],
  ])('%s refuses %s', (path, text, problem) => {
    expect(refused(path, text)).toContain(problem);
  });

  it.each([
    ...['random', 'exp', 'log', 'pow', 'sin', 'cos', 'tan', 'atan2', 'hypot', 'sqrt', 'cbrt'].map((name) => `Math.${name}(2);`),
    'const { random } = Math;',
    'a = b ** 2;',
    'a **= 2;',
    'new Date();',
    'Date.now();',
    'performance.now();',
    'new Intl.Collator();',
    'n.toLocaleString();',
    'a.localeCompare(b);',
    'new Map();',
    'new Set([1]);',
    'new WeakMap();',
    'async function f() {}',
    'list.sort();',
    'globalThis.x = 1;',
  ])('the engine refuses %s', (text) => {
    expect(refused('src/engine/rules/flak.ts', text)).toContain('holds');
  });

  it.each([
    ['src/engine/turn.ts', "import { produce } from 'immer';"],
    ['src/engine/rules/flak.ts', "import type { GameState } from '../state.ts';"],
    ['src/engine/rules/flak.ts', '// a Date, Math.sin or new Map() may stand in a comment\nlist.sort((a, b) => a - b);'],
    ['src/engine/rules/flak.ts', 'const n = Math.floor(7 / 2) * Math.max(1, 2);'],
    ['src/commanders/steady.ts', "import type { SideView } from '../engine/index.ts';"],
    ['src/panels/text/events.ts', "import { type GameEvent } from '../../engine/index.ts';"],
    ['src/scenario/first-night.ts', "import map from '../../scenarios/map.json';"],
  ])('%s may hold %s', (path, text) => {
    expect(refused(path, text)).toBe('');
  });
});
