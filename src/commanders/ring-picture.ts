/** What the besieger's staff reads off its view before it plans: posts with their trench heads, regiments, shells. */
import { centreOf, isFit, isNearer, metresBetween, postOf, PULSES } from '../engine/index.ts';
import type { ApproachView, FormationView, Place, PostView, SideView, UnitView } from '../engine/index.ts';
import { armsOf } from './arms.ts';
import type { Arms } from './arms.ts';
import { STEADY } from './doctrine.ts';

/** A post that is still to be taken. */
export interface Goal {
  readonly post: PostView;
  readonly sap: ApproachView | null;
  /** Metres from the trench head to the wire. */
  readonly head: number;
  /** Farther than the inner posts from the command post of its camp. */
  readonly outer: boolean;
  /** Stands apart from the camp. */
  readonly outwork: boolean;
  /** Metres above the valley floor. */
  readonly height: number;
  readonly cutOff: boolean;
  /** The trench round it is dug as far as it will go. */
  readonly ringed: boolean;
  /** Held against a storm behind strong works: left alone until a gallery under it is filled. */
  readonly undermined: boolean;
}

/** One whose trenches are still being looked up. */
type Scouted = { -readonly [Field in keyof Goal]: Goal[Field] };

export interface Regiment {
  readonly formation: FormationView;
  readonly battalions: UnitView[];
  readonly men: number;
  readonly menAtStart: number;
  readonly at: Place;
  /** The middle of its sector: where it stood at the start. */
  readonly home: Place;
  /** The camp that it stands before. */
  readonly camp: string;
}

/** The command post of a camp. */
interface Seat {
  readonly camp: string;
  readonly post: PostView | null;
  readonly stands: boolean;
}

export interface RingPicture extends Arms {
  readonly view: SideView;
  /** Pulses since the siege began. */
  readonly clock: number;
  /** The camp that the siege is about. */
  readonly mainCamp: string;
  readonly goals: readonly Goal[];
  readonly regiments: readonly Regiment[];
  /** Mean will of the regiments that are whole enough to fight. */
  readonly will: number;
}

/** Reads the picture off a view. */
export function ringPicture(view: SideView): RingPicture {
  const seats = seatsOf(view);
  const regiments = regimentsOf(view, seats);
  const { stocks, arms, heavy, tubes } = armsOf(view);
  return {
    view, stocks, arms, heavy, tubes, regiments,
    clock: view.turn * PULSES,
    mainCamp: view.facts.camps[0]?.id ?? '',
    goals: goalsOf(view, seats),
    will: meanWill(regiments),
  };
}

function seatsOf(view: SideView): Seat[] {
  const seats: Seat[] = [];
  for (const { id, commandPost } of view.facts.camps) {
    let stands = true;
    for (const camp of view.camps) if (camp.id === id) ({ stands } = camp);
    seats.push({ camp: id, post: postOf(view, commandPost), stands });
  }
  return seats;
}

function goalsOf(view: SideView, seats: readonly Seat[]): Goal[] {
  const goals: Scouted[] = [];
  const { heights } = view.facts.map;
  for (const post of view.posts) {
    if (!post.inTheatre || post.holder === 'besieger' || (post.holder === 'empty' && post.men === 0)) continue;
    const seat = seatOf(seats, post.camp);
    goals.push({
      post, sap: null, head: NO_SAP,
      outer: seat !== null && !isNearer(seat, post, STEADY.innerMetres + 1),
      outwork: seat !== null && !isNearer(seat, post, STEADY.outworkMetres + 1),
      height: heights[post.hex] ?? 0,
      cutOff: post.cutOffSince >= 0,
      ringed: false,
      undermined: wantsGallery(view, post),
    });
  }
  for (const approach of view.approaches) lookUp(goals, approach);
  return goals;
}

function seatOf(seats: readonly Seat[], camp: string): PostView | null {
  for (const seat of seats) if (seat.camp === camp) return seat.post;
  return null;
}

/** Enters a trench with the post that it leads to or round. */
function lookUp(goals: readonly Scouted[], approach: ApproachView): void {
  const { kind, post, lengthMetres, dugMetres } = approach;
  if (post === null || kind === 'axis') return;
  for (const goal of goals) {
    if (goal.post.id !== post) continue;
    if (kind === 'ring') goal.ringed ||= dugMetres >= lengthMetres;
    else if (goal.sap === null) {
      goal.sap = approach;
      goal.head = lengthMetres - dugMetres;
    }
    return;
  }
}

/** A hill that has thrown a storm back and whose works still stand, with no charge ready or spent under it. */
function wantsGallery({ galleries }: SideView, post: PostView): boolean {
  for (const gallery of galleries) if (gallery.post === post.id) return gallery.loadedTurn < 0;
  return post.hill && post.failedAssaults >= STEADY.mineFailures && post.works >= STEADY.mineWorks;
}

/** Farther than any trench is long. */
const NO_SAP = 99_999;

function regimentsOf(view: SideView, seats: readonly Seat[]): Regiment[] {
  const regiments: Regiment[] = [];
  for (const formation of view.formations) {
    const regiment = formation.kind === 'regiment' ? regimentOf(view, seats, formation) : null;
    if (regiment !== null) regiments.push(regiment);
  }
  return regiments;
}

/** A regiment as its battalions stand; null where nobody is left of it. */
function regimentOf(view: SideView, seats: readonly Seat[], formation: FormationView): Regiment | null {
  const { id } = formation;
  const battalions: UnitView[] = [];
  let first = -1;
  let men = 0;
  let menAtStart = 0;
  for (const unit of view.units) {
    if (unit.formation !== id || unit.duty === 'away') continue;
    if (first < 0 && unit.men > 0) first = unit.hex;
    men += unit.men;
    menAtStart += unit.menAtStart;
    if (isFit(unit)) battalions.push(unit);
  }
  if (first < 0) return null;
  const at = centreOf(view.facts.map.grid, first);
  const home = formation.place ?? at;
  return { formation, battalions, men, menAtStart, at, home, camp: nearestCamp(seats, home) };
}

/** Its will is broken, or has been and has not mended yet. */
export function mustRest({ formation }: Regiment): boolean {
  return formation.will < (formation.rested > 0 ? STEADY.restUntil : STEADY.restUnder);
}

function nearestCamp(seats: readonly Seat[], at: Place): string {
  let best = '';
  let nearest: PostView | null = null;
  for (const { camp, post, stands } of seats) {
    if (post === null || !stands || (nearest !== null && !isNearer(post, at, metresBetween(nearest, at)))) continue;
    best = camp;
    nearest = post;
  }
  return best;
}

function meanWill(regiments: readonly Regiment[]): number {
  let sum = 0;
  let count = 0;
  for (const { formation, men, menAtStart } of regiments) {
    if (men * 1000 < menAtStart * STEADY.wholeEnough) continue;
    sum += formation.will;
    count += 1;
  }
  return count === 0 ? 0 : Math.floor(sum / count);
}

/** An assault of the besieger's on the post goes on, or has ended in this turn. */
export function isStormed({ view }: RingPicture, post: string): boolean {
  for (const assault of view.assaults) if (assault.post === post && assault.side === 'besieger') return true;
  return false;
}

/** Turns since an hour of the siege; far where it never came. */
export function turnsSince(picture: RingPicture, clock: number): number {
  return clock < 0 ? NEVER : Math.floor((picture.clock - clock) / PULSES);
}

/** Longer than any siege. */
const NEVER = 9999;
