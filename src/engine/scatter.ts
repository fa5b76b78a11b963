/** How far what leaves an aircraft comes down from where it was meant to. */
import { share } from './numbers.ts';
import { drawNines, fourOf } from './random.ts';
import type { Stream } from './random.ts';
import type { Place } from './scenario.ts';
import type { SkyKind } from './state.ts';
import type { Rules } from './tunables.ts';

/** Half of the variance is the aircraft's own and common to all that it drops; half is each bundle's: 1000 / root of 2. */
const HALF = 707;
/** Four draws from -500 to 500 each; the spread of their sum. */
const DRAW = 1001;
const FOUR_MIDDLES = 2000;
const SPREAD = 578;

/** Spread of a drop from so high, metres, before it is shared between aircraft and bundle. */
export function sigmaOf({ airlift }: Rules, height: number, sky: SkyKind): number {
  const still = airlift.scatter + share(airlift.scatterHeight, height);
  return share(still, windOf({ airlift }, sky));
}

function windOf({ airlift }: Pick<Rules, 'airlift'>, sky: SkyKind): number {
  switch (sky) {
    case 'clear': return airlift.windClear;
    case 'cloud': return airlift.windCloud;
    case 'rain': return airlift.windRain;
    case 'storm': return airlift.windStorm;
  }
}

/** One error, in metres, of half the variance: the sum of four draws. */
export function errorOf(stream: Stream, sigma: number): number {
  return errorBy(fourOf(stream, DRAW), sigma);
}

function errorBy(four: number, sigma: number): number {
  // Rounded to the nearest by a half more and downwards, which is quicker than Math.round, and whole to the machine too.
  return Math.floor(((four - FOUR_MIDDLES) * sigma * HALF + SPREAD * 500) / (SPREAD * 1000)) | 0;
}

/**
 * Lets a stick stray from the place that it was aimed at: all of it with the aircraft, each bundle by itself; where a chute fails, with
 * a chance in permille, it leaves a mark. The rolls are written on a paper that nobody reads afterwards.
 */
export function strayStick(stream: Stream, aim: Place, sigma: number, fails: number, { east, north, smashed }: Fallen, rolls: number[]): void {
  const fromEast = aim.east + errorOf(stream, sigma);
  const fromNorth = aim.north + errorOf(stream, sigma);
  drawNines(stream, east.length, DRAW, 1000, rolls);
  for (let number = 0, roll = 0; number < east.length; number += 1, roll += 9) {
    east[number] = fromEast + (east[number] ?? 0) + errorBy(fourFrom(rolls, roll), sigma);
    north[number] = fromNorth + (north[number] ?? 0) + errorBy(fourFrom(rolls, roll + 4), sigma);
    if ((rolls[roll + 8] ?? 0) < fails) smashed[number] = 1;
  }
}

/** Where the bundles of one sortie came down, metres, and which of them smashed (1). */
export interface Fallen {
  readonly east: number[];
  readonly north: number[];
  readonly smashed: number[];
}

function fourFrom(rolls: readonly number[], roll: number): number {
  return (rolls[roll] ?? 0) + (rolls[roll + 1] ?? 0) + (rolls[roll + 2] ?? 0) + (rolls[roll + 3] ?? 0);
}

/** A place moved by an error in each direction. */
export function strayFrom(stream: Stream, place: Place, sigma: number): Place {
  const east = place.east + errorOf(stream, sigma);
  return { east, north: place.north + errorOf(stream, sigma) };
}

/** Metres along the run-in, from the middle of the stick, at which the nth of so many leaves the aircraft. */
export function stickMetres(length: number, number: number, count: number): number {
  return Math.floor((length * (2 * number + 1 - count)) / (2 * count));
}
