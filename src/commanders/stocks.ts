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

/** The dump of a camp. */
export function dumpOf(view: SideView, camp: string): SideView['dumps'][number] | null {
  for (const dump of view.dumps) if (dump.camp === camp) return dump;
  return null;
}
