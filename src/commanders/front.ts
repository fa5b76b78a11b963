/** The posts as the besieger's staff counts them, in one walk: what is still to be taken, and how it went of late. */
import { asMany, isNearer, PULSES } from '../engine/index.ts';
import type { ApproachView, PostView, SideView } from '../engine/index.ts';
import { STEADY } from './doctrine.ts';
import { postRow, postRowsOf } from './post-rows.ts';

/** A post that is still to be taken. */
export interface Goal {
  readonly post: PostView;
  /** Its row among the posts. */
  readonly row: number;
  readonly sap: ApproachView | null;
  /** Metres from the trench head to the wire. */
  readonly head: number;
  /** Farther than the inner posts from the command post of its camp. */
  readonly outer: boolean;
  /** Stands apart from the camp. */
  readonly outwork: boolean;
  readonly cutOff: boolean;
  /** The trench round it is dug as far as it will go. */
  readonly ringed: boolean;
  /** Held against a storm behind strong works: left alone until a gallery under it is filled. */
  readonly undermined: boolean;
}

/** One whose trenches are still being looked up. */
type Scouted = { -readonly [Field in keyof Goal]: Goal[Field] };

/** The command post of a camp. */
export interface Seat {
  readonly camp: string;
  readonly post: PostView | null;
  readonly stands: boolean;
}

export interface Front {
  readonly goals: readonly Goal[];
  /** Those among them that stand apart from their camp. */
  readonly outworks: readonly Goal[];
  /** Men believed to hold them. */
  readonly believed: number;
  /** Assaults that failed on posts of the camps themselves; a post teaches its lesson twice at most. */
  readonly failures: number;
  /** Posts that fell in this turn or the last, and in the tide of the last few turns. */
  readonly fallen: number;
  readonly tide: number;
  /** Posts of the main camp stormed in the last three turns. */
  readonly stormed: number;
}

/** Walks the front; the main camp is the first of those who have a seat. */
export function frontOf(view: SideView, seats: readonly Seat[]): Front {
  const clock = view.turn * PULSES;
  const goals: Scouted[] = [];
  const byPost = asMany<Scouted | null>(view.posts);
  const outworks: Scouted[] = [];
  const mainCamp = seats[0]?.camp ?? '';
  let believed = 0;
  let failures = 0;
  let fallen = 0;
  let tide = 0;
  let stormed = 0;
  for (let row = 0; row < view.posts.length; row += 1) {
    byPost[row] = null;
    const post = view.posts[row];
    if (post === undefined) continue;
    if (post.camp === mainCamp && (isWithin(clock, post.stormedAt, 2) || isStormed(view, post.id))) stormed += 1;
    if (post.holder === 'besieger') {
      if (isWithin(clock, post.heldSince, 1)) fallen += 1;
      if (isWithin(clock, post.heldSince, STEADY.tideTurns)) tide += 1;
      continue;
    }
    if (!post.inTheatre || (post.men === 0 && post.holder === 'empty')) continue;
    const goal = goalOf(view, seats, post, row);
    goals.push(goal);
    byPost[row] = goal;
    believed += post.men;
    if (goal.outwork) outworks.push(goal);
    else failures += Math.min(2, post.failedAssaults);
  }
  lookUp(view, byPost);
  return { goals, outworks, believed, failures, fallen, tide, stormed };
}

/** True where an hour lies no more than so many whole turns back. */
function isWithin(clock: number, hour: number, turns: number): boolean {
  return hour >= 0 && clock - hour < (turns + 1) * PULSES;
}

/** An assault of the besieger's on the post goes on, or has ended in this turn. */
export function isStormed({ assaults }: SideView, post: string): boolean {
  for (const assault of assaults) if (assault.post === post && assault.side === 'besieger') return true;
  return false;
}

function goalOf(view: SideView, seats: readonly Seat[], post: PostView, row: number): Scouted {
  const seat = seatOf(seats, post.camp);
  const outer = seat !== null && !isNearer(seat, post, STEADY.innerMetres + 1);
  return {
    post, row, sap: null, head: NO_SAP, outer,
    outwork: outer && !isNearer(seat, post, STEADY.outworkMetres + 1),
    cutOff: post.cutOffSince >= 0,
    ringed: false,
    undermined: wantsGallery(view, post),
  };
}

function seatOf(seats: readonly Seat[], camp: string): PostView | null {
  for (const seat of seats) if (seat.camp === camp) return seat.post;
  return null;
}

/** Enters the trenches with the posts that they lead to or round. */
function lookUp(view: SideView, byPost: readonly (Scouted | null)[]): void {
  const rows = postRowsOf(view);
  for (const approach of view.approaches) {
    const { kind, post, lengthMetres, dugMetres } = approach;
    const goal = post === null || kind === 'axis' ? null : (byPost[Math.max(0, postRow(view, rows, post))] ?? null);
    if (goal === null || goal.post.id !== post) continue;
    if (kind === 'ring') goal.ringed ||= dugMetres >= lengthMetres;
    else if (goal.sap === null) {
      goal.sap = approach;
      goal.head = lengthMetres - dugMetres;
    }
  }
}

/** Farther than any trench is long. */
const NO_SAP = 99_999;

/** A hill that has thrown a storm back and whose works still stand, with no charge ready or spent under it. */
function wantsGallery({ galleries }: SideView, post: PostView): boolean {
  for (const gallery of galleries) if (gallery.post === post.id) return gallery.loadedTurn < 0;
  return post.hill && post.failedAssaults >= STEADY.mineFailures && post.works >= STEADY.mineWorks;
}

/** Metres of a post above the valley floor. */
export function heightOf({ facts: { map } }: SideView, { post }: Goal): number {
  return map.heights[post.hex] ?? 0;
}
