/** Where orders of fire are aimed in a pulse: posts may have fallen, trench heads gone on, fixes been made anew. */
import { at, rowOf } from './board.ts';
import type { Board } from './board.ts';
import type { Aim } from './events.ts';
import type { Target } from './orders.ts';
import type { Place, SideId } from './scenario.ts';
import { PULSES } from './state.ts';
import type { ApproachState, GameState } from './state.ts';
import { sapTo } from './trench.ts';
import type { FireTask, FireTasks, Given, GunTasks, Turn } from './turn-context.ts';
import { headHex } from './watch.ts';

/** A task that nobody has aimed yet, and the guns that it asks for. */
export function newTask(given: FireTask['given'], guns: GunTasks | null): FireTask {
  return { given, guns, aim: null, place: NOWHERE, row: NOT_FOUND, fired: 0 };
}

const NOWHERE: Place = { east: 0, north: 0 };
const NOT_FOUND = -1;

/**
 * Finds where the orders that are under way are aimed in this pulse, and drops those that are done with; one whose target
 * is no more is void. True where there are any.
 */
export function aimTasks(state: GameState, turn: Turn, fire: FireTasks): boolean {
  if (turn.pulse >= fire.next) begin(fire, turn.pulse);
  const { underWay } = fire;
  let kept = 0;
  let any = false;
  for (let row = 0; row < underWay.length; row += 1) {
    const task = underWay[row];
    if (task === undefined) break;
    const { given, guns } = task;
    task.aim = null;
    if (given.lost || given.done || given.left <= 0) continue;
    underWay[kept] = task;
    kept += 1;
    task.fired = 0;
    if (!finds(state, turn, task)) tellVoid(turn, given);
    else {
      any = true;
      if (guns !== null) guns.calledAt = turn.pulse;
    }
  }
  underWay.length = kept;
  return any;
}

/** Gathers the orders whose hour has come, and notes when that of others comes. */
function begin(fire: FireTasks, pulse: number): void {
  fire.underWay.length = 0;
  fire.next = PULSES;
  for (const task of fire.all) {
    const { from } = task.given;
    if (from <= pulse) fire.underWay.push(task);
    else if (from < fire.next) fire.next = from;
  }
}

function tellVoid(turn: Turn, given: Given): void {
  given.done = true;
  turn.tell({ type: 'order-void', side: given.side, order: given.index, kind: given.order.kind });
}

/** Aims a task; false where its target is no more. */
function finds(state: GameState, turn: Turn, task: FireTask): boolean {
  const { order, side } = task.given;
  if (order.kind === 'counter-battery') return findsFix(state, side, order.fix, task);
  const { target } = order;
  switch (target.kind) {
    case 'post': return findsPost(state, turn, side, target, task);
    case 'approach': return findsTrench(turn.board, target, approachAt(state, target.id, task), task);
    case 'strip': return findsStrip(turn, target, task);
    case 'zone': return findsZone(state, target, task);
  }
}

function lay(task: FireTask, aim: Aim, place: Place): true {
  task.aim = aim;
  task.place = place;
  return true;
}

function findsFix({ known }: GameState, side: SideId, id: string, task: FireTask): boolean {
  const { fixes } = known[side];
  if (task.row < 0 || fixes[task.row]?.id !== id) task.row = fixes.findIndex((fix) => fix.id === id);
  const fix = task.row < 0 ? undefined : fixes[task.row];
  return fix !== undefined && lay(task, { kind: 'battery', id: fix.battery }, fix);
}

/** The garrison does not shell its own men in a contested post, but the trench by which the others came in. */
function findsPost(state: GameState, turn: Turn, side: SideId, target: Target, task: FireTask): boolean {
  if (task.row < 0) task.row = rowOf(turn.board.postRow, target.id);
  const { id, holder } = at(state.posts, task.row);
  if (holder === 'contested' && side === 'garrison') {
    const sap = sapTo(state, id);
    return sap !== undefined && findsTrench(turn.board, { kind: 'approach', id: sap.id }, sap, task);
  }
  return holder !== side && lay(task, target, at(turn.board.posts, task.row).facts);
}

function approachAt({ approaches }: GameState, id: string, task: FireTask): ApproachState | undefined {
  if (task.row < 0 || approaches[task.row]?.id !== id) task.row = approaches.findIndex((approach) => approach.id === id);
  return task.row < 0 ? undefined : approaches[task.row];
}

function findsTrench({ east, north }: Board, aim: Aim, approach: ApproachState | undefined, task: FireTask): boolean {
  if (approach === undefined) return false;
  const head = headHex(approach);
  return lay(task, aim, { east: east[head] ?? 0, north: north[head] ?? 0 });
}

function findsStrip({ board, game }: Turn, target: Target, task: FireTask): boolean {
  if (task.row < 0) task.row = game.scenario.map.strips.findIndex(({ id }) => id === target.id);
  const strip = task.row < 0 ? undefined : board.strips[task.row];
  return strip !== undefined && lay(task, target, strip.middle);
}

function findsZone({ camps }: GameState, target: Target, task: FireTask): boolean {
  if (task.row < 0) task.row = camps.findIndex(({ id }) => id === target.id);
  const camp = task.row < 0 ? undefined : camps[task.row];
  return camp?.stands === true && lay(task, target, { east: camp.aimEast, north: camp.aimNorth });
}
