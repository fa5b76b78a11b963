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
import { at, metresApart, postOf, rowOf } from '../board.ts';
import { campOf, countCamps, shellsATube } from '../camps.ts';
import type { CampCount } from '../camps.ts';
import { moveCohesion, softening } from '../cohesion.ts';
import type { Change } from '../cohesion.ts';
import { postFalls } from '../fall.ts';
import { permille, share } from '../numbers.ts';
import { unitsIn } from '../people.ts';
import type { UnitFacts } from '../scenario.ts';
import { PULSES } from '../state.ts';
import type { GameState, PostState, UnitState } from '../state.ts';
import { isHeadless } from '../storm-state.ts';
import { clockOf } from '../turn-context.ts';
import type { Turn } from '../turn-context.ts';

/** After the fighting of a pulse. */
export function morale(state: GameState, turn: Turn): void {
  const news = newsOf(state, turn);
  const quiet = news.fallen.length + news.saved.length === 0 && !state.posts.some(isTried);
  for (const row of turn.board.camps.garrisonUnits) {
    const unit = at(state.units, row);
    if (unit.men === 0) continue;
    if (!quiet || unit.lostLately > 0) hour(state, turn, row, unit, news);
    unit.lostLately = 0;
    unit.menBefore = unit.men;
  }
  for (const post of state.posts) if (post.holder === 'contested') breakUnits(state, turn, post);
}

/** Posts that fell, and posts where an attack failed or that were taken back, in this hour. */
interface News {
  readonly fallen: readonly PostState[];
  readonly saved: readonly PostState[];
}

function newsOf(state: GameState, turn: Turn): News {
  const clock = clockOf(turn);
  const fallen: PostState[] = [];
  const saved: PostState[] = [];
  for (const post of state.posts) {
    if (post.holder === 'besieger' && post.heldSince === clock) fallen.push(post);
    else if (post.holder === 'garrison' && (post.stormedAt === clock || (post.heldSince === clock && post.stormedAt >= 0))) saved.push(post);
  }
  return { fallen, saved };
}

/** Under fire, or with an attacker inside. */
function isTried({ suppression, holder }: PostState): boolean {
  return suppression > 0 || holder === 'contested';
}

/** The hour of one unit; most hours nothing happens to it. */
function hour(state: GameState, turn: Turn, row: number, unit: UnitState, news: News): void {
  const post = unit.post === null ? null : at(state.posts, rowOf(turn.board.postRow, unit.post));
  const quiet = post === null || (!isTried(post) && news.fallen.length + news.saved.length === 0);
  if (quiet && unit.lostLately === 0) return;
  const facts = at(turn.board.units, row);
  const changes = changesOf(state, turn, unit, facts, post, news);
  if (changes.length > 0) moveCohesion(turn, unit, facts, changes);
}

/** The hour's changes, each with its cause. */
function changesOf(state: GameState, turn: Turn, unit: UnitState, facts: UnitFacts, post: PostState | null, news: News): Change[] {
  const { morale: rules } = turn.rules;
  const soft = softening(turn, unit);
  const changes: Change[] = [];
  lose(changes, 'losses', share(share(rules.loss, permille(unit.lostLately, unit.menBefore)), soft));
  if (post === null) return changes;
  lose(changes, 'shelling', share(share(rules.shelling, post.suppression), soft));
  if (post.holder === 'contested') {
    lose(changes, 'lodged', share(share(rules.lodged, post.lodgement), soft));
    if (isHeadless(state, turn, unit)) lose(changes, 'headless', share(rules.headless, soft));
    if (state.assaults.some((one) => one.post === post.id && one.joinedAt === clockOf(turn))) lose(changes, 'reinforced', -rules.reinforced);
  }
  lose(changes, 'neighbour-fell', share(shockOf(turn, post, facts, news.fallen), soft));
  lose(changes, 'success', -comfortOf(turn, post, news.saved));
  return changes;
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
  const units = unitsIn(state, turn.board, post.id, 'garrison');
  for (const unit of units) {
    const floor = turn.rules.morale.breakAt + (isHeadless(state, turn, unit) ? turn.rules.morale.breakHeadless : 0);
    if (unit.duty === 'broken' || unit.cohesion >= floor) continue;
    unit.duty = 'broken';
    turn.tell({ type: 'unit-broke', side: 'garrison', unit: unit.id, post: post.id });
  }
  if (units.length > 0 && units.every((unit) => unit.duty === 'broken')) postFalls(state, turn, post, 'besieger', 'broke');
}

