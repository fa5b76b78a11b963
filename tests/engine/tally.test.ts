import { describe, expect, it } from 'vitest';
import { playTurnInPlace, sampleOrders, streamOf, talliesOf, viewFor } from '../../src/engine/index.ts';
import type { SideId, SiegeEvent } from '../../src/engine/index.ts';
import { aGame } from '../helpers/a-siege.ts';

const began = (post: string, turn: number, pulse: number, side: SideId = 'besieger'): SiegeEvent => ({ type: 'assault-began', side, post, lead: [], men: 570, jumpOffMetres: 100, turn, pulse });
const changed = (post: string, to: 'garrison' | 'besieger' | 'contested', turn: number, pulse: number): SiegeEvent => ({ type: 'holder-changed', post, from: 'contested', to, cause: 'stormed', turn, pulse });

/** A siege in which the posts that count are lost. */
function lost(...posts: string[]): ReturnType<typeof aGame> {
  const siege = aGame();
  for (const id of posts) siege.at.post(id).holder = 'besieger';
  return siege;
}

describe('the hours to the fall', () => {
  it('run from the first assault on a post that counts to the hour in which the last of them is lost, both counted', () => {
    const { game, state } = lost('north', 'south');
    const events = [began('camp', 0, 0), began('north', 0, 2), changed('north', 'besieger', 0, 5), began('south', 0, 9), changed('south', 'besieger', 1, 1)];
    expect(talliesOf(game, state, events).hoursToFall).toBe(12);
  });

  it('are none while one of them is held, and none where nobody stormed', () => {
    const held = lost('north');
    expect(talliesOf(held.game, held.state, [began('north', 0, 2), changed('north', 'besieger', 0, 5)]).hoursToFall).toBeNull();
    const given = lost('north', 'south');
    expect(talliesOf(given.game, given.state, [changed('north', 'besieger', 0, 5), changed('south', 'besieger', 0, 5)]).hoursToFall).toBeNull();
  });

  it('are counted anew to the last loss of a post that was retaken', () => {
    const { game, state } = lost('north', 'south');
    const events = [began('north', 0, 0), changed('north', 'besieger', 0, 1), changed('south', 'besieger', 0, 2), began('north', 0, 3, 'garrison'), changed('north', 'garrison', 0, 4), changed('north', 'besieger', 0, 8)];
    expect(talliesOf(game, state, events).hoursToFall).toBe(9);
  });
});

describe('the days of a siege', () => {
  it('change at midnight: a post lost after it is lost a day later', () => {
    const { game, state } = lost('north', 'south');
    const tallies = talliesOf(game, state, [changed('north', 'besieger', 0, 5), changed('south', 'besieger', 0, 6)]);
    expect(tallies.posts.map(({ id, lostDay }) => [id, lostDay])).toEqual([['camp', null], ['north', 0], ['south', 1]]);
  });

  it('say when the camp fell by its command post, and keep every spell of a post', () => {
    const { game, state } = lost('camp');
    const tallies = talliesOf(game, state, [changed('camp', 'contested', 0, 3), changed('camp', 'besieger', 1, 0), changed('camp', 'garrison', 1, 4), changed('camp', 'besieger', 2, 11)]);
    expect(tallies.fallDay).toBe(2);
    expect(tallies.posts[0]?.spells.map(({ turn, pulse, holder }) => [turn, pulse, holder])).toEqual([
      [0, 0, 'garrison'], [0, 3, 'contested'], [1, 0, 'besieger'], [1, 4, 'garrison'], [2, 11, 'besieger'],
    ]);
    expect(talliesOf(game, state, [changed('camp', 'besieger', 0, 3), changed('camp', 'garrison', 0, 4)]).fallDay).toBeNull();
  });
});

describe('the tallies', () => {
  it('count fit men of all arms, wounded who wait, and guns by weapon', () => {
    const { game, state, at } = aGame();
    at.unit('first-1').wounded = 12;
    Object.assign(at.battery('pit'), { tubes: 3, damaged: 1, wounded: 5 });
    const tallies = talliesOf(game, state, []);
    expect(tallies.garrisonFit).toBe(150 + 150 + 130 + 100);
    expect(tallies.besiegerFit).toBe(570 + 570 + 60 + 40);
    expect(tallies.woundedWaiting).toBe(17);
    expect(tallies.garrisonGuns).toEqual({ t105: 3 });
    expect(tallies.besiegerGuns).toEqual({ m120: 4, t105: 4 });
  });

  it('account for every man and every shell of a siege played with random orders', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const { game, state } = aGame();
      const events: SiegeEvent[] = [];
      while (state.verdict === null) {
        const of = (side: SideId) => sampleOrders(viewFor(game, state, side), streamOf(`${seed}|${side}|${String(state.turn)}`)).filter(({ kind }) => kind !== 'surrender');
        events.push(...playTurnInPlace(game, state, { garrison: of('garrison'), besieger: of('besieger') }));
      }
      const tallies = talliesOf(game, state, events);
      const { garrison, besieger } = state.ledger;
      const inside = state.camps.reduce((sum, { sick, deserters }) => sum + sick + deserters, 0);
      expect(tallies.garrisonFit + tallies.woundedWaiting + inside + garrison.killed + garrison.captured + garrison.goneOver + garrison.escaped).toBe(530);
      const waiting = [...state.units, ...state.batteries].filter(({ id }) => ['red-1', 'red-2', 'cave', 'mortars'].includes(id)).reduce((sum, { wounded }) => sum + wounded, 0);
      expect(tallies.besiegerFit + waiting + state.rear.hospital + state.rear.pool + besieger.killed + besieger.captured + besieger.evacuated).toBe(1240);
      const left = [...state.dumps.flatMap(({ rounds }) => rounds), ...state.batteries.map(({ ready }) => ready)].reduce((sum, rounds) => sum + rounds, 0);
      const spent = [garrison, besieger].flatMap(({ fired, lostRounds }) => [...fired, ...lostRounds]).reduce((sum, rounds) => sum + rounds, 0);
      expect(left + spent).toBe(4000 + 2000 + 1000);
      const fired = events.reduce((sum, event) => sum + (event.type === 'battery-fired' ? event.rounds : 0), 0);
      expect(Object.values(tallies.rounds.garrison).concat(Object.values(tallies.rounds.besieger)).reduce((sum, rounds) => sum + rounds, 0)).toBe(fired);
    }
  });
});
