/**
 * A camp comes to its end: every post of it goes, with all who are in it.
 *
 * Soldiers, gunners, the wounded and sick in hospital and those who hid by the river are taken; labourers go free;
 * guns and what is in the dumps are lost.
 */
import { at } from './board.ts';
import { campOf } from './camps.ts';
import { postFalls } from './fall.ts';
import { captureBattery } from './guns.ts';
import { capture } from './people.ts';
import type { CampFall } from './state-siege.ts';
import type { GameState } from './state.ts';
import type { Turn } from './turn-context.ts';

/** Ends a camp; nothing happens to one that has ended. */
export function campFalls(state: GameState, turn: Turn, row: number, how: CampFall): void {
  const camp = at(state.camps, row);
  if (!camp.stands) return;
  const before = state.ledger.garrison.captured;
  const members = membersOf(state, turn, row);
  for (const post of state.posts) {
    if (turn.board.camps.ofPost[turn.board.postRow[post.id] ?? -1] !== row) continue;
    if (post.holder === 'garrison' || post.holder === 'contested') postFalls(state, turn, post, 'besieger', 'laid-down-arms');
  }
  const command = at(turn.board.posts, at(turn.board.camps.commandPost, row)).facts.id;
  for (const unit of members) capture(state, turn, at(state.units, unit), at(state.units, unit).post ?? command);
  emptyGuns(state, turn, row);
  emptyDumps(state, turn, row);
  state.ledger.garrison.captured += camp.light + camp.serious + camp.sick + camp.deserters;
  state.ledger.garrison.labourersFreed += camp.labourers;
  Object.assign(camp, { stands: false, fell: how, light: 0, serious: 0, sick: 0, deserters: 0, labourers: 0, zoneHexes: 0, areaHexes: 0, collapse: 0, collapseCauses: [] });
  state.ring.changes += 1;
  if (turn.where !== null) turn.where.camp = null;
  turn.tell({ type: 'camp-fell', camp: camp.id, how, men: state.ledger.garrison.captured - before });
}

/** Rows of the units that are with the camp now. */
function membersOf(state: GameState, turn: Turn, camp: number): number[] {
  const rows: number[] = [];
  for (let row = 0; row < state.units.length; row += 1) {
    const { men, wounded } = at(state.units, row);
    if (men + wounded > 0 && campOf(state, turn, row) === camp) rows.push(row);
  }
  return rows;
}

function emptyGuns(state: GameState, turn: Turn, camp: number): void {
  for (let row = 0; row < state.batteries.length; row += 1) {
    if (at(turn.board.camps.ofBattery, row) === camp) captureBattery(state, turn, at(state.batteries, row));
  }
}

/** Shells that are left are blown up or taken; they are lost to the garrison. */
function emptyDumps(state: GameState, turn: Turn, camp: number): void {
  const { lostRounds } = state.ledger.garrison;
  for (const [row, dump] of state.dumps.entries()) {
    if (turn.board.camps.ofDump[row] !== camp) continue;
    for (const [column, rounds] of dump.rounds.entries()) lostRounds[column] = at(lostRounds, column) + rounds;
    dump.rounds.fill(0);
    dump.goods.fill(0);
  }
}
