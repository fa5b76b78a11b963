import { beforeAll, describe, expect, it } from 'vitest';
import type { Order } from '../../src/engine/index.ts';
import { boundsOf, framing, onScreen, type Camera } from '../../src/stage/camera.ts';
import { marksOf, placeNames } from '../../src/stage/facts/read-view.ts';
import type { Marks } from '../../src/stage/facts/marks.ts';
import { badgesOn, numbersAsText } from '../../src/stage/layout/badges.ts';
import { around, firstFree, overlap } from '../../src/stage/layout/crowding.ts';
import { namesOn } from '../../src/stage/layout/names.ts';
import { piecesOn } from '../../src/stage/layout/pieces.ts';
import { pickAt, REACH } from '../../src/stage/pointing.ts';
import { DAY } from '../../src/stage/theme.ts';
import { aNight, type SeenNight } from './a-night.ts';

let night: SeenNight;
let marks: Marks;
beforeAll(async () => {
  night = await aNight('1954');
  marks = marksOf(night.view(1, 'garrison'));
});

const BLANK: Camera = {
  width: 1440, height: 900, insets: { top: 56, right: 330, bottom: 0, left: 288 }, zoom: 165, middle: { east: 0, north: 0 },
  limits: { west: -9000, east: 9000, south: -12000, north: 9000 },
};
const at = (zoom: number): Camera => ({ ...BLANK, zoom });

describe('crowding', () => {
  const box = { x: 0, y: 0, halfWidth: 10, halfHeight: 5 };

  it('finds the first place that is free', () => {
    expect(firstFree(box, [[0, 0], [15, 0], [40, 0]], [{ ...box, x: 2 }], 0)?.x).toBe(40);
    expect(firstFree(box, [[0, 0]], [{ ...box, x: 2 }], 0)).toBeNull();
  });

  it('tries the place itself before those around it', () => {
    expect(around([3, 4], 10, 2)[0]).toEqual([3, 4]);
    expect(around([3, 4], 10, 2)).toHaveLength(17);
  });
});

describe('pieces on the screen', () => {
  it('stack men of one side rather than hide them, the farther away the more', () => {
    const men = (zoom: number) => piecesOn(marks, at(zoom), 'nato').filter(({ kind }) => kind === 'men');
    expect(men(36).length).toBeLessThan(men(82).length);
    expect(men(82).length).toBeLessThan(men(330).length);
    for (const zoom of [36, 82, 165, 330]) {
      expect(men(zoom).flatMap(({ ids }) => ids).sort()).toEqual(marks.counters.flatMap(({ ids }) => ids).sort());
    }
  });

  it('never lie on one another within a side', () => {
    const own = piecesOn(marks, at(82), 'pictorial').filter((piece) => piece.kind === 'men' && piece.mark.own);
    for (const [i, a] of own.entries()) for (const b of own.slice(i + 1)) expect(overlap(a, b, 8)).toBe(false);
  });

  it('leave guns out far away and show them all close by', () => {
    const guns = (zoom: number) => piecesOn(marks, at(zoom), 'nato').filter(({ kind }) => kind === 'gun').length;
    expect(guns(36)).toBe(0);
    expect(guns(330)).toBe(marks.guns.length);
  });

  it('make guns give way to men', () => {
    const pieces = piecesOn(marks, at(165), 'nato');
    const [men, guns] = [pieces.filter(({ kind }) => kind === 'men'), pieces.filter(({ kind }) => kind === 'gun')];
    for (const gun of guns) for (const piece of men) expect(overlap(gun, piece, 4)).toBe(false);
  });
});

