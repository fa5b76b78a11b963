/**
 * Morale: how far men hold together, and why.
 *
 * Losses, shelling, an attacker inside the post, a gallery under it, the loss of the commander and the fall of
 * neighbours take cohesion hour by hour; an attack beaten off and the arrival of a reserve give some back. At the end
 * of a turn rest, rain, hunger, a post that is cut off, wounded who wait, guns without shells, a staff that no longer
 * leads, and the length of it all do their part, and men who jump in give heart. Each change carries its causes.
 * Better cadres soften the loss. A unit under attack whose cohesion is gone breaks; a post whose every unit has
 * broken is lost. Source: rule set, group `morale`.
 */
import { at, metresApart, postOf } from '../board.ts';
import { campRows, countCamps, shellsATube } from '../camps.ts';
import type { CampCount } from '../camps.ts';
import { moveCohesion, moveCohesionBy, pointsOf, softening } from '../cohesion.ts';
import type { Change } from '../cohesion.ts';
import { postFalls } from '../fall.ts';
import { permille, share } from '../numbers.ts';
import { unitsIn } from '../people.ts';
import type { UnitFacts } from '../scenario.ts';
import { rowsWhere } from '../side-rows.ts';
import { PULSES } from '../state.ts';
import type { GameState, PostState, UnitState } from '../state.ts';
import { contestedOf, whereOf } from '../stations.ts';
import { isHeadless } from '../storm-state.ts';
import { clockOf } from '../turn-context.ts';
import type { Turn } from '../turn-context.ts';

/** After the fighting of a pulse. */
export function morale(state: GameState, turn: Turn): void {
  const hour = hourOf(state, turn);
  const { killed, wounded } = state.ledger.garrison;
  const { counted } = turn;
  if (killed + wounded !== counted.hurt || hour.tried.length > 0 || hour.news) countHour(state, turn, hour, counted.hurt < 0);
  counted.hurt = killed + wounded;
  for (const row of hour.contested) {
    const post = at(state.posts, row);
    if (post.holder === 'contested') breakUnits(state, turn, post);
  }
}

/** What men feel of an hour, by posts. */
interface Hour {
  /** Rows of those with an attacker inside; and of these with those where fire is felt, in any order and some of them twice. */
  readonly contested: readonly number[];
  readonly tried: readonly number[];
  /** Those that fell in this hour, and those where an attack failed or that were taken back. */
  readonly fallen: readonly PostState[];
  readonly saved: readonly PostState[];
  /** True where some fell or were saved. */
  readonly news: boolean;
}

function hourOf(state: GameState, turn: Turn): Hour {
  const { counted } = turn;
  const contested = contestedOf(state, turn);
  const tried = triedIn(state, turn, contested);
  const clock = clockOf(turn);
  if (state.ring.changes === counted.heard && counted.stormed < clock) return { contested, tried, fallen: NONE, saved: NONE, news: false };
  counted.heard = state.ring.changes;
  const fallen = state.posts.filter((post) => post.holder === 'besieger' && post.heldSince === clock);
  const saved = state.posts.filter((post) => post.holder === 'garrison' && post.stormedAt >= 0 && (post.heldSince === clock || post.stormedAt === clock));
  return { contested, tried, fallen, saved, news: fallen.length + saved.length > 0 };
}

function triedIn({ posts }: GameState, { counted, rules }: Turn, contested: readonly number[]): readonly number[] {
  const keptDown = counted.keptDown ?? rowsWhere(posts, ({ suppression }) => suppression > 0);
  if (keptDown.length === 0) return contested;
  const tried: number[] = [];
  for (const row of keptDown) if (at(posts, row).suppression * rules.morale.shelling >= 1000) tried.push(row);
  for (const row of contested) tried.push(row);
  return tried;
}

const NONE: readonly PostState[] = [];

/**
 * The hour of every unit that has men left; unless `all` of them may have changed since morale last looked, of those
 * alone who were hurt, got away from a post, or stand in one that is tried.
 */
function countHour(state: GameState, turn: Turn, hour: Hour, all: boolean): void {
  const { marked } = turn.board.battleOrder.paper;
  const { post, struck } = whereOf(state, turn);
  const rows = turn.board.rows.garrison.units;
  const nowhere = state.posts.length;
  for (let index = 0; index < hour.tried.length; index += 1) marked[hour.tried[index] ?? 0] = 1;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const here = post[row] ?? nowhere;
    const felt = here !== nowhere && (hour.news || marked[here] === 1);
    if (!felt && !all && struck[row] === 0) continue;
    struck[row] = 0;
    const unit = at(state.units, row);
    if (unit.men === 0) continue;
    if (felt || unit.lostLately > 0) shake(state, turn, row, felt ? at(state.posts, here) : null, hour);
    unit.lostLately = 0;
    unit.menBefore = unit.men;
  }
  for (let index = 0; index < hour.tried.length; index += 1) marked[hour.tried[index] ?? 0] = 0;
}

