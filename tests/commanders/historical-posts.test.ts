import { beforeAll, describe, expect, it } from 'vitest';
import { HISTORICAL } from '../../src/commanders/doctrine.ts';
import { PULSES } from '../../src/engine/index.ts';
import { plannerFor } from '../helpers/plans.ts';
import type { Ground, Planned, Planner } from '../helpers/plans.ts';
import { shipped } from '../helpers/sieges.ts';

const DAY = 20;
const HILL = 'dominique-2';

let camp: Planner['garrison'];
let site: string;
beforeAll(async () => {
  const { scenario } = await shipped('dien-bien-phu');
  camp = plannerFor(scenario).garrison;
  site = scenario.posts.find(({ stands }) => !stands)?.id ?? '';
});

/** No trench was seen, the outworks are lost for long, and every company is firm. */
function quiet(ground: Ground): void {
  ground.state.known.garrison.approaches = [];
  ground.take('beatrice', 'gabrielle', 'anne-marie');
  for (const [row, unit] of ground.state.units.entries()) {
    if (ground.game.scenario.units[row]?.side !== 'garrison') continue;
    Object.assign(unit, { cohesion: 1000, quality: Math.max(unit.quality, HISTORICAL.strikeQuality) });
  }
}

const arranged = (turn: number, change: (ground: Ground) => void, seed?: string): Planned => camp(turn, (ground) => {
  quiet(ground);
  change(ground);
}, seed);

/** Men of a view by id. */
const unitsOf = ({ view }: Planned, ids: readonly string[]) => view.units.filter(({ id }) => ids.includes(id));

describe('a threatened post', () => {
  const threatened = (turn: number): Planned => arranged(turn, (ground) => { ground.trench(HILL, 100, true); });

  it('has companies of the reserve ready to go in, with the order when and at what odds', () => {
    const planned = threatened(DAY);
    const standing = planned.of('counter-attack');
    expect(standing.length).toBeGreaterThan(0);
    expect(standing.length).toBeLessThanOrEqual(HISTORICAL.standCompanies);
    for (const order of standing) expect(order).toMatchObject({ post: HILL, after: HISTORICAL.counterAfter, odds: HISTORICAL.counterOdds });
    for (const { men, cohesion, quality, post } of unitsOf(planned, standing.map(({ unit }) => unit))) {
      expect(men).toBeGreaterThanOrEqual(HISTORICAL.strikeMen);
      expect(cohesion).toBeGreaterThanOrEqual(HISTORICAL.strikeCohesion);
      expect(quality).toBeGreaterThanOrEqual(HISTORICAL.strikeQuality);
      expect(post).not.toBe(HILL);
    }
  });

  it('is told when nobody is left to stand by', () => {
    const planned = arranged(DAY, (ground) => {
      ground.trench(HILL, 100, true);
      for (const unit of ground.state.units) unit.duty = 'storming';
    });
    expect(planned.of('counter-attack')).toEqual([]);
    expect(planned.why('hold-reserve')).toMatchObject([{ order: null, ids: { post: HILL } }]);
  });

  it('far out is left to itself by night', () => {
    const helped = (turn: number): number => arranged(turn, (ground) => { ground.trench('huguette-7', 100, true); }).of('counter-attack').length;
    expect(helped(DAY)).toBeGreaterThan(0);
    expect(helped(DAY + 1)).toBe(0);
  });

  it('is one of a few where companies stand by', () => {
    const planned = arranged(DAY, (ground) => { for (const { id } of ground.state.posts) ground.trench(id, 100, true); });
    expect(new Set(planned.of('counter-attack').map(({ post }) => post)).size).toBeLessThanOrEqual(HISTORICAL.standPosts);
  });
});

describe('poor troops who waver', () => {
  const wavering = (cohesion: number): Planned => arranged(DAY, (ground) => {
    for (const unit of ground.state.units) if (unit.post === HILL) Object.assign(unit, { quality: HISTORICAL.poorQuality - 1, cohesion });
    ground.trench(HILL, 400, true);
  });

  it('get a company of better men beside them', () => {
    const planned = wavering(HISTORICAL.poorCohesionOut - 1);
    const sent = planned.of('reinforce').filter(({ post }) => post === HILL).map(({ unit }) => unit);
    expect(sent.length).toBeGreaterThan(0);
    for (const { quality } of unitsOf(planned, sent)) expect(quality).toBeGreaterThanOrEqual(HISTORICAL.poorQuality);
  });

  it('are left to themselves while they are firm', () => {
    const planned = arranged(DAY, (ground) => {
      for (const unit of ground.state.units) if (unit.post === HILL) Object.assign(unit, { men: HISTORICAL.hillThreatened, quality: HISTORICAL.poorQuality - 1, cohesion: 1000 });
      ground.trench(HILL, 400, true);
    });
    expect(planned.of('reinforce').filter(({ post }) => post === HILL)).toEqual([]);
  });
});

