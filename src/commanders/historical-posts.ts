/**
 * The historical garrison's infantry: hold every post, counter-attack at once, fill trenches in, keep cut-off posts
 * alive, give up what cannot be kept.
 */
import type { PostView, SideView, Stream } from '../engine/index.ts';
import type { CampPicture } from './camp-picture.ts';
import { HISTORICAL } from './doctrine.ts';
import type { Draft } from './draft.ts';
import { insert } from './few.ts';
import { isWithin } from './held.ts';
import type { Held } from './held.ts';
import { takeNearest } from './reserve.ts';
import type { Asked } from './reserve.ts';
import { metresOut } from './seat.ts';

/** Men who can be asked to attack, to stand by others, to fight their way through, to build. */
const STRIKERS: Asked = { men: HISTORICAL.strikeMen, cohesion: HISTORICAL.strikeCohesion, quality: HISTORICAL.strikeQuality, elsewhere: true };
const RELIEF: Asked = { men: 0, cohesion: 0, quality: HISTORICAL.poorQuality, elsewhere: true };
const CARRIERS: Asked = { men: 0, cohesion: HISTORICAL.strikeCohesion, quality: 0, elsewhere: false };
const BUILDERS: Asked = { men: 0, cohesion: 0, quality: 0, elsewhere: false };

/** All orders to companies, dearest need first. */
export function movePosts(picture: CampPicture, draft: Draft, draws: Stream): void {
  giveUp(picture, draft);
  retake(picture, draft);
  relieve(picture, draft, HISTORICAL.reliefs, needsRelief);
  standBy(picture, draft);
  relieve(picture, draft, HISTORICAL.topUps, isThin);
  convoys(picture, draft);
  raids(picture, draft, draws);
  occupy(picture, draft);
}

/** Posts cut off for long whose men are few or spent. */
function giveUp({ held }: CampPicture, draft: Draft): void {
  for (const { post, men, cohesion, cutTurns } of held) {
    if (cutTurns < HISTORICAL.giveUpTurns || men === 0) continue;
    if (cohesion >= HISTORICAL.giveUpCohesion && men >= HISTORICAL.giveUpMen) continue;
    draft.add({ kind: 'give-up', post: post.id }, 'abandon-post', { men, turns: cutTurns }, { post: post.id });
  }
}

/** A lost post that may be fought for. */
interface Lost {
  readonly post: PostView;
  readonly height: number;
}

/** Posts lost within the last turns are fought for while the way is short and men are there. */
function retake(picture: CampPicture, draft: Draft): void {
  const { view, clock, lost } = picture;
  const near: Lost[] = [];
  for (const post of lost) {
    if (!post.inTheatre || clock - post.heldSince > HISTORICAL.retakePulses || metresOut(view, post) > HISTORICAL.retakeMetres) continue;
    insert(near, HISTORICAL.retakePosts, { post, height: view.facts.map.heights[post.hex] ?? 0 }, isHigher);
  }
  for (const { post } of near) send(picture, draft, post, HISTORICAL.retakeCompanies, 0, HISTORICAL.retakeOdds, 'retake-post');
}

function isHigher(one: Lost, other: Lost): boolean {
  return one.height > other.height || (one.height === other.height && one.post.id < other.post.id);
}

/** Standing orders for the posts most likely to be entered; none by night for posts far out. */
function standBy(picture: CampPicture, draft: Draft): void {
  const reach = picture.view.night ? HISTORICAL.standMetresNight : HISTORICAL.standMetresDay;
  const wanted: Held[] = [];
  for (const held of picture.threatened) if (held.cutTurns < 0 && isWithin(held, reach)) insert(wanted, HISTORICAL.standPosts, held, isLikelier);
  for (const { post } of wanted) {
    const sent = send(picture, draft, post, HISTORICAL.standCompanies, HISTORICAL.counterAfter, HISTORICAL.counterOdds, 'stand-by-counter');
    if (sent === 0) draft.note('hold-reserve', { companies: 0 }, { post: post.id });
  }
}

function isLikelier(one: Held, other: Held): boolean {
  const difference = likelihood(one) - likelihood(other);
  return difference < 0 || (difference === 0 && one.post.id < other.post.id);
}

/** Where men are inside already, then hills, then the rest: the lowest figure first. */
function likelihood({ post, head }: Held): number {
  return (post.lodgement > 0 ? 0 : 2000) + (post.hill ? 0 : 800) + Math.min(head, 900);
}

