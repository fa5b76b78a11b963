/** Who can see what: observers, posts and trench heads look over the ground by day, by flares or not at all. */
import { at } from './board.ts';
import type { Board } from './board.ts';
import { whereOf } from './stations.ts';
import { share } from './numbers.ts';
import type { SideId } from './scenario.ts';
import { isSeenBy } from './sight.ts';
import { isSeenFromPosts } from './lookouts.ts';
import type { GameState, SkyKind } from './state.ts';
import type { Rules } from './tunables.ts';
import type { ApproachView } from './view.ts';
import type { Turn } from './turn-context.ts';

/** How a place is seen: by day, by the light of flares, or not. */
export type Seen = 'day' | 'flares' | 'no';

/** Whence a side looks. */
export interface Eyes {
  /** By row of the post: 1 where men of the side hold it. */
  readonly manned: readonly number[];
  /** True where they hold any. */
  readonly holds: boolean;
  /** Hexes of its observers, then of the heads of its trenches. */
  readonly hexes: readonly number[];
}

/** A side's look over the ground: whence, and less than the root of how many square metres far. */
export interface Look {
  readonly eyes: Eyes;
  readonly square: number;
}

/** How a side looks over the ground now; `reach` is how far by day in clear air (metres). */
export function lookOf(state: GameState, turn: Turn, side: SideId, reach: number): Look {
  const metres = turn.night ? turn.rules.observation.nightSight : reach;
  return { eyes: eyesNow(state, turn, side), square: squareOf(state, turn.rules, metres) };
}

/** True where one of those eyes sees a hex. */
export function sees(board: Board, { eyes: { hexes, holds, manned }, square }: Look, hex: number): boolean {
  return (hexes.length > 0 && isSeenBy(board, hexes, hex, square)) || (holds && isSeenFromPosts(board, manned, hex, square));
}

/** How a side sees a hex now; `reach` is how far by day in clear air (metres). */
export function seesHex(state: GameState, turn: Turn, side: SideId, hex: number, reach: number): Seen {
  if (!sees(turn.board, lookOf(state, turn, side, reach), hex)) return 'no';
  return turn.night ? 'flares' : 'day';
}

/** True where an observer of a side looks straight at a hex from which a gun flashes, by day or by night. */
export function seesFlash(state: GameState, turn: Turn, side: SideId, hex: number): boolean {
  return sees(turn.board, { eyes: eyesNow(state, turn, side), square: squareOf(state, turn.rules, turn.rules.observation.daySight) }, hex);
}

/** What the sky leaves of so many metres, and one more, squared. */
function squareOf(state: GameState, rules: Rules, metres: number): number {
  const range = share(metres, clearness(rules, state.sky.valley)) + 1;
  return range * range;
}

/** Permille of the clear sky's sight that the sky leaves. */
export function clearness({ observation }: Rules, sky: SkyKind): number {
  switch (sky) {
    case 'clear': return 1000;
    case 'cloud': return observation.cloudSight;
    case 'rain': return observation.rainSight;
    case 'storm': return observation.stormSight;
  }
}

/** Hexes from which a side looks: its observers, its posts, the heads of its trenches. */
export function eyesOf(state: GameState, turn: Turn, side: SideId): readonly number[] {
  const { manned, hexes } = eyesNow(state, turn, side);
  const all = hexes.slice();
  for (let row = 0; row < manned.length; row += 1) if (manned[row] === 1) all.push(at(turn.board.posts, row).hex);
  return all;
}

/** Counted once in a turn while no post changes hands. */
function eyesNow(state: GameState, turn: Turn, side: SideId): Eyes {
  if (turn.eyes === null) return countEyes(state, turn, side);
  return (turn.eyes[side] ??= countEyes(state, turn, side));
}

function countEyes(state: GameState, turn: Turn, side: SideId): Eyes {
  const hexes = turn.board.rows[side].observers.slice();
  if (side === 'besieger') addHeads(state, hexes);
  const manned = mannedPosts(state, turn, side);
  return { manned, holds: manned.includes(1), hexes };
}

/** Adds the heads of all trenches. */
function addHeads({ approaches }: GameState, eyes: number[]): void {
  for (let row = 0; row < approaches.length; row += 1) {
    const approach = approaches[row];
    if (approach !== undefined) eyes.push(approach.path[stepsDug(approach.path.length, approach.lengthMetres, approach.dugMetres)] ?? 0);
  }
}

/** Posts that a side holds with men in them: 1, by row. */
function mannedPosts(state: GameState, turn: Turn, side: SideId): number[] {
  const { posts, units } = state;
  const manned: number[] = [];
  let empty = 0;
  for (let row = 0; row < posts.length; row += 1) {
    const holder = posts[row]?.holder;
    const own = holder === side || holder === 'contested';
    manned.push(own ? 0 : NOT_ITS_OWN);
    if (own) empty += 1;
  }
  const rows = turn.board.rows[side].units;
  const { post } = whereOf(state, turn);
  for (let index = 0; index < rows.length && empty > 0; index += 1) {
    const row = rows[index] ?? 0;
    const there = post[row] ?? 0;
    if (there === posts.length || manned[there] !== 0 || units[row]?.men === 0) continue;
    manned[there] = 1;
    empty -= 1;
  }
  return manned;
}

/** A post that the side does not hold, whoever stands in it. */
const NOT_ITS_OWN = -1;

/** The hex of a trench head: so far along its path as metres are dug. */
export function headHex({ path, lengthMetres, dugMetres }: Pick<ApproachView, 'path' | 'lengthMetres' | 'dugMetres'>): number {
  return at(path, stepsDug(path.length, lengthMetres, dugMetres));
}

function stepsDug(hexes: number, lengthMetres: number, dugMetres: number): number {
  const last = hexes > 0 ? hexes - 1 : 0;
  return lengthMetres <= 0 || dugMetres >= lengthMetres ? last : Math.floor((dugMetres * last) / lengthMetres);
}
