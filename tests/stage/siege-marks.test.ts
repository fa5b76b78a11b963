import { beforeAll, describe, expect, it } from 'vitest';
import { GROUND_BESIEGER, GROUND_GARRISON, hexOf, trenchOf, type SideView, type SiegeEvent } from '../../src/engine/index.ts';
import { marksOf, marksOfBoth } from '../../src/stage/facts/read-view.ts';
import { isInside, twiceArea } from '../../src/stage/geometry/lines.ts';
import { hexOutlines } from '../../src/stage/geometry/hex-outline.ts';
import { skyOf } from '../../src/stage/playback/flights.ts';
import { retold } from '../../src/stage/playback/retold.ts';
import { tellingOf } from '../../src/stage/playback/telling.ts';
import { scatterOf } from '../../src/stage/geometry/seeded.ts';
import { aNight, type SeenNight } from './a-night.ts';

let night: SeenNight;
const AT = { turn: 1, pulse: 3 } as const;

beforeAll(async () => {
  night = await aNight('1954');
});

/** Ground given to sides by hex. */
function ringed(view: SideView, give: (hex: number) => number): SideView {
  const ring = view.facts.map.heights.map((_, hex) => give(hex));
  return { ...view, ring, walked: [...ring.keys()].filter((hex) => ring[hex] === GROUND_GARRISON) };
}

const dropped = (east: number[], north: number[]): SiegeEvent => ({
  type: 'loads-dropped', camp: 'main', aircraft: 'c47', cargo: 'food', kilos: 100 * east.length, height: 600, east, north, smashed: east.map(() => 0), ...AT,
});

describe('outlines of hexes', () => {
  const grid = { cols: 6, rows: 6, stepMetres: 200, rowMetres: 173, eastOfFirst: 0, northOfFirst: 0 };

  it('run once around one hex, counter-clockwise, and keep its area', () => {
    const [ring = []] = hexOutlines(grid, (hex) => hex === 14);
    expect(ring).toHaveLength(6);
    expect(twiceArea(ring) / 2).toBeCloseTo(200 * 173, -3);
  });

  it('join neighbours and keep strangers apart', () => {
    expect(hexOutlines(grid, (hex) => hex === 14 || hex === 15)).toHaveLength(1);
    expect(hexOutlines(grid, (hex) => hex === 0 || hex === 35)).toHaveLength(2);
  });
});

describe('the marks of a long siege', () => {
  it('outline the ground that the garrison walks', () => {
    const view = night.view(0, 'garrison');
    const post = view.posts.find(({ id }) => id === 'beatrice-1');
    if (post === undefined) throw new Error('no post');
    const home = hexOf(view.facts.map.grid, post);
    const { zone } = marksOf(ringed(view, (hex) => (hex === home ? GROUND_GARRISON : 0)));
    expect(zone.rings).toHaveLength(1);
    expect(isInside(zone.rings[0] ?? [], [post.east, post.north])).toBe(true);
  });

  it('show loads by whose ground they lie on, bundles of a hex together', () => {
    const view = night.view(0, 'garrison');
    const load = { cargo: 'food', kilos: 100, bundles: 3, turn: 0 };
    const marks = marksOf({ ...ringed(view, (hex) => (hex === 10 ? GROUND_GARRISON : hex === 11 ? GROUND_BESIEGER : 0)), loads: [{ hex: 10, ...load }, { hex: 10, ...load }, { hex: 11, ...load }, { hex: 12, ...load }] });
    expect(marks.loads.map(({ hex, ground, bundles, kilos }) => [hex, ground, bundles, kilos])).toEqual([[10, 'garrison', 6, 600], [11, 'besieger', 3, 300], [12, 'between', 3, 300]]);
  });

  it('leave a gap where a trench was filled in, and keep trench that no approach names', () => {
    const view = night.view(1, 'besieger');
    const approach = view.approaches.find(({ dugMetres, path }) => dugMetres > 0 && path.length > 3);
    if (approach === undefined) throw new Error('no trench in this night');
    const hole = approach.path[0] ?? 0;
    const trench = trenchOf(view).map((metres, hex) => (hex === hole ? 0 : hex === 3 || hex === 4 ? 200 : metres));
    const marks = marksOf({ ...view, trench });
    expect(marks.trenches.find(({ id }) => id === approach.id)?.filled).toEqual([[0, 1 / approach.path.length]]);
    expect(marks.oldTrenches).toHaveLength(marksOf(view).oldTrenches.length + 1);
  });

  it('put both sides on one sheet, each with what it knows of itself and nothing as the other saw it', () => {
    const [garrison, besieger] = [night.view(2, 'garrison'), night.view(2, 'besieger')];
    const both = marksOfBoth(garrison, besieger);
    expect(both.fixes).toEqual([]);
    expect(both.counters.filter(({ nation }) => nation === 'garrison').flatMap(({ ids }) => ids).sort()).toEqual(marksOf(garrison).counters.filter(({ own }) => own).flatMap(({ ids }) => ids).sort());
    expect(both.counters.filter(({ nation }) => nation === 'besieger').flatMap(({ ids }) => ids).sort()).toEqual(marksOf(besieger).counters.filter(({ own }) => own).flatMap(({ ids }) => ids).sort());
    expect(both.trenches).toEqual(marksOf(besieger).trenches);
    for (const post of both.posts) expect(post.age).toBe(0);
  });
});

describe('the sky of a pulse', () => {
  it('brings each load down where it came to rest, and lets it lie there', () => {
    const view = night.view(1, 'garrison');
    const marks = marksOf(view);
    const event = dropped([2000, 2300, 2600], [5000, 5400, 5800]);
    const sky = skyOf([event], marks, view, scatterOf(1));
    expect(sky.canopies.map(({ at }) => at)).toEqual([[2000, 5000], [2300, 5400], [2600, 5800]]);
    expect(sky.flights).toHaveLength(1);
    expect(retold(marks, event, view).loads.reduce((sum, { bundles }) => sum + bundles, 0)).toBe(3);
  });

  it('never holds more than three hundred canopies', () => {
    const view = night.view(1, 'garrison');
    const many = Array.from({ length: 40 }, () => dropped(Array.from({ length: 25 }, (_, i) => 2000 + i), Array.from({ length: 25 }, (_, i) => 5000 + i)));
    const sky = skyOf(many, marksOf(view), view, scatterOf(1));
    expect(sky.canopies).toHaveLength(300);
    expect(sky.flights.length).toBeLessThanOrEqual(8);
  });

  it('tells flak and an aircraft that is lost with the run-ins of its pulse', () => {
    const view = night.view(1, 'garrison');
    const hit: SiegeEvent = { type: 'aircraft-hit', aircraft: 'c47', purpose: 'airlift', fate: 'lost', height: 600, kilos: 2500, men: 4, ...AT };
    const flak: SiegeEvent = { type: 'flak-fired', battery: '', rounds: 0, ...AT };
    const [beat] = tellingOf(marksOf(view), [flak, dropped([2000, 2300], [5000, 5600]), dropped([2100], [5100]), hit], view);
    expect(beat?.sky.flights.filter(({ lost }) => lost)).toHaveLength(1);
    expect(beat?.sky.puffs.length).toBeGreaterThan(0);
  });
});