function send(picture: CampPicture, draft: Draft, post: PostView, companies: number, after: number, odds: number, reason: 'retake-post' | 'stand-by-counter'): number {
  let sent = 0;
  for (let count = 0; count < companies; count += 1) {
    const unit = takeNearest(picture.reserve, post, STRIKERS);
    if (unit === null) break;
    if (draft.add({ kind: 'counter-attack', unit: unit.id, post: post.id, after, odds }, reason, { after, odds }, { unit: unit.id, post: post.id })) sent += 1;
  }
  return sent;
}

/** A company each to the posts that want one most: thin ones, or poor troops who need better beside them. */
function relieve({ view, held, reserve }: CampPicture, draft: Draft, most: number, wants: (held: Held) => boolean): void {
  const need: Held[] = [];
  for (const one of held) if (one.cutTurns < 0 && one.post.inTheatre && wants(one)) insert(need, most, one, isNeedier);
  for (const { post } of need) {
    if (reserve.length <= HISTORICAL.keepCompanies && view.facts.theatre.length === 0) break;
    const unit = takeNearest(reserve, post, RELIEF);
    if (unit !== null) draft.add({ kind: 'reinforce', unit: unit.id, post: post.id }, 'send-relief', { men: unit.men }, { unit: unit.id, post: post.id });
  }
}

function isNeedier(one: Held, other: Held): boolean {
  if (one.threatened !== other.threatened) return one.threatened;
  return one.men < other.men || (one.men === other.men && one.post.id < other.post.id);
}

/** Poor troops who waver where the enemy is near, or far out where nobody steadies them; posts apart are beyond help. */
function needsRelief(held: Held): boolean {
  if (held.quality >= HISTORICAL.poorQuality || !isWithin(held, HISTORICAL.reliefMetres)) return false;
  return held.cohesion < (held.threatened || !isWithin(held, HISTORICAL.farOutMetres) ? HISTORICAL.poorCohesionOut : HISTORICAL.poorCohesion);
}

/** Far fewer men than the post should have. */
function isThin({ men, wanted }: Held): boolean {
  return men * 1000 < wanted * HISTORICAL.thin;
}

/** Water and cartridges to the cut off, every few turns. */
function convoys({ held, reserve }: CampPicture, draft: Draft): void {
  for (const { post, cutTurns, men } of held) {
    if (cutTurns < HISTORICAL.convoyTurns || men === 0 || cutTurns % HISTORICAL.convoyTurns !== 0) continue;
    const unit = takeNearest(reserve, post, CARRIERS);
    if (unit !== null) draft.add({ kind: 'convoy', unit: unit.id, post: post.id }, 'send-convoy', { turns: cutTurns }, { unit: unit.id, post: post.id });
  }
}

/** On most days a company goes out at one of the nearest trenches. */
function raids({ view, held, reserve }: CampPicture, draft: Draft, draws: Stream): void {
  if (view.night || draws.below(1000) >= HISTORICAL.raidDays) return;
  const near = raidable(held);
  const target = near[near.length === 0 ? 0 : draws.below(near.length)];
  if (target === undefined || target.sap === null || reserve.length <= HISTORICAL.keepCompanies) return;
  const unit = takeNearest(reserve, target.post, STRIKERS);
  if (unit !== null) draft.add({ kind: 'raid', unit: unit.id, approach: target.sap.id, from: 1 }, 'raid-trench', { metres: target.head }, { unit: unit.id, post: target.post.id });
}

/** Posts with a trench close to the wire from which one can still go out. */
function raidable(held: readonly Held[]): Held[] {
  const near: Held[] = [];
  for (const one of held) {
    if (one.sap === null || one.head > HISTORICAL.raidMetres || one.cutTurns >= 0 || one.stormed) continue;
    near.push(one);
    if (near.length === HISTORICAL.raidChoice) break;
  }
  return near;
}

/** A spare company builds a post where one is sited. */
function occupy({ view, reserve }: CampPicture, draft: Draft): void {
  if (view.night || view.turn % HISTORICAL.siteTurns !== 0 || view.turn === 0 || reserve.length <= HISTORICAL.keepCompanies + 2) return;
  const site = nearestSite(view);
  if (site === null) return;
  const unit = takeNearest(reserve, site, BUILDERS);
  if (unit !== null) draft.add({ kind: 'reinforce', unit: unit.id, post: site.id }, 'occupy-site', { men: unit.men }, { unit: unit.id, post: site.id });
}

/** The site of a post nearest to its command post. */
function nearestSite(view: SideView): PostView | null {
  let best: PostView | null = null;
  let least = Infinity;
  for (const post of view.posts) {
    if (post.holder !== 'empty' || !post.inTheatre || post.cutOffSince >= 0) continue;
    const out = metresOut(view, post);
    if (best !== null && (out > least || (out === least && best.id < post.id))) continue;
    best = post;
    least = out;
  }
  return best;
}
