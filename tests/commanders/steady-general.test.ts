import { beforeAll, describe, expect, it } from 'vitest';
import { STEADY } from '../../src/commanders/doctrine.ts';
import { ringPicture } from '../../src/commanders/ring-picture.ts';
import { jumpOff } from '../../src/commanders/steady-storm.ts';
import { PULSES } from '../../src/engine/index.ts';
import { plannerFor } from '../helpers/plans.ts';
import type { Ground, Planned, Planner } from '../helpers/plans.ts';
import { shipped } from '../helpers/sieges.ts';

/** Far enough to storm from, whatever was learnt. */
const NEAR = STEADY.jumpLeast;
/** The first night after the days of rest. */
const RESTED = 2 * STEADY.restDays + 1;
const PLENTY = 50_000;

let ring: Planner['besieger'];
let camp: { readonly id: string; readonly hill: boolean }[];
beforeAll(async () => {
  const { scenario } = await shipped('dien-bien-phu');
  ring = plannerFor(scenario).besieger;
  const { goals } = ringPicture(ring(RESTED, bare).view).front;
  camp = goals.filter(({ post }) => post.camp === scenario.camps[0]?.id).map(({ post }) => ({ id: post.id, hill: post.hill }));
});

/** All outworks are taken; regiments stand round the camp, full of will and shells. */
function bare(ground: Ground): void {
  const { units } = ground.game.scenario;
  ground.take('beatrice', 'gabrielle', 'anne-marie');
  ground.stock('besieger', PLENTY);
  for (const formation of ground.state.formations) if (formation.will > 0) formation.will = 1000;
  const before = ground.game.board.posts[ground.game.board.postRow['eliane-1'] ?? 0];
  for (const [row, unit] of ground.state.units.entries()) {
    if (units[row]?.side === 'besieger' && units[row]?.formation !== 'regiment-57') unit.hex = before?.hex ?? unit.hex;
  }
}

/** Trench near every post of the camp. */
function ripe(ground: Ground): void {
  bare(ground);
  for (const { id } of camp) ground.trench(id, NEAR);
}

const stormed = ({ of }: Planned): string[] => of('assault').map(({ post }) => post);

describe('the general assault', () => {
  it('is given when posts, hills, shells, will and rest have come together', () => {
    const planned = ring(RESTED, ripe);
    expect(stormed(planned).length).toBeGreaterThan(1);
    expect(stormed(planned).length).toBeLessThanOrEqual(STEADY.firstTargets);
    expect(planned.why('storm-general')).toHaveLength(stormed(planned).length);
    expect(planned.why('storm-waits')).toEqual([]);
  });

  it('goes for the hills first', () => {
    const hills = camp.filter(({ hill }) => hill).map(({ id }) => id);
    const chosen = stormed(ring(RESTED, (ground) => {
      bare(ground);
      for (const { id, hill } of camp) ground.trench(id, hill ? STEADY.jumpOffMetres : 0);
    }));
    expect(chosen.length).toBeGreaterThan(1);
    expect(chosen.filter((id) => hills.includes(id)).length).toBe(Math.min(chosen.length, hills.length));
  });

  const waits: [string, number, (ground: Ground) => void][] = [
    ['posts', RESTED, (ground) => {
      bare(ground);
      for (const { id } of camp.slice(0, 1)) ground.trench(id, NEAR);
    }],
    ['hills', RESTED, (ground) => {
      bare(ground);
      for (const { id, hill } of camp) if (!hill) ground.trench(id, NEAR);
    }],
    ['shells', RESTED, (ground) => {
      ripe(ground);
      ground.stock('besieger', 100);
    }],
    ['will', RESTED, (ground) => {
      ripe(ground);
      for (const formation of ground.state.formations) if (formation.will > 0) formation.will = STEADY.generalWill - 1;
    }],
    ['rest', RESTED - 4, ripe],
  ];
  it.each(waits)('waits for %s, and says so', (what, turn, arrange) => {
    const planned = ring(turn, arrange);
    expect(stormed(planned)).toEqual([]);
    const [waiting] = planned.why('storm-waits');
    expect(waiting).toMatchObject({ order: null, ids: { what } });
    expect(waiting?.numbers['have']).toBeLessThan(waiting?.numbers['wanted'] ?? 0);
  });

  it('wants less of everything as the days go by', () => {
    const arrange = (ground: Ground): void => {
      ripe(ground);
      for (const formation of ground.state.formations) if (formation.will > 0) formation.will = STEADY.generalWill - 1;
    };
    expect(stormed(ring(RESTED, arrange))).toEqual([]);
    expect(stormed(ring(RESTED + 10, arrange))).not.toEqual([]);
  });

  it('does not begin while an outwork of the camp is ripe to be stormed', () => {
    const planned = ring(RESTED, (ground) => {
      ripe(ground);
      // Tried so often of late that its own hour has not come.
      Object.assign(ground.at.post('beatrice-1'), { holder: 'garrison', failedAssaults: STEADY.outworkTries, stormedAt: ground.clock - 2 * PULSES });
      ground.trench('beatrice-1', STEADY.outworkJump);
    });
    expect(stormed(planned)).toEqual([]);
  });

  it('leaves a hill alone that waits for its gallery', () => {
    const hill = camp.find((post) => post.hill)?.id ?? '';
    const goesFor = (failed: number, loadedTurn: number): boolean => stormed(ring(RESTED, (ground) => {
      ripe(ground);
      ground.believe(hill, { works: 1000 });
      Object.assign(ground.at.post(hill), { lodgement: 100, failedAssaults: failed });
      if (failed > 0) ground.state.galleries.push({ post: hill, metres: 50, lengthMetres: 50, begunTurn: 2, loadedTurn, firedTurn: -1 });
    })).includes(hill);
    expect(goesFor(0, -1)).toBe(true);
    expect(goesFor(STEADY.mineFailures, -1)).toBe(false);
    expect(goesFor(STEADY.mineFailures, RESTED - 1)).toBe(true);
  });
});

