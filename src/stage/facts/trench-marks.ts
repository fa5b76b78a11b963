/** Trenches as a view knows them. */
import { trenchOf, type ApproachView, type PostView, type SideView } from '../../engine/index.ts';
import { sideTowards } from '../geometry/crenels.ts';
import { distance, isInside, mixed, pointAt, smooth, type XY } from '../geometry/lines.ts';
import { outlineOf, scaled, WIRE_AT } from '../geometry/outline.ts';
import { hexPoint, pointOf } from './places.ts';
import type { TrenchMark } from './marks.ts';

/** Each approach as a smooth line: a sap to the wire of its post, a ring round it, an axis to its end. */
export function trenchMarks(view: Pick<SideView, 'side' | 'approaches' | 'posts' | 'trench' | 'facts'>): TrenchMark[] {
  const known = { ...view, trench: trenchOf(view) };
  return view.approaches.flatMap((approach) => {
    const post = view.posts.find(({ id }) => id === approach.post) ?? null;
    return approach.path.length === 0 || (approach.kind === 'sap' && post === null) ? [] : [trenchMark(known, approach, post)];
  });
}

type Known = Parameters<typeof trenchMarks>[0] & { readonly trench: readonly number[] };

function trenchMark({ side, posts, trench, facts }: Known, approach: ApproachView, post: PostView | null): TrenchMark {
  const points = approach.path.map((hex) => hexPoint(facts.map.grid, hex));
  const line = approach.kind === 'sap' && post !== null ? toTheWire(points, post) : rounded(points);
  const dug = approach.lengthMetres <= 0 ? 1 : Math.min(1, Math.max(0, approach.dugMetres / approach.lengthMetres));
  return {
    id: approach.id,
    kind: approach.kind,
    post: post?.id ?? null,
    line,
    dug,
    traced: side === 'besieger',
    teeth: sideTowards(line.map(([x, y]): XY => [x, -y]), facing(line, approach.kind, post, posts)),
    filled: filledParts(approach.path, dug, trench),
  };
}

/** A path between hexes without its zigzag, in whole metres. */
function rounded(points: readonly XY[]): XY[] {
  return smooth(halfway(points), 4).map(([x, y]): XY => [Math.round(x), Math.round(y)]);
}

/** Stretches that were dug and hold no trench now. */
function filledParts(path: readonly number[], dug: number, trench: readonly number[]): (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  const dugHexes = Math.floor(path.length * dug + 1e-9);
  for (let i = 0; i < dugHexes; i += 1) {
    if ((trench[path[i] ?? -1] ?? 0) > 0) continue;
    parts.push([i / path.length, (i + 1) / path.length]);
  }
  return parts;
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

/** The teeth of a ring face its post; those of others the nearest post of the garrison that they do not lead to; y downward. */
function facing(line: readonly XY[], kind: ApproachView['kind'], post: PostView | null, posts: readonly PostView[]): XY {
  const middle = pointAt(line, Math.floor(line.length / 2));
  if (kind === 'ring' && post !== null) return [post.east, -post.north];
  const others = posts.filter(({ id, holder }) => id !== post?.id && holder !== 'besieger').map(pointOf);
  const fallback = others[0] ?? (post === null ? pointAt(line, line.length - 1) : pointOf(post));
  const nearest = others.reduce<XY>((best, place) => (distance(place, middle) < distance(best, middle) ? place : best), fallback);
  return [nearest[0], -nearest[1]];
}
