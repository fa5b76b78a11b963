import { describe, expect, it } from 'vitest';
import { arcBetween, headingOnArc, onArc } from '../../src/stage/geometry/arc.ts';
import { crenels, sideTowards, TOOTH_DEPTH, TOOTH_STEP } from '../../src/stage/geometry/crenels.ts';
import { clipped, cutAt, distance, isInside, lengthOf, smooth, twiceArea, walk, type XY } from '../../src/stage/geometry/lines.ts';
import { lodged, outlineOf } from '../../src/stage/geometry/outline.ts';
import { perimetersOf } from '../../src/stage/geometry/perimeter.ts';
import { fingerprint, scatterOf } from '../../src/stage/geometry/seeded.ts';

const SQUARE: readonly XY[] = [[0, 0], [10, 0], [10, 10], [0, 10]];
const POST = { id: 'a-post', east: 1000, north: 2000, lengthMetres: 300, widthMetres: 100, axisDegrees: 0 };

describe('lines', () => {
  it('smooth a corner and keep every given point', () => {
    const corner: XY[] = [[0, 0], [10, 0], [10, 10]];
    const curve = smooth(corner, 5);
    expect(curve).toHaveLength(11);
    for (const point of corner) expect(curve).toContainEqual(point);
    expect(curve.some(([x, y]) => x > 10 || y < 0)).toBe(true);
  });

  it('are walked in equal steps over their corners', () => {
    const steps = walk([[0, 0], [3, 0], [3, 4]], 2);
    expect(steps).toEqual([[0, 0], [2, 0], [3, 1], [3, 3]]);
  });

  it('are cut so that both parts together are as long as the whole', () => {
    const line: XY[] = [[0, 0], [4, 0], [4, 4]];
    const [before, after] = cutAt(line, 0.75);
    expect(lengthOf(before)).toBeCloseTo(6);
    expect(lengthOf(after)).toBeCloseTo(2);
    expect(before.at(-1)).toEqual(after[0]);
    expect(cutAt(line, 0)[0]).toEqual([]);
    expect(cutAt(line, 1)[0]).toEqual(line);
  });

  it('clip a ring to the side that the attacker has left behind', () => {
    expect(clipped(SQUARE, [4, 0], [1, 0])).toEqual([[0, 0], [4, 0], [4, 10], [0, 10]]);
  });
});

describe('crenels', () => {
  const level: XY[] = [[0, 100], [60, 100]];

  it('alternate between the line and the depth of a tooth on the attacked side', () => {
    const teeth = crenels(level, 1);
    expect(new Set(teeth.map(([, y]) => Math.round(y)))).toEqual(new Set([100, 100 + TOOTH_DEPTH]));
    expect(new Set(crenels(level, -1).map(([, y]) => Math.round(y)))).toEqual(new Set([100, 100 - TOOTH_DEPTH]));
  });

  it('have the same step at each zoom: it is one of the screen', () => {
    const rises = crenels(level, 1).filter(([x], i, all) => i > 0 && all[i - 1]?.[0] === x).map(([x]) => x);
    for (const [i, x] of rises.entries()) expect(x).toBeCloseTo((i + 0) * TOOTH_STEP);
    expect(rises.length).toBe(11);
  });

  it('face the side on which the target lies', () => {
    expect(sideTowards(level, [30, 200])).toBe(1);
    expect(sideTowards(level, [30, 0])).toBe(-1);
  });
});

describe('the outline of a post', () => {
  it('is long and narrow as the post is, along its axis', () => {
    const ring = outlineOf(POST);
    const [easts, norths] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
    expect(Math.max(...norths) - Math.min(...norths)).toBeGreaterThan(2 * (Math.max(...easts) - Math.min(...easts)));
    expect(Math.max(...norths) - Math.min(...norths)).toBeLessThanOrEqual(POST.lengthMetres);
    expect(isInside(ring, [POST.east, POST.north])).toBe(true);
  });

  it('is always the same for the same post, and another for another', () => {
    expect(outlineOf(POST)).toEqual(outlineOf({ ...POST }));
    expect(outlineOf({ ...POST, id: 'b-post' })).not.toEqual(outlineOf(POST));
  });

  it('is filled by a lodgement from the side of the attack, by its share of the depth', () => {
    const ring = outlineOf(POST);
    const centre: XY = [POST.east, POST.north];
    const area = (part: readonly XY[]): number => Math.abs(twiceArea(part));
    const quarter = lodged(ring, centre, [1000, 5000], 250);
    expect(Math.min(...quarter.map(([, north]) => north))).toBeGreaterThan(POST.north);
    expect(area(quarter)).toBeLessThan(area(lodged(ring, centre, [1000, 5000], 750)));
    expect(area(lodged(ring, centre, [1000, 5000], 1000))).toBeCloseTo(area(ring), 0);
    expect(lodged(ring, centre, [1000, 5000], 0)).toEqual([]);
  });
});

describe('held ground', () => {
  const post = (x: number, y: number) => ({ place: [x, y] as const, radius: 60 });

  it('is one ring around posts that lie together and another around a far one', () => {
    const rings = perimetersOf([post(0, 0), post(400, 0), post(200, 300), post(4000, 0)]);
    expect(rings).toHaveLength(2);
    const [camp = [], outpost = []] = rings.sort((a, b) => twiceArea(b) - twiceArea(a));
    for (const place of [[0, 0], [400, 0], [200, 300], [200, 120]] as const) expect(isInside(camp, place)).toBe(true);
    expect(isInside(camp, [4000, 0])).toBe(false);
    expect(isInside(outpost, [4000, 0])).toBe(true);
  });

  it('keeps its distance from the posts', () => {
    const [ring = []] = perimetersOf([post(0, 0)]);
    for (const point of ring) expect(distance(point, [0, 0])).toBeGreaterThan(100);
    for (const point of ring) expect(distance(point, [0, 0])).toBeLessThan(160);
  });

  it('is nothing where nothing is held', () => {
    expect(perimetersOf([])).toEqual([]);
  });
});

describe('the flight of a shell', () => {
  const arc = arcBetween([0, 100], [100, 100]);

  it('goes from gun to target, lifted by a fifth of its length in the middle', () => {
    expect(onArc(arc, 0)).toEqual([0, 100]);
    expect(onArc(arc, 1)).toEqual([100, 100]);
    expect(onArc(arc, 0.5)).toEqual([50, 80]);
  });

  it('rises first and falls then', () => {
    expect(headingOnArc(arc, 0.1)).toBeLessThan(0);
    expect(headingOnArc(arc, 0.9)).toBeGreaterThan(0);
  });
});

describe('drawn chance', () => {
  it('gives the same drawing for the same seed', () => {
    const draw = (seed: number): number[] => {
      const scatter = scatterOf(seed);
      return [scatter(), scatter(), scatter()];
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    for (const value of draw(9)) expect(value >= 0 && value < 1).toBe(true);
  });

  it('tells two pictures apart by their fingerprints', () => {
    expect(fingerprint({ a: 1, b: [2] })).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprint({ a: 1, b: [2] })).toBe(fingerprint({ a: 1, b: [2] }));
    expect(fingerprint({ a: 1, b: [3] })).not.toBe(fingerprint({ a: 1, b: [2] }));
  });
});
