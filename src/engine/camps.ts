/** Camps as they stand: who belongs to which, what each has left, and how near its end it is. */
import { at, rowOf } from './board.ts';
import type { Board } from './board.ts';
import { along, permille, share } from './numbers.ts';
import type { GameState } from './state.ts';
import { whereOf } from './stations.ts';
import type { CampState } from './state-siege.ts';
import { PULSES } from './state.ts';
import { clockOf } from './turn-context.ts';
import type { Turn } from './turn-context.ts';

/** What a camp has left. */
export interface CampCount {
  /** Fit men of its companies, and its gunners. */
  men: number;
  gunners: number;
  /** Wounded who are still with their unit or their guns. */
  wounded: number;
  /** Of those in companies: sum of cohesion by men. */
  cohesion: number;
  /** Men and wounded in posts that nobody can reach. */
  cutOff: number;
}

/** The row of the camp that a unit of the garrison is with now; -1 for the besieger's and where no camp stands. */
export function campOf(state: GameState, turn: Turn, row: number): number {
  return at(campRows(state, turn), row);
}

/** The same for all units, by row. */
export function campRows(state: GameState, turn: Turn): readonly number[] {
  const where = whereOf(state, turn);
  return (where.camp ??= campsOfAll(state, turn.board, where.post));
}

function campsOfAll(state: GameState, board: Board, posts: readonly number[]): number[] {
  const camps: number[] = [];
  for (let row = 0; row < posts.length; row += 1) camps.push(campAt(state, board, row, posts[row] ?? 0));
  return camps;
}

function campAt(state: GameState, board: Board, row: number, post: number): number {
  const home = at(board.camps.ofUnit, row);
  if (home < 0) return -1;
  if (post < state.posts.length) return standing(state, at(board.camps.ofPost, post));
  const goal = at(state.units, row).march?.post;
  return standing(state, goal === undefined ? home : at(board.camps.ofPost, rowOf(board.postRow, goal)));
}

/** A camp, or the first that stands where it does not. */
function standing({ camps }: GameState, camp: number): number {
  if (camp >= 0 && camps[camp]?.stands === true) return camp;
  for (let row = 0; row < camps.length; row += 1) if (camps[row]?.stands === true) return row;
  return -1;
}

/** True for a unit, by row, in a post that no way leads to. */
export function isCutOff(state: GameState, turn: Turn, row: number): boolean {
  const post = at(whereOf(state, turn).post, row);
  return post < state.posts.length && at(state.posts, post).cutOffSince >= 0;
}

/** Counts every camp, in one walk over the garrison's units and one over its guns. */
export function countCamps(state: GameState, turn: Turn): CampCount[] {
  const { board } = turn;
  const counts: CampCount[] = [];
  for (let camp = 0; camp < state.camps.length; camp += 1) counts.push({ men: 0, gunners: 0, wounded: 0, cohesion: 0, cutOff: 0 });
  const camps = campRows(state, turn);
  const { units, batteries } = board.rows.garrison;
  for (let index = 0; index < units.length; index += 1) {
    const row = units[index] ?? 0;
    const camp = camps[row] ?? -1;
    const count = camp < 0 ? undefined : counts[camp];
    if (count !== undefined) countUnit(state, turn, row, count);
  }
  for (let index = 0; index < batteries.length; index += 1) {
    const row = batteries[index] ?? 0;
    const camp = board.camps.ofBattery[row] ?? -1;
    const count = camp < 0 ? undefined : counts[camp];
    if (count === undefined) continue;
    const { gunners, wounded } = at(state.batteries, row);
    count.gunners += gunners;
    count.wounded += wounded;
  }
  return counts;
}

function countUnit(state: GameState, turn: Turn, row: number, count: CampCount): void {
  const { men, wounded, cohesion } = at(state.units, row);
  if (men === 0 && wounded === 0) return;
  count.men += men;
  count.wounded += wounded;
  count.cohesion += men * cohesion;
  if (isCutOff(state, turn, row)) count.cutOff += men + wounded;
}

