/** Where an attack on a post begins on the map. */
import type { PostView, SideView } from '../../engine/index.ts';
import { distance, middleOf, mixed, type XY } from '../geometry/lines.ts';
import { hexPoint, pointOf } from './places.ts';

/** Metres from the middle of a post at which an arrow begins that would begin too near or in it. */
const NEAREST = 330;
/** Degrees between the arrows of battalions that come the same way. */
const SPREAD = 34;

/** The start of the arrow of the `index`-th wave; `hex` is where the men stand, null where that is not known. */
export function attackStart(view: SideView, post: PostView, index: number, hex: number | null): XY {
  const place = pointOf(post);
  const from = hex === null ? knownWay(view, post) : hexPoint(view.facts.map.grid, hex);
  const start = distance(from, place) >= NEAREST ? from : outward(place, distance(from, place) < 60 ? knownWay(view, post) : from);
  const turned = swung(place, start, index === 0 ? 0 : (index % 2 === 1 ? 1 : -1) * Math.ceil(index / 2) * SPREAD);
  return [Math.round(turned[0]), Math.round(turned[1])];
}

/** Along its trench if one is known, else from outside the camp. */
function knownWay(view: SideView, post: PostView): XY {
  const path = view.approaches.find((one) => one.post === post.id)?.path ?? [];
  const hex = path[Math.max(0, path.length - 3)];
  if (hex !== undefined) return hexPoint(view.facts.map.grid, hex);
  return mixed(middleOf(view.posts.map(pointOf)), pointOf(post), 2);
}

function outward(place: XY, from: XY): XY {
  const length = distance(place, from);
  return length === 0 ? [place[0], place[1] + NEAREST] : mixed(place, from, NEAREST / length);
}

function swung([x, y]: XY, [fromX, fromY]: XY, degrees: number): XY {
  const turn = (degrees * Math.PI) / 180;
  const [dx, dy] = [fromX - x, fromY - y];
  return [x + dx * Math.cos(turn) - dy * Math.sin(turn), y + dx * Math.sin(turn) + dy * Math.cos(turn)];
}
