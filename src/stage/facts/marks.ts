/**
 * What is drawn, as plain values: the marks of one view, in metres, with no screen, no language and no clock.
 *
 * Every layer draws from these and nothing else, so two stages that hold equal marks show equal pictures.
 */
import type { Holder, March, SideId, SkyKind, StripUse, Words } from '../../engine/index.ts';
import type { TeethSide } from '../geometry/crenels.ts';
import type { XY } from '../geometry/lines.ts';

/** How a post is outlined: intact, damaged and contested ones by their garrison, a fallen one by its new holder. */
export type PostLook = 'intact' | 'damaged' | 'contested' | 'fallen' | 'empty';

export interface PostMark {
  readonly id: string;
  readonly place: XY;
  readonly outline: readonly XY[];
  readonly holder: Holder;
  readonly look: PostLook;
  /** A besieger's trench or post lies between it and the command post of its camp. */
  readonly isCutOff: boolean;
  /** 0-1000 */
  readonly lodgement: number;
  /** Where the attacker comes from. */
  readonly attackedFrom: XY;
  /** 0-1000: how much of the wire still stands. */
  readonly wire: number;
  /** Turns since this side last saw it; 0 for its own. */
  readonly age: number;
  readonly hill: boolean;
  /** In this scenario's theatre, or in the plan: its name is written large. */
  readonly matters: boolean;
  readonly group: string;
}

/** A trench of the besieger: a sap to a post, a ring round it, or an axis over open ground. */
export interface TrenchMark {
  readonly id: string;
  readonly kind: 'sap' | 'ring' | 'axis';
  /** The post it is for; null for an axis. */
  readonly post: string | null;
  /** From the jump-off ground to the wire. */
  readonly line: readonly XY[];
  /** 0-1: how much of the line is dug. */
  readonly dug: number;
  /** True where the part not yet dug is known and drawn as dots. */
  readonly traced: boolean;
  readonly teeth: TeethSide;
  /** Stretches of the line that were filled in again, as shares of it, from and to. */
  readonly filled: readonly (readonly [number, number])[];
}

/** Trench that is there and belongs to no approach under way. */
export interface OldTrenchMark {
  readonly line: readonly XY[];
  readonly teeth: TeethSide;
}

/** Ground that the garrison walks to and gathers from: the usable drop zone of a camp, or of all camps together. */
export interface ZoneMark {
  readonly rings: readonly (readonly XY[])[];
  readonly camps: readonly { readonly camp: string; readonly middle: XY }[];
}

/** Whose ground a load lies on now. */
export type LoadGround = 'garrison' | 'between' | 'besieger';

/** Loads that lie in one hex. */
export interface LoadMark {
  readonly hex: number;
  readonly place: XY;
  readonly ground: LoadGround;
  readonly bundles: number;
  readonly kilos: number;
}

/** A landing strip and what it can be used for. */
export interface StripMark {
  readonly id: string;
  readonly line: readonly [XY, XY];
  readonly middle: XY;
  readonly use: StripUse;
  /** 0-1000 */
  readonly craters: number;
}

/** A gallery that is being driven under a post. */
export interface GalleryMark {
  readonly post: string;
  readonly place: XY;
  readonly from: XY;
  /** 0-1 */
  readonly dug: number;
  readonly fired: boolean;
}

/** What a piece shows: the men of one side in one place. */
export type PieceArm = 'infantry' | 'parachute' | 'engineers' | 'supply';

export interface CounterMark {
  readonly id: string;
  /** Units or sightings under this piece. */
  readonly ids: readonly string[];
  readonly post: string | null;
  readonly place: XY;
  readonly nation: SideId;
  readonly own: boolean;
  readonly arm: PieceArm;
  readonly echelon: 'company' | 'battalion';
  /** Quarters of fighting strength, 0-4; null where it can only be guessed. */
  readonly pips: number | null;
  readonly count: number;
  /** Turns since the sighting; null for own men and what is seen now. */
  readonly age: number | null;
  readonly moves: boolean;
}

export type GunState = 'ready' | 'firing' | 'pinned' | 'damaged' | 'destroyed';
export type GunIcon = 'gun' | 'mortar' | 'machine-gun';

export interface GunMark {
  readonly id: string;
  readonly place: XY;
  readonly nation: SideId;
  readonly icon: GunIcon;
  readonly state: GunState;
}

/** A gun of the other side as last fixed. */
export interface FixMark {
  readonly id: string;
  readonly place: XY;
  readonly nation: SideId;
  readonly icon: GunIcon;
  readonly errorMetres: number;
  /** Turns since the fix. */
  readonly age: number;
  /** 0-1000: what is left of its life. */
  readonly fresh: number;
}

/** An attack on a post that is going on. */
export interface AssaultMark {
  readonly id: string;
  readonly nation: SideId;
  readonly post: string;
  readonly to: XY;
  /** Where each wave starts from. */
  readonly lead: readonly XY[];
  readonly echelon: readonly XY[];
}

/** Men on their way. */
export interface MarchMark {
  readonly id: string;
  readonly nation: SideId;
  readonly line: readonly XY[];
  readonly purpose: March['purpose'];
}

/** Shells that fell in a hex. */
export interface CraterMark {
  readonly hex: number;
  readonly place: XY;
  readonly shells: number;
}

/** A named thing of the map itself. */
export interface PlaceName {
  readonly id: string;
  readonly words: Words;
  readonly place: XY;
  readonly kind: 'water' | 'road' | 'village' | 'hill' | 'relief';
  /** Degrees clockwise from level, along the thing; 0 for points. */
  readonly tilt: number;
}

/** Ground that a side looks over from a place, metres. */
export interface SightMark {
  readonly place: XY;
  readonly reach: number;
}

/** Everything on the sheet. */
export interface Marks {
  readonly side: SideId;
  /** True where each side shows what it knows of itself. */
  readonly both: boolean;
  readonly turn: number;
  readonly night: boolean;
  readonly sky: SkyKind;
  readonly mud: number;
  /** Rings around the ground that the garrison holds. */
  readonly held: readonly (readonly XY[])[];
  readonly posts: readonly PostMark[];
  readonly trenches: readonly TrenchMark[];
  readonly oldTrenches: readonly OldTrenchMark[];
  readonly counters: readonly CounterMark[];
  readonly guns: readonly GunMark[];
  readonly fixes: readonly FixMark[];
  readonly assaults: readonly AssaultMark[];
  readonly marches: readonly MarchMark[];
  readonly craters: readonly CraterMark[];
  readonly sight: readonly SightMark[];
  readonly zone: ZoneMark;
  readonly loads: readonly LoadMark[];
  readonly strips: readonly StripMark[];
  readonly galleries: readonly GalleryMark[];
}
