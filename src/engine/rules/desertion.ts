/**
 * Desertion: men who leave the line.
 *
 * Below a cohesion that depends on their quality, men leave their units by night and by day. Some go over to the
 * besieger; the others hide inside the camp, eat, and fight no more. From a post that nobody can reach there is no
 * hiding: who leaves it goes over. Men behind the line slip away as their cohesion sinks. Poor troops in a post far
 * from the command post may walk out of it together, without being attacked. Source: rule set, group `desertion`.
 */
import { at, rowOf } from '../board.ts';
import { campOf, isCutOff } from '../camps.ts';
import { postFalls } from '../fall.ts';
import { along, share } from '../numbers.ts';
import { cohesionOf, leaveField, qualityOf, unitsIn } from '../people.ts';
import { happens, wholeByChance } from '../random.ts';
import type { Stream } from '../random.ts';
import type { CampState } from '../state-siege.ts';
import type { GameState, PostState, UnitState } from '../state.ts';
import type { Curve } from '../tunables.ts';
import type { Turn } from '../turn-context.ts';

/** At the end of a turn: who is still there. */
export function desertion(state: GameState, turn: Turn): void {
  walkOuts(state, turn);
  const leaks = state.camps.map((): Leak => ({ stream: null, over: 0 }));
  const steady = highestOf(turn.rules.desertion.at);
  const rows = turn.board.rows.garrison.units;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const unit = at(state.units, row);
    const rate = unit.men === 0 ? 0 : rateOf(turn, row, unit, steady);
    if (rate > 0) leak(state, turn, row, rate, leaks);
  }
  for (let row = 0; row < leaks.length; row += 1) {
    const { over: men } = at(leaks, row);
    if (men > 0) turn.tell({ type: 'deserters-gone-over', camp: at(state.camps, row).id, men });
  }
}

/** Who leaves a camp in this turn. */
interface Leak {
  /** Whence its luck is drawn; null before the first draw. */
  stream: Stream | null;
  /** Men who went over. */
  over: number;
}

/** Men leave one unit, if it belongs to a camp. */
function leak(state: GameState, turn: Turn, row: number, rate: number, leaks: readonly Leak[]): void {
  const index = campOf(state, turn, row);
  if (index < 0) return;
  const camp = at(state.camps, index);
  const ofCamp = at(leaks, index);
  ofCamp.stream ??= turn.draws('desertion', camp.id);
  ofCamp.over += slipAway(state, turn, at(state.units, row), camp, rate, isCutOff(state, turn, row), ofCamp.stream);
}

/** As high as a curve goes. */
function highestOf(curve: Curve): number {
  let highest = 0;
  for (const [, value] of curve) highest = Math.max(highest, value);
  return highest;
}

/** Thousandths of a man for each man who leave in this turn; from a line whose cohesion is `steady` nobody does. */
function rateOf(turn: Turn, row: number, unit: UnitState, steady: number): number {
  const { desertion: rules } = turn.rules;
  const line = unit.cohesion >= steady ? 0 : lineRateOf(turn, unit);
  const behind = turn.board.battleOrder.behindLine[row] === 1 ? share(rules.servicesLeak, 1000 - unit.cohesion) : 0;
  return Math.max(line, behind);
}

function lineRateOf(turn: Turn, unit: UnitState): number {
  const { desertion: rules } = turn.rules;
  const floor = along(rules.at, unit.quality);
  return unit.cohesion >= floor ? 0 : Math.floor((rules.rate * (floor - unit.cohesion)) / floor);
}

/** Men leave one unit; gives how many of them went over. */
function slipAway(state: GameState, turn: Turn, unit: UnitState, camp: CampState, rate: number, cutOff: boolean, stream: Stream): number {
  const men = Math.min(unit.men, wholeByChance(stream, unit.men * rate));
  if (men === 0) return 0;
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
  turn.record({ type: 'men-deserted', side: 'garrison', unit: unit.id, men, turn: turn.number, pulse: turn.pulse });
  if (unit.men === 0) leaveField(turn, unit);
}

/** Far out, held, not stormed: only there men may walk off together. */
function walkOuts(state: GameState, turn: Turn): void {
  const { walkOutMetres } = turn.rules.desertion;
  const { toCommand } = turn.board.camps;
  for (let row = 0; row < state.posts.length; row += 1) {
    if (at(toCommand, row) > walkOutMetres && at(state.posts, row).holder === 'garrison') walkOut(state, turn, at(state.posts, row));
  }
}

/** Poor troops whose cohesion is gone leave the post to the besieger. */
function walkOut(state: GameState, turn: Turn, post: PostState): void {
  const units = unitsIn(state, turn, post.id, 'garrison');
  if (units.length === 0 || qualityOf(units) >= turn.rules.desertion.walkOutQuality) return;
  const chance = along(turn.rules.desertion.walkOut, cohesionOf(units));
  if (chance > 0 && happens(turn.draws('desertion', post.id), chance)) leavePost(state, turn, post, units);
}

function leavePost(state: GameState, turn: Turn, post: PostState, units: readonly UnitState[]): void {
  for (const unit of units) {
    const camp = state.camps[campOf(state, turn, rowOf(turn.board.unitRow, unit.id))];
    if (camp === undefined) continue;
    const over = post.cutOffSince >= 0 ? unit.men : share(unit.men, turn.rules.desertion.walkOutOver);
    turn.tell({ type: 'post-walked-out', post: post.id, unit: unit.id, men: unit.men });
    leaveLine(state, turn, unit, camp, unit.men, over);
  }
  postFalls(state, turn, post, 'besieger', 'given-up');
}
