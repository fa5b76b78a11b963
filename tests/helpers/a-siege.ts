/**
 * The smallest siege that shows a rule: three posts, a battalion and a reserve inside, a regiment outside, a gun or
 * two on either side, on flat ground with one hill, one river and one road. Figures are those of the standard rule set.
 */
import { readFileSync } from 'node:fs';
import { expect, onTestFinished } from 'vitest';
import { newGame } from '../../src/engine/index.ts';
import type { Draws, Game, GameState, OrdersBySide, Rules, Scenario, Stream } from '../../src/engine/index.ts';
import type { Fact, SiegeEvent } from '../../src/engine/events.ts';
import { isNight, nothingCounted, sortByKind } from '../../src/engine/turn-context.ts';
import type { Given, Turn } from '../../src/engine/turn-context.ts';
import { readScenarioText } from '../../src/scenario/parse.ts';

const COLS = 14;
const ROWS = 12;

let read: Rules | null = null;

/** Rules of the standard set, read once through the scenario that ships. */
export function standardRules(): Rules {
  return (read ??= readRules());
}

function readRules(): Rules {
  const files = (path: string): unknown => readFileSync(new URL(`../../scenarios/${path}`, import.meta.url), 'utf8');
  const night = readScenarioText('first-night.json', String(files('first-night.json')), (path) => files(path));
  if (!night.ok) throw new Error(JSON.stringify(night.problems[0]));
  return night.value.scenario.rules;
}

const words = (text: string): { vi: string; fr: string; en: string } => ({ vi: text, fr: text, en: text });

/** Height of a hex: a hill of 40 m under the northern post, else flat. */
function heights(): number[] {
  const flat = Array.from({ length: COLS * ROWS }, () => 0);
  flat[8 * COLS + 7] = 40;
  return flat;
}

