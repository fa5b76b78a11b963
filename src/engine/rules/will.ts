/**
 * Will: a regiment that does not fight finds its heart again.
 *
 * Losses, failure and success move it in the assault. At the end of a turn a regiment none of whose battalions stormed
 * regains will; under an order to rest, in which it neither digs nor storms, more. Rain and empty dumps slow it. Rest
 * lifts no regiment above the cap. Recruits bring their own will with them as ranks are filled. Leaves `will` and
 * `rested`. Source: rule set, group `will`.
 */
import { at, rowOf } from '../board.ts';
import { biteIn } from '../camps.ts';
import { share } from '../numbers.ts';
import { moveWill } from '../regiments.ts';
import type { FormationState, GameState } from '../state.ts';
import type { Turn } from '../turn-context.ts';

/** At the end of a turn. */
export function will(state: GameState, turn: Turn): void {
  const fought = foughtIn(state, turn);
  const resting = restingOf(turn);
  const pace = paceOf(state, turn);
  for (const row of turn.board.battleOrder.regiments) {
    regain(turn, at(state.formations, row), fought[row] === true, resting[row] === true, pace);
  }
}

function regain(turn: Turn, formation: FormationState, fought: boolean, rests: boolean, pace: number): void {
  const { will: rules } = turn.rules;
  formation.rested = rests && !fought ? formation.rested + 1 : 0;
  if (fought || formation.will >= rules.cap) return;
  const points = share(rests ? share(rules.rest, rules.ordered) : rules.rest, pace);
  moveWill(turn, formation, points, 'rest');
}

/** Formations whose battalions stormed, or were told to and the order got through. */
function foughtIn(state: GameState, turn: Turn): boolean[] {
  const { board } = turn;
  const fought: boolean[] = [];
  for (const { order, lost } of turn.byKind.assault ?? NONE) if (!lost) mark(turn, fought, order.lead, true);
  for (const row of board.battleOrder.regiments) {
    for (const unit of at(board.battleOrder.unitsOf, row)) if (at(state.units, unit).duty === 'storming') fought[row] = true;
  }
  return fought;
}

/** Formations with an order to rest whose battalions do not dig. */
function restingOf(turn: Turn): boolean[] {
  const resting: boolean[] = [];
  const { rest, dig, encircle, trench } = turn.byKind;
  if (rest === undefined) return resting;
  for (const given of rest) {
    if (given.lost) continue;
    given.done = true;
    resting[rowOf(turn.board.formationRow, given.order.formation)] = true;
  }
  for (const given of [dig ?? NONE, encircle ?? NONE, trench ?? NONE]) {
    for (const { order, lost } of given) if (!lost) mark(turn, resting, order.units, false);
  }
  return resting;
}

const NONE: readonly never[] = [];

/** Notes the same of the formations of some units. */
function mark({ board }: Turn, marks: boolean[], units: readonly string[], as: boolean): void {
  for (const unit of units) marks[at(board.unitFormation, rowOf(board.unitRow, unit))] = as;
}

/** Permille of the pace of a dry turn with shells in the dumps. */
function paceOf(state: GameState, turn: Turn): number {
  const { will: rules } = turn.rules;
  const { valley } = state.sky;
  const wet = valley === 'rain' || valley === 'storm' ? rules.wet : 1000;
  return share(wet, besiegersRounds(state, turn) < rules.fewRounds ? rules.fewShare : 1000);
}

/** Rounds in the besieger's dumps, weighed as 105 mm. */
function besiegersRounds(state: GameState, { board }: Turn): number {
  let bite = 0;
  for (const row of board.rows.besieger.dumps) bite += biteIn(board, at(state.dumps, row).rounds);
  return Math.floor(bite / 1000);
}
