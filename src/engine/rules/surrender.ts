/**
 * Surrender of a post: men who are cut up, alone and without a commander lay down their arms.
 *
 * Only where the attacker is well inside. The lower the cohesion the likelier it is in any hour; a headless
 * battalion and the loss of the other posts of the group make it likelier, help on its way less likely. A post that
 * is cut off may give in without a storm, when its men no longer hold together. Nobody gets away from a post that
 * laid down its arms. A contested post that its men have left is given up: nobody is there to surrender. Source: rule set, group `surrender`.
 */
import { at } from '../board.ts';
import { postFalls } from '../fall.ts';
import { along, share } from '../numbers.ts';
import { cohesionOf, menOf, unitsIn } from '../people.ts';
import { happens } from '../random.ts';
import { PULSES } from '../state.ts';
import type { GameState, PostState, UnitState } from '../state.ts';
import { contestedOf } from '../stations.ts';
import { anyHeadless } from '../storm-state.ts';
import type { Turn } from '../turn-context.ts';

/** After the fighting of a pulse. */
export function surrender(state: GameState, turn: Turn): void {
  if (turn.pulse === PULSES - 1) return lastHour(state, turn);
  for (const row of contestedOf(state, turn)) waver(state, turn, row, at(state.posts, row));
}

/** Once a turn posts that are cut off are looked at too. */
function lastHour(state: GameState, turn: Turn): void {
  for (let row = 0; row < state.posts.length; row += 1) {
    const post = at(state.posts, row);
    if (post.holder === 'contested') waver(state, turn, row, post);
    else if (post.holder === 'garrison' && post.cutOffSince >= 0) forsaken(state, turn, post);
  }
}

/** In a contested post: with nobody there it is given up, with the attacker well inside its men may give in. */
function waver(state: GameState, turn: Turn, row: number, post: PostState): void {
  const units = unitsIn(state, turn, post.id, 'garrison');
  if (units.length === 0) return postFalls(state, turn, post, 'besieger', 'given-up');
  if (post.lodgement < turn.rules.surrender.lodged) return;
  if (happens(turn.draws('surrender', post.id), hazardOf(state, turn, row, post, units))) layDown(state, turn, post, units);
}

/** Once a turn: a post that nobody can reach and nobody storms may give in, likelier without its commander. */
function forsaken(state: GameState, turn: Turn, post: PostState): void {
  const rules = turn.rules.surrender;
  const units = unitsIn(state, turn, post.id, 'garrison');
  let hazard = units.length === 0 ? 0 : along(rules.cutOffHazard, cohesionOf(units));
  if (hazard > 0 && anyHeadless(state, turn, units)) hazard = share(hazard, rules.headless);
  if (hazard > 0 && happens(turn.draws('surrender', post.id), hazard)) layDown(state, turn, post, units);
}

function layDown(state: GameState, turn: Turn, post: PostState, units: readonly UnitState[]): void {
  turn.tell({ type: 'post-surrendered', post: post.id, side: 'garrison', men: menOf(units) });
  postFalls(state, turn, post, 'besieger', 'laid-down-arms');
}

/** Permille that a post gives up in this pulse. */
function hazardOf(state: GameState, turn: Turn, row: number, post: PostState, units: readonly UnitState[]): number {
  const rules = turn.rules.surrender;
  let hazard = along(rules.hazard, cohesionOf(units));
  if (hazard === 0) return 0;
  if (anyHeadless(state, turn, units)) hazard = share(hazard, rules.headless);
  if (isAlone(state, turn, row)) hazard = share(hazard, rules.alone);
  if (isHelpComing(state, post)) hazard = share(hazard, rules.helpComing);
  return Math.min(1000, hazard);
}

/** No other post of the group is in the garrison's hands. */
function isAlone(state: GameState, { board }: Turn, row: number): boolean {
  const { group } = at(board.posts, row).facts;
  for (let other = 0; other < state.posts.length; other += 1) {
    if (at(state.posts, other).holder === 'garrison' && other !== row && at(board.posts, other).facts.group === group) return false;
  }
  return true;
}

/** Companies march up to it. */
function isHelpComing(state: GameState, post: PostState): boolean {
  for (let row = 0; row < state.units.length; row += 1) {
    const { march } = at(state.units, row);
    if (march !== null && march.post === post.id && march.purpose !== 'withdraw') return true;
  }
  return false;
}
