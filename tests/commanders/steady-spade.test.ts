import { beforeAll, describe, expect, it } from 'vitest';
import { STEADY } from '../../src/commanders/doctrine.ts';
import { ringPicture } from '../../src/commanders/ring-picture.ts';
import { jumpOff } from '../../src/commanders/steady-storm.ts';
import { metresBetween } from '../../src/engine/index.ts';
import type { Scenario } from '../../src/engine/index.ts';
import { aSiege } from '../helpers/a-siege.ts';
import { plannerFor } from '../helpers/plans.ts';
import type { Ground, Planned, Planner } from '../helpers/plans.ts';
import { shipped } from '../helpers/sieges.ts';

let ring: Planner['besieger'];
beforeAll(async () => {
  ring = plannerFor((await shipped('dien-bien-phu')).scenario).besieger;
});

/** The small siege with a third battalion outside, and its posts where a test wants them. */
function small(places: Readonly<Record<string, { readonly east: number; readonly north: number }>> = {}): Planner['besieger'] {
  const siege: Scenario = aSiege();
  const [model] = siege.units.filter(({ id }) => id === 'red-1');
  if (model === undefined) throw new Error('no red-1');
  return plannerFor({
    ...siege,
    posts: siege.posts.map((post) => ({ ...post, ...places[post.id] })),
    units: [...siege.units, { ...model, id: 'red-3' }],
  }).besieger;
}

/** No will to storm, so that every battalion is free to dig. */
function unwilling({ state }: Ground): void {
  for (const formation of state.formations) if (formation.will > 0) formation.will = STEADY.restUnder;
}

const goals = ({ plan }: Planned): string[] => plan.orders.flatMap((order) => (order.kind === 'dig' || order.kind === 'encircle' ? [order.post] : []));

describe('regiments that dig', () => {
  it('dig by night only', () => {
    expect(goals(ring(0))).toEqual([]);
    expect(goals(ring(3))).not.toEqual([]);
  });

  it('stay before their own camp, and in their own sector while it has work for them', () => {
    const planned = ring(3);
    const { regiments } = ringPicture(planned.view);
    for (const order of planned.plan.orders) {
      if (order.kind !== 'dig' && order.kind !== 'encircle') continue;
      const regiment = regiments.find(({ battalions }) => battalions.some(({ id }) => id === order.units[0]));
      const post = planned.view.posts.find(({ id }) => id === order.post);
      if (regiment === undefined || post === undefined) throw new Error(order.post);
      expect(post.camp).toBe(regiment.camp);
      const own = ringPicture(planned.view).front.goals.filter((goal) => goal.outwork && goal.post.camp === regiment.camp && metresBetween(regiment.home, goal.post) <= STEADY.sectorMetres);
      if (own.length > 2) expect(metresBetween(regiment.home, post)).toBeLessThanOrEqual(STEADY.sectorMetres);
    }
  });

  it('work at two posts each, and do not crowd one', () => {
    const planned = ring(3, (ground) => { ground.take('beatrice', 'gabrielle', 'anne-marie'); });
    const load: Record<string, number> = {};
    for (const order of planned.plan.orders) {
      if (order.kind !== 'dig' && order.kind !== 'encircle') continue;
      expect(load[order.post] ?? 0).toBeLessThan(STEADY.mostDiggers);
      load[order.post] = (load[order.post] ?? 0) + order.units.length;
    }
    for (const { battalions } of ringPicture(planned.view).regiments) {
      const ids = battalions.map(({ id }) => id);
      const posts = planned.plan.orders.filter((order) => (order.kind === 'dig' || order.kind === 'encircle') && ids.includes(order.units[0] ?? ''));
      expect(posts.length).toBeLessThanOrEqual(2);
    }
  });

  it('leave the camp alone while more than one group of outworks stands', () => {
    const outworks = ['beatrice', 'gabrielle', 'anne-marie'];
    const inCamp = (...taken: string[]): string[] => {
      const planned = ring(3, (ground) => { ground.take(...taken); });
      return goals(planned).filter((id) => planned.view.posts.some((post) => post.id === id && post.camp === 'main' && !outworks.includes(post.group)));
    };
    expect(inCamp()).toEqual([]);
    expect(inCamp('beatrice', 'gabrielle')).not.toEqual([]);
  });

  it('leave a post that lies behind another for later', () => {
    const far = { south: { east: 2350, north: 300 } };
    const dug = (fallen: boolean): string[] => goals(small(far)(0, (ground) => {
      unwilling(ground);
      ground.trench('north', 2000);
      if (fallen) ground.at.post('north').holder = 'besieger';
    }));
    expect(dug(false)).toEqual(['north', 'south']);
    expect(dug(true)).toEqual(['camp', 'south']);
  });
});

describe('near the wire', () => {
  const before = (metres: number, change: (ground: Ground) => void = () => undefined): Planned => small()(0, (ground) => {
    unwilling(ground);
    ground.trench('north', metres);
    change(ground);
  });
  const at = (planned: Planned): string[] => planned.plan.orders.flatMap((order) => ((order.kind === 'dig' || order.kind === 'encircle') && order.post === 'north' ? [order.kind] : []));

  it('the ring is closed before the sap goes on', () => {
    const jump = jumpOff(ringPicture(before(0).view));
    expect(at(before(jump))).toEqual(['encircle']);
    expect(at(before(jump + 1))).toEqual(['dig']);
  });

  it('the sap goes on once the post is cut off', () => {
    expect(at(before(STEADY.jumpLeast, ({ at: row }) => { row.post('north').cutOffSince = 0; }))).toEqual(['dig']);
  });

  it('nothing is left to dig where the sap has reached the wire of a post that is cut off', () => {
    expect(at(before(0, ({ at: row }) => { row.post('north').cutOffSince = 0; }))).toEqual([]);
  });
});

describe('battalions that do not dig', () => {
  it('are those that hold a captured post under the eyes of others', () => {
    const dug = (post: string | null): string[] => small()(0, (ground) => {
      unwilling(ground);
      ground.at.post('north').holder = 'besieger';
      Object.assign(ground.at.unit('red-1'), { post, duty: post === null ? 'waiting' : 'holding' });
    }).plan.orders.flatMap((order) => ('units' in order ? order.units : []));
    expect(dug('north')).not.toContain('red-1');
    expect(dug(null)).toContain('red-1');
  });

  it('are those of a regiment that rests', () => {
    const planned = small()(0, (ground) => {
      ground.at.formation('red').will = STEADY.restUnder - 1;
    });
    expect(goals(planned)).toEqual([]);
    expect(planned.of('rest')).toEqual([{ kind: 'rest', formation: 'red' }]);
  });
});
