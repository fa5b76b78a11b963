/**
 * Assault: storming a post, pulse by pulse, until it is won, halted or thrown back.
 *
 * Each pulse does harm first and moves ground second (`storm.ts`). The echelon follows by its standing order;
 * reserves of the defender who have arrived throw the attacker back if the odds allow it. An assault stops when its
 * losses pass what its men will bear; what it holds of a hill stays contested, on flat ground much of it is given
 * up at first light. The garrison storms in the same way what it has lost, a whole post or a corner of one. Will
 * pays for losses and failure and gains by success. Source: rule set, group `assault`.
 */
import { at, postOf, rowOf } from '../board.ts';
import { goIn, newAssault, takeIn, turnToDefence } from '../counter-attack.ts';
import { postFalls } from '../fall.ts';
import { giveUpAtFirstLight, hemPostIn, setLodgement } from '../lodgement.ts';
import { permille, share } from '../numbers.ts';
import { cohesionOf, hurtAll, menOf, unitOf } from '../people.ts';
import { protectiveFireOf } from '../protective-fire.ts';
import type { Stream } from '../random.ts';
import { moveWill } from '../regiments.ts';
import { fallBack } from '../routes.ts';
import { otherSide } from '../scenario.ts';
import { leadOf, sidesOf } from '../storm-sides.ts';
import type { Sides } from '../storm-sides.ts';
import { canStorm, formationRowsOf, goesIn, jumpOffHex, jumpOffMetres, ownShare, stormBetween } from '../storm-state.ts';
import { stormPulse } from '../storm.ts';
import type { Storm, StormOutcome } from '../storm.ts';
import type { AssaultState, FormationState, GameState, PostState, UnitState } from '../state.ts';
import { stand } from '../stations.ts';
import { clockOf, ordersDue } from '../turn-context.ts';
import type { Given, Turn } from '../turn-context.ts';

/** One pulse of every assault. */
export function assault(state: GameState, turn: Turn): void {
  if (turn.pulse === 0 && !turn.night) firstLight(state, turn);
  for (const given of ordersDue(turn, 'break-off')) breakOff(state, turn, given);
  for (const given of ordersDue(turn, 'assault')) open(state, turn, given);
  goIn(state, turn);
  if (state.assaults.length === 0) return;
  for (const one of state.assaults) if (one.ended === 'no') fight(state, turn, one);
  state.assaults = state.assaults.filter((one) => one.ended === 'no');
}

/** Storms that have lasted through the night are not pressed by day; on flat ground what they hold is half given up. */
function firstLight(state: GameState, turn: Turn): void {
  const { dawnPulses, dawnPress } = turn.rules.assault;
  for (const post of state.posts) giveUpAtFirstLight(state, turn, post);
  for (const one of state.assaults) {
    const { lodgement } = at(state.posts, rowOf(turn.board.postRow, one.post));
    if (one.side === 'besieger' && clockOf(turn) - one.begun >= dawnPulses && lodgement < dawnPress) halt(state, turn, one);
  }
}

function breakOff(state: GameState, turn: Turn, given: Given): void {
  const { order } = given;
  if (order.kind !== 'break-off') return;
  given.done = true;
  const running = state.assaults.filter((one) => one.post === order.post && one.side === given.side && one.ended === 'no');
  if (running.length === 0) return tellVoid(turn, given);
  for (const one of running) halt(state, turn, one);
}

function tellVoid(turn: Turn, given: Given): void {
  turn.tell({ type: 'order-void', side: given.side, order: given.index, kind: given.order.kind });
}

/** The units of an order go in, if the post is still to be had and they are near enough. */
function open(state: GameState, turn: Turn, given: Given): void {
  const { order } = given;
  if (order.kind !== 'assault') return;
  const may = canStorm(state, turn, given);
  given.done = true;
  if (!may) return tellVoid(turn, given);
  const post = at(state.posts, rowOf(turn.board.postRow, order.post));
  const from = jumpOffHex(state, turn, post.id);
  const lead = readyOf(state, turn, order.lead, from);
  turnToDefence(state, turn, post);
  const one = newAssault(turn, given.side, post.id, lead, order.echelon, order.echelonAfter);
  one.protectiveFire = protectiveFireOf(state, turn, post.id, otherSide(given.side));
  state.assaults.push(one);
  for (const unit of lead) sendIn(turn, unit, from);
  turn.tell({ type: 'assault-began', side: given.side, post: post.id, lead: [...one.lead], men: one.men, jumpOffMetres: jumpOffMetres(state, turn, post.id) });
}

