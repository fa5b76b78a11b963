/** The steady commander's rear: flak forward, galleries, marksmen, rest, carriers, men for the loads. */
import { centreOf, isNearer, metresBetween } from '../engine/index.ts';
import type { BatteryView, Place, PostView, SideView } from '../engine/index.ts';
import { STEADY } from './doctrine.ts';
import type { Draft } from './draft.ts';
import { mustRest, turnsSince } from './ring-picture.ts';
import type { RingPicture } from './ring-picture.ts';

/** Regiments whose will is broken neither dig nor storm until it has mended. */
export function restTheBroken(picture: RingPicture, draft: Draft): void {
  for (const regiment of picture.regiments) {
    const { formation, battalions } = regiment;
    if (!mustRest(regiment) || battalions.length === 0) continue;
    draft.add({ kind: 'rest', formation: formation.id }, 'rest-regiment', { will: formation.will }, { formation: formation.id });
  }
}

/** A gallery under a hill that was stormed in vain, once its front has been quiet. */
export function mine(picture: RingPicture, draft: Draft): void {
  for (const { post, head, undermined } of picture.front.goals) {
    const wanted = undermined && head <= STEADY.mineMetres && turnsSince(picture, post.stormedAt) >= STEADY.mineQuietTurns;
    if (wanted || isMined(picture.view, post.id)) draft.add({ kind: 'mine', post: post.id }, 'drive-gallery', { failed: post.failedAssaults, metres: head }, { post: post.id });
  }
}

/** A gallery under the post is begun and not fired yet. */
function isMined({ galleries }: SideView, post: string): boolean {
  for (const gallery of galleries) if (gallery.post === post && gallery.firedTurn < 0) return true;
  return false;
}

/** Marksmen before the posts that our trench has come near. */
export function snipe({ view, front }: RingPicture, draft: Draft): void {
  if (view.night) return;
  let posts = 0;
  for (const { post, sap, head } of front.goals) {
    if (head > STEADY.snipeMetres) continue;
    posts += 1;
    if (posts > STEADY.snipePosts) return;
    if (sap !== null && sap.dugMetres > 0) draft.add({ kind: 'snipe', post: post.id }, 'marksmen', { metres: head }, { post: post.id });
  }
}

/** One flak battery a turn goes forward along the trenches, as near to the drop zone as the posts allow. */
export function flakForward({ view }: RingPicture, draft: Draft): void {
  const camp = view.night ? view.camps.find(({ stands }) => stands) : undefined;
  const battery = camp === undefined ? null : flakOf(view);
  if (camp === undefined || battery === null) return;
  const aim = { east: camp.aimEast, north: camp.aimNorth };
  const now = metresBetween(battery, aim);
  const to = nearestPit(view, battery, aim, now - STEADY.flakStep);
  if (to !== null) draft.add({ kind: 'move-guns', battery: battery.id, to }, 'flak-forward', { metres: now }, { battery: battery.id });
}

/** The flak battery whose turn it is. */
function flakOf({ batteries, turn }: SideView): BatteryView | null {
  const flak: BatteryView[] = [];
  for (const battery of batteries) if (battery.flak && battery.tubes > 0) flak.push(battery);
  return flak[Math.floor(turn / 2) % flak.length] ?? null;
}

/** The trench hex nearest to the aim that no held post looks into at close range, if it is nearer than `least`. */
function nearestPit(view: SideView, battery: BatteryView, aim: Place, least: number): number | null {
  let best: number | null = null;
  let nearest = least;
  const { grid } = view.facts.map;
  const march = STEADY.flakMarch + 1;
  let watcher: PostView | null = null;
  for (const { path, lengthMetres, dugMetres } of view.approaches) {
    const dug = lengthMetres <= 0 ? 0 : Math.floor((dugMetres * (path.length - 1)) / lengthMetres);
    for (let step = 0; step < dug; step += 1) {
      const hex = path[step] ?? 0;
      const place = centreOf(grid, hex);
      const beyond = Math.max(apart(place, aim) - nearest, apart(place, battery) - march);
      // A trench runs from hex to hex beside it: none comes near enough before so many more.
      if (beyond > 0) step += Math.floor(beyond / grid.stepMetres);
      if (beyond >= 0 || !isNearer(place, aim, nearest) || !isNearer(place, battery, march)) continue;
      watcher = watcherOf(view, place, watcher);
      if (watcher !== null) continue;
      best = hex;
      nearest = metresBetween(place, aim);
    }
  }
  return best;
}

/** The greater of the metres eastward and northward between two places, which lie no nearer than that. */
function apart(a: Place, b: Place): number {
  return Math.max(Math.abs(a.east - b.east), Math.abs(a.north - b.north));
}

/** A post that the garrison holds, or holds in part, and that looks into the place at close range: mostly the one that looked into the place before. */
function watcherOf({ posts }: SideView, place: Place, last: PostView | null): PostView | null {
  if (last !== null && isNearer(place, last, STEADY.flakSafe)) return last;
  for (const post of posts) {
    if (isNearer(place, post, STEADY.flakSafe) && (post.holder === 'garrison' || post.holder === 'contested')) return post;
  }
  return null;
}

/** Food when the store runs low, shells otherwise. */
export function shareCarriers(picture: RingPicture, draft: Draft): void {
  const { view } = picture;
  if (view.rear === null || view.facts.supplyLine === null) return;
  let kilos = 0;
  for (const dump of view.dumps) kilos += dump.goods[0] ?? 0;
  const days = Math.floor((kilos * 1000) / Math.max(1, view.facts.supplyLine.foodKilos) / 1000);
  const food = days < STEADY.foodDaysLow ? STEADY.foodShareHigh : days > STEADY.foodDaysHigh ? STEADY.foodShareLow : STEADY.foodShare;
  if (food !== view.rear.foodShare) draft.add({ kind: 'porters', food }, 'share-carriers', { food, days }, {});
}

/** Men for what lies out before the trenches. */
export function gather(picture: RingPicture, draft: Draft): void {
  const { view } = picture;
  if (view.loads.length === 0) return;
  for (const camp of view.camps) {
    if (camp.stands) draft.add({ kind: 'gather', camp: camp.id, men: STEADY.gatherMen }, 'gather-loads', { men: STEADY.gatherMen }, { camp: camp.id });
  }
}
