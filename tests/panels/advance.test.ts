import { beforeAll, describe, expect, it } from 'vitest';
import { DOMAINS, domainOf, ORDER_KINDS, SIDES, type SideId } from '../../src/engine/index.ts';
import { advance } from '../../src/panels/advance.ts';
import { stoppedWords } from '../../src/panels/advance-dialog.tsx';
import { ALARMS, ringing, type Alarm } from '../../src/panels/alarms.ts';
import { createDesk, putGame, type Deeds, type Desk } from '../../src/panels/desk.ts';
import { LANGUAGES } from '../../src/panels/text/language.ts';
import { namesInView } from '../../src/panels/text/names.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { defaultCommanders, loadGame } from '../../src/session/load-game.ts';
import { savedGame } from '../../src/session/save-game.ts';
import { writeSavedGame } from '../../src/replay/saved-format.ts';
import { Session } from '../../src/session/session.ts';
import { shipped } from '../helpers/sieges.ts';

let night: LoadedScenario;
let siege: LoadedScenario;

beforeAll(async () => {
  [night, siege] = [await shipped('first-night'), await shipped('dien-bien-phu')];
});

function begun(loaded: LoadedScenario, side: SideId): Session {
  const { scenario, id, hash } = loaded;
  return Session.start({ scenario, source: { id, hash }, seed: '1954', side, mode: 'play', commanders: defaultCommanders(loaded) });
}

function deskWith(session: Session, alarms: readonly Alarm[]): Desk {
  const desk = createDesk('en', { scenario: '', seed: '', side: session.side }, {} as Deeds);
  putGame(desk, session);
  session.subscribe(() => (desk.version.value += 1));
  desk.advance.alarms.value = alarms;
  return desk;
}

const atOnce = (): Promise<void> => Promise.resolve();

describe('a domain left to the staff', () => {
  it('holds every kind of order but the end of the siege, and each side has its own', () => {
    for (const side of SIDES) {
      const nobodys = ORDER_KINDS[side].filter((kind) => domainOf(kind) === null);
      expect(nobodys).toEqual(side === 'garrison' ? ['break-out', 'surrender'] : []);
      const domains: readonly string[] = DOMAINS[side];
      expect(ORDER_KINDS[side].every((kind) => domainOf(kind) === null || domains.includes(domainOf(kind) ?? ''))).toBe(true);
    }
  });

  it('opens each turn with what the staff orders there, and with nothing else', () => {
    const game = begun(night, 'garrison');
    game.leaveToStaff(['guns']);
    for (let turn = 0; turn < 2; turn += 1) {
      expect(game.orders.length).toBeGreaterThan(0);
      expect(game.orders).toEqual(game.staffPlan().orders.filter(({ kind }) => domainOf(kind) === 'guns'));
      expect(game.endTurn()).toMatchObject({ ended: true });
    }
  });

  it('joins what has been ordered already, each order once, and goes again when it is taken back', () => {
    const game = begun(night, 'garrison');
    const own = game.staffPlan().orders.find(({ kind }) => domainOf(kind) === 'men');
    if (own === undefined) throw new Error('no order to men');
    game.add(own);
    game.leaveToStaff(['guns']);
    game.leaveToStaff(['guns', 'men']);
    expect(game.orders[0]).toEqual(own);
    expect(game.orders).toHaveLength(game.staffPlan().orders.filter(({ kind }) => domainOf(kind) === 'guns' || domainOf(kind) === 'men').length);
    const fresh = begun(night, 'garrison');
    fresh.leaveToStaff(['guns']);
    fresh.leaveToStaff([]);
    expect(fresh.orders).toEqual([]);
  });

  it('is kept with the game', async () => {
    const game = begun(night, 'besieger');
    game.leaveToStaff(['digging', 'rear']);
    const again = await loadGame(writeSavedGame(savedGame(game)), 'kept', () => Promise.resolve({ ok: true, value: night }));
    if (!again.ok) throw new Error(JSON.stringify(again.problems));
    expect(again.value.leftToStaff).toEqual(['digging', 'rear']);
    expect(again.value.orders).toEqual(game.orders);
  });
});

