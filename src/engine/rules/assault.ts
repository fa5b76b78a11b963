/**
 * Assault: storming a post, pulse by pulse, until it is won, halted or thrown back.
 *
 * Each pulse does harm first and moves ground second (`storm.ts`). The echelon follows by its standing order;
 * reserves of the defender who have arrived throw the attacker back if the odds allow it. An assault stops when its
 * losses pass what its men will bear; what it holds of a hill stays contested, on flat ground much of it is given
 * up at first light. Will pays for losses and failure and gains by success. Source: rule set, group `assault`.
 */
import { at, postOf, rowOf } from '../board.ts';
import { changeHolder, postFalls } from '../fall.ts';
import { clamp, permille, share } from '../numbers.ts';
import { cohesionOf, hurtAll, menIn, menOf, unitOf, unitsIn } from '../people.ts';
import { jumpOffMetres, stormOf } from '../storm-state.ts';
import { fallBack } from '../routes.ts';
import { evenPulse, stormPulse } from '../storm.ts';
import { otherSide } from '../scenario.ts';
import type { SideId } from '../scenario.ts';
import type { StormOutcome } from '../storm.ts';
import type { AssaultState, FormationState, GameState, PostState, UnitState } from '../state.ts';
import { clockOf, ordersDue } from '../turn-context.ts';
import { sapTo } from '../trench.ts';
import type { Given, Turn } from '../turn-context.ts';
import { headHex } from '../watch.ts';

/** One pulse of every assault. */
export function assault(state: GameState, turn: Turn): void {
  if (turn.pulse === 0 && !turn.night) for (const post of state.posts) firstLight(turn, post);
  for (const given of ordersDue(turn, 'break-off')) {
    given.done = true;
    for (const one of state.assaults) if (one.post === given.order.post && one.side === given.side && one.ended === 'no') halt(state, turn, one);
  }
  for (const given of ordersDue(turn, 'assault')) open(state, turn, given);
  for (const unit of state.units) if (standsBeforeLostPost(state, turn, unit)) counterAttack(state, turn, unit);
  for (const one of state.assaults) if (one.ended === 'no') fight(state, turn, one);
  state.assaults = state.assaults.filter((one) => one.ended === 'no');
}

/** On flat ground, men who hold a corner of a post cannot stay in it by daylight. */
function firstLight(turn: Turn, post: PostState): void {
  if (post.lodgement === 0 || postOf(turn.board, post.id).hill) return;
  setLodgement(turn, post, share(post.lodgement, turn.rules.assault.flatDawn));
}

/** The units of an order go in, if the post is still to be had. */
function open(state: GameState, turn: Turn, given: Given): void {
  const { order } = given;
  if (order.kind !== 'assault') return;
  given.done = true;
  const post = at(state.posts, rowOf(turn.board.postRow, order.post));
  const lead = order.lead.map((id) => unitOf(state, turn.board, id)).filter(fitToStorm);
  const running = state.assaults.some((one) => one.post === post.id && one.ended === 'no');
  if (lead.length === 0 || running || post.holder === given.side) {
    return turn.tell({ type: 'order-void', side: given.side, order: given.index, kind: order.kind });
  }
  const assaultState = newAssault(turn, given.side, post.id, lead, order.echelon, order.echelonAfter);
  state.assaults.push(assaultState);
  for (const unit of lead) goIn(state, turn, unit, post);
  turn.tell({ type: 'assault-began', side: given.side, post: post.id, lead: assaultState.lead, men: assaultState.men, jumpOffMetres: jumpOffMetres(state, post.id) });
}

/** A company that has marched up to a post in the besieger's hands. */
function standsBeforeLostPost(state: GameState, turn: Turn, unit: UnitState): boolean {
  if (unit.march === null || unit.march.purpose !== 'counter-attack' || unit.march.path.length > 0 || unit.march.wait > 0) return false;
  return at(state.posts, rowOf(turn.board.postRow, unit.march.post)).holder === 'besieger';
}

/** It goes in alone, or beside those who are at it already; at bad odds it waits. */
function counterAttack(state: GameState, turn: Turn, unit: UnitState): void {
  const going = unit.march;
  if (going === null) return;
  const post = at(state.posts, rowOf(turn.board.postRow, going.post));
  unit.march = null;
  const running = state.assaults.find((one) => one.post === post.id && one.side === 'garrison' && one.ended === 'no');
  const one = running ?? newAssault(turn, 'garrison', post.id, [], [], 0);
  const sent = { ...one, lead: [...one.lead, unit.id], men: one.men + unit.men };
  const { odds } = evenPulse(turn.rules, stormOf(state, turn, sent));
  if (odds < going.odds) return holdBack(state, turn, sent, unit, odds, going.odds, 'garrison');
  unit.duty = 'storming';
  if (running !== undefined) {
    running.lead = sent.lead;
    running.men = sent.men;
    return;
  }
  state.assaults.push(sent);
  turn.tell({ type: 'assault-began', side: 'garrison', post: post.id, lead: sent.lead, men: sent.men, jumpOffMetres: 0 });
}

