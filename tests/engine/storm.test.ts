import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stormPulse } from '../../src/engine/storm.ts';
import type { Storm, StormOutcome } from '../../src/engine/storm.ts';
import { stormOf } from '../../src/engine/storm-state.ts';
import type { AssaultState } from '../../src/engine/index.ts';
import { aGame, aSiege, aTurn, standardRules } from '../helpers/a-siege.ts';

const RULES = standardRules();

/** A battalion with a foothold against a company that is somewhat kept down. */
const EVEN: Storm = {
  attackers: 570, attackerQuality: 1000, will: 850, defenders: 150, defenderQuality: 800, cohesion: 800, suppression: 200, headless: false,
  works: 300, wire: 500, lodgement: 300, jumpOffMetres: 150, support: 0, protectiveFire: 0, first: false, day: false, clearness: 1000,
  defenderTanks: 0, attackerTanks: 0, hill: true, cutOffTurns: 0, mined: false,
};

/** One pulse with middling luck. */
function pulse(change: Partial<Storm> = {}, roll = RULES.assault.chance, spread = RULES.assault.lossSpread): StormOutcome {
  return stormPulse(RULES, { ...EVEN, ...change }, roll, spread);
}

describe('a pulse of an assault', () => {
  it.each<[string, Partial<Storm>]>([
    ['more defenders', { defenders: 300 }],
    ['better works', { works: 900 }],
    ['help from neighbouring posts', { support: 60 }],
    ['protective fire', { protectiveFire: 60_000 }],
    ['daylight', { day: true }],
  ])('gains less against %s', (_, change) => {
    expect(pulse(change).lodgement).toBeLessThan(pulse().lodgement);
  });

  it.each<[string, Partial<Storm>]>([
    ['men kept down by shells', { suppression: 800 }],
    ['a battalion without its commander', { headless: true }],
    ['men who have lost heart', { cohesion: 100 }],
    ['raw men', { defenderQuality: 300 }],
  ])('gains more against %s', (_, change) => {
    expect(pulse(change).lodgement).toBeGreaterThan(pulse().lodgement);
  });

  it.each<[string, Partial<Storm>]>([
    ['fewer men', { attackers: 200 }],
    ['a regiment without will', { will: 100 }],
    ['raw battalions', { attackerQuality: 500 }],
    ['its first hour, for it has to get in', { first: true }],
  ])('gains less with %s', (_, change) => {
    expect(pulse(change).lodgement).toBeLessThan(pulse().lodgement);
  });

  it('brings no more men into contact than there is room for', () => {
    expect(pulse({ attackers: 5000 }).terms.inContact).toBe(RULES.assault.frontCap);
    expect(pulse({ attackers: 100 }).terms.inContact).toBe(Math.floor((100 * RULES.assault.frontShare) / 1000));
  });

  it('makes works worth less the more of them is taken', () => {
    const worth = (lodgement: number): number => pulse({ works: 900, lodgement }).terms.defence - pulse({ works: 0, lodgement }).terms.defence;
    expect(worth(900)).toBeLessThan(worth(100));
  });

  it('moves by the roll, as far up as down', () => {
    const { chance } = RULES.assault;
    const middle = pulse().lodgement;
    expect(pulse({}, 0).lodgement).toBe(middle - chance);
    expect(pulse({}, 2 * chance).lodgement).toBe(middle + chance);
  });

  it('has losses that vary by the second roll, while the ground does not', () => {
    const { chance, lossSpread } = RULES.assault;
    const [light, heavy] = [pulse({}, chance, 0), pulse({}, chance, 2 * lossSpread)];
    expect(light.attackersLost).toBeLessThan(heavy.attackersLost);
    expect(light.lodgement).toBe(heavy.lodgement);
  });
});

