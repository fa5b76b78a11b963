/**
 * The state of a siege: plain JSON, whole numbers only, one row for each thing of the scenario in its order.
 *
 * GLOSSARY (one word per idea)
 *   approach     a trench of the besieger along a path: a sap to the wire of a post, a ring round it, or an axis to a hex
 *   assault      an attack on one post, resolved pulse by pulse until it wins, is halted or is broken off
 *   away         men of a unit who are not on the map yet
 *   battery      guns of one kind that fire together; `tubes` are fit to fire, `damaged` may be repaired
 *   camp         posts under one command post, its hospital, labourers and deserters
 *   cargo        what a load holds: rounds of a weapon, or a good (food, medical, engineer)
 *   clock        pulses since the first turn began: `turn * 12 + pulse`
 *   cohesion     how far a unit holds together, 0-1000
 *   company      the garrison's unit; battalion: the besieger's
 *   contact      men of the other side as they were last seen
 *   cover        what is over a gun or a command dugout: pit, casemate, hidden; centimetres of earth and logs
 *   cut off      no way on foot from the command post that trench and lost posts leave open
 *   deserter     internal deserter: left the line, hides inside the camp and eats
 *   domain       kinds of orders that one officer of a staff sees to: guns, air, digging, men, rear
 *   dump         shells that batteries draw on, and goods; `ready` rounds lie beside the guns
 *   echelon      the second wave of an assault, committed by its standing order
 *   fix          a reported place of a gun of the other side, with its error and age
 *   flak         guns that fire at aircraft and at nothing else
 *   formation    a headquarters and those under it; headless: its commander is dead or cut off
 *   gallery      a tunnel under a post that ends in a charge
 *   holder       who has a post: garrison, besieger, contested (both inside), empty
 *   load         bundles from an aircraft that lie in a hex until somebody gathers them
 *   lodgement    how much of a post the attacker holds, 0-1000
 *   men          fit to fight; wounded lie with their unit until they can be carried off
 *   post         a fortified place with an outline and a name on each side
 *   preparation  shelling of a post before and during an assault
 *   protective fire  the garrison's guns on those who storm a post, given beforehand (final protective fire)
 *   ring         whose ground each hex is: walked by the garrison, dominated by the besieger, or nobody's
 *   pulse        one hour; twelve make a turn: day 06:00-18:00, night 18:00-06:00
 *   sap          the last stretch of trench, to the wire itself
 *   shocked      a staff that was hit: its orders come late or not at all
 *   sortie       one flight of one aircraft
 *   strip        where aircraft land: open, by night only, closed by fire, cut by trench
 *   suppression  how far a post is kept down by shelling, 0-1000; decays by the hour
 *   turn         half a day, counted from 0
 *   usable drop zone  hexes that the garrison walks to and gathers from
 *   will         a regiment's readiness to attack, 0-1000
 *   wire, works  of a post, 0-1000
 */
import type { Known } from './known.ts';
import type { Ledger } from './ledger.ts';
import type { SideId } from './scenario.ts';
import type { AirState, CampState, GalleryState, LoadState, RearState, RingState } from './state-siege.ts';

/** Pulses in a turn. */
export const PULSES = 12;

export type SkyKind = 'clear' | 'cloud' | 'rain' | 'storm';
export type Holder = SideId | 'contested' | 'empty';
export type LossCause =
  | 'shelling' | 'assault' | 'protective-fire' | 'counter-battery' | 'digging' | 'fall-of-post'
  | 'air-strike' | 'sniping' | 'raid' | 'gallery' | 'jump' | 'in-the-air' | 'gathering' | 'wounds' | 'sickness' | 'break-out';

/** Why cohesion moved; the words for it stand in the panels. */
export type CohesionCause =
  | 'losses' | 'shelling' | 'lodged' | 'headless' | 'leader-hit' | 'neighbour-fell' | 'rest' | 'rain' | 'reinforced'
  | 'hunger' | 'cut-off' | 'wounded-waiting' | 'no-shells' | 'wear' | 'relief' | 'success' | 'gallery';

export interface GameState {
  /** Turns played so far; the index of the next one. */
  turn: number;
  /** Null while the siege goes on. */
  verdict: Verdict | null;
  sky: {
    /** Over the valley, and over the bases that aircraft come from. */
    valley: SkyKind;
    bases: SkyKind;
    /** 0-1000: how deep the mud is. */
    mud: number;
  };
  posts: PostState[];
  formations: FormationState[];
  units: UnitState[];
  batteries: BatteryState[];
  dumps: DumpState[];
  approaches: ApproachState[];
  assaults: AssaultState[];
  camps: CampState[];
  ring: RingState;
  air: AirState;
  /** Loads that lie out, by hex, cargo and turn. */
  loads: LoadState[];
  galleries: GalleryState[];
  rear: RearState;
  ground: {
    /** Metres of the besieger's trench, by hex. */
    trench: number[];
    /** Shells of 75 mm and above that have fallen, by hex. */
    craters: number[];
  };
  known: Record<SideId, Known>;
  ledger: Record<SideId, Ledger>;
}

