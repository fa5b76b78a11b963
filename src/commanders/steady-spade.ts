/**
 * The steady commander's spades: each regiment digs at two posts before it, nearest and highest first; near the wire
 * it closes the ring before it goes on; nothing is dug at the camp itself while outworks still stand.
 */
import { centreOf, isNearer, metresBetween, postOf } from '../engine/index.ts';
import type { UnitView } from '../engine/index.ts';
import { STEADY } from './doctrine.ts';
import type { Draft } from './draft.ts';
import type { Goal } from './front.ts';
import type { Regiment, RingPicture } from './ring-picture.ts';
import { jumpOff } from './steady-storm.ts';
import { enterRow, isCovered, lieOf, noRows, waysFrom } from './ways.ts';
import type { Way } from './ways.ts';

/** A post that can be dug at; its rank is of the regiment that is being given work. */
interface Site {
  readonly goal: Goal;
  readonly row: number;
  readonly camp: string;
  /** What its rank has beside distance and crowding. */
  readonly apart: number;
  /** Battalions that dig at it. */
  diggers: number;
  /** The lower the better; final once it was asked whether another post covers it. */
  rank: number;
  settled: boolean;
}

/** Those that can be dug at, and the set of their rows. */
interface Sites {
  readonly all: readonly Site[];
  readonly rows: readonly number[];
}

/** Night work of all battalions that have nothing else to do. */
export function digOn(picture: RingPicture, draft: Draft): void {
  const sites = sitesOf(picture);
  const lie = lieOf(picture.view);
  const near = jumpOff(picture);
  for (const regiment of picture.regiments) {
    const hands = handsOf(picture, draft, regiment);
    if (hands.length === 0) continue;
    const way = waysFrom(lie, regiment.home, regiment.formation.place !== null);
    const open = openTo(regiment.camp, way, sites.all);
    const first = takeBest(open, way, sites.rows);
    if (first === null) continue;
    const second = takeBest(open, way, sites.rows);
    const split = second === null ? hands.length : Math.ceil((hands.length * STEADY.firstShare) / 1000);
    work(picture, draft, first, hands.slice(0, split), near);
    if (second !== null) work(picture, draft, second, hands.slice(split), near);
  }
}

function handsOf(picture: RingPicture, draft: Draft, { battalions }: Regiment): UnitView[] {
  const hands: UnitView[] = [];
  for (const unit of battalions) if (draft.isFree(unit.id) && !isPickets(picture, unit)) hands.push(unit);
  return hands;
}

/** Holds a captured post that posts of the garrison look into: it stays there. */
function isPickets({ view, front }: RingPicture, unit: UnitView): boolean {
  const here = unit.post === null ? null : postOf(view, unit.post);
  if (here === null) return false;
  for (const { post } of front.goals) if (isNearer(post, here, STEADY.picketMetres + 1)) return true;
  return false;
}

/** Outworks while more than one group of them stands before a camp; then the camp as well. */
function sitesOf({ view, front }: RingPicture): Sites {
  const barred: string[] = [];
  for (const { id } of view.facts.camps) if (hasGroups(front.outworks, id)) barred.push(id);
  const all: Site[] = [];
  const rows = noRows(view.posts.length);
  for (const goal of front.goals) {
    const { row, post: { camp } } = goal;
    if (!goal.outwork && barred.includes(camp)) continue;
    all.push({ goal, row, camp, apart: apartOf(goal), diggers: 0, rank: 0, settled: false });
    enterRow(rows, 0, row);
  }
  return { all, rows };
}

/** Closed posts come last; hills come first, and posts that lie farther out. */
function apartOf({ post, head, cutOff, ringed, outer }: Goal): number {
  const closed = (cutOff || ringed) && head <= STEADY.closedMetres ? STEADY.closedRank : 0;
  return closed - (post.hill ? STEADY.hillRank : 0) - (outer ? STEADY.outerRank : 0);
}

/** More than one group of outworks stands before a camp. */
function hasGroups(outworks: readonly Goal[], camp: string): boolean {
  let group: string | null = null;
  for (const { post } of outworks) {
    if (post.camp !== camp) continue;
    if (group !== null && post.group !== group) return true;
    ({ group } = post);
  }
  return false;
}

/** The posts that a regiment may dig at: in its own sector while there is something to dig at; ranked as if no other covered them, which would only make it worse. */
function openTo(camp: string, { metres }: Way, sites: readonly Site[]): Site[] {
  const own: Site[] = [];
  const far: Site[] = [];
  for (const site of sites) {
    if (site.diggers >= STEADY.mostDiggers || site.camp !== camp) continue;
    const away = metres[site.row] ?? 0;
    site.rank = away + site.diggers * STEADY.crowdMetres + site.apart;
    site.settled = false;
    (away <= STEADY.sectorMetres ? own : far).push(site);
  }
  if (own.length < 2) own.push(...far);
  return own;
}

/** Takes the best post off a list; whether another covers it is only asked of those that come first. */
function takeBest(open: Site[], way: Way, rows: readonly number[]): Site | null {
  for (;;) {
    const at = lowest(open);
    const site = open[at];
    if (site === undefined) return null;
    if (site.settled) {
      const last = open.pop();
      if (last !== undefined && last !== site) open[at] = last;
      return site;
    }
    site.settled = true;
    if (isCovered(way, site.row, rows)) site.rank += STEADY.coveredRank;
  }
}

/** The row of the lowest rank; of equals, the post whose name comes first. */
function lowest(open: readonly Site[]): number {
  let best = -1;
  let least: Site | null = null;
  for (let row = 0; row < open.length; row += 1) {
    const site = open[row];
    if (site === undefined || (least !== null && (site.rank > least.rank || (site.rank === least.rank && site.goal.post.id > least.goal.post.id)))) continue;
    best = row;
    least = site;
  }
  return best;
}

/** Gives battalions their work at a post: the ring round it, or the trench towards it. */
function work(picture: RingPicture, draft: Draft, site: Site, units: readonly UnitView[], near: number): void {
  if (units.length === 0) return;
  const { goal } = site;
  const { id } = goal.post;
  const ids: string[] = [];
  for (const unit of units) ids.push(unit.id);
  const numbers = { metres: goal.sap === null ? fromDiggers(picture, goal, units) : goal.head, battalions: ids.length };
  site.diggers += ids.length;
  if (goal.head <= near && !goal.cutOff && !goal.ringed && !goal.outwork && draft.add({ kind: 'encircle', post: id, units: ids }, 'ring-post', numbers, { post: id })) return;
  if (goal.head > 0) draft.add({ kind: 'dig', post: id, units: ids }, 'dig-closer', numbers, { post: id });
}

/** Metres that lie before a trench that has yet to be begun. */
function fromDiggers({ view }: RingPicture, { post }: Goal, units: readonly UnitView[]): number {
  const [first] = units;
  return first === undefined ? 0 : metresBetween(centreOf(view.facts.map.grid, first.hex), post);
}
