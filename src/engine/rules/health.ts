/**
 * Health: wounded, sick, hospital.
 *
 * At the end of a turn the wounded of posts that can be reached, and of the guns, are carried to the camp's hospital;
 * posts that are cut off keep theirs. The lightly wounded go back after some days, most of them to the neediest
 * companies of the line, the rest behind it; serious cases wait to be flown out, mend slowly, or die, sooner without
 * medical stores. Men fall sick by mud, by crowding on the ground that is left, and by the weeks of siege. The
 * besieger's wounded and sick go to the hospital behind his front. Every man stays in the books.
 * Source: rule set, group `health`.
 */
import { at } from '../board.ts';
import type { Board } from '../board.ts';
import { campRows, isCutOff } from '../camps.ts';
import { GOODS } from '../facts-siege.ts';
import { along, share } from '../numbers.ts';
import { book } from '../people.ts';
import { wholeByChance } from '../random.ts';
import type { CampState } from '../state-siege.ts';
import type { GameState } from '../state.ts';
import { stand } from '../stations.ts';
import type { Turn } from '../turn-context.ts';

const MEDICAL = GOODS.indexOf('medical');
const DAYS_OF_WEEK = 7;

/** The day's work of doctors and stretcher-bearers. */
export function health(state: GameState, turn: Turn): void {
  const byCamp = unitsByCamp(state, turn);
  for (let row = 0; row < byCamp.length; row += 1) {
    const camp = at(state.camps, row);
    if (!camp.stands) continue;
    const rows = at(byCamp, row);
    bringIn(state, turn, row, camp, rows);
    treat(state, turn, row, camp, rows);
    fallSick(state, turn, camp, rows);
  }
  besiegersWounded(state, turn);
}

/** By row of the camp: rows of its units that have men or wounded and can be reached. */
function unitsByCamp(state: GameState, turn: Turn): number[][] {
  const byCamp: number[][] = [];
  while (byCamp.length < state.camps.length) byCamp.push([]);
  const camps = campRows(state, turn);
  for (const row of turn.board.rows.garrison.units) {
    const { men, wounded } = at(state.units, row);
    const camp = men === 0 && wounded === 0 ? -1 : at(camps, row);
    if (camp >= 0 && !isCutOff(state, turn, row)) at(byCamp, camp).push(row);
  }
  return byCamp;
}

/** Wounded come to the hospital and are sorted. */
function bringIn(state: GameState, turn: Turn, row: number, camp: CampState, rows: readonly number[]): void {
  const { rows: { garrison }, camps: { ofBattery } } = turn.board;
  let wounded = carryOff(state, turn, rows);
  for (const gun of garrison.batteries) if (at(ofBattery, gun) === row) wounded += carryOffCrew(state, gun);
  if (wounded === 0) return;
  const light = Math.min(wounded, wholeByChance(turn.draws('health', camp.id), wounded * turn.rules.health.woundLight));
  camp.light += light;
  camp.serious += wounded - light;
}

/** Takes the wounded of some units away and gives how many they are. */
function carryOff(state: GameState, turn: Turn, rows: readonly number[]): number {
  let wounded = 0;
  for (const row of rows) {
    const unit = at(state.units, row);
    if (unit.wounded === 0) continue;
    wounded += unit.wounded;
    unit.wounded = 0;
    if (unit.men === 0) stand(turn, unit, null);
  }
  return wounded;
}

function carryOffCrew(state: GameState, gun: number): number {
  const battery = at(state.batteries, gun);
  const { wounded } = battery;
  if (wounded > 0) battery.wounded = 0;
  return wounded;
}

/** Who mends, who dies, who goes back. */
function treat(state: GameState, turn: Turn, row: number, camp: CampState, rows: readonly number[]): void {
  const { health: rules } = turn.rules;
  const inside = camp.light + camp.serious + camp.sick;
  if (inside === 0) return;
  const stream = turn.draws('health', camp.id);
  const some = (men: number, rate: number, times: number): number => (men === 0 ? 0 : Math.min(men, wholeByChance(stream, share(men * rate, times))));
  const deadly = hasMedicine(state, turn, row, inside) ? 1000 : rules.diedWithout;
  const died = some(camp.serious, rules.diedWounds, deadly);
  const sickDied = some(camp.sick, rules.sickDied, deadly);
  const mended = some(camp.serious - died, rules.slowHeal, 1000);
  const recovered = some(camp.sick - sickDied, rules.sickReturn, 1000);
  const fit = some(camp.light, rules.woundReturn, 1000);
  camp.serious -= died + mended;
  camp.sick -= sickDied;
  camp.light += mended;
  book(state, 'garrison', died, 0, 'wounds');
  book(state, 'garrison', sickDied, 0, 'sickness');
  const placed = goBack(state, turn, rows, fit + recovered);
  // Those for whom no company has room stay in the ward, the sick first back.
  const sickPlaced = Math.min(recovered, placed);
  camp.sick -= sickPlaced;
  camp.light -= placed - sickPlaced;
  turn.tell({ type: 'hospital-counted', camp: camp.id, serious: camp.serious, light: camp.light, died: died + sickDied, returned: placed });
}

