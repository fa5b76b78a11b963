import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../src/engine/index.ts';
import { verifyReplay } from '../../src/replay/verify.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { Session } from '../../src/session/session.ts';
import type { SessionSetup } from '../../src/session/setup.ts';
import { playedByCommanders, shipped } from '../helpers/sieges.ts';

let firstNight: LoadedScenario;
let session: Session;

function setup(change: Partial<SessionSetup> = {}): SessionSetup {
  const { scenario, id, hash } = firstNight;
  return { scenario, source: { id, hash }, seed: '1954', side: 'garrison', mode: 'play', commanders: { garrison: 'historical', besieger: 'steady' }, ...change };
}

/** Ends the turn with the staff's plan, or throws. */
function endWithStaff(game: Session): void {
  game.setOrders(game.staffPlan().orders);
  expect(game.endTurn()).toMatchObject({ ended: true });
}

beforeAll(async () => {
  firstNight = await shipped('first-night');
});

beforeEach(() => {
  session = Session.start(setup());
});

describe('a game', () => {
  it.each(['garrison', 'besieger'] as const)('played as the %s by its staff is the siege that the two commanders play', (side) => {
    const game = Session.start(setup({ side }));
    while (game.verdict === null) endWithStaff(game);
    const { replay } = playedByCommanders(firstNight, '1954');
    expect(game.replay()).toEqual(replay);
  });

  it('that is only watched is the same siege again', () => {
    const game = Session.start(setup({ mode: 'watch' }));
    while (game.verdict === null) game.endTurn();
    expect(game.replay()).toEqual(playedByCommanders(firstNight, '1954').replay);
  });

  it('is recorded as a replay that verifies after every turn', () => {
    for (let turns = 1; session.verdict === null; turns += 1) {
      endWithStaff(session);
      expect(verifyReplay(session.replay(), firstNight)).toMatchObject({ ok: true, turns });
    }
  });

  it('ends no turn after its end', () => {
    while (session.verdict === null) endWithStaff(session);
    const replay = session.replay();
    expect(session.endTurn()).toEqual({ ended: false, why: 'over', problems: [] });
    expect(session.replay()).toEqual(replay);
  });

  it('gives to one who plays his own view and the events he saw, and nothing else', () => {
    endWithStaff(session);
    expect(session.view().side).toBe('garrison');
    expect(() => session.view(0, 'besieger')).toThrow('closed');
    expect(() => session.events(0, 'besieger')).toThrow('closed');
    expect(session.tallies()).toBeNull();
    const seen = JSON.stringify(session.events(0));
    for (const unit of firstNight.scenario.units) if (unit.side === 'besieger') expect(seen).not.toContain(`"${unit.id}"`);
  });

  it('shows to one who watches either side, and counts both', () => {
    const game = Session.start(setup({ mode: 'watch' }));
    game.endTurn();
    expect(game.view(1, 'garrison').side).toBe('garrison');
    expect(game.view(1, 'besieger').side).toBe('besieger');
    expect(game.log('besieger')).not.toEqual(game.log('garrison'));
    expect(game.tallies()?.posts.length).toBe(firstNight.scenario.posts.length);
  });
});

