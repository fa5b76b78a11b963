/** Parties that gather loads: how many hands go out, what they can carry, and who of them is lost. */
import { at, postOf, rowOf } from './board.ts';
import { share } from './numbers.ts';
import { hurt } from './people.ts';
import { wholeByChance } from './random.ts';
import type { Stream } from './random.ts';
import type { SideId } from './scenario.ts';
import { SIDES } from './scenario.ts';
import { hexMetres } from './sight.ts';
import type { GameState, UnitState } from './state.ts';
import type { Turn } from './turn-context.ts';

/** Those who gather for one side about one camp in a turn. */
export interface Party {
  readonly hands: number;
  /** Of these, labourers who are no soldiers. */
  readonly labourers: number;
  kilosLeft: number;
  kilosCarried: number;
  /** Kilos times the fire under which they were gathered, permille. */
  underFire: number;
}

/** The parties of both sides, by row of the camp. */
export function partiesOf(state: GameState, turn: Turn): { readonly garrison: readonly Party[]; readonly besieger: readonly Party[] } {
  return {
    garrison: state.camps.map(({ id, stands, labourers }) => (stands ? ownParty(state, turn, id, labourers) : party(turn, 0, 0))),
    besieger: state.camps.map(({ id }) => {
      const ordered = orderedMen(turn, 'besieger', id);
      return party(turn, ordered === null ? turn.rules.recovery.hands : Math.min(ordered, idleMen(state, turn, 'besieger', null)), 0);
    }),
  };
}

/** Labourers and services men unless an order says how many; soldiers who wait go along when more are asked for. */
function ownParty(state: GameState, turn: Turn, camp: string, labourers: number): Party {
  const rules = turn.rules.recovery;
  const ordered = orderedMen(turn, 'garrison', camp);
  const carriers = share(labourers, rules.labourers);
  if (ordered === null) return party(turn, carriers + share(servicesOf(state, turn, camp), rules.services), carriers);
  const hands = Math.min(ordered, labourers + idleMen(state, turn, 'garrison', camp));
  return party(turn, hands, Math.min(hands, labourers));
}

function party(turn: Turn, hands: number, labourers: number): Party {
  return { hands, labourers, kilosLeft: hands * turn.rules.recovery.carryKilos, kilosCarried: 0, underFire: 0 };
}

/** Men that an order sends out; null where nothing was ordered. */
function orderedMen(turn: Turn, side: SideId, camp: string): number | null {
  let men: number | null = null;
  for (const given of turn.given) {
    if (given.order.kind !== 'gather' || given.side !== side || given.order.camp !== camp || given.lost) continue;
    given.done = true;
    men = Math.max(0, given.order.men);
  }
  return men;
}

/** Men of a camp's services who stand in linked posts. */
function servicesOf(state: GameState, turn: Turn, camp: string): number {
  let men = 0;
  for (let row = 0; row < state.units.length; row += 1) {
    if (at(turn.board.units, row).arm === 'services' && standsIn(state, turn, at(state.units, row), camp)) men += at(state.units, row).men;
  }
  return men;
}

function standsIn(state: GameState, turn: Turn, unit: UnitState, camp: string): boolean {
  if (unit.post === null || unit.men === 0) return false;
  return postOf(turn.board, unit.post).facts.camp === camp && at(state.posts, rowOf(turn.board.postRow, unit.post)).cutOffSince < 0;
}

/** Men of a side who can be sent: services and those who wait, of one camp or of all. */
function idleMen(state: GameState, turn: Turn, side: SideId, camp: string | null): number {
  let men = 0;
  for (let row = 0; row < state.units.length; row += 1) {
    const unit = at(state.units, row);
    const { arm, side: own } = at(turn.board.units, row);
    if (own !== side || unit.men === 0 || (unit.duty !== 'waiting' && unit.duty !== 'resting' && arm !== 'services')) continue;
    if (camp === null || unit.post === null || standsIn(state, turn, unit, camp)) men += unit.men;
  }
  return men;
}

/** Hands lost while gathering: labourers by their share of the party, the rest out of the ranks. */
export function loseHands(
  state: GameState,
  turn: Turn,
  parties: { readonly garrison: readonly Party[]; readonly besieger: readonly Party[] },
  streams: { readonly garrison: Stream; readonly besieger: Stream },
): void {
  for (const side of SIDES) {
    const rate = side === 'garrison' ? turn.rules.recovery.losses : turn.rules.recovery.besiegerLosses;
    for (const [camp, out] of parties[side].entries()) {
      if (out.underFire === 0) continue;
      const lost = wholeByChance(streams[side], Math.floor((out.hands * rate * out.underFire) / out.kilosCarried));
      if (lost > 0) takeHands(state, turn, side, camp, out, lost);
    }
  }
}

function takeHands(state: GameState, turn: Turn, side: SideId, row: number, out: Party, lost: number): void {
  const camp = at(state.camps, row);
  const labourers = Math.min(camp.labourers, Math.round((lost * out.labourers) / out.hands));
  if (labourers > 0) {
    camp.labourers -= labourers;
    state.ledger[side].labourersLost += labourers;
    turn.tell({ type: 'labourers-lost', camp: camp.id, men: labourers });
  }
  const soldiers = lost - labourers;
  const unit = soldiers > 0 ? nearestIdle(state, turn, side, row) : null;
  if (unit !== null) hurt(state, turn, unit, soldiers * 1000, turn.rules.assault.killedShare, 'gathering');
}

/** The unit that the soldiers of a party came from: the nearest to the camp's drop zone that can be sent. */
function nearestIdle(state: GameState, turn: Turn, side: SideId, row: number): UnitState | null {
  const { commandPost } = at(turn.game.scenario.camps, row);
  const { hex } = postOf(turn.board, commandPost);
  let nearest: UnitState | null = null;
  let least = 0;
  for (let unitRow = 0; unitRow < state.units.length; unitRow += 1) {
    const unit = at(state.units, unitRow);
    const facts = at(turn.board.units, unitRow);
    if (facts.side !== side || unit.men === 0 || (unit.duty !== 'waiting' && unit.duty !== 'resting' && facts.arm !== 'services')) continue;
    const metres = hexMetres(turn.board, unit.hex, hex);
    if (nearest !== null && metres >= least) continue;
    nearest = unit;
    least = metres;
  }
  return nearest;
}
