/** Reads the two sides of an assault off the state. */
import { at, postOf, rowOf } from './board.ts';
import { share } from './numbers.ts';
import { cohesionOf, menOf, qualityOf, unitOf, unitsIn } from './people.ts';
import { otherSide } from './scenario.ts';
import type { SideId } from './scenario.ts';
import { isWithin } from './sight.ts';
import { PULSES } from './state.ts';
import type { AssaultState, GameState, PostState, UnitState } from './state.ts';
import { sidesOf } from './storm-sides.ts';
import type { Sides } from './storm-sides.ts';
import type { Storm } from './storm.ts';
import { clockOf } from './turn-context.ts';
import { sapTo } from './trench.ts';
import type { Given, Turn } from './turn-context.ts';
import { clearness, headHex } from './watch.ts';

/** The pulse about to be fought. */
export function stormOf(state: GameState, turn: Turn, assault: AssaultState): Storm {
  const post = at(state.posts, rowOf(turn.board.postRow, assault.post));
  return stormBetween(state, turn, assault, post, sidesOf(state, turn, assault, post));
}

/** The same between sides that are gathered already. */
export function stormBetween(state: GameState, turn: Turn, assault: AssaultState, post: PostState, sides: Sides): Storm {
  const { attackers } = sides;
  const row = rowOf(turn.board.postRow, assault.post);
  const side = otherSide(assault.side);
  const storms = assault.side === 'besieger';
  const defenders = unbroken(sides.defenders);
  const lodged = !storms && post.holder === 'contested';
  const tanks = tanksComing(state, turn, post, sides.tanks);
  return {
    attackers: menOf(attackers) + (lodged ? share(holdingMen(state, turn, post), turn.rules.assault.holdersHelp) : 0),
    attackerQuality: qualityOf(attackers),
    will: driveOf(state, turn, attackers),
    defenders: menWhoHold(turn, post, side, menOf(defenders)),
    defenderQuality: qualityOf(defenders),
    cohesion: cohesionOf(defenders),
    suppression: lodged ? 0 : post.suppression,
    headless: anyHeadless(state, turn, defenders),
    works: lodged ? share(post.works, post.lodgement) : post.works,
    wire: lodged ? 0 : post.wire,
    lodgement: ownShare(post, assault.side),
    jumpOffMetres: storms ? jumpOffMetres(state, turn, post.id) : 0,
    support: sides.support,
    protectiveFire: assault.protectiveFire,
    first: clockOf(turn) === assault.begun,
    day: !turn.night && storms,
    defenderTanks: tanksOf(defenders) + (storms ? tanks : 0),
    attackerTanks: tanksOf(attackers) + (storms ? 0 : tanks),
    hill: at(turn.board.posts, row).hill,
    cutOffTurns: storms && post.cutOffSince >= 0 ? Math.floor((clockOf(turn) - post.cutOffSince) / PULSES) : 0,
    mined: storms && isMined(state, turn, post),
    clearness: clearness(turn.rules, state.sky.valley),
  };
}

/** Those who still fight. */
function unbroken(units: readonly UnitState[]): UnitState[] {
  const fighting: UnitState[] = [];
  for (let index = 0; index < units.length; index += 1) {
    const unit = at(units, index);
    if (unit.duty !== 'broken') fighting.push(unit);
  }
  return fighting;
}

/** Of the besieger's men no more find room in a post than on its front, and in a lodgement its share of them. */
function menWhoHold(turn: Turn, post: PostState, side: SideId, men: number): number {
  if (side === 'garrison') return men;
  const most = Math.min(men, turn.rules.assault.frontCap);
  return post.holder === 'contested' ? share(most, post.lodgement) : most;
}

/** Men of companies that hold what is left of a post while others throw the besieger out of the rest. */
function holdingMen(state: GameState, turn: Turn, post: PostState): number {
  let men = 0;
  for (const unit of unitsIn(state, turn, post.id, 'garrison')) if (unit.duty === 'holding') men += unit.men;
  return men;
}

/** How much of a post the attacker holds: of a contested post the garrison's assault holds what the besieger does not. */
export function ownShare(post: PostState, side: SideId): number {
  return side === 'garrison' && post.holder === 'contested' ? 1000 - post.lodgement : post.lodgement;
}

