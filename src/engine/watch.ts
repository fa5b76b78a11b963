/** Who can see what: observers, posts and trench heads look over the ground by day, by flares or not at all. */
import { at } from './board.ts';
import type { Board } from './board.ts';
import { postRowOf } from './stations.ts';
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
  /** Hexes of its observers, then of the heads of its trenches. */
  readonly hexes: readonly number[];
}

/** How a side sees a hex now; `reach` is how far by day in clear air (metres). */
export function seesHex(state: GameState, turn: Turn, side: SideId, hex: number, reach: number): Seen {
  const range = turn.night ? turn.rules.observation.nightSight : reach;
  if (!isWatched(state, turn, side, hex, range)) return 'no';
  return turn.night ? 'flares' : 'day';
}

/** True where an observer of a side looks straight at a hex from which a gun flashes, by day or by night. */
export function seesFlash(state: GameState, turn: Turn, side: SideId, hex: number): boolean {
  return isWatched(state, turn, side, hex, turn.rules.observation.daySight);
}

/** True where a side looks at a hex from no farther than the sky leaves of so many metres. */
function isWatched(state: GameState, turn: Turn, side: SideId, hex: number, metres: number): boolean {
  const range = share(metres, clearness(turn.rules, state.sky.valley)) + 1;
  const { manned, hexes } = eyesNow(state, turn, side);
  return isSeenBy(turn.board, hexes, hex, range * range) || isSeenFromPosts(turn.board, manned, hex, range * range);
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
  if (turn.eyes === null) return countEyes(state, turn.board, side);
  return (turn.eyes[side] ??= countEyes(state, turn.board, side));
}

function countEyes(state: GameState, board: Board, side: SideId): Eyes {
  const hexes = board.rows[side].observers.slice();
  if (side === 'besieger') addHeads(state, hexes);
  return { manned: mannedPosts(state, board, side), hexes };
}

/** Adds the heads of all trenches. */
function addHeads({ approaches }: GameState, eyes: number[]): void {
  for (let row = 0; row < approaches.length; row += 1) {
    const approach = approaches[row];
    if (approach !== undefined) eyes.push(approach.path[stepsDug(approach.path.length, approach.lengthMetres, approach.dugMetres)] ?? 0);
  }
}

/** Posts that a side holds with men in them: 1, by row. */
function mannedPosts(state: GameState, board: Board, side: SideId): number[] {
  const { posts, units } = state;
  const manned: number[] = [];
  let held = 0;
  for (let row = 0; row < posts.length; row += 1) {
    const holder = posts[row]?.holder;
    manned.push(NOT_ITS_OWN);
    if (holder !== side && holder !== 'contested') continue;
    manned[row] = 0;
    held += 1;
  }
  const rows = board.rows[side].units;
  for (let index = 0; index < rows.length && held > 0; index += 1) {
    const row = rows[index] ?? 0;
    const unit = units[row];
    if (unit === undefined || unit.men === 0) continue;
    const post = postRowOf(state, board, row, unit);
    if (post >= 0 && manned[post] === 0) manned[post] = 1;
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
