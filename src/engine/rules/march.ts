/**
 * March: men on their way to a post, and back from one.
 *
 * Orders to reinforce or give up a post set men moving after the time it takes to form up; a standing order to
 * counter-attack does so once its post has been entered or taken for so long, later while the staff is shocked, and
 * one staff sends out only so many companies a turn. The besieger's battalions close up to the trench before a post.
 * Men go by the quickest way: road before field, field before forest, a bridge before a ford, slower by night and
 * uphill. Shelling of the post ahead may stop them; to a post that is cut off no company gets through by itself. One
 * who has arrived has an empty path: if the post is being stormed the rule of assault takes him in. A post whose last
 * man has gone by order is empty. Source: rule set, group `march`.
 */
import { at, postOf, rowOf } from '../board.ts';
import { changeHolder } from '../fall.ts';
import { marchWay, stepCost } from '../path.ts';
import { happens } from '../random.ts';
import { menIn, sideOf, unitOf, unitsIn } from '../people.ts';
import { commandPostOf, hexesOfPosts, wayTo } from '../routes.ts';
import { rowsWhere } from '../side-rows.ts';
import { isWithin } from '../sight.ts';
import { stand } from '../stations.ts';
import type { GameState, March, PostState, UnitState } from '../state.ts';
import { jumpOffHex } from '../storm-state.ts';
import { isHeld } from '../trench.ts';
import { clockOf, ordersDue } from '../turn-context.ts';
import type { Given, GivenOf, Turn } from '../turn-context.ts';

/** One pulse of marching. */
export function march(state: GameState, turn: Turn): void {
  const { counted } = turn;
  for (const row of marchersOf(state, turn)) {
    const unit = at(state.units, row);
    if (unit.march?.path.length === 0) settle(state, turn, unit);
  }
  if (setOut(state, turn)) counted.marchers = null;
  for (const row of marchersOf(state, turn)) {
    const unit = at(state.units, row);
    if (unit.march !== null) advance(state, turn, unit, unit.march);
  }
}

/** Rows of the units that are on the move, looked for where somebody was sent off since. */
function marchersOf(state: GameState, { counted }: Turn): readonly number[] {
  return (counted.marchers ??= rowsWhere(state.units, isMarching));
}

function isMarching({ march: going }: UnitState): boolean {
  return going !== null;
}

/** Arrived, and nobody needed him at once: he stays. */
function settle(state: GameState, turn: Turn, unit: UnitState): void {
  const goal = unit.march;
  if (goal === null) return;
  const post = at(state.posts, rowOf(turn.board.postRow, goal.post));
  unit.march = null;
  const stays = staysIn(turn, unit, post);
  unit.duty = stays ? 'holding' : 'waiting';
  stand(turn, unit, stays ? post.id : null);
}

/** Orders and standing orders that set men moving now; false where none was acted on. */
function setOut(state: GameState, turn: Turn): boolean {
  const { byKind } = turn;
  const reinforced = byKind.reinforce !== undefined && reinforce(state, turn);
  const gaveUp = byKind['give-up'] !== undefined && giveUp(state, turn);
  const closedUp = byKind['close-up'] !== undefined && closeUp(state, turn);
  const struckBack = byKind['counter-attack'] !== undefined && sendReserves(state, turn, byKind['counter-attack']);
  return reinforced || gaveUp || closedUp || struckBack;
}

function reinforce(state: GameState, turn: Turn): boolean {
  const due = ordersDue(turn, 'reinforce');
  for (const given of due) {
    given.done = true;
    if (!begin(state, turn, unitOf(state, turn.board, given.order.unit), 'reinforce', given.order.post, 0, 0)) tellVoid(turn, given);
  }
  return due.length > 0;
}

