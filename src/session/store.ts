/** Where saved games are kept: texts under names. */
export interface Store {
  get(key: string): Promise<string | null>;
  set(key: string, text: string): Promise<void>;
}

/** A store that lives as long as the page, where the browser keeps nothing. */
export class MemoryStore implements Store {
  readonly #texts = new Map<string, string>();

  get(key: string): Promise<string | null> {
    return Promise.resolve(this.#texts.get(key) ?? null);
  }

  set(key: string, text: string): Promise<void> {
    this.#texts.set(key, text);
    return Promise.resolve();
  }
}
