/**
 * A post changes hands, whatever the cause: who gets away, who is taken, who moves in.
 *
 * Men of a post that was stormed or broke may get away while a way back is open; those who laid down arms do not.
 * Wounded stay and are taken; so are the guns that stood there.
 */
import { at, postOf, rowOf } from './board.ts';
import { captureBattery } from './guns.ts';
import { marchWay } from './path.ts';
import { capture, hurt, leaveField, menShare, sideOf } from './people.ts';
import { commandPostOf, wayTo } from './routes.ts';
import { otherSide } from './scenario.ts';
import type { SideId } from './scenario.ts';
import { hexMetres, isWithin } from './sight.ts';
import type { GameState, Holder, PostState, UnitState } from './state.ts';
import { stand } from './stations.ts';
import { clockOf } from './turn-context.ts';
import { sapTo } from './trench.ts';
import type { Turn } from './turn-context.ts';
import { headHex } from './watch.ts';

export type FallCause = 'stormed' | 'laid-down-arms' | 'broke' | 'given-up' | 'entered' | 'cleared';

/** Sets who holds a post and tells it. */
export function changeHolder(state: GameState, turn: Turn, post: PostState, to: Holder, cause: FallCause): void {
  if (post.holder === to) return;
  state.ring.changes += 1;
  turn.contested = null;
  turn.tell({ type: 'holder-changed', post: post.id, from: post.holder, to, cause });
  post.holder = to;
  post.heldSince = clockOf(turn);
  if (to !== 'contested') post.lodgement = 0;
}

/** The post goes from those in it to the takers. */
export function postFalls(state: GameState, turn: Turn, post: PostState, to: SideId, cause: FallCause): void {
  const losing = otherSide(to);
  const inside = state.units.filter((unit) => unit.post === post.id && sideOf(turn.board, unit.id) === losing);
  changeHolder(state, turn, post, to, cause);
  const way = inside.length === 0 || cause === 'laid-down-arms' ? null : wayBack(state, turn, post, losing);
  for (const unit of inside) leave(state, turn, post, unit, cause, way);
  for (const [row, battery] of state.batteries.entries()) {
    const facts = at(turn.board.batteries, row);
    if (facts.post === post.id && facts.side === losing) captureBattery(state, turn, battery);
  }
  moveIn(state, turn, post, to);
}

/** Those who get away, those who die, those who are taken. */
function leave(state: GameState, turn: Turn, post: PostState, unit: UnitState, cause: FallCause, way: Way | null): void {
  const { assault } = turn.rules;
  const away = way === null ? 0 : whoGetAway(turn, post, unit);
  const dead = cause === 'laid-down-arms' ? 0 : menShare(unit.men - away, assault.deadShare);
  if (dead > 0) hurt(state, turn, unit, dead * 1000, 1000, 'fall-of-post');
  const escaped = Math.min(away, unit.men);
  takeAllBut(state, turn, post, unit, escaped);
  if (escaped === 0 || way === null) return leaveField(turn, unit);
  turn.tell({ type: 'men-got-away', side: sideOf(turn.board, unit.id), unit: unit.id, men: escaped, post: post.id });
  unit.men = escaped;
  stand(turn, unit, null);
  unit.duty = 'marching';
  turn.counted.marchers = null;
  if (turn.where !== null) turn.where.struck[rowOf(turn.board.unitRow, unit.id)] = 1;
  unit.march = { purpose: 'withdraw', post: way.goal, path: [...way.path], wait: 0, step: 0, odds: 0 };
}

function whoGetAway(turn: Turn, post: PostState, unit: UnitState): number {
  const { getAway, getAwayCutOff, fallSpread } = turn.rules.assault;
  const linked = post.cutOffSince < 0 || sideOf(turn.board, unit.id) === 'besieger';
  return menShare(unit.men, (linked ? getAway : getAwayCutOff) + turn.draws('fall', unit.id).below(2 * fallSpread + 1) - fallSpread);
}

