import { describe, expect, it } from 'vitest';
import { contourInk, contourNear, isIndex } from '../../src/stage/ground/contours.ts';
import { meandering, runOn, smoothed } from '../../src/stage/ground/curves.ts';
import { woodedness } from '../../src/stage/ground/forest.ts';
import { sheetSize, tilesOf } from '../../src/stage/ground/tile-frame.ts';
import { fieldsOf } from '../../src/stage/ground/paddies.ts';

describe('contours', () => {
  it('stand every 10 m to 120, every 20 above, each 50 heavier, with halves on low ground', () => {
    const drawn = Array.from({ length: 45 }, (_, i) => i * 5).filter((level) => contourNear(level) === level);
    expect(drawn).toEqual([5, 10, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 140, 150, 160, 180, 200, 220]);
    expect(drawn.filter(isIndex)).toEqual([50, 100, 150, 200]);
  });

  it('ink the pixels within half a line of their height, and never the floor', () => {
    expect(contourInk(50, 2, 1)).toBeCloseTo(0.62);
    expect(contourInk(52, 2, 1)).toBeLessThan(0.05);
    expect(contourInk(54, 2, 1)).toBe(0);
    expect(contourInk(0, 0, 1)).toBe(0);
    expect(contourInk(130, 2, 1)).toBe(0);
  });
});

describe('lines on the ground', () => {
  it('pass through the points of the map when smoothed', () => {
    const line = [[0, 0], [300, 100], [500, 600]] as const;
    const curve = smoothed(line, 5);
    expect(curve).toHaveLength(11);
    expect(curve[0]).toEqual([0, 0]);
    expect(curve[5]?.[0]).toBeCloseTo(300);
    expect(curve[5]?.[1]).toBeCloseTo(100);
    expect(curve.at(-1)).toEqual([500, 600]);
  });

  it('keep the ends of a river where they are and its bends within 70 m', () => {
    const line = [[0, 0], [200, -700], [0, -1500], [300, -2300]] as const;
    const course = meandering(line);
    const plain = smoothed(line, 24);
    expect(course[0]).toEqual([0, 0]);
    expect(course.at(-1)).toEqual([300, -2300]);
    const off = course.map(([e, n], i) => Math.hypot(e - (plain[i]?.[0] ?? 0), n - (plain[i]?.[1] ?? 0)));
    expect(Math.max(...off)).toBeLessThan(70);
    expect(Math.max(...off)).toBeGreaterThan(10);
  });

  it('run on to the edge of the sheet only where they end near it', () => {
    const sheet = { east0: -6700, north0: -9500, east1: 7200, north1: 7600 };
    const road = runOn([[-5500, 0], [0, 0], [1300, 100]], sheet);
    expect(road).toHaveLength(4);
    expect(road[0]).toEqual([-8500, 0]);
    expect(road.at(-1)).toEqual([1300, 100]);
  });
});

describe('fields', () => {
  const fields = fieldsOf(-2000, -2000, 2000, 2000);

  it('share one direction within a block and differ between blocks', () => {
    const angles = new Set(Array.from({ length: 100 }, (_, i) => fields.angleAt((i % 10) * 40, Math.floor(i / 10) * 40)));
    expect(angles.size).toBeGreaterThanOrEqual(2);
    expect(angles.size).toBeLessThanOrEqual(8);
  });

  it('lie in the same place whichever tile asks', () => {
    const other = fieldsOf(-900, -1300, 700, 900);
    const a = { tone: 0, bund: 0 };
    const b = { tone: 0, bund: 0 };
    for (let i = 0; i < 200; i++) {
      const [east, north] = [-700 + i * 6.5, -900 + ((i * 37) % 1500)];
      fields.read(east, north, a);
      other.read(east, north, b);
      expect(b).toEqual(a);
      expect(a.tone % 3).toBe(0);
      expect(a.bund).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('forest', () => {
  it('covers the walls, leaves the floor, and is cut around posts', () => {
    expect(woodedness(200, 0.5, 5000)).toBe(1);
    expect(woodedness(2, 0.5, 5000)).toBe(0);
    expect(woodedness(60, 0.5, 100)).toBeLessThan(woodedness(60, 0.5, 5000));
  });
});

describe('tiles', () => {
  const window = { east0: -6700, north0: -9500, east1: 7200, north1: 7613 };

  it('cover the sheet without gap or overlap, none larger than phones take', () => {
    const { width, height } = sheetSize(window, 165);
    const tiles = tilesOf(window, 165, { east: 0, north: 0 });
    expect(tiles.reduce((sum, tile) => sum + tile.width * tile.height, 0)).toBe(width * height);
    expect(new Set(tiles.map(({ x, y }) => `${x},${y}`)).size).toBe(tiles.length);
    expect(Math.max(...tiles.flatMap((tile) => [tile.width, tile.height]))).toBeLessThanOrEqual(2048);
  });

  it('come with the focus first', () => {
    const [first] = tilesOf(window, 165, { east: -6000, north: 7000 });
    expect(first).toMatchObject({ x: 0, y: 0, east: -6700, north: 7613 });
  });
});