function newAssault(turn: Turn, side: SideId, post: string, lead: readonly UnitState[], echelon: readonly string[], echelonAfter: number): AssaultState {
  return {
    id: `${post}@${String(clockOf(turn))}`, side, post,
    lead: lead.map(({ id }) => id), echelon: [...echelon], echelonAfter,
    begun: clockOf(turn), men: menOf(lead), lost: 0, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no',
  };
}

/** The units that have gone in so far. */
function leadOf(state: GameState, turn: Turn, one: AssaultState): UnitState[] {
  return one.lead.map((id) => unitOf(state, turn.board, id));
}

function fitToStorm(unit: UnitState): boolean {
  return unit.men > 0 && unit.duty !== 'broken' && unit.duty !== 'storming' && unit.duty !== 'gone';
}

function goIn(state: GameState, turn: Turn, unit: UnitState, post: PostState): void {
  const approach = sapTo(state, post.id);
  unit.duty = 'storming';
  unit.post = null;
  unit.march = null;
  unit.hex = approach === undefined ? postOf(turn.board, post.id).hex : headHex(approach);
}

function fight(state: GameState, turn: Turn, one: AssaultState): void {
  const post = at(state.posts, rowOf(turn.board.postRow, one.post));
  commitEchelon(state, turn, one, post);
  takeIn(state, turn, one, post);
  const storm = stormOf(state, turn, one);
  const stream = turn.draws('assault', one.post);
  const roll = stream.below(2 * turn.rules.assault.chance + 1);
  const outcome = stormPulse(turn.rules, storm, roll, stream.below(2 * turn.rules.assault.lossSpread + 1));
  harm(state, turn, one, post, outcome);
  settle(state, turn, one, post);
}

/** The second wave, when its time has come. */
function commitEchelon(state: GameState, turn: Turn, one: AssaultState, post: PostState): void {
  if (one.echelon.length === 0 || clockOf(turn) - one.begun < one.echelonAfter) return;
  const units = one.echelon.map((id) => unitOf(state, turn.board, id)).filter(fitToStorm);
  one.echelon = [];
  if (units.length === 0) return;
  one.lead = [...one.lead, ...units.map(({ id }) => id)];
  one.men += menOf(units);
  for (const unit of units) goIn(state, turn, unit, post);
  turn.tell({ type: 'echelon-committed', side: one.side, post: post.id, units: units.map(({ id }) => id), men: menOf(units) });
}

/** Defenders who have marched up: they go in, or hold back at bad odds. */
function takeIn(state: GameState, turn: Turn, one: AssaultState, post: PostState): void {
  for (const unit of unitsIn(state, turn.board, one.post, otherSide(one.side))) {
    if (unit.march === null || unit.march.path.length > 0) continue;
    const wanted = unit.march.purpose === 'counter-attack' ? unit.march.odds : 0;
    const odds = ownOdds(state, turn, one);
    unit.march = null;
    if (odds < wanted) holdBack(state, turn, one, unit, odds, wanted, otherSide(one.side));
    else join(turn, one, post, unit);
  }
}

/** Defence to attack as the arriving commander finds it, permille. */
function ownOdds(state: GameState, turn: Turn, one: AssaultState): number {
  const { terms } = evenPulse(turn.rules, stormOf(state, turn, one));
  return Math.floor((terms.defence * 1000) / Math.max(1, terms.attack));
}

/** Worse than the order allows: the company turns back. */
function holdBack(state: GameState, turn: Turn, one: AssaultState, unit: UnitState, odds: number, wanted: number, side: SideId): void {
  turn.tell({ type: 'counter-attack-held-back', side, post: one.post, unit: unit.id, odds, wanted });
  fallBack(state, turn, unit, one.post);
}

function join(turn: Turn, one: AssaultState, post: PostState, unit: UnitState): void {
  unit.duty = 'holding';
  one.joined.push(unit.id);
  one.joinedAt = clockOf(turn);
  const thrown = Math.floor((turn.rules.assault.reserveGain * unit.men) / COMPANY_MEN);
  setLodgement(turn, post, post.lodgement - thrown);
  turn.tell({ type: 'reserve-joined', side: otherSide(one.side), post: post.id, unit: unit.id, men: unit.men, lodgement: post.lodgement });
}

/** The company on which the gain of a reserve is stated. */
const COMPANY_MEN = 130;

