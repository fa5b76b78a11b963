/**
 * Morale: how far men hold together, and why.
 *
 * Losses, shelling, an attacker inside the post, the loss of the commander and the fall of neighbours take cohesion;
 * rest and the arrival of a reserve give it back. Each change carries its causes. Better cadres soften the loss.
 * A unit under attack whose cohesion is gone breaks; a post whose every unit has broken is lost. At the end of
 * a turn men slip away from units that hold together badly, and regiments that did not fight regain will.
 * Source: rule set, group `morale`.
 */
import { at, metresApart, postOf, rowOf } from '../board.ts';
import { postFalls } from '../fall.ts';
import { along, clamp, permille, share } from '../numbers.ts';
import { leaveField, unitsIn } from '../people.ts';
import { wholeByChance } from '../random.ts';
import type { UnitFacts } from '../scenario.ts';
import type { CohesionCause, GameState, PostState, UnitState } from '../state.ts';
import { isHeadless } from '../storm-state.ts';
import { clockOf } from '../turn-context.ts';
import type { Turn } from '../turn-context.ts';

interface Change {
  readonly cause: CohesionCause;
  readonly points: number;
}

/** After the fighting of a pulse. */
export function morale(state: GameState, turn: Turn): void {
  const fallen = state.posts.filter((post) => post.holder === 'besieger' && post.heldSince === clockOf(turn));
  for (const [row, unit] of state.units.entries()) {
    const facts = at(turn.board.units, row);
    if (unit.men === 0) continue;
    if (facts.side === 'garrison') apply(turn, unit, facts, changesOf(state, turn, unit, facts, fallen));
    unit.lostLately = 0;
    unit.menBefore = unit.men;
  }
  for (const post of state.posts) if (post.holder === 'contested') breakUnits(state, turn, post);
}

/** The hour's changes, each with its cause. */
function changesOf(state: GameState, turn: Turn, unit: UnitState, facts: UnitFacts, fallen: readonly PostState[]): Change[] {
  const { morale: rules } = turn.rules;
  const post = unit.post === null ? null : at(state.posts, rowOf(turn.board.postRow, unit.post));
  const soft = softening(turn, unit);
  const changes: Change[] = [lost('losses', share(share(rules.loss, permille(unit.lostLately, unit.menBefore)), soft))];
  if (post !== null && post.suppression > 0) changes.push(lost('shelling', share(share(rules.shelling, post.suppression), soft)));
  if (post !== null && post.holder === 'contested') {
    changes.push(lost('lodged', share(share(rules.lodged, post.lodgement), soft)));
    if (isHeadless(state, turn, unit)) changes.push(lost('headless', share(rules.headless, soft)));
    if (hasBeenJoined(state, turn, post)) changes.push({ cause: 'reinforced', points: rules.reinforced });
  }
  if (post !== null) changes.push(lost('neighbour-fell', share(shockOf(turn, post, facts, fallen), soft)));
  return changes.filter(({ points }) => points !== 0);
}

function lost(cause: CohesionCause, points: number): Change {
  return { cause, points: points === 0 ? 0 : -points };
}

/** Better cadres lose less: 1000 at middling quality. */
function softening(turn: Turn, unit: UnitState): number {
  return 1000 + Math.floor(((MIDDLING - unit.quality) * turn.rules.morale.lossQuality) / 1000);
}

/** The middle of the scale of quality. */
const MIDDLING = 500;

/** What the posts that fell in this hour mean to men in another post. */
function shockOf(turn: Turn, post: PostState, facts: UnitFacts, fallen: readonly PostState[]): number {
  const { morale: rules } = turn.rules;
  const here = postOf(turn.board, post.id);
  let points = 0;
  for (const { id } of fallen) {
    const there = postOf(turn.board, id);
    if (id === facts.post || there.facts.camp !== here.facts.camp) continue;
    if (there.facts.group === here.facts.group) points += rules.neighbour;
    else points += metresApart(here, there) <= rules.nearMetres ? rules.neighbourNear : rules.neighbourFar;
  }
  return points;
}