function isMined(state: GameState, turn: Turn, post: PostState): boolean {
  for (const gallery of state.galleries) if (gallery.firedTurn === turn.number && gallery.post === post.id) return true;
  return false;
}

/** True where an order to storm would break out of its trench now: its hour has come, and post and men are there. */
export function canStorm(state: GameState, turn: Turn, given: Given): boolean {
  const { order } = given;
  if (order.kind !== 'assault' || given.lost || given.done || given.from > turn.pulse) return false;
  const post = at(state.posts, rowOf(turn.board.postRow, order.post));
  if (post.holder === given.side || runningAt(state, post.id, given.side) !== undefined) return false;
  const from = jumpOffHex(state, turn, post.id);
  for (const id of order.lead) if (goesIn(turn, unitOf(state, turn.board, id), from)) return true;
  return false;
}

/** The assault of a side on a post that is going on; undefined where there is none. */
export function runningAt(state: GameState, post: string, side: SideId): AssaultState | undefined {
  for (const one of state.assaults) if (one.post === post && one.side === side && one.ended === 'no') return one;
  return undefined;
}

/** A unit that is fit to storm and near enough to the hex that it is stormed from to be there. */
export function goesIn(turn: Turn, unit: UnitState, from: number): boolean {
  if (unit.men === 0 || unit.duty === 'broken' || unit.duty === 'storming' || unit.duty === 'gone' || unit.duty === 'away') return false;
  return isWithin(turn.board, unit.hex, from, turn.rules.assault.nearMetres);
}

/** The hex from which a post is stormed: the head of the sap, or the post's own where there is none. */
export function jumpOffHex(state: GameState, turn: Turn, post: string): number {
  const approach = sapTo(state, post);
  return approach === undefined ? postOf(turn.board, post).hex : headHex(approach);
}

/** Metres from the trench head to the wire; farther than the exposure curve reaches where there is none. */
export function jumpOffMetres(state: GameState, turn: Pick<Turn, 'rules'>, post: string): number {
  const approach = sapTo(state, post);
  return approach === undefined ? turn.rules.assault.openMetres : approach.lengthMetres - approach.dugMetres;
}

/** What drives those who attack: the mean will of their regiments, or the cohesion of the garrison's companies. */
function driveOf(state: GameState, turn: Turn, units: readonly UnitState[]): number {
  const first = units[0];
  if (first === undefined) return 0;
  if (at(turn.board.units, rowOf(turn.board.unitRow, first.id)).side === 'garrison') return cohesionOf(units);
  const rows = formationRowsOf(turn, units);
  let sum = 0;
  for (const row of rows) sum += at(state.formations, row).will;
  return Math.floor(sum / rows.length);
}

/** Rows of the formations of some units, each once. */
export function formationRowsOf(turn: Turn, units: readonly UnitState[]): number[] {
  const rows: number[] = [];
  for (const unit of units) {
    const row = at(turn.board.unitFormation, rowOf(turn.board.unitRow, unit.id));
    if (!rows.includes(row)) rows.push(row);
  }
  return rows;
}

/** True while the battalion of a company has no commander. */
export function isHeadless(state: GameState, turn: Turn, unit: UnitState): boolean {
  const row = at(turn.board.unitFormation, rowOf(turn.board.unitRow, unit.id));
  return at(state.formations, row).headlessUntil > clockOf(turn);
}

/** True where one of some companies has no commander now. */
export function anyHeadless(state: GameState, turn: Turn, units: readonly UnitState[]): boolean {
  for (let index = 0; index < units.length; index += 1) if (isHeadless(state, turn, at(units, index))) return true;
  return false;
}

function tanksOf(units: readonly UnitState[]): number {
  let tanks = 0;
  for (let index = 0; index < units.length; index += 1) tanks += at(units, index).tanks;
  return tanks;
}

/** Tanks that drive up, shared among the posts of the camp that are fought for. */
function tanksComing(state: GameState, turn: Turn, post: PostState, near: readonly UnitState[]): number {
  const tanks = tanksOf(near);
  if (tanks === 0) return 0;
  const { camp } = postOf(turn.board, post.id).facts;
  let stormed = 0;
  for (const one of state.assaults) if (one.ended === 'no' && postOf(turn.board, one.post).facts.camp === camp) stormed += 1;
  return Math.ceil(tanks / Math.max(1, stormed));
}
