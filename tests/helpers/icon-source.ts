import { textOf } from './source.ts';

/** The icons that the panels use: our name, the set, its name there and, for Game-icons, who drew it. */
const USED: readonly (readonly [name: string, set: 'game-icons' | 'lucide', from: string, by?: string])[] = [
  ['gun', 'game-icons', 'field-gun', 'Quoting'],
  ['storm', 'game-icons', 'trench-assault', 'Quoting'],
  ['mortar', 'game-icons', 'mortar', 'Delapouite'],
  ['radio', 'game-icons', 'radio-tower', 'Delapouite'],
  ['helmet', 'game-icons', 'brodie-helmet', 'Skoll'],
  ['machine-gun', 'game-icons', 'machine-gun', 'Skoll'],
  ['parachute', 'game-icons', 'parachute', 'Lorc'],
  ['spade', 'game-icons', 'trench-spade', 'Skoll'],
  ['back', 'lucide', 'step-back'],
  ['bed', 'lucide', 'bed'],
  ['bike', 'lucide', 'bike'],
  ['bomb', 'lucide', 'bomb'],
  ['chart', 'lucide', 'chart-line'],
  ['circle-dashed', 'lucide', 'circle-dashed'],
  ['close-up', 'lucide', 'chevrons-up'],
  ['convoy', 'lucide', 'backpack'],
  ['fast', 'lucide', 'fast-forward'],
  ['first', 'lucide', 'skip-back'],
  ['flag-off', 'lucide', 'flag-off'],
  ['forward', 'lucide', 'step-forward'],
  ['gather', 'lucide', 'package-plus'],
  ['hand', 'lucide', 'hand-helping'],
  ['handshake', 'lucide', 'handshake'],
  ['hospital', 'lucide', 'cross'],
  ['landing', 'lucide', 'plane-landing'],
  ['link', 'lucide', 'link'],
  ['mountain', 'lucide', 'mountain'],
  ['move', 'lucide', 'move'],
  ['officer', 'lucide', 'user-check'],
  ['pause', 'lucide', 'pause'],
  ['plane', 'lucide', 'plane'],
  ['raid', 'lucide', 'swords'],
  ['ration', 'lucide', 'soup'],
  ['rewind', 'lucide', 'rewind'],
  ['route', 'lucide', 'route'],
  ['scissors', 'lucide', 'scissors'],
  ['snipe', 'lucide', 'locate'],
  ['arrow-right', 'lucide', 'arrow-right'],
  ['check', 'lucide', 'check'],
  ['chevron', 'lucide', 'chevron-down'],
  ['close', 'lucide', 'x'],
  ['cloud', 'lucide', 'cloud'],
  ['counter', 'lucide', 'rotate-ccw'],
  ['credits', 'lucide', 'info'],
  ['crosshair', 'lucide', 'crosshair'],
  ['dice', 'lucide', 'dices'],
  ['down', 'lucide', 'download'],
  ['eye', 'lucide', 'eye'],
  ['flag', 'lucide', 'flag'],
  ['heart', 'lucide', 'heart-pulse'],
  ['history', 'lucide', 'history'],
  ['home', 'lucide', 'house'],
  ['keyboard', 'lucide', 'keyboard'],
  ['languages', 'lucide', 'languages'],
  ['leave', 'lucide', 'door-open'],
  ['list', 'lucide', 'list'],
  ['log', 'lucide', 'file-text'],
  ['map', 'lucide', 'map'],
  ['march', 'lucide', 'footprints'],
  ['menu', 'lucide', 'menu'],
  ['moon', 'lucide', 'moon'],
  ['more', 'lucide', 'ellipsis'],
  ['package', 'lucide', 'package'],
  ['pencil', 'lucide', 'pencil'],
  ['play', 'lucide', 'play'],
  ['question', 'lucide', 'circle-question-mark'],
  ['rain', 'lucide', 'cloud-rain'],
  ['shield', 'lucide', 'shield'],
  ['skip', 'lucide', 'skip-forward'],
  ['stop', 'lucide', 'log-out'],
  ['sun', 'lucide', 'sun'],
  ['thunder', 'lucide', 'cloud-lightning'],
  ['undo', 'lucide', 'undo-2'],
  ['unlink', 'lucide', 'unlink'],
  ['up', 'lucide', 'upload'],
  ['users', 'lucide', 'users'],
  ['warning', 'lucide', 'triangle-alert'],
];