/** The siege as it stands before anything is changed. */
export function aSiege(change: Partial<Scenario> = {}): Scenario {
  const siege: Scenario = {
    id: 'a-siege', title: words('A siege'), briefing: { garrison: words(''), besieger: words('') },
    sides: {
      garrison: { name: words('Inside'), short: words('in'), nation: 'blue' },
      besieger: { name: words('Outside'), short: words('out'), nation: 'red' },
    },
    calendar: { firstDay: '1954-03-13', firstPhase: 'night', turns: 6 },
    climate: { opening: 'clear', mud: 0, shiftDays: 0, valley: [[0, 80]], bases: [[0, 60]] },
    map: {
      id: 'flat', grid: { cols: COLS, rows: ROWS, stepMetres: 200, rowMetres: 173, eastOfFirst: 0, northOfFirst: 0 },
      heights: heights(), cover: Array.from({ length: COLS * ROWS }, () => 0),
      river: { name: words('River'), widthMetres: [15, 40], points: [[0, 692], [2700, 692]], streams: [], bridges: [{ id: 'bridge', name: words('Bridge'), east: 1400, north: 692 }] },
      roads: [{ id: 'road', kind: 'road', name: words('Road'), points: [[1400, 0], [1400, 1384]] }],
      strips: [], villages: [], names: [],
    },
    rules: standardRules(), theatre: [],
    posts: [
      { id: 'camp', names: { garrison: 'Camp', besieger: 'Camp' }, group: 'centre', camp: 'main', east: 1400, north: 173, lengthMetres: 200, widthMetres: 200, axisDegrees: 0, works: 600, wire: 800, coverCentimetres: 250, stands: true, cellar: 0 },
      { id: 'north', names: { garrison: 'North', besieger: 'N' }, group: 'outer', camp: 'main', east: 1400, north: 1384, lengthMetres: 200, widthMetres: 200, axisDegrees: 0, works: 300, wire: 700, coverCentimetres: 60, stands: true, cellar: 0 },
      { id: 'south', names: { garrison: 'South', besieger: 'S' }, group: 'outer', camp: 'main', east: 1900, north: 1038, lengthMetres: 200, widthMetres: 200, axisDegrees: 0, works: 300, wire: 700, coverCentimetres: 60, stands: true, cellar: 0 },
    ],
    camps: [{ id: 'main', name: words('Main'), commandPost: 'camp', strip: null, labourers: 0 }],
    aircraft: [], supplyLine: null, individuals: null, conference: null,
    formations: [
      { id: 'staff', side: 'garrison', name: 'Staff', kind: 'camp', parent: null, post: 'camp', place: null, will: 0 },
      { id: 'guns', side: 'garrison', name: 'Guns', kind: 'artillery', parent: 'staff', post: 'camp', place: null, will: 0 },
      { id: 'first', side: 'garrison', name: 'First', kind: 'battalion', parent: 'staff', post: 'north', place: null, will: 0 },
      { id: 'para', side: 'garrison', name: 'Para', kind: 'battalion', parent: 'staff', post: 'camp', place: null, will: 0 },
      { id: 'front', side: 'besieger', name: 'Front', kind: 'front', parent: null, post: null, place: { east: 1400, north: 1900 }, will: 0 },
      { id: 'red', side: 'besieger', name: 'Red', kind: 'regiment', parent: 'front', post: null, place: { east: 1400, north: 1900 }, will: 800 },
    ],
    units: [
      { id: 'first-1', side: 'garrison', name: '1', kind: 'company', arm: 'infantry', formation: 'first', men: 150, quality: 800, cohesion: 800, post: 'north', place: null, reserve: false, tanks: 0, arrivesTurn: 0, jumps: false },
      { id: 'first-2', side: 'garrison', name: '2', kind: 'company', arm: 'infantry', formation: 'first', men: 150, quality: 800, cohesion: 800, post: 'south', place: null, reserve: false, tanks: 0, arrivesTurn: 0, jumps: false },
      { id: 'reserve', side: 'garrison', name: 'R', kind: 'company', arm: 'parachute', formation: 'para', men: 130, quality: 900, cohesion: 850, post: 'camp', place: null, reserve: true, tanks: 0, arrivesTurn: 0, jumps: false },
      { id: 'red-1', side: 'besieger', name: '1', kind: 'battalion', arm: 'infantry', formation: 'red', men: 570, quality: 1000, cohesion: 850, post: null, place: { east: 1400, north: 1900 }, reserve: false, tanks: 0, arrivesTurn: 0, jumps: false },
      { id: 'red-2', side: 'besieger', name: '2', kind: 'battalion', arm: 'infantry', formation: 'red', men: 570, quality: 1000, cohesion: 850, post: null, place: { east: 1600, north: 1900 }, reserve: false, tanks: 0, arrivesTurn: 0, jumps: false },
    ],
    batteries: [
      { id: 'pit', side: 'garrison', name: 'Pit', weapon: 't105', formation: 'guns', tubes: 4, gunners: 100, east: 1200, north: 173, cover: 'pit', post: 'camp', known: true, dump: 'inside', arrivesTurn: 0 },
      { id: 'cave', side: 'besieger', name: 'Cave', weapon: 't105', formation: 'front', tubes: 4, gunners: 60, east: 2600, north: 1903, cover: 'casemate', post: null, known: false, dump: 'outside', arrivesTurn: 0 },
      { id: 'mortars', side: 'besieger', name: 'Mortars', weapon: 'm120', formation: 'front', tubes: 4, gunners: 40, east: 2200, north: 1903, cover: 'hidden', post: null, known: false, dump: 'outside', arrivesTurn: 0 },
    ],
    dumps: [
      { id: 'inside', side: 'garrison', name: words('Inside'), rounds: { t105: 4000 }, goods: { food: 20_000, medical: 500, engineer: 1000 }, camp: 'main' },
      { id: 'outside', side: 'besieger', name: words('Outside'), rounds: { t105: 2000, m120: 1000 }, goods: { food: 20_000, medical: 500, engineer: 0 }, camp: null },
    ],
    approaches: [{ id: 'sap', post: 'north', from: { east: 1400, north: 1900 }, headMetres: 100 }],
    observers: [{ id: 'watch', side: 'besieger', east: 2600, north: 1903 }],
    victory: { posts: ['north', 'south'], besiegerTakes: 2, garrisonHolds: 1, atOnce: false },
    commanders: { garrison: ['historical'], besieger: ['steady'] },
  };
  return { ...siege, ...change };
}