function hasBeenJoined(state: GameState, turn: Turn, post: PostState): boolean {
  return state.assaults.some((assault) => assault.post === post.id && assault.joinedAt === clockOf(turn));
}

function apply(turn: Turn, unit: UnitState, facts: UnitFacts, changes: readonly Change[]): void {
  let sum = 0;
  for (const { points } of changes) sum += points;
  const to = clamp(unit.cohesion + sum, 0, Math.max(facts.cohesion, unit.cohesion));
  if (to === unit.cohesion) return;
  unit.cohesion = to;
  turn.tell({ type: 'cohesion-changed', side: facts.side, unit: unit.id, to, causes: changes });
}

/** Units that will not fight on, and the post if none will. */
function breakUnits(state: GameState, turn: Turn, post: PostState): void {
  const units = unitsIn(state, turn.board, post.id, 'garrison');
  for (const unit of units) {
    const floor = turn.rules.morale.breakAt + (isHeadless(state, turn, unit) ? turn.rules.morale.breakHeadless : 0);
    if (unit.duty === 'broken' || unit.cohesion >= floor) continue;
    unit.duty = 'broken';
    turn.tell({ type: 'unit-broke', side: 'garrison', unit: unit.id, post: post.id });
  }
  if (units.length > 0 && units.every((unit) => unit.duty === 'broken')) postFalls(state, turn, post, 'besieger', 'broke');
}

/** At the end of the turn: rest, rain, men who slip away, regiments that recover. */
export function rest(state: GameState, turn: Turn): void {
  for (const [row, unit] of state.units.entries()) {
    const facts = at(turn.board.units, row);
    if (unit.men === 0) continue;
    if (unit.duty === 'broken') unit.duty = unit.post === null ? 'waiting' : 'holding';
    if (facts.side !== 'garrison') continue;
    apply(turn, unit, facts, restChanges(state, turn, unit));
    slipAway(state, turn, unit);
  }
  for (const [row, formation] of state.formations.entries()) {
    if (at(turn.board.formations, row).kind === 'regiment' && !isFighting(state, turn, formation.id)) regain(turn, formation);
  }
}

function restChanges(state: GameState, turn: Turn, unit: UnitState): Change[] {
  const { morale: rules } = turn.rules;
  const post = unit.post === null ? null : at(state.posts, rowOf(turn.board.postRow, unit.post));
  const changes: Change[] = [];
  if (post === null || post.holder !== 'contested') changes.push({ cause: 'rest', points: rules.recover });
  if (state.sky.valley === 'rain' || state.sky.valley === 'storm') changes.push({ cause: 'rain', points: -rules.wet });
  return changes;
}

/** Internal deserters: they leave the line, not the valley. */
function slipAway(state: GameState, turn: Turn, unit: UnitState): void {
  const { morale: rules } = turn.rules;
  const floor = along(rules.desertAt, unit.quality);
  if (unit.cohesion >= floor || unit.men === 0) return;
  const rate = Math.floor((rules.desertRate * (floor - unit.cohesion)) / floor);
  const men = Math.min(unit.men, wholeByChance(turn.draws('morale', unit.id), unit.men * rate));
  if (men === 0) return;
  unit.men -= men;
  state.ledger.garrison.deserted += men;
  turn.tell({ type: 'men-deserted', side: 'garrison', unit: unit.id, men });
  if (unit.men + unit.wounded === 0) leaveField(unit);
}

function isFighting(state: GameState, turn: Turn, formation: string): boolean {
  return state.units.some((unit, row) => at(turn.board.units, row).formation === formation && unit.duty === 'storming');
}

function regain(turn: Turn, formation: { id: string; will: number }): void {
  const before = formation.will;
  formation.will = Math.max(before, Math.min(turn.rules.morale.willCap, before + turn.rules.morale.willRest));
  if (formation.will !== before) turn.tell({ type: 'will-changed', formation: formation.id, to: formation.will, by: formation.will - before, cause: 'rest' });
}