/** At the end of the turn: what the half-day as a whole did to each unit. */
export function rest(state: GameState, turn: Turn): void {
  const common = commonOf(state, turn);
  const leaderless = leaderlessOf(state, turn);
  for (const row of turn.board.camps.besiegerUnits) rally(at(state.units, row));
  for (const row of turn.board.camps.garrisonUnits) {
    const unit = at(state.units, row);
    if (unit.men === 0) continue;
    rally(unit);
    const ofCamp = common[campOf(state, turn.board, row)] ?? [];
    const led = leaderless === null || leaderless[at(turn.board.unitFormation, row)] !== true;
    moveCohesion(turn, unit, at(turn.board.units, row), halfDayOf(state, turn, unit, ofCamp, led));
  }
}

/** Units that broke stand again. */
function rally(unit: UnitState): void {
  unit.lostLately = 0;
  if (unit.duty === 'broken') unit.duty = unit.post === null ? 'waiting' : 'holding';
}

/** What all men of a camp have in common, camp by camp; what they rest comes first. */
function commonOf(state: GameState, turn: Turn): Change[][] {
  const { morale: rules } = turn.rules;
  const { valley } = state.sky;
  const counts = countCamps(state, turn.board);
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
    return changes;
  });
}

/** Wounded who wait for each thousand fit men, at most as many. */
function waitingShare(waiting: number, count: CampCount): number {
  return Math.min(1000, permille(waiting, count.men));
}

/** Formations that nobody leads now: without a commander, or under a staff that is shocked; null where all are led. */
function leaderlessOf(state: GameState, turn: Turn): boolean[] | null {
  const clock = clockOf(turn);
  const lost = state.formations.map(({ headlessUntil, shockedUntil }) => headlessUntil > clock || shockedUntil > clock);
  return lost.includes(true) ? lost.map((_, row) => isUnder(turn, lost, row)) : null;
}

/** True where a formation or one above it is marked. */
function isUnder(turn: Turn, marked: readonly boolean[], formation: number): boolean {
  let row = formation;
  // A chain is never longer than the list of formations.
  for (let step = 0; step < marked.length; step += 1) {
    if (at(marked, row)) return true;
    const { parent } = at(turn.board.formations, row);
    if (parent === null) return false;
    row = rowOf(turn.board.formationRow, parent);
  }
  return false;
}

/** One unit's half-day: its camp's, and what is its own. */
function halfDayOf(state: GameState, turn: Turn, unit: UnitState, common: readonly Change[], led: boolean): readonly Change[] {
  const { morale: rules } = turn.rules;
  const post = unit.post === null ? null : at(state.posts, rowOf(turn.board.postRow, unit.post));
  const lodged = post !== null && post.holder === 'contested';
  const cutOff = post !== null && post.cutOffSince >= 0 && clockOf(turn) - post.cutOffSince > rules.cutOffAfter * PULSES;
  if (led && !lodged && !cutOff) return common;
  const changes = lodged ? common.filter(({ cause }) => cause !== 'rest') : [...common];
  if (lodged) lose(changes, 'lodged', rules.lodgedTurn);
  if (!led) lose(changes, 'headless', rules.staffShocked);
  if (cutOff) lose(changes, 'cut-off', rules.cutOff);
  return changes;
}
