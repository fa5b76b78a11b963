/**
 * The way of a trench: from the besieger's ground to a post, round it, or to a hex.
 *
 * It is looked for from its end outward, until it meets trench, a captured post, ground far from every held post, or
 * the diggers themselves. Hexes that hold another post of the garrison are shut; those close to one are dear, since
 * a post covers the ground behind it. Ties go to the hex found first.
 */
import { at, OFF_MAP } from './board.ts';
import type { Board, BoardPost } from './board.ts';
import { centreOf } from './hex.ts';
import { nearestWanted, NO_ENTRY, NO_PLACE } from './near-posts.ts';
import { metresBetween } from './numbers.ts';
import type { GameState } from './state.ts';
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
  /** Posts that men of the garrison hold, and 1 for each of them by row. */
  readonly held: readonly BoardPost[];
  readonly isHeld: Uint8Array;
  /** Clock at which a post last changed hands. */
  readonly changed: number;
  /** Hexes of posts that the besieger took. */
  readonly taken: readonly number[];
  /** By hex: how many held posts cover it, POST for each that stands in it, TAKEN for one that was taken. Laid out for the first way. */
  marks: Uint16Array | null;
}

const POST = 256;
const TAKEN = 32_768;
const COVERED = POST - 1;

/** The posts as they stand now, for laying ways. */
export function fieldOf(state: GameState, board: Board, rules: Rules): Field {
  const held: BoardPost[] = [];
  const taken: number[] = [];
  const rows = new Uint8Array(board.posts.length);
  let changed = -1;
  for (let row = 0; row < rows.length; row += 1) {
    const post = at(state.posts, row);
    changed = Math.max(changed, post.heldSince);
    if (post.holder === 'besieger') taken.push(at(board.posts, row).hex);
    if (!isHeld(post)) continue;
    held.push(at(board.posts, row));
    rows[row] = 1;
  }
  return { board, rules, held, isHeld: rows, changed, taken, marks: null };
}

function marksOf({ board, held, taken }: Field): Uint16Array {
  const marks = new Uint16Array(board.heights.length);
  for (const post of held) {
    marks[post.hex] = (marks[post.hex] ?? 0) + POST;
    for (const hex of post.shield) marks[hex] = (marks[hex] ?? 0) + 1;
  }
  for (const hex of taken) marks[hex] = (marks[hex] ?? 0) | TAKEN;
  return marks;
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

/**
 * Dijkstra outward from the end; the path runs from the start found to the end. To enter a hex costs one of two sums
 * whatever it is entered from, so those waiting are two queues, each in order of cost. Of two that are as dear, the
 * one of the dearer step has waited longer and goes first.
 */
function wayTo(state: GameState, field: Field, end: number, goal: BoardPost | null, diggers: readonly number[]): number[] | null {
  const { paper, paper: { spent, order: near, later: far } } = field.board;
  const search: Search = { marks: (field.marks ??= marksOf(field)), goal, diggers, dear: Math.floor(field.rules.digging.shieldCost / 100), nearEnd: 1, farEnd: 0 };
  paper.page += 2;
  paper.seen[end] = paper.page;
  spent[end] = 0;
  near[0] = end;
  for (let nearRow = 0, farRow = 0; nearRow < search.nearEnd || farRow < search.farEnd;) {
    const isFar = farRow < search.farEnd && (nearRow === search.nearEnd || (spent[far[farRow] ?? 0] ?? 0) <= (spent[near[nearRow] ?? 0] ?? 0));
    const hex = (isFar ? far[farRow] : near[nearRow]) ?? 0;
    if (isFar) farRow += 1;
    else nearRow += 1;
    if (isStart(state, field, search, hex)) return pathFrom(paper.came, hex, end);
    stepOut(field.board, search, hex);
  }
  return null;
}

/** One search for a way. */
interface Search {
  readonly marks: Uint16Array;
  readonly goal: BoardPost | null;
  readonly diggers: readonly number[];
  /** A hex that another post covers, in tenths of its work. */
  readonly dear: number;
  /** Where the two queues end. */
  nearEnd: number;
  farEnd: number;
}

function stepOut({ beside, paper: { page, seen, spent, came, order: near, later: far } }: Board, search: Search, hex: number): void {
  const { marks, goal, dear } = search;
  const here = spent[hex] ?? 0;
  for (let side = hex * 6; side < hex * 6 + 6; side += 1) {
    const next = beside[side] ?? OFF_MAP;
    if (next === OFF_MAP) return;
    if (seen[next] === page || isShut(marks, next, goal)) continue;
    const covered = isCovered(marks, next, goal);
    seen[next] = page;
    came[next] = hex;
    spent[next] = here + (covered ? dear : OPEN_COST);
    if (covered) {
      far[search.farEnd] = next;
      search.farEnd += 1;
    } else {
      near[search.nearEnd] = next;
      search.nearEnd += 1;
    }
  }
}

/** A hex in the open, in tenths of its work. */
const OPEN_COST = 10;

/** Another post is held there. */
function isShut(marks: Uint16Array, hex: number, goal: BoardPost | null): boolean {
  const mark = (marks[hex] ?? 0) & ~TAKEN;
  return mark >= POST && (goal?.hex !== hex || mark >= 2 * POST);
}

/** Another held post covers it. */
function isCovered(marks: Uint16Array, hex: number, goal: BoardPost | null): boolean {
  const covers = (marks[hex] ?? 0) & COVERED;
  return covers > 1 || (covers === 1 && (goal === null || !goal.shield.includes(hex)));
}

/** Trench, a captured post, the besieger's base, or where the diggers stand; never where another post is held. */
function isStart(state: GameState, { board: { wardens }, rules, isHeld: held }: Field, { marks, goal, diggers }: Search, hex: number): boolean {
  if (isShut(marks, hex, goal)) return false;
  if (goal?.hex !== hex && isTrenched(state, rules, hex)) return true;
  if ((marks[hex] ?? 0) >= TAKEN || diggers.includes(hex)) return true;
  const place = wardens.place[hex] ?? NO_PLACE;
  return place === NO_PLACE || nearestWanted(wardens, place, held) === NO_ENTRY;
}

function pathFrom(towards: Int32Array, start: number, end: number): number[] {
  const path = [start];
  for (let hex = start; hex !== end;) {
    hex = towards[hex] ?? end;
    path.push(hex);
  }
  return path;
}
