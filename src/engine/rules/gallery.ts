/**
 * The gallery: engineers drive a tunnel from the head of a sap under a post, fill its chamber, and fire it as the next
 * assault on the post opens.
 *
 * It grows night by night while it is ordered, and once it is long enough the chamber is filled in a few nights more.
 * The charge leaves little of the works and hits many of those in the post; the rest are shaken, and the assault of
 * that turn is the stronger for it. Source: rule set, group `gallery`.
 */
import { at, postOf, rowOf } from '../board.ts';
import { moveCohesion } from '../cohesion.ts';
import { hurtAll, unitsIn } from '../people.ts';
import { wholeByChance } from '../random.ts';
import type { GameState } from '../state.ts';
import type { GalleryState } from '../state-siege.ts';
import { canStorm } from '../storm-state.ts';
import { isHeld, sapTo } from '../trench.ts';
import { ordersDue } from '../turn-context.ts';
import type { Given, Turn } from '../turn-context.ts';

/** In the pulse in which an assault opens on a post whose gallery is ready. */
export function fireGallery(state: GameState, turn: Turn): void {
  if (state.galleries.length === 0 || turn.byKind.assault === undefined) return;
  for (const given of ordersDue(turn, 'assault')) {
    const gallery = state.galleries.find((one) => one.post === given.order.post && isReady(one, turn));
    if (gallery !== undefined && canStorm(state, turn, given)) fire(state, turn, gallery);
  }
}

function isReady({ loadedTurn, firedTurn }: GalleryState, { number }: Turn): boolean {
  return loadedTurn >= 0 && loadedTurn <= number && firedTurn < 0;
}

function fire(state: GameState, turn: Turn, gallery: GalleryState): void {
  const { gallery: rules } = turn.rules;
  const post = at(state.posts, rowOf(turn.board.postRow, gallery.post));
  gallery.firedTurn = turn.number;
  post.works = Math.min(post.works, rules.worksLeft);
  turn.tell({ type: 'gallery-fired', post: post.id, works: post.works });
  const inside = unitsIn(state, turn, post.id, 'garrison');
  let men = 0;
  for (const unit of inside) men += unit.men;
  hurtAll(state, turn, inside, men * rules.hit, rules.killedShare, 'gallery');
  for (const unit of inside) {
    if (unit.men > 0) moveCohesion(turn, unit, at(turn.board.units, rowOf(turn.board.unitRow, unit.id)), [{ cause: 'gallery', points: -rules.cohesion }]);
  }
}

/** The engineers' night. */
export function driveGallery(state: GameState, turn: Turn): void {
  for (const given of turn.byKind.mine ?? NONE) {
    if (given.lost || given.done) continue;
    given.done = true;
    if (turn.night) drive(state, turn, given, given.order.post);
  }
  for (const gallery of state.galleries) if (gallery.loadedTurn === turn.number) turn.tell({ type: 'gallery-loaded', post: gallery.post });
}

const NONE: readonly never[] = [];

function drive(state: GameState, turn: Turn, given: Given, post: string): void {
  const { rate, loadNights } = turn.rules.gallery;
  const gallery = state.galleries.find((one) => one.post === post && one.firedTurn < 0) ?? begin(state, turn, post);
  if (gallery === null) return turn.tell({ type: 'order-void', side: given.side, order: given.index, kind: given.order.kind });
  if (gallery.loadedTurn >= 0) return;
  const metres = wholeByChance(turn.draws('gallery', post), rate * THOUSANDTHS_A_CENTIMETRE);
  gallery.metres = Math.min(gallery.lengthMetres, gallery.metres + metres);
  turn.tell({ type: 'gallery-dug', post, metres: gallery.metres, lengthMetres: gallery.lengthMetres });
  if (gallery.metres >= gallery.lengthMetres) gallery.loadedTurn = turn.number + loadNights * TURNS_A_DAY;
}

const THOUSANDTHS_A_CENTIMETRE = 10;
const TURNS_A_DAY = 2;

/** From a sap that is near enough to a post that is still held; null where there is none. */
function begin(state: GameState, turn: Turn, id: string): GalleryState | null {
  const { length, startMetres } = turn.rules.gallery;
  const sap = sapTo(state, id);
  if (sap === undefined || sap.lengthMetres - sap.dugMetres > startMetres) return null;
  if (!isHeld(at(state.posts, postOf(turn.board, id).index))) return null;
  const gallery: GalleryState = { post: id, metres: 0, lengthMetres: length, begunTurn: turn.number, loadedTurn: -1, firedTurn: -1 };
  state.galleries.push(gallery);
  return gallery;
}