function harm(state: GameState, turn: Turn, one: AssaultState, post: PostState, outcome: StormOutcome): void {
  const { assault: rules } = turn.rules;
  const attackers = leadOf(state, turn, one);
  const defenders = unitsIn(state, turn.board, one.post, otherSide(one.side));
  const attackersLost = hurtAll(state, turn, attackers, outcome.attackersLost, rules.killedShare, 'assault');
  const defendersLost = hurtAll(state, turn, defenders, outcome.defendersLost, rules.defenderKilled, 'assault');
  one.lost += attackersLost;
  setLodgement(turn, post, outcome.lodgement);
  turn.tell({ type: 'assault-pulse', side: one.side, post: post.id, odds: outcome.odds, lodgement: post.lodgement, attackersLost, defendersLost });
}

/** Moves the line inside the post and says who holds it now. */
function setLodgement(turn: Turn, post: PostState, lodgement: number): void {
  const before = post.holder;
  post.lodgement = clamp(lodgement, 0, 1000);
  if (before === 'garrison' && post.lodgement > 0) changeHolder(turn, post, 'contested', 'entered');
  if (before === 'contested' && post.lodgement === 0) changeHolder(turn, post, 'garrison', 'cleared');
}

/** Won, halted, or on into the next pulse. */
function settle(state: GameState, turn: Turn, one: AssaultState, post: PostState): void {
  const taken = post.lodgement >= 1000;
  const held = menIn(state, turn.board, one.post, otherSide(one.side)) >= turn.rules.surrender.minMen;
  if (taken || !held) {
    const units = leadOf(state, turn, one);
    postFalls(state, turn, post, one.side, 'stormed');
    for (const formation of formationsOf(state, turn, units)) {
      moveWill(turn, formation, -share(turn.rules.assault.willLoss, permille(one.lost, one.men)), 'losses');
      moveWill(turn, formation, turn.rules.assault.willWin, 'won');
    }
    return;
  }
  if (permille(one.lost, one.men) >= toleranceOf(state, turn, one)) halt(state, turn, one);
}

/** Permille of its men that an assault will bear to lose. */
function toleranceOf(state: GameState, turn: Turn, one: AssaultState): number {
  const { assault: rules } = turn.rules;
  const units = leadOf(state, turn, one);
  const will = willOf(state, turn, units);
  const { lodgement } = at(state.posts, rowOf(turn.board.postRow, one.post));
  const bears = share(rules.tolerance, rules.toleranceFloor + share(1000 - rules.toleranceFloor, will));
  return bears + share(bears, share(rules.toleranceLodged, lodgement));
}

/** Mean will of the regiments that storm; a garrison's company goes by its cohesion. */
function willOf(state: GameState, turn: Turn, units: readonly UnitState[]): number {
  const formations = formationsOf(state, turn, units);
  const first = units[0];
  if (first !== undefined && at(turn.board.units, rowOf(turn.board.unitRow, first.id)).side === 'garrison') return cohesionOf(units);
  let sum = 0;
  for (const formation of formations) sum += formation.will;
  return formations.length === 0 ? 0 : Math.floor(sum / formations.length);
}

/** Broken off, by order or because its men bear no more. */
function halt(state: GameState, turn: Turn, one: AssaultState): void {
  const post = at(state.posts, rowOf(turn.board.postRow, one.post));
  const units = leadOf(state, turn, one);
  one.ended = 'halted';
  post.failedAssaults += 1;
  for (const unit of units) if (unit.duty === 'storming') standDown(state, turn, one, unit);
  turn.tell({ type: 'assault-ended', side: one.side, post: one.post, how: 'halted', lost: one.lost });
  for (const formation of formationsOf(state, turn, units)) {
    moveWill(turn, formation, -share(turn.rules.assault.willLoss, permille(one.lost, one.men)), 'losses');
    moveWill(turn, formation, -turn.rules.assault.willFail, 'failed');
  }
}

/** The besieger's men wait in their trench; the garrison's companies go back to camp. */
function standDown(state: GameState, turn: Turn, one: AssaultState, unit: UnitState): void {
  if (one.side === 'garrison') fallBack(state, turn, unit, one.post);
  else unit.duty = 'waiting';
}

function formationsOf(state: GameState, turn: Turn, units: readonly UnitState[]): FormationState[] {
  const ids = units.map((unit) => at(turn.board.units, rowOf(turn.board.unitRow, unit.id)).formation);
  return state.formations.filter((formation, row) => ids.includes(formation.id) && at(turn.board.formations, row).side === 'besieger');
}

function moveWill(turn: Turn, formation: FormationState, by: number, cause: 'losses' | 'failed' | 'won'): void {
  const before = formation.will;
  formation.will = clamp(before + by, 0, turn.rules.morale.willCap);
  if (formation.will !== before) turn.tell({ type: 'will-changed', formation: formation.id, to: formation.will, by: formation.will - before, cause });
}

/** At the end of a turn without an assault the holders win a little of a contested post back. */
export function hemIn(state: GameState, turn: Turn): void {
  for (const post of state.posts) {
    if (post.lodgement === 0 || state.assaults.some((one) => one.post === post.id)) continue;
    setLodgement(turn, post, post.lodgement - turn.rules.assault.lodgedRepair);
  }
}
