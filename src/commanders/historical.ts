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
function theEnd(picture: CampPicture, draft: Draft): void {
  const { view } = picture;
  for (const camp of view.camps) {
    const men = picture.fit[camp.id] ?? 0;
    if (!camp.stands) continue;
    const isMain = camp.id === view.camps[0]?.id;
    if (camp.leave === 'cease-fire' && camp.collapse >= HISTORICAL.ceaseFireAt) draft.add({ kind: 'surrender', camp: camp.id }, 'cease-fire', { men }, { camp: camp.id });
    else if (!isMain && camp.leave !== 'hold' && view.night) draft.add({ kind: 'break-out', camp: camp.id }, 'march-out', { men }, { camp: camp.id });
  }
}

/** Another officer for a headquarters that has lost its own. */
function takeOver(picture: CampPicture, draft: Draft): void {
  const { view, clock } = picture;
  const lost = view.formations.filter(({ headlessUntil, shockedUntil }) => Math.max(headlessUntil, shockedUntil) > clock + PULSES);
  for (const { id } of lost.slice(0, HISTORICAL.replacements)) draft.add({ kind: 'replace', formation: id }, 'take-over', {}, { formation: id });
}

/** Short commons before the store is empty. */
function ration(picture: CampPicture, draft: Draft): void {
  const { view } = picture;
  for (const camp of view.camps) {
    const kilos = view.dumps.find((dump) => dump.camp === camp.id)?.goods[0] ?? 0;
    const days = Math.floor((kilos * 10) / Math.max(1, eatersOf(picture, camp) * 16));
    const permille = days < HISTORICAL.foodLowDays ? HISTORICAL.shortRation : 1000;
    if (camp.stands && camp.ration !== permille) draft.add({ kind: 'ration', camp: camp.id, permille }, 'cut-ration', { days, permille }, { camp: camp.id });
  }
}