/** Those of some units who are fit to storm and near enough. */
function readyOf(state: GameState, turn: Turn, ids: readonly string[], from: number): UnitState[] {
  const ready: UnitState[] = [];
  for (const id of ids) {
    const unit = unitOf(state, turn.board, id);
    if (goesIn(turn, unit, from)) ready.push(unit);
  }
  return ready;
}

function sendIn(turn: Turn, unit: UnitState, from: number): void {
  unit.duty = 'storming';
  stand(turn, unit, null);
  unit.march = null;
  unit.hex = from;
}

/** An assault in its hour, with the post and those who fight for it. */
interface Fight {
  readonly one: AssaultState;
  readonly post: PostState;
  readonly sides: Sides;
  readonly storm: Storm;
}

function fight(state: GameState, turn: Turn, one: AssaultState): void {
  const { chance, lossSpread } = turn.rules.assault;
  const post = at(state.posts, rowOf(turn.board.postRow, one.post));
  commitEchelon(state, turn, one, post);
  let sides = sidesOf(state, turn, one, post);
  if (takeIn(state, turn, one, post, sides.defenders)) sides = sidesOf(state, turn, one, post);
  const hour: Fight = { one, post, sides, storm: stormBetween(state, turn, one, post, sides) };
  const stream = turn.draws('assault', one.post);
  const roll = stream.below(2 * chance + 1);
  harm(state, turn, hour, stormPulse(turn.rules, hour.storm, roll, stream.below(2 * lossSpread + 1)), stream);
  settle(state, turn, hour);
}

/** The second wave, when its time has come. */
function commitEchelon(state: GameState, turn: Turn, one: AssaultState, post: PostState): void {
  if (one.echelon.length === 0 || clockOf(turn) - one.begun < one.echelonAfter) return;
  const from = jumpOffHex(state, turn, post.id);
  const units = readyOf(state, turn, one.echelon, from);
  one.echelon = [];
  if (units.length === 0) return;
  one.lead = [...one.lead, ...units.map(({ id }) => id)];
  one.men += menOf(units);
  for (const unit of units) sendIn(turn, unit, from);
  turn.tell({ type: 'echelon-committed', side: one.side, post: post.id, units: units.map(({ id }) => id), men: menOf(units) });
}

function harm(state: GameState, turn: Turn, { one, post, sides }: Fight, outcome: StormOutcome, stream: Stream): void {
  const { assault: rules } = turn.rules;
  const attackersLost = hurtAll(state, turn, sides.attackers, outcome.attackersLost, rules.killedShare, 'assault');
  const defendersLost = hurtAll(state, turn, sides.defenders, outcome.defendersLost, rules.defenderKilled, 'assault');
  loseTanks(turn, post, one.side === 'garrison' ? sides.attackers : sides.defenders, stream);
  loseTanks(turn, post, sides.tanks, stream);
  one.lost += attackersLost;
  const clearing = one.side === 'garrison' && post.holder === 'contested';
  setLodgement(state, turn, post, clearing ? 1000 - outcome.lodgement : outcome.lodgement);
  if (one.enteredAt < 0 && post.lodgement > 0) one.enteredAt = clockOf(turn);
  turn.tell({ type: 'assault-pulse', side: one.side, post: post.id, odds: outcome.odds, lodgement: post.lodgement, attackersLost, defendersLost });
}

/** Tanks in close fighting may be hit for good. */
function loseTanks(turn: Turn, post: PostState, units: readonly UnitState[], stream: Stream): void {
  for (const unit of units) {
    if (unit.tanks === 0 || stream.below(1000) >= unit.tanks * turn.rules.assault.tankLoss) continue;
    unit.tanks -= 1;
    turn.tell({ type: 'tanks-lost', side: 'garrison', post: post.id, unit: unit.id, tanks: 1 });
  }
}

