/**
 * The steady commander's spades: each regiment digs at two posts before it, nearest and highest first; near the wire
 * it closes the ring before it goes on; nothing is dug at the camp itself while outworks still stand.
 */
import { centreOf, isNearer, metresBetween, postOf } from '../engine/index.ts';
import type { Place, UnitView } from '../engine/index.ts';
import { STEADY } from './doctrine.ts';
import type { Draft } from './draft.ts';
import type { Goal } from './front.ts';
import { jumpOff } from './steady-storm.ts';
import type { Regiment, RingPicture } from './ring-picture.ts';

/** A post that can be dug at; all but the first four fields are of the regiment that is being given work. */
interface Site {
  readonly goal: Goal;
  readonly east: number;
  readonly north: number;
  /** Battalions that dig at it. */
  diggers: number;
  /** Metres from the regiment's home, and their square; the root is drawn only where it is asked for, -1 until then. */
  square: number;
  metres: number;
  /** The lower the better; final once it was asked whether another post covers it. */
  rank: number;
  settled: boolean;
}

/** Night work of all battalions that have nothing else to do. */
export function digOn(picture: RingPicture, draft: Draft): void {
  const sites = sitesOf(picture);
  const near = jumpOff(picture);
  for (const regiment of picture.regiments) {
    const hands = handsOf(picture, draft, regiment);
    if (hands.length === 0) continue;
    const open = openTo(regiment, sites);
    const first = takeBest(regiment, open, sites);
    if (first === null) continue;
    const second = takeBest(regiment, open, sites);
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
function sitesOf({ view, front }: RingPicture): Site[] {
  const barred: string[] = [];
  for (const { id } of view.facts.camps) if (hasGroups(front.outworks, id)) barred.push(id);
  const sites: Site[] = [];
  for (const goal of front.goals) {
    const { camp, east, north } = goal.post;
    if (goal.outwork || !barred.includes(camp)) sites.push({ goal, east, north, diggers: 0, square: 0, metres: -1, rank: 0, settled: false });
  }
  return sites;
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

/** The posts that a regiment may dig at: in its own sector while there is something to dig at. */
function openTo({ home, camp }: Regiment, sites: readonly Site[]): Site[] {
  const sector = (STEADY.sectorMetres + 1) * (STEADY.sectorMetres + 1);
  const own: Site[] = [];
  const far: Site[] = [];
  for (const site of sites) {
    const east = site.east - home.east;
    const north = site.north - home.north;
    site.square = east * east + north * north;
    site.metres = -1;
    if (site.diggers < STEADY.mostDiggers && site.goal.post.camp === camp) (site.square < sector ? own : far).push(site);
  }
  if (own.length < 2) own.push(...far);
  for (const site of own) rank(site, home);
  return own;
}

/** As if no other post covered it, which would only make it worse. */
function rank(site: Site, home: Place): void {
  const { goal, diggers } = site;
  const closed = (goal.cutOff || goal.ringed) && goal.head <= STEADY.closedMetres ? STEADY.closedRank : 0;
  site.metres = metresBetween(home, site);
  site.rank = site.metres + diggers * STEADY.crowdMetres + closed - (goal.post.hill ? STEADY.hillRank : 0) - (goal.outer ? STEADY.outerRank : 0);
  site.settled = false;
}

/** Takes the best post off a list; whether another covers it is only asked of those that come first. */
function takeBest({ home }: Regiment, open: Site[], sites: readonly Site[]): Site | null {
  for (;;) {
    const row = lowest(open);
    const site = open[row];
    if (site === undefined) return null;
    if (site.settled) {
      open.splice(row, 1);
      return site;
    }
    site.settled = true;
    if (isCovered(site, sites, home)) site.rank += STEADY.coveredRank;
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

/** Another held post lies on the way to it, that one first. */
function isCovered(site: Site, sites: readonly Site[], home: Place): boolean {
  const way = site.metres;
  const far = (way + STEADY.detour) * (way + STEADY.detour);
  for (const other of sites) {
    if (other.square >= way * way) continue;
    const east = other.east - site.east;
    const north = other.north - site.north;
    const square = east * east + north * north;
    if (square >= far) continue;
    if (other.metres < 0) other.metres = metresBetween(home, other);
    const rest = way + STEADY.detour - other.metres;
    if (square < rest * rest) return true;
  }
  return false;
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
