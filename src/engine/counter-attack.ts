/**
 * Companies of the garrison that have marched up: into an assault that goes on, at a lodgement, or at a lost post.
 *
 * Those who stand before one post in the same hour go in together; each of them turns back at odds that are worse
 * than its order allows. In a contested post they fight from the part that the garrison still holds.
 */
import { at, rowOf } from './board.ts';
import { setLodgement } from './lodgement.ts';
import { menOf, unitOf, unitsIn } from './people.ts';
import { fallBack } from './routes.ts';
import { otherSide } from './scenario.ts';
import type { SideId } from './scenario.ts';
import type { AssaultState, GameState, PostState, UnitState } from './state.ts';
import { evenPulse } from './storm.ts';
import { stormOf } from './storm-state.ts';
import { clockOf } from './turn-context.ts';
import type { Turn } from './turn-context.ts';

/** An assault before its first pulse. */
export function newAssault(turn: Turn, side: SideId, post: string, lead: readonly UnitState[], echelon: readonly string[], echelonAfter: number): AssaultState {
  return {
    id: `${post}@${String(clockOf(turn))}`, side, post,
    lead: lead.map(({ id }) => id), echelon: [...echelon], echelonAfter,
    begun: clockOf(turn), men: menOf(lead), lost: 0, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no',
  };
}

/** Companies that have arrived before lost posts and lodgements go in, post by post. */
export function goIn(state: GameState, turn: Turn): void {
  const posts: string[] = [];
  for (const unit of state.units) if (standsBefore(state, turn, unit) && unit.march !== null && !posts.includes(unit.march.post)) posts.push(unit.march.post);
  for (const id of posts) {
    const units = state.units.filter((unit) => unit.march?.post === id && standsBefore(state, turn, unit));
    strike(state, turn, at(state.posts, rowOf(turn.board.postRow, id)), units);
  }
}

/** A company that has marched up to a lost post, or into one with a lodgement that no assault of the besieger defends. */
function standsBefore(state: GameState, turn: Turn, unit: UnitState): boolean {
  if (unit.march === null || unit.march.purpose !== 'counter-attack' || unit.march.path.length > 0 || unit.march.wait > 0) return false;
  const post = at(state.posts, rowOf(turn.board.postRow, unit.march.post));
  return post.holder === 'besieger' || (post.holder === 'contested' && !state.assaults.some((one) => one.post === post.id && one.side === 'besieger' && one.ended === 'no'));
}

/** They go in, beside those who are at it already; at bad odds some or all of them turn back. */
function strike(state: GameState, turn: Turn, post: PostState, units: readonly UnitState[]): void {
  const running = state.assaults.find((one) => one.post === post.id && one.side === 'garrison' && one.ended === 'no');
  const one = running ?? newAssault(turn, 'garrison', post.id, [], [], 0);
  const sent = { ...one, lead: [...one.lead, ...units.map(({ id }) => id)], men: one.men + menOf(units) };
  const { odds } = evenPulse(turn.rules, stormOf(state, turn, sent));
  const willing = units.filter((unit) => odds >= (unit.march?.odds ?? 0));
  for (const unit of units) {
    const wanted = unit.march?.odds ?? 0;
    unit.march = null;
    if (willing.includes(unit)) unit.duty = 'storming';
    else holdBack(state, turn, post, unit, odds, wanted);
  }
  if (willing.length === 0) return;
  one.lead = [...one.lead, ...willing.map(({ id }) => id)];
  one.men += menOf(willing);
  if (running !== undefined) return;
  state.assaults.push(one);
  turn.tell({ type: 'assault-began', side: 'garrison', post: post.id, lead: [...one.lead], men: one.men, jumpOffMetres: 0 });
}

/** Worse than the order allows: the company turns back, or stays with those who hold the post if it is inside. */
function holdBack(state: GameState, turn: Turn, post: PostState, unit: UnitState, odds: number, wanted: number): void {
  turn.tell({ type: 'counter-attack-held-back', side: 'garrison', post: post.id, unit: unit.id, odds, wanted });
  fallBack(state, turn, unit, post.id);
}

/** Defenders who have marched up while the post is stormed: they go in, or hold back at bad odds. */
export function takeIn(state: GameState, turn: Turn, one: AssaultState, post: PostState): void {
  for (const unit of unitsIn(state, turn.board, one.post, otherSide(one.side))) {
    if (unit.march === null || unit.march.path.length > 0) continue;
    const wanted = unit.march.purpose === 'counter-attack' ? unit.march.odds : 0;
    const odds = ownOdds(state, turn, one);
    unit.march = null;
    if (odds < wanted) holdBack(state, turn, post, unit, odds, wanted);
    else join(state, turn, one, post, unit);
  }
}

/** Defence to attack as the arriving commander finds it, permille. */
function ownOdds(state: GameState, turn: Turn, one: AssaultState): number {
  const { terms } = evenPulse(turn.rules, stormOf(state, turn, one));
  return Math.floor((terms.defence * 1000) / Math.max(1, terms.attack));
}

function join(state: GameState, turn: Turn, one: AssaultState, post: PostState, unit: UnitState): void {
  unit.duty = 'holding';
  one.joined.push(unit.id);
  one.joinedAt = clockOf(turn);
  const thrown = Math.floor((turn.rules.assault.reserveGain * unit.men) / turn.rules.assault.companyMen);
  setLodgement(state, turn, post, post.lodgement - thrown);
  turn.tell({ type: 'reserve-joined', side: otherSide(one.side), post: post.id, unit: unit.id, men: unit.men, lodgement: post.lodgement });
}

/** The besieger storms again while a lodgement is being cleared: those who were clearing it turn and hold. */
export function turnToDefence(state: GameState, turn: Turn, post: PostState): void {
  for (const one of state.assaults) {
    if (one.post !== post.id || one.side !== 'garrison' || one.ended !== 'no') continue;
    one.ended = 'halted';
    for (const id of one.lead) {
      const unit = unitOf(state, turn.board, id);
      if (unit.duty === 'storming') unit.duty = 'holding';
    }
    turn.tell({ type: 'assault-ended', side: one.side, post: post.id, how: 'halted', lost: one.lost });
  }
}
