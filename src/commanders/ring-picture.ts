/** What the besieger's staff reads off its view before it plans: posts with their trench heads, regiments, shells. */
import { centreOf, metresBetween, PULSES } from '../engine/index.ts';
import type { ApproachView, FormationView, Place, PostView, SideView, UnitView } from '../engine/index.ts';
import { STEADY } from './doctrine.ts';
import { metresOut } from './seat.ts';
import { heavyRounds, heavyTubes, stocksOf } from './stocks.ts';
import type { Stocks } from './stocks.ts';

/** A post that is still to be taken. */
export interface Goal {
  readonly post: PostView;
  readonly sap: ApproachView | null;
  /** Metres from the trench head to the wire. */
  readonly head: number;
  /** Metres from the command post of its camp. */
  readonly out: number;
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

export interface RingPicture {
  readonly view: SideView;
  /** Pulses since the siege began. */
  readonly clock: number;
  readonly goals: readonly Goal[];
  readonly regiments: readonly Regiment[];
  readonly stocks: Stocks;
  readonly heavy: number;
  /** Tubes that fire them. */
  readonly tubes: number;
  /** Mean will of the regiments that are whole enough to fight. */
  readonly will: number;
}

/** Reads the picture off a view. */
export function ringPicture(view: SideView): RingPicture {
  const stocks = stocksOf(view);
  const regiments = regimentsOf(view);
  return {
    view, stocks, regiments,
    clock: view.turn * PULSES,
    goals: goalsOf(view),
    heavy: heavyRounds(view, stocks),
    tubes: heavyTubes(view, stocks),
    will: meanWill(regiments),
  };
}

function goalsOf(view: SideView): Goal[] {
  const goals: Goal[] = [];
  for (const post of view.posts) {
    if (!post.inTheatre || post.holder === 'besieger' || (post.holder === 'empty' && post.men === 0)) continue;
    const sap = view.approaches.find((one) => one.kind === 'sap' && one.post === post.id) ?? null;
    const out = metresOut(view, post);
    goals.push({
      post, sap, out,
      head: sap === null ? NO_SAP : sap.lengthMetres - sap.dugMetres,
      outwork: out > STEADY.outworkMetres,
      height: view.facts.map.heights[post.hex] ?? 0,
      cutOff: post.cutOffSince >= 0,
      undermined: wantsGallery(view, post),
      ringed: view.approaches.some((one) => one.kind === 'ring' && one.post === post.id && one.dugMetres >= one.lengthMetres),
    });
  }
  return goals;
}

/** A hill that has thrown a storm back and whose works still stand, with no charge ready or spent under it. */
function wantsGallery(view: SideView, post: PostView): boolean {
  const gallery = view.galleries.find((one) => one.post === post.id);
  if (gallery !== undefined) return gallery.loadedTurn < 0;
  return post.hill && post.failedAssaults >= STEADY.mineFailures && post.works >= STEADY.mineWorks;
}

/** Farther than any trench is long. */
const NO_SAP = 99_999;

function regimentsOf(view: SideView): Regiment[] {
  const regiments: Regiment[] = [];
  for (const formation of view.formations) {
    if (formation.kind !== 'regiment') continue;
    const own = view.units.filter((unit) => unit.formation === formation.id && unit.duty !== 'away');
    const first = own.find(({ men }) => men > 0);
    if (first === undefined) continue;
    const at = centreOf(view.facts.map.grid, first.hex);
    regiments.push({
      formation, at, home: formation.place ?? at, battalions: own.filter(isReady),
      men: own.reduce((sum, { men }) => sum + men, 0),
      menAtStart: own.reduce((sum, { menAtStart }) => sum + menAtStart, 0),
      camp: nearestCamp(view, formation.place ?? at),
    });
  }
  return regiments;
}

/** Its will is broken, or has been and has not mended yet. */
export function mustRest({ formation }: Regiment): boolean {
  return formation.will < (formation.rested > 0 ? STEADY.restUntil : STEADY.restUnder);
}

/** Can be given an order now. */
function isReady(unit: UnitView): boolean {
  return unit.men > 0 && unit.march === null && (unit.duty === 'waiting' || unit.duty === 'resting' || unit.duty === 'digging' || unit.duty === 'holding');
}

function nearestCamp(view: SideView, at: Place): string {
  let best = '';
  let least = Infinity;
  for (const camp of view.facts.camps) {
    const seat = view.posts.find(({ id }) => id === camp.commandPost);
    const stands = view.camps.find(({ id }) => id === camp.id)?.stands ?? true;
    const metres = seat === undefined || !stands ? Infinity : metresBetween(seat, at);
    if (metres < least) [best, least] = [camp.id, metres];
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
export function turnsSince(picture: RingPicture, clock: number): number {
  return clock < 0 ? NEVER : Math.floor((picture.clock - clock) / PULSES);
}

/** Longer than any siege. */
export const NEVER = 9999;
