/**
 * What one side sees: the fog of war in one place.
 *
 * Commanders, panels and stage get a view and nothing else. Own things are exact; the other side's are what was
 * last seen, judged in round figures, with the turn of the sighting. A view holds no seed and no hidden fact.
 */
import type { NamesBySide, Place, Scenario, SideId } from './scenario.ts';
import type { AssaultState, BatteryState, DumpState, FormationState, Holder, Ledger, SkyKind, UnitState, Verdict } from './state.ts';

/** A post as this side knows it; `exact` is true for the side that holds it. */
export interface PostView extends Place {
  readonly id: string;
  readonly names: NamesBySide;
  readonly group: string;
  readonly hex: number;
  readonly hill: boolean;
  readonly lengthMetres: number;
  readonly widthMetres: number;
  readonly axisDegrees: number;
  readonly holder: Holder;
  readonly exact: boolean;
  readonly seenTurn: number;
  readonly men: number;
  readonly works: number;
  readonly wire: number;
  /** Known to both while an assault is on; else nought. */
  readonly lodgement: number;
  /** Own posts only; else nought. */
  readonly suppression: number;
  readonly wounded: number;
  readonly coverCentimetres: number | null;
  readonly inTheatre: boolean;
}

export interface UnitView extends UnitState {
  readonly name: string;
  readonly kind: 'company' | 'battalion';
  readonly arm: 'infantry' | 'parachute' | 'engineers' | 'partisans' | 'services';
  readonly formation: string;
  readonly menAtStart: number;
  readonly reserve: boolean;
}

export interface BatteryView extends BatteryState, Place {
  readonly name: string;
  readonly weapon: string;
  readonly formation: string;
  readonly cover: 'pit' | 'casemate' | 'hidden';
  readonly post: string | null;
  readonly tubesAtStart: number;
  readonly dump: string;
}

export interface FormationView extends FormationState {
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly post: string | null;
}

/** Men of the other side, as last seen. */
export interface ContactView {
  readonly id: string;
  readonly hex: number;
  readonly men: number;
  readonly turn: number;
  readonly kind: 'company' | 'battalion';
}

/** A gun of the other side, as last fixed; `id` names the fix, not the gun. */
export interface FixView extends Place {
  readonly id: string;
  readonly weapon: string;
  readonly errorMetres: number;
  readonly how: 'seen' | 'flash' | 'sound';
  readonly turn: number;
}

export interface ApproachView {
  readonly id: string;
  readonly post: string;
  readonly path: readonly number[];
  readonly lengthMetres: number;
  readonly dugMetres: number;
  readonly seenTurn: number;
}

/** An assault that both sides see; the numbers of the other side are left out. */
export interface AssaultView {
  readonly id: string;
  readonly side: SideId;
  readonly post: string;
  readonly begun: number;
  readonly ended: AssaultState['ended'];
  /** Own assaults only. */
  readonly own: AssaultState | null;
}

export interface SideView {
  readonly side: SideId;
  readonly turn: number;
  readonly turns: number;
  readonly night: boolean;
  readonly verdict: Verdict | null;
  readonly sky: { readonly valley: SkyKind; readonly mud: number };
  /** Public facts: map, calendar, names, rules, theatre, victory. */
  readonly facts: Pick<Scenario, 'id' | 'title' | 'briefing' | 'sides' | 'calendar' | 'map' | 'rules' | 'theatre' | 'camps' | 'victory' | 'commanders'>;
  readonly weapons: readonly string[];
  readonly posts: readonly PostView[];
  readonly units: readonly UnitView[];
  readonly batteries: readonly BatteryView[];
  readonly formations: readonly FormationView[];
  readonly dumps: readonly (DumpState & { readonly name: string })[];
  readonly approaches: readonly ApproachView[];
  readonly assaults: readonly AssaultView[];
  readonly contacts: readonly ContactView[];
  readonly fixes: readonly FixView[];
  /** Metres of the besieger's trench by hex, as this side knows them. */
  readonly trench: readonly number[];
  readonly craters: readonly number[];
  readonly ledger: Ledger;
}