/** Mean cohesion of a camp's companies; nought where it has none. */
export function spiritOf(count: CampCount): number {
  return count.men === 0 ? 0 : Math.floor(count.cohesion / count.men);
}

/** Fit men of a camp in permille of those it began with. */
export function menLeft(board: Board, camp: number, count: CampCount): number {
  return permille(count.men + count.gunners, at(board.camps.menAtStart, camp));
}

/** Rounds in a camp's dumps for each tube that it began with, both weighed as 105 mm; null for a camp without guns. */
export function shellsATube(state: GameState, turn: Turn, camp: number): number | null {
  const { board } = turn;
  const tubes = at(board.camps.tubesAtStart, camp);
  if (tubes === 0) return null;
  let bite = 0;
  for (const row of board.rows.garrison.dumps) if (at(board.camps.ofDump, row) === camp) bite += biteIn(board, at(state.dumps, row).rounds);
  return Math.floor(bite / 1000 / tubes);
}

/** What the rounds of a dump weigh, in thousandths of one of 105 mm. */
export function biteIn({ camps: { bites } }: Board, rounds: readonly number[]): number {
  let bite = 0;
  for (let column = 0; column < rounds.length; column += 1) bite += (rounds[column] ?? 0) * (bites[column] ?? 0);
  return bite;
}

/** How much of a camp's ground is gone, and how near. */
export interface GroundLost {
  /** Permille of the height that its posts held, nearer hills weighing more. */
  height: number;
  /** Metres from the command post to the nearest post that the besieger has; null while he has none. */
  nearest: number | null;
  /** Posts that went in the last turns. */
  lately: number;
}

/** What a camp has lost of its posts. */
export function groundLost(state: GameState, turn: Turn, camp: number): GroundLost {
  const { ofPost, heightWorth, toCommand } = turn.board.camps;
  const since = clockOf(turn) - turn.rules.collapse.quietTurns * PULSES;
  const lost: GroundLost = { height: 0, nearest: null, lately: 0 };
  let whole = 0;
  let gone = 0;
  for (let row = 0; row < state.posts.length; row += 1) {
    const worth = at(heightWorth, row);
    if (at(ofPost, row) !== camp || worth === 0) continue;
    whole += worth;
    const { holder, heldSince } = at(state.posts, row);
    if (holder === 'garrison' || holder === 'contested') continue;
    gone += worth;
    if (holder !== 'besieger') continue;
    lost.nearest = Math.min(lost.nearest ?? FAR_METRES, at(toCommand, row));
    if (heldSince >= since) lost.lately += 1;
  }
  lost.height = permille(gone, whole);
  return lost;
}

/** Farther than any post is from its command post. */
const FAR_METRES = 1_000_000;

/** Points of strain on a camp: few men and low spirit. */
export function strainOf(turn: Turn, camp: number, count: CampCount): { readonly men: number; readonly spirit: number } {
  const { collapse } = turn.rules;
  return {
    men: along(collapse.fewMen, menLeft(turn.board, camp, count)),
    spirit: count.men === 0 ? 0 : along(collapse.spirit, spiritOf(count)),
  };
}

/** What the ground that is gone makes of that strain, permille. */
export function positionOf(turn: Turn, lost: GroundLost): number {
  const { collapse } = turn.rules;
  return lost.nearest === null ? 0 : share(along(collapse.heightLost, lost.height), along(collapse.nearLost, lost.nearest));
}

/** True while a camp's command post lies in the part of the siege that is played. */
export function isPlayed(turn: Turn, camp: CampState): boolean {
  const { theatre, camps } = turn.game.scenario;
  const facts = camps.find(({ id }) => id === camp.id);
  return facts !== undefined && (theatre.length === 0 || theatre.includes(facts.commandPost));
}
