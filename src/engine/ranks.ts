/** The besieger's men behind the front: the hospital that sends some back, recruits, and ranks that are filled by night. */
import { at, rowOf } from './board.ts';
import { along, clamp, permille, share } from './numbers.ts';
import { diluteWill } from './regiments.ts';
import type { GameState, UnitState } from './state.ts';
import { dayOf } from './turn-context.ts';
import type { Turn } from './turn-context.ts';

/** A night's discharges from the hospital and a day's recruits, into the pool from which ranks are filled. */
export function sendBack(state: GameState, turn: Turn): void {
  const { rear } = state;
  const line = turn.game.scenario.supplyLine;
  const recruits = line === null ? 0 : along(line.recruits, dayOf(turn.game.scenario, turn.number));
  rear.pool += recruits;
  state.ledger.besieger.arrived += recruits;
  emptyHospital(state, turn);
}

/** Of those who leave some are fit again, some are dead, the others go home for good. */
function emptyHospital(state: GameState, turn: Turn): void {
  const { rear, ledger } = state;
  const { roads: rules } = turn.rules;
  const leave = leaving(state, turn);
  if (leave === 0) return;
  const returned = share(leave, rules.hospitalReturn);
  const died = Math.min(leave - returned, share(leave, rules.hospitalDied));
  const sentHome = leave - returned - died;
  rear.hospital -= leave;
  rear.pool += returned;
  ledger.besieger.killed += died;
  ledger.besieger.byCause.wounds += died;
  ledger.besieger.evacuated += sentHome;
  turn.tell({ type: 'hospital-emptied', returned, died, sentHome, hospital: rear.hospital, pool: rear.pool });
}

/** Whole men; thousandths are kept in the last of the remainders. */
function leaving(state: GameState, turn: Turn): number {
  const { rear } = state;
  const slot = turn.board.weapons.length;
  const due = rear.hospital * turn.rules.roads.hospitalLeave + at(rear.remainders, slot);
  const whole = Math.min(rear.hospital, Math.floor(due / 1000));
  rear.remainders[slot] = due - Math.floor(due / 1000) * 1000;
  return whole;
}

/** A battalion with room in its ranks. */
interface Needy {
  readonly row: number;
  readonly strength: number;
  readonly room: number;
}

/** Men from the pool go to the neediest battalions of regiments that do not fight tonight. */
export function fillRanks(state: GameState, turn: Turn): void {
  if (state.rear.pool === 0) return;
  const quota = quotas(state, turn);
  for (const { row, room } of needyOf(state, turn)) {
    const formation = at(turn.board.unitFormation, row);
    const men = Math.min(room, at(quota, formation), state.rear.pool);
    if (men <= 0) continue;
    quota[formation] = at(quota, formation) - men;
    state.rear.pool -= men;
    take(turn, at(state.units, row), men);
    diluteWill(state, turn, at(state.units, row), men);
  }
}

/** Men that each formation may still get tonight: none where any of its men storm or are about to. */
function quotas(state: GameState, turn: Turn): number[] {
  const quota = turn.board.formations.map(({ side }) => (side === 'besieger' ? turn.rules.roads.fillNight : 0));
  const bar = (unit: number): void => {
    quota[at(turn.board.unitFormation, unit)] = 0;
  };
  for (const row of turn.board.rows.besieger.units) if (at(state.units, row).duty === 'storming') bar(row);
  for (const { order, lost } of turn.byKind.assault ?? NONE) {
    if (lost) continue;
    for (const id of order.lead) bar(rowOf(turn.board.unitRow, id));
    for (const id of order.echelon) bar(rowOf(turn.board.unitRow, id));
  }
  return quota;
}

const NONE: readonly never[] = [];

/** Weakest first; on a par, in the scenario's order. */
function needyOf(state: GameState, turn: Turn): Needy[] {
  const needy: Needy[] = [];
  const { fillTo, fillLeast } = turn.rules.roads;
  for (const row of turn.board.rows.besieger.units) {
    const { men, duty } = at(state.units, row);
    if (men === 0 || duty === 'away') continue;
    const facts = at(turn.board.units, row);
    const room = share(facts.men, fillTo) - men;
    if (room >= fillLeast) needy.push({ row, strength: permille(men, facts.men), room });
  }
  return needy.sort((a, b) => a.strength - b.strength || a.row - b.row);
}

/** The newcomers know less than those they join. */
function take(turn: Turn, unit: UnitState, men: number): void {
  const quality = turn.game.scenario.supplyLine?.recruitQuality ?? unit.quality;
  const mean = Math.floor((unit.quality * unit.men + quality * men) / (unit.men + men));
  unit.quality = clamp(mean, Math.min(unit.quality, turn.rules.roads.qualityFloor), 1000);
  unit.men += men;
  unit.menBefore += men;
  turn.tell({ type: 'ranks-filled', unit: unit.id, men });
}