describe('an offensive that has begun', () => {
  const begun = (change: (ground: Ground) => void): Planned => ring(RESTED, (ground) => {
    ripe(ground);
    for (const { id } of camp.slice(0, 2)) ground.at.post(id).stormedAt = ground.clock - PULSES;
    change(ground);
  });

  it('goes on while will and shells last, whatever else is missing', () => {
    const planned = begun(() => undefined);
    expect(stormed(planned).length).toBeGreaterThan(0);
    expect(stormed(planned).length).toBeLessThanOrEqual(STEADY.laterTargets);
  });

  it('stops when the regiments have had enough', () => {
    expect(stormed(begun(({ state }) => {
      for (const formation of state.formations) if (formation.will > 0) formation.will = STEADY.stopWill - 1;
    }))).toEqual([]);
  });

  it('stops when the shells run out', () => {
    expect(stormed(begun((ground) => { ground.stock('besieger', 10); }))).toEqual([]);
  });
});

describe('the distance to storm from', () => {
  const metres = (change: (ground: Ground) => void): number => jumpOff(ringPicture(ring(RESTED, (ground) => {
    bare(ground);
    change(ground);
  }).view));

  it('shrinks with every assault that failed, two a post at most, to the least', () => {
    const failed = (each: number, posts: number): number => metres(({ at }) => {
      for (const { id } of camp.slice(0, posts)) at.post(id).failedAssaults = each;
    });
    expect(failed(0, 0)).toBe(STEADY.jumpOffMetres);
    expect(failed(1, 1)).toBe(Math.max(STEADY.jumpLeast, STEADY.jumpOffMetres - STEADY.jumpLearn));
    expect(failed(5, 1)).toBe(failed(2, 1));
    expect(failed(2, camp.length)).toBe(STEADY.jumpLeast);
  });

  it('grows while one post falls after the other', () => {
    expect(metres(({ at, clock }) => {
      for (const { id } of camp.slice(0, STEADY.tide)) Object.assign(at.post(id), { holder: 'besieger', heldSince: clock - PULSES });
    })).toBe(STEADY.tideMetres);
  });
});

describe('regiments', () => {
  it('that have lost too many men are not asked to storm', () => {
    expect(stormed(ring(RESTED, (ground) => {
      ripe(ground);
      for (const [row, unit] of ground.state.units.entries()) {
        const facts = ground.game.scenario.units[row];
        if (facts?.side === 'besieger') unit.men = Math.floor((facts.men * (STEADY.wholeEnough - 10)) / 1000);
      }
    }))).toEqual([]);
  });

  it('send no more battalions at a post than it can take, two of them ahead', () => {
    for (const { lead, echelon } of ring(RESTED, ripe).of('assault')) {
      expect(lead.length).toBeLessThanOrEqual(STEADY.leadBattalions);
      expect(lead.length + echelon.length).toBeLessThanOrEqual(STEADY.mostBattalions);
    }
  });
});
