/** What the defender's guns do in this pulse to men in the open before a post. */
import { at, rowOf } from './board.ts';
import { isNearer, share } from './numbers.ts';
import type { Place, SideId } from './scenario.ts';
import type { GameState } from './state.ts';
import { clockOf } from './turn-context.ts';
import type { Mission, Turn } from './turn-context.ts';
import type { Rules } from './tunables.ts';

/** Harm of all missions of a side on the ground before a post, thousandths of a man. */
export function protectiveFireOf(state: GameState, turn: Turn, post: string, side: SideId): number {
  if (turn.missions.length === 0) return 0;
  const row = rowOf(turn.board.postRow, post);
  const { facts, hill } = at(turn.board.posts, row);
  let harm = 0;
  for (const mission of turn.missions) {
    if (mission.aim.kind !== 'wire' || mission.aim.id !== post || at(turn.board.batteries, mission.battery).side !== side) continue;
    harm += harmOf(state, turn, mission, facts);
  }
  if (harm === 0) return 0;
  return share(share(harm, isLeaderless(state, turn, post, side) ? turn.rules.artillery.protectHeadless : 1000), byGround(turn.rules, hill));
}

/** True where a battalion of the garrison with men in the post has no commander. */
function isLeaderless(state: GameState, turn: Turn, post: string, side: SideId): boolean {
  if (side !== 'garrison') return false;
  const clock = clockOf(turn);
  for (const row of turn.board.rows.garrison.units) {
    const unit = at(state.units, row);
    if (unit.post !== post || unit.men <= 0) continue;
    if (at(state.formations, at(turn.board.unitFormation, row)).headlessUntil > clock) return true;
  }
  return false;
}

/** Permille of its effect by the ground before the post: every fall of shot is seen on the flat. */
export function byGround({ artillery }: Rules, hill: boolean): number {
  return hill ? 1000 : artillery.protectFlat;
}

function harmOf(state: GameState, turn: Turn, mission: Mission, before: Place): number {
  const { artillery } = turn.rules;
  const bite = share(mission.rounds, at(turn.board.batteryWeapon, mission.battery).bite);
  const far = !isNearer(at(state.batteries, mission.battery), before, artillery.protectFarMetres + 1);
  return share(bite * artillery.protectEffect, far ? artillery.protectFar : 1000);
}
