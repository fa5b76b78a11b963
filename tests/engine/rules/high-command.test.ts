import { describe, expect, it } from 'vitest';
import { highCommand } from '../../../src/engine/rules/high-command.ts';
import type { Order, Scenario } from '../../../src/engine/index.ts';
import { aGame, aSiege, aTurn, highDraws, lowDraws, scriptedDraws } from '../../helpers/a-siege.ts';

/** Two companies of a battalion that waits at the bases, free from turn 2. */
function withBattalion(): Scenario {
  const siege = aSiege();
  const company = (id: string): Scenario['units'][number] => ({
    id, side: 'garrison', name: id, kind: 'company', arm: 'parachute', formation: 'jumpers', men: 120, quality: 900, cohesion: 850,
    post: null, place: null, reserve: true, tanks: 0, arrivesTurn: 2, jumps: true,
  });
  return {
    ...siege, units: [...siege.units, company('jump-1'), company('jump-2')],
    formations: [...siege.formations, { id: 'jumpers', side: 'garrison', name: 'Jumpers', kind: 'battalion', parent: 'staff', post: null, place: null, will: 0 }],
  };
}

const ASK: readonly Order[] = [{ kind: 'ask', unit: 'jump-1' }, { kind: 'ask', unit: 'jump-2' }];

describe('a battalion asked for', () => {
  it('is refused before it is free to come', () => {
    const { game, state } = aGame(withBattalion());
    const { turn, of } = aTurn(game, state, { orders: { garrison: ASK }, draws: lowDraws });
    highCommand(state, turn);
    expect(of('battalion-refused')).toEqual([{ type: 'battalion-refused', unit: 'jump-1' }, { type: 'battalion-refused', unit: 'jump-2' }]);
    expect(state.air).toMatchObject({ asked: [], granted: [] });
  });

  it('is granted whole when those above are moved', () => {
    const { game, state } = aGame(withBattalion());
    state.turn = 2;
    const { turn, of } = aTurn(game, state, { orders: { garrison: ASK }, draws: lowDraws });
    highCommand(state, turn);
    expect(of('battalion-granted')).toEqual([{ type: 'battalion-granted', unit: 'jump-1' }, { type: 'battalion-granted', unit: 'jump-2' }]);
    expect(state.air).toMatchObject({ asked: [], granted: ['jump-1', 'jump-2'], grantedTurn: 2 });
  });

  it('stays on the list until then', () => {
    const { game, state } = aGame(withBattalion());
    state.turn = 2;
    highCommand(state, aTurn(game, state, { orders: { garrison: ASK }, draws: highDraws }).turn);
    expect(state.air.asked).toEqual(['jump-1', 'jump-2']);
    state.turn = 3;
    highCommand(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(state.air.granted).toEqual(['jump-1', 'jump-2']);
  });

  it('comes the likelier the fewer men are left, and the longer ago the last was', () => {
    /** Highest roll of a thousand at which it is still granted. */
    const chance = (men: number, grantedTurn: number): number => {
      for (let roll = 999; roll >= 0; roll -= 1) {
        const { game, state, at } = aGame(withBattalion());
        state.turn = 4;
        state.air.grantedTurn = grantedTurn;
        for (const unit of ['first-1', 'first-2', 'reserve']) at.unit(unit).men = men;
        highCommand(state, aTurn(game, state, { orders: { garrison: ASK }, draws: scriptedDraws({ 'high-command|grant': [roll] }) }).turn);
        if (state.air.granted.length > 0) return roll + 1;
      }
      return 0;
    };
    expect(chance(60, -1)).toBeGreaterThan(chance(130, -1));
    expect(chance(60, -1)).toBeGreaterThan(chance(60, 2));
  });
});

describe('leave', () => {
  /** A camp of few men whose posts are lost, and whose gauge of collapse has said so. */
  function broken(men: number): ReturnType<typeof aGame> {
    const siege = aGame();
    for (const unit of ['first-1', 'first-2', 'reserve']) siege.at.unit(unit).men = men;
    for (const post of ['north', 'south']) Object.assign(siege.at.post(post), { holder: 'besieger', heldSince: 0 });
    siege.at.camp('main').collapseCauses = [{ cause: 'few-men', points: 100 }];
    return siege;
  }

  it('is not given to a camp that stands well', () => {
    const { game, state, at } = aGame();
    highCommand(state, aTurn(game, state, { draws: scriptedDraws({}) }).turn);
    expect(at.camp('main').leave).toBe('hold');
  });

  it('to break out comes when the camp is beyond relief, if those above see it', () => {
    const { game, state, at } = broken(20);
    at.battery('pit').gunners = 90;
    highCommand(state, aTurn(game, state, { draws: highDraws }).turn);
    expect(at.camp('main').leave).toBe('hold');
    const { turn, of } = aTurn(game, state, { draws: lowDraws });
    highCommand(state, turn);
    expect(at.camp('main').leave).not.toBe('hold');
    expect(of('leave-given')).toMatchObject([{ camp: 'main', leave: at.camp('main').leave }]);
  });

  it('widens with the strain and is never taken back', () => {
    const { game, state, at } = broken(5);
    at.battery('pit').gunners = 30;
    highCommand(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(at.camp('main').leave).toBe('cease-fire');
    for (const unit of ['first-1', 'first-2', 'reserve']) at.unit(unit).men = 130;
    highCommand(state, aTurn(game, state, { draws: lowDraws }).turn);
    expect(at.camp('main').leave).toBe('cease-fire');
  });
});
