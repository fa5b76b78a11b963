/**
 * Will: a regiment that does not fight finds its heart again.
 *
 * Losses, failure and success move it in the assault. At the end of a turn a regiment none of whose battalions stormed
 * regains will; under an order to rest, in which it neither digs nor storms, more. Rain and empty dumps slow it. Rest
 * lifts no regiment above the cap. Recruits bring their own will with them as ranks are filled. Leaves `will` and
 * `rested`. Source: rule set, group `will`.
 */
import { at, rowOf } from '../board.ts';
import { share } from '../numbers.ts';
import type { Order } from '../orders.ts';
import { moveWill } from '../regiments.ts';
import type { FormationState, GameState } from '../state.ts';
import type { Turn } from '../turn-context.ts';

/** What a regiment did in the turn. */
type Work = 'none' | 'digging' | 'fighting';

/** At the end of a turn. */
export function will(state: GameState, turn: Turn): void {
  const work = workOf(state, turn);
  const pace = paceOf(state, turn);
  const resting = restingOf(turn);
  for (let row = 0; row < state.formations.length; row += 1) {
    if (at(turn.board.formations, row).kind !== 'regiment') continue;
    regain(turn, at(state.formations, row), at(work, row), resting[row] === true, pace);
  }
}

function regain(turn: Turn, formation: FormationState, work: Work, ordered: boolean, pace: number): void {
  const { will: rules } = turn.rules;
  const rests = ordered && work === 'none';
  formation.rested = rests ? formation.rested + 1 : 0;
  if (work === 'fighting' || formation.will >= rules.cap) return;
  const points = share(rests ? share(rules.rest, rules.ordered) : rules.rest, pace);
  moveWill(turn, formation, points, 'rest');
}

/** What each formation's battalions did: fought, dug, or neither. */
function workOf(state: GameState, turn: Turn): Work[] {
  const work = state.formations.map((): Work => 'none');
  const mark = (unit: string, as: Work): void => {
    const row = at(turn.board.unitFormation, rowOf(turn.board.unitRow, unit));
    if (at(work, row) !== 'fighting') work[row] = as;
  };
  for (const { order, lost } of turn.given) {
    if (lost) continue;
    for (const unit of diggersOf(order)) mark(unit, 'digging');
    if (order.kind === 'assault') for (const unit of order.lead) mark(unit, 'fighting');
  }
  for (const unit of state.units) if (unit.duty === 'storming') mark(unit.id, 'fighting');
  return work;
}

function diggersOf(order: Order): readonly string[] {
  return order.kind === 'dig' || order.kind === 'encircle' || order.kind === 'trench' ? order.units : [];
}

/** Formations with an order to rest. */
function restingOf(turn: Turn): boolean[] {
  const resting: boolean[] = [];
  for (const given of turn.given) {
    if (given.order.kind !== 'rest' || given.lost) continue;
    given.done = true;
    resting[rowOf(turn.board.formationRow, given.order.formation)] = true;
  }
  return resting;
}

/** Permille of the pace of a dry turn with shells in the dumps. */
function paceOf(state: GameState, turn: Turn): number {
  const { will: rules } = turn.rules;
  const { valley } = state.sky;
  const wet = valley === 'rain' || valley === 'storm' ? rules.wet : 1000;
  return share(wet, besiegersRounds(state, turn) < rules.fewRounds ? rules.fewShare : 1000);
}

/** Rounds in the besieger's dumps, weighed as 105 mm. */
function besiegersRounds(state: GameState, turn: Turn): number {
  let bite = 0;
  for (const [row, { rounds }] of state.dumps.entries()) {
    if (at(turn.game.scenario.dumps, row).side !== 'besieger') continue;
    for (let column = 0; column < rounds.length; column += 1) {
      const weapon = turn.rules.weapons[at(turn.board.weapons, column)];
      if (weapon !== undefined && weapon.flak === 0) bite += at(rounds, column) * weapon.bite;
    }
  }
  return Math.floor(bite / 1000);
}