describe('the staff, told to advance', () => {
  it.each(SIDES)('goes on as the %s until an alarm that was set rings, and says what it was', async (side) => {
    const game = begun(siege, side);
    const desk = deskWith(game, ['assault']);
    await advance(desk, atOnce);
    const { stopped } = desk.advance;
    expect(stopped.value?.by[0]).toMatchObject({ alarm: 'assault', kind: 'post' });
    expect(stopped.value?.turn).toBe(game.turn - 1);
    expect(game.events(game.turn - 1).some(({ type }) => type === 'assault-began')).toBe(true);
    const earlier = Array.from({ length: game.turn - 1 }, (_, turn) => game.events(turn)).flat();
    expect(earlier.some(({ type }) => type === 'assault-began')).toBe(false);
    for (const lang of LANGUAGES) expect(stoppedWords(stopped.value?.by ?? [], namesInView(game.view(), lang))).not.toMatch(/\{\{|undefined|\u0001/);
  });

  it('ends only with the siege when nothing is set, and the siege is the one its plans make', async () => {
    const game = begun(night, 'garrison');
    await advance(deskWith(game, []), atOnce);
    expect(game.verdict).not.toBeNull();
    const byHand = begun(night, 'garrison');
    while (byHand.verdict === null) {
      byHand.setOrders(byHand.staffPlan().orders);
      byHand.endTurn();
    }
    expect(game.replay()).toEqual(byHand.replay());
  });

  it('keeps what was struck and ordered for the turn that is open', async () => {
    const game = begun(night, 'garrison');
    const desk = deskWith(game, ['assault']);
    const struck = game.staffPlan().orders[0];
    if (struck === undefined) throw new Error('no plan');
    desk.struck.value = [JSON.stringify(struck, Object.keys(struck).concat('kind', 'id').sort())];
    await advance(desk, atOnce);
    expect(game.replay().turns[0]?.orders.garrison).not.toContainEqual(struck);
  });

  it('stops at an order that cannot stand, and when it is told to', async () => {
    const wrong = begun(night, 'garrison');
    wrong.add({ kind: 'dig', post: 'beatrice-1', units: [] });
    await advance(deskWith(wrong, []), atOnce);
    expect(wrong.turnsPlayed).toBe(0);
    const told = begun(siege, 'garrison');
    const desk = deskWith(told, []);
    await advance(desk, () => {
      if (told.turnsPlayed === 3) desk.advance.isRunning.value = false;
      return Promise.resolve();
    });
    expect(told.turnsPlayed).toBe(3);
  });
});

describe('an alarm', () => {
  it('that only the other side has never rings', async () => {
    const game = begun(siege, 'garrison');
    const desk = deskWith(game, ['post-taken', 'cut-off']);
    await advance(desk, atOnce);
    expect(desk.advance.stopped.value?.by.map(({ alarm }) => alarm)).not.toContain('post-taken');
    expect(game.log().some(({ type }) => type === 'holder-changed')).toBe(true);
  });

  it('of every kind of a side rings in some siege, from what that side sees', () => {
    const heard: Record<SideId, Set<Alarm>> = { garrison: new Set(), besieger: new Set() };
    const unheard = (side: SideId): readonly Alarm[] => ALARMS[side].filter((alarm) => !heard[side].has(alarm));
    // Men seldom walk out of a post: the search begins with a siege in which they do.
    for (let seed = 6; seed <= 12 && SIDES.some((side) => unheard(side).length > 0); seed += 1) listen(String(seed), heard);
    for (const side of SIDES) expect(unheard(side), side).toEqual([]);
  });
});

function listen(seed: string, heard: Record<SideId, Set<Alarm>>): void {
  const game = Session.start({ ...begun(siege, 'garrison').setup, seed, mode: 'watch' });
  while (game.playAhead()) {
    game.seek(game.turnsPlayed);
    const turn = game.turn - 1;
    for (const side of SIDES) {
      const seen = { before: game.view(turn, side), after: game.view(turn + 1, side), events: game.events(turn, side) };
      for (const { alarm } of ringing(ALARMS[side], seen)) heard[side].add(alarm);
    }
  }
}
