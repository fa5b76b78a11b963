/**
 * Raids and convoys: companies of the garrison that go out of their posts and come back within the hour.
 *
 * A raid goes at the head of a trench that was seen: if it succeeds it fills trench in and throws the head back. The
 * chance comes from the company's strength against the men on watch there. A convoy takes water and cartridges to a
 * post that is cut off: time without them counts for less once it has come through. Both cost men, more by day; a
 * raid costs the besieger men too. Source: rule set, group `raids`.
 */
import { at, postOf, rowOf } from '../board.ts';
import { clamp, permille, share } from '../numbers.ts';
import { hurt, hurtAll, unitOf } from '../people.ts';
import { raidChance, raidStrength } from '../raid-odds.ts';
import { happens } from '../random.ts';
import type { Stream } from '../random.ts';
import { hexMetres } from '../sight.ts';
import type { ApproachState, GameState, UnitState } from '../state.ts';
import { approachOf, fillTrench, isHeld } from '../trench.ts';
import { clockOf, ordersDue } from '../turn-context.ts';
import type { Given, Turn } from '../turn-context.ts';
import { headHex } from '../watch.ts';

/** Raids and convoys that are due in this pulse. */
export function raids(state: GameState, turn: Turn): void {
  if (turn.byKind.raid === undefined && turn.byKind.convoy === undefined) return;
  for (const given of ordersDue(turn, 'raid')) {
    given.done = true;
    const unit = unitOf(state, turn.board, given.order.unit);
    const approach = approachOf(state, given.order.approach);
    const seen = state.known.garrison.approaches.some((sighting) => sighting.approach === given.order.approach);
    if (approach === undefined || !seen || !canGo(turn, unit, headHex(approach), turn.rules.raids.reach)) tellVoid(turn, given);
    else raid(state, turn, unit, approach);
  }
  for (const given of ordersDue(turn, 'convoy')) {
    given.done = true;
    const unit = unitOf(state, turn.board, given.order.unit);
    const post = at(state.posts, rowOf(turn.board.postRow, given.order.post));
    if (!isHeld(post) || post.cutOffSince < 0 || !canGo(turn, unit, postOf(turn.board, post.id).hex, turn.rules.raids.convoyReach)) tellVoid(turn, given);
    else convoy(state, turn, unit, post.id);
  }
}

function tellVoid(turn: Turn, given: Given): void {
  turn.tell({ type: 'order-void', side: given.side, order: given.index, kind: given.order.kind });
}

/** A company that stands ready, not too far off. */
function canGo(turn: Turn, unit: UnitState, to: number, reach: number): boolean {
  const ready = unit.duty === 'holding' || unit.duty === 'waiting' || unit.duty === 'resting';
  return ready && unit.men > 0 && unit.march === null && hexMetres(turn.board, unit.hex, to) <= reach;
}

function raid(state: GameState, turn: Turn, unit: UnitState, approach: ApproachState): void {
  const { raids: rules } = turn.rules;
  const stream = turn.draws('raids', unit.id);
  const head = headHex(approach);
  const watch = besiegersNear(state, turn, head);
  const against = share(raidStrength(watch), rules.defendersShare);
  const succeeded = happens(stream, raidChance(turn.rules, raidStrength([unit]), against));
  const sent = unit.men;
  const cost = costOf(turn, stream, succeeded ? rules.losses : rules.lossesFailed, clamp(permille(against, raidStrength([unit])), LEAST_COST, MOST_COST));
  hurt(state, turn, unit, cost, turn.rules.assault.defenderKilled, 'raid');
  hurtAll(state, turn, watch, share(cost, rules.enemyLosses), turn.rules.assault.killedShare, 'raid');
  if (!succeeded) return turn.tell({ type: 'raid-failed', approach: approach.id, unit: unit.id });
  const metres = fillTrench(state, turn.rules, head, Math.floor((rules.fill * sent) / 100));
  approach.dugMetres = Math.max(0, approach.dugMetres - rules.setBack);
  turn.tell({ type: 'trench-filled', approach: approach.id, post: approach.post, hex: head, metres, unit: unit.id });
}

/** Few on watch cost few men, many cost more: bounds of that factor, permille. */
const LEAST_COST = 200;
const MOST_COST = 1200;

/** Battalions of the besieger in the trench about a head. */
function besiegersNear(state: GameState, turn: Turn, head: number): UnitState[] {
  const near: UnitState[] = [];
  for (const [row, unit] of state.units.entries()) {
    if (unit.men === 0 || at(turn.board.units, row).side !== 'besieger' || unit.duty === 'marching' || unit.duty === 'storming') continue;
    if (hexMetres(turn.board, unit.hex, head) <= turn.rules.raids.defendersNear) near.push(unit);
  }
  return near;
}

/** Thousandths of a man: the rule's figure by the luck of the night, the hour, and how it went. */
function costOf(turn: Turn, stream: Stream, men: number, factor: number): number {
  const spread = 1000 + stream.below(2 * SPREAD + 1) - SPREAD;
  return share(share(men * spread, factor), turn.night ? 1000 : turn.rules.raids.dayLosses);
}

/** By how much losses vary either way, permille. */
const SPREAD = 200;

function convoy(state: GameState, turn: Turn, unit: UnitState, id: string): void {
  const { convoySuccess, convoyLosses, convoyRelief } = turn.rules.raids;
  const stream = turn.draws('raids', unit.id);
  const came = happens(stream, convoySuccess);
  hurt(state, turn, unit, costOf(turn, stream, convoyLosses, 1000), turn.rules.assault.defenderKilled, 'raid');
  if (!came) return turn.tell({ type: 'convoy-failed', post: id, unit: unit.id });
  const post = at(state.posts, rowOf(turn.board.postRow, id));
  post.cutOffSince += share(clockOf(turn) - post.cutOffSince, convoyRelief);
  turn.tell({ type: 'convoy-came', post: id, unit: unit.id });
}
