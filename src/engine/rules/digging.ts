/**
 * Digging: trenches towards the posts, and the mending of works and wire.
 *
 * Battalions dig by night, a little by day; the nearer the head, the slower. Of the metres dug a share carries the
 * head forward, the rest are parallels and shelters. Digging costs men, more within 300 m. The garrison mends its
 * works and wire each turn, hardly at all under fire. Source: rule set, group `digging`.
 */
import { at, postOf, rowOf } from '../board.ts';
import { centreOf } from '../hex.ts';
import { metresBetween, share } from '../numbers.ts';
import { hurt, unitOf } from '../people.ts';
import { cheapestWay } from '../path.ts';
import { dig, handsOf } from '../spade.ts';
import type { ApproachState, GameState, PostState, UnitState } from '../state.ts';
import { sapTo } from '../trench.ts';
import type { Turn } from '../turn-context.ts';
import { headHex } from '../watch.ts';

/** The turn's spadework on both sides. */
export function digging(state: GameState, turn: Turn): void {
  for (const given of turn.given) {
    if (given.order.kind !== 'dig' || given.lost || given.done) continue;
    given.done = true;
    const units = given.order.units.map((id) => unitOf(state, turn.board, id)).filter(hasHands);
    digTowards(state, turn, given.order.post, units);
  }
  for (const post of state.posts) mend(turn, post);
}

function hasHands(unit: UnitState): boolean {
  return unit.men > 0 && (unit.duty === 'waiting' || unit.duty === 'resting' || unit.duty === 'digging');
}

function digTowards(state: GameState, turn: Turn, id: string, units: readonly UnitState[]): void {
  const first = units[0];
  const approach = sapTo(state, id) ?? (first === undefined ? null : trace(state, turn, id, first));
  if (approach === null) return;
  if (first === undefined) return turn.tell({ type: 'dig-stopped', approach: approach.id, post: id, cause: 'no-hands' });
  const headMetres = approach.lengthMetres - approach.dugMetres;
  const done = dig(turn.rules, { battalions: handsFor(turn, units), headMetres, night: turn.night, sky: state.sky.valley, mud: state.sky.mud });
  const hex = headHex(approach);
  approach.dugMetres += done.head;
  state.ground.trench[hex] = at(state.ground.trench, hex) + done.metres;
  state.ledger.besieger.trenchMetres += done.metres;
  for (const unit of units) payFor(state, turn, unit, headMetres);
  if (headMetres - done.head <= 0) turn.tell({ type: 'dig-stopped', approach: approach.id, post: id, cause: 'at-the-wire' });
  turn.tell({ type: 'trench-dug', approach: approach.id, post: id, hex, metres: done.metres, headMetres: headMetres - done.head });
}

function handsFor(turn: Turn, units: readonly UnitState[]): number {
  let hands = 0;
  for (const unit of units) hands += handsOf(unit.men, at(turn.board.units, rowOf(turn.board.unitRow, unit.id)).men);
  return hands;
}

/** Men lost to the garrison's harassing fire while they dig. */
function payFor(state: GameState, turn: Turn, unit: UnitState, headMetres: number): void {
  const { digging: rules } = turn.rules;
  const rate = headMetres > 300 ? rules.losses : rules.lossesNear;
  const hands = handsOf(unit.men, at(turn.board.units, rowOf(turn.board.unitRow, unit.id)).men);
  hurt(state, turn, unit, share(turn.night ? rate : share(rate, rules.dayShare), hands), turn.rules.assault.killedShare, 'digging');
}

/** A new approach from where the diggers stand. */
function trace(state: GameState, turn: Turn, id: string, unit: UnitState): ApproachState | null {
  const post = postOf(turn.board, id);
  const way = cheapestWay(turn.board, unit.hex, post.hex, () => 1, () => true);
  if (way === null) return null;
  const metres = metresBetween(centreOf(turn.board.grid, unit.hex), post.facts);
  const approach: ApproachState = { id: `approach-${id}`, kind: 'sap', post: id, path: [unit.hex, ...way.path], lengthMetres: Math.max(0, metres - post.reachMetres), dugMetres: 0, laidAt: state.ring.changes };
  state.approaches.push(approach);
  return approach;
}

/** The garrison's evening work. */
function mend(turn: Turn, post: PostState): void {
  if (post.holder === 'besieger' || post.holder === 'empty') return;
  const { digging: rules } = turn.rules;
  const { works, wire } = postOf(turn.board, post.id).facts;
  const quiet = post.suppression === 0 && post.lodgement === 0 ? 1000 : rules.repairUnderFire;
  post.works = Math.max(post.works, Math.min(works, post.works + share(rules.worksRepair, quiet)));
  post.wire = Math.max(post.wire, Math.min(wire, post.wire + share(rules.wireRepair, quiet)));
}
