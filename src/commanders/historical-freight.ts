/** What the historical garrison asks to be flown in: the shorter a stock, the heavier it weighs. */
import type { CampView, Good } from '../engine/index.ts';
import { eatersOf } from './camp-picture.ts';
import type { CampPicture } from './camp-picture.ts';
import { HISTORICAL } from './doctrine.ts';
import { dumpOf } from './stocks.ts';

/** What a camp lacks, and its part of all freight in permille. */
export interface Cargo {
  readonly camp: string;
  readonly part: number;
  readonly needs: readonly Need[];
  /** All weights together, one at least. */
  readonly whole: number;
}

interface Need {
  readonly cargo: string;
  readonly weight: number;
  /** Days that the stock lasts, as the staff reckons. */
  readonly days: number;
}

/** The needs of each camp that stands. */
export function cargoOf(picture: CampPicture): Cargo[] {
  const { camps } = picture.view;
  const all: Cargo[] = [];
  for (let row = 0; row < camps.length; row += 1) {
    const camp = camps[row];
    if (camp?.stands !== true) continue;
    const needs = needsOf(picture, camp, row);
    let whole = 0;
    for (const { weight } of needs) whole += weight;
    all.push({ camp: camp.id, part: row === 0 ? 1000 - othersOf(camps) * HISTORICAL.secondCamp : HISTORICAL.secondCamp, needs, whole: Math.max(1, whole) });
  }
  return all;
}

/** Camps beside the first one that stand. */
function othersOf(camps: readonly CampView[]): number {
  let others = 0;
  for (let row = 1; row < camps.length; row += 1) if (camps[row]?.stands === true) others += 1;
  return others;
}

function needsOf(picture: CampPicture, camp: CampView, row: number): Need[] {
  const { view, stocks } = picture;
  const dump = dumpOf(view, camp.id);
  const needs: Need[] = [];
  for (const { cargo, daily, weight, good } of FREIGHT) {
    const weapon = good < 0 ? view.weapons.indexOf(cargo) : -1;
    if (good < 0 && (stocks.tubes[weapon] ?? 0) <= 0) continue;
    const stock = (good < 0 ? dump?.rounds[weapon] : dump?.goods[good]) ?? 0;
    const days = Math.floor(stock / Math.max(1, cargo === 'food' ? Math.floor((eatersOf(picture, row) * 16) / 10) : daily));
    const urgency = urgencyOf(days);
    if (urgency > 0) needs.push({ cargo, weight: weight * urgency, days });
  }
  return needs;
}

function urgencyOf(days: number): number {
  if (days < HISTORICAL.daysShort) return 3;
  if (days < HISTORICAL.daysLow) return 2;
  return days > HISTORICAL.daysMany ? 0 : 1;
}

const GOODS_ROW: Readonly<Partial<Record<Good, number>>> = { food: 0, medical: 1, engineer: 2 };

/** The list of the doctrine with the row of each good; less than nought for the rounds of a weapon. */
const FREIGHT = HISTORICAL.freight.map(([cargo, daily, weight]) => ({ cargo, daily, weight, good: GOODS_ROW[cargo as Good] ?? -1 }));