/** The siege with single figures of the rule set replaced: `{ assault: { fire: 0 } }`. */
export function withRules(siege: Scenario, change: { readonly [Group in keyof Rules]?: Partial<Rules[Group]> }): Scenario {
  const rules: Record<string, unknown> = { ...siege.rules };
  for (const [group, values] of Object.entries(change)) rules[group] = { ...(rules[group] as object), ...values };
  return { ...siege, rules: rules as unknown as Rules };
}

/** The first rows of a siege, by id, for arranging and for expecting. */
export function rowsOf(state: GameState): {
  readonly post: (id: string) => GameState['posts'][number];
  readonly unit: (id: string) => GameState['units'][number];
  readonly battery: (id: string) => GameState['batteries'][number];
  readonly formation: (id: string) => GameState['formations'][number];
  readonly camp: (id: string) => GameState['camps'][number];
  readonly dump: (id: string) => GameState['dumps'][number];
} {
  const of = <T extends { readonly id: string }>(list: readonly T[]) => (id: string): T => {
    const found = list.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no row ${id}`);
    return found;
  };
  return { post: of(state.posts), unit: of(state.units), battery: of(state.batteries), formation: of(state.formations), camp: of(state.camps), dump: of(state.dumps) };
}

/**
 * Listed rolls by `rule|key`. A roll that is not listed, or too high for its range, throws; one that is still left
 * when the test ends fails it.
 */
export function scriptedDraws(rolls: Readonly<Record<string, readonly number[]>>): Draws {
  const left = new Map(Object.entries(rolls).map(([name, list]) => [name, [...list]]));
  onTestFinished(() => {
    expect([...left].filter(([, list]) => list.length > 0), 'rolls that were listed and never asked for').toEqual([]);
  });
  return (rule, key) => ({ below: (n) => rollOf(`${rule}|${key}`, left.get(`${rule}|${key}`)?.shift(), n) });
}

function rollOf(name: string, roll: number | undefined, n: number): number {
  if (roll === undefined) throw new Error(`no roll listed for ${name}`);
  if (roll < 0 || roll >= n) throw new Error(`${name}: ${String(roll)} is not below ${String(n)}`);
  return roll;
}

/** Every roll in the middle of its range, for tests in which luck does not matter. */
export const evenDraws: Draws = (): Stream => ({ below: (n) => Math.floor(n / 2) });

/** Every roll as low as it gets: what can happen, does. */
export const lowDraws: Draws = (): Stream => ({ below: () => 0 });

/** Every roll as high as it gets: what need not happen, does not. */
export const highDraws: Draws = (): Stream => ({ below: (n) => n - 1 });

/** What happened, without when. */
function factOf(event: SiegeEvent): Fact {
  const { turn: _turn, pulse: _pulse, ...fact } = event;
  return fact;
}

/** A turn in the hands of a test: one rule can be called alone, and what it tells is kept. */
export function aTurn(
  game: Game,
  state: GameState,
  given: { readonly orders?: Partial<OrdersBySide>; readonly draws?: Draws; readonly pulse?: number } = {},
): { turn: Turn; told: Fact[]; of: (type: Fact['type']) => Fact[] } {
  const told: Fact[] = [];
  const sides = ['garrison', 'besieger'] as const;
  const all = sides.flatMap((side) => (given.orders?.[side] ?? []).map((order, index): Given => ({
    side, index, order, from: 'from' in order ? order.from : 0, lost: false, done: false, left: 'rounds' in order ? order.rounds : 0,
  })));
  const turn: Turn = {
    game, board: game.board, rules: game.scenario.rules, number: state.turn, night: isNight(game.scenario, state.turn),
    pulse: given.pulse ?? 0, draws: given.draws ?? evenDraws,
    given: all, byKind: sortByKind(all),
    fire: null, missions: [], shelled: null, flights: [], air: null, protectSpent: game.scenario.dumps.flatMap(() => game.board.weapons.map(() => 0)),
    reservesSent: {}, eyes: null, counted: nothingCounted(), contested: null, where: null,
    tell: (fact) => { told.push(fact); },
    record: (event) => { told.push(factOf(event)); },
  };
  return { turn, told, of: (type) => told.filter((fact) => fact.type === type) };
}

/** A game of a siege at its first turn. */
export function aGame(siege: Scenario = aSiege()): { game: Game; state: GameState; at: ReturnType<typeof rowsOf> } {
  const { game, state } = newGame(siege, 'test');
  return { game, state, at: rowsOf(state) };
}
