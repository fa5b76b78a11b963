import { describe, expect, it } from 'vitest';
import type { SupplyLineFacts } from '../../../src/engine/facts-siege.ts';
import type { Scenario } from '../../../src/engine/index.ts';
import { pulsesToMove } from '../../../src/engine/gun-moves.ts';
import { roads } from '../../../src/engine/rules/roads.ts';
import { clockOf } from '../../../src/engine/turn-context.ts';
import { aGame, aSiege, aTurn } from '../../helpers/a-siege.ts';

const LINE: SupplyLineFacts = {
  id: 'line', dump: 'outside', porters: 1000, rounds: { t105: 200, m120: 101 }, foodKilos: 40_000,
  recruits: [[0, 200]], pool: 0, recruitQuality: 760,
};

/** A siege with a supply line, at the turn of that number; even numbers are nights. */
function supplied(turn = 0, change: Partial<Scenario> = {}, line: Partial<SupplyLineFacts> = {}): ReturnType<typeof aGame> {
  const siege = aGame(aSiege({ supplyLine: { ...LINE, ...line }, ...change }));
  siege.state.turn = turn;
  return siege;
}

/** What the carriers brought in one turn. */
function brought({ game, state }: ReturnType<typeof aGame>): { t105: number; food: number } {
  const { turn, told } = aTurn(game, state);
  roads(state, turn);
  const came = told.find((fact) => fact.type === 'carriers-came');
  return { t105: came?.rounds.find(({ weapon }) => weapon === 't105')?.rounds ?? 0, food: came?.foodKilos ?? 0 };
}

describe('carriers', () => {
  it('bring half a day’s rounds and food to the dump, and the ledger has them', () => {
    const { game, state } = supplied(1);
    const column = game.board.weaponRow['t105'] ?? -1;
    const before = { rounds: state.dumps[1]?.rounds[column] ?? 0, food: state.dumps[1]?.goods[0] ?? 0 };
    const { turn, told } = aTurn(game, state);
    roads(state, turn);
    expect(state.dumps[1]?.rounds[column]).toBe(before.rounds + 100);
    expect(state.dumps[1]?.goods[0]).toBe(before.food + 20_000);
    expect(state.ledger.besieger.broughtRounds[column]).toBe(100);
    expect(told).toEqual([{
      type: 'carriers-came', dump: 'outside', rounds: [{ weapon: 'm120', rounds: 50 }, { weapon: 't105', rounds: 100 }], foodKilos: 20_000, road: 1000,
    }]);
  });

  it('keep the half round for the next turn', () => {
    const siege = supplied(1);
    brought(siege);
    brought(siege);
    expect(siege.state.ledger.besieger.broughtRounds[siege.game.board.weaponRow['m120'] ?? -1]).toBe(101);
  });

  it('bring more shells and less food when they are so ordered, until ordered otherwise', () => {
    const siege = supplied(1);
    const { turn } = aTurn(siege.game, siege.state, { orders: { besieger: [{ kind: 'porters', food: 250 }] } });
    roads(siege.state, turn);
    expect(siege.state.rear.foodShare).toBe(250);
    expect(brought(siege)).toEqual({ t105: 150, food: 10_000 });
  });

  it('bring less in rain, less again in deep mud, and by their numbers', () => {
    const { wet } = aGame().game.scenario.rules.roads;
    const rain = supplied(1);
    rain.state.sky.valley = 'rain';
    const mud = supplied(1);
    mud.state.sky.mud = 1000;
    const few = supplied(1);
    few.state.rear.porters = 500;
    expect([brought(rain).t105, brought(mud).t105, brought(few).t105]).toEqual([wet / 10, 60, 50]);
  });

  it('bring less on a broken road, which is mended turn by turn', () => {
    const siege = supplied(1);
    siege.state.rear.road = 500;
    const { mend } = siege.game.scenario.rules.roads;
    expect(brought(siege).t105).toBe(Math.floor((500 + (500 * mend) / 1000) / 10));
    for (let turn = 0; turn < 40; turn += 1) brought(siege);
    expect(siege.state.rear.road).toBe(1000);
  });

  it('stay away where the scenario has no supply line', () => {
    const { game, state } = aGame();
    const { turn, told } = aTurn(game, state);
    roads(state, turn);
    expect(told).toEqual([]);
  });
});

