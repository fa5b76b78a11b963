/** What only a long siege puts on the map: the usable drop zone, loads that lie out, strips, galleries. */
import { GROUND_BESIEGER, GROUND_GARRISON, ringOf, type SideView } from '../../engine/index.ts';
import { mixed, type XY } from '../geometry/lines.ts';
import { hexOutlines } from '../geometry/hex-outline.ts';
import type { GalleryMark, LoadGround, LoadMark, StripMark, ZoneMark } from './marks.ts';
import { hexPoint, pointOf } from './places.ts';

const outlines = new WeakMap<readonly number[], readonly (readonly XY[])[]>();

/** The ground that the garrison walks, as its outline; worked out once for each view. */
export function zoneMark(view: SideView): ZoneMark {
  const { walked, facts, camps } = view;
  const inside = new Set(walked);
  const rings = outlines.get(walked) ?? hexOutlines(facts.map.grid, (hex) => inside.has(hex));
  outlines.set(walked, rings);
  const standing = camps.filter(({ stands }) => stands);
  return { rings, camps: standing.map(({ id, aimEast, aimNorth }) => ({ camp: id, middle: [aimEast, aimNorth] })) };
}

/** Loads hex by hex, by whose ground each hex is now. */
export function loadMarks(view: SideView): LoadMark[] {
  const { loads, facts } = view;
  const ring = ringOf(view);
  const byHex = new Map<number, { bundles: number; kilos: number }>();
  for (const { hex, bundles, kilos } of loads) {
    const here = byHex.get(hex) ?? { bundles: 0, kilos: 0 };
    byHex.set(hex, { bundles: here.bundles + bundles, kilos: here.kilos + bundles * kilos });
  }
  return [...byHex].map(([hex, here]) => ({ hex, place: hexPoint(facts.map.grid, hex), ground: groundOf(ring[hex]), ...here }));
}

/** Whose a hex is, for a load that lies in it. */
export function groundOf(ground: number | undefined): LoadGround {
  if (ground === GROUND_GARRISON) return 'garrison';
  return ground === GROUND_BESIEGER ? 'besieger' : 'between';
}

/** Strips with what they can be used for. */
export function stripMarks({ strips, facts }: SideView): StripMark[] {
  return strips.flatMap(({ id, use, craters }) => {
    const strip = facts.map.strips.find((one) => one.id === id);
    return strip === undefined ? [] : [{ id, line: [strip.south, strip.north], middle: mixed(strip.south, strip.north, 0.5), use, craters }];
  });
}

/** Galleries from the trench before a post to its middle. */
export function galleryMarks({ galleries, posts, approaches, facts }: SideView): GalleryMark[] {
  return galleries.flatMap(({ post: id, metres, lengthMetres, firedTurn }) => {
    const post = posts.find((one) => one.id === id);
    if (post === undefined) return [];
    const hex = approaches.find((one) => one.post === id)?.path.at(-2);
    const from: XY = hex === undefined ? [post.east + post.lengthMetres, post.north] : hexPoint(facts.map.grid, hex);
    return [{ post: id, place: pointOf(post), from, dug: Math.min(1, metres / Math.max(1, lengthMetres)), fired: firedTurn >= 0 }];
  });
}
