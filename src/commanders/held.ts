/** The posts that the garrison holds: who is in each of them, and what threatens it. */
import { asMany, isNearer, PULSES } from '../engine/index.ts';
import type { ApproachView, PostView, SideView } from '../engine/index.ts';
import { HISTORICAL } from './doctrine.ts';
import { postRow, postRowsOf } from './post-rows.ts';
import type { PostRows } from './post-rows.ts';
import { seatOf } from './seat.ts';

/** A post of the garrison with what its staff knows of it. */
export interface Held {
  readonly post: PostView;
  /** The command post of its camp; null where there is none. */
  readonly seat: PostView | null;
  readonly men: number;
  /** Mean cohesion and quality of the men in it. */
  readonly cohesion: number;
  readonly quality: number;
  /** Companies in it, and those among them that are no poor troops. */
  readonly companies: number;
  readonly good: number;
  /** Men who can be counted on to stand another storm. */
  readonly firm: number;
  /** Metres from its wire to the nearest trench head that was seen; far where none was. */
  readonly head: number;
  readonly sap: ApproachView | null;
  readonly stormed: boolean;
  readonly threatened: boolean;
  /** Turns since it was cut off; -1 = linked. */
  readonly cutTurns: number;
  /** Men it should have. */
  readonly wanted: number;
}

/** One that is still being counted. */
type Counted = { -readonly [Field in keyof Held]: Held[Field] };

/** What is held, what is lost, and by row of the unit the post among those held that it stands in. */
export interface Holdings {
  readonly held: readonly Held[];
  readonly lost: readonly PostView[];
  readonly inside: readonly (Held | null)[];
}

/** Farther than any trench is seen. */
export const FAR = 99_999;

/** Those that are held, by row of the post. */
interface ByPost {
  readonly view: SideView;
  readonly rows: PostRows;
  readonly all: readonly (Counted | null)[];
}

/** Counts the posts that are held, those in them and those before them. */
export function holdingsOf(view: SideView): Holdings {
  const lost: PostView[] = [];
  const held: Counted[] = [];
  const byPost = { view, rows: postRowsOf(view), all: opened(view, held, lost) };
  seeEnemy(byPost);
  const inside = countMen(byPost);
  for (const one of held) judge(one);
  return { held, lost, inside };
}

function heldOf({ view, rows, all }: ByPost, post: string): Counted | null {
  const row = postRow(view, rows, post);
  return row < 0 ? null : (all[row] ?? null);
}

/** Posts that are held, with nobody in them and nobody before them yet; those in the other side's hands are put aside. */
function opened(view: SideView, held: Counted[], lost: PostView[]): (Counted | null)[] {
  const all = asMany<Counted | null>(view.posts);
  const clock = view.turn * PULSES;
  let camp = '';
  let seat: PostView | null = null;
  for (let row = 0; row < view.posts.length; row += 1) {
    all[row] = null;
    const post = view.posts[row];
    if (post?.holder === 'besieger') lost.push(post);
    if (post?.exact !== true || post.holder === 'empty') continue;
    if (post.camp !== camp) {
      ({ camp } = post);
      seat = seatOf(view, camp);
    }
    const cutTurns = post.cutOffSince < 0 ? -1 : Math.floor((clock - post.cutOffSince) / PULSES);
    const one: Counted = { post, seat, men: 0, cohesion: 0, quality: 0, companies: 0, good: 0, firm: 0, head: FAR, sap: null, stormed: false, threatened: false, cutTurns, wanted: 0 };
    held.push(one);
    all[row] = one;
  }
  return all;
}

/** The first sap towards each post, and who is stormed. */
function seeEnemy(byPost: ByPost): void {
  const { approaches, assaults, side: own } = byPost.view;
  for (const approach of approaches) {
    if (approach.kind !== 'sap' || approach.post === null) continue;
    const one = heldOf(byPost, approach.post);
    if (one === null || one.sap !== null) continue;
    one.sap = approach;
    one.head = approach.lengthMetres - approach.dugMetres;
  }
  for (const { post, side } of assaults) {
    const one = side === own ? null : heldOf(byPost, post);
    if (one !== null) one.stormed = true;
  }
}

/** Adds up the men of each post; cohesion and quality stay sums over the men for now. */
function countMen(byPost: ByPost): (Counted | null)[] {
  const { units } = byPost.view;
  const inside = asMany<Counted | null>(units);
  let post: string | null = null;
  let one: Counted | null = null;
  for (let row = 0; row < units.length; row += 1) {
    const unit = units[row];
    if (unit === undefined) continue;
    // Companies of one post mostly follow each other.
    if (unit.post !== post) {
      ({ post } = unit);
      one = post === null ? null : heldOf(byPost, post);
    }
    inside[row] = one;
    if (one === null || unit.men <= 0) continue;
    one.men += unit.men;
    one.cohesion += unit.cohesion * unit.men;
    one.quality += unit.quality * unit.men;
    one.companies += 1;
    if (unit.quality >= HISTORICAL.poorQuality) one.good += 1;
    if (unit.cohesion >= HISTORICAL.firmCohesion) one.firm += unit.men;
  }
  return inside;
}

/** What follows from the count: means, and how much the post is in danger. */
function judge(one: Counted): void {
  if (one.men > 0) {
    one.cohesion = Math.floor(one.cohesion / one.men);
    one.quality = Math.floor(one.quality / one.men);
  }
  one.threatened = one.post.inTheatre && (one.stormed || one.post.lodgement > 0 || one.head <= HISTORICAL.threatMetres);
  one.wanted = wantedIn(one);
}

/** Men that a post should have: most on the threatened hills that look down on the command post. */
function wantedIn(one: Held): number {
  const { post, threatened } = one;
  if (!post.hill) return threatened ? HISTORICAL.flatThreatened : HISTORICAL.flat;
  if (!threatened) return HISTORICAL.hill;
  return isWithin(one, HISTORICAL.keyMetres) ? HISTORICAL.keyHill : HISTORICAL.hillThreatened;
}

/** True where a post lies no farther than so many metres from the command post of its camp. */
export function isWithin({ post, seat }: Held, metres: number): boolean {
  return seat === null || isNearer(seat, post, metres + 1);
}

/** The nearest trench head first. */
export function isNearerTrench(one: Held, other: Held): boolean {
  return one.head < other.head || (one.head === other.head && one.post.id < other.post.id);
}
