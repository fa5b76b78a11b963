/** What a side can fire: rounds by weapon, counted down as a plan spends them. */
import type { BatteryView, SideView } from '../engine/index.ts';

/** Rounds of each weapon beside the guns and in the dumps, by the row of the weapon, and the batteries that can fire. */
export interface Stocks {
  readonly rounds: number[];
  readonly batteries: readonly (readonly BatteryView[])[];
}

/** Counts stocks and guns off a view. */
export function stocksOf(view: SideView): Stocks {
  const rounds = view.weapons.map(() => 0);
  const batteries = view.weapons.map((): BatteryView[] => []);
  for (const dump of view.dumps) for (const [row, count] of dump.rounds.entries()) rounds[row] = (rounds[row] ?? 0) + count;
  for (const battery of view.batteries) {
    const row = view.weapons.indexOf(battery.weapon);
    rounds[row] = (rounds[row] ?? 0) + battery.ready;
    if (battery.tubes > 0 && battery.gunners > 0 && !battery.flak) batteries[row]?.push(battery);
  }
  return { rounds, batteries };
}

/** Rounds of 75 mm and above, bombs of 120 mm and rockets: what an assault is prepared with. */
export function heavyRounds(view: SideView, stocks: Stocks): number {
  let heavy = 0;
  for (const [row, weapon] of view.weapons.entries()) if (isHeavy(view, weapon)) heavy += stocks.rounds[row] ?? 0;
  return heavy;
}

/** Tubes that fire them now. */
export function heavyTubes(view: SideView, stocks: Stocks): number {
  let tubes = 0;
  for (const [row, weapon] of view.weapons.entries()) {
    if (isHeavy(view, weapon)) for (const battery of stocks.batteries[row] ?? []) tubes += battery.tubes;
  }
  return tubes;
}

/** A round that wears down works as a field gun's does. */
export function isHeavy(view: SideView, weapon: string): boolean {
  const facts = view.facts.rules.weapons[weapon];
  return facts !== undefined && facts.flak === 0 && facts.bite >= HEAVY_BITE;
}

const HEAVY_BITE = 400;