describe('arrivals', () => {
  it('march in at their place when their turn has come, and not before', () => {
    const units = aSiege().units.map((unit) => (unit.id === 'red-2' ? { ...unit, arrivesTurn: 3 } : unit));
    const { game, state, at } = supplied(2, { units });
    roads(state, aTurn(game, state).turn);
    expect(at.unit('red-2')).toMatchObject({ men: 0, away: 570, duty: 'away' });
    state.turn = 3;
    const before = state.ledger.besieger.arrived;
    const { turn, of } = aTurn(game, state);
    roads(state, turn);
    expect(at.unit('red-2')).toMatchObject({ men: 570, away: 0, duty: 'waiting', post: null });
    expect(state.ledger.besieger.arrived).toBe(before + 570);
    expect(of('unit-arrived')).toEqual([{ type: 'unit-arrived', side: 'besieger', unit: 'red-2', men: 570 }]);
  });

  it('leave those who jump to their aircraft', () => {
    const units = aSiege().units.map((unit) => (unit.id === 'reserve' ? { ...unit, arrivesTurn: 1, jumps: true } : unit));
    const { game, state, at } = supplied(1, { units });
    roads(state, aTurn(game, state).turn);
    expect(at.unit('reserve')).toMatchObject({ men: 0, away: 130 });
  });

  it('bring a relief of the garrison by road, on its way to the command post', () => {
    const units = aSiege().units.map((unit) => (unit.id === 'reserve' ? { ...unit, arrivesTurn: 1, post: null, place: { east: 200, north: 173 } } : unit));
    const { game, state, at } = supplied(1, { units });
    roads(state, aTurn(game, state).turn);
    expect(at.unit('reserve')).toMatchObject({ men: 130, duty: 'marching', march: { purpose: 'withdraw', post: 'camp' } });
  });

  it('bring no relief to a camp that has fallen', () => {
    const units = aSiege().units.map((unit) => (unit.id === 'reserve' ? { ...unit, arrivesTurn: 1, post: null, place: { east: 200, north: 173 } } : unit));
    const { game, state, at } = supplied(1, { units });
    for (const camp of state.camps) camp.stands = false;
    roads(state, aTurn(game, state).turn);
    expect(at.unit('reserve')).toMatchObject({ men: 0, away: 130 });
  });

  it('bring guns with their crews', () => {
    const batteries = aSiege().batteries.map((battery) => (battery.id === 'mortars' ? { ...battery, arrivesTurn: 2 } : battery));
    const { game, state, at } = supplied(2, { batteries });
    expect(at.battery('mortars')).toMatchObject({ tubes: 0, gunners: 0 });
    const { turn, of } = aTurn(game, state);
    roads(state, turn);
    expect(at.battery('mortars')).toMatchObject({ tubes: 4, gunners: 40 });
    expect(of('battery-arrived')).toEqual([{ type: 'battery-arrived', side: 'besieger', battery: 'mortars', tubes: 4 }]);
    expect(state.ledger.besieger.arrived).toBe(40 + 200);
  });
});

