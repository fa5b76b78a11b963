/**
 * Keeps the game in progress after every change, so that closing or killing the page loses at most the draft.
 *
 * Two slots are written in turn, each with a sequence number and a hash over its text. Whatever moment a write
 * is cut off at, the other slot still holds the game before it; reading takes the newest slot that is whole.
 */
import { hashState } from '../engine/index.ts';
import { writeSavedGame } from '../replay/saved-format.ts';
import { savedGame } from './save-game.ts';
import type { Session } from './session.ts';
import type { Store } from './store.ts';

const SLOTS = ['autosave-a', 'autosave-b'] as const;

interface Slot {
  readonly sequence: number;
  readonly text: string;
}

/** What the newest whole slot holds, or null when neither is whole. */
export async function readAutosave(store: Store): Promise<string | null> {
  return (await newestSlot(store))?.text ?? null;
}

async function newestSlot(store: Store): Promise<Slot | null> {
  const slots = await Promise.all(SLOTS.map(async (key) => slotIn(await store.get(key))));
  return slots.reduce((newest, slot) => (slot !== null && slot.sequence > (newest?.sequence ?? -1) ? slot : newest), null);
}

/** A slot is `sequence hash text`; null when it was cut off or tampered with. */
function slotIn(stored: string | null): Slot | null {
  const match = /^(\d{1,15}) ([0-9a-f]{16}) /.exec(stored ?? '');
  if (stored === null || match === null) return null;
  const [head, sequence, hash] = match;
  const text = stored.slice(head.length);
  return hash === sealOf(Number(sequence), text) ? { sequence: Number(sequence), text } : null;
}

function sealOf(sequence: number, text: string): string {
  return hashState([sequence, text]);
}

/** Saves one session after another. */
export class Autosave {
  readonly #store: Store;
  readonly #onFailure: (problem: unknown) => void;
  #session: Session | null = null;
  #unsubscribe: () => void = () => undefined;
  #sequence: number | null = null;
  #dirty = false;
  #writing: Promise<void> | null = null;

  /** `onFailure` is told when the store refuses, for instance because it is full. */
  constructor(store: Store, onFailure: (problem: unknown) => void) {
    this.#store = store;
    this.#onFailure = onFailure;
  }

  /** Keeps this session from its next change on; until then the slots hold the game before it. */
  follow(session: Session): void {
    this.#unsubscribe();
    this.#session = session;
    this.#unsubscribe = session.subscribe((change) => {
      // A siege that plays itself out is kept when somebody looks or leaves, not a hundred times on its way.
      if (change !== 'ahead') this.#save();
    });
  }

  /** Resolves once everything up to now is kept. */
  async settled(): Promise<void> {
    while (this.#writing !== null) await this.#writing;
  }

  /** One write at a time; changes during a write are kept together by the next. */
  #save(): void {
    this.#dirty = true;
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
      if (this.#dirty) this.#save();
    });
  }

  async #writeAll(): Promise<void> {
    try {
      this.#sequence ??= (await newestSlot(this.#store))?.sequence ?? 0;
      while (this.#dirty && this.#session !== null) {
        this.#dirty = false;
        await this.#write(writeSavedGame(savedGame(this.#session)), this.#sequence + 1);
        this.#sequence += 1;
      }
    } catch (problem) {
      // The next change tries again; retrying at once would spin on a full disk.
      this.#dirty = false;
      this.#onFailure(problem);
    }
  }

  async #write(text: string, sequence: number): Promise<void> {
    const slot = sequence % 2 === 0 ? SLOTS[0] : SLOTS[1];
    await this.#store.set(slot, `${String(sequence)} ${sealOf(sequence, text)} ${text}`);
  }
}
