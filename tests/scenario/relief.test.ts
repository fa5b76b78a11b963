import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildCover, buildHeights, COVER, heightAt, hexCentres, hexIndexAt, type ReliefSource } from '../../src/scenario/relief.ts';

const map = JSON.parse(readFileSync('scenarios/maps/dien-bien-phu.json', 'utf8')) as ReliefSource & {
  heights: number[];
  cover: number[];
};

/** Heights of known places, metres above the valley floor: east, north, metres. */
const CHECKED: readonly (readonly [place: string, east: number, north: number, metres: number])[] = [
  ['command post', 0, 0, 0],
  ['Éliane 2', 580, -220, 34],
  ['Éliane 1', 820, 200, 41],
  ['Éliane 4', 630, 130, 30],
  ['Dominique 1', 1120, 1000, 54],
  ['Dominique 2', 940, 600, 72],
  ['Béatrice 1', 1880, 1930, 46],
  ['Béatrice 2', 1760, 1680, 40],
  ['Gabrielle 1', -400, 3880, 48],
  ['Anne-Marie 1', -1620, 2820, 23],
  ['Huguette 6', -580, 1900, 0],
  ['Isabelle 2', 740, -6080, 0],
  ['Dominique 5', 710, 410, 21],
];

describe('relief of the valley', () => {
  it.each(CHECKED)('puts %s at its known height', (_place, east, north, metres) => {
    expect(Math.abs(heightAt(map.recipe, east, north) - metres)).toBeLessThanOrEqual(2);
  });

  it('rebuilds the shipped heights within a metre', () => {
    const rebuilt = buildHeights(map);
    expect(rebuilt).toHaveLength(map.grid.cols * map.grid.rows);
    const off = rebuilt.filter((height, hex) => Math.abs(height - (map.heights[hex] ?? NaN)) > 1);
    expect(off).toEqual([]);
    expect(map.heights.every((height) => Number.isInteger(height) && height >= 0)).toBe(true);
  });

  it('rebuilds the shipped cover', () => {
    expect(buildCover(map)).toEqual(map.cover);
  });

  it('gives a hex the top of a hill that lies in it', () => {
    const hex = hexIndexAt(map.grid, 580, -220);
    const [east, north] = hexCentres(map.grid)[hex] ?? [NaN, NaN];
    expect(heightAt(map.recipe, east, north)).toBeLessThan(25);
    expect(map.heights[hex]).toBe(34);
  });

  it('closes the valley with walls on both sides and leaves the south open', () => {
    const at = (east: number, north: number): number => map.heights[hexIndexAt(map.grid, east, north)] ?? NaN;
    expect(at(-5000, 0)).toBeGreaterThan(250);
    expect(at(4900, 0)).toBeGreaterThan(400);
    expect(at(0, -7900)).toBeLessThan(3);
  });

  it('covers the floor with paddies, the walls with forest and cleared hills with scrub', () => {
    const at = (east: number, north: number): number | undefined => map.cover[hexIndexAt(map.grid, east, north)];
    expect(at(-1000, -1000)).toBe(COVER.open);
    expect(at(4500, 1000)).toBe(COVER.forest);
    expect(at(940, 600)).toBe(COVER.scrub);
    expect(at(1150, 120)).toBe(COVER.village);
    expect(at(20, 150)).toBe(COVER.open);
  });
});
