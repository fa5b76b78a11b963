/**
 * Desertion: men who leave the line.
 *
 * Below a cohesion that depends on their quality, men leave their units by night and by day. Some go over to the
 * besieger; the others hide inside the camp, eat, and fight no more. From a post that nobody can reach there is no
 * hiding: who leaves it goes over. Men behind the line slip away as their cohesion sinks. Poor troops in a post far
 * from the command post may walk out of it together, without being attacked. Source: rule set, group `desertion`.
 */
import { at, rowOf } from '../board.ts';
import type { BoardPost } from '../board.ts';
import { campOf } from '../camps.ts';
import { postFalls } from '../fall.ts';
import { along, share } from '../numbers.ts';
import { cohesionOf, leaveField, qualityOf, unitsIn } from '../people.ts';
import { happens, wholeByChance } from '../random.ts';
import type { CampState } from '../state-siege.ts';
import type { GameState, PostState, UnitState } from '../state.ts';
import type { Turn } from '../turn-context.ts';

/** At the end of a turn: who is still there. */
export function desertion(state: GameState, turn: Turn): void {
  for (let row = 0; row < state.posts.length; row += 1) if (mayWalkOut(state, turn, row)) walkOut(state, turn, at(turn.board.posts, row));
  const over = state.camps.map(() => 0);
  for (const row of turn.board.camps.garrisonUnits) {
    const unit = at(state.units, row);
    const rate = unit.men === 0 ? 0 : rateOf(turn, row, unit);
    if (rate === 0) continue;
    const index = campOf(state, turn.board, row);
    const camp = state.camps[index];
    if (camp === undefined) continue;
    over[index] = at(over, index) + slipAway(state, turn, unit, camp, rate);
  }
  for (const [index, men] of over.entries()) if (men > 0) turn.tell({ type: 'deserters-gone-over', camp: at(state.camps, index).id, men });
}

/** Thousandths of a man for each man who leave in this turn. */
function rateOf(turn: Turn, row: number, unit: UnitState): number {
  const { desertion: rules } = turn.rules;
  const floor = along(rules.at, unit.quality);
  const line = unit.cohesion >= floor ? 0 : Math.floor((rules.rate * (floor - unit.cohesion)) / floor);
  const behind = at(turn.board.units, row).arm === 'services' ? share(rules.servicesLeak, 1000 - unit.cohesion) : 0;
  return Math.max(line, behind);
}

/** Men leave one unit; gives how many of them went over. */
function slipAway(state: GameState, turn: Turn, unit: UnitState, camp: CampState, rate: number): number {
  const stream = turn.draws('desertion', camp.id);
  const men = Math.min(unit.men, wholeByChance(stream, unit.men * rate));
  if (men === 0) return 0;
  const cutOff = unit.post !== null && at(state.posts, rowOf(turn.board.postRow, unit.post)).cutOffSince >= 0;
  const over = cutOff ? men : Math.min(men, wholeByChance(stream, men * turn.rules.desertion.toEnemy));
  leaveLine(state, turn, unit, camp, men, over);
  return over;
}

/** Books men who leave a unit: `over` of them to the other side, the rest into hiding. */
function leaveLine(state: GameState, turn: Turn, unit: UnitState, camp: CampState, men: number, over: number): void {
  const ledger = state.ledger.garrison;
  unit.men -= men;
  camp.deserters += men - over;
  ledger.deserted += men;
  ledger.goneOver += over;
  turn.tell({ type: 'men-deserted', side: 'garrison', unit: unit.id, men });
  if (unit.men === 0) leaveField(unit);
}

/** Far out, held, not stormed: only there men may walk off together. */
function mayWalkOut(state: GameState, turn: Turn, row: number): boolean {
  return at(state.posts, row).holder === 'garrison' && at(turn.board.camps.toCommand, row) > turn.rules.desertion.walkOutMetres;
}

/** Poor troops whose cohesion is gone leave the post to the besieger. */
function walkOut(state: GameState, turn: Turn, post: BoardPost): void {
  const { desertion: rules } = turn.rules;
  const units = unitsIn(state, turn.board, post.facts.id, 'garrison');
  if (units.length === 0 || qualityOf(units) >= rules.walkOutQuality) return;
  const chance = along(rules.walkOut, cohesionOf(units));
  if (chance === 0 || !happens(turn.draws('desertion', post.facts.id), chance)) return;
  leavePost(state, turn, at(state.posts, post.index), units);
}

function leavePost(state: GameState, turn: Turn, post: PostState, units: readonly UnitState[]): void {
  for (const unit of units) {
    const camp = state.camps[campOf(state, turn.board, rowOf(turn.board.unitRow, unit.id))];
    if (camp === undefined) continue;
    const over = post.cutOffSince >= 0 ? unit.men : share(unit.men, turn.rules.desertion.walkOutOver);
    turn.tell({ type: 'post-walked-out', post: post.id, unit: unit.id, men: unit.men });
    leaveLine(state, turn, unit, camp, unit.men, over);
  }
  postFalls(state, turn, post, 'besieger', 'given-up');
}
