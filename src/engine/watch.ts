/** Who can see what: observers, posts and trench heads look over the ground by day, by flares or not at all. */
import { at, postOf } from './board.ts';
import { share } from './numbers.ts';
import type { SideId } from './scenario.ts';
import { hexMetres, inSight } from './sight.ts';
import type { GameState, SkyKind } from './state.ts';
import type { Rules } from './tunables.ts';
import type { ApproachView } from './view.ts';
import { menIn } from './people.ts';
import type { Turn } from './turn-context.ts';

/** How a place is seen: by day, by the light of flares, or not. */
export type Seen = 'day' | 'flares' | 'no';

/** How a side sees a hex now; `reach` is how far by day in clear air (metres). */
export function seesHex(state: GameState, turn: Turn, side: SideId, hex: number, reach: number): Seen {
  const { observation } = turn.rules;
  const range = share(turn.night ? observation.nightSight : reach, clearness(turn.rules, state.sky.valley));
  for (const eye of eyesOf(state, turn, side)) {
    if (eye === hex) return turn.night ? 'flares' : 'day';
    if (hexMetres(turn.board, eye, hex) <= range && inSight(turn.board, eye, hex)) return turn.night ? 'flares' : 'day';
  }
  return 'no';
}

/** True where an observer of a side looks straight at a hex from which a gun flashes, by day or by night. */
export function seesFlash(state: GameState, turn: Turn, side: SideId, hex: number): boolean {
  const range = share(turn.rules.observation.daySight, clearness(turn.rules, state.sky.valley));
  return eyesOf(state, turn, side).some((eye) => hexMetres(turn.board, eye, hex) <= range && inSight(turn.board, eye, hex));
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
export function eyesOf(state: GameState, turn: Turn, side: SideId): number[] {
  const eyes = turn.board.observers.filter((observer) => observer.side === side).map((observer) => observer.hex);
  for (const post of state.posts) {
    if (post.holder === side || post.holder === 'contested') {
      if (menIn(state, turn.board, post.id, side) > 0) eyes.push(postOf(turn.board, post.id).hex);
    }
  }
  if (side === 'besieger') for (const approach of state.approaches) eyes.push(headHex(approach));
  return eyes;
}

/** The hex of a trench head: so far along its path as metres are dug. */
export function headHex({ path, lengthMetres, dugMetres }: Pick<ApproachView, 'path' | 'lengthMetres' | 'dugMetres'>): number {
  const last = Math.max(0, path.length - 1);
  const step = lengthMetres <= 0 ? last : Math.min(last, Math.floor((dugMetres * last) / lengthMetres));
  return at(path, step);
}
