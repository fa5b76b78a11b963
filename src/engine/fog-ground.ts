/** The ground as a side knows it, hex by hex: the besieger's trench, and whose each hex is. */
import type { Board } from './board.ts';
import type { SideId } from './scenario.ts';
import type { GameState } from './state.ts';
import { GROUND_BESIEGER, GROUND_GARRISON } from './state-siege.ts';
import type { ApproachView } from './view.ts';

/** Metres of trench and GROUND_*, by hex. */
export interface GroundSeen {
  readonly trench: readonly number[];
  readonly ring: readonly number[];
}

/**
 * The besieger knows both. The garrison knows trench along the approaches that it has seen, as far as it saw them
 * dug; where it walks both know, of the rest it knows those trenches and the posts that it lost.
 */
export function groundSeen(board: Board, state: GameState, side: SideId, approaches: readonly ApproachView[]): GroundSeen {
  if (side === 'besieger') return { trench: state.ground.trench, ring: state.ring.ground };
  const trench = board.nothing.slice();
  const ring = walkedGround(board, state.ring.ground);
  for (let index = 0; index < approaches.length; index += 1) {
    const approach = approaches[index];
    if (approach !== undefined) layAlong(approach, board.grid.stepMetres, trench, ring);
  }
  for (let row = 0; row < state.posts.length; row += 1) {
    const hex = board.posts[row]?.hex ?? 0;
    if (state.posts[row]?.holder === 'besieger' && ring[hex] !== GROUND_GARRISON) ring[hex] = GROUND_BESIEGER;
  }
  return { trench, ring };
}

/** Where the garrison walks; all else is nobody's. */
function walkedGround(board: Board, ground: readonly number[]): number[] {
  const walked = board.nothing.slice();
  for (let hex = 0; hex < ground.length; hex += 1) if (ground[hex] === GROUND_GARRISON) walked[hex] = GROUND_GARRISON;
  return walked;
}

/** Lays what was seen of one approach into both. */
function layAlong({ path, dugMetres }: ApproachView, stepMetres: number, trench: number[], ring: number[]): void {
  let metres = dugMetres;
  for (let step = 0; step < path.length && metres > 0; step += 1) {
    const hex = path[step] ?? 0;
    const here = metres < stepMetres ? metres : stepMetres;
    if (here > (trench[hex] ?? 0)) trench[hex] = here;
    if (ring[hex] !== GROUND_GARRISON) ring[hex] = GROUND_BESIEGER;
    metres -= here;
  }
}
