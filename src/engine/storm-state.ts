/** Reads the two sides of an assault off the state. */
import { at, postOf, rowOf } from './board.ts';
import { share } from './numbers.ts';
import { cohesionOf, menOf, qualityOf, unitOf, unitsIn } from './people.ts';
import { otherSide } from './scenario.ts';
import type { SideId } from './scenario.ts';
import { isWithin } from './sight.ts';
import { PULSES } from './state.ts';
import type { AssaultState, GameState, PostState, UnitState } from './state.ts';
import type { Storm } from './storm.ts';
import { clockOf } from './turn-context.ts';
import { sapTo } from './trench.ts';
import type { Given, Turn } from './turn-context.ts';
import { clearness, headHex } from './watch.ts';

/** The pulse about to be fought. */
export function stormOf(state: GameState, turn: Turn, assault: AssaultState): Storm {
  const row = rowOf(turn.board.postRow, assault.post);
  const post = at(state.posts, row);
  const attackers = assault.lead.map((id) => unitOf(state, turn.board, id));
  const side = otherSide(assault.side);
  const defenders = defendersOf(state, turn, post, side).filter((unit) => unit.duty !== 'broken');
  const lodged = side === 'besieger' && post.holder === 'contested';
  return {
    attackers: menOf(attackers) + (lodged ? share(menOf(holdersOf(state, turn, post)), turn.rules.assault.holdersHelp) : 0),
    attackerQuality: qualityOf(attackers),
    will: driveOf(state, turn, attackers),
    defenders: menWhoHold(turn, post, side, menOf(defenders)),
    defenderQuality: qualityOf(defenders),
    cohesion: cohesionOf(defenders),
    suppression: lodged ? 0 : post.suppression,
    headless: defenders.some((unit) => isHeadless(state, turn, unit)),
    works: lodged ? share(post.works, post.lodgement) : post.works,
    wire: lodged ? 0 : post.wire,
    lodgement: ownShare(post, assault.side),
    jumpOffMetres: assault.side === 'besieger' ? jumpOffMetres(state, turn, post.id) : 0,
    support: supportOf(state, turn, row, side),
    protectiveFire: assault.protectiveFire,
    first: clockOf(turn) === assault.begun,
    day: !turn.night && assault.side === 'besieger',
    defenderTanks: tanksOf(defenders) + (side === 'garrison' ? tanksComing(state, turn, assault) : 0),
    attackerTanks: tanksOf(attackers) + (side === 'besieger' ? tanksComing(state, turn, assault) : 0),
    hill: at(turn.board.posts, row).hill,
    cutOffTurns: side === 'garrison' && post.cutOffSince >= 0 ? Math.floor((clockOf(turn) - post.cutOffSince) / PULSES) : 0,
    mined: assault.side === 'besieger' && state.galleries.some((gallery) => gallery.post === post.id && gallery.firedTurn === turn.number),
    clearness: clearness(turn.rules, state.sky.valley),
  };
}

/** Of the besieger's men no more find room in a post than on its front, and in a lodgement its share of them. */
function menWhoHold(turn: Turn, post: PostState, side: SideId, men: number): number {
  if (side === 'garrison') return men;
  const most = Math.min(men, turn.rules.assault.frontCap);
  return post.holder === 'contested' ? share(most, post.lodgement) : most;
}

/** Companies that hold what is left of a post while others throw the besieger out of the rest. */
function holdersOf(state: GameState, turn: Turn, post: PostState): UnitState[] {
  return unitsIn(state, turn.board, post.id, 'garrison').filter((unit) => unit.duty === 'holding');
}

/** How much of a post the attacker holds: of a contested post the garrison's assault holds what the besieger does not. */
export function ownShare(post: PostState, side: SideId): number {
  return side === 'garrison' && post.holder === 'contested' ? 1000 - post.lodgement : post.lodgement;
}

/** Units that hold a post: those in it, and of the besieger those who lie in the trench beside it. */
export function defendersOf(state: GameState, turn: Turn, post: PostState, side: SideId): UnitState[] {
  const inside = unitsIn(state, turn.board, post.id, side);
  return side === 'garrison' ? inside : [...inside, ...besideOf(state, turn, post)];
}

