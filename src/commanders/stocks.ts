/** What a side can fire: rounds by weapon, counted down as a plan spends them. */
import type { BatteryView, SideView } from '../engine/index.ts';

/** Rounds of each weapon beside the guns and in the dumps, by the row of the weapon, and the batteries that can fire. */
export interface Stocks {
  readonly rounds: number[];
  readonly batteries: readonly (readonly BatteryView[])[];
  /** Tubes of each weapon, whether or not somebody serves them. */
  readonly tubes: readonly number[];
}

/** Counts stocks and guns off a view. */
export function stocksOf({ weapons, dumps, batteries: all }: SideView): Stocks {
  const rounds: number[] = [];
  const tubes: number[] = [];
  const batteries: BatteryView[][] = [];
  for (let row = 0; row < weapons.length; row += 1) {
    rounds.push(0);
    tubes.push(0);
    batteries.push([]);
  }
  for (const dump of dumps) for (let row = 0; row < dump.rounds.length; row += 1) rounds[row] = (rounds[row] ?? 0) + (dump.rounds[row] ?? 0);
  let weapon = '';
  let row = -1;
  for (const battery of all) {
    // Batteries of one weapon mostly stand together.
    if (battery.weapon !== weapon) {
      ({ weapon } = battery);
      row = weapons.indexOf(weapon);
    }
    rounds[row] = (rounds[row] ?? 0) + battery.ready;
    tubes[row] = (tubes[row] ?? 0) + battery.tubes;
    if (battery.tubes > 0 && battery.gunners > 0 && !battery.flak) batteries[row]?.push(battery);
  }
  return { rounds, batteries, tubes };
}

/** Rounds of 75 mm and above, bombs of 120 mm and rockets: what an assault is prepared with. */
export function heavyRounds(view: SideView, stocks: Stocks): number {
  let heavy = 0;
  for (let row = 0; row < view.weapons.length; row += 1) if (isHeavy(view, view.weapons[row] ?? '')) heavy += stocks.rounds[row] ?? 0;
  return heavy;
}

/** Tubes that fire them now. */
export function heavyTubes(view: SideView, stocks: Stocks): number {
  let tubes = 0;
  for (let row = 0; row < view.weapons.length; row += 1) {
    if (isHeavy(view, view.weapons[row] ?? '')) for (const battery of stocks.batteries[row] ?? []) tubes += battery.tubes;
  }
  return tubes;
}

/** A round that wears down works as a field gun's does. */
export function isHeavy(view: SideView, weapon: string): boolean {
  const facts = view.facts.rules.weapons[weapon];
  return facts !== undefined && facts.flak === 0 && facts.bite >= HEAVY_BITE;
}

const HEAVY_BITE = 400;

/** The dump of a camp. */
export function dumpOf(view: SideView, camp: string): SideView['dumps'][number] | null {
  for (const dump of view.dumps) if (dump.camp === camp) return dump;
  return null;
}