/** Icons that only the map uses; the dialog of credits names their authors too. */
const ON_THE_MAP: readonly (readonly [author: string, icon: string])[] = [['Delapouite', 'wooden-crate']];

interface IconSet {
  readonly icons: Readonly<Record<string, { readonly body: string }>>;
  readonly aliases: Readonly<Record<string, { readonly parent: string }>>;
}

/** The text of `src/panels/icons.ts`: only the icons in use, as shapes, never as markup. */
export function iconSource(): string {
  const sets = { 'game-icons': read('game-icons'), lucide: read('lucide') };
  const rows = USED.map(([name, set, from]) => `  '${name}': ${shapesOf(set, bodyOf(sets[set], from), from)},`);
  return [
    '// Written by `npx vitest run --project node tests/panels/icons.test.ts -u` from the list in',
    '// tests/helpers/icon-source.ts; Game-icons under CC BY 3.0, Lucide under ISC: see assets/credits.md.',
    '',
    '/** One drawn part of an icon: the name of the SVG element and its attributes. */',
    "export type Shape = readonly ['path' | 'circle' | 'rect' | 'ellipse' | 'line', Readonly<Record<string, string>>];",
    '',
    '/** An icon: `filled` ones lie on a square of 512, the others are strokes on a square of 24. */',
    'export interface IconShapes {',
    '  readonly filled: boolean;',
    '  readonly shapes: readonly Shape[];',
    '}',
    '',
    '/** Every icon of the panels, by our own name for it. */',
    'export const ICONS = {',
    ...rows,
    '} as const satisfies Readonly<Record<string, IconShapes>>;',
    '',
    '/** The name of an icon. */',
    'export type IconId = keyof typeof ICONS;',
    '',
    '/** Who drew the icons that ask to be named, with the icons of each. */',
    'export const ICON_AUTHORS: readonly (readonly [author: string, icons: string])[] = [',
    ...authors(ON_THE_MAP).map(([who, what]) => `  ['${who}', '${what}'],`),
    '];',
    '',
  ].join('\n');
}

/** The rows of assets/credits.md that name the authors of the icons in use. */
export function iconCredits(): string[] {
  const named = authors([]).map(([who, what]) => `| ${what} (\`@iconify-json/game-icons\`, game-icons.net) | ${who} | CC BY 3.0 | counters, stores, orders |`);
  const lucide = USED.filter(([, set]) => set === 'lucide').map(([, , from]) => from).join(', ');
  return [...named, `| ${lucide} (\`@iconify-json/lucide\`) | Lucide Contributors | ISC | interface icons |`];
}

function authors(more: readonly (readonly [author: string, icon: string])[]): [string, string][] {
  const found: Record<string, string[]> = {};
  for (const [author, icon] of more) (found[author] ??= []).push(icon);
  for (const [, set, from, by] of USED) {
    if (set !== 'game-icons') continue;
    if (by === undefined) throw new Error(`${from}: Game-icons ask that their author is named`);
    (found[by] ??= []).push(from);
  }
  return Object.entries(found).map(([who, what]) => [who, what.join(', ')]);
}

function read(set: string): IconSet {
  return JSON.parse(textOf(`node_modules/@iconify-json/${set}/icons.json`)) as IconSet;
}

function bodyOf(set: IconSet, name: string): string | undefined {
  return (set.icons[name] ?? set.icons[set.aliases[name]?.parent ?? ''])?.body;
}

function shapesOf(set: string, body: string | undefined, from: string): string {
  if (body === undefined) throw new Error(`${set} has no icon ${from}`);
  const shapes = [...body.matchAll(/<(path|circle|rect|ellipse|line)\s([^>]*?)\/?>/g)].map(([, tag = '', attributes = '']) => {
    const own = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)]
      .filter(([, key = '']) => !/^(?:fill|stroke)/.test(key))
      .map(([, key = '', value = '']) => `'${key}': '${value}'`);
    return `['${tag}', { ${own.join(', ')} }]`;
  });
  if (shapes.length === 0) throw new Error(`${set}: ${from} holds no shape that the panels can draw`);
  return `{ filled: ${String(set === 'game-icons')}, shapes: [${shapes.join(', ')}] }`;
}