export interface Verdict {
  winner: SideId | 'draw';
  /** The turn in which it was reached. */
  turn: number;
  cause: 'posts-taken' | 'posts-held' | 'time-over' | 'laid-down-arms' | 'broke-out' | 'cease-fire';
}

export interface PostState {
  id: string;
  holder: Holder;
  /** 0-1000 */
  works: number;
  /** 0-1000 */
  wire: number;
  /** 0-1000: the attacker's share of the post; nought when nobody attacks. */
  lodgement: number;
  /** 0-1000 */
  suppression: number;
  /** Rounds that fell in this pulse, by weapon; cleared as the next one begins. */
  shelled: number[];
  /** Assaults that failed here. */
  failedAssaults: number;
  /** Clock at which the holder last changed; -1 at the start. */
  heldSince: number;
  /** Clock since which no way leads to it from the command post, later where a convoy came through; -1 = it is linked. */
  cutOffSince: number;
  /** Clock at which the last assault on it ended; -1 = none yet. */
  stormedAt: number;
}

export interface FormationState {
  id: string;
  /** Clock until which it has no commander; 0 = it has one. */
  headlessUntil: number;
  /** Clock until which its staff is shocked; 0 = it works. */
  shockedUntil: number;
  /** 0-1000; regiments of the besieger, else nought. */
  will: number;
  /** Times that a shell found its command dugout. */
  leadersHit: number;
  /** Besieger's regiments: turns of rest and political work in a row. */
  rested: number;
}

export interface UnitState {
  id: string;
  /** Fit to fight. */
  men: number;
  /** Wounded men of the unit who are still with it. */
  wounded: number;
  /** Men who are not on the map yet. */
  away: number;
  /** Fit to fight. */
  tanks: number;
  /** 0-1000 */
  cohesion: number;
  /** 0-1000 */
  quality: number;
  hex: number;
  /** The post it stands in, or null. */
  post: string | null;
  /** On the move, or null. */
  march: March | null;
  duty: Duty;
  /** Men lost since the last count of cohesion. */
  lostLately: number;
  /** Men at the start of the pulse that count looks back on. */
  menBefore: number;
  /** Thousandths of a man lost but not yet counted, and of a man killed among them. */
  remainder: number;
  killedRemainder: number;
}

/**
 * holding: in a post; waiting: in reserve; marching; storming: in an assault; digging; resting;
 * broken: fights no more this turn; gone: no man left in the field; away: not on the map yet.
 */
export type Duty = 'holding' | 'waiting' | 'marching' | 'storming' | 'digging' | 'resting' | 'broken' | 'gone' | 'away';

export interface March {
  purpose: 'reinforce' | 'counter-attack' | 'withdraw' | 'convoy' | 'raid' | 'close-up';
  /** The post it goes to. */
  post: string;
  /** Hexes still ahead, nearest first. */
  path: number[];
  /** Pulses before it moves off. */
  wait: number;
  /** Metres done of the step to the next hex, in the ground's own pace: 1000 = the step is done. */
  step: number;
  /** Counter-attack: odds, permille, under which it does not go in. */
  odds: number;
}

export interface BatteryState {
  id: string;
  /** Where it stands now. */
  east: number;
  north: number;
  hex: number;
  cover: 'pit' | 'casemate' | 'hidden';
  /** Clock until which it is on the road and cannot fire. */
  movingUntil: number;
  /** Fit to fire. */
  tubes: number;
  /** Out of action, may be repaired. */
  damaged: number;
  gunners: number;
  wounded: number;
  /** Rounds beside the guns. */
  ready: number;
  /** Clock until which the crews are pinned. */
  pinnedUntil: number;
  /** Clock of its last fire; -1 = never. */
  firedAt: number;
  /** Thousandths of a gunner killed but not yet counted. */
  remainder: number;
  /** Thousandths of a damaged tube that are mended. */
  mended: number;
}

export interface DumpState {
  id: string;
  /** By weapon, in the order of the board. */
  rounds: number[];
  /** Kilos of goods, in the order of GOODS. */
  goods: number[];
}

export interface ApproachState {
  id: string;
  /** A sap ends at the wire of its post; a ring runs round it; an axis ends in a hex. */
  kind: 'sap' | 'ring' | 'axis';
  /** The post it is for; null for an axis. */
  post: string | null;
  /** From where it leaves older trench to its end, hex by hex. */
  path: number[];
  lengthMetres: number;
  dugMetres: number;
  /** Clock at which its way was last laid. */
  laidAt: number;
}

export interface AssaultState {
  id: string;
  side: SideId;
  post: string;
  /** Units that go in first. */
  lead: string[];
  /** Units kept for the second wave. */
  echelon: string[];
  /** Pulses after the beginning at which the echelon goes in, if the post still holds. */
  echelonAfter: number;
  begun: number;
  /** Men it began with, echelon included once committed. */
  men: number;
  lost: number;
  /** What the defender's guns do this pulse to men in the open, in thousandths of a man. */
  protectiveFire: number;
  /** Reserve companies of the defender that have come in. */
  joined: string[];
  /** Clock at which the last of them came in; -1 = none. */
  joinedAt: number;
  /** Clock at which the attacker first stood inside; -1 = not yet. */
  enteredAt: number;
  ended: 'no' | 'won' | 'halted' | 'thrown-back';
}
