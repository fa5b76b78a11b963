/**
 * Who fires at what in a pulse: guns are given out before any shell falls.
 *
 * The defender's guns look first to posts being stormed (protective fire: posts of the fire plan with the rounds
 * set aside for them, other posts at a lower rate). What is left follows the orders in the order they were
 * given. A battery has one task a pulse; it fires no faster than its rate, its crews and its ready rounds allow.
 * Guns that move do not fire, and flak fires at nothing on the ground.
 */
import { aimTasks, newTask } from './aims.ts';
import { at, gunKind, postOf } from './board.ts';
import type { Board } from './board.ts';
import type { Aim } from './events.ts';
import { crewedShare } from './guns.ts';
import { hexOf } from './hex.ts';
import { share } from './numbers.ts';
import { canStorm } from './storm-state.ts';
import { otherSide } from './scenario.ts';
import type { Place, SideId } from './scenario.ts';
import { inSight } from './sight.ts';
import type { BatteryState, GameState } from './state.ts';
import { clockOf } from './turn-context.ts';
import type { FireTask, FireTasks, Given, GunTasks, Mission, Turn } from './turn-context.ts';

/** Gives every battery its task for this pulse. */
export function layGuns(state: GameState, turn: Turn): readonly Mission[] {
  const fire = (turn.fire ??= fireTasks(turn));
  const underWay = fire.all.length > 0 && aimTasks(state, turn, fire);
  const stormed = stormedNow(state, turn);
  if (stormed.length > 0) return protectAndServe(state, turn, fire, stormed);
  return underWay ? serve(state, turn, fire) : NONE;
}

/** The guns that orders ask for in this pulse, in the end by their rows. */
function serve(state: GameState, turn: Turn, { guns }: FireTasks): readonly Mission[] {
  const missions: Mission[] = [];
  const clock = clockOf(turn);
  let kinds = 0;
  for (const { calledAt, rows, tasks } of guns) {
    if (calledAt !== turn.pulse) continue;
    kinds += 1;
    for (const row of rows) {
      const battery = state.batteries[row];
      if (battery === undefined || !canFire(battery, clock)) continue;
      const mission = serveWith(turn, row, battery, tasks);
      if (mission !== null) missions.push(mission);
    }
  }
  return kinds > 1 ? missions.sort((a, b) => a.battery - b.battery) : missions;
}

/** All guns: those that cannot help where men storm serve the orders. */
function protectAndServe(state: GameState, turn: Turn, { byGuns }: FireTasks, stormed: readonly Stormed[]): readonly Mission[] {
  const missions: Mission[] = [];
  const clock = clockOf(turn);
  const { batteryKind } = turn.board;
  const beside = readyByShelf(state, turn);
  for (let row = 0; row < batteryKind.length; row += 1) {
    const battery = state.batteries[row];
    if (battery === undefined || !canFire(battery, clock)) continue;
    const mission = protectWith(state, turn, row, battery, stormed, beside) ?? serveWith(turn, row, battery, byGuns[batteryKind[row] ?? 0]?.tasks ?? NONE);
    if (mission !== null) missions.push(mission);
  }
  return missions;
}

const NONE: readonly never[] = [];

/** Tubes, men and shells, and not on the road. */
function canFire(battery: BatteryState, clock: number): boolean {
  return battery.tubes > 0 && battery.gunners > 0 && battery.ready > 0 && battery.movingUntil <= clock;
}

/** The turn's orders of fire, and the guns that they ask for. */
function fireTasks(turn: Turn): FireTasks {
  const fire: FireTasks = { all: [], underWay: [], next: 0, guns: [], byGuns: [] };
  if (turn.byKind.bombard === undefined && turn.byKind['counter-battery'] === undefined) return fire;
  const { batteryKind, weaponRow } = turn.board;
  for (const given of turn.given) {
    if (!isFire(given)) continue;
    const column = weaponRow[given.order.weapon];
    const guns = column === undefined ? null : gunsFor(fire, gunKind(given.side, column));
    const task = newTask(given, guns);
    fire.all.push(task);
    guns?.tasks.push(task);
  }
  for (let row = 0; row < batteryKind.length; row += 1) fire.byGuns[batteryKind[row] ?? 0]?.rows.push(row);
  return fire;
}

