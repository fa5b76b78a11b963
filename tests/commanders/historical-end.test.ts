import { beforeAll, describe, expect, it } from 'vitest';
import { HISTORICAL } from '../../src/commanders/doctrine.ts';
import { PULSES } from '../../src/engine/index.ts';
import type { CampState } from '../../src/engine/index.ts';
import { plannerFor } from '../helpers/plans.ts';
import type { Planner } from '../helpers/plans.ts';
import { shipped } from '../helpers/sieges.ts';

const DAY = 100;
const NIGHT = 101;

let camp: Planner['garrison'];
beforeAll(async () => {
  camp = plannerFor((await shipped('dien-bien-phu')).scenario).garrison;
});

describe('the end of a camp', () => {
  const ended = (turn: number, id: string, change: Partial<CampState>): string[] => camp(turn, ({ at }) => {
    Object.assign(at.camp(id), change);
  }).plan.orders.flatMap((order) => (order.kind === 'surrender' || order.kind === 'break-out' ? [`${order.kind} ${order.camp}`] : []));

  it('is a cease-fire where those above allow it and nothing is left to hold with', () => {
    const collapse = HISTORICAL.ceaseFireAt;
    expect(ended(DAY, 'main', { leave: 'cease-fire', collapse })).toEqual(['surrender main']);
    expect(ended(DAY, 'main', { leave: 'cease-fire', collapse: collapse - 1 })).toEqual([]);
    expect(ended(DAY, 'main', { leave: 'hold', collapse: 1000 })).toEqual([]);
  });

  it('is a march out by night for the smaller one, once it has leave', () => {
    expect(ended(NIGHT, 'isabelle', { leave: 'break-out' })).toEqual(['break-out isabelle']);
    expect(ended(DAY, 'isabelle', { leave: 'break-out' })).toEqual([]);
    expect(ended(NIGHT, 'isabelle', { leave: 'hold' })).toEqual([]);
    expect(ended(NIGHT, 'main', { leave: 'break-out' })).toEqual([]);
  });

  it('is over once it has come', () => {
    expect(ended(DAY, 'main', { leave: 'cease-fire', collapse: 1000, stands: false })).toEqual([]);
  });
});

describe('a headquarters that lost its commander', () => {
  const replaced = (headless: number, until: number): string[] => camp(DAY, ({ state, game, clock }) => {
    const own = state.formations.filter((_, row) => game.scenario.formations[row]?.side === 'garrison');
    for (const formation of own.slice(0, headless)) formation.headlessUntil = clock + until;
  }).of('replace').map(({ formation }) => formation);

  it('gets another officer, a few in a turn', () => {
    expect(replaced(1, PULSES + 1)).toHaveLength(1);
    expect(replaced(5, PULSES + 1)).toHaveLength(HISTORICAL.replacements);
    expect(replaced(0, 0)).toEqual([]);
  });

  it('is left to mend where that takes a turn or less', () => {
    expect(replaced(1, PULSES)).toEqual([]);
  });
});

describe('the ration', () => {
  const ration = (kilos: number) => camp(DAY, ({ at }) => { at.dump('centre').goods[0] = kilos; }).of('ration').filter((order) => order.camp === 'main').map(({ permille }) => permille);

  it('is cut before the store is empty', () => {
    expect(ration(0)).toEqual([HISTORICAL.shortRation]);
    expect(ration(5_000_000)).toEqual([]);
  });

  it('is full again when the store is', () => {
    expect(camp(DAY, ({ at }) => {
      at.dump('centre').goods[0] = 5_000_000;
      at.camp('main').ration = HISTORICAL.shortRation;
    }).of('ration')).toContainEqual({ kind: 'ration', camp: 'main', permille: 1000 });
  });
});
