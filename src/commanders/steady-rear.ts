/** The steady commander's rear: flak forward, galleries, marksmen, rest, carriers, men for the loads. */
import { centreOf, isNearer, metresBetween } from '../engine/index.ts';
import type { BatteryView, SideView } from '../engine/index.ts';
import { STEADY } from './doctrine.ts';
import type { Draft } from './draft.ts';
import { mustRest, turnsSince } from './ring-picture.ts';
import type { RingPicture } from './ring-picture.ts';

/** Regiments whose will is broken neither dig nor storm until it has mended. */
export function restTheBroken(picture: RingPicture, draft: Draft): void {
  for (const regiment of picture.regiments) {
    const { formation, battalions } = regiment;
    if (!mustRest(regiment) || battalions.length === 0) continue;
    if (!draft.add({ kind: 'rest', formation: formation.id }, 'rest-regiment', { will: formation.will }, { formation: formation.id })) continue;
    for (const { id } of battalions) draft.hold(id);
    draft.hold(formation.id);
  }
}

/** A gallery under a hill that was stormed in vain, once its front has been quiet. */
export function mine(picture: RingPicture, draft: Draft): void {
  for (const { post, head, undermined } of picture.goals) {
    const begun = picture.view.galleries.some((gallery) => gallery.post === post.id && gallery.firedTurn < 0);
    const wanted = undermined && head <= STEADY.mineMetres && turnsSince(picture, post.stormedAt) >= STEADY.mineQuietTurns;
    if (begun || wanted) draft.add({ kind: 'mine', post: post.id }, 'drive-gallery', { failed: post.failedAssaults, metres: head }, { post: post.id });
  }
}

/** Marksmen before the posts that our trench has come near. */
export function snipe(picture: RingPicture, draft: Draft): void {
  if (picture.view.night) return;
  const near = picture.goals.filter(({ head }) => head <= STEADY.snipeMetres);
  for (const { post, head } of near.slice(0, STEADY.snipePosts)) draft.add({ kind: 'snipe', post: post.id }, 'marksmen', { metres: head }, { post: post.id });
}

/** One flak battery a turn goes forward along the trenches, as near to the drop zone as the posts allow. */
export function flakForward(picture: RingPicture, draft: Draft): void {
  const { view } = picture;
  const flak = view.batteries.filter((battery) => battery.flak && battery.tubes > 0);
  const camp = view.camps.find(({ stands }) => stands);
  if (!view.night || flak.length === 0 || camp === undefined) return;
  const battery = flak[Math.floor(view.turn / 2) % flak.length];
  if (battery === undefined) return;
  const aim = { east: camp.aimEast, north: camp.aimNorth };
  const now = metresBetween(battery, aim);
  const to = nearestPit(view, battery, aim, now - STEADY.flakStep);
  if (to !== null) draft.add({ kind: 'move-guns', battery: battery.id, to }, 'flak-forward', { metres: now }, { battery: battery.id });
}

/** The trench hex nearest to the aim that no held post looks into at close range, if it is nearer than `least`. */
function nearestPit(view: SideView, battery: BatteryView, aim: { east: number; north: number }, least: number): number | null {
  let best: number | null = null;
  let nearest = least;
  const held = view.posts.filter(({ holder }) => holder === 'garrison' || holder === 'contested');
  for (const { path, lengthMetres, dugMetres } of view.approaches) {
    const dug = lengthMetres <= 0 ? 0 : Math.floor((dugMetres * (path.length - 1)) / lengthMetres);
    for (const hex of path.slice(0, dug)) {
      const place = centreOf(view.facts.map.grid, hex);
      if (!isNearer(place, aim, nearest) || !isNearer(place, battery, STEADY.flakMarch + 1)) continue;
      if (held.some((post) => isNearer(place, post, STEADY.flakSafe))) continue;
      [best, nearest] = [hex, metresBetween(place, aim)];
    }
  }
  return best;
}

/** Food when the store runs low, shells otherwise. */
export function shareCarriers(picture: RingPicture, draft: Draft): void {
  const { view } = picture;
  if (view.rear === null || view.facts.supplyLine === null) return;
  const kilos = view.dumps.reduce((sum, dump) => sum + (dump.goods[0] ?? 0), 0);
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
