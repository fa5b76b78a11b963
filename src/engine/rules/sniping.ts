/**
 * Sniping: marksmen in the head of a sap, before a post.
 *
 * Each day a man or two in the post are hit, by night hardly any; a company that loses a man so holds together a
 * little worse. Source: rule set, group `sniping`.
 */
import { at, rowOf } from '../board.ts';
import { moveCohesion } from '../cohesion.ts';
import { share } from '../numbers.ts';
import { hurt, menOf, unitsIn } from '../people.ts';
import type { GameState } from '../state.ts';
import { isHeld, sapTo } from '../trench.ts';
import type { Given, Turn } from '../turn-context.ts';

/** The turn's marksmen. */
export function sniping(state: GameState, turn: Turn): void {
  for (const given of turn.byKind.snipe ?? NONE) {
    if (given.lost || given.done) continue;
    given.done = true;
    snipe(state, turn, given, given.order.post);
  }
}

const NONE: readonly never[] = [];

function snipe(state: GameState, turn: Turn, given: Given, id: string): void {
  const { reach, losses, nightShare, killedShare, cohesion } = turn.rules.sniping;
  const sap = sapTo(state, id);
  const near = sap !== undefined && sap.lengthMetres - sap.dugMetres <= reach;
  if (!near || !isHeld(at(state.posts, rowOf(turn.board.postRow, id)))) {
    return turn.tell({ type: 'order-void', side: given.side, order: given.index, kind: given.order.kind });
  }
  const units = unitsIn(state, turn, id, 'garrison');
  const men = menOf(units);
  const due = turn.night ? share(losses, nightShare) : losses;
  for (let row = 0; row < units.length; row += 1) {
    const unit = at(units, row);
    const lost = hurt(state, turn, unit, Math.floor((due * unit.men) / men), killedShare, 'sniping');
    if (lost === 0 || unit.men === 0) continue;
    moveCohesion(turn, unit, at(turn.board.units, rowOf(turn.board.unitRow, unit.id)), [{ cause: 'wear', points: -cohesion }]);
  }
}
