import { beforeAll, describe, expect, it } from 'vitest';
import { armsOf, wearsDown } from '../../src/commanders/arms.ts';
import { STEADY } from '../../src/commanders/doctrine.ts';
import { stocksOf } from '../../src/commanders/stocks.ts';
import { plannerFor } from '../helpers/plans.ts';
import type { Ground, Planned, Planner } from '../helpers/plans.ts';
import { shipped } from '../helpers/sieges.ts';

let ring: Planner['besieger'];
let turns: number;
beforeAll(async () => {
  const { scenario } = await shipped('dien-bien-phu');
  ring = plannerFor(scenario).besieger;
  turns = scenario.calendar.turns;
});

/** Béatrice is stormed tonight, and nothing else. */
function oneGroup(ground: Ground): void {
  ground.take('gabrielle', 'anne-marie');
  for (const id of ['beatrice-1', 'beatrice-2', 'beatrice-3']) ground.trench(id, 0);
}

const onPosts = ({ plan }: Planned) => plan.intents.flatMap(({ reason, order, numbers, ids }) => (reason === 'soften-post' && order !== null ? [{ weapon: ids['weapon'] ?? '', post: ids['post'] ?? '', rounds: numbers['rounds'] ?? 0 }] : []));

function isHeavy({ view }: Planned, weapon: string): boolean {
  const facts = view.facts.rules.weapons[weapon];
  return facts !== undefined && wearsDown(facts);
}

/** Rounds laid on posts by heavy weapons, together. */
function heavyOnPosts(planned: Planned): number {
  return onPosts(planned).filter(({ weapon }) => isHeavy(planned, weapon)).reduce((sum, { rounds }) => sum + rounds, 0);
}

function firedOf({ plan }: Planned, weapon: string): number {
  return plan.orders.reduce((sum, order) => sum + ('weapon' in order && order.weapon === weapon ? order.rounds : 0), 0);
}

describe('the preparation of an assault', () => {
  it('falls on each post that is stormed, from every weapon that reaches it', () => {
    const planned = ring(1, oneGroup);
    const stormed = planned.of('assault').map(({ post }) => post);
    expect(new Set(onPosts(planned).map(({ post }) => post))).toEqual(new Set(stormed));
    expect(new Set(onPosts(planned).map(({ weapon }) => weapon)).size).toBeGreaterThan(2);
  });

  it('takes each weapon by its share of the stock, so that the scarcest is spared', () => {
    const planned = ring(1, (ground) => {
      oneGroup(ground);
      ground.stock('besieger', 400);
      const [dump] = ground.state.dumps.filter((_, row) => ground.game.scenario.dumps[row]?.side === 'besieger');
      if (dump !== undefined) dump.rounds[ground.game.board.weapons.indexOf('t105')] = 4000;
    });
    const of = (weapon: string): number => onPosts(planned).reduce((sum, shells) => sum + (shells.weapon === weapon ? shells.rounds : 0), 0);
    expect(of('t105')).toBeGreaterThan(3 * of('t75'));
  });

  it('costs no more than its share of the stock, nor more a post than is of use', () => {
    for (const rounds of [1000, 4000, 40_000]) {
      const planned = ring(1, (ground) => {
        oneGroup(ground);
        ground.stock('besieger', rounds);
      });
      const stormed = planned.of('assault').length;
      expect(stormed).toBeGreaterThan(0);
      expect(heavyOnPosts(planned)).toBeLessThanOrEqual(Math.min(STEADY.prepRounds * stormed, (armsOf(planned.view).heavy * STEADY.prepShare) / 1000));
    }
  });

  it('opens at dusk with a part of it, and falls whole by night', () => {
    const dusk = heavyOnPosts(ring(0, oneGroup));
    const night = heavyOnPosts(ring(1, oneGroup));
    expect(dusk).toBeGreaterThan(0);
    expect(dusk).toBeLessThan(night);
  });

  it('saves nothing up in the last turns', () => {
    const last = turns - STEADY.lastTurns;
    const night = last % 2 === 1 ? last : last + 1;
    const [before, now] = [night - 2 * STEADY.lastTurns, night].map((turn) => heavyOnPosts(ring(turn, (ground) => {
      oneGroup(ground);
      ground.stock('besieger', 50_000);
    })));
    expect(now).toBeGreaterThan(before ?? 0);
  });
});

