/** What the besieger's staff reads off its view before it plans: posts with their trench heads, regiments, shells. */
import { centreOf, isFit, isNearer, metresBetween, postOf, PULSES } from '../engine/index.ts';
import type { FormationView, Place, PostView, SideView, UnitView } from '../engine/index.ts';
import { armsOf } from './arms.ts';
import type { Arms } from './arms.ts';
import { STEADY } from './doctrine.ts';
import { frontOf } from './front.ts';
import type { Front, Seat } from './front.ts';

export interface Regiment {
  readonly formation: FormationView;
  readonly battalions: readonly UnitView[];
  readonly men: number;
  readonly menAtStart: number;
  readonly at: Place;
  /** The middle of its sector: where it stood at the start. */
  readonly home: Place;
  /** The camp that it stands before. */
  readonly camp: string;
}

/** A regiment whose battalions are still being counted. */
interface Muster {
  readonly formation: FormationView;
  readonly battalions: UnitView[];
  men: number;
  menAtStart: number;
  /** The hex of its first battalion that has men; -1 where there is none. */
  hex: number;
}

export interface RingPicture {
  readonly view: SideView;
  /** Pulses since the siege began. */
  readonly clock: number;
  /** The camp that the siege is about. */
  readonly mainCamp: string;
  readonly front: Front;
  readonly arms: Arms;
  readonly regiments: readonly Regiment[];
  /** Mean will of the regiments that are whole enough to fight. */
  readonly will: number;
}

/** Reads the picture off a view. */
export function ringPicture(view: SideView): RingPicture {
  const seats = seatsOf(view);
  const regiments = regimentsOf(view, seats);
  return {
    view, regiments,
    clock: view.turn * PULSES,
    mainCamp: seats[0]?.camp ?? '',
    front: frontOf(view, seats),
    arms: armsOf(view),
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

function regimentsOf(view: SideView, seats: readonly Seat[]): Regiment[] {
  const regiments: Regiment[] = [];
  for (const { formation, battalions, men, menAtStart, hex } of musterOf(view)) {
    if (hex < 0) continue;
    const at = centreOf(view.facts.map.grid, hex);
    const home = formation.place ?? at;
    regiments.push({ formation, battalions, men, menAtStart, at, home, camp: nearestCamp(seats, home) });
  }
  return regiments;
}

/** Calls the roll of the regiments. */
function musterOf({ formations, units }: SideView): Muster[] {
  const musters: Muster[] = [];
  for (const formation of formations) if (formation.kind === 'regiment') musters.push({ formation, battalions: [], men: 0, menAtStart: 0, hex: -1 });
  let muster: Muster | null = null;
  for (const unit of units) {
    if (unit.duty === 'away') continue;
    // Battalions of one regiment mostly stand together.
    if (muster?.formation.id !== unit.formation) muster = ofFormation(musters, unit.formation);
    if (muster === null) continue;
    if (muster.hex < 0 && unit.men > 0) muster.hex = unit.hex;
    muster.men += unit.men;
    muster.menAtStart += unit.menAtStart;
    if (isFit(unit)) muster.battalions.push(unit);
  }
  return musters;
}

function ofFormation(musters: readonly Muster[], id: string): Muster | null {
  for (const muster of musters) if (muster.formation.id === id) return muster;
  return null;
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

/** Turns since an hour of the siege; far where it never came. */
export function turnsSince({ clock }: RingPicture, hour: number): number {
  return hour < 0 ? NEVER : Math.floor((clock - hour) / PULSES);
}

/** Longer than any siege. */
const NEVER = 9999;
