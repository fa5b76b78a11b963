/** Runways on the grid: their hexes, which way they run, and the ground within which trench or a lost post matters to them. */
import { centreOf, hexOf } from './hex.ts';
import { metresBetween, rootOf } from './numbers.ts';
import type { MapFacts, Place, Point } from './scenario.ts';

/** A strip as the rules see it. */
export interface StripGround {
  /** Middle of the runway, metres. */
  readonly middle: Place;
  /** From its south end to its north end: a thousandth of each metre flown along it, east and north. */
  readonly along: Place;
  readonly south: Place;
  readonly lengthMetres: number;
  /** Hexes that the runway lies in, from the south. */
  readonly hexes: readonly number[];
  /** Hexes about it, nearest first, and the metres from the middle of each to the half of the runway where aircraft stop. */
  readonly about: readonly number[];
  readonly aboutMetres: readonly number[];
  /** The same metres from each post, by its row. */
  readonly postMetres: readonly number[];
  /** By hex, as it is worked out: the square of the metres to the nearest of the runway's hexes in sight of it, and one; nought = not yet. */
  readonly sight: Int32Array;
}

/** Farther than this nothing on the ground matters to a strip. */
const FAR_METRES = 1500;
const WALK_METRES = 50;

/** All strips of a map, in its order. */
export function stripGroundsOf(map: MapFacts, posts: readonly Place[]): StripGround[] {
  return map.strips.map((strip) => stripGround(map, posts, strip));
}

/** The middle of a strip. */
export function middleOfStrip({ south, north }: StripFacts): Place {
  return { east: Math.floor((south[0] + north[0]) / 2), north: Math.floor((south[1] + north[1]) / 2) };
}

/** Which way aircraft fly along a strip: a thousandth of each metre, east and north. */
export function alongStrip({ south, north }: StripFacts): Place {
  const metres = Math.max(1, metresBetween(placeOf(south), placeOf(north)));
  return { east: Math.floor(((north[0] - south[0]) * 1000) / metres), north: Math.floor(((north[1] - south[1]) * 1000) / metres) };
}

function placeOf([east, north]: Point): Place {
  return { east, north };
}

function stripGround(map: MapFacts, posts: readonly Place[], facts: StripFacts): StripGround {
  const south = placeOf(facts.south);
  const north = placeOf(facts.north);
  const strip = {
    south,
    lengthMetres: Math.max(1, metresBetween(south, north)),
    middle: middleOfStrip(facts),
    along: alongStrip(facts),
  };
  const about = hexesAbout(map, strip);
  return {
    ...strip,
    hexes: hexesUnder(map, strip),
    about: about.map(({ hex }) => hex),
    aboutMetres: about.map(({ metres }) => metres),
    postMetres: posts.map((post) => metresToStop(post, strip)),
    sight: new Int32Array(map.heights.length),
  };
}

type StripFacts = Pick<MapFacts['strips'][number], 'south' | 'north'>;
type Line = Pick<StripGround, 'south' | 'lengthMetres' | 'along'>;

function hexesUnder(map: MapFacts, strip: Line): number[] {
  const hexes: number[] = [];
  for (let metres = 0; metres <= strip.lengthMetres; metres += WALK_METRES) {
    const hex = hexOf(map.grid, pointAlong(strip.south, strip.along, metres));
    if (!hexes.includes(hex)) hexes.push(hex);
  }
  return hexes;
}

function hexesAbout(map: MapFacts, strip: Line): { hex: number; metres: number }[] {
  const about: { hex: number; metres: number }[] = [];
  for (const hex of map.heights.keys()) {
    const metres = metresToStop(centreOf(map.grid, hex), strip);
    if (metres <= FAR_METRES) about.push({ hex, metres });
  }
  return about.sort((a, b) => a.metres - b.metres || a.hex - b.hex);
}

/** Metres from a place to the middle half of a runway: where aircraft stop, unload and turn. */
function metresToStop(place: Place, { south, along, lengthMetres }: Line): number {
  return metresToLine(place, south, along, Math.floor(lengthMetres / 4), Math.floor((lengthMetres * 3) / 4));
}

/** The place so many metres along a line. */
export function pointAlong(from: Place, along: Place, metres: number): Place {
  return { east: from.east + Math.floor((along.east * metres) / 1000), north: from.north + Math.floor((along.north * metres) / 1000) };
}

/** Metres from a place to a stretch of a line, between `low` and `high` metres along it. */
function metresToLine(place: Place, from: Place, along: Place, low: number, high: number): number {
  return rootOf(squareToLine(place, from, along, low, high));
}

/** The square of those metres. */
export function squareToLine(place: Place, from: Place, along: Place, low: number, high: number): number {
  const east = place.east - from.east;
  const north = place.north - from.north;
  const ahead = Math.floor((east * along.east + north * along.north) / 1000);
  const metres = Math.min(high, Math.max(low, ahead));
  const right = east - Math.floor((along.east * metres) / 1000);
  const up = north - Math.floor((along.north * metres) / 1000);
  return right * right + up * up;
}
