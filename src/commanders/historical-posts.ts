/**
 * The historical garrison's infantry: hold every post, counter-attack at once, fill trenches in, keep cut-off posts
 * alive, give up what cannot be kept.
 */
import type { PostView, Stream, UnitView } from '../engine/index.ts';
import { sameCamp, takeNearest } from './camp-picture.ts';
import type { CampPicture, Held } from './camp-picture.ts';
import { HISTORICAL } from './doctrine.ts';
import type { Draft } from './draft.ts';
import { metresOut } from './seat.ts';

/** All orders to companies, dearest need first. */
export function movePosts(picture: CampPicture, draft: Draft, draws: Stream): void {
  giveUp(picture, draft);
  retake(picture, draft);
  relieve(picture, draft, picture.held.filter((held) => held.cutTurns < 0 && held.post.inTheatre && needsRelief(picture, held)), HISTORICAL.reliefs);
  standBy(picture, draft);
  relieve(picture, draft, picture.held.filter((held) => held.cutTurns < 0 && held.post.inTheatre && held.men * 1000 < held.wanted * HISTORICAL.thin), HISTORICAL.topUps);
  convoys(picture, draft);
  raids(picture, draft, draws);
  occupy(picture, draft);
}

/** Posts cut off for long whose men are few or spent. */
function giveUp(picture: CampPicture, draft: Draft): void {
  for (const { post, men, cohesion, cutTurns } of picture.held) {
    if (cutTurns < HISTORICAL.giveUpTurns || men === 0) continue;
    if (cohesion >= HISTORICAL.giveUpCohesion && men >= HISTORICAL.giveUpMen) continue;
    draft.add({ kind: 'give-up', post: post.id }, 'abandon-post', { men, turns: cutTurns }, { post: post.id });
  }
}

/** Posts lost within the last turns are fought for while the way is short and men are there. */
function retake(picture: CampPicture, draft: Draft): void {
  const { view, clock } = picture;
  const near = picture.lost.filter((post) => clock - post.heldSince <= HISTORICAL.retakePulses && metresOut(picture.view, post) <= HISTORICAL.retakeMetres);
  const height = (post: PostView): number => view.facts.map.heights[post.hex] ?? 0;
  near.sort((a, b) => height(b) - height(a) || (a.id < b.id ? -1 : 1));
  for (const post of near.slice(0, HISTORICAL.retakePosts)) send(picture, draft, post, HISTORICAL.retakeCompanies, 0, HISTORICAL.retakeOdds, 'retake-post');
}

/** Standing orders for the posts most likely to be entered: where men are inside already, then hills, then the rest; none by night for posts far out. */
function standBy(picture: CampPicture, draft: Draft): void {
  const reach = picture.view.night ? HISTORICAL.standMetresNight : HISTORICAL.standMetresDay;
  const rank = (held: Held): number => (held.post.lodgement > 0 ? 0 : 2000) + (held.post.hill ? 0 : 800) + Math.min(held.head, 900);
  const wanted = picture.held.filter((held) => held.threatened && held.cutTurns < 0 && metresOut(picture.view, held.post) <= reach).sort((a, b) => rank(a) - rank(b) || (a.post.id < b.post.id ? -1 : 1));
  for (const { post } of wanted.slice(0, HISTORICAL.standPosts)) {
    const sent = send(picture, draft, post, HISTORICAL.standCompanies, HISTORICAL.counterAfter, HISTORICAL.counterOdds, 'stand-by-counter');
    if (sent === 0) draft.note('hold-reserve', { companies: 0 }, { post: post.id });
  }
}

function send(picture: CampPicture, draft: Draft, post: PostView, companies: number, after: number, odds: number, reason: 'retake-post' | 'stand-by-counter'): number {
  let sent = 0;
  for (let count = 0; count < companies; count += 1) {
    const unit = takeNearest(picture.view, picture.reserve, post, (one) => fitToStrike(picture, one, post));
    if (unit === null) break;
    if (draft.add({ kind: 'counter-attack', unit: unit.id, post: post.id, after, odds }, reason, { after, odds }, { unit: unit.id, post: post.id })) sent += 1;
  }
  return sent;
}

