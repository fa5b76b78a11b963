/** Posts that an order of each kind can be for, as a view has them. */
import type { OrderKind } from './orders.ts';
import type { PostView, SideView } from './view.ts';

/** Ids of those posts; for a kind that names no post, those that are held. */
export function postChoices(view: SideView, kind: OrderKind, partial: Readonly<Record<string, unknown>>): string[] {
  switch (kind) {
    case 'break-off': return view.assaults.filter((assault) => assault.side === view.side && assault.ended === 'no').map(({ post }) => post);
    case 'assault': return ids(ahead(view).filter(({ id }) => !view.assaults.some((one) => one.post === id && one.ended === 'no')));
    case 'dig':
    case 'encircle': return ids(ahead(view));
    case 'snipe':
    case 'close-up': return ids(trenched(view));
    case 'mine': return ids(trenched(view).filter(({ id }) => !view.galleries.some((gallery) => gallery.post === id && gallery.firedTurn >= 0)));
    case 'counter-attack': return elsewhere(view, partial, view.posts.filter((post) => post.inTheatre));
    case 'give-up': return ids(held(view).filter(({ id }) => !view.facts.camps.some((camp) => camp.commandPost === id)));
    case 'reinforce': return elsewhere(view, partial, view.posts.filter(({ holder }) => holder !== 'besieger'));
    case 'convoy': return elsewhere(view, partial, held(view).filter(({ cutOffSince }) => cutOffSince >= 0));
    default: return ids(held(view));
  }
}

function ids(posts: readonly PostView[]): string[] {
  return posts.map(({ id }) => id);
}

/** Posts of the garrison's. */
function held(view: SideView): PostView[] {
  return view.posts.filter(({ holder }) => holder === 'garrison' || holder === 'contested');
}

/** Posts of this siege that are still to be taken. */
function ahead(view: SideView): PostView[] {
  return view.posts.filter((post) => post.inTheatre && post.holder !== view.side);
}

/** Of these, those with a trench before them. */
function trenched(view: SideView): PostView[] {
  return ahead(view).filter(({ id }) => view.approaches.some((approach) => approach.post === id && approach.dugMetres > 0));
}

/** Posts in which the unit that was chosen does not stand already. */
function elsewhere(view: SideView, partial: Readonly<Record<string, unknown>>, posts: readonly PostView[]): string[] {
  return ids(posts.filter(({ id }) => view.units.every((unit) => unit.id !== partial['unit'] || unit.post !== id)));
}
