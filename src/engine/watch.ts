/** Who can see what: observers, posts and trench heads look over the ground by day, by flares or not at all. */
import { at, rowOf } from './board.ts';
import { share } from './numbers.ts';
import type { SideId } from './scenario.ts';
import { isSeenBy } from './sight.ts';
import type { GameState, SkyKind } from './state.ts';
import type { Rules } from './tunables.ts';
import type { ApproachView } from './view.ts';
import type { Turn } from './turn-context.ts';

/** How a place is seen: by day, by the light of flares, or not. */
export type Seen = 'day' | 'flares' | 'no';

/** How a side sees a hex now; `reach` is how far by day in clear air (metres). */
export function seesHex(state: GameState, turn: Turn, side: SideId, hex: number, reach: number): Seen {
  const { observation } = turn.rules;
  const range = share(turn.night ? observation.nightSight : reach, clearness(turn.rules, state.sky.valley));
  if (!isSeenBy(turn.board, eyesOf(state, turn, side), hex, range)) return 'no';
  return turn.night ? 'flares' : 'day';
}

/** True where an observer of a side looks straight at a hex from which a gun flashes, by day or by night. */
export function seesFlash(state: GameState, turn: Turn, side: SideId, hex: number): boolean {
  const range = share(turn.rules.observation.daySight, clearness(turn.rules, state.sky.valley));
  return isSeenBy(turn.board, eyesOf(state, turn, side), hex, range);
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

/** Hexes from which a side looks: its observers, its posts, the heads of its trenches; counted once in a turn while no post changes hands. */
export function eyesOf(state: GameState, turn: Turn, side: SideId): readonly number[] {
  if (turn.eyes === null) return countEyes(state, turn, side);
  return (turn.eyes[side] ??= countEyes(state, turn, side));
}

function countEyes(state: GameState, turn: Turn, side: SideId): number[] {
  const eyes: number[] = [];
  for (const observer of turn.board.observers) if (observer.side === side) eyes.push(observer.hex);
  const manned = mannedPosts(state, turn, side);
  for (const [row, post] of state.posts.entries()) {
    if ((post.holder === side || post.holder === 'contested') && manned[row] === 1) eyes.push(at(turn.board.posts, row).hex);
  }
  if (side === 'besieger') for (const approach of state.approaches) eyes.push(headHex(approach));
  return eyes;
}

/** By row of the post: 1 where men of a side stand in it. */
function mannedPosts(state: GameState, turn: Turn, side: SideId): Uint8Array {
  const manned = new Uint8Array(state.posts.length);
  for (const [row, unit] of state.units.entries()) {
    if (unit.post !== null && unit.men > 0 && at(turn.board.units, row).side === side) manned[rowOf(turn.board.postRow, unit.post)] = 1;
  }
  return manned;
}

/** The hex of a trench head: so far along its path as metres are dug. */
export function headHex({ path, lengthMetres, dugMetres }: Pick<ApproachView, 'path' | 'lengthMetres' | 'dugMetres'>): number {
  const last = Math.max(0, path.length - 1);
  const step = lengthMetres <= 0 ? last : Math.min(last, Math.floor((dugMetres * last) / lengthMetres));
  return at(path, step);
}
