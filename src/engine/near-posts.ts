/** Which posts lie near each hex: worked out once for a board, so that no rule spreads over the map to find it out. */
import { hexesAbout, stepsBetween } from './hex.ts';
import type { Grid } from './scenario.ts';

/**
 * Hexes about the posts, numbered by place in the order of the map, and an entry for each post that is near one:
 * nearest first, those as near as each other in the scenario's order. The entries of a place begin at `first` and end
 * where those of the next begin.
 */
export interface NearPosts {
  /** By place: the hex, and its first entry. */
  readonly hexes: Uint16Array;
  readonly first: Uint32Array;
  /** By hex: its place; NO_PLACE where no post is near. */
  readonly place: Uint16Array;
  /** By entry: the row of the post, and the steps to it. */
  readonly post: Uint8Array;
  readonly steps: Uint8Array;
}

/** No place: far from every post. */
export const NO_PLACE = 65535;
/** No entry: none of the posts that are asked for is near. */
export const NO_ENTRY = -1;

/** What is said of one post at one hex. */
interface Entry {
  readonly post: number;
  readonly steps: number;
}

/** Lists the posts, by hex, no farther than so many steps from each hex. */
export function nearPostsOf(grid: Grid, posts: readonly number[], depth: number): NearPosts {
  const lists = Array.from({ length: grid.cols * grid.rows }, (): Entry[] => []);
  for (const [post, hex] of posts.entries()) {
    for (const near of hexesAbout(grid, hex, depth)) lists[near]?.push({ post, steps: stepsBetween(grid, hex, near) });
  }
  for (const list of lists) list.sort((a, b) => a.steps - b.steps || a.post - b.post);
  return numbered(lists);
}

function numbered(lists: readonly (readonly Entry[])[]): NearPosts {
  const hexes = [...lists.keys()].filter((hex) => lists[hex]?.length !== 0);
  const entries = lists.flat();
  const first = new Uint32Array(hexes.length + 1);
  const place = new Uint16Array(lists.length).fill(NO_PLACE);
  for (const [here, hex] of hexes.entries()) {
    place[hex] = here;
    first[here + 1] = (first[here] ?? 0) + (lists[hex]?.length ?? 0);
  }
  return {
    place, first, hexes: Uint16Array.from(hexes),
    post: Uint8Array.from(entries, ({ post }) => post), steps: Uint8Array.from(entries, ({ steps }) => steps),
  };
}

/** The entry of the nearest post that is wanted (1, by row) about a place. */
export function nearestWanted({ first, post }: NearPosts, place: number, wanted: Uint8Array): number {
  const end = first[place + 1] ?? 0;
  for (let entry = first[place] ?? 0; entry < end; entry += 1) if (wanted[post[entry] ?? 0] === 1) return entry;
  return NO_ENTRY;
}
