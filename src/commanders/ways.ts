/**
 * The ways of regiments from their homes to the posts, as the besieger's staff measures them on its map. Posts and homes
 * do not move, so what was measured once is held against the view and used again, by all sieges of a map.
 */
import { metresBetween } from '../engine/index.ts';
import type { Place, SideView } from '../engine/index.ts';
import { STEADY } from './doctrine.ts';

/** Where the posts lie, by their row, and the ways to them that were asked for. */
interface Lie {
  readonly posts: number;
  readonly east: Int32Array;
  readonly north: Int32Array;
  readonly ways: Way[];
}

/** The ways from one home. */
export interface Way {
  readonly lie: Lie;
  readonly home: Place;
  /** By row of the post. */
  readonly metres: Int32Array;
  /** The posts that cover each post, as a set of rows; empty until it is asked for. */
  readonly covering: Int32Array;
  readonly isKnown: Uint8Array;
}

const MEASURED = new WeakMap<SideView['facts']['map'], Lie>();

/** Where a view's posts lie. */
export function lieOf(view: SideView): Lie {
  const { facts: { map }, posts } = view;
  const known = MEASURED.get(map);
  if (known !== undefined && fits(known, view)) return known;
  const lie: Lie = { posts: posts.length, east: Int32Array.from(posts, ({ east }) => east), north: Int32Array.from(posts, ({ north }) => north), ways: [] };
  MEASURED.set(map, lie);
  return lie;
}

function fits(lie: Lie, { posts }: SideView): boolean {
  if (lie.posts !== posts.length) return false;
  for (let row = 0; row < posts.length; row += 1) if (posts[row]?.east !== lie.east[row] || posts[row]?.north !== lie.north[row]) return false;
  return true;
}

/** The ways from where a regiment is at home: all siege, or as it stands now. */
export function waysFrom(lie: Lie, home: Place, holds: boolean): Way {
  for (const way of lie.ways) if (way.home.east === home.east && way.home.north === home.north) return way;
  const way = measured(lie, home);
  if (holds) lie.ways.push(way);
  return way;
}

function measured(lie: Lie, home: Place): Way {
  const { posts } = lie;
  const metres = new Int32Array(posts);
  for (let row = 0; row < posts; row += 1) metres[row] = metresBetween(home, placeOf(lie, row));
  return { lie, home, metres, covering: new Int32Array(posts * wordsFor(posts)), isKnown: new Uint8Array(posts) };
}

function placeOf({ east, north }: Lie, row: number): Place {
  return { east: east[row] ?? 0, north: north[row] ?? 0 };
}

/** Rows that one word of a set tells of. */
const WORD = 32;

function wordsFor(rows: number): number {
  return Math.ceil(rows / WORD);
}

/** An empty set of rows, to enter them in. */
export function noRows(rows: number): number[] {
  const set: number[] = [];
  for (let word = 0; word < wordsFor(rows); word += 1) set.push(0);
  return set;
}

/** Enters a row in a set. */
export function enterRow(set: number[] | Int32Array, first: number, row: number): void {
  const word = first + (row >> 5);
  set[word] = (set[word] ?? 0) | (1 << (row & (WORD - 1)));
}

/** One of a set of posts lies on the way to another, so that it comes first. */
export function isCovered(way: Way, row: number, set: readonly number[]): boolean {
  const first = row * set.length;
  if (way.isKnown[row] !== 1) look(way, row, first);
  for (let word = 0; word < set.length; word += 1) if (((way.covering[first + word] ?? 0) & (set[word] ?? 0)) !== 0) return true;
  return false;
}

function look(way: Way, row: number, first: number): void {
  for (let other = 0; other < way.lie.posts; other += 1) if (covers(way, other, row)) enterRow(way.covering, first, other);
  way.isKnown[row] = 1;
}

/** Nearer to the home, and hardly a detour. */
function covers({ lie, metres }: Way, other: number, row: number): boolean {
  const whole = metres[row] ?? 0;
  const part = metres[other] ?? 0;
  return part < whole && part + metresBetween(placeOf(lie, other), placeOf(lie, row)) < whole + STEADY.detour;
}
