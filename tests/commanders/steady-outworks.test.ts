import { beforeAll, describe, expect, it } from 'vitest';
import { STEADY } from '../../src/commanders/doctrine.ts';
import { PULSES } from '../../src/engine/index.ts';
import { plannerFor } from '../helpers/plans.ts';
import type { Ground, Planner } from '../helpers/plans.ts';
import { shipped } from '../helpers/sieges.ts';

let ring: Planner['besieger'];
let groupOf: Readonly<Record<string, string>>;
beforeAll(async () => {
  const { scenario } = await shipped('dien-bien-phu');
  ring = plannerFor(scenario).besieger;
  groupOf = Object.fromEntries(scenario.posts.map(({ id, group }) => [id, group]));
});

/** Trench before every post of a group. */
function before(ground: Ground, group: string, metres: number): void {
  for (const [post, its] of Object.entries(groupOf)) if (its === group) ground.trench(post, metres);
}

/** The second night, with every outwork far from the trench but one group. */
const SECOND_NIGHT = 3;
function only(group: string, metres: number): (ground: Ground) => void {
  return (ground) => {
    for (const other of ['beatrice', 'gabrielle', 'anne-marie']) before(ground, other, STEADY.outworkJump + 500);
    before(ground, group, metres);
    ground.stock('besieger', 5000);
  };
}

describe('posts apart from the camp', () => {
  it('are stormed one group a night, each battalion once', () => {
    const { of, why } = ring(1, (ground) => {
      before(ground, 'beatrice', STEADY.outworkJump);
      before(ground, 'gabrielle', STEADY.outworkJump);
      ground.stock('besieger', 5000);
    });
    const assaults = of('assault');
    expect(assaults.length).toBeGreaterThan(1);
    expect(new Set(assaults.map(({ post }) => groupOf[post])).size).toBe(1);
    expect(why('storm-outwork')).toHaveLength(assaults.length);
    const units = assaults.flatMap(({ lead, echelon }) => [...lead, ...echelon]);
    expect(new Set(units).size).toBe(units.length);
  });

  it('are not stormed before the trench is near enough', () => {
    const stormed = (metres: number): number => ring(SECOND_NIGHT, only('beatrice', metres)).of('assault').length;
    expect(stormed(STEADY.outworkJump)).toBeGreaterThan(0);
    expect(stormed(STEADY.outworkJump + 1)).toBe(0);
  });

  it('are not stormed before half of their group is near enough', () => {
    const { of } = ring(SECOND_NIGHT, (ground) => {
      only('beatrice', STEADY.outworkJump + 1)(ground);
      ground.trench('beatrice-1', 0);
    });
    expect(of('assault')).toEqual([]);
  });

  it('want a willing regiment for every three of them', () => {
    const stormed = (...willing: readonly string[]): number => ring(SECOND_NIGHT, (ground) => {
      only('gabrielle', 0)(ground);
      for (const formation of ground.state.formations) if (formation.will > 0 && !willing.includes(formation.id)) formation.will = STEADY.outworkWill - 1;
    }).of('assault').length;
    expect(stormed('regiment-165')).toBe(0);
    expect(stormed('regiment-165', 'regiment-88')).toBeGreaterThan(0);
  });

  it('are not stormed with less than the wanted shells a tube', () => {
    const { of } = ring(SECOND_NIGHT, (ground) => {
      only('beatrice', 0)(ground);
      ground.stock('besieger', 10);
    });
    expect(of('assault')).toEqual([]);
  });

  it('are not stormed by regiments that will not go', () => {
    const { of } = ring(SECOND_NIGHT, (ground) => {
      only('beatrice', 0)(ground);
      for (const formation of ground.state.formations) formation.will = STEADY.outworkWill - 1;
    });
    expect(of('assault')).toEqual([]);
  });

  it('are approached nearer after assaults that failed', () => {
    const stormed = (failed: number, metres: number): string[] => ring(21, (ground) => {
      only('beatrice', metres)(ground);
      for (const post of ground.state.posts) if (groupOf[post.id] === 'beatrice') post.failedAssaults = failed;
    }).of('assault').map(({ post }) => post);
    expect(stormed(1, STEADY.outworkJump)).toEqual([]);
    expect(stormed(1, STEADY.outworkJump - STEADY.outworkLearn)).not.toEqual([]);
  });

  it('are left alone for some turns once the tries are used up', () => {
    const turn = 21;
    const stormed = (turnsAgo: number): string[] => ring(turn, (ground) => {
      only('beatrice', STEADY.jumpLeast)(ground);
      for (const post of ground.state.posts) {
        if (groupOf[post.id] === 'beatrice') Object.assign(post, { failedAssaults: STEADY.outworkTries, stormedAt: (turn - turnsAgo) * PULSES });
      }
    }).of('assault').map(({ post }) => post);
    expect(stormed(STEADY.nibbleRestTurns - 1)).toEqual([]);
    expect(stormed(STEADY.nibbleRestTurns)).not.toEqual([]);
  });

  it('are stormed again at once where men are inside', () => {
    const { of } = ring(21, (ground) => {
      only('beatrice', STEADY.outworkJump)(ground);
      for (const post of ground.state.posts) {
        if (groupOf[post.id] === 'beatrice') Object.assign(post, { lodgement: 100, failedAssaults: STEADY.outworkTries, stormedAt: 20 * PULSES });
      }
    });
    expect(of('assault').length).toBeGreaterThan(0);
  });

  it('wait for the night: by day battalions close up and the guns open at dusk', () => {
    const { of } = ring(0, only('beatrice', STEADY.outworkJump));
    expect(of('assault')).toEqual([]);
    expect(of('close-up').map(({ post }) => groupOf[post])).toContain('beatrice');
    const onPosts = of('bombard').filter(({ target }) => target.kind === 'post' && groupOf[target.id] === 'beatrice');
    expect(onPosts.length).toBeGreaterThan(0);
    for (const { from } of onPosts) expect(from).toBe(STEADY.duskPulse);
  });
});

describe('an assault under way', () => {
  const stormed = (turn: number, lost: number, lodgement: number) => ring(turn, (ground) => {
    ground.state.assaults.push({ id: 'a', side: 'besieger', post: 'beatrice-1', lead: ['bn-11'], echelon: [], echelonAfter: 0, begun: 12, men: 1000, lost, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no' });
    ground.at.unit('bn-11').duty = 'storming';
    ground.at.post('beatrice-1').lodgement = lodgement;
  });

  it('is broken off when it has cost much for little of the post', () => {
    const { of, why } = stormed(3, STEADY.breakOffLost, STEADY.keepLodged - 1);
    expect(of('break-off')).toEqual([{ kind: 'break-off', post: 'beatrice-1' }]);
    expect(why('break-off')).toMatchObject([{ numbers: { lost: STEADY.breakOffLost }, ids: { post: 'beatrice-1' } }]);
  });

  it('goes on while it is cheap, or holds enough of the post', () => {
    for (const { of, why } of [stormed(3, STEADY.breakOffLost - 1, 0), stormed(3, 1000, STEADY.keepLodged)]) {
      expect(of('break-off')).toEqual([]);
      expect(why('press-on')).toMatchObject([{ order: null, ids: { post: 'beatrice-1' } }]);
    }
  });

  it('is not left in the open by daylight', () => {
    expect(stormed(2, 0, STEADY.keepLodged - 1).of('break-off')).toHaveLength(1);
    expect(stormed(2, 0, STEADY.keepLodged).of('break-off')).toEqual([]);
  });
});