describe('the losses of an assault', () => {
  it('are heavier from farther off, through whole wire, by daylight; lighter in thick weather', () => {
    const lost = pulse().attackersLost;
    expect(pulse({ jumpOffMetres: 500 }).attackersLost).toBeGreaterThan(lost);
    expect(pulse({ wire: 1000 }).attackersLost).toBeGreaterThan(lost);
    expect(pulse({ day: true }).attackersLost).toBeGreaterThan(lost);
    expect(pulse({ clearness: 400 }).attackersLost).toBeLessThan(lost);
  });

  it('are lighter for those who are inside already', () => {
    expect(pulse({ lodgement: 800 }).attackersLost).toBeLessThan(pulse({ lodgement: 100 }).attackersLost);
  });

  it('come from the guns too, even on men who are well covered', () => {
    const covered = { jumpOffMetres: 0, wire: 0, lodgement: 900, defenders: 0 };
    const harmed = pulse({ ...covered, protectiveFire: 100_000 }).attackersLost;
    expect(harmed).toBeGreaterThanOrEqual((100_000 * RULES.assault.gunsFloor) / 1000);
    expect(pulse(covered).attackersLost).toBe(0);
  });

  it('of the defenders grow with the odds and with the ground that is lost, and are none where nobody comes to grips', () => {
    const lost = pulse().defendersLost;
    expect(pulse({ suppression: 700 }).defendersLost).toBeGreaterThan(lost);
    expect(pulse({ lodgement: 700 }).defendersLost).toBeGreaterThan(lost);
    expect(pulse({ attackers: 0 }).defendersLost).toBe(0);
  });

  it('and the ground stay within their bounds, whoever meets whom', () => {
    const whole = fc.integer({ min: 0, max: 1000 });
    const any = fc.record({
      attackers: fc.integer({ min: 0, max: 3000 }), defenders: fc.integer({ min: 0, max: 600 }), lodgement: whole, works: whole, wire: whole, will: whole,
      cohesion: whole, suppression: whole, protectiveFire: fc.integer({ min: 0, max: 500_000 }), jumpOffMetres: whole, support: fc.integer({ min: 0, max: 200 }),
    });
    fc.assert(fc.property(any, fc.integer({ min: 0, max: 2 * RULES.assault.chance }), fc.integer({ min: 0, max: 2 * RULES.assault.lossSpread }), (change, roll, spread) => {
      const { lodgement, attackersLost, defendersLost, odds } = pulse(change, roll, spread);
      expect(lodgement >= 0 && lodgement <= 1000).toBe(true);
      for (const value of [lodgement, attackersLost, defendersLost, odds]) expect(Number.isSafeInteger(value) && value >= 0).toBe(true);
    }));
  });
});

describe('both sides of an assault, read off the state', () => {
  const storming: AssaultState = {
    id: 'north@0', side: 'besieger', post: 'north', lead: ['red-1'], echelon: ['red-2'], echelonAfter: 3, begun: 0, men: 570, lost: 0, protectiveFire: 1234, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no',
  };

  it('are the lead of the attacker, without his echelon, and the men of the post who fight', () => {
    const { game, state } = aGame();
    const storm = stormOf(state, aTurn(game, state).turn, storming);
    expect(storm).toMatchObject({ attackers: 570, will: 800, defenders: 150, cohesion: 800, works: 300, wire: 700, jumpOffMetres: 100, protectiveFire: 1234, first: true, day: false });
  });

  it('leave out a company that has broken', () => {
    const { game, state, at } = aGame();
    at.unit('first-1').duty = 'broken';
    expect(stormOf(state, aTurn(game, state).turn, storming).defenders).toBe(0);
  });

  it('count the fire of neighbouring posts only where they are near and held', () => {
    const near = aSiege();
    const posts = near.posts.map((post) => (post.id === 'south' ? { ...post, east: 1600, north: 1384 } : post));
    const { game, state, at } = aGame({ ...near, posts });
    const { supportShare } = RULES.assault;
    expect(stormOf(state, aTurn(game, state).turn, storming).support).toBe(Math.floor((120 * supportShare) / 1000));
    at.post('south').holder = 'besieger';
    expect(stormOf(state, aTurn(game, state).turn, storming).support).toBe(0);
    expect(stormOf(aGame().state, aTurn(aGame().game, aGame().state).turn, storming).support).toBe(0);
  });

  it('find the attacker in the open where no trench leads to the post', () => {
    const { game, state } = aGame();
    const open = stormOf(state, aTurn(game, state).turn, { ...storming, post: 'south' }).jumpOffMetres;
    expect(open).toBeGreaterThan(500);
  });

  it('go by the cohesion of a garrison’s company that storms, not by a will', () => {
    const { game, state, at } = aGame();
    at.post('north').holder = 'besieger';
    at.unit('reserve').cohesion = 640;
    expect(stormOf(state, aTurn(game, state).turn, { ...storming, side: 'garrison', lead: ['reserve'] })).toMatchObject({ will: 640, attackers: 130, jumpOffMetres: 0 });
  });
});
