/**
 * Surrender of a post: men who are cut up, alone and without a commander lay down their arms.
 *
 * Only where the attacker is well inside. The lower the cohesion the likelier it is in any hour; a headless
 * battalion and the loss of the other posts of the group make it likelier, help on its way less likely. A post that
 * is cut off may give in without a storm, when its men no longer hold together. Nobody gets away from a post that
 * laid down its arms. A contested post that its men have left is given up: nobody is there to surrender. Source: rule set, group `surrender`.
 */
import { at, postOf, rowOf } from '../board.ts';
import { postFalls } from '../fall.ts';
import { along, share } from '../numbers.ts';
import { cohesionOf, menOf, unitsIn } from '../people.ts';
import { happens } from '../random.ts';
import { PULSES } from '../state.ts';
import type { GameState, PostState, UnitState } from '../state.ts';
import { isHeadless } from '../storm-state.ts';
import type { Turn } from '../turn-context.ts';

/** After the fighting of a pulse. */
export function surrender(state: GameState, turn: Turn): void {
  for (const post of state.posts) {
    if (post.holder !== 'contested') {
      if (turn.pulse === PULSES - 1 && post.holder === 'garrison' && post.cutOffSince >= 0) forsaken(state, turn, post);
      continue;
    }
    const units = unitsIn(state, turn.board, post.id, 'garrison');
    if (units.length === 0) postFalls(state, turn, post, 'besieger', 'given-up');
    if (units.length === 0 || post.lodgement < turn.rules.surrender.lodged) continue;
    if (happens(turn.draws('surrender', post.id), hazardOf(state, turn, post, units))) layDown(state, turn, post, units);
  }
}

/** Once a turn: a post that nobody can reach and nobody storms may give in, likelier without its commander. */
function forsaken(state: GameState, turn: Turn, post: PostState): void {
  const rules = turn.rules.surrender;
  const units = unitsIn(state, turn.board, post.id, 'garrison');
  let hazard = units.length === 0 ? 0 : along(rules.cutOffHazard, cohesionOf(units));
  if (hazard > 0 && units.some((unit) => isHeadless(state, turn, unit))) hazard = share(hazard, rules.headless);
  if (hazard > 0 && happens(turn.draws('surrender', post.id), hazard)) layDown(state, turn, post, units);
}

function layDown(state: GameState, turn: Turn, post: PostState, units: readonly UnitState[]): void {
  turn.tell({ type: 'post-surrendered', post: post.id, side: 'garrison', men: menOf(units) });
  postFalls(state, turn, post, 'besieger', 'laid-down-arms');
}

/** Permille that a post gives up in this pulse. */
function hazardOf(state: GameState, turn: Turn, post: PostState, units: readonly UnitState[]): number {
  const rules = turn.rules.surrender;
  let hazard = along(rules.hazard, cohesionOf(units));
  if (units.some((unit) => isHeadless(state, turn, unit))) hazard = share(hazard, rules.headless);
  if (isAlone(state, turn, post)) hazard = share(hazard, rules.alone);
  if (state.units.some((unit) => unit.march?.post === post.id && unit.march.purpose !== 'withdraw')) hazard = share(hazard, rules.helpComing);
  return Math.min(1000, hazard);
}

/** No other post of the group is in the garrison's hands. */
function isAlone(state: GameState, turn: Turn, post: PostState): boolean {
  const { group } = postOf(turn.board, post.id).facts;
  return !turn.board.posts.some(({ facts }) => {
    if (facts.group !== group || facts.id === post.id) return false;
    return at(state.posts, rowOf(turn.board.postRow, facts.id)).holder === 'garrison';
  });
}
