import { beforeAll, describe, expect, it } from 'vitest';
import type { PostView, SideView } from '../../src/engine/index.ts';
import { marksOf, placeNames } from '../../src/stage/facts/read-view.ts';
import { quarters } from '../../src/stage/facts/counter-marks.ts';
import { iconOf } from '../../src/stage/facts/gun-marks.ts';
import { isInside } from '../../src/stage/geometry/lines.ts';
import { fingerprint } from '../../src/stage/geometry/seeded.ts';
import { aNight, type SeenNight } from './a-night.ts';

let night: SeenNight;
beforeAll(async () => {
  night = await aNight('1954');
});

function withPost(view: SideView, id: string, change: Partial<PostView>): SideView {
  return { ...view, posts: view.posts.map((post) => (post.id === id ? { ...post, ...change } : post)) };
}

const lookOf = (view: SideView, id: string) => marksOf(view).posts.find((post) => post.id === id);

describe('the marks of a view', () => {
  it('are the same whenever they are read: the picture follows from the view alone', () => {
    for (const side of ['garrison', 'besieger'] as const) {
      const view = night.view(2, side);
      const copy = JSON.parse(JSON.stringify(view)) as SideView;
      expect(fingerprint(marksOf(copy))).toBe(fingerprint(marksOf(view)));
    }
  });

  it('show a side its own men, all of them, and none of the other side by name', () => {
    for (const side of ['garrison', 'besieger'] as const) {
      const [own, other] = [night.view(1, side), night.view(1, side === 'garrison' ? 'besieger' : 'garrison')];
      const marks = marksOf(own);
      const standing = own.units.filter(({ men, duty }) => men > 0 && duty !== 'gone').map(({ id }) => id).sort();
      expect(marks.counters.filter((piece) => piece.own).flatMap(({ ids }) => ids).sort()).toEqual(standing);
      const text = JSON.stringify(marks);
      for (const { id } of other.units) expect(text).not.toContain(`"${id}"`);
      for (const { id } of other.batteries) expect(text).not.toContain(`"${id}"`);
    }
  });

  it('put one piece on a post however many companies stand in it', () => {
    const marks = marksOf(night.view(0, 'garrison'));
    const inPost = marks.counters.filter(({ post }) => post === 'beatrice-2');
    expect(inPost).toHaveLength(1);
    expect(inPost[0]?.count).toBe(night.view(0, 'garrison').units.filter(({ post }) => post === 'beatrice-2').length);
  });

  it('tell the strength of own men in quarters and only guess at the others', () => {
    expect(quarters([{ men: 100, menAtStart: 100 }])).toBe(4);
    expect(quarters([{ men: 51, menAtStart: 100 }])).toBe(3);
    expect(quarters([{ men: 1, menAtStart: 100 }])).toBe(1);
    const pieces = marksOf(night.view(1, 'besieger')).counters;
    expect(pieces.filter((piece) => piece.own).every(({ pips }) => pips !== null)).toBe(true);
    expect(pieces.some((piece) => !piece.own)).toBe(true);
    expect(pieces.filter((piece) => !piece.own).every(({ pips }) => pips === null)).toBe(true);
  });

  it('give a sighting its age once it is not of this turn', () => {
    const view = night.view(1, 'besieger');
    const fresh = withPost(view, 'dominique-2', { men: 200, exact: false, seenTurn: view.turn - 1 });
    const old = withPost(view, 'dominique-2', { men: 200, exact: false, seenTurn: view.turn - 4 });
    const ageOf = (seen: SideView) => marksOf(seen).counters.find(({ id }) => id === 'manned-dominique-2')?.age;
    expect(ageOf(fresh)).toBeNull();
    expect(ageOf(old)).toBe(3);
  });

  it('show a post whole, damaged, contested, fallen or left', () => {
    const view = night.view(0, 'garrison');
    expect(lookOf(view, 'beatrice-1')?.look).toBe('intact');
    expect(lookOf(withPost(view, 'beatrice-1', { wire: 300 }), 'beatrice-1')?.look).toBe('damaged');
    expect(lookOf(withPost(view, 'beatrice-1', { holder: 'contested', lodgement: 400 }), 'beatrice-1')).toMatchObject({ look: 'contested', lodgement: 400 });
    expect(lookOf(withPost(view, 'beatrice-1', { holder: 'besieger' }), 'beatrice-1')?.look).toBe('fallen');
    expect(lookOf(withPost(view, 'beatrice-1', { holder: 'empty' }), 'beatrice-1')?.look).toBe('empty');
  });

  it('draw the ring of held ground around a post until it has fallen', () => {
    const view = night.view(0, 'garrison');
    const holds = (seen: SideView) => marksOf(seen).held.some((ring) => isInside(ring, [1880, 1930]));
    expect(holds(view)).toBe(true);
    const lost = ['beatrice-1', 'beatrice-2', 'beatrice-3'].reduce((seen, id) => withPost(seen, id, { holder: 'besieger' }), view);
    expect(holds(lost)).toBe(false);
  });

  it('call a post cut off while no way leads to it and the garrison is in it', () => {
    const view = night.view(0, 'garrison');
    expect(lookOf(view, 'huguette-6')?.isCutOff).toBe(false);
    expect(lookOf(withPost(view, 'huguette-6', { cutOffSince: 5 }), 'huguette-6')?.isCutOff).toBe(true);
    expect(lookOf(withPost(view, 'huguette-6', { cutOffSince: 5, holder: 'besieger' }), 'huguette-6')?.isCutOff).toBe(false);
  });

  it('draw a trench to the wire of its post, dug as far as is known, and dots only for those who dig it', () => {
    for (const side of ['garrison', 'besieger'] as const) {
      const view = night.view(1, side);
      const marks = marksOf(view);
      expect(marks.trenches.length).toBeGreaterThan(0);
      for (const trench of marks.trenches) {
        const approach = view.approaches.find(({ id }) => id === trench.id);
        expect(trench.dug).toBeCloseTo((approach?.dugMetres ?? 0) / (approach?.lengthMetres ?? 1));
        expect(trench.traced).toBe(side === 'besieger');
        const end = trench.line.at(-1);
        const post = marks.posts.find(({ id }) => id === trench.post);
        expect(end !== undefined && post !== undefined && !isInside(post.outline, end)).toBe(true);
      }
    }
  });

  it('age a fix until nothing is left of its clock', () => {
    const view = night.view(1, 'garrison');
    const fix = view.fixes[0];
    if (fix === undefined) throw new Error('the garrison found no gun in this night');
    const after = (turns: number) => marksOf({ ...view, turn: view.turn + turns }).fixes.find(({ id }) => id === fix.id);
    expect(after(0)).toMatchObject({ age: 0, fresh: 1000 });
    expect(after(1)?.fresh).toBeLessThan(1000);
    expect(after(view.facts.rules.observation.fixLife)?.fresh).toBe(0);
  });

  it('show a gun ready, pinned, damaged or lost', () => {
    const view = night.view(0, 'garrison');
    const [first] = view.batteries;
    if (first === undefined) throw new Error('the garrison has no guns');
    const stateOf = (change: Partial<typeof first>) => marksOf({ ...view, batteries: [{ ...first, ...change }] }).guns[0]?.state;
    expect(stateOf({})).toBe('ready');
    expect(stateOf({ pinnedUntil: 3 })).toBe('pinned');
    expect(stateOf({ tubes: first.tubesAtStart - 1, damaged: 1 })).toBe('damaged');
    expect(stateOf({ tubes: 0, damaged: 0 })).toBe('destroyed');
  });

  it('draw each weapon of the rule set as what it is', () => {
    const { rules } = night.view(0, 'garrison').facts;
    expect(Object.keys(rules.weapons).length).toBeGreaterThan(5);
    for (const weapon of ['m81', 'm82', 'm120']) expect(iconOf(weapon)).toBe('mortar');
    for (const weapon of ['t75', 't105', 't155', 'rcl57']) expect(iconOf(weapon)).toBe('gun');
    expect(iconOf('quad50')).toBe('machine-gun');
  });

  it('dig craters only where shells fell', () => {
    expect(marksOf(night.view(0, 'garrison')).craters).toEqual([]);
    const view = night.view(2, 'garrison');
    expect(marksOf(view).craters.map(({ hex, shells }) => [hex, shells])).toEqual(view.craters.flatMap((shells, hex) => (shells > 0 ? [[hex, shells]] : [])));
  });
});

describe('the names of the map', () => {
  it('stand for the river, the roads, the villages and the hills, never upside down', () => {
    const names = placeNames(night.view(0, 'garrison').facts.map);
    for (const kind of ['water', 'road', 'village', 'hill', 'relief'] as const) expect(names.some((name) => name.kind === kind), kind).toBe(true);
    for (const { tilt } of names) expect(Math.abs(tilt)).toBeLessThanOrEqual(90);
  });
});
