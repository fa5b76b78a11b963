/**
 * Command: which orders get through, and how late.
 *
 * An order goes down the chain from the side's highest staff to the formation that carries it out. A shocked
 * staff on the way, or a headless battalion at its end, may lose it; what is not lost comes late. When the time
 * of a shock or of a headless battalion is over, another officer has taken hold; those above can send one sooner,
 * whom the men do not know: it costs cohesion. Leaves `from` and `lost` on the orders. Source: rule set, group
 * `command`.
 */
import { at, rowOf } from '../board.ts';
import type { Order } from '../orders.ts';
import { happens } from '../random.ts';
import type { SideId } from '../scenario.ts';
import type { FormationState, GameState } from '../state.ts';
import { clockOf } from '../turn-context.ts';
import type { Given, Turn } from '../turn-context.ts';

/** Hands the orders down, before anything else happens in the turn. */
export function command(state: GameState, turn: Turn): void {
  if (!isAnyStricken(state, turn)) return;
  for (const given of turn.given) passDown(state, turn, given);
  for (const given of turn.byKind.replace ?? NONE) if (!given.lost) takeOver(state, turn, given, rowOf(turn.board.formationRow, given.order.formation));
}

const NONE: readonly never[] = [];

/** True while a headquarters has lost its commander, or its staff is shocked; those whose time is over are restored. */
function isAnyStricken({ formations }: GameState, turn: Turn): boolean {
  const clock = clockOf(turn);
  let stricken = false;
  for (let row = 0; row < formations.length; row += 1) {
    const formation = at(formations, row);
    const until = Math.max(formation.headlessUntil, formation.shockedUntil);
    if (until > clock) stricken = true;
    else if (until > 0) restore(turn, row, formation);
  }
  return stricken;
}

function restore(turn: Turn, row: number, formation: FormationState): void {
  formation.headlessUntil = 0;
  formation.shockedUntil = 0;
  turn.tell({ type: 'command-restored', side: at(turn.board.formations, row).side, formation: formation.id });
}

/** An order passes every staff on its way: those above the men or guns, and then those of the post it is for. */
function passDown(state: GameState, turn: Turn, given: Given): void {
  const { side, order } = given;
  const carriers = chainOf(turn, carrierOf(turn, side, order));
  for (const row of carriers) pass(state, turn, given, row);
  if (side !== 'garrison' || !('post' in order)) return;
  const holders = chainOf(turn, turn.board.battleOrder.postFormation[turn.board.postRow[order.post] ?? -1] ?? -1);
  for (const row of holders) if (!carriers.includes(row)) pass(state, turn, given, row);
}

/** A formation and those above it, lowest first; none for no formation. */
function chainOf({ board }: Turn, formation: number): readonly number[] {
  return formation < 0 ? NONE : at(board.battleOrder.chain, formation);
}

/** One headquarters on the way of an order. */
function pass(state: GameState, turn: Turn, given: Given, row: number): void {
  const { headlessUntil, shockedUntil } = at(state.formations, row);
  const { command: rules } = turn.rules;
  const now = clockOf(turn);
  if (shockedUntil > now) hinder(turn, given, row, rules.loseShocked, rules.delayShocked);
  if (headlessUntil > now) hinder(turn, given, row, rules.loseHeadless, rules.delayHeadless);
}

function hinder(turn: Turn, given: Given, row: number, lose: number, delay: number): void {
  const { side, index, order } = given;
  const { id: formation } = at(turn.board.formations, row);
  if (given.lost) return;
  if (happens(turn.draws('command', formation), lose)) {
    given.lost = true;
    turn.tell({ type: 'order-lost', side, order: index, kind: order.kind, formation });
    return;
  }
  given.from += delay;
  turn.tell({ type: 'order-delayed', side, order: index, kind: order.kind, formation, pulses: delay });
}

/** The row of the formation that carries an order out; -1 for a side without one for it. */
function carrierOf(turn: Turn, side: SideId, order: Order): number {
  const { board } = turn;
  switch (order.kind) {
    case 'bombard':
    case 'counter-battery':
    case 'protect':
    case 'move-guns':
      return board.battleOrder.gunsStaff[side];
    case 'reinforce':
    case 'counter-attack':
    case 'raid':
    case 'convoy':
      return formationOf(turn, order.unit);
    case 'dig':
    case 'encircle':
    case 'trench':
    case 'close-up':
      return formationOf(turn, order.units[0]);
    case 'assault':
      return formationOf(turn, order.lead[0]);
    case 'rest':
      return rowOf(board.formationRow, order.formation);
    case 'replace':
      return at(board.battleOrder.chain, rowOf(board.formationRow, order.formation))[1] ?? -1;
    case 'give-up':
    case 'break-off':
    case 'mine':
    case 'snipe':
    case 'porters':
    case 'gather':
    case 'airlift':
    case 'land':
    case 'jump':
    case 'strike':
    case 'ask':
    case 'ration':
    case 'break-out':
    case 'surrender':
      return board.battleOrder.highestStaff[side];
  }
}

function formationOf({ board }: Turn, unit: string | undefined): number {
  const row = unit === undefined ? undefined : board.unitRow[unit];
  return row === undefined ? -1 : at(board.unitFormation, row);
}

/** Another officer takes hold of a headquarters sooner than time would have it; its men do not know him. */
function takeOver(state: GameState, turn: Turn, given: Given, row: number): void {
  const { command: rules } = turn.rules;
  const formation = at(state.formations, row);
  const until = clockOf(turn) + given.from + rules.replacePulses;
  given.done = true;
  if (Math.max(formation.headlessUntil, formation.shockedUntil) <= until) return;
  formation.headlessUntil = Math.min(formation.headlessUntil, until);
  formation.shockedUntil = Math.min(formation.shockedUntil, until);
  turn.tell({ type: 'officer-took-over', side: given.side, formation: formation.id, pulses: given.from + rules.replacePulses });
  for (const own of at(turn.board.battleOrder.unitsOf, row)) {
    const unit = at(state.units, own);
    unit.cohesion = Math.max(0, unit.cohesion - rules.replaceCohesion);
  }
}
