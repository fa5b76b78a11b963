/**
 * Men: who stands where, and how they are lost. Every man who leaves the ranks does so here, so that the ledger
 * and the events agree to the last one.
 */
import { at, rowOf } from './board.ts';
import type { Board } from './board.ts';
import { share } from './numbers.ts';
import type { SideId } from './scenario.ts';
import type { GameState, LossCause, UnitState } from './state.ts';
import { stand, whereOf } from './stations.ts';
import type { Turn } from './turn-context.ts';

/** A unit's state by id. */
export function unitOf(state: GameState, board: Board, id: string): UnitState {
  return at(state.units, rowOf(board.unitRow, id));
}

/** The side of a unit. */
export function sideOf(board: Board, unit: string): SideId {
  return at(board.units, rowOf(board.unitRow, unit)).side;
}

/** Units of a side that stand in a post with men left, in the scenario's order. */
export function unitsIn(state: GameState, turn: Turn, post: string, side: SideId): UnitState[] {
  const inside: UnitState[] = [];
  const there = rowOf(turn.board.postRow, post);
  const { post: posts } = whereOf(state, turn);
  const rows = turn.board.rows[side].units;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    if (posts[row] !== there) continue;
    const unit = at(state.units, row);
    if (unit.men > 0) inside.push(unit);
  }
  return inside;
}

/** Men of a side in a post. */
export function menIn(state: GameState, turn: Turn, post: string, side: SideId): number {
  return menOf(unitsIn(state, turn, post, side));
}

/** Men of a side in every post, by row: one look over its units instead of one for each post. */
export function menByPost(state: GameState, turn: Turn, side: SideId): number[] {
  const men: number[] = [];
  while (men.length <= state.posts.length) men.push(0);
  const { post } = whereOf(state, turn);
  for (const row of turn.board.rows[side].units) {
    const there = at(post, row);
    men[there] = at(men, there) + at(state.units, row).men;
  }
  men.pop();
  return men;
}

/** Men of some units. */
export function menOf(units: readonly UnitState[]): number {
  let men = 0;
  for (const unit of units) men += unit.men;
  return men;
}

/**
 * Takes `thousandths` of a man from a unit: what makes no whole man is kept for next time. `killed` permille of
 * the casualties die; the rest are wounded and stay with the unit.
 */
export function hurt(state: GameState, turn: Turn, unit: UnitState, thousandths: number, killed: number, cause: LossCause): number {
  const due = thousandths + unit.remainder;
  const whole = due < 1000 ? 0 : Math.floor(due / 1000);
  const men = Math.min(unit.men, whole);
  unit.remainder = due - whole * 1000;
  if (men <= 0) return 0;
  const dead = killedAmong(unit, men, killed);
  const row = rowOf(turn.board.unitRow, unit.id);
  const { side } = at(turn.board.units, row);
  unit.men -= men;
  unit.wounded += men - dead;
  unit.lostLately += men;
  if (turn.where !== null) turn.where.struck[row] = 1;
  book(state, side, dead, men - dead, cause);
  turn.record({ type: 'men-lost', side, unit: unit.id, killed: dead, wounded: men - dead, cause, turn: turn.number, pulse: turn.pulse });
  if (unit.men === 0) leaveField(turn, unit);
  return men;
}

/** How many of the men die: the share is kept to the last thousandth, so no luck is drawn for it. */
function killedAmong(unit: UnitState, men: number, killed: number): number {
  const due = men * killed + unit.killedRemainder;
  const dead = Math.min(men, Math.floor(due / 1000));
  unit.killedRemainder = due - Math.floor(due / 1000) * 1000;
  return dead;
}

/** Shares harm among units by their men. */
export function hurtAll(state: GameState, turn: Turn, units: readonly UnitState[], thousandths: number, killed: number, cause: LossCause): number {
  const men = menOf(units);
  let lost = 0;
  if (men === 0) return 0;
  for (const unit of units) lost += hurt(state, turn, unit, Math.floor((thousandths * unit.men) / men), killed, cause);
  return lost;
}

/** Adds casualties to a side's ledger. */
export function book(state: GameState, side: SideId, killed: number, wounded: number, cause: LossCause): void {
  const ledger = state.ledger[side];
  ledger.killed += killed;
  ledger.wounded += wounded;
  ledger.byCause[cause] += killed + wounded;
}

/** Takes all who are left of a unit, wounded included, into captivity. */
export function capture(state: GameState, turn: Turn, unit: UnitState, post: string): void {
  const side = sideOf(turn.board, unit.id);
  if (unit.men + unit.wounded === 0) return;
  turn.tell({ type: 'men-captured', side, unit: unit.id, men: unit.men, wounded: unit.wounded, post });
  state.ledger[side].captured += unit.men + unit.wounded;
  unit.men = 0;
  unit.wounded = 0;
  leaveField(turn, unit);
}

/** The unit has no fit man left; its wounded, if any, still lie where it stood. */
export function leaveField(turn: Pick<Turn, 'board' | 'where'>, unit: UnitState): void {
  unit.duty = 'gone';
  unit.march = null;
  stand(turn, unit, unit.wounded === 0 ? null : unit.post);
}

/** Mean cohesion of some units, weighted by men; nought where there are none. */
export function cohesionOf(units: readonly UnitState[]): number {
  const men = menOf(units);
  let sum = 0;
  for (const unit of units) sum += unit.cohesion * unit.men;
  return men === 0 ? 0 : Math.floor(sum / men);
}

/** Quality of some units, weighted by men. */
export function qualityOf(units: readonly UnitState[]): number {
  const men = menOf(units);
  let sum = 0;
  for (const unit of units) sum += unit.quality * unit.men;
  return men === 0 ? 0 : Math.floor(sum / men);
}

/** `permille` of a number of men, as whole men. */
export function menShare(men: number, permille: number): number {
  return Math.min(men, Math.max(0, share(men, permille)));
}