function giveUp(state: GameState, turn: Turn): boolean {
  const due = ordersDue(turn, 'give-up');
  for (const given of due) {
    given.done = true;
    const units = unitsIn(state, turn, given.order.post, given.side);
    if (units.length === 0) tellVoid(turn, given);
    for (const unit of units) withdraw(state, turn, unit);
  }
  return due.length > 0;
}

function closeUp(state: GameState, turn: Turn): boolean {
  const due = ordersDue(turn, 'close-up');
  for (const given of due) {
    given.done = true;
    const going = given.order.units.filter((id) => goUp(state, turn, unitOf(state, turn.board, id), given.order.post));
    if (going.length === 0) tellVoid(turn, given);
  }
  return due.length > 0;
}

/** Standing orders wait from hour to hour, so nothing is made of those that are not due. */
function sendReserves(state: GameState, turn: Turn, standing: readonly GivenOf<'counter-attack'>[]): boolean {
  let sent = false;
  for (let row = 0; row < standing.length; row += 1) {
    const given = at(standing, row);
    if (given.done || given.lost || given.from > turn.pulse || !isDue(state, turn, given.order.post, given.order.after)) continue;
    sendOut(state, turn, given, given.order);
    sent = true;
  }
  return sent;
}

function tellVoid(turn: Turn, given: Given): void {
  turn.tell({ type: 'order-void', side: given.side, order: given.index, kind: given.order.kind });
}

/** A company on its standing order, if its staff can still send one out. */
function sendOut(state: GameState, turn: Turn, given: Given, order: { readonly unit: string; readonly post: string; readonly odds: number }): void {
  given.done = true;
  const { camp } = postOf(turn.board, order.post).facts;
  const sent = turn.reservesSent[camp] ?? 0;
  const unit = unitOf(state, turn.board, order.unit);
  const goes = sent < turn.rules.assault.reserveActs && begin(state, turn, unit, 'counter-attack', order.post, order.odds, shockDelay(state, turn, unit.id));
  if (!goes) return tellVoid(turn, given);
  turn.reservesSent[camp] = sent + 1;
  turn.counted.counterAttackers = -1;
}

/** Entered or taken for long enough. */
function isDue(state: GameState, turn: Turn, id: string, after: number): boolean {
  const post = at(state.posts, rowOf(turn.board.postRow, id));
  return (post.holder === 'besieger' || post.holder === 'contested') && post.heldSince + after <= clockOf(turn);
}

function shockDelay(state: GameState, turn: Turn, unit: string): number {
  let id: string | null = at(turn.board.units, rowOf(turn.board.unitRow, unit)).formation;
  let delay = 0;
  while (id !== null) {
    const row: number = rowOf(turn.board.formationRow, id);
    if (at(state.formations, row).shockedUntil > clockOf(turn)) delay += turn.rules.command.delayShocked;
    id = at(turn.board.formations, row).parent;
  }
  return delay;
}

function withdraw(state: GameState, turn: Turn, unit: UnitState): void {
  const goal = unit.post === null ? null : commandPostOf(turn, unit.post);
  if (goal !== null) begin(state, turn, unit, 'withdraw', goal, 0, 0);
}

function begin(state: GameState, turn: Turn, unit: UnitState, purpose: March['purpose'], post: string, odds: number, delay: number): boolean {
  if (unit.men === 0 || unit.duty === 'broken' || unit.march !== null) return false;
  const way = isOutOfReach(state, turn, unit, purpose, post) ? null : wayTo(state, turn, unit.hex, postOf(turn.board, post).hex);
  if (way === null) {
    turn.tell({ type: 'march-stopped', unit: unit.id, cause: 'no-way' });
    return true;
  }
  setOff(turn, unit, { purpose, post, path: way, wait: turn.rules.march.formUp + delay, step: 0, odds });
  return true;
}

/** A post that is cut off, to those who are not in it already. */
function isOutOfReach(state: GameState, turn: Turn, unit: UnitState, purpose: March['purpose'], post: string): boolean {
  if (purpose === 'withdraw' || unit.post === post) return false;
  return at(state.posts, rowOf(turn.board.postRow, post)).cutOffSince >= 0;
}

