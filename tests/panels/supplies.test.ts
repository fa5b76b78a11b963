import { beforeAll, describe, expect, it } from 'vitest';
import { foodOf, goodsOf, hospitalOf } from '../../src/panels/supplies.ts';
import { groupsOf, planLines } from '../../src/panels/plan-lines.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { defaultCommanders } from '../../src/session/load-game.ts';
import { Session } from '../../src/session/session.ts';
import { shipped } from '../helpers/sieges.ts';

let siege: LoadedScenario;

beforeAll(async () => {
  siege = await shipped('dien-bien-phu');
});

function watched(loaded: LoadedScenario, turns: number): Session {
  const { scenario, id, hash } = loaded;
  const game = Session.start({ scenario, source: { id, hash }, seed: '1954', side: 'garrison', mode: 'watch', commanders: defaultCommanders(loaded) });
  for (let turn = 0; turn < turns; turn += 1) game.endTurn();
  return game;
}

describe('what a garrison lives on', () => {
  it('is food that lasts as long as at what was eaten last, over both camps', () => {
    const game = watched(siege, 6);
    const events = game.events(5);
    const eaten = events.filter((event) => event.type === 'food-eaten').filter((event) => event.side === 'garrison');
    expect(eaten).toHaveLength(2);
    const food = foodOf(game.view(), events);
    expect(food?.kilos).toBe(eaten.reduce((sum, event) => sum + event.left, 0));
    expect(food?.kilos).toBe(goodsOf(game.view(), 'food'));
    expect(food?.days).toBeCloseTo((food?.kilos ?? 0) / (2 * eaten.reduce((sum, event) => sum + event.kilos, 0)), 6);
    expect(food?.ration).toBe(1000);
  });

  it('counts no days before anybody ate, and is no store where the siege counts none', () => {
    expect(foodOf(watched(siege, 0).view(), [])).toMatchObject({ days: null });
    expect(foodOf({ ...watched(siege, 0).view(), dumps: [] }, [])).toBeNull();
  });

  it('shows its wounded to itself alone', () => {
    const game = watched(siege, 10);
    const camps = game.view(10, 'garrison').camps;
    expect(hospitalOf(game.view(10, 'garrison'))?.serious).toBe(camps.reduce((sum, camp) => sum + camp.serious, 0));
    expect(hospitalOf(game.view(10, 'besieger'))).toBeNull();
  });
});

describe('a long plan', () => {
  it('is told by domain, every line once with its place in the whole', () => {
    const game = watched(siege, 10);
    game.play('garrison');
    game.seek(10);
    const lines = planLines(game, []);
    const groups = groupsOf(lines);
    expect(groups.length).toBeGreaterThan(2);
    expect(groups.every(({ title }) => title !== null)).toBe(true);
    const placed = groups.flatMap((group) => group.lines).toSorted((a, b) => a.index - b.index);
    expect(placed.map(({ line }) => line)).toEqual(lines);
    expect(groupsOf(lines.slice(0, 10))).toHaveLength(1);
  });
});
