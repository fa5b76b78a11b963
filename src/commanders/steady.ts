/**
 * The besieger's steady commander: attack when sure, advance when sure. Outworks first; dig until hills, shells and
 * will come together; storm by night behind a preparation; rest what is broken. It sees a view and nothing else.
 */
import { centreOf, isNearer, postOf } from '../engine/index.ts';
import type { SideView } from '../engine/index.ts';
import type { Commander } from './commander.ts';
import { STEADY } from './doctrine.ts';
import { Draft } from './draft.ts';
import { ringPicture } from './ring-picture.ts';
import type { RingPicture } from './ring-picture.ts';
import { storm } from './steady-blows.ts';
import type { Blow } from './steady-blows.ts';
import { harass, prepare, silence } from './steady-guns.ts';
import { flakForward, gather, mine, restTheBroken, shareCarriers, snipe } from './steady-rear.ts';
import { digOn } from './steady-spade.ts';
import { blowsOf, pursuit } from './steady-storm.ts';

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
  for (const blow of waiting) closeUp(picture, draft, blow);
  prepare(picture, draft, waiting, STEADY.duskPulse, STEADY.duskPrep);
  if (waiting.length > 0) silence(picture, draft, STEADY.duskPulse, STEADY.gunsShare, STEADY.gunsRounds);
}

/** Battalions that stand far from the trench they will storm from. */
function closeUp({ view }: RingPicture, draft: Draft, { goal, lead, echelon }: Blow): void {
  const { id } = goal.post;
  const far: string[] = [];
  for (const unit of view.units) {
    if (!lead.includes(unit) && !echelon.includes(unit)) continue;
    const stands = centreOf(view.facts.map.grid, unit.hex);
    if (draft.isFree(unit.id) && !isNearer(stands, goal.post, goal.head + STEADY.closeUpMetres + 1)) far.push(unit.id);
  }
  if (far.length > 0) draft.add({ kind: 'close-up', units: far, post: id }, 'close-up', { battalions: far.length }, { post: id });
}

/** An assault that has paid much for little, or one that daylight finds in the open. */
function breakOff({ view }: RingPicture, draft: Draft): void {
  for (const { side, own, post } of view.assaults) {
    if (side !== view.side || own === null) continue;
    const lost = Math.floor((own.lost * 1000) / Math.max(1, own.men));
    const lodgement = postOf(view, post)?.lodgement ?? 0;
    const stop = lodgement < STEADY.keepLodged && (lost >= STEADY.breakOffLost || !view.night);
    if (!stop) draft.note('press-on', { lodgement, lost }, { post });
    else draft.add({ kind: 'break-off', post }, 'break-off', { lost: own.lost }, { post });
  }
}