describe('the orders of a turn', () => {
  const protect: Order = { kind: 'protect', post: 'beatrice-1', rounds: 100 };
  const other: Order = { kind: 'protect', post: 'beatrice-2', rounds: 50 };

  it('are added, replaced, struck, undone and done again', () => {
    session.add(protect);
    session.add(other);
    session.replace(0, { ...protect, rounds: 200 });
    session.remove(1);
    expect(session.orders).toEqual([{ ...protect, rounds: 200 }]);
    session.undo();
    session.undo();
    expect(session.orders).toEqual([protect, other]);
    session.redo();
    expect(session.orders).toEqual([{ ...protect, rounds: 200 }, other]);
    session.add(other);
    expect(session.canRedo).toBe(false);
    while (session.canUndo) session.undo();
    expect(session.orders).toEqual([]);
  });

  it('stay as they are when an index means no order', () => {
    session.add(protect);
    session.remove(5);
    session.replace(-1, other);
    expect(session.orders).toEqual([protect]);
  });

  it('are refused with their reasons, and the game stays where it was', () => {
    session.add({ kind: 'dig', post: 'beatrice-1', units: [] });
    const outcome = session.endTurn();
    expect(outcome).toMatchObject({ ended: false, why: 'illegal', problems: [{ order: 0, reason: 'not-your-order' }] });
    expect(session.problems()).toEqual(outcome.ended ? [] : outcome.problems);
    expect(session.turnsPlayed).toBe(0);
  });

  it('are questioned one at a time before they are added', () => {
    session.add(protect);
    expect(session.problemsWith({ kind: 'protect', post: 'no-such-post', rounds: 1 })).toMatchObject([{ order: 1 }]);
    expect(session.problemsWith(other)).toEqual([]);
    expect(session.orders).toEqual([protect]);
  });

  it('are kept while one looks at other turns', () => {
    endWithStaff(session);
    session.add(protect);
    session.seek(0);
    session.seek(1);
    expect(session.orders).toEqual([protect]);
  });

  it('of the plan are all legal', () => {
    while (session.verdict === null) {
      session.setOrders(session.staffPlan().orders);
      expect(session.problems()).toEqual([]);
      session.endTurn();
    }
  });
});

describe('scrubbing', () => {
  it('shows every turn as it was when it was new', () => {
    const views = [session.view()];
    while (session.verdict === null) {
      endWithStaff(session);
      views.push(session.view());
    }
    for (const turn of [2, 0, 3, 1]) {
      session.seek(turn);
      expect(session.view()).toEqual(views[turn]);
      expect(session.live).toBe(turn === 3);
    }
    session.seek(-4);
    expect(session.turn).toBe(0);
    session.seek(99);
    expect(session.turn).toBe(3);
  });

  it('shows on a turn already played the orders that were given', () => {
    const plan = session.staffPlan().orders;
    endWithStaff(session);
    session.seek(0);
    expect(session.orders).toEqual(plan);
    expect(session.log()).toEqual([]);
  });

  it('back and playing otherwise begins a branch and keeps the old line', () => {
    while (session.verdict === null) endWithStaff(session);
    const old = session.replay();
    session.seek(1);
    session.setOrders([]);
    expect(session.endTurn()).toMatchObject({ ended: true, turn: 1, branched: true });
    expect(session.branches()).toMatchObject([
      { id: 0, fork: null, turns: 3 },
      { id: 1, fork: { from: 0, turns: 1 }, turns: 2, verdict: null },
    ]);
    expect(session.replay().turns[0]).toEqual(old.turns[0]);
    expect(session.replay().turns[1]).not.toEqual(old.turns[1]);
    expect(verifyReplay(session.replay(), firstNight).ok).toBe(true);
    session.chooseBranch(0);
    expect(session.replay()).toEqual(old);
    expect(session.turn).toBe(3);
  });

  it('into a siege that was watched, one may take over a side', () => {
    const game = Session.start(setup({ mode: 'watch' }));
    game.endTurn();
    game.endTurn();
    game.seek(1);
    game.play('besieger');
    game.setOrders([]);
    expect(game.endTurn()).toMatchObject({ ended: true, branched: true });
    expect(game.replay().turns[1]?.orders.besieger).toEqual([]);
    expect(game.view().side).toBe('besieger');
  });
});

describe('a listener', () => {
  it('is told what changed until it has heard enough', () => {
    const heard: string[] = [];
    const stop = session.subscribe((change) => heard.push(change));
    session.add({ kind: 'protect', post: 'beatrice-1', rounds: 10 });
    endWithStaff(session);
    session.seek(0);
    stop();
    session.seek(1);
    expect(heard).toEqual(['draft', 'draft', 'turn', 'look']);
  });
});
