/** Parties that gather loads: how many hands go out, what they can carry, and who of them is lost. */
import { at } from './board.ts';
import type { Board } from './board.ts';
import { share } from './numbers.ts';
import { hurt } from './people.ts';
import { wholeByChance } from './random.ts';
import type { Stream } from './random.ts';
import type { SideId, UnitFacts } from './scenario.ts';
import { SIDES } from './scenario.ts';
import { postRowOf } from './stations.ts';
import type { GameState, UnitState } from './state.ts';
import type { CampState } from './state-siege.ts';
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

/** The parties of both sides, each by row of the camp. */
export interface Parties {
  readonly garrison: readonly Party[];
  readonly besieger: readonly Party[];
}

/** Counts the parties that go out in a turn. */
export function partiesOf(state: GameState, turn: Turn): Parties {
  const garrison: Party[] = [];
  const besieger: Party[] = [];
  for (let row = 0; row < state.camps.length; row += 1) {
    const camp = at(state.camps, row);
    garrison.push(camp.stands ? ownParty(state, turn, row, camp) : party(turn, 0, 0));
    besieger.push(besiegersParty(state, turn, camp.id));
  }
  return { garrison, besieger };
}

/** Labourers and services men unless an order says how many; soldiers who wait go along when more are asked for. */
function ownParty(state: GameState, turn: Turn, row: number, { id, labourers }: CampState): Party {
  const rules = turn.rules.recovery;
  const ordered = orderedMen(turn, 'garrison', id);
  if (ordered !== NOTHING_ORDERED) {
    const hands = ordered <= labourers ? ordered : Math.min(ordered, labourers + idleMen(state, turn, row, ordered - labourers));
    return party(turn, hands, Math.min(hands, labourers));
  }
  const carriers = share(labourers, rules.labourers);
  return party(turn, carriers + share(servicesOf(state, turn, row), rules.services), carriers);
}

function besiegersParty(state: GameState, turn: Turn, camp: string): Party {
  const ordered = orderedMen(turn, 'besieger', camp);
  return party(turn, ordered === NOTHING_ORDERED ? turn.rules.recovery.hands : Math.min(ordered, besiegersIdle(state, turn, ordered)), 0);
}

function party(turn: Turn, hands: number, labourers: number): Party {
  return { hands, labourers, kilosLeft: hands * turn.rules.recovery.carryKilos, kilosCarried: 0, underFire: 0 };
}

const NOTHING_ORDERED = -1;

/** Men that an order sends out. */
function orderedMen(turn: Turn, side: SideId, camp: string): number {
  let men = NOTHING_ORDERED;
  const given = turn.byKind.gather;
  if (given === undefined) return men;
  for (const one of given) {
    if (one.side !== side || one.order.camp !== camp || one.lost) continue;
    one.done = true;
    men = Math.max(0, one.order.men);
  }
  return men;
}

/** Men of the garrison who are free to go, counted until there are enough: in no post, so that any camp can have them, or in posts of the camp that can be reached. */
function idleMen(state: GameState, { board }: Turn, camp: number, enough: number): number {
  let men = 0;
  for (const row of board.rows.garrison.units) {
    const unit = at(state.units, row);
    if (unit.men === 0 || !canBeSent(unit, at(board.units, row).arm)) continue;
    if (unit.post === null || isInReach(state, board, camp, row, unit)) men += unit.men;
    if (men >= enough) break;
  }
  return men;
}

/** Men of a camp's services in posts that can be reached. */
function servicesOf(state: GameState, { board }: Turn, camp: number): number {
  let men = 0;
  for (const row of board.rows.garrison.units) {
    const unit = at(state.units, row);
    if (unit.post !== null && at(board.units, row).arm === 'services' && isInReach(state, board, camp, row, unit)) men += unit.men;
  }
  return men;
}

function isInReach(state: GameState, board: Board, camp: number, row: number, unit: UnitState): boolean {
  const post = postRowOf(state, board, row, unit);
  return at(board.camps.ofPost, post) === camp && at(state.posts, post).cutOffSince < 0;
}

/** The besieger's services and those of his men who wait, wherever they are; counted until there are enough. */
function besiegersIdle(state: GameState, { board }: Turn, enough: number): number {
  let men = 0;
  for (const row of board.rows.besieger.units) {
    const unit = at(state.units, row);
    if (canBeSent(unit, at(board.units, row).arm)) men += unit.men;
    if (men >= enough) break;
  }
  return men;
}

/** Hands lost while gathering: labourers by their share of the party, the rest out of the ranks. */
export function loseHands(
  state: GameState,
  turn: Turn,
  parties: Parties,
  streams: { readonly garrison: Stream; readonly besieger: Stream },
): void {
  for (const side of SIDES) {
    const rate = side === 'garrison' ? turn.rules.recovery.losses : turn.rules.recovery.besiegerLosses;
    for (let camp = 0; camp < parties[side].length; camp += 1) {
      const out = at(parties[side], camp);
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
function nearestIdle(state: GameState, { board }: Turn, side: SideId, camp: number): UnitState | null {
  const { hex } = at(board.posts, at(board.camps.commandPost, camp));
  let nearest: UnitState | null = null;
  let least = 0;
  for (const row of board.rows[side].units) {
    const unit = at(state.units, row);
    if (unit.men === 0 || !canBeSent(unit, at(board.units, row).arm)) continue;
    const steps = roughSteps(board.grid.cols, unit.hex, hex);
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
