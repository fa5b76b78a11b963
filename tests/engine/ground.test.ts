import { describe, expect, it } from 'vitest';
import { centreOf, hexOf, neighboursOf, stepsBetween } from '../../src/engine/hex.ts';
import { cheapestWay, stepCost } from '../../src/engine/path.ts';
import { inSight } from '../../src/engine/sight.ts';
import { aGame, aSiege } from '../helpers/a-siege.ts';

const GRID = { cols: 54, rows: 81, stepMetres: 200, rowMetres: 173, eastOfFirst: -5100, northOfFirst: -7900 };
const ALL = Array.from({ length: GRID.cols * GRID.rows }, (_, hex) => hex);

describe('the hex grid', () => {
  it('gives every hex back from its centre', () => {
    expect(ALL.filter((hex) => hexOf(GRID, centreOf(GRID, hex)) !== hex)).toEqual([]);
  });

  it('has neighbours both ways, one step apart, six inside', () => {
    for (const hex of ALL) {
      for (const next of neighboursOf(GRID, hex)) {
        expect(neighboursOf(GRID, next)).toContain(hex);
        expect(stepsBetween(GRID, hex, next)).toBe(1);
      }
    }
    expect(neighboursOf(GRID, 40 * 54 + 20)).toHaveLength(6);
    expect(neighboursOf(GRID, 0)).toHaveLength(2);
  });
});

describe('the quickest way', () => {
  const { game } = aGame();
  const cost = (a: number, b: number): number => stepCost(game.board, game.scenario.rules, a, b, false);

  it('goes by the bridge rather than through the river', () => {
    const way = cheapestWay(game.board, 2 * 14 + 4, 6 * 14 + 4, cost, () => true);
    expect(way?.path.some((hex) => game.board.ways.bridge[hex] === true)).toBe(true);
  });

  it('goes round what is shut, and is none where all is', () => {
    const river = (hex: number): boolean => game.board.ways.river[hex] !== true;
    expect(cheapestWay(game.board, 2 * 14 + 4, 6 * 14 + 4, cost, river)).toBeNull();
    expect(cheapestWay(game.board, 14, 14 + 3, cost, () => true)?.path).toEqual([15, 16, 17]);
  });

  it('costs more uphill and by night', () => {
    const { rules } = game.scenario;
    const up = stepCost(game.board, rules, 7 * 14 + 6, 8 * 14 + 7, false);
    const down = stepCost(game.board, rules, 8 * 14 + 7, 7 * 14 + 6, false);
    expect(up).toBeGreaterThan(down);
    expect(stepCost(game.board, rules, 14, 15, true)).toBeGreaterThan(stepCost(game.board, rules, 14, 15, false));
  });
});

describe('a line of sight', () => {
  it('is broken by a hill, both ways, and free beside it', () => {
    const { game } = aGame();
    const west = 8 * 14 + 3;
    const east = 8 * 14 + 11;
    expect(inSight(game.board, west, east)).toBe(false);
    expect(inSight(game.board, east, west)).toBe(false);
    expect(inSight(game.board, 5 * 14 + 3, 5 * 14 + 11)).toBe(true);
  });

  it('runs down from the hill to everything on flat ground', () => {
    const { game } = aGame(aSiege());
    expect([0, 13, 11 * 14, 11 * 14 + 13].filter((hex) => !inSight(game.board, 8 * 14 + 7, hex))).toEqual([]);
  });
});

describe('the board', () => {
  it('knows hills, roads, rivers and bridges', () => {
    const { game } = aGame();
    expect(game.board.posts.map(({ facts, hill }) => [facts.id, hill])).toEqual([['camp', false], ['north', true], ['south', false]]);
    expect(game.board.ways.bridge.filter((one) => one)).toHaveLength(1);
    expect(game.board.ways.road.filter((one) => one).length).toBeGreaterThan(5);
  });
});
