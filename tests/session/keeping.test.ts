import { beforeAll, describe, expect, it } from 'vitest';
import { writeReplay } from '../../src/replay/format.ts';
import { readSavedGame, writeSavedGame } from '../../src/replay/saved-format.ts';
import { openScenario } from '../../src/scenario/library.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { Autosave, readAutosave } from '../../src/session/autosave.ts';
import { loadGame } from '../../src/session/load-game.ts';
import { savedGame } from '../../src/session/save-game.ts';
import { Session } from '../../src/session/session.ts';
import { MemoryStore, type Store } from '../../src/session/store.ts';
import { playedAtRandom, playedByCommanders, shipped } from '../helpers/sieges.ts';

let firstNight: LoadedScenario;
let inProgress: Session;

beforeAll(async () => {
  firstNight = await shipped('first-night');
  inProgress = branchedGame();
});

function start(): Session {
  const { scenario, id, hash } = firstNight;
  return Session.start({ scenario, source: { id, hash }, seed: '7', side: 'garrison', mode: 'play', commanders: { garrison: 'historical', besieger: 'steady' } });
}

/** A game with a branch, scrubbed back, with orders begun. */
function branchedGame(): Session {
  const session = start();
  for (let turn = 0; turn < 3; turn += 1) {
    session.setOrders(session.staffPlan().orders);
    session.endTurn();
  }
  session.seek(1);
  session.setOrders([]);
  session.endTurn();
  session.add({ kind: 'protect', post: 'beatrice-3', rounds: 20 });
  return session;
}

async function restored(text: string): Promise<Session> {
  const loaded = await loadGame(text, 'save', openScenario);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
}

describe('a saved game', () => {
  it('comes back with all its lines, the place looked at and the orders begun', async () => {
    const session = branchedGame();
    const again = await restored(writeSavedGame(savedGame(session)));
    expect(savedGame(again)).toEqual(savedGame(session));
    expect(again.view()).toEqual(session.view());
    expect(again.log()).toEqual(session.log());
    expect(again.orders).toEqual(session.orders);
    expect(again.branches()).toEqual(session.branches());
    for (const game of [session, again]) {
      game.setOrders(game.staffPlan().orders);
      expect(game.endTurn()).toMatchObject({ ended: true });
    }
    expect(again.replay()).toEqual(session.replay());
  });

  it('keeps each turn once, however many branches share it', () => {
    const saved = savedGame(inProgress);
    expect(saved.lines.map(({ turns }) => turns.length)).toEqual([3, 1]);
  });

  it.each([
    ['a changed order', (text: string) => text.replace('"rounds":', '"rounds":1'), /lines\[0\]\.turns\[\d\]/],
    ['a changed hash', (text: string) => text.replace(/"hash":"[0-9a-f]{16}"\}\]/, '"hash":"0000000000000000"}]'), /lines\[0\]\.turns\[2\]\.hash/],
    ['an unknown commander', (text: string) => text.replace('"steady"', '"napoleon"'), /commanders\.besieger/],
    ['a fork from nowhere', (text: string) => text.replace('"fork":{"from":0', '"fork":{"from":9'), /lines\[1\]\.fork/],
    ['a fork beyond the end', (text: string) => text.replace('"turns":1}', '"turns":8}'), /lines\[1\]\.fork/],
    ['a line that is not there', (text: string) => text.replace('"line":1', '"line":7'), /^line$/],
    ['a turn that is not there', (text: string) => text.replace('"at":2', '"at":9'), /^at$/],
    ['other rules', (text: string) => text.replace('"rules":', '"rules":9'), /^rules$/],
    ['another scenario', (text: string) => text.replace(/"id":"first-night","hash":"[0-9a-f]{16}"/, '"id":"first-night","hash":"0000000000000000"'), /^scenario\.hash$/],
    ['a scenario that does not exist', (text: string) => text.replace('"id":"first-night"', '"id":"no-such-siege"'), /^$/],
    ['half of it', (text: string) => text.slice(0, text.length / 2), /^$/],
  ])('with %s is refused by name, and the game in progress stays as it was', async (_what, spoil, path) => {
    const before = savedGame(inProgress);
    const text = writeSavedGame(before);
    const spoilt = spoil(text);
    expect(spoilt).not.toBe(text);
    const loaded = await loadGame(spoilt, 'save', openScenario);
    expect(loaded.ok ? '' : loaded.problems[0]?.path).toMatch(path);
    expect(loaded.ok).toBe(false);
    expect(savedGame(inProgress)).toEqual(before);
  });

  it('is refused whole when a single key is strange', () => {
    const text = writeSavedGame(savedGame(start()));
    expect(readSavedGame(text).ok).toBe(true);
    expect(readSavedGame(text.replace('{', '{"__proto__":{"a":1},'))).toMatchObject({ ok: false, problems: [{ path: '__proto__' }] });
    expect(readSavedGame(text.replace('{', '{"more":1,'))).toMatchObject({ ok: false, problems: [{ path: 'more' }] });
  });
});