/** The besieger's men go up to the head of the trench before a post; those who are there already have nothing to do. */
function goUp(state: GameState, turn: Turn, unit: UnitState, post: string): boolean {
  if (unit.men === 0 || unit.duty === 'broken' || unit.duty === 'storming' || unit.march !== null) return false;
  const goal = jumpOffHex(state, turn, post);
  const way = unit.hex === goal ? null : marchWay(turn.board, turn.rules, turn.night, hexesOfPosts(state, turn.board, isHeld), unit.hex, goal);
  if (way === null) return false;
  stand(turn, unit, null);
  setOff(turn, unit, { purpose: 'close-up', post, path: way.path, wait: turn.rules.march.formUp, step: 0, odds: 0 });
  return true;
}

function setOff(turn: Turn, unit: UnitState, going: March): void {
  unit.march = going;
  stand(turn, unit, unit.post);
  unit.duty = 'marching';
  turn.tell({ type: 'march-began', unit: unit.id, post: going.post, purpose: going.purpose, hexes: going.path.length });
}

function advance(state: GameState, turn: Turn, unit: UnitState, going: March): void {
  if (going.wait > 0) {
    going.wait -= 1;
    return;
  }
  if (isShelledAhead(state, turn, unit, going) && happens(turn.draws('march', unit.id), turn.rules.march.shelledStop)) {
    return turn.tell({ type: 'march-stopped', unit: unit.id, cause: 'shelled' });
  }
  let time = going.step + PULSE;
  const from = unit.hex;
  const behind = going.purpose === 'withdraw' ? unit.post : null;
  for (let next = going.path[0]; next !== undefined; next = going.path[0]) {
    const cost = stepCost(turn.board, turn.rules, unit.hex, next, turn.night);
    if (time < cost) break;
    time -= cost;
    unit.hex = next;
    if (unit.post !== null) stand(turn, unit, null);
    going.path.shift();
  }
  going.step = time;
  if (unit.hex !== from) turn.tell({ type: 'unit-moved', unit: unit.id, from, to: unit.hex });
  if (behind !== null && unit.post === null) leaveBehind(state, turn, behind);
  if (going.path.length === 0) arrive(state, turn, unit, going);
}

/** With the last man gone a post that was given up is nobody's; where the besieger is inside, the rule of surrender decides. */
function leaveBehind(state: GameState, turn: Turn, id: string): void {
  const post = at(state.posts, rowOf(turn.board.postRow, id));
  if (post.holder === 'garrison' && menIn(state, turn, id, 'garrison') === 0) changeHolder(state, turn, post, 'empty', 'given-up');
}

/** Thousandths of a pulse in a pulse. */
const PULSE = 1000;

function isShelledAhead(state: GameState, turn: Turn, unit: UnitState, going: March): boolean {
  const post = at(state.posts, rowOf(turn.board.postRow, going.post));
  const { hex } = postOf(turn.board, going.post);
  return isWithin(turn.board, unit.hex, hex, turn.rules.morale.nearMetres) && post.shelled.some((rounds) => rounds > 0);
}

function arrive(state: GameState, turn: Turn, unit: UnitState, going: March): void {
  const post = at(state.posts, rowOf(turn.board.postRow, going.post));
  turn.tell({ type: 'march-ended', unit: unit.id, post: going.post, purpose: going.purpose });
  if (!staysIn(turn, unit, post)) return;
  stand(turn, unit, post.id);
  if (post.holder === 'empty') changeHolder(state, turn, post, 'garrison', 'cleared');
}

/** A company of the garrison at a post that is not lost; the besieger's men have come back to their own trench. */
function staysIn(turn: Turn, unit: UnitState, post: PostState): boolean {
  return sideOf(turn.board, unit.id) === 'garrison' && post.holder !== 'besieger';
}
