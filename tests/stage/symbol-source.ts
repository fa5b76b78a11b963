import * as milsymbol from 'milsymbol';
import { textOf } from '../helpers/source.ts';

/** What pieces show: our word, the digits of the entity and of the modifier in the standard's code. */
const ARMS: readonly (readonly [name: string, entity: string, modifier: string])[] = [
  ['infantry', '121100', '00'],
  ['parachute', '121100', '01'],
  ['engineers', '140700', '00'],
  ['supply', '163400', '00'],
];
const ECHELONS = { company: '15', battalion: '16' } as const;
const FRAMES = { own: '3', other: '6' } as const;

/** Pictures of the painted blocks and of guns: our name, the icon's, who drew it. */
const PICTURES: readonly (readonly [name: string, icon: string, by: string])[] = [
  ['infantry', 'brodie-helmet', 'Skoll'],
  ['parachute', 'parachute', 'Lorc'],
  ['engineers', 'trench-spade', 'Skoll'],
  ['supply', 'wooden-crate', 'Delapouite'],
  ['gun', 'field-gun', 'Quoting'],
  ['mortar', 'mortar', 'Delapouite'],
  ['machine-gun', 'machine-gun', 'Skoll'],
];

/** The text of `src/stage/symbols/piece-shapes.ts`: the few outlines that pieces need, as data. */
export function pieceShapes(): string {
  return [
    '// Written by `npx vitest run --project node tests/stage/piece-shapes.test.ts -u` from the lists in',
    '// tests/stage/symbol-source.ts; frames and arms from milsymbol under MIT, pictures from Game-icons under CC BY 3.0.',
    '',
    '/** An outline on the square of 200 that the standard draws symbols in; `filled` ones are inked, the others stroked. */',
    'export interface PieceShape {',
    '  readonly d: string;',
    '  readonly filled: boolean;',
    '}',
    '',
    '/** The frame of a piece by its relation to the viewer: a rectangle for own, a diamond for other. */',
    'export const FRAMES = {',
    ...Object.entries(FRAMES).map(([name, digit]) => `  ${name}: '${frameOf(digit)}',`),
    '} as const;',
    '',
    '/** The strokes above the frame that tell a company from a battalion. */',
    'export const ECHELONS = {',
    ...Object.entries(FRAMES).map(([name, digit]) =>
      `  ${name}: { ${Object.entries(ECHELONS).map(([level, code]) => `${level}: '${echelonOf(digit, code)}'`).join(', ')} },`),
    '} as const;',
    '',
    '/** What stands inside the frame for each arm. */',
    'export const ARMS = {',
    ...Object.entries(FRAMES).map(([name, digit]) =>
      `  ${name}: {\n${ARMS.map(([arm, entity, modifier]) => `    ${arm}: [${iconOf(digit, entity, modifier)}],`).join('\n')}\n  },`),
    "} as const satisfies Readonly<Record<'own' | 'other', Readonly<Record<string, readonly PieceShape[]>>>>;",
    '',
    '/** Filled pictures on a square of 512. */',
    'export const PICTURES = {',
    ...PICTURES.map(([name, icon]) => `  '${name}': '${pictureOf(icon)}',`),
    '} as const;',
    '',
  ].join('\n');
}

/** The rows of assets/credits.md for all this. */
export function pieceCredits(): string[] {
  const icons = PICTURES.map(([, icon, by]) => `${icon} (${by})`).join(', ');
  return [
    '| frames and arms of the counters (`milsymbol`) | Måns Beckman | MIT | counters |',
    `| ${icons} (\`@iconify-json/game-icons\`, game-icons.net) | as named | CC BY 3.0 | pieces and guns on the map |`,
  ];
}

interface Element {
  readonly tag: string;
  readonly at: Readonly<Record<string, string>>;
}

function elementsOf(frame: string, echelon: string, entity: string, modifier: string): Element[] {
  const svg = new milsymbol.Symbol(`100${frame}1000${echelon}${entity}00${modifier}`, { size: 100, outlineWidth: 0 }).asSVG();
  return [...svg.matchAll(/<(path|circle)\s([^>]*?)>/g)].map(([, tag = '', attributes = '']) => ({
    tag,
    at: Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value])),
  }));
}

// The frame comes first, then what stands in it, then the strokes of the echelon.
function frameOf(frame: string): string {
  return tidy(elementsOf(frame, '15', '121100', '00')[0]);
}

function echelonOf(frame: string, echelon: string): string {
  const [, , ...strokes] = elementsOf(frame, echelon, '121100', '00');
  return strokes.map(tidy).join('');
}

function iconOf(frame: string, entity: string, modifier: string): string {
  const inside = elementsOf(frame, '15', entity, modifier).slice(1, -1);
  if (inside.length === 0) throw new Error(`milsymbol draws nothing for ${entity}`);
  return inside.map((element) => `{ d: '${tidy(element)}', filled: ${String(element.tag === 'circle')} }`).join(', ');
}

function tidy(element: Element | undefined): string {
  if (element === undefined) throw new Error('milsymbol drew less than expected');
  const { d, cx = '0', cy = '0', r = '0' } = element.at;
  if (d !== undefined) return d.trim();
  const left = String(Number(cx) - Number(r));
  return `M${left},${cy}a${r},${r} 0 1 0 ${String(2 * Number(r))},0a${r},${r} 0 1 0 -${String(2 * Number(r))},0z`;
}

function pictureOf(icon: string): string {
  const set = JSON.parse(textOf('node_modules/@iconify-json/game-icons/icons.json')) as { icons: Record<string, { body: string }> };
  const paths = [...(set.icons[icon]?.body ?? '').matchAll(/\sd="([^"]+)"/g)].map(([, d = '']) => d);
  if (paths.length === 0) throw new Error(`Game-icons have no ${icon}`);
  return paths.join('');
}
