/** The ground that a siege ring can ever be drawn on: the hexes about the posts, and what each is worth to them. */
import { hexAt, hexesAbout, onGrid, stepsBetween } from './hex.ts';
import { nearPostsOf, nearestWanted, NO_ENTRY, NO_PLACE } from './near-posts.ts';
import type { NearPosts } from './near-posts.ts';
import type { Grid, Place, Scenario } from './scenario.ts';
import { FAR_HEXES } from './state-siege.ts';

/** Places near enough to a post to be held from it. NOWHERE is one more than the last of them. */
export interface RingGround {
  readonly near: NearPosts;
  /** By entry: what the place is worth to the post, INSIDE_CAMP and GATHERED_FROM together. */
  readonly worth: Uint8Array;
  /** Hexes from which some post can gather: the usable drop zone lies among them. */
  readonly gathered: readonly number[];
  /** By row of the post: its own place, and the places that are near it. */
  readonly posts: Uint16Array;
  readonly about: readonly Uint16Array[];
  /** Three for each place: beside it in the same row, left and right in the row before; NOWHERE where there is none. */
  readonly before: Uint16Array;
  /** For each place those one step away, two steps away and so on, RING of them a step; NOWHERE where there is none. */
  readonly rings: Uint16Array;
  /** Steps that these rings go. */
  readonly depth: number;
  readonly paper: RingPaper;
}

/** To draw on: each drawing wipes what it needs, but for the two lists that follow the posts from drawing to drawing. */
export interface RingPaper {
  readonly held: NearestOf;
  readonly linked: NearestOf;
  /** By place: what a post makes of it; which stretch of open ground it is a part of; steps to closed ground. */
  readonly marks: Uint8Array;
  readonly stretch: Uint16Array;
  readonly fire: Uint8Array;
  /** Closed places. */
  readonly closed: Uint16Array;
  /** By stretch: the first of those that it is joined to. */
  readonly joined: Uint16Array;
  readonly last: LastDrawing;
}

/** What was drawn last, to go on from where only trench has closed a hex since. */
export interface LastDrawing {
  /** The list that it was drawn on, by which its state is told from others; null before the first. */
  of: readonly number[] | null;
  /** By row of the post: 1 where the besieger had taken it. */
  readonly taken: Uint8Array;
  /** By row of the camp: the stretch that it walks over, nought where it walks nowhere; what it has. */
  walks: readonly number[];
  camps: readonly CampGround[];
}

/** What a camp has of the ground. */
export interface CampGround {
  zoneHexes: number;
  areaHexes: number;
  /** Sums over the hexes of its zone, metres. */
  eastSum: number;
  northSum: number;
}

/** The nearest of some posts, by place. */
export interface NearestOf {
  /** Which posts (1, by row). */
  readonly wanted: Uint8Array;
  /** By place: the entry of the nearest of them, and the steps to it; NO_ENTRY and FAR_HEXES where none is near. */
  readonly entry: Int32Array;
  readonly steps: Uint8Array;
}

/** The hex is near enough to the post to lie inside its camp. */
export const INSIDE_CAMP = 1;
/** It is near enough, and open enough, for its men to gather bundles there. */
export const GATHERED_FROM = 2;
/** Places a step away, for each step. */
export const RING = 6;

/** Works the ground out. */
export function ringGroundOf(scenario: Scenario, posts: readonly { readonly hex: number; readonly facts: Place }[], middles: Middles): RingGround {
  const { map: { grid }, rules } = scenario;
  const near = nearPostsOf(grid, posts.map(({ hex }) => hex), Math.floor(rules.ring.heldMetres / grid.stepMetres));
  const depth = Math.max(1, Math.floor(rules.ring.fireMetres / grid.stepMetres));
  const worth = worthsOf(scenario, posts, middles, near);
  return {
    near, depth, worth,
    gathered: [...near.hexes].filter((_, place) => worth.subarray(near.first[place], near.first[place + 1]).some((one) => (one & GATHERED_FROM) !== 0)),
    posts: Uint16Array.from(posts, ({ hex }) => near.place[hex] ?? NO_PLACE),
    about: posts.map((_, row) => Uint16Array.from([...near.hexes.keys()].filter((place) => isNear(near, place, row)))),
    before: beforeOf(grid, near),
    rings: ringsOf(grid, near, depth),
    paper: paperFor(near.hexes.length + 1, posts.length),
  };
}

/** Middles of the hexes, metres. */
interface Middles {
  readonly east: Int32Array;
  readonly north: Int32Array;
}

