import { describe, expect, it } from 'vitest';
import { ring } from '../../../src/engine/rules/ring.ts';
import { FAR_HEXES, GROUND_BESIEGER, GROUND_GARRISON, GROUND_NOBODY } from '../../../src/engine/state-siege.ts';
import { fillTrench, layTrench } from '../../../src/engine/trench.ts';
import { aGame, aSiege, aTurn } from '../../helpers/a-siege.ts';

type Siege = ReturnType<typeof aGame>;

function drawn(siege: Siege): ReturnType<typeof aTurn> {
  const made = aTurn(siege.game, siege.state);
  ring(siege.state, made.turn);
  return made;
}

function hexOfPost({ game }: Siege, id: string): number {
  const post = game.board.posts.find(({ facts }) => facts.id === id);
  if (post === undefined) throw new Error(`no post ${id}`);
  return post.hex;
}

/** Closes every hex about a post with trench. */
function encircle(siege: Siege, id: string): void {
  for (const hex of siege.game.board.neighbours[hexOfPost(siege, id)] ?? []) {
    layTrench(siege.state, siege.game.scenario.rules, hex, siege.game.scenario.rules.ring.closeMetres);
  }
}

describe('the siege ring at the start', () => {
  it('leaves every post linked, and tells how large the drop zone is', () => {
    const siege = aGame();
    const { told } = drawn(siege);
    expect(siege.state.posts.map(({ cutOffSince }) => cutOffSince)).toEqual([-1, -1, -1]);
    const [camp] = siege.state.camps;
    expect(told).toEqual([{ type: 'zone-changed', camp: 'main', hexes: camp?.zoneHexes, areaHexes: camp?.areaHexes }]);
    expect(camp?.zoneHexes).toBeGreaterThan(0);
    expect(camp?.areaHexes).toBeGreaterThan(camp?.zoneHexes ?? 0);
  });

  it('counts as the garrison’s what it walks to near a post, forest left out', () => {
    const plain = aSiege();
    const siege = aGame();
    const wooded = aGame({ ...plain, map: { ...plain.map, cover: plain.map.cover.map(() => 2) } });
    for (const one of [siege, wooded]) drawn(one);
    expect(siege.state.ring.ground[hexOfPost(siege, 'north')]).toBe(GROUND_GARRISON);
    expect(siege.state.ring.ground.filter((ground) => ground === GROUND_GARRISON)).toHaveLength(siege.state.camps[0]?.zoneHexes ?? 0);
    expect(wooded.state.camps[0]).toMatchObject({ zoneHexes: 0, aimEast: 1400, aimNorth: 173 });
  });

  it('counts the hexes to the nearest linked post', () => {
    const siege = aGame();
    drawn(siege);
    const north = hexOfPost(siege, 'north');
    expect(siege.state.ring.reach[north]).toBe(0);
    expect(siege.state.ring.reach[north + 1]).toBe(1);
    expect(siege.state.ring.reach[0]).toBe(FAR_HEXES);
    expect(siege.state.ring.ground[0]).toBe(GROUND_BESIEGER);
  });
});

describe('a post with trench all about it', () => {
  it('is cut off from that hour', () => {
    const siege = aGame();
    drawn(siege);
    siege.state.turn = 3;
    encircle(siege, 'north');
    const { told } = drawn(siege);
    expect(told).toContainEqual({ type: 'post-cut-off', post: 'north' });
    expect(siege.at.post('north').cutOffSince).toBe(36);
    expect(siege.at.post('south').cutOffSince).toBe(-1);
    expect(siege.state.ring.ground[hexOfPost(siege, 'north')]).not.toBe(GROUND_GARRISON);
  });

  it('is linked again when a raid has filled one hex in', () => {
    const siege = aGame();
    encircle(siege, 'north');
    drawn(siege);
    siege.state.turn = 4;
    fillTrench(siege.state, siege.game.scenario.rules, siege.game.board.neighbours[hexOfPost(siege, 'north')]?.[5] ?? 0, 50);
    const { told } = drawn(siege);
    expect(told).toContainEqual({ type: 'post-linked', post: 'north', turns: 4 });
    expect(siege.at.post('north').cutOffSince).toBe(-1);
  });

  it('stays linked through a neighbour in the next hex', () => {
    const plain = aSiege();
    const posts = plain.posts.map((post) => (post.id === 'south' ? { ...post, east: 1400, north: 1211 } : post));
    const siege = aGame({ ...plain, posts });
    const south = hexOfPost(siege, 'south');
    for (const hex of siege.game.board.neighbours[hexOfPost(siege, 'north')] ?? []) {
      if (hex !== south) layTrench(siege.state, siege.game.scenario.rules, hex, 1000);
    }
    drawn(siege);
    expect(siege.at.post('north').cutOffSince).toBe(-1);
  });
});

describe('a post that was lost', () => {
  it('takes the ground beside it with it, and is cut off from nobody', () => {
    const siege = aGame();
    drawn(siege);
    const before = siege.state.camps[0]?.zoneHexes ?? 0;
    Object.assign(siege.at.post('south'), { holder: 'besieger', heldSince: 5 });
    drawn(siege);
    const south = hexOfPost(siege, 'south');
    expect(siege.state.ring.ground[south]).toBe(GROUND_BESIEGER);
    for (const hex of siege.game.board.neighbours[south] ?? []) expect(siege.state.ring.ground[hex]).toBe(GROUND_BESIEGER);
    expect(siege.at.post('south').cutOffSince).toBe(-1);
    expect(siege.state.camps[0]?.zoneHexes).toBeLessThan(before);
  });

  it('leaves a camp without ground when it was the command post', () => {
    const siege = aGame();
    drawn(siege);
    Object.assign(siege.at.post('camp'), { holder: 'besieger', heldSince: 5 });
    const { of } = drawn(siege);
    expect(of('post-cut-off')).toHaveLength(2);
    expect(siege.state.camps[0]).toMatchObject({ zoneHexes: 0, areaHexes: 0 });
  });
});

describe('the ground between', () => {
  it('is nobody’s where it is near to neither', () => {
    const siege = aGame();
    drawn(siege);
    expect(siege.state.ring.ground.filter((ground) => ground === GROUND_NOBODY).length).toBeGreaterThan(0);
  });
});

describe('a quiet turn', () => {
  it('draws nothing anew', () => {
    const siege = aGame();
    drawn(siege);
    siege.state.turn = 2;
    siege.state.ground.trench[hexOfPost(siege, 'north') + 1] = 5000;
    expect(drawn(siege).told).toEqual([]);
    siege.state.ring.changes += 1;
    expect(drawn(siege).told).not.toEqual([]);
  });
});
