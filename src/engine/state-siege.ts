/** The parts of the state that only a long siege needs: camps, the ring, the air, loads, the rear, the talks. */

/** Hexes as the ring has them. */
export const GROUND_NOBODY = 0;
/** The garrison walks there from its command post and gathers what lies there: the usable drop zone. */
export const GROUND_GARRISON = 1;
/** The besieger holds it or dominates it from trench and post. */
export const GROUND_BESIEGER = 2;

/** What a camp was told by those above it. */
export type Leave = 'hold' | 'break-out' | 'cease-fire';

/** What wears a camp down towards its end; the words stand in the panels. */
export type CollapseCause = 'few-men' | 'ground-lost' | 'spirit' | 'no-shells' | 'hunger' | 'posts-falling' | 'no-relief';

/** How a camp came to its end. */
export type CampFall = 'stormed' | 'laid-down-arms' | 'ceased-fire' | 'broke-out';

export interface CampState {
  id: string;
  /** False once it has fallen, laid down arms or broken out. */
  stands: boolean;
  /** How it ended; null while it stands. */
  fell: CampFall | null;
  /** Hexes of usable drop zone, and hexes inside its ring. */
  zoneHexes: number;
  areaHexes: number;
  /** Middle of the usable drop zone, metres. */
  aimEast: number;
  aimNorth: number;
  /** In hospital: will be back soon; wait to be flown out; sick. */
  light: number;
  serious: number;
  sick: number;
  /** Men who left the line, hide by the river and eat. */
  deserters: number;
  /** Labourers who are no soldiers. */
  labourers: number;
  /** Permille of the full ration eaten in this turn. */
  ration: number;
  /** 0-1000: hunger that has built up. */
  hunger: number;
  leave: Leave;
  /** Rounds that fell on it in this turn to harass those who move about in it. */
  harassed: number;
  /** Chance that it collapses in this turn, permille, and what goes into it. */
  collapse: number;
  collapseCauses: { cause: CollapseCause; points: number }[];
}

/** The siege ring; worked out anew only when posts or trenches have changed. */
export interface RingState {
  /** GROUND_*, by hex. */
  ground: number[];
  /** Hexes to the nearest linked post of the garrison, by hex; FAR_HEXES where none is near. */
  reach: number[];
  /** Hexes that trench closed or raids opened so far; the ring itself sees posts that change hands. */
  changes: number;
  /** Those changes, and the clock, when the ring was last drawn; -1 = not yet. */
  drawnChanges: number;
  drawnAt: number;
}

/** Farther than any gathering party goes. */
export const FAR_HEXES = 99;

export type StripUse = 'open' | 'night' | 'closed' | 'cut';

export interface StripState {
  id: string;
  /** 0-1000: how far shells have torn it up. */
  craters: number;
  use: StripUse;
  /** Turn of the last landing; -1 = none yet. */
  lastLanding: number;
  /** Last day turn with two landings or more; -1 = none yet. */
  lastTraffic: number;
  /** Turn in which trench first crossed it; -1 = not yet. */
  cutTurn: number;
}

export interface FleetState {
  aircraft: string;
  lost: number;
  /** Being mended: do not fly today. */
  damaged: number;
  /** Sorties sent since the last morning. */
  flown: number;
  /** Losses that crews and staffs still feel, thousandths of an aircraft; fades by the turn. */
  lostLately: number;
}

/** Bundles of one kind that lie in one hex. */
export interface LoadState {
  hex: number;
  /** A weapon (its rounds) or a good. */
  cargo: string;
  /** Of one bundle. */
  kilos: number;
  bundles: number;
  /** Chute failed: little of it is of use. */
  smashed: boolean;
  /** Turn in which it fell. */
  turn: number;
  /** GROUND_* of the hex when it fell. */
  ground: number;
}

export interface GalleryState {
  post: string;
  metres: number;
  lengthMetres: number;
  begunTurn: number;
  /** Turn in which the chamber is filled or will be; -1 = not long enough yet. */
  loadedTurn: number;
  firedTurn: number;
}

/** What stands behind the besieger's front. */
export interface RearState {
  /** Men wounded or sick who may come back. */
  hospital: number;
  /** Recruits and healed men ready to fill the ranks. */
  pool: number;
  porters: number;
  /** 0-1000: how whole the roads are. */
  road: number;
  /** Permille of the carriers that bring food; the rest bring shells. */
  foodShare: number;
  /** Thousandths of a round or man not yet counted, by weapon, then men. */
  remainders: number[];
}

export interface AirState {
  fleets: FleetState[];
  strips: StripState[];
  /** Single men who jumped so far, and those who are ready to. */
  individualsJumped: number;
  individualsReady: number;
  /** Units asked for and granted by those above. */
  asked: string[];
  granted: string[];
  /** Turn in which the last one was granted; -1 = none yet. */
  grantedTurn: number;
  /** Men whose jump the camps have already taken heart from. */
  jumpedSeen: number;
}

/** What became of the garrison's freight, kilos; despatched is the sum of the others and of what still lies out. */
export interface AirBook {
  despatched: number;
  aborted: number;
  lostWithAircraft: number;
  /** Left the aircraft under a canopy; not a part of the sum. */
  dropped: number;
  /** Brought in from where it lay, or landed on the strip. */
  recovered: number;
  captured: number;
  destroyed: number;
  /** Of what was dropped, by whose ground it came to rest on; not a part of the sum. */
  landedWithGarrison: number;
  landedBetween: number;
  landedWithBesieger: number;
  aircraftLost: number;
  aircraftLostOnGround: number;
  aircraftDamaged: number;
  turnedBack: number;
  sorties: number;
  landings: number;
}
