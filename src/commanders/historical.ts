/**
 * The garrison's historical commander: hold every post, protective fire before the threatened ones, parachutists to
 * counter-attack at once, everything by air. It sees a view and nothing else.
 */
import { PULSES } from '../engine/index.ts';
import type { SideView, Stream } from '../engine/index.ts';
import { campPicture, eatersOf } from './camp-picture.ts';
import type { CampPicture } from './camp-picture.ts';
import type { Commander } from './commander.ts';
import { HISTORICAL } from './doctrine.ts';
import { Draft } from './draft.ts';
import { fly } from './historical-air.ts';
import { layFire } from './historical-guns.ts';
import { movePosts } from './historical-posts.ts';
import { dumpOf } from './stocks.ts';

/** Plans one turn for the garrison. */
export const historical: Commander = (view, draws) => draftOfHistorical(view, draws).plan();

/** The plan in the making, with the orders that its view refused. */
export function draftOfHistorical(view: SideView, draws: Stream): Draft {
  const draft = new Draft(view);
  const picture = campPicture(view);
  theEnd(picture, draft);
  takeOver(picture, draft);
  layFire(picture, draft);
  movePosts(picture, draft, draws);
  fly(picture, draft);
  ration(picture, draft);
  return draft;
}

/** A camp that was left free to act: the chief ceases fire when nothing is left to hold with; a small camp marches out. */
function theEnd({ view, fit }: CampPicture, draft: Draft): void {
  for (let row = 0; row < view.camps.length; row += 1) {
    const camp = view.camps[row];
    if (camp?.stands !== true || camp.leave === 'hold') continue;
    const men = fit[row] ?? 0;
    if (camp.leave === 'cease-fire' && camp.collapse >= HISTORICAL.ceaseFireAt) draft.add({ kind: 'surrender', camp: camp.id }, 'cease-fire', { men }, { camp: camp.id });
    else if (row > 0 && view.night) draft.add({ kind: 'break-out', camp: camp.id }, 'march-out', { men }, { camp: camp.id });
  }
}

/** Another officer for a headquarters that has lost its own. */
function takeOver({ view, clock }: CampPicture, draft: Draft): void {
  let found = 0;
  for (const { id, headlessUntil, shockedUntil } of view.formations) {
    if (headlessUntil <= clock + PULSES && shockedUntil <= clock + PULSES) continue;
    draft.add({ kind: 'replace', formation: id }, 'take-over', {}, { formation: id });
    found += 1;
    if (found === HISTORICAL.replacements) return;
  }
}

/** Short commons before the store is empty. */
function ration(picture: CampPicture, draft: Draft): void {
  const { view } = picture;
  for (let row = 0; row < view.camps.length; row += 1) {
    const camp = view.camps[row];
    if (camp?.stands !== true) continue;
    const kilos = dumpOf(view, camp.id)?.goods[0] ?? 0;
    const days = Math.floor((kilos * 10) / Math.max(1, eatersOf(picture, row) * 16));
    const permille = days < HISTORICAL.foodLowDays ? HISTORICAL.shortRation : 1000;
    if (camp.ration !== permille) draft.add({ kind: 'ration', camp: camp.id, permille }, 'cut-ration', { days, permille }, { camp: camp.id });
  }
}
