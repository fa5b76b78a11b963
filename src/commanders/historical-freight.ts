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
  const { camps, weapons } = picture.view;
  const weaponRows = FREIGHT.map(({ cargo, good }) => (good < 0 ? weapons.indexOf(cargo) : -1));
  const all: Cargo[] = [];
  for (let row = 0; row < camps.length; row += 1) {
    const camp = camps[row];
    if (camp?.stands !== true) continue;
    const needs = needsOf(picture, camp, row, weaponRows);
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

function needsOf(picture: CampPicture, camp: CampView, campRow: number, weaponRows: readonly number[]): Need[] {
  const { view, stocks } = picture;
  const dump = dumpOf(view, camp.id);
  const food = Math.floor((eatersOf(picture, campRow) * 16) / 10);
  const needs: Need[] = [];
  for (let row = 0; row < FREIGHT.length; row += 1) {
    const freight = FREIGHT[row];
    const weapon = weaponRows[row] ?? -1;
    if (freight === undefined || (freight.good < 0 && (weapon < 0 || (stocks.tubes[weapon] ?? 0) <= 0))) continue;
    const stock = (freight.good < 0 ? dump?.rounds[weapon] : dump?.goods[freight.good]) ?? 0;
    const days = Math.floor(stock / Math.max(1, freight.good === FOOD ? food : freight.daily));
    const urgency = urgencyOf(days);
    if (urgency > 0) needs.push({ cargo: freight.cargo, weight: freight.weight * urgency, days });
  }
  return needs;
}

function urgencyOf(days: number): number {
  if (days < HISTORICAL.daysShort) return 3;
  if (days < HISTORICAL.daysLow) return 2;
  return days > HISTORICAL.daysMany ? 0 : 1;
}

const FOOD = 0;
const GOODS_ROW: Readonly<Partial<Record<Good, number>>> = { food: FOOD, medical: 1, engineer: 2 };

/** The list of the doctrine with the row of each good; less than nought for the rounds of a weapon. */
const FREIGHT = HISTORICAL.freight.map(([cargo, daily, weight]) => ({ cargo, daily, weight, good: GOODS_ROW[cargo as Good] ?? -1 }));