/** What an hour does to one unit, each change with its cause; `post` is its own, if the hour is felt there. */
function shake(state: GameState, turn: Turn, row: number, post: PostState | null, hour: Hour): void {
  const { morale: rules } = turn.rules;
  const unit = at(state.units, row);
  const facts = at(turn.board.units, row);
  const soft = softening(turn, unit);
  const lost = unit.lostLately === 0 ? 0 : share(share(rules.loss, permille(unit.lostLately, unit.menBefore)), soft);
  const shelled = post === null ? 0 : share(share(rules.shelling, post.suppression), soft);
  const more = post !== null && (hour.news || post.holder === 'contested');
  if (!more && lost === 0 && shelled === 0) return;
  const changes: Change[] = [];
  lose(changes, 'losses', lost);
  lose(changes, 'shelling', shelled);
  if (more) feel(state, turn, unit, facts, post, hour, soft, changes);
  moveCohesion(turn, unit, facts, changes);
}

/** What men in a post feel of an attacker inside, and of posts that fell or were saved. */
function feel(state: GameState, turn: Turn, unit: UnitState, facts: UnitFacts, post: PostState, hour: Hour, soft: number, changes: Change[]): void {
  const { morale: rules } = turn.rules;
  if (post.holder === 'contested') {
    lose(changes, 'lodged', share(share(rules.lodged, post.lodgement), soft));
    if (isHeadless(state, turn, unit)) lose(changes, 'headless', share(rules.headless, soft));
    if (wasJoined(state, turn, post)) lose(changes, 'reinforced', -rules.reinforced);
  }
  if (!hour.news) return;
  lose(changes, 'neighbour-fell', share(shockOf(turn, post, facts, hour.fallen), soft));
  lose(changes, 'success', -comfortOf(turn, post, hour.saved));
}

/** True where a reserve came up in this hour. */
function wasJoined(state: GameState, turn: Turn, post: PostState): boolean {
  for (const one of state.assaults) if (one.joinedAt === clockOf(turn) && one.post === post.id) return true;
  return false;
}

/** Adds a cause that takes so many points (or gives, where they are fewer than nought). */
function lose(changes: Change[], cause: Change['cause'], points: number): void {
  if (points !== 0) changes.push({ cause, points: -points });
}

