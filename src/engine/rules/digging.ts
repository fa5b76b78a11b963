/**
 * Digging: trenches of the besieger, and the mending of works and wire.
 *
 * Battalions dig by night, a little by day: a sap towards a post, a ring round one, an axis to a hex. A trench begins
 * on the besieger's own ground and keeps off other held posts; the nearer the wire, the slower its head. Of the
 * metres dug a share carries the head forward, the rest are parallels and shelters beside it. Men who are far from
 * the head march there first. Digging costs men, more within 300 m, fewer under a roofed sap at the wire. A captured
 * post is new ground to begin from, and a trench that it makes much shorter is laid anew. Source: rule set, group
 * `digging`.
 */
import { at, postOf, rowOf } from '../board.ts';
import { mendPosts } from '../mending.ts';
import { rootOf, share } from '../numbers.ts';
import type { Dig, Encircle, Trench } from '../orders.ts';
import { hurt } from '../people.ts';
import { axisWay, fieldOf, ringWay, sapWay } from '../sap-way.ts';
import type { Field, TrenchWay } from '../sap-way.ts';
import { copyOf } from '../settle.ts';
import { hexMetres, isWithin } from '../sight.ts';
import { dig, diggingLosses, handsAtHead } from '../spade.ts';
import type { ApproachState, GameState, UnitState } from '../state.ts';
import { stand } from '../stations.ts';
import { layTrench } from '../trench.ts';
import { clockOf } from '../turn-context.ts';
import type { Turn } from '../turn-context.ts';
import { headHex } from '../watch.ts';

/** What some battalions were told to dig. */
interface Task {
  readonly kind: ApproachState['kind'];
  readonly post: string | null;
  readonly to: number;
  readonly units: readonly UnitState[];
  /** Their rows. */
  readonly rows: readonly number[];
}

/** The turn's spadework on both sides. */
export function digging(state: GameState, turn: Turn): void {
  const tasks = tasksOf(state, turn);
  const field = tasks.length === 0 ? null : fieldOf(state, turn.board, turn.rules);
  if (field !== null) for (const task of tasks) carryOut(state, turn, field, task);
  mendPosts(state, turn);
}

function tasksOf(state: GameState, turn: Turn): Task[] {
  const { dig: saps, encircle: rings, trench: axes } = turn.byKind;
  const tasks: Task[] = [];
  if (saps === undefined && rings === undefined && axes === undefined) return tasks;
  for (const given of turn.given) {
    const { order } = given;
    if ((order.kind !== 'dig' && order.kind !== 'encircle' && order.kind !== 'trench') || given.lost || given.done) continue;
    given.done = true;
    tasks.push(taskOf(state, turn, order));
  }
  return tasks;
}

function taskOf(state: GameState, turn: Turn, order: Dig | Encircle | Trench): Task {
  const { board } = turn;
  const units: UnitState[] = [];
  const rows: number[] = [];
  for (const id of order.units) {
    const row = rowOf(board.unitRow, id);
    const unit = at(state.units, row);
    if (!hasHands(unit)) continue;
    marchOut(turn, unit);
    units.push(unit);
    rows.push(row);
  }
  if (order.kind === 'trench') return { kind: 'axis', post: null, to: order.to, units, rows };
  return { kind: order.kind === 'dig' ? 'sap' : 'ring', post: order.post, to: postOf(board, order.post).hex, units, rows };
}

function hasHands(unit: UnitState): boolean {
  return unit.men > 0 && (unit.duty === 'waiting' || unit.duty === 'resting' || unit.duty === 'digging' || unit.duty === 'holding');
}

/** A battalion that held a captured post leaves it to dig. */
function marchOut(turn: Turn, unit: UnitState): void {
  if (unit.duty !== 'holding') return;
  unit.duty = 'waiting';
  stand(turn, unit, null);
}

