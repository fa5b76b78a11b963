/** The besieger's guns by weapon: what can fire, and how much there is of what wears works down. */
import type { BatteryView, SideView, Weapon } from '../engine/index.ts';
import { stocksOf } from './stocks.ts';
import type { Stocks } from './stocks.ts';

/** A weapon that some battery can fire. */
export interface Arm {
  /** Its row among the weapons. */
  readonly row: number;
  readonly weapon: string;
  readonly facts: Weapon;
  readonly heavy: boolean;
  readonly batteries: readonly BatteryView[];
  /** Tubes that they fire with. */
  readonly tubes: number;
}

export interface Arms {
  readonly stocks: Stocks;
  readonly all: readonly Arm[];
  /** Heavy rounds, and the tubes that fire them now. */
  readonly heavy: number;
  readonly tubes: number;
}

/** Reads the arms off a view. */
export function armsOf(view: SideView): Arms {
  const stocks = stocksOf(view);
  const all: Arm[] = [];
  let heavyRounds = 0;
  let heavyTubes = 0;
  for (let row = 0; row < view.weapons.length; row += 1) {
    const weapon = view.weapons[row] ?? '';
    const facts = view.facts.rules.weapons[weapon];
    const batteries = stocks.batteries[row];
    if (facts === undefined || batteries === undefined) continue;
    const heavy = wearsDown(facts);
    if (heavy) heavyRounds += stocks.rounds[row] ?? 0;
    if (batteries.length === 0) continue;
    let tubes = 0;
    for (const battery of batteries) tubes += battery.tubes;
    if (heavy) heavyTubes += tubes;
    all.push({ row, weapon, facts, heavy, batteries, tubes });
  }
  return { stocks, all, heavy: heavyRounds, tubes: heavyTubes };
}

/** Rounds of 75 mm and above, bombs of 120 mm and rockets, which an assault is prepared with: they wear down works as a field gun's do. */
export function wearsDown({ flak, bite }: Weapon): boolean {
  return flak === 0 && bite >= HEAVY_BITE;
}

const HEAVY_BITE = 400;
