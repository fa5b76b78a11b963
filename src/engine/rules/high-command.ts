/**
 * Higher command: what those above give a camp, men and leave.
 *
 * A battalion that waits at the bases is asked for; it is granted the likelier in any turn the fewer fit men the
 * camps have left and the longer ago the last one was. A camp is told to hold to the last means until those above see
 * that it is beyond relief (its gauge of collapse tells them to look): then it may break out, and at last cease fire. When the first camp has fallen, the others
 * may break out at once. Leaves `asked` and `granted`, and the leave of the camps. Source: rule set, group
 * `high-command`.
 */
import { at, rowOf } from '../board.ts';
import { countCamps, groundLost, isPlayed, menLeft, positionOf, strainOf } from '../camps.ts';
import type { CampCount } from '../camps.ts';
import { along, permille, share } from '../numbers.ts';
import { happens } from '../random.ts';
import type { CampState, Leave } from '../state-siege.ts';
import type { GameState } from '../state.ts';
import type { Turn } from '../turn-context.ts';

/** At the start of a turn. */
export function highCommand(state: GameState, turn: Turn): void {
  for (const given of turn.given) {
    if (given.order.kind !== 'ask' || given.lost || given.done) continue;
    given.done = true;
    ask(state, turn, given.order.unit);
  }
  const strained = state.camps.some(({ stands, collapseCauses }) => stands && collapseCauses.length > 0) || state.camps[0]?.stands === false;
  if (state.air.asked.length === 0 && !strained) return;
  const counts = countCamps(state, turn);
  if (state.air.asked.length > 0) grant(state, turn, counts);
  for (const [row, camp] of state.camps.entries()) if (camp.stands && isPlayed(turn, camp)) seeLeave(state, turn, row, camp, at(counts, row));
}

/** A battalion that is not free to come is refused; one that is stays on the list. */
function ask(state: GameState, turn: Turn, unit: string): void {
  const { air } = state;
  const row = rowOf(turn.board.unitRow, unit);
  const facts = at(turn.board.units, row);
  if (!facts.jumps || facts.arrivesTurn > turn.number || at(state.units, row).away === 0 || air.granted.includes(unit)) {
    return turn.tell({ type: 'battalion-refused', unit });
  }
  if (!air.asked.includes(unit)) air.asked.push(unit);
}

/** One of those asked for, the first, may be granted in a turn. */
function grant(state: GameState, turn: Turn, counts: readonly CampCount[]): void {
  const { 'high-command': rules } = turn.rules;
  const { air } = state;
  let chance = along(rules.grant, fitLeft(turn, counts));
  if (air.grantedTurn >= 0) chance = share(chance, along(rules.gap, turn.number - air.grantedTurn));
  const unit = air.asked[0];
  if (unit === undefined || !happens(turn.draws('high-command', 'grant'), chance)) return;
  // Its companies come together: all of its battalion that were asked for.
  const { formation } = at(turn.board.units, rowOf(turn.board.unitRow, unit));
  for (const id of air.asked.filter((one) => at(turn.board.units, rowOf(turn.board.unitRow, one)).formation === formation)) {
    air.granted.push(id);
    turn.tell({ type: 'battalion-granted', unit: id });
  }
  air.asked = air.asked.filter((one) => !air.granted.includes(one));
  air.grantedTurn = turn.number;
}

/** Fit men of all camps that stand, permille of those at the start. */
function fitLeft(turn: Turn, counts: readonly CampCount[]): number {
  let fit = 0;
  let start = 0;
  for (const [row, count] of counts.entries()) {
    fit += count.men + count.gunners;
    start += at(turn.board.camps.menAtStart, row);
  }
  return permille(fit, start);
}

/** Whether those above see how it stands, and what they tell the camp then. */
function seeLeave(state: GameState, turn: Turn, row: number, camp: CampState, count: CampCount): void {
  const leave = leaveDue(state, turn, row, count);
  if (rankOf(leave) <= rankOf(camp.leave)) return;
  // Once the first camp is gone nobody needs to be shown how it stands.
  const seen = isOrphan(state, row) || happens(turn.draws('high-command', camp.id), turn.rules['high-command'].leaveChance);
  if (!seen) return;
  camp.leave = leave;
  turn.tell({ type: 'leave-given', camp: camp.id, leave });
}

function leaveDue(state: GameState, turn: Turn, row: number, count: CampCount): Leave {
  const { 'high-command': rules } = turn.rules;
  if (isOrphan(state, row)) return 'break-out';
  if (menLeft(turn.board, row, count) >= turn.rules.collapse.weak) return 'hold';
  const strain = strainOf(turn, row, count);
  const points = share(strain.men + strain.spirit, positionOf(turn, groundLost(state, turn, row)));
  return points >= rules.ceaseFireAt ? 'cease-fire' : points >= rules.breakOutAt ? 'break-out' : 'hold';
}

/** A camp whose first camp has fallen. */
function isOrphan(state: GameState, row: number): boolean {
  return row > 0 && state.camps[0]?.stands === false;
}

/** Leave is widened, never taken back. */
function rankOf(leave: Leave): number {
  switch (leave) {
    case 'hold': return 0;
    case 'break-out': return 1;
    case 'cease-fire': return 2;
  }
}
