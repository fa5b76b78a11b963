/**
 * Who fires at what in a pulse: guns are given out before any shell falls.
 *
 * The defender's guns look first to posts being stormed (protective fire: posts of the fire plan with the rounds
 * set aside for them, other posts at a lower rate). What is left follows the orders in the order they were
 * given. A battery has one task a pulse; it fires no faster than its rate, its crews and its ready rounds allow.
 */
import { at, postOf, rowOf } from './board.ts';
import type { Aim } from './events.ts';
import { metresBetween, share, times } from './numbers.ts';
import type { Order } from './orders.ts';
import { otherSide } from './scenario.ts';
import type { BatteryFacts, Place, SideId } from './scenario.ts';
import { centreOf, hexOf } from './hex.ts';
import { inSight } from './sight.ts';
import type { GameState } from './state.ts';
import { clockOf } from './turn-context.ts';
import type { Given, Mission, Turn } from './turn-context.ts';
import { headHex } from './watch.ts';

/** Gives every battery its task for this pulse. */
export function layGuns(state: GameState, turn: Turn): Mission[] {
  const missions: Mission[] = [];
  const busy = state.batteries.map(() => false);
  protectStormed(state, turn, busy, missions);
  fireOrders(state, turn, busy, missions);
  return missions;
}

/** An order of fire that is under way. */
interface Task {
  readonly given: Given;
  readonly weapon: string;
  readonly aim: Aim;
  readonly place: Place;
  readonly fix: string | null;
  fired: number;
}

/** Each free battery serves the task in its reach that has had the fewest rounds in this pulse. */
function fireOrders(state: GameState, turn: Turn, busy: boolean[], missions: Mission[]): void {
  const tasks = turn.given.flatMap((given) => taskOf(state, turn, given));
  if (tasks.length === 0) return;
  for (const [row, battery] of turn.board.batteries.entries()) {
    if (busy[row] === true) continue;
    const task = leastServed(tasks.filter((one) => serves(turn, battery, one)));
    const rounds = task === null ? 0 : Math.min(task.given.left, roundsIn(state, turn, row, 1000));
    if (task === null || rounds <= 0) continue;
    busy[row] = true;
    task.given.left -= rounds;
    task.fired += rounds;
    missions.push({ battery: row, rounds, aim: task.aim, fix: task.fix });
  }
}

function serves(turn: Turn, battery: BatteryFacts, task: Task): boolean {
  return battery.side === task.given.side && battery.weapon === task.weapon && task.given.left > 0 && reaches(turn, battery, task.place);
}

function leastServed(tasks: readonly Task[]): Task | null {
  let least: Task | null = null;
  for (const task of tasks) if (least === null || task.fired < least.fired) least = task;
  return least;
}

function taskOf(state: GameState, turn: Turn, given: Given): Task[] {
  const { order } = given;
  if (given.lost || given.from > turn.pulse || given.left <= 0) return [];
  if (order.kind !== 'bombard' && order.kind !== 'counter-battery') return [];
  const aim = aimOf(state, turn, given.side, order);
  const fix = order.kind === 'counter-battery' ? order.fix : null;
  return aim === null ? [] : [{ given, weapon: order.weapon, aim: aim.aim, place: aim.place, fix, fired: 0 }];
}

/** Where an order's shells go; null when its target is no more. */
function aimOf(state: GameState, turn: Turn, side: SideId, order: Order): { aim: Aim; place: Place } | null {
  if (order.kind === 'counter-battery') {
    const fix = state.known[side].fixes.find(({ id }) => id === order.fix);
    return fix === undefined ? null : { aim: { kind: 'battery', id: fix.battery }, place: fix };
  }
  if (order.kind !== 'bombard') return null;
  if (order.target.kind === 'approach') {
    const approach = state.approaches.find(({ id }) => id === order.target.id);
    return approach === undefined ? null : { aim: order.target, place: centreOf(turn.board.grid, headHex(approach)) };
  }
  if (order.target.kind !== 'post') return null;
  const post = at(state.posts, rowOf(turn.board.postRow, order.target.id));
  if (post.holder === side) return null;
  return { aim: order.target, place: postOf(turn.board, post.id).facts };
}

/** True where a battery's shells carry to a place, and it sees it if it must. */
export function reaches(turn: Pick<Turn, 'board' | 'rules'>, battery: BatteryFacts, place: Place): boolean {
  const weapon = turn.rules.weapons[battery.weapon];
  if (weapon === undefined) throw new Error(`battery ${battery.id}: no weapon ${battery.weapon} in the rule set`);
  const metres = metresBetween(battery, place);
  if (metres > weapon.range || metres < weapon.minRange) return false;
  if (weapon.direct < 1000) return true;
  return inSight(turn.board, hexOf(turn.board.grid, battery), hexOf(turn.board.grid, place));
}