/** Takes what the hospital needs of medical stores; false where they do not suffice. */
function hasMedicine(state: GameState, turn: Turn, camp: number, heads: number): boolean {
  let need = Math.ceil((heads * turn.rules.health.medicalGrams) / 2000);
  for (let row = 0; row < state.dumps.length; row += 1) {
    if (at(turn.board.camps.ofDump, row) !== camp) continue;
    const { goods } = at(state.dumps, row);
    const taken = Math.min(need, at(goods, MEDICAL));
    goods[MEDICAL] = at(goods, MEDICAL) - taken;
    need -= taken;
  }
  return need === 0;
}

/** Men go back to companies with gaps: most to the line, those who are not fit for it behind it. Gives how many. */
function goBack(state: GameState, turn: Turn, rows: readonly number[], men: number): number {
  const line = share(men, turn.rules.health.toLine);
  const behind = fill(state, turn.board, rows, men - line, 1);
  return behind + fill(state, turn.board, rows, men - behind, 0);
}

/** Fills the widest gap first, a quarter of it at a time; `behind` the line or in it. */
function fill(state: GameState, board: Board, rows: readonly number[], men: number, behind: 0 | 1): number {
  if (men === 0) return 0;
  const { wanting, gaps } = gapsIn(state, board, rows, behind);
  for (let left = men; left > 0;) {
    const widest = widestOf(gaps);
    if (widest < 0) return men - left;
    const gap = at(gaps, widest);
    const some = Math.min(left, Math.ceil(gap / 4));
    at(state.units, at(wanting, widest)).men += some;
    gaps[widest] = gap - some;
    left -= some;
  }
  return men;
}

/** Units that men can go back to, and how many each lacks. */
function gapsIn(state: GameState, board: Board, rows: readonly number[], behind: 0 | 1): { readonly wanting: readonly number[]; readonly gaps: number[] } {
  const wanting: number[] = [];
  const gaps: number[] = [];
  for (const row of rows) {
    const unit = at(state.units, row);
    if (board.battleOrder.behindLine[row] !== behind || unit.men === 0 || unit.duty === 'broken') continue;
    wanting.push(row);
    gaps.push(at(board.units, row).men - unit.men);
  }
  return { wanting, gaps };
}

/** Where the widest of some gaps is, the first of equals; -1 where there is none. */
function widestOf(gaps: readonly number[]): number {
  let widest = -1;
  let gap = 0;
  for (let index = 0; index < gaps.length; index += 1) {
    const here = gaps[index] ?? 0;
    if (here <= gap) continue;
    gap = here;
    widest = index;
  }
  return widest;
}

function fallSick(state: GameState, turn: Turn, camp: CampState, rows: readonly number[]): void {
  const { health: rules } = turn.rules;
  const men = menIn(state, rows);
  if (men === 0) return;
  const crowd = camp.zoneHexes === 0 ? 0 : along(rules.sickCrowd, Math.floor(men / camp.zoneHexes));
  const weeks = Math.floor(turn.number / (2 * DAYS_OF_WEEK));
  const rate = rules.sick + share(rules.sickMud, state.sky.mud) + crowd + rules.sickWeek * weeks;
  const sick = takeSick(state, turn, `${camp.id}-sick`, rows, men, rate);
  camp.sick += sick;
  if (sick > 0) turn.tell({ type: 'men-sick', side: 'garrison', camp: camp.id, men: sick });
}

function menIn(state: GameState, rows: readonly number[]): number {
  let men = 0;
  for (const row of rows) men += at(state.units, row).men;
  return men;
}

/** Takes so many of ten thousand men from the units, spread by their men from a chance beginning. */
function takeSick(state: GameState, turn: Turn, key: string, rows: readonly number[], men: number, rate: number): number {
  const stream = turn.draws('health', key);
  const sick = Math.min(men, wholeByChance(stream, Math.floor((men * rate) / 10)));
  if (sick === 0) return 0;
  let walked = stream.below(men);
  let taken = 0;
  for (const row of rows) {
    const unit = at(state.units, row);
    walked += unit.men * sick;
    while (walked >= men && taken < sick) {
      walked -= men;
      // The last man of a company stays with it, so that it is not struck off by a fever.
      if (unit.men <= 1) continue;
      unit.men -= 1;
      taken += 1;
    }
    if (taken === sick) break;
  }
  return taken;
}

/** The besieger's wounded and sick leave the front for the hospital behind it. */
function besiegersWounded(state: GameState, turn: Turn): void {
  const { health: rules } = turn.rules;
  const { units, batteries } = turn.board.rows.besieger;
  state.rear.hospital += carryOff(state, turn, units);
  for (const gun of batteries) state.rear.hospital += carryOffCrew(state, gun);
  const men = menIn(state, units);
  if (men === 0) return;
  const sick = takeSick(state, turn, 'besieger-sick', units, men, rules.besiegerSick + share(rules.besiegerSickMud, state.sky.mud));
  state.rear.hospital += sick;
  if (sick > 0) turn.tell({ type: 'men-sick', side: 'besieger', camp: null, men: sick });
}
