/** Companies that the garrison's staff may send somewhere: those kept back, and those that a post has to spare. */
import { isNearer, metresBetween, postOf } from '../engine/index.ts';
import type { PostView, SideView, UnitView } from '../engine/index.ts';
import { HISTORICAL } from './doctrine.ts';
import type { Held, Holdings } from './held.ts';

/** A company that may be sent. */
export interface Company {
  readonly unit: UnitView;
  /** Where it stands; null for one that stands in no post. */
  readonly post: PostView | null;
  /** Its camp: the first one where it stands in no post. */
  readonly camp: string | null;
  readonly worth: number;
}

/** What a company must be to be sent. */
export interface Asked {
  readonly men: number;
  readonly cohesion: number;
  readonly quality: number;
  /** Must stand in another post than the one it is sent to. */
  readonly elsewhere: boolean;
}

/** Companies that may be sent somewhere. */
export function reserveOf(view: SideView, { inside }: Holdings): Company[] {
  const reserve: Company[] = [];
  const sparing: Held[] = [];
  const { units } = view;
  for (let row = 0; row < units.length; row += 1) {
    const unit = units[row];
    if (unit === undefined || !isFree(unit)) continue;
    const held = inside[row] ?? null;
    if (unit.post !== null && !(unit.reserve && (held === null || !isNeeded(held, unit)))) {
      if (held === null || !canSpare(held, unit) || sparing.includes(held)) continue;
      sparing.push(held);
    }
    reserve.push(companyOf(view, unit, held));
  }
  return reserve;
}

function isFree(unit: UnitView): boolean {
  return unit.men >= HISTORICAL.companyLeast && unit.march === null && unit.arm !== 'services' && (unit.duty === 'holding' || unit.duty === 'waiting' || unit.duty === 'resting');
}

/** A company of the reserve that a threatened post would miss, or that steadies poor troops. */
function isNeeded(held: Held, unit: UnitView): boolean {
  const goodOthers = held.good - (unit.quality >= HISTORICAL.poorQuality ? 1 : 0);
  const firmOthers = held.firm - (unit.cohesion >= HISTORICAL.firmCohesion ? unit.men : 0);
  return (held.companies > 1 && goodOthers === 0) || (held.threatened && firmOthers < held.wanted);
}

/** A post that nobody attacks gives up one company, as long as it keeps the men that it should have. */
function canSpare({ stormed, post, companies, men, wanted }: Held, unit: UnitView): boolean {
  return !stormed && post.lodgement <= 0 && companies > 1 && men - unit.men >= wanted;
}

function companyOf(view: SideView, unit: UnitView, held: Held | null): Company {
  const post = held !== null ? held.post : unit.post === null ? null : postOf(view, unit.post);
  return { unit, post, camp: post === null ? (view.facts.camps[0]?.id ?? null) : post.camp, worth: unit.quality * unit.cohesion };
}

function isBetter(one: Company, other: Company): boolean {
  return one.worth > other.worth || (one.worth === other.worth && one.unit.id < other.unit.id);
}

/** The company of the post's camp that stands nearest to it, of equals the best, and is what is asked for; taken off the list. */
export function takeNearest(reserve: Company[], post: PostView, asked: Asked): UnitView | null {
  let best: Company | null = null;
  let least = Infinity;
  for (const company of reserve) {
    if (company.camp !== post.camp || !suits(company, post, asked) || !comesWithin(company, post, least)) continue;
    const metres = company.post === null ? HISTORICAL.unplacedMetres : metresBetween(company.post, post);
    if (best !== null && metres === least && !isBetter(company, best)) continue;
    least = metres;
    best = company;
  }
  if (best === null) return null;
  reserve.splice(reserve.indexOf(best), 1);
  return best.unit;
}

function suits({ unit, post: where }: Company, post: PostView, { men, cohesion, quality, elsewhere }: Asked): boolean {
  return unit.men >= men && unit.cohesion >= cohesion && unit.quality >= quality && !(elsewhere && where !== null && where.id === post.id);
}

/** True where a company stands no farther from a post than so many metres. */
function comesWithin({ post: where }: Company, post: PostView, metres: number): boolean {
  return where === null ? HISTORICAL.unplacedMetres <= metres : isNearer(where, post, metres + 1);
}
