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
  for (const formation of state.formations) restore(formation, turn);
  if (!state.formations.some((formation) => isStricken(formation, turn))) return;
  for (const given of turn.given) {
    for (const id of staffsOf(turn, given.side, given.order)) pass(state, turn, given, id);
  }
  for (const given of turn.given) if (given.order.kind === 'replace' && !given.lost) takeOver(state, turn, given, given.order.formation);
}

/** A headquarters that lost its commander, or whose staff was hit. */
function isStricken(formation: FormationState, turn: Turn): boolean {
  return Math.max(formation.headlessUntil, formation.shockedUntil) > clockOf(turn);
}

function restore(formation: FormationState, turn: Turn): void {
  const until = Math.max(formation.headlessUntil, formation.shockedUntil);
  if (until === 0 || until > clockOf(turn)) return;
  formation.headlessUntil = 0;
  formation.shockedUntil = 0;
  const { side } = at(turn.board.formations, rowOf(turn.board.formationRow, formation.id));
  turn.tell({ type: 'command-restored', side, formation: formation.id });
}

/** One headquarters on the way of an order. */
function pass(state: GameState, turn: Turn, given: Given, id: string): void {
  const formation = at(state.formations, rowOf(turn.board.formationRow, id));
  const { command: rules } = turn.rules;
  const now = clockOf(turn);
  if (given.lost) return;
  if (formation.shockedUntil > now) hinder(turn, given, id, rules.loseShocked, rules.delayShocked);
  if (formation.headlessUntil > now) hinder(turn, given, id, rules.loseHeadless, rules.delayHeadless);
}

function hinder(turn: Turn, given: Given, formation: string, lose: number, delay: number): void {
  const { side, index, order } = given;
  if (given.lost) return;
  if (happens(turn.draws('command', formation), lose)) {
    given.lost = true;
    turn.tell({ type: 'order-lost', side, order: index, kind: order.kind, formation });
    return;
  }
  given.from += delay;
  turn.tell({ type: 'order-delayed', side, order: index, kind: order.kind, formation, pulses: delay });
}

/** Every staff that an order passes on its way: those above the men or guns, and those of the post it is for. */
function staffsOf(turn: Turn, side: SideId, order: Order): string[] {
  const staffs = chainOf(turn, carrierOf(turn, side, order));
  const post = 'post' in order && side === 'garrison' ? chainOf(turn, postFormation(turn, order.post)) : [];
  return [...staffs, ...post.filter((id) => !staffs.includes(id))];
}

/** The formation that carries an order out; null for a side without one for it. */
function carrierOf(turn: Turn, side: SideId, order: Order): string | null {
  switch (order.kind) {
    case 'bombard':
    case 'counter-battery':
    case 'protect':
    case 'move-guns':
      return gunsStaff(turn, side);
    case 'reinforce':
    case 'counter-attack':
    case 'raid':
    case 'convoy':
      return unitFormation(turn, order.unit);
    case 'dig':
    case 'encircle':
    case 'trench':
    case 'close-up':
      return unitFormation(turn, order.units[0]);
    case 'assault':
      return unitFormation(turn, order.lead[0]);
    case 'rest':
      return order.formation;
    case 'replace':
      return at(turn.board.formations, rowOf(turn.board.formationRow, order.formation)).parent;
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
      return highestStaff(turn, side);
  }
}

/** The formation whose men hold a post from the start. */
function postFormation(turn: Turn, post: string): string | null {
  return turn.board.units.find((unit) => unit.post === post && !unit.reserve)?.formation ?? null;
}

/** The staff that lays the guns of a side; the highest staff where there is none. */
function gunsStaff(turn: Turn, side: SideId): string | null {
  return turn.board.formations.find((formation) => formation.side === side && formation.kind === 'artillery')?.id ?? highestStaff(turn, side);
}

function highestStaff(turn: Turn, side: SideId): string | null {
  return turn.board.formations.find((formation) => formation.side === side && formation.parent === null)?.id ?? null;
}

function unitFormation(turn: Turn, unit: string | undefined): string | null {
  const row = unit === undefined ? undefined : turn.board.unitRow[unit];
  return row === undefined ? null : at(turn.board.units, row).formation;
}

/** A formation and those above it, lowest first. */
function chainOf(turn: Turn, formation: string | null): string[] {
  const chain: string[] = [];
  let id = formation;
  while (id !== null && !chain.includes(id)) {
    chain.push(id);
    id = at(turn.board.formations, rowOf(turn.board.formationRow, id)).parent;
  }
  return chain;
}

/** Another officer takes hold of a headquarters sooner than time would have it; its men do not know him. */
function takeOver(state: GameState, turn: Turn, given: Given, id: string): void {
  const { command: rules } = turn.rules;
  const formation = at(state.formations, rowOf(turn.board.formationRow, id));
  const until = clockOf(turn) + given.from + rules.replacePulses;
  given.done = true;
  if (Math.max(formation.headlessUntil, formation.shockedUntil) <= until) return;
  formation.headlessUntil = Math.min(formation.headlessUntil, until);
  formation.shockedUntil = Math.min(formation.shockedUntil, until);
  turn.tell({ type: 'officer-took-over', side: given.side, formation: formation.id, pulses: given.from + rules.replacePulses });
  for (const [row, { formation: of }] of turn.board.units.entries()) {
    const unit = at(state.units, row);
    if (of === formation.id) unit.cohesion = Math.max(0, unit.cohesion - rules.replaceCohesion);
  }
}
