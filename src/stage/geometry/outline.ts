/** The outline of a fortified post, from its length, width and axis. */
import { clipped, type XY } from './lines.ts';
import { scatterOf, seedOf } from './seeded.ts';

/** What the outline is made of; metres, and degrees clockwise from north. */
export interface OutlineSource {
  readonly id: string;
  readonly east: number;
  readonly north: number;
  readonly lengthMetres: number;
  readonly widthMetres: number;
  readonly axisDegrees: number;
}

const CORNERS = 10;
/** The outline lies a little inside the given measures, which include the wire. */
const SHARE = 0.84;
/** The wire stands this much outside the outline. */
export const WIRE_AT = 1.2;

/** An uneven decagon in metres east and north: salients and curtains in turn. */
export function outlineOf(post: OutlineSource): XY[] {
  const scatter = scatterOf(seedOf(post.id));
  const axis = (post.axisDegrees * Math.PI) / 180;
  const [long, short] = [(post.lengthMetres * SHARE) / 2, (post.widthMetres * SHARE) / 2];
  return Array.from({ length: CORNERS }, (_, corner) => {
    const turn = (corner / CORNERS) * 2 * Math.PI + 0.2;
    const reach = (corner % 2 === 1 ? 0.86 : 1.06) * (0.93 + scatter() * 0.14);
    const [along, across] = [Math.cos(turn) * long * reach, Math.sin(turn) * short * reach];
    return [
      post.east + along * Math.sin(axis) + across * Math.cos(axis),
      post.north + along * Math.cos(axis) - across * Math.sin(axis),
    ];
  });
}

/** The outline drawn larger or smaller about a centre. */
export function scaled(ring: readonly XY[], [cx, cy]: XY, factor: number): XY[] {
  return ring.map(([x, y]) => [cx + (x - cx) * factor, cy + (y - cy) * factor]);
}

/** The part of a post that an attacker who came from `from` has, by permille of its depth. */
export function lodged(ring: readonly XY[], centre: XY, from: XY, permille: number): XY[] {
  if (permille <= 0) return [];
  const length = Math.hypot(centre[0] - from[0], centre[1] - from[1]) || 1;
  const inward: XY = [(centre[0] - from[0]) / length, (centre[1] - from[1]) / length];
  const depths = ring.map(([x, y]) => (x - centre[0]) * inward[0] + (y - centre[1]) * inward[1]);
  const [near, far] = [Math.min(...depths), Math.max(...depths)];
  const reach = near + ((far - near) * Math.min(1000, permille)) / 1000;
  return clipped(ring, [centre[0] + inward[0] * reach, centre[1] + inward[1] * reach], inward);
}
