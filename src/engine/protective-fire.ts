/** What the defender's guns do in this pulse to men in the open before a post. */
import { at, postOf } from './board.ts';
import { metresBetween, share } from './numbers.ts';
import { unitsIn } from './people.ts';
import type { SideId } from './scenario.ts';
import { isHeadless } from './storm-state.ts';
import type { GameState } from './state.ts';
import type { Mission, Turn } from './turn-context.ts';
import type { Rules } from './tunables.ts';

/** Harm of all missions of a side on the ground before a post, thousandths of a man. */
export function protectiveFireOf(state: GameState, turn: Turn, post: string, side: SideId): number {
  let harm = 0;
  for (const mission of turn.missions) {
    if (mission.aim.kind === 'wire' && mission.aim.id === post && at(turn.board.batteries, mission.battery).side === side) harm += harmOf(state, turn, mission);
  }
  if (harm === 0) return 0;
  const headless = side === 'garrison' && unitsIn(state, turn.board, post, side).some((unit) => isHeadless(state, turn, unit));
  return share(share(harm, headless ? turn.rules.artillery.protectHeadless : 1000), byGround(turn.rules, postOf(turn.board, post).hill));
}

/** Permille of its effect by the ground before the post: every fall of shot is seen on the flat. */
export function byGround({ artillery }: Rules, hill: boolean): number {
  return hill ? 1000 : artillery.protectFlat;
}

function harmOf(state: GameState, turn: Turn, mission: Mission): number {
  const { artillery, weapons } = turn.rules;
  const bite = share(mission.rounds, weapons[at(turn.board.batteries, mission.battery).weapon]?.bite ?? 0);
  const metres = metresBetween(at(state.batteries, mission.battery), postOf(turn.board, mission.aim.id).facts);
  return share(bite * artillery.protectEffect, metres > artillery.protectFarMetres ? artillery.protectFar : 1000);
}
