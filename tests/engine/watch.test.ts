import { describe, expect, it } from 'vitest';
import { eyesOf, headHex, seesFlash, seesHex } from '../../src/engine/watch.ts';
import { hexMetres } from '../../src/engine/sight.ts';
import type { Turn } from '../../src/engine/turn-context.ts';
import { aGame, aSiege, aTurn } from '../helpers/a-siege.ts';

type Siege = ReturnType<typeof aGame>;

const COLS = 14;
const NORTH = 8 * COLS + 7;
const WATCH = 11 * COLS + 13;
/** Flat ground 600 m west of the northern post: in reach of its flares. */
const NEAR = 8 * COLS + 4;
/** A step farther. */
const FAR = 8 * COLS + 3;

function by(siege: Siege, when: 'day' | 'night'): Turn {
  return { ...aTurn(siege.game, siege.state).turn, night: when === 'night' };
}

describe('a place is seen', () => {
  const reach = 1500;

  it('by day as far as asked in clear air, less in cloud, rain and storm', () => {
    const siege = aGame();
    const seen = (['clear', 'cloud', 'rain', 'storm'] as const).map((sky) => {
      siege.state.sky.valley = sky;
      return seesHex(siege.state, by(siege, 'day'), 'garrison', FAR, reach);
    });
    expect(hexMetres(siege.game.board, NORTH, FAR)).toBe(800);
    expect(seen).toEqual(['day', 'day', 'no', 'no']);
  });

  it('by night only where flares carry, however far it is asked', () => {
    const siege = aGame();
    const night = by(siege, 'night');
    expect(siege.game.scenario.rules.observation.nightSight).toBe(hexMetres(siege.game.board, NORTH, NEAR));
    expect(seesHex(siege.state, night, 'garrison', NEAR, reach)).toBe('flares');
    expect(seesHex(siege.state, night, 'garrison', FAR, 9000)).toBe('no');
  });

  it('from inside in any weather', () => {
    const siege = aGame();
    siege.state.sky.valley = 'storm';
    expect(seesHex(siege.state, by(siege, 'night'), 'garrison', NORTH, 0)).toBe('flares');
    expect(seesHex(siege.state, by(siege, 'day'), 'garrison', NORTH, 0)).toBe('day');
  });

  it('not behind a hill', () => {
    const flat = aSiege();
    const siege = aGame({
      ...flat,
      posts: flat.posts.filter(({ id }) => id === 'camp'),
      units: flat.units.filter(({ post }) => post !== 'north' && post !== 'south'),
      formations: flat.formations.filter(({ id }) => id !== 'first'),
      approaches: [],
    });
    const behind = 11 * COLS + 6;
    expect(seesHex(siege.state, by(siege, 'day'), 'garrison', behind, 5000)).toBe('no');
    expect(seesHex(siege.state, by(siege, 'day'), 'garrison', 11 * COLS, 5000)).toBe('day');
  });
});

describe('the flash of a gun', () => {
  it('is seen by night as by day, as far as the air is clear', () => {
    const siege = aGame();
    const pit = siege.game.board.batteryHex[0] ?? 0;
    expect(seesFlash(siege.state, by(siege, 'night'), 'besieger', pit)).toBe(true);
    siege.state.approaches.length = 0;
    siege.state.sky.valley = 'storm';
    expect(seesFlash(siege.state, by(siege, 'night'), 'besieger', pit)).toBe(false);
  });
});

describe('the eyes of a side', () => {
  it('are posts with men in them, observers, and the heads of trenches', () => {
    const siege = aGame();
    const sap = siege.state.approaches[0];
    if (sap === undefined) throw new Error('no approach');
    const posts = siege.game.board.posts.map(({ hex }) => hex);
    expect(eyesOf(siege.state, by(siege, 'day'), 'garrison')).toEqual(posts);
    expect(eyesOf(siege.state, by(siege, 'day'), 'besieger')).toEqual([WATCH, headHex(sap)]);
  });

  it('are none in a post whose men are gone, and the taker’s in one that is lost', () => {
    const siege = aGame();
    siege.at.unit('first-1').men = 0;
    expect(eyesOf(siege.state, by(siege, 'day'), 'garrison')).not.toContain(NORTH);
    siege.at.post('north').holder = 'besieger';
    Object.assign(siege.at.unit('red-1'), { post: 'north' });
    expect(eyesOf(siege.state, by(siege, 'day'), 'besieger')).toContain(NORTH);
  });
});

describe('the head of a trench', () => {
  it('stands as far along its way as metres are dug', () => {
    const path = [10, 11, 12, 13, 14];
    expect([0, 99, 100, 250, 400].map((dug) => headHex({ path, lengthMetres: 400, dugMetres: dug }))).toEqual([10, 10, 11, 12, 14]);
    expect(headHex({ path: [10], lengthMetres: 0, dugMetres: 0 })).toBe(10);
  });
});
