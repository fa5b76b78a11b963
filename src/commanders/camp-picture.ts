/** What the garrison's staff reads off its view before it plans: posts and what threatens them, reserves, stores. */
import { PULSES } from '../engine/index.ts';
import type { PostView, SideView } from '../engine/index.ts';
import { HISTORICAL } from './doctrine.ts';
import { insert } from './few.ts';
import { holdingsOf, isNearerTrench } from './held.ts';
import type { Held } from './held.ts';
import { reserveOf } from './reserve.ts';
import type { Company } from './reserve.ts';
import { stocksOf } from './stocks.ts';
import type { Stocks } from './stocks.ts';

export interface CampPicture {
  readonly view: SideView;
  readonly clock: number;
  readonly held: readonly Held[];
  /** Those that are threatened, the nearest trench first. */
  readonly threatened: readonly Held[];
  /** Posts in the other side's hands. */
  readonly lost: readonly PostView[];
  /** Companies that may be sent somewhere. */
  readonly reserve: Company[];
  readonly stocks: Stocks;
  /** Men fit to fight, by row of the camp. */
  readonly fit: readonly number[];
}

/** Reads the picture off a view. */
export function campPicture(view: SideView): CampPicture {
  const holdings = holdingsOf(view);
  const { held, lost } = holdings;
  return {
    view, clock: view.turn * PULSES, held, lost,
    threatened: threatenedOf(held),
    reserve: reserveOf(view, holdings),
    stocks: stocksOf(view),
    fit: fitOf(view, held),
  };
}

function threatenedOf(held: readonly Held[]): Held[] {
  const threatened: Held[] = [];
  for (const one of held) if (one.threatened) insert(threatened, held.length, one, isNearerTrench);
  return threatened;
}

function fitOf({ camps }: SideView, held: readonly Held[]): number[] {
  const fit: number[] = [];
  for (let row = 0; row < camps.length; row += 1) fit.push(menIn(held, camps[row]?.id ?? ''));
  return fit;
}

function menIn(held: readonly Held[], camp: string): number {
  let men = 0;
  for (const one of held) if (one.post.camp === camp) men += one.men;
  return men;
}

/** All who eat in the camp of a row, as its staff reckons them. */
export function eatersOf({ view, fit }: CampPicture, row: number): number {
  const camp = view.camps[row];
  if (camp === undefined) return 0;
  return (fit[row] ?? 0) + camp.deserters + camp.labourers + camp.light + camp.serious + camp.sick + HISTORICAL.gunnersAndStaffs;
}