function carryOut(state: GameState, turn: Turn, field: Field, task: Task): void {
  const approach = approachFor(state, turn, field, task);
  if (approach === null) return turn.tell({ type: 'dig-stopped', approach: idOf(task), post: task.post, cause: 'no-way' });
  if (task.units.length === 0) return turn.tell({ type: 'dig-stopped', approach: approach.id, post: task.post, cause: 'no-hands' });
  const left = approach.lengthMetres - approach.dugMetres;
  if (left <= 0 && task.kind !== 'sap') return turn.tell({ type: 'dig-stopped', approach: approach.id, post: task.post, cause: 'done' });
  digOn(state, turn, field, task, approach, left);
}

/** The trench that a task goes on with: the one begun, laid anew where posts have changed hands, or a new one. */
function approachFor(state: GameState, turn: Turn, field: Field, task: Task): ApproachState | null {
  const begun = begunFor(state, task);
  if (begun !== undefined) {
    relay(state, turn, field, task, begun);
    return begun;
  }
  const way = wayOf(state, turn, field, task);
  if (way === null) return null;
  const { path, lengthMetres } = way;
  // A copy, as those are that lay there from the start: engines read things of one make quicker.
  const approach = copyOf<ApproachState>({ id: idOf(task), kind: task.kind, post: task.post, path, lengthMetres, dugMetres: 0, laidAt: clockOf(turn) });
  state.approaches.push(approach);
  return approach;
}

function begunFor({ approaches }: GameState, { kind, post, to }: Task): ApproachState | undefined {
  for (let row = 0; row < approaches.length; row += 1) {
    const one = at(approaches, row);
    if (one.kind === kind && (post === null ? one.path[one.path.length - 1] === to : one.post === post)) return one;
  }
  return undefined;
}

function idOf({ kind, post, to }: Task): string {
  switch (kind) {
    case 'sap': return `approach-${String(post)}`;
    case 'ring': return `ring-${String(post)}`;
    case 'axis': return `axis-${String(to)}`;
  }
}

function wayOf(state: GameState, turn: Turn, field: Field, { kind, post, to, units }: Task): TrenchWay | null {
  const diggers = units.map(({ hex }) => hex);
  if (kind === 'axis' || post === null) return axisWay(state, field, to, diggers);
  const goal = postOf(turn.board, post);
  return kind === 'sap' ? sapWay(state, field, goal, diggers) : ringWay(state, field, goal, diggers);
}

/** A ring that is dug goes on where hexes are still open; other trenches look for a shorter way once posts have changed hands. */
function relay(state: GameState, turn: Turn, field: Field, task: Task, approach: ApproachState): void {
  const left = approach.lengthMetres - approach.dugMetres;
  const goesOn = task.kind === 'ring' && left <= 0;
  if (!goesOn && (field.changed <= approach.laidAt || !hasNews(state, turn, task.to, approach.laidAt))) return;
  approach.laidAt = clockOf(turn);
  const way = wayOf(state, turn, field, task);
  if (way === null) return;
  const barred = field.held.some(({ hex }) => hex !== task.to && approach.path.includes(hex));
  if (goesOn || barred || way.lengthMetres < share(left, turn.rules.digging.relayShare)) Object.assign(approach, way, { dugMetres: 0 });
}

/** A post near the end of the trench has changed hands since its way was laid. */
function hasNews(state: GameState, { board, rules }: Turn, to: number, since: number): boolean {
  return state.posts.some(({ heldSince }, row) => heldSince > since && isWithin(board, at(board.posts, row).hex, to, rules.digging.relayMetres));
}