describe('a replay that is opened', () => {
  it('is watched from its first turn and can be scrubbed to its end', async () => {
    const { replay } = playedByCommanders(firstNight, 'opened');
    const session = await restored(writeReplay(replay));
    expect([session.turn, session.turnsPlayed, session.mode]).toEqual([0, 3, 'watch']);
    session.seek(3);
    expect(session.verdict).not.toBeNull();
    expect(session.replay()).toEqual(replay);
  });

  it('needs no commander for turns that are recorded', async () => {
    const { replay } = playedAtRandom(firstNight, 'any orders');
    const session = await restored(writeReplay(replay));
    expect(session.replay()).toEqual(replay);
  });
});

describe('autosave', () => {
  const fail = (problem: unknown): never => {
    throw problem;
  };

  it('keeps the game after every turn and every order', async () => {
    const store = new MemoryStore();
    const autosave = new Autosave(store, fail);
    const session = start();
    autosave.follow(session);
    session.setOrders(session.staffPlan().orders);
    session.endTurn();
    session.add({ kind: 'protect', post: 'beatrice-1', rounds: 10 });
    await autosave.settled();
    expect(await readAutosave(store)).toBe(writeSavedGame(savedGame(session)));
  });

  it('leaves the last game alone until the new one has begun', async () => {
    const store = new MemoryStore();
    const autosave = new Autosave(store, fail);
    const old = branchedGame();
    autosave.follow(old);
    old.seek(0);
    await autosave.settled();
    autosave.follow(start());
    await autosave.settled();
    expect(await readAutosave(store)).toBe(writeSavedGame(savedGame(old)));
  });

  it('goes on from the sequence it finds', async () => {
    const store = new MemoryStore();
    for (let visit = 0; visit < 5; visit += 1) {
      const autosave = new Autosave(store, fail);
      const session = start();
      autosave.follow(session);
      session.add({ kind: 'protect', post: 'beatrice-1', rounds: 10 + visit });
      await autosave.settled();
      expect(await readAutosave(store)).toContain(`"rounds":${String(10 + visit)}`);
    }
  });

  it('cut off at any moment still gives back the game as it was just before', async () => {
    const whole = new MemoryStore();
    const session = start();
    const autosave = new Autosave(whole, fail);
    autosave.follow(session);
    session.setOrders(session.staffPlan().orders);
    await autosave.settled();
    const before = await readAutosave(whole);
    for (const kept of [0, 1, 10, 30, 200, 0.5, 0.99]) {
      const torn = await tornStore(whole, kept);
      const again = await restored(before ?? '');
      const cut = new Autosave(torn, fail);
      cut.follow(again);
      again.endTurn();
      await cut.settled();
      expect(await readAutosave(torn)).toBe(before);
    }
  });

  it('tells a store that refuses, and tries again at the next change', async () => {
    const store = new MemoryStore();
    let full = true;
    const told: unknown[] = [];
    const autosave = new Autosave({ get: (key) => store.get(key), set: (key, text) => (full ? Promise.reject(new Error('full')) : store.set(key, text)) }, (problem) => told.push(problem));
    const session = start();
    autosave.follow(session);
    session.add({ kind: 'protect', post: 'beatrice-1', rounds: 10 });
    await autosave.settled();
    expect(told).toHaveLength(1);
    expect(await readAutosave(store)).toBeNull();
    full = false;
    session.add({ kind: 'protect', post: 'beatrice-2', rounds: 20 });
    await autosave.settled();
    expect(await readAutosave(store)).toBe(writeSavedGame(savedGame(session)));
  });
});

/** A copy of the store whose next writes keep only so many characters, or that share of them below one. */
async function tornStore(whole: Store, kept: number): Promise<Store> {
  const torn = new MemoryStore();
  for (const key of ['autosave-a', 'autosave-b']) {
    const text = await whole.get(key);
    if (text !== null) await torn.set(key, text);
  }
  const cut = (text: string): string => text.slice(0, kept < 1 ? Math.floor(text.length * kept) : kept);
  return { get: (key) => torn.get(key), set: (key, text) => torn.set(key, cut(text)) };
}
