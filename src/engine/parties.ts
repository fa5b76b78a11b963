/** Parties that gather loads: how many hands go out, what they can carry, and who of them is lost. */
import { at, postOf, rowOf } from './board.ts';
import { share } from './numbers.ts';
import { hurt } from './people.ts';
import { wholeByChance } from './random.ts';
import type { Stream } from './random.ts';
import type { SideId, UnitFacts } from './scenario.ts';
import { SIDES } from './scenario.ts';
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
  const services = servicesByCamp(state, turn);
  return {
    garrison: state.camps.map(({ id, stands, labourers }, row) => (stands ? ownParty(state, turn, id, labourers, services[row] ?? 0) : party(turn, 0, 0))),
    besieger: state.camps.map(({ id }) => {
      const ordered = orderedMen(turn, 'besieger', id);
      return party(turn, ordered === null ? turn.rules.recovery.hands : Math.min(ordered, idleMen(state, turn, 'besieger', null)), 0);
    }),
  };
}

/** Labourers and services men unless an order says how many; soldiers who wait go along when more are asked for. */
function ownParty(state: GameState, turn: Turn, camp: string, labourers: number, services: number): Party {
  const rules = turn.rules.recovery;
  const ordered = orderedMen(turn, 'garrison', camp);
  const carriers = share(labourers, rules.labourers);
  if (ordered === null) return party(turn, carriers + share(services, rules.services), carriers);
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

/** Men of each camp's services who stand in linked posts. */
function servicesByCamp(state: GameState, { board }: Turn): number[] {
  const men = state.camps.map(() => 0);
  for (const [row, facts] of board.units.entries()) {
    const unit = state.units[row];
    if (facts.arm !== 'services' || facts.side !== 'garrison' || unit === undefined || unit.post === null) continue;
    const post = rowOf(board.postRow, unit.post);
    const camp = board.camps.ofPost[post] ?? 0;
    if (at(state.posts, post).cutOffSince < 0) men[camp] = (men[camp] ?? 0) + unit.men;
  }
  return men;
}

function standsIn(state: GameState, turn: Turn, unit: UnitState, camp: string): boolean {
  if (unit.post === null) return false;
  const row = rowOf(turn.board.postRow, unit.post);
  return at(turn.board.posts, row).facts.camp === camp && at(state.posts, row).cutOffSince < 0;
}

/** Men of a side who can be sent: services and those who wait, of one camp or of all. */
function idleMen(state: GameState, turn: Turn, side: SideId, camp: string | null): number {
  let men = 0;
  for (const [row, unit] of state.units.entries()) {
    const facts = turn.board.units[row];
    if (unit.men === 0 || facts?.side !== side || !canBeSent(unit, facts.arm)) continue;
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

/** The unit that the soldiers of a party came from: the nearest to the camp's command post that can be sent. */
function nearestIdle(state: GameState, turn: Turn, side: SideId, row: number): UnitState | null {
  const { commandPost } = at(turn.game.scenario.camps, row);
  const { hex } = postOf(turn.board, commandPost);
  let nearest: UnitState | null = null;
  let least = 0;
  for (const [unitRow, unit] of state.units.entries()) {
    const facts = turn.board.units[unitRow];
    if (unit.men === 0 || facts?.side !== side || !canBeSent(unit, facts.arm)) continue;
    const steps = roughSteps(turn.board.grid.cols, unit.hex, hex);
    if (nearest !== null && steps >= least) continue;
    nearest = unit;
    least = steps;
  }
  return nearest;
}

function canBeSent(unit: UnitState, arm: UnitFacts['arm']): boolean {
  return unit.duty === 'waiting' || unit.duty === 'resting' || arm === 'services';
}

/** Rows and columns between two hexes: near enough to tell who is nearer. */
function roughSteps(cols: number, a: number, b: number): number {
  const rows = Math.floor(a / cols) - Math.floor(b / cols);
  return Math.abs(rows) + Math.abs((a % cols) - (b % cols));
}