describe('the hospital behind the front', () => {
  it('sends half of those who leave it back, and books every other man', () => {
    const { game, state } = supplied(0, {}, { recruits: [[0, 0]] });
    state.rear.hospital = 1000;
    const { turn, of } = aTurn(game, state);
    roads(state, turn);
    expect(of('hospital-emptied')).toEqual([{ type: 'hospital-emptied', returned: 35, died: 5, sentHome: 30, hospital: 930, pool: 35 }]);
    expect(state.rear).toMatchObject({ hospital: 930, pool: 35 });
    expect(state.ledger.besieger).toMatchObject({ killed: 5, evacuated: 30 });
    expect(state.ledger.besieger.byCause.wounds).toBe(5);
  });

  it('empties to the last man in time, a few at a time', () => {
    const { game, state } = supplied(0, {}, { recruits: [[0, 0]] });
    state.rear.hospital = 3;
    for (let night = 0; night < 60; night += 1) roads(state, aTurn(game, state).turn);
    const { killed, evacuated } = state.ledger.besieger;
    expect(state.rear.hospital + state.rear.pool + killed + evacuated).toBe(3);
    expect(state.rear.hospital).toBe(0);
  });

  it('is joined by a day’s recruits every night, and by none by day', () => {
    const night = supplied(0);
    roads(night.state, aTurn(night.game, night.state).turn);
    const day = supplied(1);
    roads(day.state, aTurn(day.game, day.state).turn);
    expect([night.state.rear.pool, night.state.ledger.besieger.arrived, day.state.rear.pool]).toEqual([200, 200, 0]);
  });
});

describe('ranks', () => {
  const line = { recruits: [[0, 0]] as const, pool: 1000 };

  it('are filled by night, the weakest battalion of a regiment first, no more than a regiment can take in', () => {
    const { game, state, at } = supplied(0, {}, line);
    const { fillNight } = game.scenario.rules.roads;
    at.unit('red-1').men = 400;
    at.unit('red-2').men = 300;
    const { turn, of } = aTurn(game, state);
    roads(state, turn);
    expect(of('ranks-filled')).toEqual([{ type: 'ranks-filled', unit: 'red-2', men: fillNight }]);
    expect([at.unit('red-1').men, at.unit('red-2').men, state.rear.pool]).toEqual([400, 300 + fillNight, 1000 - fillNight]);
  });

  it('are not filled to the last man, and what one battalion does not need the next one gets', () => {
    const { game, state, at } = supplied(0, {}, line);
    const { fillNight, fillTo } = game.scenario.rules.roads;
    const most = Math.floor((570 * fillTo) / 1000);
    at.unit('red-1').men = most - 25;
    at.unit('red-2').men = most - 30;
    roads(state, aTurn(game, state).turn);
    expect([at.unit('red-1').men, at.unit('red-2').men]).toEqual([most, most]);
    expect(state.rear.pool).toBe(945);
    expect(fillNight).toBeGreaterThan(55);
  });

  it('wait until enough men are wanting', () => {
    const { game, state, at } = supplied(0, {}, line);
    const { fillTo, fillLeast } = game.scenario.rules.roads;
    at.unit('red-2').men = Math.floor((570 * fillTo) / 1000) - fillLeast + 1;
    const { turn, of } = aTurn(game, state);
    roads(state, turn);
    expect(of('ranks-filled')).toEqual([]);
  });

  it('are not filled by day, nor in a regiment that storms tonight', () => {
    const thin = (turn: number): ReturnType<typeof aGame> => {
      const siege = supplied(turn, {}, line);
      siege.at.unit('red-2').men = 300;
      return siege;
    };
    const day = thin(1);
    roads(day.state, aTurn(day.game, day.state).turn);
    const ordered = thin(0);
    const order = { kind: 'assault', post: 'north', lead: ['red-1'], echelon: [], from: 4, echelonAfter: 2 } as const;
    roads(ordered.state, aTurn(ordered.game, ordered.state, { orders: { besieger: [order] } }).turn);
    const storming = thin(0);
    storming.at.unit('red-1').duty = 'storming';
    roads(storming.state, aTurn(storming.game, storming.state).turn);
    expect([day, ordered, storming].map(({ at }) => at.unit('red-2').men)).toEqual([300, 300, 300]);
  });

  it('lose quality with every recruit, down to a floor', () => {
    const { game, state, at } = supplied(0, {}, line);
    const { fillNight, qualityFloor } = game.scenario.rules.roads;
    at.unit('red-2').men = 300;
    roads(state, aTurn(game, state).turn);
    expect(at.unit('red-2').quality).toBe(Math.floor((1000 * 300 + 760 * fillNight) / (300 + fillNight)));
    const raw = supplied(0, {}, { ...line, recruitQuality: 100 });
    raw.at.unit('red-2').men = 1;
    roads(raw.state, aTurn(raw.game, raw.state).turn);
    expect(raw.at.unit('red-2').quality).toBe(qualityFloor);
  });

  it('are filled out of the pool and out of nowhere else', () => {
    const { game, state } = supplied(0, {}, { recruits: [[0, 0]], pool: 25 });
    for (const unit of state.units) if (unit.id.startsWith('red')) unit.men = 100;
    const men = (): number => state.units.reduce((sum, unit) => sum + unit.men, 0) + state.rear.pool;
    const before = men();
    roads(state, aTurn(game, state).turn);
    expect([men(), state.rear.pool]).toEqual([before, 0]);
  });
});