/** Everyone except those who escape becomes a prisoner, the wounded too. */
function takeAllBut(state: GameState, turn: Turn, post: PostState, unit: UnitState, escaped: number): void {
  unit.men -= escaped;
  capture(state, turn, unit, post.id);
}

/** Where those who get away go, and how. */
interface Way {
  readonly goal: string;
  readonly path: readonly number[];
}

function wayBack(state: GameState, turn: Turn, post: PostState, side: SideId): Way | null {
  if (side === 'besieger') return besiegersWay(state, turn, post);
  const goal = commandPostOf(turn, post.id);
  if (goal === null || goal === post.id) return null;
  const path = wayTo(state, turn, postOf(turn.board, post.id).hex, postOf(turn.board, goal).hex);
  return path === null ? null : { goal, path };
}

/** Back down the approach, or over open ground to the nearest trench head. */
function besiegersWay(state: GameState, turn: Turn, post: PostState): Way | null {
  const approach = sapTo(state, post.id);
  if (approach !== undefined) return { goal: post.id, path: approach.path.slice(0, -1).reverse() };
  const { hex } = postOf(turn.board, post.id);
  const head = nearestHead(state, turn, hex);
  const way = head === null ? null : marchWay(turn.board, turn.rules, turn.night, [], hex, head);
  return way === null ? null : { goal: post.id, path: way.path };
}

function nearestHead(state: GameState, turn: Turn, hex: number): number | null {
  let nearest: number | null = null;
  for (const approach of state.approaches) {
    const head = headHex(approach);
    if (nearest === null || hexMetres(turn.board, head, hex) < hexMetres(turn.board, nearest, hex)) nearest = head;
  }
  return nearest;
}

/**
 * The first of the besieger's storming units takes the post over and the others fall back to wait; all companies of
 * the garrison stay in what they have won back.
 */
function moveIn(state: GameState, turn: Turn, post: PostState, to: SideId): void {
  const stormed: UnitState[] = [];
  for (const assault of state.assaults) {
    if (assault.post !== post.id || assault.ended !== 'no') continue;
    if (assault.side === 'besieger') post.stormedAt = clockOf(turn);
    turn.counted.stormed = clockOf(turn);
    assault.ended = assault.side === to ? 'won' : 'thrown-back';
    turn.tell({ type: 'assault-ended', side: assault.side, post: post.id, how: assault.ended, lost: assault.lost });
    const units = assault.lead.map((id) => at(state.units, rowOf(turn.board.unitRow, id)));
    for (const unit of units) if (unit.duty === 'storming') unit.duty = 'waiting';
    if (assault.side === to) stormed.push(...units.filter((unit) => unit.men > 0));
  }
  const nearest = stormed.length > 0 ? undefined : nearestWaiting(state, turn, post, to);
  if (nearest !== undefined) occupy(turn, nearest, post);
  for (const unit of to === 'garrison' ? stormed : stormed.slice(0, 1)) occupy(turn, unit, post);
}

/** Where the post gave way with nobody storming it, those who wait nearest walk in. */
function nearestWaiting(state: GameState, turn: Turn, post: PostState, side: SideId): UnitState | undefined {
  const { hex } = postOf(turn.board, post.id);
  let nearest: UnitState | undefined;
  for (const unit of state.units) {
    if (unit.men === 0 || unit.duty !== 'waiting' || unit.post !== null || sideOf(turn.board, unit.id) !== side) continue;
    if (!isWithin(turn.board, unit.hex, hex, turn.rules.assault.nearMetres)) continue;
    if (nearest === undefined || hexMetres(turn.board, unit.hex, hex) < hexMetres(turn.board, nearest.hex, hex)) nearest = unit;
  }
  return nearest;
}

function occupy(turn: Turn, unit: UnitState, post: PostState): void {
  stand(turn, unit, post.id);
  unit.hex = postOf(turn.board, post.id).hex;
  unit.duty = 'holding';
  unit.march = null;
}
