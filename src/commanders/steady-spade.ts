/**
 * The steady commander's spades: each regiment digs at two posts before it, nearest and highest first; near the wire
 * it closes the ring before it goes on; nothing is dug at the camp itself while outworks still stand.
 */
import { centreOf, isNearer, metresBetween } from '../engine/index.ts';
import type { UnitView } from '../engine/index.ts';
import { STEADY } from './doctrine.ts';
import type { Draft } from './draft.ts';
import { jumpOff } from './steady-storm.ts';
import type { Goal, Regiment, RingPicture } from './ring-picture.ts';

/** Night work of all battalions that have nothing else to do. */
export function digOn(picture: RingPicture, draft: Draft): void {
  const goals = worthDigging(picture);
  const load: Record<string, number> = {};
  for (const regiment of picture.regiments) {
    const hands = regiment.battalions.filter((unit) => draft.isFree(unit.id) && !isPickets(picture, unit));
    if (hands.length === 0 || !draft.isFree(regiment.formation.id)) continue;
    const [first, second] = chosen(regiment, goals, load);
    if (first === undefined) continue;
    const split = second === undefined ? hands.length : Math.ceil((hands.length * STEADY.firstShare) / 1000);
    work(picture, draft, first, hands.slice(0, split), load);
    if (second !== undefined) work(picture, draft, second, hands.slice(split), load);
  }
}

/** Holds a captured post that posts of the garrison look into: it stays there. */
function isPickets(picture: RingPicture, unit: UnitView): boolean {
  if (unit.post === null) return false;
  const here = picture.view.posts.find(({ id }) => id === unit.post);
  return here !== undefined && picture.goals.some(({ post }) => isNearer(post, here, STEADY.picketMetres + 1));
}

/** Outworks while more than one group of them stands; then the camp as well. */
function worthDigging(picture: RingPicture): Goal[] {
  const barred = picture.view.facts.camps.filter(({ id }) => new Set(picture.goals.filter((goal) => goal.outwork && goal.post.camp === id).map(({ post }) => post.group)).size > 1).map(({ id }) => id);
  return picture.goals.filter((goal) => goal.outwork || !barred.includes(goal.post.camp));
}

/** The two posts that a regiment digs at: in its own sector while there is something to dig at. */
function chosen(regiment: Regiment, goals: readonly Goal[], load: Readonly<Record<string, number>>): Goal[] {
  const ways = goals.map(({ post }) => metresBetween(regiment.home, post));
  const rank = (row: number, goal: Goal): number => {
    const { post } = goal;
    const way = ways[row] ?? 0;
    const busy = (load[post.id] ?? 0) * STEADY.crowdMetres;
    const closed = (goal.cutOff || goal.ringed) && goal.head <= STEADY.closedMetres ? STEADY.closedRank : 0;
    const covered = isCovered(row, goals, ways) ? STEADY.coveredRank : 0;
    return way + busy + closed + covered - (post.hill ? 400 : 0) - (goal.out > 1000 ? 300 : 0);
  };
  const open: Candidate[] = [];
  const own: Candidate[] = [];
  for (const [row, goal] of goals.entries()) {
    if (goal.post.camp !== regiment.camp || (load[goal.post.id] ?? 0) >= STEADY.mostDiggers) continue;
    const candidate = { row, goal, rank: 0 };
    open.push(candidate);
    if ((ways[row] ?? 0) <= STEADY.sectorMetres) own.push(candidate);
  }
  const ranked = own.length > 1 ? own : open;
  for (const one of ranked) one.rank = rank(one.row, one.goal);
  ranked.sort((a, b) => a.rank - b.rank || (a.goal.post.id < b.goal.post.id ? -1 : 1));
  return ranked.slice(0, 2).map(({ goal }) => goal);
}

/** A post that a regiment may dig at: its place in the list of goals, and the lower its rank the better. */
interface Candidate {
  readonly row: number;
  readonly goal: Goal;
  rank: number;
}

/** Another held post lies on the way to it, that one first; `ways` are the metres from home to each. */
function isCovered(row: number, goals: readonly Goal[], ways: readonly number[]): boolean {
  const goal = goals[row];
  const way = ways[row] ?? 0;
  if (goal === undefined) return false;
  for (let other = 0; other < goals.length; other += 1) {
    const here = ways[other] ?? 0;
    const between = goals[other];
    if (here >= way || between === undefined) continue;
    if (isNearer(between.post, goal.post, way + STEADY.detour - here)) return true;
  }
  return false;
}

function work(picture: RingPicture, draft: Draft, goal: Goal, units: readonly UnitView[], load: Record<string, number>): void {
  if (units.length === 0) return;
  const ids = units.map(({ id }) => id);
  const numbers = { metres: goal.sap === null ? fromDiggers(picture, goal, units) : goal.head, battalions: ids.length };
  load[goal.post.id] = (load[goal.post.id] ?? 0) + ids.length;
  const near = goal.head <= jumpOff(picture);
  if (near && !goal.cutOff && !goal.ringed && !goal.outwork && draft.add({ kind: 'encircle', post: goal.post.id, units: ids }, 'ring-post', numbers, { post: goal.post.id })) return;
  if (goal.head > 0) draft.add({ kind: 'dig', post: goal.post.id, units: ids }, 'dig-closer', numbers, { post: goal.post.id });
}

/** Metres that lie before a trench that has yet to be begun. */
function fromDiggers({ view }: RingPicture, { post }: Goal, units: readonly UnitView[]): number {
  const [first] = units;
  return first === undefined ? 0 : metresBetween(centreOf(view.facts.map.grid, first.hex), post);
}