function gunsFor({ guns, byGuns }: FireTasks, kind: number): GunTasks {
  const known = byGuns[kind];
  if (known !== undefined) return known;
  const fresh: GunTasks = { tasks: [], rows: [], calledAt: -1 };
  byGuns[kind] = fresh;
  guns.push(fresh);
  return fresh;
}

function isFire(given: Given): given is FireTask['given'] {
  const { kind } = given.order;
  return kind === 'bombard' || kind === 'counter-battery';
}

/** A battery that can fire serves the task in its reach that has had the fewest rounds in this pulse. */
function serveWith(turn: Turn, row: number, battery: BatteryState, tasks: readonly FireTask[]): Mission | null {
  let task: FireTask | null = null;
  for (const one of tasks) {
    if (one.aim === null || one.given.left <= 0) continue;
    if ((task === null || one.fired < task.fired) && carries(turn.board, row, battery, one.place)) task = one;
  }
  if (task?.aim === null || task === null) return null;
  const { given } = task;
  const rounds = Math.min(given.left, paceOf(turn, row, battery, 1000));
  if (rounds <= 0) return null;
  given.left -= rounds;
  task.fired += rounds;
  return { battery: row, rounds, aim: task.aim, fix: given.order.kind === 'counter-battery' ? given.order.fix : null };
}

/** True where a battery's shells carry to a place on the ground, and it sees it if it must. */
export function reaches(state: GameState, turn: Turn, row: number, place: Place): boolean {
  return carries(turn.board, row, at(state.batteries, row), place);
}

function carries(board: Board, row: number, { east, north, hex }: BatteryState, place: Place): boolean {
  const weapon = board.batteryWeapon[row];
  if (weapon === undefined || weapon.flak >= 1000) return false;
  const square = (east - place.east) * (east - place.east) + (north - place.north) * (north - place.north);
  if (square >= (weapon.range + 1) * (weapon.range + 1) || square < weapon.minRange * weapon.minRange) return false;
  return weapon.direct < 1000 || inSight(board, hex, hexOf(board.grid, place));
}

/** Rounds that a battery can fire in a pulse, at `rate` permille of its best. */
export function roundsIn(state: GameState, turn: Turn, row: number, rate: number): number {
  const battery = at(state.batteries, row);
  return canFire(battery, clockOf(turn)) ? paceOf(turn, row, battery, rate) : 0;
}

/** The same for a battery that can fire. */
function paceOf(turn: Turn, row: number, battery: BatteryState, rate: number): number {
  let pace = share(rate, crewedShare(battery, at(turn.board.batteries, row)));
  if (battery.pinnedUntil > clockOf(turn)) pace = share(pace, turn.rules.artillery.pinnedRate);
  if (battery.cover === 'casemate') pace = share(pace, turn.rules.artillery.casemateRate);
  return Math.min(battery.ready, share(battery.tubes * at(turn.board.batteryWeapon, row).rate, pace));
}

/** A post that is stormed in this pulse, and by whom it is helped. */
interface Stormed {
  readonly post: string;
  readonly side: SideId;
  readonly place: Place;
  readonly plan: Given | null;
  readonly aim: Aim;
  fired: number;
}

/** Posts under assault, those included at which one breaks out of its trench in this very hour. */
function stormedNow(state: GameState, turn: Turn): readonly Stormed[] {
  const { assault } = turn.byKind;
  if (state.assaults.length === 0 && assault === undefined) return NONE;
  const stormed: Stormed[] = [];
  for (const { post, side, ended } of state.assaults) if (ended === 'no') stormed.push(stormedPost(turn, post, otherSide(side)));
  if (assault === undefined) return stormed;
  for (const given of assault) if (canStorm(state, turn, given)) stormed.push(stormedPost(turn, given.order.post, otherSide(given.side)));
  return stormed;
}

