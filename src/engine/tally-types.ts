/** The figures of a siege, as scripts, panels and the lab read them. */
import type { SideId } from './scenario.ts';
import type { Holder, LossCause, Verdict } from './state.ts';

/** Figures by weapon. */
export type ByWeapon = Readonly<Record<string, number>>;

/** One spell of a post in one hand. */
export interface Spell {
  readonly turn: number;
  readonly pulse: number;
  readonly holder: Holder;
}

/** Who held a post from when. */
export interface PostTally {
  readonly id: string;
  readonly spells: readonly Spell[];
  /** Calendar day since the first day, of the last time it left the garrison; null if held, or never held. */
  readonly lostDay: number | null;
}

/** How the siege stood at the start of a day. */
export interface DayTally {
  readonly garrisonFit: number;
  /** Of those, in the camp that decides the siege. */
  readonly garrisonFitMainCamp: number;
  readonly besiegerFit: number;
  readonly woundedWaiting: number;
  /** Hiding inside the camps. */
  readonly deserters: number;
  /** Left the line so far, wherever they are. */
  readonly deserted: number;
  readonly garrisonGuns: ByWeapon;
  readonly besiegerGuns: ByWeapon;
  readonly garrisonTubes: number;
  readonly besiegerTubes: number;
  /** In dumps and beside the guns. */
  readonly garrisonRounds: ByWeapon;
  readonly besiegerRounds: ByWeapon;
  readonly foodKilos: number;
  readonly campAreaHectares: number;
  readonly zoneHectares: number;
  readonly postsHeld: number;
  readonly postsCutOff: number;
  readonly trenchMetres: number;
  /** Mean of the regiments, permille. */
  readonly besiegerWill: number;
}

/** Days of which tallies keep how the siege stood; null where it ended before. */
export const DAYS_KEPT = [3, 10, 20, 30, 40, 45, 50] as const;
export type DayKept = (typeof DAYS_KEPT)[number];

/** Tallies of a siege; days are calendar days since the first day. */
export interface Tallies {
  /** Null while the siege goes on. */
  readonly verdict: Verdict | null;
  /** Day on which the first camp fell; null if it held. */
  readonly fallDay: number | null;
  // freight by air: tonnes as kilos / 1000, `airKilos` the same to the kilo
  readonly tonnesDespatched: number;
  readonly tonnesAborted: number;
  readonly tonnesLostWithAircraft: number;
  readonly tonnesDropped: number;
  readonly tonnesRecovered: number;
  readonly tonnesCaptured: number;
  readonly tonnesDestroyed: number;
  readonly tonnesLyingOut: number;
  readonly airKilos: Readonly<Record<'despatched' | 'aborted' | 'lostWithAircraft' | 'dropped' | 'recovered' | 'captured' | 'destroyed' | 'lyingOut', number>>;
  /** Kilos by whose ground they came to rest on. */
  readonly landedWithGarrison: number;
  readonly landedBetween: number;
  readonly landedWithBesieger: number;
  /** Kilos dropped on each day. */
  readonly droppedByDay: readonly number[];
  /** Permille of the kilos dropped after the last landing that came to rest with the besieger or were gathered by him; null where none were. */
  readonly lossShareAfterStripClosed: number | null;
  /** The same over the whole siege. */
  readonly lossShareWhole: number | null;
  /** Permille of the kilos dropped that the garrison did not get, for whatever cause. */
  readonly notRecoveredShare: number | null;
  /** Mean height of the drops, metres; null where there were none. */
  readonly dropHeight: number | null;
  /** By flak, in the air. */
  readonly aircraftLost: number;
  readonly aircraftLostOnGround: number;
  readonly aircraftDamaged: number;
  readonly aircraftTurnedBack: number;
  readonly aircraftLostOrTurnedBack: number;
  readonly sorties: number;
  readonly landings: number;
  readonly reinforcementsDropped: number;
  /** Of the last day turn with two landings or more; null where there was none. */
  readonly stripDayTrafficEndedDay: number | null;
  readonly stripLastLandingDay: number | null;
  readonly stripCutDay: number | null;
  // men
  readonly garrisonKilled: number;
  readonly garrisonWounded: number;
  readonly garrisonCaptured: number;
  readonly garrisonDeserters: number;
  readonly garrisonEscaped: number;
  readonly garrisonEvacuated: number;
  /** Fit men of all arms. */
  readonly garrisonFit: number;
  readonly garrisonGuns: ByWeapon;
  /** In hospital or with their units; the sick are not among them. */
  readonly woundedWaiting: number;
  readonly labourers: number;
  readonly labourersLost: number;
  readonly labourersFreed: number;
  readonly besiegerKilled: number;
  readonly besiegerWounded: number;
  readonly besiegerCaptured: number;
  readonly besiegerFit: number;
  readonly besiegerGuns: ByWeapon;
  /** Carriers behind the besieger's front, and those lost on the roads. */
  readonly porters: number;
  readonly portersLost: number;
  /** Killed and wounded, by cause. */
  readonly casualties: Readonly<Record<SideId, Readonly<Record<LossCause, number>>>>;
  // ground
  readonly trenchMetres: number;
  /** Inside the ring of all camps, in the last turn in which the first of them stood. */
  readonly campAreaHectares: number;
  readonly zoneHectares: number;
  readonly galleryBegunDay: number | null;
  readonly galleryFiredDay: number | null;
  // shells
  readonly rounds: Readonly<Record<SideId, ByWeapon>>;
  readonly capturedRounds: ByWeapon;
  readonly capturedShells: number;
  readonly tubesLost: Readonly<Record<SideId, number>>;
  readonly tubesLostByWeapon: Readonly<Record<SideId, ByWeapon>>;
  // the fight
  /** Pulses from the first assault on a post that counts to the loss of the last of them; null if one is held. */
  readonly hoursToFall: number | null;
  readonly commandPostsHit: number;
  readonly ordersLost: number;
  readonly ordersDelayed: number;
  readonly gunsFixed: number;
  readonly counterAttacks: number;
  readonly postsSurrendered: number;
  readonly unitsBroken: number;
  readonly assaults: number;
  readonly trenchesFilled: number;
  /** Nights, by the index of their turn, in which three posts or more were stormed. */
  readonly generalAssaults: readonly number[];
  /** Mean of the quiet nights between one run of such nights and the next; null with fewer than two runs. */
  readonly nightsBetweenGeneralAssaults: number | null;
  /** The post that left the garrison first, of those that left it for good, after day 10. */
  readonly firstLostAfterDay10: string | null;
  readonly posts: readonly PostTally[];
  /** How it stood at the start of some days. */
  readonly onDay: Readonly<Record<DayKept, DayTally | null>>;
}