/** Rounds that a battery can fire in a pulse, at `rate` permille of its best. */
export function roundsIn(state: GameState, turn: Turn, row: number, rate: number): number {
  const battery = at(state.batteries, row);
  const facts = at(turn.board.batteries, row);
  const weapon = turn.rules.weapons[facts.weapon];
  if (weapon === undefined || battery.tubes <= 0 || battery.gunners <= 0) return 0;
  const crewed = Math.min(1000, Math.floor((battery.gunners * facts.tubes * 1000) / (Math.max(1, facts.gunners) * battery.tubes)));
  const pinned = battery.pinnedUntil > clockOf(turn) ? turn.rules.artillery.pinnedRate : 1000;
  const sheltered = facts.cover === 'casemate' ? turn.rules.artillery.casemateRate : 1000;
  return Math.min(battery.ready, share(battery.tubes * weapon.rate, times(rate, crewed, pinned, sheltered)));
}

/** The defender's guns on those who storm: named posts first, each battery where least has been fired yet. */
function protectStormed(state: GameState, turn: Turn, busy: boolean[], missions: Mission[]): void {
  const stormed = state.assaults.filter((assault) => assault.ended === 'no').map((assault) => ({
    post: assault.post,
    side: otherSide(assault.side),
    fired: 0,
    plan: planFor(turn, assault.post),
  }));
  if (stormed.length === 0) return;
  for (const [row, battery] of turn.board.batteries.entries()) {
    const targets = stormed.filter((target) => target.side === battery.side && reaches(turn, battery, postOf(turn.board, target.post).facts));
    const target = leastFired(targets);
    if (target === null || !indirect(turn, battery)) continue;
    const rounds = protectRounds(state, turn, row, target.plan);
    if (rounds <= 0) continue;
    busy[row] = true;
    target.fired += rounds;
    if (target.plan !== null) target.plan.left -= rounds;
    spend(turn, battery.dump, rounds);
    missions.push({ battery: row, rounds, aim: { kind: 'wire', id: target.post }, fix: null });
  }
}

function indirect(turn: Turn, battery: BatteryFacts): boolean {
  return (turn.rules.weapons[battery.weapon]?.direct ?? 0) < 1000;
}

/** The fire plan's order for a post, while rounds are left in it. */
function planFor(turn: Turn, post: string): Given | null {
  return turn.given.find((given) => given.order.kind === 'protect' && given.order.post === post && !given.lost && given.from <= turn.pulse && given.left > 0) ?? null;
}

function leastFired<T extends { readonly fired: number; readonly plan: Given | null }>(targets: readonly T[]): T | null {
  let best: T | null = null;
  for (const target of targets) {
    if (best === null || rank(target) < rank(best)) best = target;
  }
  return best;
}

/** Planned posts before unplanned ones, then those with the fewest rounds. */
function rank(target: { readonly fired: number; readonly plan: Given | null }): number {
  return (target.plan === null ? 1_000_000 : 0) + target.fired;
}

function protectRounds(state: GameState, turn: Turn, row: number, plan: Given | null): number {
  const battery = at(turn.board.batteries, row);
  const { artillery } = turn.rules;
  const formation = at(state.formations, rowOf(turn.board.formationRow, battery.formation));
  const shocked = formation.shockedUntil > clockOf(turn) ? artillery.protectShocked : 1000;
  const rate = share(plan === null ? artillery.protectUnordered : 1000, shocked);
  const rounds = Math.min(roundsIn(state, turn, row, rate), allowance(state, turn, battery));
  return plan === null ? rounds : Math.min(rounds, plan.left);
}

/** Rounds of protective fire that a battery's dump may still spend this turn. */
function allowance(state: GameState, turn: Turn, battery: BatteryFacts): number {
  const row = rowOf(turn.board.dumpRow, battery.dump);
  const stock = at(at(state.dumps, row).rounds, rowOf(turn.board.weaponRow, battery.weapon));
  const beside = readyAt(state, turn, battery);
  return Math.max(0, share(stock + beside, turn.rules.artillery.protectShare) - (turn.protectSpent[row] ?? 0));
}

/** Ready rounds of a weapon beside all guns that draw on the same dump. */
function readyAt(state: GameState, turn: Turn, battery: BatteryFacts): number {
  let ready = 0;
  for (const [row, other] of turn.board.batteries.entries()) {
    if (other.dump === battery.dump && other.weapon === battery.weapon) ready += at(state.batteries, row).ready;
  }
  return ready;
}

function spend(turn: Turn, dump: string, rounds: number): void {
  const row = rowOf(turn.board.dumpRow, dump);
  turn.protectSpent[row] = (turn.protectSpent[row] ?? 0) + rounds;
}
