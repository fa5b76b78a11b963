/** Fleets: what is mended by morning, and how many sorties are on line. */
import type { AircraftFacts } from './facts-siege.ts';
import { along, share } from './numbers.ts';
import type { FleetState } from './state-siege.ts';
import type { Rules } from './tunables.ts';

/** Before the first hour of a turn: a new day's count, aircraft mended, losses felt less. */
export function readyFleet({ flak }: Rules, fleet: FleetState, night: boolean): void {
  if (!night) fleet.flown = 0;
  if (fleet.damaged > 0) fleet.damaged -= Math.max(1, share(fleet.damaged, flak.mend));
  fleet.lostLately = share(fleet.lostLately, flak.fade);
}

/** Sorties that a fleet can still send on a day, by day or by night. */
export function sortiesOf({ airlift }: Rules, aircraft: AircraftFacts, fleet: FleetState, day: number, night: boolean): number {
  const fit = Math.max(0, along(aircraft.sorties, day) - fleet.damaged - Math.floor(fleet.lostLately / 1000));
  return Math.max(0, Math.min(fit - fleet.flown, share(fit, night ? airlift.nightSorties : airlift.daySorties)));
}
