import { beforeAll, describe, expect, it } from 'vitest';
import { STEADY } from '../../src/commanders/doctrine.ts';
import { centreOf, metresBetween, PULSES } from '../../src/engine/index.ts';
import { plannerFor } from '../helpers/plans.ts';
import type { Ground, Planned, Planner } from '../helpers/plans.ts';
import { shipped } from '../helpers/sieges.ts';

const DAY = 20;
const NIGHT = 21;
const HILL = 'eliane-1';

let ring: Planner['besieger'];
let flak: { readonly id: string }[];
beforeAll(async () => {
  const { scenario } = await shipped('dien-bien-phu');
  ring = plannerFor(scenario).besieger;
  flak = scenario.batteries.filter(({ side, weapon }) => side === 'besieger' && (scenario.rules.weapons[weapon]?.flak ?? 0) > 0);
});

describe('a regiment whose will is broken', () => {
  const resting = (will: number, rested: number): string[] => ring(NIGHT, ({ at }) => {
    Object.assign(at.formation('regiment-141'), { will, rested });
  }).of('rest').map(({ formation }) => formation);

  it('rests until it has mended, and no other does', () => {
    expect(resting(STEADY.restUnder - 1, 0)).toEqual(['regiment-141']);
    expect(resting(STEADY.restUnder, 0)).toEqual([]);
    expect(resting(STEADY.restUntil - 1, 3)).toEqual(['regiment-141']);
    expect(resting(STEADY.restUntil, 3)).toEqual([]);
  });

  it('neither digs nor storms nor closes up', () => {
    const planned = ring(1, ({ at }) => { at.formation('regiment-141').will = STEADY.restUnder - 1; });
    const used = planned.plan.orders.flatMap((order) => ('units' in order ? order.units : order.kind === 'assault' ? [...order.lead, ...order.echelon] : []));
    expect(used.length).toBeGreaterThan(0);
    expect(planned.view.units.filter(({ id, formation }) => used.includes(id) && formation === 'regiment-141')).toEqual([]);
  });
});

describe('a post that is stormed', () => {
  it('is given to another regiment than the one that rests, though that be nearest and willing again', () => {
    const stormers = (rested: number): string[] => {
      const planned = ring(1, ({ at, trench }) => {
        Object.assign(at.formation('regiment-141'), { will: STEADY.restUntil - 1, rested });
        for (const id of ['beatrice-1', 'beatrice-2', 'beatrice-3']) trench(id, 0);
      });
      const lead = planned.of('assault').flatMap((order) => order.lead);
      expect(planned.of('assault').filter((order) => order.lead.length === 0)).toEqual([]);
      return planned.view.units.filter(({ id }) => lead.includes(id)).map(({ formation }) => formation);
    };
    expect(stormers(3)).not.toContain('regiment-141');
    expect(stormers(3).length).toBeGreaterThan(0);
    expect(stormers(0)).toContain('regiment-141');
  });
});

describe('a gallery', () => {
  const mined = (change: (ground: Ground) => void): string[] => ring(NIGHT, (ground) => {
    ground.trench(HILL, STEADY.mineMetres);
    ground.believe(HILL, { works: 1000 });
    Object.assign(ground.at.post(HILL), { failedAssaults: STEADY.mineFailures, stormedAt: ground.clock - STEADY.mineQuietTurns * PULSES });
    change(ground);
  }).of('mine').map(({ post }) => post);

  it('is driven under a hill that threw the storm back, once its front is quiet', () => {
    expect(mined(() => undefined)).toEqual([HILL]);
    expect(mined(({ at, clock }) => { at.post(HILL).stormedAt = clock - PULSES; })).toEqual([]);
  });

  it('is not driven where storms have not failed, works are gone, or the trench is far', () => {
    expect(mined(({ at }) => { at.post(HILL).failedAssaults = 0; })).toEqual([]);
    expect(mined(({ believe }) => { believe(HILL, { works: STEADY.mineWorks - 1 }); })).toEqual([]);
    expect(mined(({ trench }) => { trench(HILL, STEADY.mineMetres + 1); })).toEqual([]);
  });

  it('is driven on once begun', () => {
    expect(mined(({ state, at }) => {
      at.post(HILL).failedAssaults = 0;
      state.galleries.push({ post: HILL, metres: 5, lengthMetres: 50, begunTurn: NIGHT - 2, loadedTurn: -1, firedTurn: -1 });
    })).toEqual([HILL]);
  });
});