function digOn(state: GameState, turn: Turn, field: Field, task: Task, approach: ApproachState, left: number): void {
  const headMetres = task.kind === 'sap' ? left : wireMetres(field, headHex(approach));
  const head = headHex(approach);
  const hands: number[] = [];
  let battalions = 0;
  for (let row = 0; row < task.units.length; row += 1) {
    const here = handsAt(state, turn, at(task.units, row), at(task.rows, row), head, headMetres);
    hands.push(here);
    battalions += here;
  }
  const done = dig(turn.rules, {
    battalions: share(battalions, luckOf(turn, approach)), headMetres, night: turn.night, sky: state.sky.valley, mud: state.sky.mud, leftMetres: left, round: task.kind === 'ring',
  });
  moveHead(state, turn, approach, done.head, done.metres);
  for (let row = 0; row < hands.length; row += 1) payFor(state, turn, at(task.units, row), at(hands, row), headMetres);
  const after = left - done.head;
  if (left > 0 && after <= 0) turn.tell({ type: 'dig-stopped', approach: approach.id, post: task.post, cause: task.kind === 'sap' ? 'at-the-wire' : 'done' });
  turn.tell({ type: 'trench-dug', approach: approach.id, post: task.post, hex: headHex(approach), metres: done.metres, headMetres: after });
}

/** A night's luck at one trench, permille: the ground, flares, fire, and how the gangs were led. */
function luckOf(turn: Turn, approach: ApproachState): number {
  const { spread } = turn.rules.digging;
  return 1000 - spread + turn.draws('digging', approach.id).below(2 * spread + 1);
}

/** Metres from a hex to the wire of the nearest held post. */
function wireMetres({ board, held }: Field, hex: number): number {
  const east = board.east[hex] ?? 0;
  const north = board.north[hex] ?? 0;
  let nearest = FAR_METRES;
  for (let row = 0; row < held.length; row += 1) {
    const { facts, reachMetres } = at(held, row);
    const byEast = east - facts.east;
    const byNorth = north - facts.north;
    const square = byEast * byEast + byNorth * byNorth;
    if (square < (nearest + reachMetres) * (nearest + reachMetres)) nearest = Math.max(0, rootOf(square) - reachMetres);
  }
  return nearest;
}

/** Farther than any wire. */
const FAR_METRES = Number.MAX_SAFE_INTEGER;

/** Hands of a battalion at the head; one that stands far off marches there. */
function handsAt(state: GameState, turn: Turn, unit: UnitState, unitRow: number, head: number, headMetres: number): number {
  const awayMetres = hexMetres(turn.board, unit.hex, head);
  if (awayMetres > turn.rules.digging.standMetres) {
    turn.tell({ type: 'unit-moved', unit: unit.id, from: unit.hex, to: head });
    unit.hex = head;
  }
  const row = at(turn.board.unitFormation, unitRow);
  const will = at(turn.board.formations, row).kind === 'regiment' ? at(state.formations, row).will : null;
  return handsAtHead(turn.rules, { men: unit.men, whole: at(turn.board.units, unitRow).men, awayMetres, headMetres, will });
}

/** The head goes on hex by hex; what it digs lies in the hexes that it enters, the parallels in the last of them before the post. */
function moveHead(state: GameState, turn: Turn, approach: ApproachState, head: number, metres: number): void {
  const last = approach.path.length - 1;
  const hexOfMetre = (metre: number): number => Math.min(last, Math.ceil((metre * last) / Math.max(1, approach.lengthMetres)));
  let behind = approach.dugMetres;
  approach.dugMetres += head;
  for (let step = hexOfMetre(behind + 1); step <= hexOfMetre(approach.dugMetres); step += 1) {
    const end = step === last ? approach.dugMetres : Math.min(approach.dugMetres, Math.floor((step * approach.lengthMetres) / Math.max(1, last)));
    if (end > behind) layTrench(state, turn.rules, at(approach.path, step), end - behind);
    behind = Math.max(behind, end);
  }
  const beside = approach.kind === 'sap' ? Math.min(hexOfMetre(approach.dugMetres), Math.max(0, last - 1)) : hexOfMetre(approach.dugMetres);
  layTrench(state, turn.rules, at(approach.path, beside), metres - head);
  state.ledger.besieger.trenchMetres += metres;
}

/** Men lost to the garrison's harassing fire while they dig. */
function payFor(state: GameState, turn: Turn, unit: UnitState, hands: number, headMetres: number): void {
  hurt(state, turn, unit, share(diggingLosses(turn.rules, headMetres, turn.night), hands), turn.rules.assault.killedShare, 'digging');
}