describe('guns that are moved', () => {
  const to = 5 * 14 + 10;

  it('leave their place at once, stand in a pit, and are silent until they have come', () => {
    const { game, state, at } = supplied(0);
    const from = at.battery('cave').hex;
    const { turn, told } = aTurn(game, state, { orders: { besieger: [{ kind: 'move-guns', battery: 'cave', to }] } });
    roads(state, turn);
    const pulses = pulsesToMove(game.board, game.scenario.rules, from, to, 0);
    expect(at.battery('cave')).toMatchObject({ hex: to, cover: 'pit', movingUntil: pulses });
    expect(pulses).toBeGreaterThan(game.scenario.rules.roads.limber);
    expect(told).toContainEqual({ type: 'guns-moved', side: 'besieger', battery: 'cave', from, to });
  });

  it('set out late when the order came late', () => {
    const { game, state, at } = supplied(0);
    const given = aTurn(game, state, { orders: { besieger: [{ kind: 'move-guns', battery: 'cave', to }] } });
    for (const one of given.turn.given) one.from = 4;
    const pulses = pulsesToMove(game.board, game.scenario.rules, at.battery('cave').hex, to, 0);
    roads(state, given.turn);
    expect(at.battery('cave').movingUntil).toBe(4 + pulses);
  });

  it('have a roof again some turns after they came', () => {
    const { game, state, at } = supplied(0);
    const { coverTurns } = game.scenario.rules.roads;
    roads(state, aTurn(game, state, { orders: { besieger: [{ kind: 'move-guns', battery: 'cave', to }] } }).turn);
    const until = at.battery('cave').movingUntil;
    while (clockOf(aTurn(game, state).turn) < until + coverTurns * 12) {
      expect(at.battery('cave').cover).toBe('pit');
      state.turn += 1;
      roads(state, aTurn(game, state).turn);
    }
    expect(at.battery('cave').cover).toBe('casemate');
  });

  it('go slower in mud', () => {
    const { game } = supplied(0);
    const { board, scenario } = game;
    expect(pulsesToMove(board, scenario.rules, 0, to, 1000)).toBeGreaterThan(pulsesToMove(board, scenario.rules, 0, to, 0));
  });

  it('do not go where the garrison walks', () => {
    const { game, state, at } = supplied(0);
    state.ring.ground[to] = 1;
    const { turn, told } = aTurn(game, state, { orders: { besieger: [{ kind: 'move-guns', battery: 'cave', to }] } });
    const from = at.battery('cave').hex;
    roads(state, turn);
    expect(at.battery('cave').hex).toBe(from);
    expect(told).toContainEqual({ type: 'order-void', side: 'besieger', order: 0, kind: 'move-guns' });
  });
});