describe('flak', () => {
  /** Hexes with a dug trench, and the move of this night, if any. */
  const moved = (turn: number, change: (ground: Ground) => void = () => undefined): { planned: Planned; moves: ReturnType<typeof movesOf> } => {
    const planned = ring(turn, change);
    return { planned, moves: movesOf(planned) };
  };
  const movesOf = (planned: Planned) => planned.of('move-guns').flatMap((order) => planned.view.batteries.filter(({ id }) => id === order.battery).map((battery) => ({ order, battery })));

  it('goes forward by night along the trenches, a good step nearer to the drop zone, and keeps clear of held posts', () => {
    let seen = 0;
    for (let turn = 1; turn <= 2 * flak.length; turn += 2) {
      const { planned, moves } = moved(turn);
      expect(moves.length).toBeLessThanOrEqual(1);
      const { view } = planned;
      const [camp] = view.camps;
      for (const { order, battery } of moves) {
        seen += 1;
        const place = centreOf(view.facts.map.grid, order.to);
        const aim = { east: camp?.aimEast ?? 0, north: camp?.aimNorth ?? 0 };
        expect(battery.flak).toBe(true);
        expect(metresBetween(place, aim)).toBeLessThan(metresBetween(battery, aim) - STEADY.flakStep);
        expect(metresBetween(place, battery)).toBeLessThanOrEqual(STEADY.flakMarch);
        expect(view.approaches.some(({ path }) => path.includes(order.to))).toBe(true);
        for (const post of view.posts) if (post.holder === 'garrison') expect(metresBetween(place, post)).toBeGreaterThanOrEqual(STEADY.flakSafe);
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  it('stays where it is by day, and when the camp is gone', () => {
    expect(moved(2).moves).toEqual([]);
    expect(moved(1, ({ state }) => { for (const camp of state.camps) camp.stands = false; }).moves).toEqual([]);
  });
});

describe('marksmen', () => {
  const before = (turn: number, metres: number): string[] => ring(turn, (ground) => {
    ground.take('beatrice', 'gabrielle', 'anne-marie');
    ground.trench(HILL, metres);
  }).of('snipe').map(({ post }) => post);

  it('lie by day before the posts that the trench has come near', () => {
    expect(before(DAY, STEADY.snipeMetres)).toEqual([HILL]);
    expect(before(DAY, STEADY.snipeMetres + 1)).toEqual([]);
    expect(before(NIGHT, STEADY.snipeMetres)).toEqual([]);
  });

  it('lie before so many posts and no more', () => {
    const { of } = ring(DAY, (ground) => { for (const { id } of ground.state.posts) ground.trench(id, 50); });
    expect(of('snipe')).toHaveLength(STEADY.snipePosts);
  });
});

describe('carriers', () => {
  const food = (kilos: number): Planned => ring(DAY, ({ state, game }) => {
    for (const [row, dump] of state.dumps.entries()) if (game.scenario.dumps[row]?.side === 'besieger') dump.goods[0] = kilos;
  });

  it('bring more food when the store runs low, more shells when it is full', () => {
    const low = food(0);
    expect(low.of('porters')).toEqual([{ kind: 'porters', food: STEADY.foodShareHigh }]);
    expect(low.why('share-carriers')).toMatchObject([{ numbers: { days: 0 } }]);
    expect(food(50_000_000).of('porters')).toEqual([{ kind: 'porters', food: STEADY.foodShareLow }]);
  });

  it('are told once, not every turn', () => {
    expect(ring(DAY, ({ state, game }) => {
      state.rear.foodShare = STEADY.foodShareHigh;
      for (const [row, dump] of state.dumps.entries()) if (game.scenario.dumps[row]?.side === 'besieger') dump.goods[0] = 0;
    }).of('porters')).toEqual([]);
  });
});

describe('loads that lie out', () => {
  it('are gathered before every camp that stands, and only when there are any', () => {
    const gathered = (loads: boolean): string[] => ring(DAY, ({ state }) => {
      if (loads) state.loads.push({ hex: state.units[0]?.hex ?? 0, cargo: 'food', kilos: 100, bundles: 3, smashed: false, turn: DAY - 1, ground: 0 });
      for (const camp of state.camps) camp.stands = camp.id === 'main';
    }).of('gather').map(({ camp }) => camp);
    expect(gathered(true)).toEqual(['main']);
    expect(gathered(false)).toEqual([]);
  });
});
