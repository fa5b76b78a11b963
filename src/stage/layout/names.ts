/** Which names stand where on the screen: those that matter first, none on another. */
import { onScreen, type Camera } from '../camera.ts';
import type { Marks, PlaceName, PostMark } from '../facts/marks.ts';
import { distance, middleOf, type XY } from '../geometry/lines.ts';
import type { LabelFace } from '../symbols/label-art.ts';
import type { Theme } from '../theme.ts';
import { firstFree, type Box } from './crowding.ts';

/** What the words of names come from; the stage knows no language. */
export interface NameWords {
  post(id: string): { readonly own: string; readonly other: string };
  place(name: PlaceName): string;
}

/** A name in its place. */
export interface PlacedName extends Box {
  readonly id: string;
  readonly face: LabelFace;
  /** Radians. */
  readonly tilt: number;
}

const NARROW = '"Archivo Narrow", sans-serif';
const SERIF = 'Spectral, serif';

interface Wish {
  readonly id: string;
  readonly face: LabelFace;
  readonly tilt: number;
  readonly rank: number;
  readonly places: (half: XY) => readonly XY[];
}

/** What names are laid out for and around. */
export interface NameRoom {
  readonly camera: Camera;
  readonly theme: Theme;
  readonly words: NameWords;
  /** What no name may cover. */
  readonly taken: readonly Box[];
  /** The space that a name takes, CSS pixels. */
  measure(face: LabelFace): readonly [width: number, height: number];
}

/** Names for a camera, none over the boxes of pieces. */
export function namesOn(marks: Pick<Marks, 'posts'>, places: readonly PlaceName[], room: NameRoom): PlacedName[] {
  const { camera, words, theme } = room;
  const wishes = [...postWishes(marks, camera, words, theme), ...placeWishes(places, camera, words, theme)].sort((a, b) => a.rank - b.rank);
  const taken: Box[] = room.taken.map((box) => ({ ...box, halfWidth: box.halfWidth - 2, halfHeight: box.halfHeight - 2 }));
  const named: PlacedName[] = [];
  for (const { id, face, tilt, places: tried } of wishes) {
    const [width, height] = room.measure(face);
    const half = turnedHalf(width / 2, height / 2, tilt);
    const box = firstFree({ x: 0, y: 0, halfWidth: half[0], halfHeight: half[1] }, tried(half), taken, 4);
    if (box === null || !isSeen(camera, box)) continue;
    taken.push(box);
    named.push({ ...box, id, face, tilt });
  }
  return named;
}

function turnedHalf(halfWidth: number, halfHeight: number, tilt: number): XY {
  const [cos, sin] = [Math.abs(Math.cos(tilt)), Math.abs(Math.sin(tilt))];
  return [halfWidth * cos + halfHeight * sin, halfWidth * sin + halfHeight * cos];
}

function isSeen({ width, height }: Camera, { x, y, halfWidth, halfHeight }: Box): boolean {
  return x > -halfWidth && y > -halfHeight && x < width + halfWidth && y < height + halfHeight;
}

function postWishes({ posts }: Pick<Marks, 'posts'>, camera: Camera, words: NameWords, theme: Theme): Wish[] {
  return posts.flatMap((post) => {
    if (!post.matters && camera.zoom < 78) return [];
    const face = postFace(post, camera, words, theme);
    const at = onScreen(camera, ...post.place);
    const reach = reachOf(post, camera);
    const rank = post.matters ? 0 : post.holder === 'contested' ? 1 : post.hill ? 3 : 5;
    const away = outward(post, posts);
    return [{ id: post.id, face, tilt: 0, rank, places: (half: XY) => beside(at, reach, half, away) }];
  });
}

/** Posts this near, metres, would have their names mixed up. */
const NEIGHBOUR = 420;

/** The way out of the group that a post lies in, on the screen; null for a post alone. */
function outward({ id, place }: PostMark, posts: readonly PostMark[]): XY | null {
  const near = posts.filter((other) => other.id !== id && distance(other.place, place) < NEIGHBOUR).map((other) => other.place);
  if (near.length === 0) return null;
  const [east, north] = middleOf(near);
  const length = distance([east, north], place) || 1;
  return [(place[0] - east) / length, (north - place[1]) / length];
}

