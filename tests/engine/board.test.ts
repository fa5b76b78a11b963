import { describe, expect, it } from 'vitest';
import { at, metresApart, postOf, rowOf } from '../../src/engine/board.ts';
import { newGame } from '../../src/engine/index.ts';
import { aGame, aSiege } from '../helpers/a-siege.ts';

describe('the board', () => {
  const { game } = aGame();
  const { board } = game;

  it('holds the rows of the scenario in its order', () => {
    expect(board.units.map(({ id }) => rowOf(board.unitRow, id))).toEqual([0, 1, 2, 3, 4]);
    expect(postOf(board, 'south').facts.id).toBe('south');
  });

  it('has one column for each weapon of the rule set, by the alphabet', () => {
    expect(board.weapons).toEqual(Object.keys(game.scenario.rules.weapons).sort((a, b) => (a < b ? -1 : 1)));
    expect(board.weapons.map((weapon) => rowOf(board.weaponRow, weapon))).toEqual(board.weapons.map((_, column) => column));
  });

  it('takes a post for a hill where it stands high above what lies around it', () => {
    expect(board.posts.map(({ facts, hill }) => [facts.id, hill])).toEqual([['camp', false], ['north', true], ['south', false]]);
    const siege = aSiege();
    const plateau = newGame({ ...siege, map: { ...siege.map, heights: siege.map.heights.map(() => 40) } }, 'x').game.board;
    expect(plateau.posts.some(({ hill }) => hill)).toBe(false);
  });

  it('knows which hexes road, river and bridge run through', () => {
    const hexes = (marks: readonly boolean[]): number[] => marks.flatMap((one, hex) => (one ? [hex] : []));
    expect(hexes(board.ways.river)).toEqual(Array.from({ length: 14 }, (_, col) => 4 * 14 + col));
    expect(hexes(board.ways.bridge)).toEqual([4 * 14 + 7]);
    expect(hexes(board.ways.road).length).toBeGreaterThanOrEqual(9);
    expect(board.ways.road[8 * 14 + 7]).toBe(true);
  });

  it('reaches from the middle of a post to its wire, and from post to post', () => {
    expect(postOf(board, 'north').reachMetres).toBe(100);
    expect(metresApart(postOf(board, 'camp'), postOf(board, 'north'))).toBe(1384 - 173);
  });

  it('throws with the name of what is not there: that is our mistake, not a player’s', () => {
    expect(() => rowOf(board.unitRow, 'nobody')).toThrow('no row for nobody');
    expect(() => rowOf(board.unitRow, 'constructor')).toThrow('no row for constructor');
    expect(() => at([1, 2], 2)).toThrow('no row 2 in a list of 2');
  });
});
