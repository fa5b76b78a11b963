/** Files of the player: what a dropped file is, and how one is handed out. */
import type { SideId } from '../engine/index.ts';
import { writeReplay, type Replay } from '../replay/format.ts';
import { shippedFiles, openScenario } from '../scenario/library.ts';
import { parseJson } from '../scenario/json-text.ts';
import { readScenarioText, type LoadedScenario, type Settings } from '../scenario/parse.ts';
import { problemAt, type Result } from '../scenario/problem.ts';
import { loadGame } from '../session/load-game.ts';
import type { Session } from '../session/session.ts';

/** What was in a file: a game, saved or recorded, or a scenario of the player's own. */
export type Opened = { readonly kind: 'game'; readonly session: Session } | { readonly kind: 'scenario'; readonly loaded: LoadedScenario };

/** A file larger than this is no game of ours. */
const MOST_BYTES = 8_000_000;

/** Scenarios of the player's own, opened in this visit, beside those that ship with the game. */
export class Library {
  readonly #own = new Map<string, LoadedScenario>();

  add(loaded: LoadedScenario): void {
    this.#own.set(loaded.id, loaded);
  }

  /** Opens a scenario by its id, one's own first. */
  readonly open = (id: string, settings: Settings = {}): Promise<Result<LoadedScenario>> => {
    const own = this.#own.get(id);
    if (own !== undefined && Object.keys(settings).length === 0) return Promise.resolve({ ok: true, value: own });
    return openScenario(id, settings);
  };
}

/** Reads a file; on failure everything that is wrong with it, and nothing else has happened. */
export async function openFile(file: File, library: Library, side: SideId): Promise<Result<Opened>> {
  if (file.size > MOST_BYTES) return refuse(file.name, `${String(file.size)} bytes`, `at most ${String(MOST_BYTES)} bytes`);
  const text = await file.text();
  const json = parseJson(file.name, text);
  if (!json.ok) return json;
  if (isScenario(json.value)) {
    const loaded = readScenarioText(file.name, text, await shippedFiles());
    return loaded.ok ? { ok: true, value: { kind: 'scenario', loaded: loaded.value } } : loaded;
  }
  const session = await loadGame(text, file.name, library.open, side);
  return session.ok ? { ok: true, value: { kind: 'game', session: session.value } } : session;
}

function isScenario(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return value.kind === 'siege' || value.kind === 'variant';
}

function refuse(file: string, message: string, expected: string): Result<never> {
  return { ok: false, problems: [problemAt({ file, path: '' }, message, expected)] };
}

/** Hands the replay to the browser as a file, and says what it is called. */
export function downloadReplay(replay: Replay, page: Document): string {
  const name = `vong-vay-${replay.scenario.id}-${replay.seed.replace(/[^\w-]+/g, '_').slice(0, 40)}-${String(replay.turns.length)}.json`;
  const address = URL.createObjectURL(new Blob([writeReplay(replay)], { type: 'application/json' }));
  const link = page.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
  return name;
}
