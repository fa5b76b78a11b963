/** Who fights in an assault: those who go in, those who hold, those near enough to help. */
import { at, postOf, rowOf } from './board.ts';
import { share } from './numbers.ts';
import { unitOf } from './people.ts';
import { otherSide } from './scenario.ts';
import type { SideId } from './scenario.ts';
import { isWithin } from './sight.ts';
import { muster } from './stations.ts';
import type { AssaultState, GameState, PostState, UnitState } from './state.ts';
import { clockOf } from './turn-context.ts';
import type { Turn } from './turn-context.ts';

/** Both sides of an assault in one hour, gathered once for all that is asked of them. */
export interface Sides {
  readonly attackers: readonly UnitState[];
  readonly defenders: readonly UnitState[];
  /** Men in neighbouring posts who can still fire across for the defender, already weighed. */
  readonly support: number;
  /** Companies with tanks that stand elsewhere and drive up for the garrison. */
  readonly tanks: readonly UnitState[];
}

/** Gathers both sides of an assault. */
export function sidesOf(state: GameState, turn: Turn, assault: AssaultState, post: PostState): Sides {
  const row = rowOf(turn.board.postRow, post.id);
  const side = otherSide(assault.side);
  const defenders = muster(state, turn, turn.board.rows[side].units, row);
  const support = supportOf(state, turn, row, side);
  if (side === 'besieger') addBeside(state, turn, post, defenders);
  return { attackers: leadOf(state, turn, assault), defenders, support, tanks: tanksNear(state, turn, assault, post) };
}

/** Men in posts near by who can still fire across, by what is left of their cohesion; after the muster of their side. */
function supportOf(state: GameState, turn: Turn, row: number, side: SideId): number {
  const { men, cohesion } = turn.board.battleOrder.paper;
  const { supportShare } = turn.rules.assault;
  const supporters = at(turn.board.supporters, row);
  let support = 0;
  for (let index = 0; index < supporters.length; index += 1) {
    const near = supporters[index] ?? 0;
    const there = men[near] ?? 0;
    if (there > 0 && at(state.posts, near).holder === side) support += share(share(there, Math.floor((cohesion[near] ?? 0) / there)), supportShare);
  }
  return support;
}

/** The units that have gone in so far. */
export function leadOf(state: GameState, turn: Turn, { lead }: AssaultState): UnitState[] {
  const units: UnitState[] = [];
  for (let index = 0; index < lead.length; index += 1) units.push(unitOf(state, turn.board, at(lead, index)));
  return units;
}

/** The besieger's men in the trench beside a post, ready to fight for it. */
export function besideOf(state: GameState, turn: Turn, post: PostState): UnitState[] {
  const beside: UnitState[] = [];
  addBeside(state, turn, post, beside);
  return beside;
}

function addBeside(state: GameState, turn: Turn, post: PostState, beside: UnitState[]): void {
  const { besideMetres } = turn.rules.assault;
  const { hex } = postOf(turn.board, post.id);
  const rows = turn.board.rows.besieger.units;
  for (let index = 0; index < rows.length; index += 1) {
    const unit = state.units[rows[index] ?? 0];
    if (unit === undefined || unit.post !== null || unit.men === 0 || !AT_HAND[unit.duty]) continue;
    if (isWithin(turn.board, unit.hex, hex, besideMetres)) beside.push(unit);
  }
}

/** Duties in which men beside a post can turn to at once. */
const AT_HAND: Readonly<Record<UnitState['duty'], boolean>> = {
  holding: true, waiting: true, digging: true, resting: true, marching: false, storming: false, broken: false, gone: false, away: false,
};

/** Companies with tanks near enough to a fight: with a counter-attack at once, to a linked post when it has been stormed for so long. */
function tanksNear(state: GameState, turn: Turn, assault: AssaultState, post: PostState): UnitState[] {
  const { tankMetres, tankAfter } = turn.rules.assault;
  const near: UnitState[] = [];
  if ((assault.side === 'besieger' && clockOf(turn) - assault.begun < tankAfter) || post.cutOffSince >= 0) return near;
  const { facts, hex } = postOf(turn.board, post.id);
  const rows = turn.board.rows.garrison.units;
  for (let index = 0; index < rows.length; index += 1) {
    const unit = at(state.units, rows[index] ?? 0);
    if (unit.tanks === 0 || unit.men === 0 || unit.post === null || unit.post === post.id || unit.duty === 'storming') continue;
    if (postOf(turn.board, unit.post).facts.camp === facts.camp && isWithin(turn.board, unit.hex, hex, tankMetres)) near.push(unit);
  }
  return near;
}
