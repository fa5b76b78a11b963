import { describe, expect, it } from 'vitest';
import { OFF_MAP } from '../../../src/engine/board.ts';
import { march } from '../../../src/engine/rules/march.ts';
import type { Order } from '../../../src/engine/index.ts';
import { aGame, aSiege, aTurn, highDraws, lowDraws } from '../../helpers/a-siege.ts';

const RELIEF: Order = { kind: 'reinforce', unit: 'reserve', post: 'north' };

/** Marches until the unit stands still, at most twelve hours; says how many hours it took. */
function marchOn(siege: ReturnType<typeof aGame>, orders: readonly Order[]): { hours: number; told: ReturnType<typeof aTurn>['told'] } {
  const { turn, told } = aTurn(siege.game, siege.state, { orders: { garrison: orders }, draws: highDraws });
  for (turn.pulse = 0; turn.pulse < 12; turn.pulse += 1) {
    march(siege.state, turn);
    if (turn.pulse > 0 && siege.at.unit('reserve').march === null) break;
  }
  return { hours: turn.pulse, told };
}

describe('a company on its way to a post', () => {
  it('forms up, goes, arrives and stays', () => {
    const siege = aGame();
    const { told } = marchOn(siege, [RELIEF]);
    expect(siege.at.unit('reserve')).toMatchObject({ post: 'north', duty: 'holding', march: null });
    expect(told.map(({ type }) => type).filter((type) => type !== 'unit-moved')).toEqual(['march-began', 'march-ended']);
  });

  it('takes the bridge: with it gone, the ford costs hours', () => {
    const siege = aGame();
    const { hours } = marchOn(siege, [RELIEF]);
    const forded = aGame();
    const board = { ...forded.game.board, ways: { ...forded.game.board.ways, bridge: forded.game.board.ways.bridge.map(() => false) } };
    const slow = marchOn({ ...forded, game: { ...forded.game, board } }, [RELIEF]);
    expect(slow.hours).toBeGreaterThan(hours);
  });

  it('does not set out before its order has come through', () => {
    const { game, state, at } = aGame();
    const { turn } = aTurn(game, state, { orders: { garrison: [RELIEF] } });
    for (const given of turn.given) given.from = 3;
    march(state, turn);
    expect(at.unit('reserve').march).toBeNull();
    turn.pulse = 3;
    march(state, turn);
    expect(at.unit('reserve').duty).toBe('marching');
  });

  it('is stopped by shells on the post ahead, when the roll is against it', () => {
    const { game, state, at } = aGame();
    const { turn, of } = aTurn(game, state, { draws: lowDraws });
    at.unit('reserve').march = { purpose: 'reinforce', post: 'north', path: [7 * 14 + 7, 8 * 14 + 7], wait: 0, step: 0, odds: 0 };
    at.unit('reserve').hex = 6 * 14 + 7;
    at.post('north').shelled = game.board.weapons.map(() => 10);
    march(state, turn);
    expect(of('march-stopped')).toEqual([{ type: 'march-stopped', unit: 'reserve', cause: 'shelled' }]);
    expect(at.unit('reserve').hex).toBe(6 * 14 + 7);
  });
});

describe('the standing order to counter-attack', () => {
  const standing: Order = { kind: 'counter-attack', unit: 'reserve', post: 'north', after: 2, odds: 700 };

  it('waits while the post is not entered', () => {
    const siege = aGame();
    marchOn(siege, [standing]);
    expect(siege.at.unit('reserve')).toMatchObject({ post: 'camp', march: null });
  });

  it('sends the company so many hours after the post was taken', () => {
    const { game, state, at } = aGame();
    at.post('north').holder = 'besieger';
    at.post('north').heldSince = 0;
    const { turn, of } = aTurn(game, state, { orders: { garrison: [standing] } });
    for (turn.pulse = 0; turn.pulse < 2; turn.pulse += 1) march(state, turn);
    expect(of('march-began')).toEqual([]);
    march(state, turn);
    expect(of('march-began')).toMatchObject([{ unit: 'reserve', post: 'north', purpose: 'counter-attack' }]);
  });

  it('comes later from a shocked staff', () => {
    const { game, state, at } = aGame();
    at.post('north').holder = 'besieger';
    at.post('north').heldSince = -9;
    at.formation('staff').shockedUntil = 99;
    march(state, aTurn(game, state, { orders: { garrison: [standing] } }).turn);
    const { march: rules, command } = game.scenario.rules;
    expect(at.unit('reserve').march?.wait).toBe(rules.formUp + command.delayShocked - 1);
  });
});

