/**
 * The besieger's steady commander: attack when sure, advance when sure. Outworks first; dig until hills, shells and
 * will come together; storm by night behind a preparation; rest what is broken. It sees a view and nothing else.
 */
import { metresBetween, centreOf } from '../engine/index.ts';
import type { SideView } from '../engine/index.ts';
import type { Commander } from './commander.ts';
import { STEADY } from './doctrine.ts';
import { Draft } from './draft.ts';
import { ringPicture } from './ring-picture.ts';
import type { RingPicture } from './ring-picture.ts';
import { harass, prepare, silence } from './steady-guns.ts';
import { flakForward, gather, mine, restTheBroken, shareCarriers, snipe } from './steady-rear.ts';
import { digOn } from './steady-spade.ts';
import { blowsOf, pursuit, storm } from './steady-storm.ts';
import type { Blow } from './steady-storm.ts';

/** Plans one turn for the besieger. */
export const steady: Commander = (view) => draftOfSteady(view).plan();

/** The plan in the making, with the orders that its view refused. */
export function draftOfSteady(view: SideView): Draft {
  const draft = new Draft(view);
  const picture = ringPicture(view);
  restTheBroken(picture, draft);
  breakOff(picture, draft);
  const tonight = blowsOf(picture, draft);
  if (view.night) {
    silence(picture, draft, 0, STEADY.gunsShare, STEADY.gunsRounds);
    prepare(picture, draft, tonight, 0, 1000);
    storm(draft, tonight, STEADY.stormPulse);
  } else byDay(picture, draft, tonight);
  harass(picture, draft, tonight.length > 1);
  mine(picture, draft);
  snipe(picture, draft);
  flakForward(picture, draft);
  if (view.night) digOn(picture, draft);
  shareCarriers(picture, draft);
  gather(picture, draft);
  return draft;
}

/** Press what has been won by daylight; at dusk close up for the night and open the preparation. */
function byDay(picture: RingPicture, draft: Draft, tonight: readonly Blow[]): void {
  const pressed = pursuit(picture);
  prepare(picture, draft, pressed, 0, STEADY.dayPrep);
  storm(draft, pressed, STEADY.stormPulse);
  const waiting = tonight.filter(({ goal }) => !pressed.some((blow) => blow.goal === goal));
  for (const { goal, lead, echelon } of waiting) closeUp(picture, draft, goal.post.id, [...lead, ...echelon].map(({ id }) => id));
  prepare(picture, draft, waiting, STEADY.duskPulse, STEADY.duskPrep);
  if (waiting.length > 0) silence(picture, draft, STEADY.duskPulse, STEADY.gunsShare, STEADY.gunsRounds);
}

/** Battalions that stand far from the trench they will storm from. */
function closeUp(picture: RingPicture, draft: Draft, post: string, ids: readonly string[]): void {
  const { view } = picture;
  const goal = picture.goals.find((one) => one.post.id === post);
  if (goal === undefined) return;
  const far = view.units.filter((unit) => ids.includes(unit.id) && draft.isFree(unit.id) && metresBetween(centreOf(view.facts.map.grid, unit.hex), goal.post) > goal.head + STEADY.closeUpMetres);
  if (far.length > 0) draft.add({ kind: 'close-up', units: far.map(({ id }) => id), post }, 'close-up', { battalions: far.length }, { post });
}

/** An assault that has paid much for little, or one that daylight finds in the open. */
function breakOff(picture: RingPicture, draft: Draft): void {
  for (const one of picture.view.assaults) {
    if (one.side !== picture.view.side || one.own === null) continue;
    const lost = Math.floor((one.own.lost * 1000) / Math.max(1, one.own.men));
    const lodgement = picture.view.posts.find(({ id }) => id === one.post)?.lodgement ?? 0;
    const stop = lodgement < STEADY.keepLodged && (lost >= STEADY.breakOffLost || !picture.view.night);
    if (!stop) draft.note('press-on', { lodgement, lost }, { post: one.post });
    else draft.add({ kind: 'break-off', post: one.post }, 'break-off', { lost: one.own.lost }, { post: one.post });
  }
}