function postFace({ id, holder, matters, age }: PostMark, { zoom }: Camera, words: NameWords, theme: Theme): LabelFace {
  const { own, other } = words.post(id);
  const size = matters ? (theme.name === 'night' ? 16 : 15) : 12.5;
  const nation = theme.nation[holder === 'besieger' ? 'besieger' : 'garrison'];
  const colour = theme.name === 'night' ? (holder === 'besieger' ? nation.deep : theme.ink) : nation.deep;
  const both = (matters || zoom >= 240) && other !== own;
  return {
    text: own, size, colour, halo: theme.halo, spacing: 0, alpha: age > 3 ? 0.8 : 1,
    font: `${matters ? '700' : '600'} ${String(size)}px ${NARROW}`,
    under: both ? other : '',
    underColour: theme.name === 'night' ? '#a9cbea' : theme.nation.besieger.deep,
  };
}

/** Half of the post on the screen, plus room for its wire. */
function reachOf({ outline }: PostMark, camera: Camera): number {
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const metres = Math.min(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)) / 2;
  return Math.max(9, (metres * camera.zoom) / 1000);
}

/** Below, above, right, left of a mark, then the corners; in a group, first those that lead out of it. */
function beside([x, y]: XY, reach: number, [halfWidth, halfHeight]: XY, away: XY | null): XY[] {
  const [dx, dy] = [reach + halfWidth + 2, reach + halfHeight];
  const ways: XY[] = [[0, 1], [0, -1], [1, 0], [-1, 0], [0.8, 0.8], [-0.8, 0.8], [0.8, -0.8], [-0.8, -0.8]];
  const out = ([wx, wy]: XY): number => (away === null ? 0 : (wx * away[0] + wy * away[1]) / Math.hypot(wx, wy));
  const sorted = ways.map((way, i) => ({ way, worth: out(way) - i * 0.01 })).sort((a, b) => b.worth - a.worth);
  const near = sorted.map(({ way: [wx, wy] }): XY => [x + wx * dx, y + wy * dy]);
  return [...near, [x, y + dy + 8], [x, y - dy - 8]];
}

const FROM_ZOOM: Readonly<Record<PlaceName['kind'], number>> = { water: 0, relief: 0, road: 70, hill: 78, village: 96 };
const RANK: Readonly<Record<PlaceName['kind'], number>> = { water: 2, hill: 4, road: 6, relief: 7, village: 8 };

function placeWishes(places: readonly PlaceName[], camera: Camera, words: NameWords, theme: Theme): Wish[] {
  return places.flatMap((name) => {
    if (camera.zoom < FROM_ZOOM[name.kind]) return [];
    const at = onScreen(camera, ...name.place);
    const below = name.kind === 'village' ? 12 : 0;
    const tilt = (name.tilt * Math.PI) / 180;
    return [{ id: name.id, face: placeFace(name, words, theme), tilt, rank: RANK[name.kind], places: (): XY[] => [[at[0], at[1] + below]] }];
  });
}

function placeFace(name: PlaceName, words: NameWords, theme: Theme): LabelFace {
  const text = words.place(name);
  const plain = { text, halo: theme.halo, under: '', underColour: theme.ink, alpha: 1 };
  switch (name.kind) {
    case 'water': return { ...plain, size: 14, spacing: 1.5, colour: theme.water, font: `italic 500 14px ${SERIF}` };
    case 'road': return { ...plain, size: 12, spacing: 0, colour: theme.road, font: `600 12px ${NARROW}` };
    case 'hill': return { ...plain, size: 12.5, spacing: 0, colour: theme.relief, font: `italic 500 12.5px ${SERIF}` };
    case 'village': return { ...plain, size: 12, spacing: 0, colour: theme.relief, font: `italic 500 12px ${SERIF}` };
    case 'relief': return { ...plain, size: 14, spacing: 1.5, colour: theme.relief, font: `italic 500 14px ${SERIF}` };
  }
}
