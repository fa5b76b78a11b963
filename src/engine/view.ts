/**
 * What one side sees: the fog of war in one place.
 *
 * Commanders, panels and stage get a view and nothing else. Own things are exact; the other side's are what was
 * last seen, judged in round figures, with the turn of the sighting. A view holds no seed and no hidden fact.
 */
import type { NamesBySide, Place, Scenario, SideId } from './scenario.ts';
import type { ConferenceFacts, AircraftFacts, IndividualsFacts, SupplyLineFacts } from './facts-siege.ts';
import type { Ledger } from './ledger.ts';
import type { ApproachState, AssaultState, BatteryState, DumpState, FormationState, Holder, SkyKind, UnitState, Verdict } from './state.ts';
import type { CampState, FleetState, GalleryState, RearState, StripState } from './state-siege.ts';

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
  /** Clock since which it is cut off; -1 = linked. Known to both: he who cut it off and he who is. */
  readonly cutOffSince: number;
  readonly camp: string;
  /** Clock at which the last assault on it ended, and how many failed; no secret to either side. */
  readonly stormedAt: number;
  readonly failedAssaults: number;
  /** Clock at which its holder last changed; -1 = at the start. */
  readonly heldSince: number;
  readonly coverCentimetres: number | null;
  readonly inTheatre: boolean;
}

/** A unit; the fractions of men that the rules carry over from hour to hour are nobody's business. */
export interface UnitView extends Omit<UnitState, 'lostLately' | 'menBefore' | 'remainder' | 'killedRemainder'> {
  readonly name: string;
  readonly kind: 'company' | 'battalion';
  readonly arm: 'infantry' | 'parachute' | 'engineers' | 'partisans' | 'services';
  readonly formation: string;
  readonly menAtStart: number;
  readonly reserve: boolean;
  readonly jumps: boolean;
  readonly arrivesTurn: number;
}

export interface BatteryView extends Omit<BatteryState, 'remainder' | 'mended'> {
  readonly name: string;
  readonly weapon: string;
  readonly formation: string;
  readonly post: string | null;
  readonly flak: boolean;
  readonly tubesAtStart: number;
  readonly dump: string;
}

export interface FormationView extends Omit<FormationState, 'leadersHit'> {
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly post: string | null;
  /** Where it stood at the start, if not in a post. */
  readonly place: Place | null;
}

export interface DumpView extends DumpState {
  readonly name: string;
  readonly camp: string | null;
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
  readonly kind: ApproachState['kind'];
  readonly post: string | null;
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

/** A camp: exact for the garrison; the other side knows its ground and whether it stands. */
export interface CampView extends CampState {
  readonly exact: boolean;
}

/** Bundles that lie out: canopies are seen by all, what is in them only by those who packed or gathered them. */
export interface LoadView {
  readonly hex: number;
  readonly cargo: string | null;
  readonly kilos: number;
  readonly bundles: number;
  readonly turn: number;
}

export interface SideView {
  readonly side: SideId;
  readonly turn: number;
  readonly turns: number;
  readonly night: boolean;
  readonly verdict: Verdict | null;
  /** Over the bases: the garrison's only; clear in the besieger's view, who does not know it. */
  readonly sky: { readonly valley: SkyKind; readonly bases: SkyKind; readonly mud: number };
  /** Public facts: map, calendar, names, rules, theatre, victory. */
  readonly facts: Pick<Scenario, 'id' | 'title' | 'briefing' | 'sides' | 'calendar' | 'map' | 'rules' | 'theatre' | 'camps' | 'victory' | 'commanders' | 'climate'> & {
    readonly conference: ConferenceFacts | null;
    /** The garrison's own; empty for the besieger. */
    readonly aircraft: readonly AircraftFacts[];
    readonly individuals: IndividualsFacts | null;
    /** The besieger's own. */
    readonly supplyLine: SupplyLineFacts | null;
  };
  readonly weapons: readonly string[];
  readonly posts: readonly PostView[];
  readonly units: readonly UnitView[];
  readonly batteries: readonly BatteryView[];
  readonly formations: readonly FormationView[];
  readonly dumps: readonly DumpView[];
  readonly approaches: readonly ApproachView[];
  readonly assaults: readonly AssaultView[];
  readonly contacts: readonly ContactView[];
  readonly fixes: readonly FixView[];
  readonly camps: readonly CampView[];
  readonly strips: readonly StripState[];
  /** The garrison's own; null for the besieger. */
  readonly air: { readonly fleets: readonly FleetState[]; readonly individualsReady: number; readonly individualsJumped: number; readonly asked: readonly string[]; readonly granted: readonly string[] } | null;
  /** The besieger's own; null for the garrison. */
  readonly rear: RearState | null;
  readonly galleries: readonly GalleryState[];
  readonly loads: readonly LoadView[];
  /** Hexes that the garrison walks to from its command posts and gathers from: known to both. */
  readonly walked: readonly number[];
  /** GROUND_*, by hex: the besieger's; what the garrison knows of it follows from the rest of its view (`ringOf`). */
  readonly ring: readonly number[] | null;
  readonly conferenceOpen: boolean;
  /** Metres of the besieger's trench by hex: his own; the garrison knows it along the approaches it has seen (`trenchOf`). */
  readonly trench: readonly number[] | null;
  readonly craters: readonly number[];
  readonly ledger: Ledger;
}
