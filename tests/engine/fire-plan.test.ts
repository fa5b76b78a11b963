import { describe, expect, it } from 'vitest';
import { layGuns } from '../../src/engine/fire-plan.ts';
import type { Order } from '../../src/engine/index.ts';
import { aGame, aSiege, aTurn } from '../helpers/a-siege.ts';

const shell = (post: string, rounds: number, weapon = 't105'): Order => ({ kind: 'bombard', target: { kind: 'post', id: post }, weapon, rounds, from: 0 });

/** Rounds by battery and target in one pulse. */
function laid(siege: ReturnType<typeof aGame>, besieger: readonly Order[], pulse = 0): string[] {
  const { turn } = aTurn(siege.game, siege.state, { orders: { besieger }, pulse });
  return layGuns(siege.state, turn).map(({ battery, rounds, aim }) => `${siege.state.batteries[battery]?.id ?? ''} ${String(rounds)} ${aim.id}`);
}

describe('the fire plan of an hour', () => {
  const rate = (siege: ReturnType<typeof aGame>): number => siege.game.scenario.rules.weapons['t105']?.rate ?? 0;

  it('lays the guns of the weapon that was ordered, no faster than they can fire', () => {
    const siege = aGame();
    const sheltered = Math.floor((4 * rate(siege) * siege.game.scenario.rules.artillery.casemateRate) / 1000);
    expect(laid(siege, [shell('north', 5000)])).toEqual([`cave ${String(sheltered)} north`]);
    expect(laid(siege, [shell('north', 5)])).toEqual(['cave 5 north']);
  });

  it('gives a battery one task at a time, and shares batteries among orders', () => {
    const twin = aSiege();
    const second = twin.batteries.filter(({ id }) => id === 'cave').map((battery) => ({ ...battery, id: 'cave-2' }));
    const siege = aGame({ ...twin, batteries: [...twin.batteries, ...second] });
    expect(laid(siege, [shell('north', 500), shell('south', 500)]).map((one) => one.split(' ')[2])).toEqual(['north', 'south']);
  });

  it('waits for the hour of an order', () => {
    const siege = aGame();
    const late: Order = { ...shell('north', 10), from: 5 } as Order;
    expect(laid(siege, [late], 4)).toEqual([]);
    expect(laid(siege, [late], 5)).toEqual(['cave 10 north']);
  });

  it('leaves out guns that do not reach, have no rounds or no crew', () => {
    const siege = aGame();
    siege.at.battery('mortars').gunners = 0;
    expect(laid(siege, [shell('north', 50, 'm120')])).toEqual([]);
    siege.at.battery('mortars').gunners = 40;
    siege.at.battery('mortars').ready = 3;
    expect(laid(siege, [shell('north', 50, 'm120')])).toEqual(['mortars 3 north']);
    const far = aSiege();
    const away = far.batteries.map((battery) => (battery.id === 'mortars' ? { ...battery, east: 9000 } : battery));
    expect(laid(aGame({ ...far, batteries: away }), [shell('north', 50, 'm120')])).toEqual([]);
  });

  it('slackens for a pinned battery', () => {
    const siege = aGame();
    const free = Number(laid(siege, [shell('north', 5000)])[0]?.split(' ')[1]);
    siege.at.battery('cave').pinnedUntil = 5;
    expect(Number(laid(siege, [shell('north', 5000)])[0]?.split(' ')[1])).toBeLessThan(free);
  });
});
