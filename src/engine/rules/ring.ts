/**
 * The siege ring: whose ground each hex is, which posts are cut off, how large the camp and its drop zone are.
 *
 * The besieger dominates ground that his trench closes, and the posts that he took with the ground beside them. The
 * garrison walks from each command post over the rest; a held post that it cannot walk to is cut off from that hour
 * on. Its usable drop zone are the open hexes that it walks to, near a linked post and no nearer to the besieger.
 * Worked out anew only when a post has changed hands or trench has closed or opened a hex. Source: rule set, group
 * `ring`.
 */
import { at, rowOf } from '../board.ts';
import { ringMap } from '../ring-map.ts';
import type { CampGround, RingMap } from '../ring-map.ts';
import { PULSES } from '../state.ts';
import type { GameState, PostState } from '../state.ts';
import { FAR_HEXES, GROUND_NOBODY } from '../state-siege.ts';
import type { CampState } from '../state-siege.ts';
import { clockOf } from '../turn-context.ts';
import type { Turn } from '../turn-context.ts';
import { isHeld } from '../trench.ts';

/** Draws the ring anew where something has changed it. */
export function ring(state: GameState, turn: Turn): void {
  if (!hasChanged(state)) return;
  const map = ringMap(state, turn.board, turn.rules, turn.game.scenario.camps);
  for (let hex = 0; hex < map.ground.length; hex += 1) {
    state.ring.ground[hex] = map.ground[hex] ?? GROUND_NOBODY;
    state.ring.reach[hex] = map.reach[hex] ?? FAR_HEXES;
  }
  for (const [row, post] of state.posts.entries()) noteLink(turn, post, map.linked[row] === true);
  noteCamps(state, turn, map);
  state.ring.drawnChanges = state.ring.changes;
  state.ring.drawnAt = clockOf(turn);
}

/** A hex was closed or opened, or a post has changed hands, since the ring was last drawn. */
function hasChanged({ ring: last, posts }: GameState): boolean {
  return last.drawnAt < 0 || last.changes !== last.drawnChanges || posts.some(({ heldSince }) => heldSince >= last.drawnAt);
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
  for (const [row, camp] of state.camps.entries()) {
    const ground = at(map.camps, row);
    const changed = camp.zoneHexes !== ground.zoneHexes || camp.areaHexes !== ground.areaHexes;
    camp.zoneHexes = ground.zoneHexes;
    camp.areaHexes = ground.areaHexes;
    aim(turn, camp, ground);
    if (changed) turn.tell({ type: 'zone-changed', camp: camp.id, hexes: camp.zoneHexes, areaHexes: camp.areaHexes });
  }
}

/** Aircraft aim at the middle of the zone; where there is none, at the command post. */
function aim(turn: Turn, camp: CampState, { zoneHexes, eastSum, northSum }: CampGround): void {
  const row = turn.game.scenario.camps.findIndex(({ id }) => id === camp.id);
  const { facts } = at(turn.board.posts, rowOf(turn.board.postRow, at(turn.game.scenario.camps, row).commandPost));
  camp.aimEast = zoneHexes === 0 ? facts.east : Math.floor(eastSum / zoneHexes);
  camp.aimNorth = zoneHexes === 0 ? facts.north : Math.floor(northSum / zoneHexes);
}
