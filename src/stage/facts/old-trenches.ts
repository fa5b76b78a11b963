/** Trench that no approach names any more: it is still there, hex by hex. */
import type { SideView } from '../../engine/index.ts';
import { neighboursOf, trenchOf } from '../../engine/index.ts';
import { mixed, pointAt, smooth, type XY } from '../geometry/lines.ts';
import { sideTowards } from '../geometry/crenels.ts';
import type { OldTrenchMark } from './marks.ts';
import { hexPoint, pointOf } from './places.ts';

/** Less than this in a hex is a scrape that no line is drawn for, metres. */
const LEAST = 40;

/** Lines through the hexes that hold trench beside the dug parts of the approaches, each joined to what it left. */
export function oldTrenches(view: Pick<SideView, 'approaches' | 'trench' | 'facts' | 'posts'>): OldTrenchMark[] {
  const { grid } = view.facts.map;
  const named = namedHexes(view.approaches);
  const open = new Set<number>();
  const trench = trenchOf(view);
  trench.forEach((metres, hex) => {
    if (metres >= LEAST && !named.has(hex)) open.add(hex);
  });
  const near = (hex: number): number[] => neighboursOf(grid, hex).filter((other) => open.has(other));
  const ends = [...open].sort((a, b) => near(a).length - near(b).length || a - b);
  const posts = view.posts.filter(({ holder }) => holder !== 'besieger').map(pointOf);
  return ends.flatMap((start) => {
    if (!open.has(start)) return [];
    const path = walkFrom(start, open, near);
    const joint = neighboursOf(grid, start).find((hex) => named.has(hex) || (trench[hex] ?? 0) >= LEAST && !open.has(hex) && !path.includes(hex));
    const hexes = joint === undefined ? path : [joint, ...path];
    return hexes.length < 2 ? [] : [markOf(hexes.map((hex) => hexPoint(grid, hex)), posts)];
  });
}

function namedHexes(approaches: SideView['approaches']): Set<number> {
  const named = new Set<number>();
  for (const { path, dugMetres, lengthMetres } of approaches) {
    const share = lengthMetres <= 0 ? 1 : dugMetres / lengthMetres;
    for (const hex of path.slice(0, Math.ceil(path.length * share))) named.add(hex);
  }
  return named;
}

/** As far as trench goes on; each hex is walked once. */
function walkFrom(start: number, open: Set<number>, near: (hex: number) => number[]): number[] {
  const path: number[] = [];
  for (let hex: number | undefined = start; hex !== undefined; hex = near(hex)[0]) {
    path.push(hex);
    open.delete(hex);
  }
  return path;
}

function markOf(points: readonly XY[], posts: readonly XY[]): OldTrenchMark {
  const eased = [pointAt(points, 0), ...points.slice(1).map((point, i) => mixed(pointAt(points, i), point, 0.5)), pointAt(points, points.length - 1)];
  const line = smooth(eased, 4).map(([x, y]): XY => [Math.round(x), Math.round(y)]);
  const middle = pointAt(line, Math.floor(line.length / 2));
  const nearest = posts.reduce<XY | null>((best, place) => (best === null || gap(place, middle) < gap(best, middle) ? place : best), null) ?? middle;
  return { line, teeth: sideTowards(line.map(([x, y]): XY => [x, -y]), [nearest[0], -nearest[1]]) };
}

function gap(a: XY, b: XY): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
