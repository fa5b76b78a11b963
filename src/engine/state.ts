/**
 * The state of a siege: plain JSON, whole numbers only, one row for each thing of the scenario in its order.
 *
 * GLOSSARY (one word per idea)
 *   approach     a trench of the besieger towards one post; its head is `lengthMetres - dugMetres` from the wire
 *   assault      an attack on one post, resolved pulse by pulse until it wins, is halted or is broken off
 *   battery      guns of one kind that fire together; `tubes` are fit to fire, `damaged` may be repaired
 *   clock        pulses since the first turn began: `turn * 12 + pulse`
 *   cohesion     how far a unit holds together, 0-1000
 *   company      the garrison's unit; battalion: the besieger's
 *   contact      men of the other side as they were last seen
 *   cover        what is over a gun or a command dugout: pit, casemate, hidden; centimetres of earth and logs
 *   dump         shells that batteries draw on; `ready` rounds lie beside the guns
 *   echelon      the second wave of an assault, committed by its standing order
 *   fix          a reported place of a gun of the other side, with its error and age
 *   formation    a headquarters and those under it; headless: its commander is dead or cut off
 *   holder       who has a post: garrison, besieger, contested (both inside), empty
 *   lodgement    how much of a post the attacker holds, 0-1000
 *   men          fit to fight; wounded lie with their unit until they can be carried off
 *   post         a fortified place with an outline and a name on each side
 *   preparation  shelling of a post before and during an assault
 *   protective fire  the garrison's guns on those who storm a post, given beforehand (final protective fire)
 *   pulse        one hour; twelve make a turn: day 06:00-18:00, night 18:00-06:00
 *   shocked      a staff that was hit: its orders come late or not at all
 *   suppression  how far a post is kept down by shelling, 0-1000; decays by the hour
 *   turn         half a day, counted from 0
 *   will         a regiment's readiness to attack, 0-1000
 *   wire, works  of a post, 0-1000
 */
import type { SideId } from './scenario.ts';

/** Pulses in a turn. */
export const PULSES = 12;

export type SkyKind = 'clear' | 'cloud' | 'rain' | 'storm';
export type Holder = SideId | 'contested' | 'empty';
export type LossCause = 'shelling' | 'assault' | 'protective-fire' | 'counter-battery' | 'digging' | 'march' | 'fall-of-post';

/** Why cohesion moved; the words for it stand in the panels. */
export type CohesionCause = 'losses' | 'shelling' | 'lodged' | 'headless' | 'leader-hit' | 'neighbour-fell' | 'rest' | 'rain' | 'reinforced';

export interface GameState {
  /** Turns played so far; the index of the next one. */
  turn: number;
  /** Null while the siege goes on. */
  verdict: Verdict | null;
  sky: {
    /** Over the valley. */
    valley: SkyKind;
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
  cause: 'posts-taken' | 'posts-held' | 'time-over';
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
}

export interface UnitState {
  id: string;
  /** Fit to fight. */
  men: number;
  /** Wounded men of the unit who are still with it. */
  wounded: number;
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
  /** Thousandths of a man lost but not yet counted. */
  remainder: number;
}

/**
 * holding: in a post; waiting: in reserve; marching; storming: in an assault; digging; resting;
 * broken: fights no more this turn; gone: no man left in the field.
 */
export type Duty = 'holding' | 'waiting' | 'marching' | 'storming' | 'digging' | 'resting' | 'broken' | 'gone';

export interface March {
  purpose: 'reinforce' | 'counter-attack' | 'withdraw' | 'attack';
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
  /** Rounds fired in this turn. */
  firedRounds: number;
  /** Thousandths of a gunner lost but not yet counted. */
  remainder: number;
}

export interface DumpState {
  id: string;
  /** By weapon, in the order of the board. */
  rounds: number[];
}

export interface ApproachState {
  id: string;
  post: string;
  /** From the jump-off ground to the post, hex by hex. */
  path: number[];
  /** From its beginning to the wire. */
  lengthMetres: number;
  dugMetres: number;
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
  ended: 'no' | 'won' | 'halted' | 'thrown-back';
}

/** What one side knows of the other. */
export interface Known {
  posts: PostSighting[];
  fixes: Fix[];
  /** Fixes ever made, so that each has a number of its own. */
  fixesMade: number;
  contacts: Contact[];
  approaches: ApproachSighting[];
}

/** A post as last seen by the other side; strengths are judged, not counted. */
export interface PostSighting {
  post: string;
  turn: number;
  holder: Holder;
  men: number;
  works: number;
  wire: number;
}

export interface Fix {
  id: string;
  battery: string;
  weapon: string;
  east: number;
  north: number;
  errorMetres: number;
  how: 'seen' | 'flash' | 'sound';
  turn: number;
}

export interface Contact {
  unit: string;
  hex: number;
  men: number;
  turn: number;
}

export interface ApproachSighting {
  approach: string;
  headMetres: number;
  turn: number;
}

/** What one side has lost and spent since the siege began. */
export interface Ledger {
  killed: number;
  wounded: number;
  captured: number;
  deserted: number;
  /** Casualties (killed and wounded) by cause. */
  byCause: Record<LossCause, number>;
  /** Rounds fired, by weapon. */
  fired: number[];
  /** Rounds lost with guns and dumps that fell, by weapon. */
  lostRounds: number[];
  /** Tubes ended for good, by weapon. */
  tubesLost: number[];
  trenchMetres: number;
}
