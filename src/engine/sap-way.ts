/**
 * The way of a trench: from the besieger's ground to a post, round it, or to a hex.
 *
 * It is looked for from its end outward, until it meets trench, a captured post, ground far from every held post, or
 * the diggers themselves. Hexes that hold another post of the garrison are shut; those close to one are dear, since
 * a post covers the ground behind it. Ties go to the hex found first.
 */
import { at } from './board.ts';
import type { Board, BoardPost } from './board.ts';
import { centreOf } from './hex.ts';
import { metresBetween } from './numbers.ts';
import type { GameState } from './state.ts';
import { spreadFrom, UNREACHED } from './spread.ts';
import { isHeld, isTrenched } from './trench.ts';
import type { Rules } from './tunables.ts';

/** Where a trench runs. */
export interface TrenchWay {
  /** From the ground where it begins to its end. */
  readonly path: number[];
  readonly lengthMetres: number;
}

/** What a way is looked for in. */
export interface Field {
  readonly board: Board;
  readonly rules: Rules;
  /** Posts that men of the garrison hold. */
  readonly held: readonly BoardPost[];
  /** Hexes of posts that the besieger took. */
  readonly taken: readonly number[];
  /** Worked out for the first way that is laid. */
  marks: Marks | null;
}

/** What held posts mean for the hexes about them. */
interface Marks {
  /** Held posts in each hex, and held posts that cover it. */
  readonly posts: Uint8Array;
  readonly covered: Uint8Array;
  /** Steps from the nearest held post; UNREACHED = a trench may begin there. */
  readonly steps: Uint8Array;
}

/** The posts as they stand now, for laying ways. */
export function fieldOf(state: GameState, board: Board, rules: Rules): Field {
  return {
    board, rules, marks: null,
    held: board.posts.filter((_, row) => isHeld(at(state.posts, row))),
    taken: board.posts.filter((_, row) => at(state.posts, row).holder === 'besieger').map(({ hex }) => hex),
  };
}

function marksOf({ board, rules, held }: Field): Marks {
  const posts = new Uint8Array(board.heights.length);
  const covered = new Uint8Array(board.heights.length);
  for (const post of held) {
    posts[post.hex] = (posts[post.hex] ?? 0) + 1;
    for (const hex of post.shield) covered[hex] = (covered[hex] ?? 0) + 1;
  }
  const { steps } = spreadFrom(board, held.map(({ hex }) => hex), Math.floor(rules.digging.startMetres / board.grid.stepMetres), null);
  return { posts, covered, steps };
}

/** The way of a sap to the wire of a post; null where there is none. */
export function sapWay(state: GameState, field: Field, post: BoardPost, diggers: readonly number[]): TrenchWay | null {
  const path = wayTo(state, field, post.hex, post, diggers);
  if (path === null) return null;
  const before = path[path.length - 2];
  const last = before === undefined ? 0 : metresBetween(centreOf(field.board.grid, before), post.facts);
  const metres = Math.max(0, path.length - 2) * field.board.grid.stepMetres + last - post.reachMetres;
  return { path, lengthMetres: Math.max(field.rules.digging.roofMetres, metres) };
}

/** The way of an axis to a hex; null where there is none. */
export function axisWay(state: GameState, field: Field, to: number, diggers: readonly number[]): TrenchWay | null {
  const path = wayTo(state, field, to, null, diggers);
  return path === null ? null : { path, lengthMetres: (path.length - 1) * field.board.grid.stepMetres };
}

/**
 * The way of a ring round a post: up to it by the cheapest way, then from hex to hex along its wire as far as no other
 * post stands in the way. Null where nothing is left to close.
 */
export function ringWay(state: GameState, field: Field, post: BoardPost, diggers: readonly number[]): TrenchWay | null {
  const around = at(field.board.neighbours, post.hex);
  if (around.every((hex) => isTrenched(state, field.rules, hex) || field.held.some((other) => other.hex === hex))) return null;
  const way = wayTo(state, field, post.hex, post, diggers);
  const first = way === null || way.length < 2 ? around.find((hex) => isTrenched(state, field.rules, hex)) : way[way.length - 2];
  if (way === null || first === undefined) return null;
  const up = way.length < 2 ? [first] : way.slice(0, -1);
  const path = [...up, ...arc(state, field, around, first)];
  const left = path.filter((hex) => !isTrenched(state, field.rules, hex)).length;
  return left === 0 ? null : { path, lengthMetres: Math.max(1, path.length - 1) * field.board.grid.stepMetres };
}

/** Along the hexes around a post from one of them, the way on which more is left to close. */
function arc(state: GameState, field: Field, around: readonly number[], first: number): number[] {
  const from = around.indexOf(first);
  const one = walkArc(state, field, around, from, 1);
  const other = walkArc(state, field, around, from, around.length - 1);
  return other.length > one.length ? other : one;
}

function walkArc(state: GameState, field: Field, around: readonly number[], from: number, step: number): number[] {
  const walked: number[] = [];
  let last = 0;
  for (let count = 1; count < around.length; count += 1) {
    const hex = at(around, (from + count * step) % around.length);
    if (field.held.some((post) => post.hex === hex)) break;
    walked.push(hex);
    if (!isTrenched(state, field.rules, hex)) last = walked.length;
  }
  return walked.slice(0, last);
}

/** Dijkstra outward from the end, by buckets of cost; the path runs from the start found to the end. */
function wayTo(state: GameState, field: Field, end: number, goal: BoardPost | null, diggers: readonly number[]): number[] | null {
  const { board } = field;
  const marks = (field.marks ??= marksOf(field));
  const own = goal === null ? NO_HEXES : goal.shield;
  const dear = Math.floor(field.rules.digging.shieldCost / 100);
  const { spent, came: towards } = board.paper;
  spent.fill(-1);
  const buckets: number[][] = [[end]];
  spent[end] = 0;
  for (let cost = 0; cost < buckets.length; cost += 1) {
    for (const hex of buckets[cost] ?? []) {
      if (spent[hex] !== cost) continue;
      if (isStart(state, field, marks, hex, goal, diggers)) return pathFrom(towards, hex, end);
      for (const next of at(board.neighbours, hex)) {
        if ((marks.posts[next] ?? 0) > (goal?.hex === next ? 1 : 0)) continue;
        const total = cost + ((marks.covered[next] ?? 0) > (own.includes(next) ? 1 : 0) ? dear : OPEN_COST);
        const known = spent[next] ?? 0;
        if (known >= 0 && known <= total) continue;
        spent[next] = total;
        towards[next] = hex;
        (buckets[total] ??= []).push(next);
      }
    }
  }
  return null;
}

const NO_HEXES: readonly number[] = [];

/** A hex in the open, in tenths of its work. */
const OPEN_COST = 10;

function pathFrom(towards: Int32Array, start: number, end: number): number[] {
  const path = [start];
  for (let hex = start; hex !== end;) {
    hex = towards[hex] ?? end;
    path.push(hex);
  }
  return path;
}

/** Trench, a captured post, the besieger's base, or where the diggers stand; never where another post is held. */
function isStart(state: GameState, { rules, taken }: Field, marks: Marks, hex: number, goal: BoardPost | null, diggers: readonly number[]): boolean {
  if ((marks.posts[hex] ?? 0) > (goal?.hex === hex ? 1 : 0)) return false;
  if (goal?.hex !== hex && isTrenched(state, rules, hex)) return true;
  return marks.steps[hex] === UNREACHED || taken.includes(hex) || diggers.includes(hex);
}
