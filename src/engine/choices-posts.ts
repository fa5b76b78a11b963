/** Posts that an order of each kind can be for, as a view has them. */
import type { OrderKind } from './orders.ts';
import type { PostView, SideView } from './view.ts';

type Partial = Readonly<Record<string, unknown>>;

/** Ids of those posts; for a kind that names no post, those that are held. */
export function postChoices(view: SideView, kind: OrderKind, partial: Partial): string[] {
  return (CHOICES[kind] ?? held)(view, partial).map(({ id }) => id);
}

const CHOICES: { readonly [Kind in OrderKind]?: (view: SideView, partial: Partial) => PostView[] } = {
  'break-off': (view) => view.posts.filter(({ id }) => view.assaults.some((one) => one.post === id && one.side === view.side && one.ended === 'no')),
  assault: (view) => ahead(view).filter(({ id }) => !view.assaults.some((one) => one.post === id && one.ended === 'no')),
  dig: ahead,
  encircle: ahead,
  snipe: trenched,
  'close-up': trenched,
  mine: (view) => trenched(view).filter(({ id }) => !view.galleries.some((gallery) => gallery.post === id && gallery.firedTurn >= 0)),
  'counter-attack': (view, partial) => elsewhere(view, partial, view.posts.filter((post) => post.inTheatre)),
  'give-up': (view) => held(view).filter(({ id }) => !view.facts.camps.some((camp) => camp.commandPost === id)),
  reinforce: (view, partial) => elsewhere(view, partial, view.posts.filter(({ holder }) => holder !== 'besieger')),
  convoy: (view, partial) => elsewhere(view, partial, held(view).filter(({ cutOffSince }) => cutOffSince >= 0)),
};

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
function elsewhere(view: SideView, partial: Partial, posts: readonly PostView[]): PostView[] {
  const there = view.units.find(({ id }) => id === partial['unit'])?.post;
  return posts.filter(({ id }) => id !== there);
}