/** The besieger's men in the trench beside a post, ready to fight for it. */
export function besideOf(state: GameState, turn: Turn, post: PostState): UnitState[] {
  const { hex } = postOf(turn.board, post.id);
  const beside: UnitState[] = [];
  for (const row of turn.board.camps.besiegerUnits) {
    const unit = at(state.units, row);
    if (unit.post !== null || unit.men === 0 || !AT_HAND[unit.duty]) continue;
    if (isWithin(turn.board, unit.hex, hex, turn.rules.assault.besideMetres)) beside.push(unit);
  }
  return beside;
}

/** Duties in which men beside a post can turn to at once. */
const AT_HAND: Readonly<Record<UnitState['duty'], boolean>> = {
  holding: true, waiting: true, digging: true, resting: true, marching: false, storming: false, broken: false, gone: false, away: false,
};

/** True where an order to storm would break out of its trench now: its hour has come, and post and men are there. */
export function canStorm(state: GameState, turn: Turn, given: Given): boolean {
  const { order } = given;
  if (order.kind !== 'assault' || given.lost || given.done || given.from > turn.pulse) return false;
  const post = at(state.posts, rowOf(turn.board.postRow, order.post));
  if (post.holder === given.side || state.assaults.some((one) => one.post === post.id && one.side === given.side && one.ended === 'no')) return false;
  return order.lead.some((id) => goesIn(state, turn, unitOf(state, turn.board, id), post.id));
}

/** A unit that is fit to storm and near enough to the trench head to be there. */
export function goesIn(state: GameState, turn: Turn, unit: UnitState, post: string): boolean {
  if (unit.men === 0 || unit.duty === 'broken' || unit.duty === 'storming' || unit.duty === 'gone' || unit.duty === 'away') return false;
  return isWithin(turn.board, unit.hex, jumpOffHex(state, turn, post), turn.rules.assault.nearMetres);
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
export function driveOf(state: GameState, turn: Turn, units: readonly UnitState[]): number {
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

function tanksOf(units: readonly UnitState[]): number {
  let tanks = 0;
  for (const unit of units) tanks += unit.tanks;
  return tanks;
}

/** Tanks that stand elsewhere in the camp and drive up, shared among the posts of the camp that are fought for. */
function tanksComing(state: GameState, turn: Turn, assault: AssaultState): number {
  const tanks = tanksOf(tanksNear(state, turn, assault));
  if (tanks === 0) return 0;
  const { camp } = postOf(turn.board, assault.post).facts;
  let stormed = 0;
  for (const one of state.assaults) if (one.ended === 'no' && postOf(turn.board, one.post).facts.camp === camp) stormed += 1;
  return Math.ceil(tanks / Math.max(1, stormed));
}

/** Companies with tanks near enough to a fight: with a counter-attack at once, to a linked post when it has been stormed for so long. */
export function tanksNear(state: GameState, turn: Turn, assault: AssaultState): UnitState[] {
  const { tankMetres, tankAfter } = turn.rules.assault;
  const { facts, hex } = postOf(turn.board, assault.post);
  if (assault.side === 'besieger' && clockOf(turn) - assault.begun < tankAfter) return [];
  if (at(state.posts, rowOf(turn.board.postRow, assault.post)).cutOffSince >= 0) return [];
  const near: UnitState[] = [];
  for (const unit of state.units) {
    if (unit.tanks === 0 || unit.men === 0 || unit.post === null || unit.post === assault.post || unit.duty === 'storming') continue;
    if (postOf(turn.board, unit.post).facts.camp === facts.camp && isWithin(turn.board, unit.hex, hex, tankMetres)) near.push(unit);
  }
  return near;
}

/** Men in posts near by who can still fire across. */
function supportOf(state: GameState, turn: Turn, row: number, side: SideId): number {
  const { supportShare } = turn.rules.assault;
  let men = 0;
  for (const near of at(turn.board.supporters, row)) {
    const other = at(state.posts, near);
    if (other.holder !== side) continue;
    const units = unitsIn(state, turn.board, other.id, side);
    men += share(share(menOf(units), cohesionOf(units)), supportShare);
  }
  return men;
}
