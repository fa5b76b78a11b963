/** Reads a view into marks: the only way from the game to the picture. */
import type { MapFacts, SideView } from '../../engine/index.ts';
import { distance, pointAt, type XY } from '../geometry/lines.ts';
import { assaultMarks, marchMarks } from './assault-marks.ts';
import { counterMarks } from './counter-marks.ts';
import { fixMarks, gunMarks } from './gun-marks.ts';
import type { CraterMark, Marks, PlaceName, SightMark } from './marks.ts';
import { hexPoint, pointOf } from './places.ts';
import { heldGround } from './held-ground.ts';
import { oldTrenches } from './old-trenches.ts';
import { postMarks } from './post-marks.ts';
import { galleryMarks, loadMarks, stripMarks, zoneMark } from './siege-marks.ts';
import { trenchMarks } from './trench-marks.ts';

/** Everything that a view puts on the sheet. */
export function marksOf(view: SideView): Marks {
  const posts = postMarks(view);
  return {
    side: view.side,
    both: false,
    turn: view.turn,
    night: view.night,
    sky: view.sky.valley,
    mud: view.sky.mud,
    held: heldGround(posts, view.posts),
    posts,
    trenches: trenchMarks(view),
    oldTrenches: oldTrenches(view),
    counters: counterMarks(view),
    guns: gunMarks(view),
    fixes: fixMarks(view),
    assaults: assaultMarks(view),
    marches: marchMarks(view),
    craters: craterMarks(view),
    sight: sightMarks(view),
    zone: zoneMark(view),
    loads: loadMarks(view),
    strips: stripMarks(view),
    galleries: galleryMarks(view),
  };
}

/**
 * Both sides on one sheet: each shows what it knows of itself, and nothing stands there as the other side saw it.
 * The garrison's men are drawn as one's own, the besieger's as the other side's, as in the garrison's view.
 */
export function marksOfBoth(garrison: SideView, besieger: SideView): Marks {
  const exact = garrison.posts.map((post) => (post.exact ? post : (besieger.posts.find(({ id }) => id === post.id) ?? post)));
  const posts = postMarks({ ...garrison, posts: exact, approaches: besieger.approaches });
  const inside = marksOf(garrison);
  const outside = marksOf(besieger);
  return {
    ...inside,
    both: true,
    posts,
    held: heldGround(posts, exact),
    trenches: outside.trenches,
    oldTrenches: outside.oldTrenches,
    counters: [...inside.counters.filter(({ own }) => own), ...outside.counters.filter(({ own }) => own).map((mark) => ({ ...mark, own: false }))],
    guns: [...inside.guns, ...outside.guns],
    fixes: [],
    assaults: inside.assaults.map((mark) => (mark.nation === 'garrison' ? mark : (outside.assaults.find(({ id }) => id === mark.id) ?? mark))),
    marches: [...inside.marches, ...outside.marches],
    sight: [],
    loads: outside.loads.length > 0 ? loadMarks({ ...garrison, ring: besieger.ring }) : inside.loads,
    galleries: outside.galleries,
  };
}

function craterMarks(view: SideView): CraterMark[] {
  return view.craters.flatMap((shells, hex) =>
    shells > 0 ? [{ hex, place: hexPoint(view.facts.map.grid, hex), shells }] : [],
  );
}

/** How far men see by night, by day in the open, and from a hill, metres; for the mist of the picture only. */
const [FROM_TRENCH, FROM_POST, FROM_HILL] = [280, 520, 900];

function sightMarks(view: SideView): SightMark[] {
  const posts = view.posts
    .filter(({ exact, men }) => exact && men > 0)
    .map((post) => ({ place: pointOf(post), reach: post.hill ? FROM_HILL : FROM_POST }));
  const men = view.units
    .filter(({ post, men: count }) => post === null && count > 0)
    .map(({ hex }) => ({ place: hexPoint(view.facts.map.grid, hex), reach: FROM_POST }));
  const trenches = view.side === 'garrison' ? [] : view.approaches.flatMap(({ path, lengthMetres, dugMetres }) =>
    path.slice(0, 1 + Math.round((path.length * dugMetres) / Math.max(1, lengthMetres)))
      .map((hex) => ({ place: hexPoint(view.facts.map.grid, hex), reach: FROM_TRENCH })));
  return [...posts, ...men, ...trenches];
}

/** The names that the map itself carries. */
export function placeNames(map: MapFacts): PlaceName[] {
  const water = namesAlong('river', map.river.name, 'water', map.river.points, [0.17, 0.42, 0.6, 0.78]);
  const roads = map.roads.filter(({ kind }) => kind !== 'footpath').flatMap((road) => namesAlong(road.id, road.name, 'road', road.points, [0.45]));
  const villages = map.villages.map(({ id, name, ...place }): PlaceName => ({ id, words: name, place: pointOf(place), kind: 'village', tilt: 0 }));
  const relief = map.names.map(({ id, name, kind, ...place }): PlaceName => ({
    id, words: name, place: pointOf(place), kind: kind === 'hill' ? 'hill' : 'relief', tilt: 0,
  }));
  return [...water, ...roads, ...villages, ...relief];
}

/** A name beside a line at shares of its length, tilted as the line runs there. */
function namesAlong(id: string, words: PlaceName['words'], kind: PlaceName['kind'], points: readonly XY[], shares: readonly number[]): PlaceName[] {
  const total = points.slice(1).reduce((sum, point, i) => sum + distance(pointAt(points, i), point), 0);
  return shares.flatMap((share, nth) => {
    let left = total * share;
    for (let i = 1; i < points.length; i += 1) {
      const [a, b] = [pointAt(points, i - 1), pointAt(points, i)];
      const length = distance(a, b);
      if (left > length) left -= length;
      else return [{ id: `${id}-${String(nth)}`, words, kind, ...beside(a, b, left / length) }];
    }
    return [];
  });
}

const ASIDE = 90;

/** A place a little to the right of a stroke, with a tilt at which text is not upside down. */
function beside(a: XY, b: XY, share: number): { place: XY; tilt: number } {
  const length = distance(a, b) || 1;
  const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const place: XY = [Math.round(a[0] + dx * length * share + dy * ASIDE), Math.round(a[1] + dy * length * share - dx * ASIDE)];
  const degrees = Math.round((Math.atan2(-dy, dx) * 180) / Math.PI);
  return { place, tilt: degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees };
}
