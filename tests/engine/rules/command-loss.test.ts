import { describe, expect, it } from 'vitest';
import { playTurnInPlace } from '../../../src/engine/index.ts';
import type { Order } from '../../../src/engine/index.ts';
import { commandLoss, headquartersFallen } from '../../../src/engine/rules/command-loss.ts';
import { aGame, aSiege, aTurn, highDraws, lowDraws } from '../../helpers/a-siege.ts';

/** A hundred 105 mm shells on the northern post in this hour. */
function shelled(siege = aSiege()): ReturnType<typeof aGame> {
  const made = aGame(siege);
  made.at.post('north').shelled = made.game.board.weapons.map((weapon) => (weapon === 't105' ? 100 : 0));
  return made;
}

describe('a shell in the command dugout', () => {
  it('leaves the battalion headless, and its companies know it', () => {
    const { game, state, at } = shelled();
    const { turn, told } = aTurn(game, state, { draws: lowDraws });
    commandLoss(state, turn);
    const { headlessPulses, cohesion } = game.scenario.rules['command-loss'];
    expect(at.formation('first')).toMatchObject({ headlessUntil: headlessPulses, leadersHit: 1 });
    expect(at.unit('first-1').cohesion).toBe(800 - cohesion);
    expect(at.unit('first-2').cohesion).toBe(800 - cohesion);
    expect(at.unit('reserve').cohesion).toBe(850);
    expect(told.slice(0, 2)).toEqual([
      { type: 'command-post-hit', side: 'garrison', formation: 'first', post: 'north' },
      { type: 'battalion-headless', side: 'garrison', formation: 'first', pulses: headlessPulses },
    ]);
  });

  it('may shock the staff above', () => {
    const { game, state, at } = shelled();
    commandLoss(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(at.formation('staff').shockedUntil).toBe(game.scenario.rules['command-loss'].shockPulses);
  });

  it('does not get through on a bad roll', () => {
    const { game, state, at } = shelled();
    const { turn, told } = aTurn(game, state, { draws: highDraws });
    commandLoss(state, turn);
    expect(told).toEqual([]);
    expect(at.formation('first').headlessUntil).toBe(0);
  });

  it('is far less likely under four times the earth', () => {
    const hits = (cover: number): number => {
      const posts = aSiege().posts.map((post) => (post.id === 'north' ? { ...post, coverCentimetres: cover } : post));
      const { game, state } = shelled(aSiege({ posts }));
      const hit = (roll: number): number => {
        const trial = structuredClone(state);
        commandLoss(trial, aTurn(game, trial, { draws: () => ({ below: () => roll }) }).turn);
        return trial.formations.find(({ id }) => id === 'first')?.leadersHit ?? 0;
      };
      return Array.from({ length: 1000 }, (_, roll) => hit(roll)).reduce((sum, one) => sum + one, 0);
    };
    expect(hits(240) * 4).toBeLessThan(hits(60));
  });

  it('is not looked for where no shell fell', () => {
    const { game, state } = aGame();
    const { turn, told } = aTurn(game, state, { draws: highDraws });
    commandLoss(state, turn);
    expect(told).toEqual([]);
  });
});

describe('a headquarters', () => {
  it('is lost with its post, in the hour in which the post falls', () => {
    const { game, state, at } = aGame();
    at.unit('first-1').men = 10;
    const storm: Order = { kind: 'assault', post: 'north', lead: ['red-1'], echelon: [], from: 3, echelonAfter: 0 };
    const events = playTurnInPlace(game, state, { garrison: [], besieger: [storm] });
    const fell = events.find((event) => event.type === 'holder-changed' && event.post === 'north' && event.to === 'besieger');
    const lost = events.find((event) => event.type === 'battalion-headless' && event.formation === 'first');
    expect(lost?.pulse).toBe(fell?.pulse);
    expect(events.some(({ type }) => type === 'command-post-hit')).toBe(false);
  });

  it('is not lost while both sides are in its post', () => {
    const { game, state, at } = aGame();
    Object.assign(at.post('north'), { holder: 'contested', heldSince: 0 });
    headquartersFallen(state, aTurn(game, state).turn);
    expect(at.formation('first').headlessUntil).toBe(0);
  });

  it('is no longer in a post that the other side holds: shells on it there harm nobody’s command', () => {
    const { game, state, at } = shelled();
    Object.assign(at.post('north'), { holder: 'besieger', heldSince: -5 });
    const { turn, told } = aTurn(game, state, { draws: lowDraws });
    commandLoss(state, turn);
    expect(told).toEqual([]);
    expect(at.formation('first').headlessUntil).toBe(0);
  });

  it('of the artillery that is hit shocks the staff of the guns, and leaves no battalion headless', () => {
    const { game, state, at } = aGame();
    at.post('camp').shelled = game.board.weapons.map((weapon) => (weapon === 't155' ? 900 : 0));
    const { turn, of } = aTurn(game, state, { draws: lowDraws });
    commandLoss(state, turn);
    expect(of('battalion-headless').map((fact) => 'formation' in fact && fact.formation)).toEqual(['para']);
    expect(at.formation('guns')).toMatchObject({ shockedUntil: game.scenario.rules['command-loss'].shockPulses, headlessUntil: 0, leadersHit: 1 });
  });
});
