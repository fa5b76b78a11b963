/**
 * The siege ring: whose ground each hex is, which posts are cut off, how large the camp and its drop zone are.
 *
 * The besieger dominates ground that his trench closes, and the posts that he took with the ground beside them. The
 * garrison walks from each command post over the rest; a held post that it cannot walk to is cut off from that hour
 * on. Its usable drop zone are the open hexes that it walks to, near a linked post and no nearer to the besieger.
 * Worked out anew only when a post has changed hands or trench has closed or opened a hex. Source: rule set, group
 * `ring`.
 */
import { at } from '../board.ts';
import type { CampGround } from '../ring-ground.ts';
import { ringMap } from '../ring-map.ts';
import type { RingMap } from '../ring-map.ts';
import { PULSES } from '../state.ts';
import type { GameState, PostState } from '../state.ts';
import type { CampState } from '../state-siege.ts';
import { clockOf } from '../turn-context.ts';
import type { Turn } from '../turn-context.ts';
import { isHeld } from '../trench.ts';

/** Draws the ring anew where something has changed it. */
export function ring(state: GameState, turn: Turn): void {
  const news = newsOf(state);
  if (news === 'none') return;
  if (news === 'unseen') draw(state, turn);
  state.ring.drawnAt = clockOf(turn);
}

function draw(state: GameState, turn: Turn): void {
  const map = ringMap(state, turn.board, turn.rules);
  for (let row = 0; row < state.posts.length; row += 1) noteLink(turn, at(state.posts, row), map.linked[row] === 1);
  noteCamps(state, turn, map);
  state.ring.drawnChanges = state.ring.changes;
}

/**
 * Whether a hex was closed or opened, or a post has changed hands, since the ring was last drawn. What changed in the
 * very hour of the last drawing, and was counted by then, was seen by it.
 */
function newsOf({ ring: last, posts }: GameState): 'none' | 'seen' | 'unseen' {
  if (last.drawnAt < 0 || last.changes !== last.drawnChanges) return 'unseen';
  let latest = -1;
  for (let row = 0; row < posts.length; row += 1) latest = Math.max(latest, posts[row]?.heldSince ?? -1);
  return latest < last.drawnAt ? 'none' : latest === last.drawnAt ? 'seen' : 'unseen';
}

function noteLink(turn: Turn, post: PostState, linked: boolean): void {
  const since = post.cutOffSince;
  if (!isHeld(post)) post.cutOffSince = -1;
  else if (linked && since >= 0) {
    post.cutOffSince = -1;
    turn.tell({ type: 'post-linked', post: post.id, turns: Math.floor((clockOf(turn) - since) / PULSES) });
  } else if (!linked && since < 0) {
    post.cutOffSince = clockOf(turn);
    turn.tell({ type: 'post-cut-off', post: post.id });
  }
}

function noteCamps(state: GameState, turn: Turn, map: RingMap): void {
  for (let row = 0; row < state.camps.length; row += 1) {
    const camp = at(state.camps, row);
    const ground = at(map.camps, row);
    const changed = camp.zoneHexes !== ground.zoneHexes || camp.areaHexes !== ground.areaHexes;
    camp.zoneHexes = ground.zoneHexes;
    camp.areaHexes = ground.areaHexes;
    aim(turn, camp, row, ground);
    if (changed) turn.tell({ type: 'zone-changed', camp: camp.id, hexes: camp.zoneHexes, areaHexes: camp.areaHexes });
  }
}

/** Aircraft aim at the middle of the zone; where there is none, at the command post. */
function aim({ board }: Turn, camp: CampState, row: number, { zoneHexes, eastSum, northSum }: CampGround): void {
  const { facts } = at(board.posts, at(board.camps.commandPost, row));
  camp.aimEast = zoneHexes === 0 ? facts.east : Math.floor(eastSum / zoneHexes);
  camp.aimNorth = zoneHexes === 0 ? facts.north : Math.floor(northSum / zoneHexes);
}