describe('whatever is fired', () => {
  it('is never more of a weapon than there is', () => {
    for (const turn of [0, 1, turns - 2, turns - 1]) for (const rounds of [0, 15, 150, 1500]) {
      const planned = ring(turn, (ground) => {
        oneGroup(ground);
        ground.stock('besieger', rounds);
      });
      const { rounds: held } = stocksOf(planned.view);
      for (const [row, weapon] of planned.view.weapons.entries()) expect(firedOf(planned, weapon), weapon).toBeLessThanOrEqual(held[row] ?? 0);
    }
  });

  it('is counted in tens', () => {
    for (const turn of [0, 1]) for (const order of ring(turn).plan.orders) if ('rounds' in order) expect(order.rounds % 10).toBe(0);
  });
});

describe('guns that could break an assault', () => {
  it('are shelled by the howitzers with the longest reach, a few at a time', () => {
    const planned = ring(1, oneGroup);
    const fires = planned.of('counter-battery');
    expect(fires.length).toBeGreaterThan(0);
    const range = (weapon: string): number => planned.view.facts.rules.weapons[weapon]?.range ?? 0;
    const longest = Math.max(...stocksOf(planned.view).batteries.flat().map(({ weapon }) => range(weapon)));
    for (const { weapon, fix } of fires) {
      expect(range(weapon)).toBe(longest);
      expect(range(planned.view.fixes.find(({ id }) => id === fix)?.weapon ?? '')).toBeGreaterThanOrEqual(STEADY.farGunMetres);
    }
    expect(new Set(fires.map(({ fix }) => fix)).size).toBeLessThanOrEqual(2 * STEADY.silenceFixes);
  });

  it('take turns', () => {
    const fixes = (turn: number): Set<string> => new Set(ring(turn, oneGroup).of('counter-battery').map(({ fix }) => fix));
    expect(fixes(3)).not.toEqual(fixes(1));
  });

  it('are let be where none was fixed', () => {
    expect(ring(1, ({ state }) => { state.known.besieger.fixes = []; }).of('counter-battery')).toEqual([]);
  });
});

describe('everyday fire', () => {
  /** A ring so rich in guns that every target gets its ten rounds. */
  const rich = (change: (ground: Ground) => void): Planned => ring(3, (ground) => {
    ground.take('beatrice', 'gabrielle', 'anne-marie');
    ground.stock('besieger', 100_000);
    for (const [row, battery] of ground.state.batteries.entries()) if (ground.game.scenario.batteries[row]?.side === 'besieger') battery.tubes *= 50;
    change(ground);
  });

  it('falls on strips only while aircraft can use them', () => {
    const strips = (use: 'open' | 'night' | 'closed' | 'cut'): number => rich(({ state }) => {
      for (const strip of state.air.strips) strip.use = use;
    }).why('harass-strip').length;
    expect(strips('open')).toBeGreaterThan(0);
    expect(strips('night')).toBeGreaterThan(0);
    expect(strips('closed') + strips('cut')).toBe(0);
  });

  it('falls on posts that the trench has come near', () => {
    const kept = (metres: number) => new Set(rich((ground) => { ground.trench('dominique-2', metres); }).why('keep-down').map(({ ids }) => ids['post']));
    expect(kept(STEADY.harassMetres)).toEqual(new Set(['dominique-2']));
    expect(kept(STEADY.harassMetres + 1)).toEqual(new Set());
  });

  it('falls on those who gather loads, where there is a drop zone', () => {
    const camps = (hexes: number) => new Set(rich(({ state }) => {
      for (const camp of state.camps) camp.zoneHexes = hexes;
    }).why('harass-zone').map(({ ids }) => ids['camp']));
    expect(camps(20)).toContain('main');
    expect(camps(0)).toEqual(new Set());
  });

  it('is thinner when shells are low', () => {
    const fired = (rounds: number): number => heavyFired(rich((ground) => {
      ground.stock('besieger', rounds);
      for (const camp of ground.state.camps) camp.zoneHexes = 20;
    }));
    expect(2 * fired(2000)).toBeLessThan(fired(100_000));
  });
});

function heavyFired(planned: Planned): number {
  return planned.of('bombard').filter(({ weapon }) => isHeavy(planned, weapon)).reduce((sum, { rounds }) => sum + rounds, 0);
}
