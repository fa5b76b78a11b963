/** The store of the browser (IndexedDB), or memory where it is closed to us, as in some private windows. */
import { get, set } from 'idb-keyval';
import { MemoryStore, type Store } from './store.ts';

const PROBE = 'vong-vay/probe';
const PREFIX = 'vong-vay/';

const indexedStore: Store = {
  async get(key) {
    const text: unknown = await get(PREFIX + key);
    return typeof text === 'string' ? text : null;
  },
  set: (key, text) => set(PREFIX + key, text),
};

/** The store that this browser offers; `lasting` is false where nothing outlives the page. */
export async function browserStore(): Promise<{ readonly store: Store; readonly lasting: boolean }> {
  try {
    await set(PROBE, 'here');
    return { store: indexedStore, lasting: true };
  } catch {
    return { store: new MemoryStore(), lasting: false };
  }
}