/** What the posts that fell in this hour mean to men in another post. */
function shockOf(turn: Turn, post: PostState, facts: UnitFacts, fallen: readonly PostState[]): number {
  const { morale: rules } = turn.rules;
  if (fallen.length === 0) return 0;
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

/** What attacks that failed and posts that were taken back mean to the men there and to the rest of the camp. */
function comfortOf(turn: Turn, post: PostState, saved: readonly PostState[]): number {
  let points = 0;
  for (const { id } of saved) {
    if (id === post.id) points += turn.rules.morale.success;
    else if (postOf(turn.board, id).facts.camp === postOf(turn.board, post.id).facts.camp) points += turn.rules.morale.successFar;
  }
  return points;
}

/** Units that will not fight on, and the post if none will. */
function breakUnits(state: GameState, turn: Turn, post: PostState): void {
  const units = unitsIn(state, turn, post.id, 'garrison');
  let fighting = 0;
  for (const unit of units) {
    if (fightsOn(state, turn, unit)) fighting += 1;
    else if (unit.duty !== 'broken') {
      unit.duty = 'broken';
      turn.tell({ type: 'unit-broke', side: 'garrison', unit: unit.id, post: post.id });
    }
  }
  if (units.length > 0 && fighting === 0) postFalls(state, turn, post, 'besieger', 'broke');
}

function fightsOn(state: GameState, turn: Turn, unit: UnitState): boolean {
  const { breakAt, breakHeadless } = turn.rules.morale;
  return unit.duty !== 'broken' && unit.cohesion >= breakAt + (isHeadless(state, turn, unit) ? breakHeadless : 0);
}

/** At the end of the turn: what the half-day as a whole did to each unit. */
export function rest(state: GameState, turn: Turn): void {
  const common = commonOf(state, turn);
  const leaderless = leaderlessOf(state, turn);
  const { garrison, besieger } = turn.board.rows;
  const { post: posts } = whereOf(state, turn);
  const camps = campRows(state, turn);
  for (let index = 0; index < besieger.units.length; index += 1) rally(at(state.units, at(besieger.units, index)));
  for (let index = 0; index < garrison.units.length; index += 1) {
    const row = at(garrison.units, index);
    const unit = at(state.units, row);
    if (unit.men === 0) continue;
    rally(unit);
    const led = leaderless === null || leaderless[at(turn.board.unitFormation, row)] !== true;
    const camp = camps[row] ?? -1;
    endHalfDay(state, turn, row, posts[row] ?? 0, camp < 0 ? NOTHING : at(common, camp), led);
  }
}

/** Units that broke stand again. */
function rally(unit: UnitState): void {
  unit.lostLately = 0;
  if (unit.duty === 'broken') unit.duty = unit.post === null ? 'waiting' : 'holding';
}

/** Changes with their sum. */
interface Summed {
  readonly changes: readonly Change[];
  readonly points: number;
}

/** What those have in common who belong to no camp. */
const NOTHING: Summed = { changes: [], points: 0 };

/** What all men of a camp have in common, camp by camp; what they rest comes first. */
function commonOf(state: GameState, turn: Turn): Summed[] {
  const { morale: rules } = turn.rules;
  const { valley } = state.sky;
  const counts = countCamps(state, turn);
  const jumped = state.ledger.garrison.jumped - state.air.jumpedSeen;
  state.air.jumpedSeen += jumped;
  return state.camps.map((camp, row) => {
    const changes: Change[] = [];
    const shells = shellsATube(state, turn, row);
    lose(changes, 'rest', -rules.recover);
    lose(changes, 'wear', rules.wear);
    if (valley === 'rain' || valley === 'storm') lose(changes, 'rain', rules.wet);
    lose(changes, 'hunger', share(rules.hunger, camp.hunger));
    lose(changes, 'wounded-waiting', share(rules.woundedWaiting, waitingShare(camp.serious + camp.light, at(counts, row))));
    if (shells !== null && shells < rules.shellsATube) lose(changes, 'no-shells', rules.noShells);
    lose(changes, 'relief', -share(rules.relief, jumped));
    return { changes, points: pointsOf(changes) };
  });
}

/** Wounded who wait for each thousand fit men, at most as many. */
function waitingShare(waiting: number, count: CampCount): number {
  return Math.min(1000, permille(waiting, count.men));
}

/** Formations that nobody leads now: without a commander, or under a staff that is shocked; null where all are led. */
function leaderlessOf({ formations }: GameState, turn: Turn): boolean[] | null {
  const clock = clockOf(turn);
  let lost: boolean[] | null = null;
  for (let row = 0; row < formations.length; row += 1) {
    const { headlessUntil, shockedUntil } = at(formations, row);
    if (headlessUntil <= clock && shockedUntil <= clock) continue;
    lost ??= formations.map(() => false);
    lost[row] = true;
  }
  return lost === null ? null : turn.board.battleOrder.chain.map((chain) => isUnder(lost, chain));
}

/** True where a formation or one above it is marked. */
function isUnder(marked: readonly boolean[], chain: readonly number[]): boolean {
  for (const row of chain) if (at(marked, row)) return true;
  return false;
}

/** One unit's half-day: its camp's, and what is its own. */
function endHalfDay(state: GameState, turn: Turn, row: number, postRow: number, common: Summed, led: boolean): void {
  const { morale: rules } = turn.rules;
  const unit = at(state.units, row);
  const facts = at(turn.board.units, row);
  const post = state.posts[postRow] ?? null;
  const lodged = post !== null && post.holder === 'contested';
  const cutOff = post !== null && post.cutOffSince >= 0 && clockOf(turn) - post.cutOffSince > rules.cutOffAfter * PULSES;
  if (led && !lodged && !cutOff) return moveCohesionBy(turn, unit, facts, common.changes, common.points);
  const changes = lodged ? common.changes.filter(({ cause }) => cause !== 'rest') : [...common.changes];
  if (lodged) lose(changes, 'lodged', rules.lodgedTurn);
  if (!led) lose(changes, 'headless', rules.staffShocked);
  if (cutOff) lose(changes, 'cut-off', rules.cutOff);
  moveCohesion(turn, unit, facts, changes);
}
