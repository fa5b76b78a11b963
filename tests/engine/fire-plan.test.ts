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

describe('protective fire', () => {
  const assault = { side: 'besieger', lead: ['red-1'], echelon: [], echelonAfter: 0, begun: 0, men: 570, lost: 0, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no' } as const;
  const protect = (post: string, rounds: number): Order => ({ kind: 'protect', post, rounds });

  /** Rounds of the garrison in one pulse, with posts being stormed. */
  function before(stormed: readonly string[], garrison: readonly Order[], arrange: (siege: ReturnType<typeof aGame>) => void = () => undefined, scenario = aSiege()): string[] {
    const siege = aGame(scenario);
    for (const post of stormed) siege.state.assaults.push({ ...assault, lead: [...assault.lead], echelon: [], joined: [], id: `${post}@0`, post });
    arrange(siege);
    const { turn } = aTurn(siege.game, siege.state, { orders: { garrison } });
    return layGuns(siege.state, turn).map(({ battery, rounds, aim }) => `${siege.state.batteries[battery]?.id ?? ''} ${String(rounds)} ${aim.kind} ${aim.id}`);
  }

  const { artillery, weapons } = aGame().game.scenario.rules;
  const full = 4 * (weapons['t105']?.rate ?? 0);

  it('goes before every other order, at the full rate for a post of the fire plan', () => {
    const trench: Order = { kind: 'bombard', target: { kind: 'approach', id: 'sap' }, weapon: 't105', rounds: 500, from: 0 };
    expect(before([], [trench, protect('north', 900)])).toEqual([`pit ${String(full)} approach sap`]);
    expect(before(['north'], [trench, protect('north', 900)])).toEqual([`pit ${String(full)} wire north`]);
  });

  it('is slower for a post that is not in the plan', () => {
    expect(before(['north'], [])).toEqual([`pit ${String(Math.floor((full * artillery.protectUnordered) / 1000))} wire north`]);
  });

  it('goes to the post of the plan where two are stormed, and lasts as long as its rounds', () => {
    expect(before(['north', 'south'], [protect('south', 900)])).toEqual([`pit ${String(full)} wire south`]);
    expect(before(['north'], [protect('north', 7)])).toEqual(['pit 7 wire north']);
  });

  it('is shared between two stormed posts by the batteries that reach them', () => {
    const siege = aSiege();
    const guns = siege.batteries.filter(({ id }) => id === 'pit').map((battery) => ({ ...battery, id: 'pit-2' }));
    const targets = before(['north', 'south'], [protect('north', 900), protect('south', 900)], undefined, { ...siege, batteries: [...siege.batteries, ...guns] });
    expect(targets.map((one) => one.split(' ').at(-1))).toEqual(['north', 'south']);
  });

  it('slackens while the staff of the guns is shocked', () => {
    const shocked = before(['north'], [protect('north', 900)], ({ at }) => { at.formation('guns').shockedUntil = 5; });
    expect(shocked).toEqual([`pit ${String(Math.floor((full * artillery.protectShocked) / 1000))} wire north`]);
  });

  it('leaves a share of the dump untouched', () => {
    const few = before(['north'], [protect('north', 900)], ({ state, at }) => {
      at.battery('pit').ready = 100;
      for (const dump of state.dumps) dump.rounds = dump.rounds.map(() => 0);
    });
    expect(few).toEqual([`pit ${String(Math.floor((100 * artillery.protectShare) / 1000))} wire north`]);
  });

  it('falls on nobody when the assault has ended', () => {
    expect(before(['north'], [protect('north', 900)], ({ state }) => { for (const one of state.assaults) one.ended = 'halted'; })).toEqual([]);
  });
});

describe('guns that fire at what they see', () => {
  const siege = aSiege();
  const flat = (east: number, north: number) => aGame({
    ...siege, batteries: siege.batteries.map((battery) => (battery.id === 'cave' ? { ...battery, weapon: 't75', east, north } : battery)),
    dumps: siege.dumps.map((dump) => (dump.id === 'outside' ? { ...dump, rounds: { ...dump.rounds, t75: 500 } } : dump)),
  });

  it('fire where no hill stands between, and only there', () => {
    expect(laid(flat(1900, 1903), [shell('south', 10, 't75')])).toEqual(['cave 10 south']);
    expect(laid(flat(1300, 1903), [shell('camp', 10, 't75')])).toEqual([]);
    expect(laid(flat(1300, 1903), [shell('camp', 10, 'm120')])).toEqual(['mortars 10 camp']);
  });
});