/** Men who can be asked to attack. */
function fitToStrike({ view }: CampPicture, unit: UnitView, post: PostView): boolean {
  return unit.men >= HISTORICAL.strikeMen && unit.cohesion >= HISTORICAL.strikeCohesion && unit.quality >= HISTORICAL.strikeQuality && sameCamp(view, unit, post) && unit.post !== post.id;
}

/** A company each to the posts that want one most: thin ones, or poor troops who need better beside them. */
function relieve(picture: CampPicture, draft: Draft, wanting: readonly Held[], most: number): void {
  const need = [...wanting].sort((a, b) => Number(b.threatened) - Number(a.threatened) || a.men - b.men || (a.post.id < b.post.id ? -1 : 1));
  for (const { post } of need.slice(0, most)) {
    if (picture.reserve.length <= HISTORICAL.keepCompanies && picture.view.facts.theatre.length === 0) break;
    const unit = takeNearest(picture.view, picture.reserve, post, (one) => sameCamp(picture.view, one, post) && one.post !== post.id && one.quality >= HISTORICAL.poorQuality);
    if (unit !== null) draft.add({ kind: 'reinforce', unit: unit.id, post: post.id }, 'send-relief', { men: unit.men }, { unit: unit.id, post: post.id });
  }
}

/** Poor troops who waver where the enemy is near, or far out where nobody steadies them; posts apart are beyond help. */
function needsRelief(picture: CampPicture, { post, quality, cohesion, threatened }: Held): boolean {
  if (quality >= HISTORICAL.poorQuality) return false;
  const out = metresOut(picture.view, post);
  if (out > HISTORICAL.reliefMetres) return false;
  return cohesion < (threatened || out > HISTORICAL.farOutMetres ? HISTORICAL.poorCohesionOut : HISTORICAL.poorCohesion);
}

/** Water and cartridges to the cut off, every few turns. */
function convoys(picture: CampPicture, draft: Draft): void {
  for (const { post, cutTurns, men } of picture.held) {
    if (cutTurns < HISTORICAL.convoyTurns || men === 0 || cutTurns % HISTORICAL.convoyTurns !== 0) continue;
    const unit = takeNearest(picture.view, picture.reserve, post, (one) => sameCamp(picture.view, one, post) && one.cohesion >= HISTORICAL.strikeCohesion);
    if (unit !== null) draft.add({ kind: 'convoy', unit: unit.id, post: post.id }, 'send-convoy', { turns: cutTurns }, { unit: unit.id, post: post.id });
  }
}

/** On most days a company goes out at one of the nearest trenches. */
function raids(picture: CampPicture, draft: Draft, draws: Stream): void {
  const { view } = picture;
  if (view.night || draws.below(1000) >= HISTORICAL.raidDays) return;
  const near = picture.held.filter((held) => held.sap !== null && held.head <= HISTORICAL.raidMetres && held.cutTurns < 0 && !held.stormed).slice(0, HISTORICAL.raidChoice);
  const target = near[near.length === 0 ? 0 : draws.below(near.length)];
  if (target === undefined || target.sap === null || picture.reserve.length <= HISTORICAL.keepCompanies) return;
  const unit = takeNearest(view, picture.reserve, target.post, (one) => fitToStrike(picture, one, target.post));
  if (unit !== null) draft.add({ kind: 'raid', unit: unit.id, approach: target.sap.id, from: 1 }, 'raid-trench', { metres: target.head }, { unit: unit.id, post: target.post.id });
}

/** A spare company builds a post where one is sited, near the command post first. */
function occupy(picture: CampPicture, draft: Draft): void {
  const { view } = picture;
  if (view.night || view.turn % HISTORICAL.siteTurns !== 0 || view.turn === 0) return;
  const sites = view.posts.filter((post) => post.holder === 'empty' && post.inTheatre && post.cutOffSince < 0).sort((a, b) => metresOut(picture.view, a) - metresOut(picture.view, b) || (a.id < b.id ? -1 : 1));
  const site = sites[0];
  if (site === undefined || picture.reserve.length <= HISTORICAL.keepCompanies + 2) return;
  const unit = takeNearest(view, picture.reserve, site, (one) => sameCamp(view, one, site));
  if (unit !== null) draft.add({ kind: 'reinforce', unit: unit.id, post: site.id }, 'occupy-site', { men: unit.men }, { unit: unit.id, post: site.id });
}