function worthsOf(scenario: Scenario, posts: readonly { readonly facts: Place }[], middles: Middles, { hexes, first, post }: NearPosts): Uint8Array {
  const worth = new Uint8Array(post.length);
  for (const [place, hex] of hexes.entries()) {
    for (let entry = first[place] ?? 0; entry < (first[place + 1] ?? 0); entry += 1) {
      const near = posts[post[entry] ?? 0];
      if (near !== undefined) worth[entry] = worthOf(scenario, near.facts, hex, middles);
    }
  }
  return worth;
}

/** Cover under which bundles are lost. */
const FOREST = 2;

function worthOf({ map, rules }: Scenario, post: Place, hex: number, { east, north }: Middles): number {
  const byEast = (east[hex] ?? 0) - post.east;
  const byNorth = (north[hex] ?? 0) - post.north;
  const square = byEast * byEast + byNorth * byNorth;
  const inside = square <= rules.ring.areaMetres * rules.ring.areaMetres;
  const gathered = square <= rules.ring.gatherMetres * rules.ring.gatherMetres && map.cover[hex] !== FOREST;
  return (inside ? INSIDE_CAMP : 0) + (gathered ? GATHERED_FROM : 0);
}

function isNear({ first, post }: NearPosts, place: number, row: number): boolean {
  return post.subarray(first[place], first[place + 1]).includes(row);
}

function beforeOf(grid: Grid, { hexes, place }: NearPosts): Uint16Array {
  const before = new Uint16Array(hexes.length * 3);
  const placeAt = (col: number, row: number): number => (onGrid(grid, col, row) ? placeOr(place[hexAt(grid, col, row)], hexes.length) : hexes.length);
  for (const [here, hex] of hexes.entries()) {
    const row = Math.floor(hex / grid.cols);
    const col = hex - row * grid.cols;
    const left = col + (row % 2) - 1;
    before.set([placeAt(col - 1, row), placeAt(left, row - 1), placeAt(left + 1, row - 1)], here * 3);
  }
  return before;
}

function placeOr(place: number | undefined, nowhere: number): number {
  return place === undefined || place === NO_PLACE ? nowhere : place;
}

function ringsOf(grid: Grid, { hexes, place }: NearPosts, depth: number): Uint16Array {
  const stride = (RING * depth * (depth + 1)) / 2;
  const rings = new Uint16Array(hexes.length * stride).fill(hexes.length);
  for (const [here, hex] of hexes.entries()) {
    const found = Array.from({ length: depth + 1 }, () => 0);
    for (const there of hexesAbout(grid, hex, depth)) {
      const steps = stepsBetween(grid, hex, there);
      if (steps === 0) continue;
      rings[here * stride + (RING * steps * (steps - 1)) / 2 + (found[steps] ?? 0)] = placeOr(place[there], hexes.length);
      found[steps] = (found[steps] ?? 0) + 1;
    }
  }
  return rings;
}

function paperFor(places: number, posts: number): RingPaper {
  const nearest = (): NearestOf => ({ wanted: new Uint8Array(posts), entry: new Int32Array(places).fill(NO_ENTRY), steps: new Uint8Array(places).fill(FAR_HEXES) });
  return {
    held: nearest(), linked: nearest(), marks: new Uint8Array(places), stretch: new Uint16Array(places), fire: new Uint8Array(places),
    closed: new Uint16Array(places), joined: new Uint16Array(places),
    last: { of: null, taken: new Uint8Array(posts), walks: [], camps: [] },
  };
}

const NO_PLACES = new Uint16Array(0);

/** Looks for the nearest anew about the posts that are wanted now (1, by row) and were not, or were and are no more. */
export function follow({ near, about }: RingGround, { wanted, entry, steps }: NearestOf, now: Uint8Array): void {
  let changed: number[] | null = null;
  for (let row = 0; row < now.length; row += 1) {
    if (wanted[row] === now[row]) continue;
    wanted[row] = now[row] ?? 0;
    (changed ??= []).push(row);
  }
  if (changed === null) return;
  for (const row of changed) {
    const places = about[row] ?? NO_PLACES;
    for (let index = 0; index < places.length; index += 1) {
      const place = places[index] ?? 0;
      const found = nearestWanted(near, place, wanted);
      entry[place] = found;
      steps[place] = found === NO_ENTRY ? FAR_HEXES : (near.steps[found] ?? 0);
    }
  }
}