describe('a post that is given up', () => {
  /** The order to leave the northern post, marched on for so many hours. */
  function leave(siege: ReturnType<typeof aGame>, hours: number): ReturnType<typeof aTurn> {
    const made = aTurn(siege.game, siege.state, { orders: { garrison: [{ kind: 'give-up', post: 'north' }] }, draws: highDraws });
    for (made.turn.pulse = 0; made.turn.pulse < hours; made.turn.pulse += 1) march(siege.state, made.turn);
    return made;
  }

  it('is empty when its last man has gone', () => {
    const siege = aGame();
    const { formUp } = siege.game.scenario.rules.march;
    leave(siege, formUp);
    expect(siege.at.post('north').holder).toBe('garrison');
    const again = aGame();
    const { of } = leave(again, formUp + 1);
    expect(of('holder-changed')).toEqual([{ type: 'holder-changed', post: 'north', from: 'garrison', to: 'empty', cause: 'given-up' }]);
  });

  it('is left contested where the besieger is inside already', () => {
    const siege = aGame();
    Object.assign(siege.at.post('north'), { holder: 'contested', lodgement: 300 });
    const { of } = leave(siege, 6);
    expect(of('holder-changed')).toEqual([]);
    expect(siege.at.post('north').holder).toBe('contested');
  });

  it('is manned again by a company that comes to it', () => {
    const siege = aGame();
    siege.at.post('north').holder = 'empty';
    siege.at.unit('reserve').march = { purpose: 'reinforce', post: 'north', path: [8 * 14 + 7], wait: 0, step: 900, odds: 0 };
    siege.at.unit('reserve').hex = 7 * 14 + 7;
    const { turn } = aTurn(siege.game, siege.state, { draws: highDraws });
    for (; turn.pulse < 2; turn.pulse += 1) march(siege.state, turn);
    expect(siege.at.post('north').holder).toBe('garrison');
    expect(siege.at.unit('reserve')).toMatchObject({ post: 'north', duty: 'holding' });
  });

  it('is left by its men, who go back to the command post', () => {
    const { game, state, at } = aGame();
    march(state, aTurn(game, state, { orders: { garrison: [{ kind: 'give-up', post: 'north' }] } }).turn);
    expect(at.unit('first-1').march).toMatchObject({ purpose: 'withdraw', post: 'camp' });
  });
});

describe('besiegers who were thrown out of a post', () => {
  it('wait at the far end of their trench, outside the post', () => {
    const { game, state, at } = aGame();
    const sap = state.approaches.find(({ id }) => id === 'sap');
    const start = sap?.path[0] ?? 0;
    Object.assign(at.unit('red-1'), {
      post: null, duty: 'marching', hex: sap?.path[1] ?? 0, march: { purpose: 'withdraw', post: 'north', path: [start], wait: 0, step: 900, odds: 0 },
    });
    const { turn } = aTurn(game, state, { draws: highDraws });
    for (; turn.pulse < 2; turn.pulse += 1) march(state, turn);
    expect(at.unit('red-1')).toMatchObject({ hex: start, post: null, duty: 'waiting', march: null });
  });
});

describe('the way of a company', () => {
  it('is slower by night than by day', () => {
    const hoursOn = (firstPhase: 'day' | 'night'): number => {
      const siege = aSiege({ calendar: { firstDay: '1954-03-13', firstPhase, turns: 6 } });
      const units = siege.units.map((unit) => (unit.id === 'reserve' ? { ...unit, post: null, place: { east: 100, north: 173 } } : unit));
      return marchOn(aGame({ ...siege, units, map: { ...siege.map, roads: [] } }), [RELIEF]).hours;
    };
    expect(hoursOn('night')).toBeGreaterThan(hoursOn('day'));
  });

  it('leads round a post that the besieger holds', () => {
    const { game, state, at } = aGame();
    const shut = 6 * 14 + 7;
    const posts = game.board.posts.map((post) => (post.facts.id === 'south' ? { ...post, hex: shut } : post));
    at.post('south').holder = 'besieger';
    const { turn } = aTurn({ ...game, board: { ...game.board, posts } }, state, { orders: { garrison: [RELIEF] } });
    march(state, turn);
    expect(at.unit('reserve').march?.path).not.toContain(shut);
    expect(at.unit('reserve').march?.path.at(-1)).toBe(8 * 14 + 7);
  });

  it('is barred where no hex is open, and that is told', () => {
    const { game, state, at } = aGame();
    const here = (game.board.posts[0]?.hex ?? 0) * 6;
    const beside = game.board.beside.map((to, side) => (side >= here && side < here + 6 ? OFF_MAP : to));
    const { turn, told } = aTurn({ ...game, board: { ...game.board, beside } }, state, { orders: { garrison: [RELIEF] } });
    march(state, turn);
    expect(told).toEqual([{ type: 'march-stopped', unit: 'reserve', cause: 'no-way' }]);
    expect(at.unit('reserve')).toMatchObject({ post: 'camp', march: null });
  });

  it('keeps it a defender of its post while it forms up', () => {
    const { game, state, at } = aGame();
    const { turn } = aTurn(game, state, { orders: { garrison: [RELIEF] }, draws: highDraws });
    for (; turn.pulse < game.scenario.rules.march.formUp; turn.pulse += 1) march(state, turn);
    expect(at.unit('reserve')).toMatchObject({ post: 'camp', duty: 'marching' });
    march(state, turn);
    expect(at.unit('reserve').post).not.toBe('camp');
  });

  it('is not begun by a company that has broken', () => {
    const { game, state, at } = aGame();
    at.unit('reserve').duty = 'broken';
    const { turn, told } = aTurn(game, state, { orders: { garrison: [RELIEF] } });
    march(state, turn);
    expect(told).toEqual([{ type: 'order-void', side: 'garrison', order: 0, kind: 'reinforce' }]);
    expect(at.unit('reserve').march).toBeNull();
  });
});