describe('names on the screen', () => {
  const names = (zoom: number, where: 'camp' | 'beatrice' = 'camp') => {
    const view = night.view(1, 'garrison');
    const camera = where === 'camp' ? at(zoom) : { ...at(zoom), middle: { east: 1880, north: 1800 } };
    return {
      camera,
      placed: namesOn(marks, placeNames(view.facts.map), {
        camera,
        theme: DAY,
        words: { post: (id) => ({ own: id, other: `other ${id}` }), place: ({ words }) => words.vi },
        taken: piecesOn(marks, camera, 'nato'),
        measure: ({ text, under }) => [text.length * 7 + 8, under === '' ? 20 : 32],
      }),
    };
  };

  it('never cover one another', () => {
    for (const zoom of [36, 82, 165, 330]) {
      const { placed } = names(zoom);
      for (const [i, a] of placed.entries()) for (const b of placed.slice(i + 1)) expect(overlap(a, b, 5), `${a.id} and ${b.id}`).toBe(false);
    }
  });

  it('thin out farther away, but those of the fight stay', () => {
    const posts = (zoom: number) => names(zoom, 'beatrice').placed.filter(({ id }) => marks.posts.some((post) => post.id === id)).map(({ id }) => id);
    expect(posts(60).sort()).toEqual(['beatrice-1', 'beatrice-2', 'beatrice-3']);
    expect(posts(165).length).toBeGreaterThan(posts(60).length);
  });

  it('stand outside their group, each on the side of its own post', () => {
    const { placed, camera } = names(165, 'beatrice');
    const lies = (id: string) => {
      const post = marks.posts.find((one) => one.id === id);
      const name = placed.find((one) => one.id === id);
      if (post === undefined || name === undefined) throw new Error(`${id} has no name here`);
      const [x, y] = onScreen(camera, ...post.place);
      return [name.x - x, name.y - y] as const;
    };
    expect(lies('beatrice-1')[1]).toBeLessThanOrEqual(0);
    expect(lies('beatrice-2')[0]).toBeLessThan(0);
    expect(lies('beatrice-3')[0]).toBeGreaterThan(0);
  });
});

describe('the numbers of a plan', () => {
  const bombard = (id: string): Order => ({ kind: 'bombard', target: { kind: 'post', id }, weapon: 't105', rounds: 60, from: 0 });

  it('stand once at each target, however many orders aim at it', () => {
    const orders: Order[] = [bombard('beatrice-1'), bombard('beatrice-2'), bombard('beatrice-1'), { kind: 'protect', post: 'beatrice-1', rounds: 40 }];
    const badges = badgesOn(marks, orders, BLANK);
    expect(badges.map(({ text }) => text)).toEqual(['1 +2', '2']);
    expect(badges.some((a, i) => badges.slice(i + 1).some((b) => overlap(a, b)))).toBe(false);
  });

  it('say the first number and how many more', () => {
    expect(numbersAsText([4])).toBe('4');
    expect(numbersAsText([4, 7, 9])).toBe('4 +2');
  });

  it('leave out an order whose aim is not on the map', () => {
    expect(badgesOn(marks, [{ kind: 'counter-battery', fix: 'no-such-fix', weapon: 't155', rounds: 9, from: 0 }], BLANK)).toEqual([]);
  });
});

describe('pointing', () => {
  const camera = framing(BLANK, boundsOf([{ east: 1880, north: 1800 }], 1200), 0);
  const pieces = () => piecesOn(marks, camera, 'nato');
  const grid = () => night.view(1, 'garrison').facts.map.grid;
  const pick = (east: number, north: number, pickable: readonly string[] | null) =>
    pickAt(onScreen(camera, east, north), camera, marks, pieces(), grid(), REACH.mouse, pickable);

  it('finds the men in a post before the post itself', () => {
    const { ids } = pick(1880, 1930, null);
    expect(ids).toContain('beatrice-1');
    expect(ids.indexOf('beatrice-1')).toBeGreaterThan(0);
  });

  it('finds only what is asked for', () => {
    expect(pick(1880, 1930, ['beatrice-1']).ids).toEqual(['beatrice-1']);
    expect(pick(1880, 1930, ['dominique-1']).ids).toEqual([]);
  });

  it('gives the ground where nothing stands', () => {
    const { ids, place, hex } = pick(2700, 2500, null);
    expect(ids).toEqual([]);
    expect(place.east).toBeCloseTo(2700);
    expect(hex).toBeGreaterThan(0);
  });
});
