/**
 * The siege ring after trench has closed a hex or two since it was last drawn, for which most drawings are asked for.
 *
 * Where no post has changed hands, no trench was filled in and no closed hex parts the open ground about it, every post
 * stays linked as it was, and only the ground at and about those hexes is another's. In all other cases the ring is
 * drawn anew, whatever was taken from it here already.
 */
import { at } from './board.ts';
import type { Board } from './board.ts';
import { claim } from './ring-claim.ts';
import { RING } from './ring-ground.ts';
import type { RingGround } from './ring-ground.ts';
import type { GameState } from './state.ts';
import { FAR_HEXES, GROUND_BESIEGER } from './state-siege.ts';
import { isHeld } from './trench.ts';
import type { Rules } from './tunables.ts';

/** Takes what was closed since from the ring that was last drawn for this very state; false where it must be drawn anew. */
export function shrinks(state: GameState, board: Board, rules: Rules): boolean {
  const { ring } = board;
  if (ring.paper.last.of !== state.ring.ground || state.ring.drawnAt < 0 || !isHeldAsBefore(state, ring)) return false;
  const closed = closedSince(state, ring, rules.ring.closeMetres);
  if (closed === null) return false;
  const reach = Math.floor(rules.ring.fireMetres / board.grid.stepMetres);
  for (const place of closed) {
    if (parts(board, place)) return false;
    close(state, board, place, reach);
  }
  return true;
}

function isHeldAsBefore({ posts }: GameState, { paper: { held, last } }: RingGround): boolean {
  for (let row = 0; row < posts.length; row += 1) {
    const post = at(posts, row);
    if (held.wanted[row] !== (isHeld(post) ? 1 : 0) || last.taken[row] !== (post.holder === 'besieger' ? 1 : 0)) return false;
  }
  return true;
}

/** Places that trench has closed; null where one that it had closed is open again. */
function closedSince({ ground: { trench } }: GameState, { near: { hexes }, paper: { held: { steps }, marks, stretch } }: RingGround, closeMetres: number): number[] | null {
  const closed: number[] = [];
  for (let place = 0; place < hexes.length; place += 1) {
    if (steps[place] === FAR_HEXES || marks[place] !== 0) continue;
    const isClosed = (trench[hexes[place] ?? 0] ?? 0) >= closeMetres;
    if (isClosed === (stretch[place] === 0)) continue;
    if (!isClosed) return null;
    closed.push(place);
  }
  return closed;
}

/** The six places beside one, round about, in the list that goes by the map. */
const ROUND_ABOUT = [0, 1, 3, 5, 4, 2] as const;

/** True where the open places beside one do not lie side by side, so that none but this may have joined them; also at the edge of the map, where their list is shorter. */
function parts({ grid, ring: { near, rings, depth, paper: { stretch } } }: Board, place: number): boolean {
  const hex = near.hexes[place] ?? 0;
  const row = Math.floor(hex / grid.cols);
  const col = hex - row * grid.cols;
  if (row === 0 || col === 0 || row === grid.rows - 1 || col === grid.cols - 1) return true;
  const first = (place * RING * depth * (depth + 1)) / 2;
  let wasOpen = stretch[rings[first + 2] ?? 0] !== 0;
  let turns = 0;
  for (const side of ROUND_ABOUT) {
    const isOpen = stretch[rings[first + side] ?? 0] !== 0;
    if (isOpen !== wasOpen) turns += 1;
    wasOpen = isOpen;
  }
  return turns > 2;
}

/** Closes a place, and takes what lies under fire from it. */
function close(state: GameState, board: Board, place: number, reach: number): void {
  const { rings, depth, paper: { fire, stretch, linked } } = board.ring;
  const stride = (RING * depth * (depth + 1)) / 2;
  release(state, board, place);
  stretch[place] = 0;
  fire[place] = 0;
  for (let steps = 1; steps <= reach; steps += 1) {
    const from = place * stride + (RING * steps * (steps - 1)) / 2;
    for (let side = from; side < from + RING * steps; side += 1) {
      const near = rings[side] ?? 0;
      if ((fire[near] ?? 0) <= steps) continue;
      fire[near] = steps;
      if (steps <= (linked.steps[near] ?? 0)) release(state, board, near);
    }
  }
}

/** The besieger's from now on, if it is a place at all and was not his. */
function release({ ring: { ground } }: GameState, board: Board, place: number): void {
  const { near: { hexes }, paper: { last } } = board.ring;
  const hex = hexes[place];
  if (hex === undefined || ground[hex] === GROUND_BESIEGER) return;
  claim(board, last.walks, last.camps, place, -1);
  ground[hex] = GROUND_BESIEGER;
}