function stormedPost(turn: Turn, post: string, side: SideId): Stormed {
  return { post, side, place: postOf(turn.board, post).facts, plan: planFor(turn, post), aim: { kind: 'wire', id: post }, fired: 0 };
}

/** The fire plan's order for a post, while rounds are left in it. */
function planFor(turn: Turn, post: string): Given | null {
  const { protect } = turn.byKind;
  if (protect === undefined) return null;
  for (const given of protect) {
    if (given.order.post === post && !given.lost && given.from <= turn.pulse && given.left > 0) return given;
  }
  return null;
}

/** The defender's guns on those who storm: named posts first, each battery where least has been fired yet. */
function protectWith(state: GameState, turn: Turn, row: number, battery: BatteryState, stormed: readonly Stormed[], beside: number[]): Mission | null {
  const target = mostPressed(turn, row, battery, stormed);
  if (target === null) return null;
  const rounds = protectRounds(state, turn, row, battery, target.plan, beside);
  if (rounds <= 0) return null;
  target.fired += rounds;
  if (target.plan !== null) target.plan.left -= rounds;
  const shelf = at(turn.board.batteryShelf, row);
  turn.protectSpent[shelf] = at(turn.protectSpent, shelf) + rounds;
  beside[shelf] = at(beside, shelf) - rounds;
  return { battery: row, rounds, aim: target.aim, fix: null };
}

/** The stormed post of its side in a battery's reach that comes first; guns that fire at what they see have none. */
function mostPressed({ board }: Turn, row: number, battery: BatteryState, stormed: readonly Stormed[]): Stormed | null {
  if (at(board.batteryWeapon, row).direct >= 1000) return null;
  const { side } = at(board.batteries, row);
  let target: Stormed | null = null;
  for (const one of stormed) {
    if (one.side !== side || (target !== null && rank(one) >= rank(target))) continue;
    if (carries(board, row, battery, one.place)) target = one;
  }
  return target;
}

/** Planned posts before unplanned ones, then those with the fewest rounds. */
function rank(target: Stormed): number {
  return (target.plan === null ? 1_000_000 : 0) + target.fired;
}

function protectRounds(state: GameState, turn: Turn, row: number, battery: BatteryState, plan: Given | null, beside: readonly number[]): number {
  const { artillery } = turn.rules;
  const formation = at(state.formations, at(turn.board.batteryFormation, row));
  const shocked = formation.shockedUntil > clockOf(turn) ? artillery.protectShocked : 1000;
  const rate = share(plan === null ? artillery.protectUnordered : 1000, shocked);
  const rounds = Math.min(paceOf(turn, row, battery, rate), allowance(state, turn, row, beside));
  return plan === null ? rounds : Math.min(rounds, plan.left);
}

/** Rounds of its weapon that a battery's dump may still spend on protective fire this turn: a share of what there was. */
function allowance(state: GameState, turn: Turn, row: number, beside: readonly number[]): number {
  const stock = at(at(state.dumps, at(turn.board.batteryDump, row)).rounds, at(turn.board.batteryColumn, row));
  const shelf = at(turn.board.batteryShelf, row);
  const spent = at(turn.protectSpent, shelf);
  return Math.max(0, share(stock + at(beside, shelf) + spent, turn.rules.artillery.protectShare) - spent);
}

/** Ready rounds beside the guns, by the dump and weapon that they came from. */
function readyByShelf(state: GameState, turn: Turn): number[] {
  const beside = turn.protectSpent.map(() => 0);
  const { batteryShelf } = turn.board;
  for (let row = 0; row < batteryShelf.length; row += 1) {
    const shelf = batteryShelf[row] ?? 0;
    beside[shelf] = (beside[shelf] ?? 0) + (state.batteries[row]?.ready ?? 0);
  }
  return beside;
}
