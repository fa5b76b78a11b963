/** What the garrison's staff reads off its view before it plans: posts and what threatens them, reserves, stores. */
import { metresBetween, PULSES } from '../engine/index.ts';
import type { ApproachView, CampView, PostView, SideView, UnitView } from '../engine/index.ts';
import { HISTORICAL } from './doctrine.ts';
import { metresOut } from './seat.ts';
import { stocksOf } from './stocks.ts';
import type { Stocks } from './stocks.ts';

/** A post of the garrison with what its staff knows of it. */
export interface Held {
  readonly post: PostView;
  readonly units: readonly UnitView[];
  readonly men: number;
  /** Mean cohesion and quality of the men in it. */
  readonly cohesion: number;
  readonly quality: number;
  /** Metres from its wire to the nearest trench head that was seen; far where none was. */
  readonly head: number;
  readonly sap: ApproachView | null;
  readonly stormed: boolean;
  readonly threatened: boolean;
  /** Turns since it was cut off; -1 = linked. */
  readonly cutTurns: number;
  /** Men it should have. */
  readonly wanted: number;
}

export interface CampPicture {
  readonly view: SideView;
  readonly clock: number;
  readonly held: readonly Held[];
  /** Posts in the other side's hands. */
  readonly lost: readonly PostView[];
  /** Companies that may be sent somewhere, best first. */
  readonly reserve: UnitView[];
  readonly stocks: Stocks;
  /** Men fit to fight, by camp. */
  readonly fit: Readonly<Record<string, number>>;
}

/** Reads the picture off a view. */
export function campPicture(view: SideView): CampPicture {
  const clock = view.turn * PULSES;
  const inside = unitsByPost(view);
  const held = view.posts.filter((post) => post.exact && post.holder !== 'empty').map((post) => heldOf(view, post, inside[post.id] ?? [], clock));
  return {
    view, clock, held,
    lost: view.posts.filter((post) => post.holder === 'besieger' && post.inTheatre),
    reserve: reserveOf(view, held),
    stocks: stocksOf(view),
    fit: fitOf(view, held),
  };
}

/** Units with fit men, by the post that they stand in. */
function unitsByPost(view: SideView): Record<string, UnitView[]> {
  const inside = Object.create(null) as Record<string, UnitView[]>;
  for (const unit of view.units) if (unit.post !== null && unit.men > 0) (inside[unit.post] ??= []).push(unit);
  return inside;
}

function heldOf(view: SideView, post: PostView, units: readonly UnitView[], clock: number): Held {
  const men = units.reduce((sum, unit) => sum + unit.men, 0);
  const mean = (of: (unit: UnitView) => number): number => (men === 0 ? 0 : Math.floor(units.reduce((sum, unit) => sum + of(unit) * unit.men, 0) / men));
  const sap = view.approaches.find((one) => one.kind === 'sap' && one.post === post.id) ?? null;
  const head = sap === null ? FAR : sap.lengthMetres - sap.dugMetres;
  const stormed = view.assaults.some((one) => one.post === post.id && one.side !== view.side);
  const threatened = post.inTheatre && (stormed || post.lodgement > 0 || head <= HISTORICAL.threatMetres);
  return {
    post, units, men, head, sap, stormed, threatened,
    cohesion: mean((unit) => unit.cohesion), quality: mean((unit) => unit.quality),
    cutTurns: post.cutOffSince < 0 ? -1 : Math.floor((clock - post.cutOffSince) / PULSES),
    wanted: wantedIn(view, post, threatened),
  };
}

/** Men that a post should have: most on the threatened hills that look down on the command post. */
function wantedIn(view: SideView, post: PostView, threatened: boolean): number {
  if (!post.hill) return threatened ? HISTORICAL.flatThreatened : HISTORICAL.flat;
  if (!threatened) return HISTORICAL.hill;
  return metresOut(view, post) <= HISTORICAL.keyMetres ? HISTORICAL.keyHill : HISTORICAL.hillThreatened;
}

/** Farther than any trench is seen. */
export const FAR = 99_999;

/** Companies kept back, and those that a post has to spare. */
function reserveOf(view: SideView, held: readonly Held[]): UnitView[] {
  const reserve = view.units.filter((unit) => isFree(unit) && unit.arm !== 'services' && (unit.post === null || (unit.reserve && !isNeeded(held, unit))));
  for (const { units, men, wanted, stormed, post } of held) {
    if (stormed || post.lodgement > 0 || units.length < 2) continue;
    const spare = units.find((unit) => isFree(unit) && unit.arm !== 'services' && !reserve.includes(unit) && men - unit.men >= wanted);
    if (spare !== undefined) reserve.push(spare);
  }
  return reserve.sort((a, b) => b.quality * b.cohesion - a.quality * a.cohesion || (a.id < b.id ? -1 : 1));
}

/** A company of the reserve that a threatened post would miss, or that steadies poor troops. */
function isNeeded(held: readonly Held[], unit: UnitView): boolean {
  const at = held.find(({ post }) => post.id === unit.post);
  if (at === undefined) return false;
  const others = at.units.filter((one) => one.id !== unit.id);
  const steadies = others.length > 0 && others.every((one) => one.quality < HISTORICAL.poorQuality);
  return steadies || (at.threatened && firmMen(others) < at.wanted);
}

/** Men who can be counted on to stand another storm. */
function firmMen(units: readonly UnitView[]): number {
  let men = 0;
  for (const unit of units) if (unit.cohesion >= HISTORICAL.firmCohesion) men += unit.men;
  return men;
}

function isFree(unit: UnitView): boolean {
  return unit.men >= HISTORICAL.companyLeast && unit.march === null && (unit.duty === 'holding' || unit.duty === 'waiting' || unit.duty === 'resting');
}

function fitOf(view: SideView, held: readonly Held[]): Record<string, number> {
  const fit: Record<string, number> = {};
  for (const camp of view.facts.camps) fit[camp.id] = 0;
  for (const { post, men } of held) fit[post.camp] = (fit[post.camp] ?? 0) + men;
  return fit;
}

/** The company of a list that stands nearest to a place; taken off the list. */
export function takeNearest(view: SideView, units: UnitView[], post: PostView, allowed: (unit: UnitView) => boolean): UnitView | null {
  let best: UnitView | null = null;
  let least = Infinity;
  for (const unit of units) {
    if (!allowed(unit)) continue;
    const metres = metresFrom(view, unit, post);
    if (metres < least) [best, least] = [unit, metres];
  }
  if (best !== null) units.splice(units.indexOf(best), 1);
  return best;
}

function metresFrom(view: SideView, unit: UnitView, post: PostView): number {
  const where = view.posts.find(({ id }) => id === unit.post);
  return where === undefined ? HISTORICAL.unplacedMetres : metresBetween(where, post);
}

/** True where the unit's post belongs to the same camp as another post. */
export function sameCamp(view: SideView, unit: UnitView, post: PostView): boolean {
  const where = view.posts.find(({ id }) => id === unit.post);
  return where === undefined ? post.camp === view.facts.camps[0]?.id : where.camp === post.camp;
}

/** All who eat in a camp, as its staff reckons them. */
export function eatersOf(picture: CampPicture, camp: CampView): number {
  return (picture.fit[camp.id] ?? 0) + camp.deserters + camp.labourers + camp.light + camp.serious + camp.sick + HISTORICAL.gunnersAndStaffs;
}
