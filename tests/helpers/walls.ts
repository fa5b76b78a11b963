import { importsOf, withoutComments, type Import } from './source.ts';

/** The one file through which everybody else reaches the engine. */
const DOOR = 'src/engine/index.ts';

/** Who may import whom, by folder of src. The engine's own rules and `panels/text` have stricter ones below. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  scenario: ['engine', 'scenarios'],
  replay: ['engine', 'scenario'],
  commanders: ['engine'],
  session: ['engine', 'scenario', 'replay', 'commanders'],
  lab: ['engine', 'scenario', 'replay', 'commanders'],
  history: ['engine', 'scenarios'],
  stage: ['engine', 'session', 'assets'],
  'panels/text': ['engine'],
  panels: ['engine', 'scenario', 'replay', 'session', 'lab', 'history', 'panels/text', 'assets'],
  cli: ['engine', 'scenario', 'replay', 'commanders', 'lab', 'history', 'panels/text', 'scenarios'],
  main: ['engine', 'scenario', 'replay', 'commanders', 'session', 'lab', 'history', 'stage', 'panels', 'panels/text', 'scenarios', 'assets'],
};

/** The packages a folder may use, type imports included; a name that ends in ":" or "/" covers all that begin with it. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  scenario: ['valibot', '@valibot/to-json-schema'],
  replay: ['valibot'],
  commanders: [],
  session: ['idb-keyval'],
  lab: ['valibot', 'node:'],
  history: ['valibot'],
  stage: ['phaser'],
  'panels/text': ['i18next'],
  panels: ['preact', 'preact/', '@preact/signals', 'i18next', 'uplot'],
  cli: ['node:'],
  main: ['phaser', 'preact', 'preact/', '@preact/signals', 'i18next', '@fontsource/'],
};

/** What the engine must not hold, each with the reason. */
const BANNED_IN_ENGINE: readonly (readonly [RegExp, string])[] = [
  [/\bMath\b(?!\.(?:floor|ceil|trunc|round|imul|min|max|abs|sign|clz32)\b)/, 'mathematics that differs between engines'],
  [/\*\*/, 'the power operator, which differs between engines'],
  [/\b(?:Date|performance)\b/, 'a clock'],
  [/\bIntl\b|\btoLocale\w*|\blocaleCompare\b/, 'the words or order of a locale'],
  [/\bnew\s+(?:Map|Set|WeakMap|WeakSet)\b/, 'a collection that is not plain JSON'],
  [/\basync\b|\bawait\b|\bPromise\b/, 'asynchrony'],
  [/\.(?:sort|toSorted)\(\s*(?:undefined\s*)?\)/, 'a sort without a comparator'],
  [/\bglobalThis\b/, 'the world outside'],
];

/** What no source must hold: ways for the text of a file to become code or markup. */
const BANNED_EVERYWHERE: readonly (readonly [RegExp, string])[] = [
  [/\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b|\bdocument\.write\b/, 'text that becomes markup'],
  [/\beval\s*\(|\bnew\s+Function\b/, 'text that becomes code'],
  [/^\s*export\s+default\b/m, 'a default export'],
];

/** A source of the game: hard stop for its length, in lines. */
const LONGEST = 450;

/** Everything in which this source breaks the shape of the code, in plain sentences; empty when it keeps to it. */
export function wallProblems(path: string, text: string): string[] {
  const ofCode = path.endsWith('.css') ? [] : [...importProblems(path, text), ...wordProblems(path, text)];
  return [...shapeProblems(path, text), ...ofCode].map((what) => `${path}: ${what}`);
}

function shapeProblems(path: string, text: string): string[] {
  const problems: string[] = [];
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  if (lines > LONGEST) problems.push(`${String(lines)} lines, more than ${String(LONGEST)}`);
  if (/(?:^|\/)(?:utils|helpers|types|common|misc)\.tsx?$/.test(path)) problems.push('a file is named after the thing in it');
  if (path.endsWith('/index.ts') && path !== DOOR) problems.push(`no index but ${DOOR}`);
  if (areaOf(path) === null) problems.push('lies in no folder that the import table knows');
  return problems;
}

function importProblems(path: string, text: string): string[] {
  const area = areaOf(path);
  if (area === null) return [];
  return importsOf(path, text).flatMap((one) => {
    const problem = one.isPackage ? packageProblem(path, area, one) : fileProblem(path, area, one);
    return problem === null ? [] : [problem];
  });
}

function packageProblem(path: string, area: string, { target }: Import): string | null {
  if (path === 'src/engine/turn.ts' && target === 'immer') return null;
  const allowed = (MAY_USE[area] ?? []).some((name) => target === name || (/[:/]$/.test(name) && target.startsWith(name)));
  return allowed ? null : `${area} must not use the package ${target}`;
}

function fileProblem(path: string, area: string, { target, isTypeOnly }: Import): string | null {
  const to = areaOf(target);
  if (to === null) return `imports ${target}, which lies in no folder that the import table knows`;
  if (to === area) return isRule(path) && isRule(target) ? `a rule must not import the rule ${target}` : null;
  if (!(MAY_IMPORT[area] ?? []).includes(to)) return `${area} must not import ${to} (${target})`;
  if (to === 'engine' && target !== DOOR) return `imports ${target} past the engine's door`;
  if (area === 'panels/text' && to === 'engine' && !isTypeOnly) return 'takes more than types from the engine';
  return null;
}

function wordProblems(path: string, text: string): string[] {
  const code = withoutComments(path, text);
  const inEngine = areaOf(path) === 'engine' ? BANNED_IN_ENGINE : [];
  const banned = [...inEngine, ...BANNED_EVERYWHERE].filter(([pattern]) => pattern.test(code));
  const problems = banned.map(([pattern, why]) => `holds ${why}: ${pattern.exec(code)?.[0].trim() ?? ''}`);
  if (/\b(?:TODO|FIXME|XXX|HACK)\b/.test(text)) problems.push('holds a note of something left undone');
  return path.endsWith('.d.ts') ? [] : problems;
}

function isRule(path: string): boolean {
  return path.startsWith('src/engine/rules/');
}

/** The row of the import table that this path belongs to, or null. */
function areaOf(path: string): string | null {
  const [top = '', folder = ''] = path.split('/');
  if (top === 'scenarios' || top === 'assets') return top;
  if (top !== 'src') return null;
  if (/^(?:main\.tsx?|page\.css|env\.d\.ts)$/.test(folder)) return 'main';
  if (path.startsWith('src/panels/text/')) return 'panels/text';
  return path.split('/').length > 2 && folder in MAY_IMPORT && folder !== 'main' ? folder : null;
}
