/**
 * The map of the siege ring: whose ground each hex is, worked out from posts and trenches alone.
 *
 * The besieger dominates a hex that his trench closes, the hex of a post that he took and those beside it; a hex
 * that holds a post of the garrison stays open. What lies far from every held post is his base. The garrison walks
 * from the command post of each camp over all other hexes.
 */
import { at } from './board.ts';
import type { Board } from './board.ts';
import { claim, stretchOf } from './ring-claim.ts';
import { follow, RING } from './ring-ground.ts';
import type { CampGround, RingGround, RingPaper } from './ring-ground.ts';
import { shrinks } from './ring-shrink.ts';
import type { GameState } from './state.ts';
import { FAR_HEXES, GROUND_BESIEGER } from './state-siege.ts';
import { isHeld } from './trench.ts';
import type { Rules } from './tunables.ts';

/** What the ring makes of posts and camps. */
export interface RingMap {
  /** 1 for held posts that their command post can be walked to from, by row; holds until the next drawing. */
  readonly linked: Uint8Array;
  /** By row of the camp; holds as long. */
  readonly camps: readonly CampGround[];
}

/** Works the ring out, and marks on the state whose ground each hex is and how far it lies from a linked post. */
export function ringMap(state: GameState, board: Board, rules: Rules): RingMap {
  const { linked, last } = board.ring.paper;
  if (!shrinks(state, board, rules)) draw(state, board, rules);
  return { linked: linked.wanted, camps: last.camps };
}

/** Draws all of it. */
function draw(state: GameState, board: Board, rules: Rules): void {
  const { ring } = board;
  const { held, linked, last } = ring.paper;
  const posts = new Uint8Array(state.posts.length);
  for (let row = 0; row < posts.length; row += 1) posts[row] = isHeld(at(state.posts, row)) ? 1 : 0;
  follow(ring, held, posts);
  markPosts(state, ring);
  takeUnderFire(ring, closeHexes(state, ring, rules.ring.closeMetres), Math.floor(rules.ring.fireMetres / board.grid.stepMetres));
  const walks = walksOf(board);
  follow(ring, linked, linkedOf(board, walks));
  if (state.ring.drawnAt < 0) {
    state.ring.ground.fill(GROUND_BESIEGER);
    state.ring.reach.fill(FAR_HEXES);
  }
  last.of = state.ring.ground;
  last.walks = walks;
  last.camps = shareGround(state, board, walks);
}

/** What a post makes of a place: closed by the besieger who took it or the one beside it, or open in any case. */
const TAKEN = 1;
const KEPT = 2;

function markPosts({ posts }: GameState, { posts: places, rings, depth, paper: { marks, held, last: { taken } } }: RingGround): void {
  const stride = (RING * depth * (depth + 1)) / 2;
  marks.fill(0);
  for (let row = 0; row < posts.length; row += 1) {
    taken[row] = at(posts, row).holder === 'besieger' ? 1 : 0;
    if (taken[row] === 0) continue;
    const place = places[row] ?? 0;
    marks[place] = TAKEN;
    for (let side = place * stride; side < place * stride + RING; side += 1) marks[rings[side] ?? 0] = TAKEN;
  }
  for (let row = 0; row < posts.length; row += 1) if (held.wanted[row] === 1) marks[places[row] ?? 0] = KEPT;
}

/**
 * Hexes not farther from a held post than the camp reaches are open, or closed by a post or by enough trench; gives
 * how many are closed. Open hexes that touch become one stretch: each is joined to those before it on the map.
 */
function closeHexes({ ground: { trench } }: GameState, { near: { hexes }, before, paper }: RingGround, closeMetres: number): number {
  const { held: { steps }, marks, stretch, closed, joined } = paper;
  let closedCount = 0;
  let stretches = 1;
  for (let place = 0; place < hexes.length; place += 1) {
    stretch[place] = 0;
    if (steps[place] === FAR_HEXES) continue;
    const mark = marks[place];
    if (mark === TAKEN || (mark !== KEPT && (trench[hexes[place] ?? 0] ?? 0) >= closeMetres)) {
      closed[closedCount] = place;
      closedCount += 1;
      continue;
    }
    const found = stretchBefore(before, paper, place);
    stretch[place] = found === 0 ? stretches : found;
    if (found === 0) {
      joined[stretches] = stretches;
      stretches += 1;
    }
  }
  for (let row = 1; row < stretches; row += 1) joined[row] = joined[joined[row] ?? 0] ?? 0;
  return closedCount;
}

