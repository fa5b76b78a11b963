/** Trenches as a view knows them. */
import type { ApproachView, Grid, PostView, SideId } from '../../engine/index.ts';
import { sideTowards } from '../geometry/crenels.ts';
import { distance, isInside, mixed, pointAt, smooth, type XY } from '../geometry/lines.ts';
import { outlineOf, scaled, WIRE_AT } from '../geometry/outline.ts';
import { hexPoint, pointOf } from './places.ts';
import type { TrenchMark } from './marks.ts';

/** Each approach as a smooth line to the wire of its post. */
export function trenchMarks(grid: Grid, side: SideId, approaches: readonly ApproachView[], posts: readonly PostView[]): TrenchMark[] {
  return approaches.flatMap((approach) => {
    const post = posts.find(({ id }) => id === approach.post);
    return post === undefined || approach.path.length === 0 ? [] : [trenchMark(grid, side, approach, post, posts)];
  });
}

function trenchMark(grid: Grid, side: SideId, approach: ApproachView, post: PostView, posts: readonly PostView[]): TrenchMark {
  const line = toTheWire(approach.path.map((hex) => hexPoint(grid, hex)), post);
  return {
    id: approach.id,
    post: post.id,
    line,
    dug: approach.lengthMetres <= 0 ? 1 : Math.min(1, Math.max(0, approach.dugMetres / approach.lengthMetres)),
    traced: side === 'besieger',
    teeth: sideTowards(line.map(([x, y]): XY => [x, -y]), facing(line, post, posts)),
  };
}

/** The path through its hexes, straightened a little and ended where the wire begins. */
function toTheWire(path: readonly XY[], post: PostView): XY[] {
  const place = pointOf(post);
  const wire = scaled(outlineOf(post), place, WIRE_AT);
  const outside = path.slice(0, -1);
  const curve = smooth([...halfway(outside), place], 6);
  const first = curve.findIndex((point) => isInside(wire, point));
  if (first <= 0) return curve;
  return [...curve.slice(0, first), atEdge(wire, pointAt(curve, first - 1), pointAt(curve, first))];
}

/** Hex centres zigzag; the middles between them do not. */
function halfway(path: readonly XY[]): XY[] {
  if (path.length < 3) return path.slice();
  return [pointAt(path, 0), ...path.slice(1).map((point, i) => mixed(pointAt(path, i), point, 0.5)), pointAt(path, path.length - 1)];
}

function atEdge(ring: readonly XY[], outside: XY, inside: XY): XY {
  let [far, near] = [outside, inside];
  for (let i = 0; i < 8; i += 1) {
    const middle = mixed(far, near, 0.5);
    if (isInside(ring, middle)) near = middle;
    else far = middle;
  }
  return [Math.round(far[0]), Math.round(far[1])];
}

/** Teeth face the nearest other post of the garrison, for the trench itself points at its own; y downward. */
function facing(line: readonly XY[], post: PostView, posts: readonly PostView[]): XY {
  const middle = pointAt(line, Math.floor(line.length / 2));
  const others = posts.filter(({ id, holder }) => id !== post.id && holder !== 'besieger').map(pointOf);
  const nearest = others.reduce<XY>((best, place) => (distance(place, middle) < distance(best, middle) ? place : best), others[0] ?? pointOf(post));
  return [nearest[0], -nearest[1]];
}