describe('a post that has fallen', () => {
  const fallen = (pulses: number, id = HILL): Planned => arranged(DAY, (ground) => {
    Object.assign(ground.at.post(id), { holder: 'besieger', heldSince: ground.clock - pulses });
    for (const unit of ground.state.units) if (unit.post === id) Object.assign(unit, { men: 0, post: null, duty: 'gone' });
  });
  const retaken = (planned: Planned): string[] => planned.why('retake-post').map(({ ids }) => ids['post'] ?? '');

  it('is fought for at once, and no more after some hours', () => {
    expect(new Set(retaken(fallen(HISTORICAL.retakePulses)))).toEqual(new Set([HILL]));
    expect(retaken(fallen(HISTORICAL.retakePulses + 1))).toEqual([]);
  });

  it('is let go when it lies far out', () => {
    expect(retaken(fallen(1, 'huguette-7'))).toEqual([]);
  });

  it('takes a few companies at the odds of a deliberate attack', () => {
    const orders = fallen(1).of('counter-attack');
    expect(orders.length).toBeLessThanOrEqual(HISTORICAL.retakeCompanies);
    for (const order of orders) expect(order).toMatchObject({ post: HILL, after: 0, odds: HISTORICAL.retakeOdds });
  });
});

describe('a post that is cut off', () => {
  const cut = (turns: number, men: number, cohesion: number): Planned => arranged(DAY, (ground) => {
    ground.at.post(HILL).cutOffSince = ground.clock - turns * PULSES;
    const [first, ...others] = ground.state.units.filter(({ post }) => post === HILL);
    if (first !== undefined) Object.assign(first, { men, cohesion });
    for (const other of others) Object.assign(other, { men: 0, duty: 'gone', post: null });
  });
  const abandoned = (planned: Planned): string[] => planned.of('give-up').map(({ post }) => post);

  it('is given up when its men are few or spent, and not before', () => {
    expect(abandoned(cut(HISTORICAL.giveUpTurns, HISTORICAL.giveUpMen - 1, 1000))).toEqual([HILL]);
    expect(abandoned(cut(HISTORICAL.giveUpTurns, 200, HISTORICAL.giveUpCohesion - 1))).toEqual([HILL]);
    expect(abandoned(cut(HISTORICAL.giveUpTurns - 1, HISTORICAL.giveUpMen - 1, 0))).toEqual([]);
    expect(abandoned(cut(HISTORICAL.giveUpTurns, HISTORICAL.giveUpMen, HISTORICAL.giveUpCohesion))).toEqual([]);
  });

  it('is brought water and cartridges every few turns', () => {
    const convoys = (turns: number) => cut(turns, 200, 1000).of('convoy').map(({ post }) => post);
    expect(convoys(HISTORICAL.convoyTurns)).toEqual([HILL]);
    expect(convoys(HISTORICAL.convoyTurns + 1)).toEqual([]);
    expect(convoys(0)).toEqual([]);
  });
});

describe('a trench close to the wire', () => {
  const seeds = Array.from({ length: 40 }, (_, row) => `seed-${String(row)}`);
  const raided = (turn: number, metres: number): number => seeds.filter((seed) => arranged(turn, (ground) => {
    // Outside the reach of standing orders, so that the reserve is free.
    ground.trench('huguette-7', metres, true);
  }, seed).of('raid').length > 0).length;

  it('is raided on some days, never by night', () => {
    const days = raided(DAY, HISTORICAL.raidMetres);
    expect(days).toBeGreaterThan(0);
    expect(days).toBeLessThan(seeds.length);
    expect(raided(DAY + 1, HISTORICAL.raidMetres)).toBe(0);
  });

  it('is not raided by the last companies in reserve', () => {
    const raids = seeds.filter((seed) => arranged(DAY, (ground) => {
      ground.trench('huguette-7', 0, true);
      const spared = ground.state.units.filter((unit) => unit.post === 'junon').slice(0, HISTORICAL.keepCompanies);
      for (const unit of ground.state.units) if (!spared.includes(unit)) unit.duty = 'storming';
    }, seed).of('raid').length > 0);
    expect(raids).toEqual([]);
  });

  it('is not raided while it is still far', () => {
    expect(raided(DAY, HISTORICAL.raidMetres + 1)).toBe(0);
  });
});

describe('a site where a post may be built', () => {
  const built = (turn: number, change: (ground: Ground) => void = () => undefined): string[] => arranged(turn, change).why('occupy-site').map(({ ids }) => ids['post'] ?? '');

  it('is occupied by a spare company now and then, by day', () => {
    expect(site).not.toBe('');
    expect(built(2 * HISTORICAL.siteTurns)).toHaveLength(1);
    expect(built(2 * HISTORICAL.siteTurns + 1)).toEqual([]);
  });

  it('is left empty while no company can be spared', () => {
    expect(built(2 * HISTORICAL.siteTurns, ({ state }) => { for (const unit of state.units) unit.duty = 'storming'; })).toEqual([]);
  });
});
