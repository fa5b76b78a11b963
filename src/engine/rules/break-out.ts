/**
 * Break-out: all who can march leave the camp by night for the hills.
 *
 * Who gets through depends on the gaps in the ring round the camp (ground that nobody holds against ground that the
 * besieger dominates), on the quality of the men, and on luck. Some of the others die; the rest are taken, with the
 * wounded, those who hid, and the guns. A camp that goes without leave goes unprepared. It is given up with the
 * attempt. Source: rule set, group `break-out`.
 */
import { at } from '../board.ts';
import { campFalls } from '../camp-fall.ts';
import { campOf, isCutOff } from '../camps.ts';
import { along, clamp, permille, share } from '../numbers.ts';
import { hurt } from '../people.ts';
import { wholeByChance } from '../random.ts';
import type { Stream } from '../random.ts';
import type { CampState } from '../state-siege.ts';
import { GROUND_BESIEGER, GROUND_GARRISON } from '../state-siege.ts';
import type { GameState, UnitState } from '../state.ts';
import type { Turn } from '../turn-context.ts';

/** At the end of a night: camps that were told to go. */
export function breakOut(state: GameState, turn: Turn): void {
  const orders = turn.byKind['break-out'];
  if (orders === undefined) return;
  for (const given of orders) {
    const { order } = given;
    if (given.lost || given.done) continue;
    given.done = true;
    const row = state.camps.findIndex(({ id }) => id === order.camp);
    const camp = state.camps[row];
    if (camp?.stands === true && turn.night) marchOff(state, turn, row, camp);
    else turn.tell({ type: 'order-void', side: given.side, order: given.index, kind: order.kind });
  }
}

function marchOff(state: GameState, turn: Turn, row: number, camp: CampState): void {
  const stream = turn.draws('break-out', camp.id);
  const chance = chanceThrough(state, turn, camp, stream);
  let men = 0;
  let escaped = 0;
  for (let index = 0; index < state.units.length; index += 1) {
    const unit = at(state.units, index);
    if (unit.men === 0 || campOf(state, turn, index) !== row || isCutOff(state, turn, index)) continue;
    men += unit.men;
    escaped += goThrough(state, turn, unit, chance, stream);
  }
  const before = state.ledger.garrison.captured;
  campFalls(state, turn, row, 'broke-out');
  turn.tell({ type: 'broke-out', camp: camp.id, men, escaped, captured: state.ledger.garrison.captured - before });
}

/** Permille of middling men who get through. */
function chanceThrough(state: GameState, turn: Turn, camp: CampState, stream: Stream): number {
  const { 'break-out': rules } = turn.rules;
  const luck = 1000 - rules.spread + stream.below(2 * rules.spread + 1);
  const leave = camp.leave === 'hold' ? rules.forestalled : 1000;
  return share(share(along(rules.gaps, gapsAround(state, turn)), luck), leave);
}

/** Permille of the ground just outside the garrison's that the besieger does not dominate. */
function gapsAround(state: GameState, turn: Turn): number {
  const { ground } = state.ring;
  let edge = 0;
  let open = 0;
  for (let hex = 0; hex < ground.length; hex += 1) {
    const owner = at(ground, hex);
    if (owner === GROUND_GARRISON || !at(turn.board.neighbours, hex).some((next) => ground[next] === GROUND_GARRISON)) continue;
    edge += 1;
    if (owner !== GROUND_BESIEGER) open += 1;
  }
  return permille(open, edge);
}

/** Some of a unit get through, some die; gives how many got through. */
function goThrough(state: GameState, turn: Turn, unit: UnitState, chance: number, stream: Stream): number {
  const { 'break-out': rules } = turn.rules;
  const rate = clamp(Math.floor((chance * unit.quality) / rules.quality), 0, 1000);
  const through = Math.min(unit.men, wholeByChance(stream, unit.men * rate));
  unit.men -= through;
  state.ledger.garrison.escaped += through;
  const dead = Math.min(unit.men, wholeByChance(stream, unit.men * rules.killed));
  if (dead > 0) hurt(state, turn, unit, dead * 1000, 1000, 'break-out');
  return through;
}
