/**
 * The siege ring the plain way: every drawing begins anew and spreads over the whole map. The engine's own drawing, which
 * goes on from the last one, is held against it.
 *
 * The besieger dominates a hex that his trench closes, the hex of a post that he took and those beside it; a hex
 * that holds a post of the garrison stays open. What lies far from every held post is his base. The garrison walks
 * from the command post of each camp over all other hexes.
 */
import { at, rowOf } from '../../src/engine/board.ts';
import type { Board } from '../../src/engine/board.ts';
import { spreadFrom, UNREACHED } from './spread.ts';
import type { Spread } from './spread.ts';
import type { GameState } from '../../src/engine/state.ts';
import { FAR_HEXES, GROUND_BESIEGER, GROUND_GARRISON, GROUND_NOBODY } from '../../src/engine/state-siege.ts';
import { isHeld } from '../../src/engine/trench.ts';
import type { Rules } from '../../src/engine/tunables.ts';

interface CampGround {
  zoneHexes: number;
  areaHexes: number;
  /** Sums over the hexes of its zone, metres. */
  eastSum: number;
  northSum: number;
}

/** The ring as posts and trenches make it. */
export interface SlowRing {
  /** GROUND_*, by hex. */
  readonly ground: Uint8Array;
  readonly reach: Uint8Array;
  /** True for held posts that their command post can be walked to from, by row. */
  readonly linked: readonly boolean[];
  /** By row of the camp. */
  readonly camps: readonly CampGround[];
}

/** Works the ring out. */
export function slowRing(state: GameState, board: Board, rules: Rules, camps: readonly { readonly id: string; readonly commandPost: string }[]): SlowRing {
  const held = [...board.posts.keys()].filter((row) => isHeld(at(state.posts, row)));
  const inside = spreadFrom(board, hexesOf(board, held), stepsOf(board, rules.ring.heldMetres), null);
  const open = openGround(state, board, rules, inside);
  const walked = camps.map(({ commandPost }) => walkFrom(state, board, commandPost, open));
  const campOf = board.camps.ofPost;
  const linkedRows = held.filter((row) => walked[at(campOf, row)]?.steps[at(board.posts, row).hex] !== UNREACHED);
  const near = linkedRows.length === held.length ? inside : spreadFrom(board, hexesOf(board, linkedRows), stepsOf(board, rules.ring.heldMetres), null);
  const fire = spreadFrom(board, closedIn(inside, open), stepsOf(board, rules.ring.fireMetres), null);
  const linked = board.posts.map((_, row) => linkedRows.includes(row));
  return { linked, ...shareGround({ board, rules, walked, campOf, linkedRows, near, fire, inside, open, camps: camps.length }) };
}

function hexesOf(board: Board, rows: readonly number[]): number[] {
  return rows.map((row) => at(board.posts, row).hex);
}

/** Whole hexes in a distance. */
function stepsOf(board: Board, metres: number): number {
  return Math.floor(metres / board.grid.stepMetres);
}

/** Hexes that the besieger does not dominate (1), not farther from a held post than the camp reaches. */
function openGround(state: GameState, board: Board, rules: Rules, inside: Spread): Uint8Array {
  const open = new Uint8Array(board.heights.length);
  const { trench } = state.ground;
  for (let row = 0; row < inside.order.length; row += 1) {
    const hex = inside.order[row] ?? 0;
    if ((trench[hex] ?? 0) < rules.ring.closeMetres) open[hex] = 1;
  }
  for (const [row, post] of state.posts.entries()) {
    if (post.holder !== 'besieger') continue;
    const { hex } = at(board.posts, row);
    open[hex] = 0;
    for (const beside of at(board.neighbours, hex)) open[beside] = 0;
  }
  for (const hex of inside.order) {
    if (inside.steps[hex] !== 0) break;
    open[hex] = 1;
  }
  return open;
}

/** All that the garrison walks to from a command post that it holds. */
function walkFrom(state: GameState, board: Board, commandPost: string, open: Uint8Array): Spread {
  const row = rowOf(board.postRow, commandPost);
  return spreadFrom(board, isHeld(at(state.posts, row)) ? [at(board.posts, row).hex] : [], UNREACHED - 1, open);
}

/** Hexes of a spread that the besieger dominates. */
function closedIn(inside: Spread, open: Uint8Array): number[] {
  const closed: number[] = [];
  for (let row = 0; row < inside.order.length; row += 1) {
    const hex = inside.order[row] ?? 0;
    if (open[hex] !== 1) closed.push(hex);
  }
  return closed;
}

interface Parts {
  readonly board: Board;
  readonly rules: Rules;
  readonly walked: readonly Spread[];
  /** Row of the camp of each post. */
  readonly campOf: readonly number[];
  readonly linkedRows: readonly number[];
  readonly near: Spread;
  readonly fire: Spread;
  readonly inside: Spread;
  readonly open: Uint8Array;
  readonly camps: number;
}

/** Gives every hex to one side or to nobody, and counts what each camp has. */
function shareGround(parts: Parts): Pick<SlowRing, 'ground' | 'reach' | 'camps'> {
  const { board, near, fire, inside, open } = parts;
  const ground = new Uint8Array(board.heights.length).fill(GROUND_BESIEGER);
  const reach = new Uint8Array(board.heights.length).fill(FAR_HEXES);
  const camps = Array.from({ length: parts.camps }, (): CampGround => ({ zoneHexes: 0, areaHexes: 0, eastSum: 0, northSum: 0 }));
  for (let row = 0; row < near.order.length; row += 1) reach[near.order[row] ?? 0] = near.steps[near.order[row] ?? 0] ?? FAR_HEXES;
  for (let row = 0; row < inside.order.length; row += 1) {
    const hex = inside.order[row] ?? 0;
    if (open[hex] !== 1) continue;
    const away = near.steps[hex] ?? UNREACHED;
    const underFire = away > 0 && (fire.steps[hex] ?? UNREACHED) <= away;
    ground[hex] = underFire ? GROUND_BESIEGER : GROUND_NOBODY;
    if (!underFire && away !== UNREACHED) claim(parts, hex, ground, camps);
  }
  return { ground, reach, camps };
}

/** A hex near a linked post that the garrison walks to: inside the camp, and usable where bundles can be found on it. */
function claim({ board, rules, walked, campOf, linkedRows, near }: Parts, hex: number, ground: Uint8Array, camps: readonly CampGround[]): void {
  const row = at(linkedRows, near.source[hex] ?? 0);
  const { facts } = at(board.posts, row);
  if (walked[at(campOf, row)]?.steps[hex] === UNREACHED) return;
  const { cols, stepMetres, rowMetres, eastOfFirst, northOfFirst } = board.grid;
  const line = Math.floor(hex / cols);
  const east = eastOfFirst + (hex - line * cols) * stepMetres + (line % 2 === 1 ? Math.floor(stepMetres / 2) : 0);
  const north = northOfFirst + line * rowMetres;
  const square = (east - facts.east) * (east - facts.east) + (north - facts.north) * (north - facts.north);
  const camp = at(camps, at(campOf, row));
  if (square <= rules.ring.areaMetres * rules.ring.areaMetres) camp.areaHexes += 1;
  if (square > rules.ring.gatherMetres * rules.ring.gatherMetres || board.cover[hex] === FOREST) return;
  ground[hex] = GROUND_GARRISON;
  camp.zoneHexes += 1;
  camp.eastSum += east;
  camp.northSum += north;
}

/** Cover under which bundles are lost. */
const FOREST = 2;
