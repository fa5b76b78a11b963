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
import type { GameState, UnitState } from '../state.ts';
import { stand } from '../stations.ts';
import type { Turn } from '../turn-context.ts';

const MEDICAL = GOODS.indexOf('medical');
const DAYS_OF_WEEK = 7;

/** The day's work of doctors and stretcher-bearers. */
export function health(state: GameState, turn: Turn): void {
  const wards = wardsOf(state, turn);
  for (let row = 0; row < wards.length; row += 1) {
    const camp = at(state.camps, row);
    if (!camp.stands) continue;
    const ward = at(wards, row);
    sort(turn, camp, ward.wounded);
    treat(state, turn, row, camp, ward);
    fallSick(state, turn, camp, ward);
  }
  besiegersWounded(state, turn);
}

/** Those whom one hospital cares for. */
interface Ward {
  /** Rows of the units that have men, and these men. */
  readonly rows: number[];
  men: number;
  /** Wounded who have been carried there today. */
  wounded: number;
}

function emptyWard(): Ward {
  return { rows: [], men: 0, wounded: 0 };
}

/** By row of the camp: its units that can be reached, and the wounded of these and of its guns, who are carried in. */
function wardsOf(state: GameState, turn: Turn): Ward[] {
  const { rows: { garrison }, camps: { ofBattery } } = turn.board;
  const camps = campRows(state, turn);
  const wards = state.camps.map(emptyWard);
  for (const row of garrison.units) {
    const unit = at(state.units, row);
    const camp = unit.men === 0 && unit.wounded === 0 ? -1 : at(camps, row);
    if (camp >= 0 && !isCutOff(state, turn, row)) admit(turn, row, unit, at(wards, camp));
  }
  for (const gun of garrison.batteries) {
    const camp = at(ofBattery, gun);
    if (camp >= 0 && at(state.camps, camp).stands) admitCrew(state, gun, at(wards, camp));
  }
  return wards;
}

/** Counts a unit in, and carries its wounded off. */
function admit(turn: Turn, row: number, unit: UnitState, ward: Ward): void {
  ward.men += unit.men;
  if (unit.men > 0) ward.rows.push(row);
  if (unit.wounded === 0) return;
  ward.wounded += unit.wounded;
  unit.wounded = 0;
  if (unit.men === 0) stand(turn, unit, null);
}

function admitCrew(state: GameState, gun: number, ward: Ward): void {
  const battery = at(state.batteries, gun);
  if (battery.wounded === 0) return;
  ward.wounded += battery.wounded;
  battery.wounded = 0;
}

/** Wounded who come to the hospital are sorted. */
function sort(turn: Turn, camp: CampState, wounded: number): void {
  if (wounded === 0) return;
  const light = Math.min(wounded, wholeByChance(turn.draws('health', camp.id), wounded * turn.rules.health.woundLight));
  camp.light += light;
  camp.serious += wounded - light;
}

/** Who mends, who dies, who goes back. */
function treat(state: GameState, turn: Turn, row: number, camp: CampState, ward: Ward): void {
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
  const placed = goBack(state, turn, ward.rows, fit + recovered);
  ward.men += placed;
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
  if (men === 0) return 0;
  const { inLine, behind } = gapsIn(state, turn.board, rows);
  const placed = fill(state, behind, men - share(men, turn.rules.health.toLine));
  return placed + fill(state, inLine, men - placed);
}

/** Units that men can go back to, by row, and how many each lacks. */
interface Gaps {
  readonly wanting: number[];
  readonly gaps: number[];
}

function gapsIn(state: GameState, board: Board, rows: readonly number[]): { readonly inLine: Gaps; readonly behind: Gaps } {
  const inLine: Gaps = { wanting: [], gaps: [] };
  const behind: Gaps = { wanting: [], gaps: [] };
  for (const row of rows) {
    const unit = at(state.units, row);
    const gap = at(board.units, row).men - unit.men;
    if (gap <= 0 || unit.duty === 'broken') continue;
    const { wanting, gaps } = board.battleOrder.behindLine[row] === 1 ? behind : inLine;
    wanting.push(row);
    gaps.push(gap);
  }
  return { inLine, behind };
}

/** Fills the widest gap first, a quarter of it at a time. */
function fill(state: GameState, { wanting, gaps }: Gaps, men: number): number {
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

function fallSick(state: GameState, turn: Turn, camp: CampState, ward: Ward): void {
  const { health: rules } = turn.rules;
  if (ward.men === 0) return;
  const crowd = camp.zoneHexes === 0 ? 0 : along(rules.sickCrowd, Math.floor(ward.men / camp.zoneHexes));
  const weeks = Math.floor(turn.number / (2 * DAYS_OF_WEEK));
  const rate = rules.sick + share(rules.sickMud, state.sky.mud) + crowd + rules.sickWeek * weeks;
  const sick = takeSick(state, turn, `${camp.id}-sick`, ward, rate);
  camp.sick += sick;
  if (sick > 0) turn.tell({ type: 'men-sick', side: 'garrison', camp: camp.id, men: sick });
}

/** Takes so many of ten thousand men from the units, spread by their men from a chance beginning. */
function takeSick(state: GameState, turn: Turn, key: string, { rows, men }: Ward, rate: number): number {
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
  const ward = emptyWard();
  for (const row of units) admit(turn, row, at(state.units, row), ward);
  for (const gun of batteries) admitCrew(state, gun, ward);
  state.rear.hospital += ward.wounded;
  if (ward.men === 0) return;
  const sick = takeSick(state, turn, 'besieger-sick', ward, rules.besiegerSick + share(rules.besiegerSickMud, state.sky.mud));
  state.rear.hospital += sick;
  if (sick > 0) turn.tell({ type: 'men-sick', side: 'besieger', camp: null, men: sick });
}
