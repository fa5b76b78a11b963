/**
 * Companies of the garrison that have marched up: into an assault that goes on, at a lodgement, or at a lost post.
 *
 * Those who stand before one post in the same hour go in together; each of them turns back at odds that are worse
 * than its order allows. In a contested post they fight from the part that the garrison still holds.
 */
import { at, rowOf } from './board.ts';
import { setLodgement } from './lodgement.ts';
import { menOf, unitOf } from './people.ts';
import { fallBack } from './routes.ts';
import { otherSide } from './scenario.ts';
import type { SideId } from './scenario.ts';
import type { AssaultState, GameState, March, PostState, UnitState } from './state.ts';
import { evenPulse } from './storm.ts';
import { runningAt, stormOf } from './storm-state.ts';
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
  if (turn.counted.counterAttackers === 0) return;
  const posts = postsBefore(state, turn);
  for (let index = 0; index < posts.length; index += 1) {
    const id = at(posts, index);
    const units = state.units.filter((unit) => unit.march?.post === id && standsBefore(state, turn, unit.march));
    strike(state, turn, at(state.posts, rowOf(turn.board.postRow, id)), units);
  }
}

/** Posts before which companies stand; counts those who are still on their way, too. */
function postsBefore(state: GameState, turn: Turn): string[] {
  const rows = turn.board.rows.garrison.units;
  const posts: string[] = [];
  turn.counted.counterAttackers = 0;
  for (let index = 0; index < rows.length; index += 1) {
    const march = state.units[rows[index] ?? -1]?.march ?? null;
    if (march === null || march.purpose !== 'counter-attack') continue;
    turn.counted.counterAttackers += 1;
    if (standsBefore(state, turn, march) && !posts.includes(march.post)) posts.push(march.post);
  }
  return posts;
}

/** A march up to a lost post, or into one with a lodgement that no assault of the besieger defends, that is at its end. */
function standsBefore(state: GameState, turn: Turn, march: March): boolean {
  if (march.purpose !== 'counter-attack' || march.path.length > 0 || march.wait > 0) return false;
  const { holder } = at(state.posts, rowOf(turn.board.postRow, march.post));
  return holder === 'besieger' || (holder === 'contested' && runningAt(state, march.post, 'besieger') === undefined);
}

/** They go in, beside those who are at it already; at bad odds some or all of them turn back. */
function strike(state: GameState, turn: Turn, post: PostState, units: readonly UnitState[]): void {
  const running = runningAt(state, post.id, 'garrison');
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

/** Defenders who have marched up while the post is stormed: they go in, or hold back at bad odds. True where one has come. */
export function takeIn(state: GameState, turn: Turn, one: AssaultState, post: PostState, defenders: readonly UnitState[]): boolean {
  let came = false;
  for (let index = 0; index < defenders.length; index += 1) {
    const unit = at(defenders, index);
    if (unit.march === null || unit.march.path.length > 0 || unit.post !== one.post) continue;
    comeUp(state, turn, one, post, unit, unit.march);
    came = true;
  }
  return came;
}

function comeUp(state: GameState, turn: Turn, one: AssaultState, post: PostState, unit: UnitState, march: March): void {
  const wanted = march.purpose === 'counter-attack' ? march.odds : 0;
  const odds = ownOdds(state, turn, one);
  unit.march = null;
  if (odds < wanted) holdBack(state, turn, post, unit, odds, wanted);
  else join(state, turn, one, post, unit);
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
