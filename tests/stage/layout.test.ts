import { beforeAll, describe, expect, it } from 'vitest';
import type { Order } from '../../src/engine/index.ts';
import { boundsOf, framing, onScreen, type Camera } from '../../src/stage/camera.ts';
import { marksOf } from '../../src/stage/facts/read-view.ts';
import type { Marks } from '../../src/stage/facts/marks.ts';
import { badgesOn, numbersAsText } from '../../src/stage/layout/badges.ts';
import { around, firstFree, overlap } from '../../src/stage/layout/crowding.ts';
import { piecesOn } from '../../src/stage/layout/pieces.ts';
import { pickAt, REACH } from '../../src/stage/pointing.ts';
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
