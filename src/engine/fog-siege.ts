/** The fog over what a long siege adds: camps, aircraft, loads, galleries, the talks. */
import { asMany, missing } from './as-many.ts';
import { at } from './board.ts';
import type { SideId } from './scenario.ts';
import { dayOf } from './turn-context.ts';
import type { Game } from './turn-context.ts';
import type { GameState } from './state.ts';
import { GROUND_BESIEGER } from './state-siege.ts';
import type { CampState, GalleryState } from './state-siege.ts';
import type { CampView, LoadView, SideView } from './view.ts';

/** Camps: the garrison's to the last man; the besieger knows their ground, and which of them stand. */
export function campViews(state: GameState, side: SideId): CampView[] {
  const views: CampView[] = [];
  for (let row = 0; row < state.camps.length; row += 1) views.push(side === 'garrison' ? ownCamp(at(state.camps, row)) : campFromAfar(at(state.camps, row)));
  return views;
}

function ownCamp(camp: CampState): CampView {
  return {
    id: camp.id, stands: camp.stands, fell: camp.fell, zoneHexes: camp.zoneHexes, areaHexes: camp.areaHexes, aimEast: camp.aimEast, aimNorth: camp.aimNorth,
    light: camp.light, serious: camp.serious, sick: camp.sick, deserters: camp.deserters, labourers: camp.labourers,
    ration: camp.ration, hunger: camp.hunger, leave: camp.leave, harassed: camp.harassed,
    collapse: camp.collapse, collapseCauses: camp.collapseCauses, exact: true,
  };
}

function campFromAfar(camp: CampState): CampView {
  return {
    id: camp.id, stands: camp.stands, fell: camp.fell, zoneHexes: camp.zoneHexes, areaHexes: camp.areaHexes, aimEast: camp.aimEast, aimNorth: camp.aimNorth,
    light: 0, serious: 0, sick: 0, deserters: 0, labourers: 0, ration: 0, hunger: 0, leave: 'hold', harassed: camp.harassed,
    collapse: 0, collapseCauses: [], exact: false,
  };
}

/** What flies for the garrison. */
export function airView({ air }: GameState): NonNullable<SideView['air']> {
  const { fleets, individualsReady, individualsJumped, asked, granted } = air;
  return { fleets, individualsReady, individualsJumped, asked, granted };
}

/** A gallery is known to the garrison once its charge is fired. */
export function galleriesSeen({ galleries }: GameState, side: SideId): readonly GalleryState[] {
  return side === 'besieger' ? galleries : galleries.filter(({ firedTurn }) => firedTurn >= 0);
}

/** The garrison packed the loads; the besieger learns what is in them on his own ground. */
export function loadViews(state: GameState, side: SideId): LoadView[] {
  const views = asMany<LoadView>(state.loads);
  const { ground } = state.ring;
  for (let row = 0; row < state.loads.length; row += 1) {
    const { hex, cargo, kilos, bundles, turn } = state.loads[row] ?? missing();
    const knows = side === 'garrison' || ground[hex] === GROUND_BESIEGER;
    views[row] = { hex, cargo: knows ? cargo : null, kilos, bundles, turn };
  }
  return views;
}

/** The talks have begun. */
export function isOpen({ scenario }: Game, state: GameState): boolean {
  return scenario.conference !== null && dayOf(scenario, state.turn) >= scenario.conference.opensDay;
}
