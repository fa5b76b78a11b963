import { beforeAll, describe, expect, it } from 'vitest';
import { HISTORICAL } from '../../src/commanders/doctrine.ts';
import { plannerFor } from '../helpers/plans.ts';
import type { Ground, Planned, Planner } from '../helpers/plans.ts';
import { shipped } from '../helpers/sieges.ts';

const POST = 'dominique-2';

let camp: Planner['garrison'];
let posts: string[];
beforeAll(async () => {
  const { scenario } = await shipped('dien-bien-phu');
  camp = plannerFor(scenario).garrison;
  posts = scenario.posts.filter(({ stands, group }) => stands && ['dominique', 'eliane', 'huguette', 'claudine'].includes(group)).map(({ id }) => id);
});

/** No trench has been seen. */
function blind({ state }: Ground): void {
  state.known.garrison.approaches = [];
}

const shielded = ({ of }: Planned): string[] => of('protect').map(({ post }) => post);

describe('protective fire', () => {
  const before = (metres: number, seen = true): string[] => shielded(camp(10, (ground) => {
    blind(ground);
    ground.trench(POST, metres, seen);
  }));

  it('is set aside for posts with a trench near their wire', () => {
    expect(before(HISTORICAL.threatMetres)).toEqual([POST]);
    expect(before(HISTORICAL.threatMetres + 1)).toEqual([]);
  });

  it('knows nothing of trenches that were not seen', () => {
    expect(before(0, false)).toEqual([]);
  });

  it('is set aside for a post that is being stormed, whatever was seen of its trench', () => {
    const planned = camp(11, (ground) => {
      blind(ground);
      ground.state.assaults.push({ id: 'a', side: 'besieger', post: POST, lead: ['bn-11'], echelon: [], echelonAfter: 0, begun: 120, men: 500, lost: 0, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no' });
    });
    expect(shielded(planned)).toEqual([POST]);
  });

  it('is set aside for a post in which the other side stands', () => {
    const planned = camp(11, (ground) => {
      blind(ground);
      Object.assign(ground.at.post(POST), { holder: 'contested', lodgement: 100 });
    });
    expect(shielded(planned)).toEqual([POST]);
  });

  it('is shared among the posts', () => {
    const each = (count: number): number => camp(10, (ground) => {
      blind(ground);
      for (const id of posts.slice(0, count)) ground.trench(id, 50, true);
    }).of('protect')[0]?.rounds ?? 0;
    expect(each(HISTORICAL.protectPosts)).toBeLessThan(each(1));
  });

  it('goes to the nearest trenches first, and to so many posts at most', () => {
    const planned = camp(10, (ground) => {
      blind(ground);
      for (const [step, id] of posts.entries()) ground.trench(id, 20 + 10 * step, true);
    });
    expect(shielded(planned)).toEqual(posts.slice(0, HISTORICAL.protectMost));
  });

  it('is a share of the shells in stock', () => {
    const aside = (rounds: number): number => camp(10, (ground) => {
      blind(ground);
      ground.stock('garrison', rounds);
      ground.trench(POST, 0, true);
    }).of('protect').reduce((sum, order) => sum + order.rounds, 0);
    expect(aside(4000)).toBeGreaterThan(aside(1000));
    expect(aside(0)).toBe(0);
  });
});

describe('a gun that was fixed', () => {
  const answered = (age: number, rounds: number): Planned => camp(10, (ground) => {
    blind(ground);
    ground.stock('garrison', rounds);
    ground.state.known.garrison.fixes = [{ id: 'fix-1', battery: 'battery-801', weapon: 't105', east: 3700, north: 2300, errorMetres: 75, how: 'flash', turn: 10 - age }];
  });

  it('is answered by the heaviest guns that reach it, while the fix is fresh', () => {
    const planned = answered(HISTORICAL.fixAge, 5000);
    expect(planned.of('counter-battery')).toEqual([{ kind: 'counter-battery', fix: 'fix-1', weapon: 't155', rounds: HISTORICAL.answerRounds, from: 0 }]);
    expect(planned.why('answer-gun')).toMatchObject([{ numbers: { age: HISTORICAL.fixAge }, ids: { fix: 'fix-1', weapon: 't155' } }]);
    expect(answered(HISTORICAL.fixAge + 1, 5000).of('counter-battery')).toEqual([]);
  });

  it('is let be when shells are short', () => {
    expect(answered(0, 10).of('counter-battery')).toEqual([]);
  });

  it('is one of a few: the freshest first', () => {
    const { of } = camp(10, (ground) => {
      blind(ground);
      ground.stock('garrison', 5000);
      ground.state.known.garrison.fixes = Array.from({ length: 9 }, (_, row) => ({ id: `fix-${String(row)}`, battery: 'battery-801', weapon: 't105', east: 3700, north: 2300, errorMetres: 75, how: 'flash' as const, turn: row === 8 ? 10 : 9 }));
    });
    expect(of('counter-battery')).toHaveLength(HISTORICAL.answerFixes);
    expect(of('counter-battery')[0]?.fix).toBe('fix-8');
  });
});

describe('trench heads', () => {
  const shelled = (rounds: number): Planned => camp(10, (ground) => {
    blind(ground);
    ground.stock('garrison', rounds);
    ground.trench(POST, 100, true);
  });

  it('are shelled by guns that have shells to spare', () => {
    expect(shelled(40_000).of('bombard')).toMatchObject([{ target: { kind: 'approach' }, rounds: HISTORICAL.trenchRounds }]);
    expect(shelled(40_000).why('shell-trench')).toMatchObject([{ numbers: { metres: 100 }, ids: { post: POST } }]);
    expect(shelled(100).of('bombard')).toEqual([]);
  });

  it('are shelled before so many posts at most', () => {
    const { of } = camp(10, (ground) => {
      blind(ground);
      ground.stock('garrison', 40_000);
      for (const [step, id] of posts.entries()) ground.trench(id, 20 + 10 * step, true);
    });
    expect(of('bombard').length).toBeGreaterThan(0);
    expect(of('bombard').length).toBeLessThanOrEqual(HISTORICAL.trenchPosts);
  });
});
