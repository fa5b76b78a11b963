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
import { campOf, isCutOff } from '../camps.ts';
import { GOODS } from '../facts-siege.ts';
import { along, share } from '../numbers.ts';
import { book } from '../people.ts';
import { wholeByChance } from '../random.ts';
import type { CampState } from '../state-siege.ts';
import type { GameState, UnitState } from '../state.ts';
import type { Turn } from '../turn-context.ts';

const MEDICAL = GOODS.indexOf('medical');
const DAYS_OF_WEEK = 7;

/** The day's work of doctors and stretcher-bearers. */
export function health(state: GameState, turn: Turn): void {
  const rows = unitsByCamp(state, turn);
  for (const [row, camp] of state.camps.entries()) {
    if (!camp.stands) continue;
    const units = rows[row] ?? [];
    bringIn(state, turn, row, camp, units);
    treat(state, turn, row, camp, units);
    fallSick(state, turn, camp, units);
  }
  besiegersWounded(state, turn);
}

/** Units of each camp that have men or wounded and can be reached. */
function unitsByCamp(state: GameState, turn: Turn): UnitState[][] {
  const units = state.camps.map((): UnitState[] => []);
  for (const row of turn.board.rows.garrison.units) {
    const unit = at(state.units, row);
    if (unit.men + unit.wounded === 0 || isCutOff(state, turn.board, unit)) continue;
    units[campOf(state, turn.board, row)]?.push(unit);
  }
  return units;
}

/** Wounded come to the hospital and are sorted. */
function bringIn(state: GameState, turn: Turn, row: number, camp: CampState, units: readonly UnitState[]): void {
  let wounded = 0;
  for (const unit of units) {
    wounded += unit.wounded;
    unit.wounded = 0;
    if (unit.men === 0) unit.post = null;
  }
  for (let gun = 0; gun < state.batteries.length; gun += 1) {
    if (at(turn.board.camps.ofBattery, gun) !== row) continue;
    const battery = at(state.batteries, gun);
    wounded += battery.wounded;
    battery.wounded = 0;
  }
  if (wounded === 0) return;
  const light = Math.min(wounded, wholeByChance(turn.draws('health', camp.id), wounded * turn.rules.health.woundLight));
  camp.light += light;
  camp.serious += wounded - light;
}

/** Who mends, who dies, who goes back. */
function treat(state: GameState, turn: Turn, row: number, camp: CampState, units: readonly UnitState[]): void {
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
  const placed = goBack(turn, units, fit + recovered);
  // Those for whom no company has room stay in the ward, the sick first back.
  const sickPlaced = Math.min(recovered, placed);
  camp.sick -= sickPlaced;
  camp.light -= placed - sickPlaced;
  turn.tell({ type: 'hospital-counted', camp: camp.id, serious: camp.serious, light: camp.light, died: died + sickDied, returned: placed });
}

/** Takes what the hospital needs of medical stores; false where they do not suffice. */
function hasMedicine(state: GameState, turn: Turn, camp: number, heads: number): boolean {
  let need = Math.ceil((heads * turn.rules.health.medicalGrams) / 2000);
  for (const [row, { goods }] of state.dumps.entries()) {
    if (turn.board.camps.ofDump[row] !== camp) continue;
    const taken = Math.min(need, at(goods, MEDICAL));
    goods[MEDICAL] = at(goods, MEDICAL) - taken;
    need -= taken;
  }
  return need === 0;
}

/** Men go back to companies with gaps: most to the line, those who are not fit for it behind it. Gives how many. */
function goBack(turn: Turn, units: readonly UnitState[], men: number): number {
  const line = share(men, turn.rules.health.toLine);
  const behind = fill(turn, units, men - line, true);
  return behind + fill(turn, units, men - behind, false);
}

/** Fills the widest gap first, a quarter of it at a time. */
function fill(turn: Turn, units: readonly UnitState[], men: number, services: boolean): number {
  let left = men;
  while (left > 0) {
    let neediest: UnitState | null = null;
    let gap = 0;
    for (const unit of units) {
      const facts = at(turn.board.units, turn.board.unitRow[unit.id] ?? -1);
      if ((facts.arm === 'services') !== services || unit.men === 0 || unit.duty === 'broken') continue;
      if (facts.men - unit.men <= gap) continue;
      gap = facts.men - unit.men;
      neediest = unit;
    }
    if (neediest === null) return men - left;
    const some = Math.min(left, Math.ceil(gap / 4));
    neediest.men += some;
    left -= some;
  }
  return men;
}

function fallSick(state: GameState, turn: Turn, camp: CampState, units: readonly UnitState[]): void {
  const { health: rules } = turn.rules;
  let men = 0;
  for (const unit of units) men += unit.men;
  if (men === 0) return;
  const crowd = camp.zoneHexes === 0 ? 0 : along(rules.sickCrowd, Math.floor(men / camp.zoneHexes));
  const weeks = Math.floor(turn.number / (2 * DAYS_OF_WEEK));
  const rate = rules.sick + share(rules.sickMud, state.sky.mud) + crowd + rules.sickWeek * weeks;
  const sick = takeSick(turn, `${camp.id}-sick`, units, men, rate);
  camp.sick += sick;
  if (sick > 0) turn.tell({ type: 'men-sick', side: 'garrison', camp: camp.id, men: sick });
}

/** Takes so many of ten thousand men from the units, spread by their men from a chance beginning. */
function takeSick(turn: Turn, key: string, units: readonly UnitState[], men: number, rate: number): number {
  const stream = turn.draws('health', key);
  const sick = Math.min(men, wholeByChance(stream, Math.floor((men * rate) / 10)));
  if (sick === 0) return 0;
  let walked = stream.below(men);
  let taken = 0;
  for (const unit of units) {
    walked += unit.men * sick;
    while (walked >= men && taken < sick) {
      walked -= men;
      // The last man of a company stays with it, so that it is not struck off by a fever.
      if (unit.men <= 1) continue;
      unit.men -= 1;
      taken += 1;
    }
  }
  return taken;
}

/** The besieger's wounded and sick leave the front for the hospital behind it. */
function besiegersWounded(state: GameState, turn: Turn): void {
  const { health: rules } = turn.rules;
  const units: UnitState[] = [];
  let men = 0;
  for (const row of turn.board.rows.besieger.units) {
    const unit = at(state.units, row);
    if (unit.men + unit.wounded === 0) continue;
    state.rear.hospital += unit.wounded;
    unit.wounded = 0;
    if (unit.men === 0) unit.post = null;
    men += unit.men;
    units.push(unit);
  }
  for (let row = 0; row < state.batteries.length; row += 1) {
    if (at(turn.board.batteries, row).side !== 'besieger') continue;
    const battery = at(state.batteries, row);
    state.rear.hospital += battery.wounded;
    battery.wounded = 0;
  }
  if (men === 0) return;
  const sick = takeSick(turn, 'besieger-sick', units, men, rules.besiegerSick + share(rules.besiegerSickMud, state.sky.mud));
  state.rear.hospital += sick;
  if (sick > 0) turn.tell({ type: 'men-sick', side: 'besieger', camp: null, men: sick });
}
