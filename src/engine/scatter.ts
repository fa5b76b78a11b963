/** How far what leaves an aircraft comes down from where it was meant to. */
import { share } from './numbers.ts';
import { fourOf } from './random.ts';
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
  const sum = fourOf(stream, DRAW) - FOUR_MIDDLES;
  // Rounded to the nearest by a half more and downwards, which is quicker than Math.round.
  return Math.floor((sum * sigma * HALF + SPREAD * 500) / (SPREAD * 1000));
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
