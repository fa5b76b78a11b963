import { beforeAll, describe, expect, it } from 'vitest';
import { drawsOf, hashState, newGame, playTurn, playTurnInPlace, PULSES, SEQUENCE_OF_PLAY } from '../../src/engine/index.ts';
import type { Draws, OrdersBySide, RuleName, Scenario } from '../../src/engine/index.ts';
import { copyOf } from '../../src/engine/settle.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { plannedOrders, shipped } from '../helpers/sieges.ts';
import { aGame, aSiege } from '../helpers/a-siege.ts';

/** Shells and an assault on the northern post, answered by what the garrison has. */
const FIGHT: OrdersBySide = {
  besieger: [
    { kind: 'bombard', target: { kind: 'post', id: 'north' }, weapon: 't105', rounds: 300, from: 0 },
    { kind: 'bombard', target: { kind: 'post', id: 'north' }, weapon: 'm120', rounds: 100, from: 0 },
    { kind: 'assault', post: 'north', lead: ['red-1'], echelon: ['red-2'], from: 2, echelonAfter: 2 },
  ],
  garrison: [
    { kind: 'protect', post: 'north', rounds: 400 },
    { kind: 'counter-attack', unit: 'reserve', post: 'north', after: 1, odds: 0 },
  ],
};
const ORDER: readonly string[] = ['start', 'pulse', 'end'];

let night: LoadedScenario;
beforeAll(async () => {
  night = await shipped('first-night');
});

describe('a turn', () => {
  it('comes to the same in place and through immer, with the state sent through JSON between', () => {
    const { game, state: start } = newGame(night.scenario, '7');
    let kept = start;
    let moved = copyOf(start);
    while (kept.verdict === null) {
      const orders = plannedOrders(night, game, kept, '7');
      kept = playTurn(game, kept, orders).state;
      playTurnInPlace(game, moved, orders);
      moved = JSON.parse(JSON.stringify(moved)) as typeof moved;
      expect(hashState(moved)).toBe(hashState(kept));
    }
  });

  it('leaves the old state as it was, shares what did not change and freezes the new one', () => {
    const { game, state } = aGame();
    const before = hashState(state);
    const { state: next } = playTurn(game, state, { garrison: [], besieger: [] });
    expect(hashState(state)).toBe(before);
    expect(next.ground).toBe(state.ground);
    expect(() => { next.turn = 99; }).toThrow();
  });

  it('is not played once the siege is over', () => {
    const { game, state } = aGame();
    state.verdict = { winner: 'draw', turn: 0, cause: 'time-over' };
    expect(() => playTurnInPlace(game, state, { garrison: [], besieger: [] })).toThrow('the siege is over');
  });
});

describe('the luck of a turn', () => {
  /** A turn full of fighting in the small siege; every roll by the name of its stream. */
  function rollsOf(change: Partial<Scenario> = {}, wrap: (draws: Draws) => Draws = (draws) => draws): { rolls: Record<string, number[]>; hash: string } {
    const { game, state } = aGame(aSiege(change));
    const rolls: Record<string, number[]> = {};
    const own = wrap(drawsOf('luck', 0));
    const draws: Draws = (rule, key) => ({
      below(n) {
        const roll = own(rule, key).below(n);
        (rolls[`${rule}|${key}`] ??= []).push(roll);
        return roll;
      },
    });
    playTurnInPlace(game, state, FIGHT, { draws });
    return { rolls, hash: hashState(state) };
  }

  it('is not moved by a new draw in another rule', () => {
    const plain = rollsOf();
    const drawnOnMore = rollsOf({}, (draws) => (rule, key) => {
      draws('a-new-rule', key).below(1000);
      return draws(rule, key);
    });
    expect(Object.keys(plain.rolls).length).toBeGreaterThan(10);
    expect(drawnOnMore).toEqual(plain);
  });

  it('of a battery is not moved by another battery that joins', () => {
    const mute = aSiege().batteries.filter(({ id }) => id === 'mortars').map((battery) => ({ ...battery, id: 'late', tubes: 0, gunners: 0 }));
    const alone = rollsOf();
    const joined = rollsOf({ batteries: [...mute, ...aSiege().batteries] });
    expect(Object.keys(alone.rolls)).toContain('observation|cave');
    expect(joined.rolls).toEqual(alone.rolls);
  });

  it('is another with another seed, and the same with the same', () => {
    const play = (seed: string): string => {
      const { game, state } = newGame(aSiege(), seed);
      playTurnInPlace(game, state, FIGHT);
      return hashState(state);
    };
    expect(play('1')).toBe(play('1'));
    expect(play('1')).not.toBe(play('2'));
  });
});

describe('the sequence of play', () => {
  it('runs each rule at its time, and leaves one out when asked to', () => {
    const { game, state } = aGame();
    const types = (without?: RuleName): string[] => {
      const events = playTurnInPlace(game, copyOf(state), FIGHT, without === undefined ? {} : { without });
      return [...new Set(events.map(({ type }) => type))];
    };
    expect(types()).toContain('assault-began');
    expect(types('assault')).not.toContain('assault-began');
    expect(types('supply')).not.toContain('shells-carried');
    expect(SEQUENCE_OF_PLAY.map(({ when }) => when)).toEqual([...SEQUENCE_OF_PLAY.map(({ when }) => when)].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)));
  });

  it('dates every event by its turn and hour, in order', () => {
    const { game, state } = aGame();
    const events = playTurnInPlace(game, state, FIGHT);
    const clocks = events.map(({ turn, pulse }) => turn * PULSES + pulse);
    expect(clocks).toEqual([...clocks].sort((a, b) => a - b));
    expect(events.every(({ turn, pulse }) => turn === 0 && pulse >= 0 && pulse < PULSES)).toBe(true);
  });

  it('counts what is lost in the state as in the events, to the last man', () => {
    const { game, state } = aGame();
    const before = state.units.reduce((sum, { men }) => sum + men, 0);
    const events = playTurnInPlace(game, state, FIGHT);
    const lost = events.reduce((sum, event) => {
      if (event.type === 'men-lost') return sum + event.killed + event.wounded;
      return event.type === 'men-captured' || event.type === 'men-deserted' ? sum + event.men : sum;
    }, 0);
    expect(lost).toBeGreaterThan(0);
    expect(before - state.units.reduce((sum, { men }) => sum + men, 0)).toBe(lost);
  });
});