/** The stretch of the open hexes before one, nought where there are none. The left one in the row before touches both others, so only they may have to be joined. */
function stretchBefore(before: Uint16Array, { stretch, joined }: RingPaper, place: number): number {
  const left = stretch[before[place * 3 + 1] ?? 0] ?? 0;
  if (left !== 0) return left;
  const beside = stretch[before[place * 3] ?? 0] ?? 0;
  const right = stretch[before[place * 3 + 2] ?? 0] ?? 0;
  if (beside === 0 || right === 0) return beside + right;
  if (beside !== right) join(joined, beside, right);
  return right;
}

function join(joined: Uint16Array, one: number, other: number): void {
  const a = firstOf(joined, one);
  const b = firstOf(joined, other);
  joined[Math.max(a, b)] = Math.min(a, b);
}

function firstOf(joined: Uint16Array, stretch: number): number {
  let first = stretch;
  while (joined[first] !== first) first = joined[first] ?? first;
  return first;
}

/** Counts the steps from closed ground, as far as trench takes open ground under fire: the farthest first, so that nearer ones are written over them. */
function takeUnderFire({ rings, depth, paper: { fire, closed } }: RingGround, count: number, reach: number): void {
  const stride = (RING * depth * (depth + 1)) / 2;
  fire.fill(FAR_HEXES);
  for (let steps = reach; steps > 0; steps -= 1) {
    for (let row = 0; row < count; row += 1) {
      const from = (closed[row] ?? 0) * stride + (RING * steps * (steps - 1)) / 2;
      for (let side = from; side < from + RING * steps; side += 1) fire[rings[side] ?? 0] = steps;
    }
  }
  for (let row = 0; row < count; row += 1) fire[closed[row] ?? 0] = 0;
}

/** By camp: the stretch that it walks over from the command post that it holds, nought where it walks nowhere. */
function walksOf({ camps: { commandPost }, ring: { posts, paper } }: Board): number[] {
  const walks: number[] = [];
  for (let camp = 0; camp < commandPost.length; camp += 1) {
    const row = at(commandPost, camp);
    walks.push(paper.held.wanted[row] === 1 ? stretchOf(paper, posts[row] ?? 0) : 0);
  }
  return walks;
}

function linkedOf({ camps, ring: { posts, paper } }: Board, walks: readonly number[]): Uint8Array {
  const linked = new Uint8Array(posts.length);
  for (let row = 0; row < posts.length; row += 1) {
    const walk = walks[at(camps.ofPost, row)] ?? 0;
    if (paper.held.wanted[row] === 1 && walk !== 0 && stretchOf(paper, posts[row] ?? 0) === walk) linked[row] = 1;
  }
  return linked;
}

/** Gives every hex to one side or to nobody, and counts what each camp has: what lies no nearer to a linked post than to closed ground is the besieger's. */
function shareGround({ ring: { ground, reach } }: GameState, board: Board, walks: readonly number[]): CampGround[] {
  const { near: { hexes }, paper: { linked: { steps }, fire } } = board.ring;
  const camps = walks.map((): CampGround => ({ zoneHexes: 0, areaHexes: 0, eastSum: 0, northSum: 0 }));
  for (let place = 0; place < hexes.length; place += 1) {
    const hex = hexes[place] ?? 0;
    const away = steps[place] ?? FAR_HEXES;
    reach[hex] = away;
    ground[hex] = (fire[place] ?? 0) <= away ? GROUND_BESIEGER : claim(board, walks, camps, place, 1);
  }
  return camps;
}
