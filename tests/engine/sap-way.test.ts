import { describe, expect, it } from 'vitest';
import { axisWay, fieldOf, ringWay, sapWay } from '../../src/engine/sap-way.ts';
import { layTrench } from '../../src/engine/trench.ts';
import { aGame as aNewGame, aSiege } from '../helpers/a-siege.ts';

/** A siege in which no trench is begun. */
function aGame(): ReturnType<typeof aNewGame> {
  return aNewGame(aSiege({ approaches: [] }));
}

type Siege = ReturnType<typeof aGame>;

function field({ state, game }: Siege): ReturnType<typeof fieldOf> {
  return fieldOf(state, game.board, game.scenario.rules);
}

function postOf({ game }: Siege, id: string): Siege['game']['board']['posts'][number] {
  const post = game.board.posts.find(({ facts }) => facts.id === id);
  if (post === undefined) throw new Error(`no post ${id}`);
  return post;
}

describe('the way of a sap', () => {
  it('begins at the trench that is nearest to the post', () => {
    const siege = aGame();
    const south = postOf(siege, 'south');
    const beside = south.hex + 2;
    layTrench(siege.state, siege.game.scenario.rules, beside, 400);
    const way = sapWay(siege.state, field(siege), south, [0]);
    expect(way?.path).toEqual([beside, south.hex + 1, south.hex]);
  });

  it('begins where the diggers stand, if they have nothing nearer', () => {
    const siege = aGame();
    const corner = 13 + 11 * 14;
    expect(sapWay(siege.state, field(siege), postOf(siege, 'south'), [corner])?.path[0]).toBe(corner);
  });

  it('begins at a captured post, and measures to the wire', () => {
    const siege = aGame();
    siege.at.post('south').holder = 'besieger';
    const north = postOf(siege, 'north');
    const way = sapWay(siege.state, field(siege), north, [0]);
    expect(way?.path[0]).toBe(postOf(siege, 'south').hex);
    expect(way?.lengthMetres).toBeLessThan(((way?.path.length ?? 0) - 1) * 200);
  });

  it('is null where nobody can begin', () => {
    const siege = aGame();
    expect(sapWay(siege.state, field(siege), postOf(siege, 'south'), [])).toBeNull();
  });
});

describe('the way of an axis', () => {
  it('goes round another held post, and keeps its distance where that is no great detour', () => {
    const siege = aGame();
    const south = postOf(siege, 'south');
    const way = axisWay(siege.state, field(siege), south.hex - 3, [south.hex + 3]);
    expect(way?.path).not.toContain(south.hex);
    for (const hex of siege.game.board.neighbours[south.hex] ?? []) expect(way?.path).not.toContain(hex);
  });
});

describe('the way of a ring', () => {
  it('runs along every open hex about the post', () => {
    const siege = aGame();
    const south = postOf(siege, 'south');
    const way = ringWay(siege.state, field(siege), south, [13]);
    for (const hex of siege.game.board.neighbours[south.hex] ?? []) expect(way?.path).toContain(hex);
  });

  it('is null once all of them are closed', () => {
    const siege = aGame();
    const south = postOf(siege, 'south');
    for (const hex of siege.game.board.neighbours[south.hex] ?? []) layTrench(siege.state, siege.game.scenario.rules, hex, 400);
    expect(ringWay(siege.state, field(siege), south, [13])).toBeNull();
  });
});
