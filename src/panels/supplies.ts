/** What a side lives on beside its shells, worked out from its view and the events of the last turn. */
import { GOODS, type SideView, type SiegeEvent } from '../engine/index.ts';

/** Food of a side: kilos left, and days at what was eaten in the last turn; null before anybody ate. */
export interface Food {
  readonly kilos: number;
  readonly days: number | null;
  /** Permille of the full ration, all who ate together. */
  readonly ration: number;
}

/** Food of the side, or null where the siege counts none. */
export function foodOf(view: SideView, lastTurn: readonly SiegeEvent[]): Food | null {
  let [kilos, eaten, wanted] = [0, 0, 0];
  for (const event of lastTurn) {
    if (event.type !== 'food-eaten' || event.side !== view.side) continue;
    kilos += event.left;
    eaten += event.kilos;
    wanted += event.ration > 0 ? (event.kilos * 1000) / event.ration : 0;
  }
  if (eaten > 0) return { kilos, days: kilos / (2 * eaten), ration: Math.round((eaten * 1000) / wanted) };
  const held = goodsOf(view, 'food');
  return held === 0 ? null : { kilos: held, days: null, ration: 1000 };
}

/** Kilos of one of the goods in all dumps of the side. */
export function goodsOf({ dumps }: SideView, good: (typeof GOODS)[number]): number {
  return dumps.reduce((sum, { goods }) => sum + (goods[GOODS.indexOf(good)] ?? 0), 0);
}

/** Men in the hospitals of the garrison: badly hurt who wait to be flown out, lightly hurt, sick. */
export interface Hospital {
  readonly serious: number;
  readonly light: number;
  readonly sick: number;
}

/** The hospitals of the camps that stand, or null for one who has none. */
export function hospitalOf({ side, camps }: SideView): Hospital | null {
  const standing = camps.filter((camp) => camp.exact && camp.stands);
  if (side !== 'garrison' || standing.length === 0) return null;
  const sum = (count: 'serious' | 'light' | 'sick'): number => standing.reduce((all, camp) => all + camp[count], 0);
  return { serious: sum('serious'), light: sum('light'), sick: sum('sick') };
}
