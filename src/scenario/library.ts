/**
 * The scenarios that ship with the game, for the page and for the command line alike.
 *
 * Maps are large and are fetched only when a scenario is opened: each is a chunk of its own.
 */
import type { SideId, Words } from '../engine/index.ts';
import { readDocument, type Document, type Files } from './document.ts';
import { readScenario, type LoadedScenario, type Settings } from './parse.ts';
import type { Result } from './problem.ts';

const small = import.meta.glob<unknown>(
  ['../../scenarios/*.json', '../../scenarios/*/*.json', '!../../scenarios/scenario.schema.json', '!../../scenarios/maps/*.json'],
  { eager: true, import: 'default' },
);
const maps = import.meta.glob<unknown>('../../scenarios/maps/*.json', { import: 'default' });

const FOLDER = '../../scenarios/';

/** A scenario in the list to choose from. */
export interface ShippedScenario {
  readonly id: string;
  readonly title: Words;
  readonly briefing: Readonly<Record<SideId, Words>>;
  readonly turns: number;
}

/** The scenarios to choose from, shortest first. */
export function shippedScenarios(): readonly ShippedScenario[] {
  const documents = playable();
  const offered = documents.filter((one) => one.kind === 'variant' || one.content.offered !== false);
  const list = offered.map((one) => ({ id: one.content.id, title: titleOf(one, documents), briefing: briefingOf(one, documents), turns: turnsOf(one, documents) }));
  return list.sort((a, b) => a.turns - b.turns || (a.id < b.id ? -1 : 1));
}

/** Ids of everything that can be opened: what is offered, and the facts that variants are based on. */
export function shippedIds(): readonly string[] {
  return playable().map((one) => one.content.id);
}

function playable(): Playable[] {
  const paths = Object.keys(small).map((key) => key.slice(FOLDER.length));
  return paths.filter((path) => !path.includes('/')).flatMap((path) => {
    const document = readDocument(path, ['siege', 'variant'], shipped);
    return document.ok ? [document.value] : [];
  });
}

/** All shipped files, maps included: what a file of the player's own may refer to. */
export async function shippedFiles(): Promise<Files> {
  const loaded = await Promise.all(Object.entries(maps).map(async ([key, open]) => [key.slice(FOLDER.length), await open()] as const));
  const opened = new Map(loaded);
  return (path) => opened.get(path) ?? shipped(path);
}

/** Opens a shipped scenario, with single values replaced. */
export async function openScenario(id: string, settings: Settings = {}): Promise<Result<LoadedScenario>> {
  return readScenario(id, await shippedFiles(), settings);
}

function shipped(path: string): unknown {
  const key = FOLDER + path;
  return Object.hasOwn(small, key) ? small[key] : null;
}

type Playable = Document<'siege' | 'variant'>;

function baseOf(document: Playable, all: readonly Playable[]): Playable | undefined {
  const base = document.kind === 'variant' ? document.content.base : null;
  return all.find((one) => one !== document && one.content.id === base);
}

function titleOf(document: Playable, all: readonly Playable[]): Words {
  if (document.kind === 'siege') return document.content.title;
  const base = baseOf(document, all);
  if (document.content.title !== undefined) return document.content.title;
  return base === undefined ? { vi: document.content.id, fr: document.content.id, en: document.content.id } : titleOf(base, all);
}

function briefingOf(document: Playable, all: readonly Playable[]): Readonly<Record<SideId, Words>> {
  if (document.kind === 'siege') return document.content.briefing;
  const base = baseOf(document, all);
  if (document.content.briefing !== undefined) return document.content.briefing;
  const title = titleOf(document, all);
  return base === undefined ? { garrison: title, besieger: title } : briefingOf(base, all);
}

function turnsOf(document: Playable, all: readonly Playable[]): number {
  if (document.kind === 'siege') return document.content.calendar.turns;
  const base = baseOf(document, all);
  return document.content.window?.turns ?? (base === undefined ? 0 : turnsOf(base, all));
}