/** Won, halted, or on into the next pulse; nobody has come or gone since the hour began, but some have fallen. */
function settle(state: GameState, turn: Turn, { one, post, sides, storm }: Fight): void {
  const clearing = one.side === 'garrison' && post.holder !== 'besieger';
  const held = menOf(sides.defenders) >= turn.rules.surrender.minMen;
  if (clearing && (post.holder === 'garrison' || !held)) return clear(state, turn, one, post);
  if (!clearing && (post.lodgement >= 1000 || !held)) return win(state, turn, one, post);
  // The will of regiments moves when an assault is over; companies of the garrison have lost men in this hour.
  const drive = one.side === 'besieger' ? storm.will : cohesionOf(sides.attackers);
  if (permille(one.lost, one.men) >= toleranceOf(turn, one, post, drive)) halt(state, turn, one);
}

/** The post is theirs; the besieger's will has paid for it and gains by it. */
function win(state: GameState, turn: Turn, one: AssaultState, post: PostState): void {
  const units = leadOf(state, turn, one);
  postFalls(state, turn, post, one.side, 'stormed');
  for (const formation of regimentsOf(state, turn, units)) {
    moveWill(turn, formation, -share(turn.rules.assault.willLoss, permille(one.lost, one.men)), 'losses');
    moveWill(turn, formation, turn.rules.assault.willWin, 'won');
  }
}

/** The last of the lodgement is gone: those who threw it out stay in the post. */
function clear(state: GameState, turn: Turn, one: AssaultState, post: PostState): void {
  one.ended = 'won';
  setLodgement(state, turn, post, 0);
  for (const unit of leadOf(state, turn, one)) stayInside(turn, unit, post);
  turn.tell({ type: 'assault-ended', side: one.side, post: post.id, how: 'won', lost: one.lost });
}

function stayInside(turn: Turn, unit: UnitState, post: PostState): void {
  if (unit.duty !== 'storming') return;
  unit.duty = 'holding';
  stand(turn, unit, post.id);
  unit.hex = postOf(turn.board, post.id).hex;
}

/** Permille of its men that an assault with so much drive will bear to lose. */
function toleranceOf(turn: Turn, one: AssaultState, post: PostState, drive: number): number {
  const { assault: rules } = turn.rules;
  const bears = share(rules.tolerance, rules.toleranceFloor + share(1000 - rules.toleranceFloor, drive));
  return bears + share(bears, share(rules.toleranceLodged, ownShare(post, one.side)));
}

/** Broken off, by order or because its men bear no more. */
function halt(state: GameState, turn: Turn, one: AssaultState): void {
  const post = at(state.posts, rowOf(turn.board.postRow, one.post));
  const units = leadOf(state, turn, one);
  one.ended = 'halted';
  if (one.side === 'besieger') {
    post.failedAssaults += 1;
    post.stormedAt = clockOf(turn);
    turn.counted.stormed = post.stormedAt;
  }
  for (const unit of units) if (unit.duty === 'storming') standDown(state, turn, one, unit, post);
  turn.tell({ type: 'assault-ended', side: one.side, post: one.post, how: 'halted', lost: one.lost });
  for (const formation of regimentsOf(state, turn, units)) {
    moveWill(turn, formation, -share(turn.rules.assault.willLoss, permille(one.lost, one.men)), 'losses');
    moveWill(turn, formation, -share(turn.rules.assault.willFail, post.lodgement >= HALF ? turn.rules.assault.willLodged : 1000), 'failed');
  }
}

/** The besieger's men wait in the trench, his own or the one they have taken; the garrison's hold what is theirs, or go back to camp. */
function standDown(state: GameState, turn: Turn, one: AssaultState, unit: UnitState, post: PostState): void {
  if (one.side === 'besieger') {
    unit.duty = 'waiting';
    if (post.holder === 'contested') unit.hex = postOf(turn.board, post.id).hex;
  } else if (post.holder === 'besieger') fallBack(state, turn, unit, one.post);
  else stayInside(turn, unit, post);
}

/** Half of a post. */
const HALF = 500;

function regimentsOf(state: GameState, turn: Turn, units: readonly UnitState[]): FormationState[] {
  const rows = formationRowsOf(turn, units).filter((row) => at(turn.board.formations, row).side === 'besieger');
  return rows.sort((a, b) => a - b).map((row) => at(state.formations, row));
}

/** At the end of a turn without an assault the holders win a little of a contested post back. */
export function hemIn(state: GameState, turn: Turn): void {
  for (let row = 0; row < state.posts.length; row += 1) hemPostIn(state, turn, row);
}
