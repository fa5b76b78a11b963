/** Where bundles lie: how ground, fire and the way there decide about all that came down alike. */
import { at } from './board.ts';
import type { Board } from './board.ts';
import { along, share } from './numbers.ts';
import type { GameState } from './state.ts';
import { GROUND_BESIEGER, GROUND_NOBODY } from './state-siege.ts';
import type { LoadState } from './state-siege.ts';
import type { Turn } from './turn-context.ts';
import type { Rules } from './tunables.ts';

/**
 * Bundles in the same lot have the same luck. The number of a lot counts twelve for each camp, four for each GROUND_*, two where
 * ground of the besieger is beside it, one for chutes that failed.
 */
const LOTS_OF_CAMP = 12;

/** Chances of a turn in permille, or NOBODY_GOES. */
export interface Chances {
  /** Fire on those who gather, by lot. */
  readonly fire: readonly number[];
  /** That the garrison brings a bundle in, by lot and hexes to its posts; worked out as it is asked for. */
  readonly garrison: number[];
  /** The same without fire, by hexes as far as they make a difference, and how far that is. */
  readonly near: readonly number[];
  readonly far: number;
  /** That the besieger does, by lot. */
  readonly besieger: readonly number[];
  /** That a bundle is lost where it lies, by lot. */
  readonly wear: readonly number[];
  /** By camp: whether it stands. */
  readonly stands: readonly boolean[];
}

/** Nobody looks there, so that no luck is drawn either. */
export const NOBODY_GOES = -1;
const NOT_YET = -2;

/** Works out what decides about every lot of a turn. */
export function chancesOf(state: GameState, turn: Turn): Chances {
  const rules = turn.rules.recovery;
  const fire: number[] = [];
  const besieger: number[] = [];
  const wear: number[] = [];
  const wet = state.sky.valley === 'rain' || state.sky.valley === 'storm';
  // While the besieger storms anywhere, his guns leave no place in peace.
  const offensive = state.assaults.some(({ side }) => side === 'besieger');
  for (let lot = 0; lot < state.camps.length * LOTS_OF_CAMP; lot += 2) {
    const hot = fireOn(turn, offensive ? 1000 : aboutCamp(rules, at(state.camps, campOf(lot)).harassed), lot);
    const chance = besiegersChance(turn, lot);
    const lost = rules.decay + (wet ? rules.decayWet : 0) + share(rules.decayFire, hot);
    fire.push(hot, hot);
    besieger.push(drawnWith(rules, chance, lot), drawnWith(rules, chance, lot + 1));
    wear.push(lost, lost + rules.decaySmashed);
  }
  const near = nearness(rules);
  const far = near.length - 1;
  return { fire, besieger, wear, near, far, garrison: new Array<number>(fire.length * (far + 1)).fill(NOT_YET), stands: state.camps.map(({ stands }) => stands) };
}

function nearness(rules: Rules['recovery']): number[] {
  const far = Math.max(rules.reachHexes + 1, rules.reach[rules.reach.length - 1]?.[0] ?? 0);
  const near: number[] = [];
  for (let steps = 0; steps <= far; steps += 1) near.push(along(rules.reach, steps));
  return near;
}

function aboutCamp(rules: Rules['recovery'], harassed: number): number {
  return rules.fireBase + Math.floor((harassed * rules.fireShells) / 100);
}

/** Fire on those who gather, permille; daylight makes it hotter, and his own men leave the besieger's ground in peace. */
function fireOn({ rules: { recovery: rules }, night }: Turn, aboutCamp: number, lot: number): number {
  if (groundOf(lot) === GROUND_BESIEGER) return 0;
  return Math.min(1000, share(aboutCamp + (touches(lot) ? rules.fireNear : 0), night ? 1000 : rules.fireDay));
}

/** Chance that the besieger brings a whole bundle in: by day he goes less far from his own ground. */
function besiegersChance({ rules: { recovery: rules }, night }: Turn, lot: number): number {
  const light = night ? 1000 : rules.byDay;
  const ground = groundOf(lot);
  if (ground === GROUND_BESIEGER) return rules.own;
  if (ground === GROUND_NOBODY) return share(share(rules.between, light), touches(lot) ? 1000 : rules.apart);
  return touches(lot) ? share(rules.beside, light) : 0;
}

/** A chance as it is drawn with: of bundles whose chute failed little is worth the way. */
function drawnWith(rules: Rules['recovery'], whole: number, lot: number): number {
  if (whole <= 0) return NOBODY_GOES;
  return hasFailed(lot) ? share(whole, rules.smashed) : whole;
}

/** The lot of a row of what lies out. */
export function lotOf({ ring: { ground } }: GameState, { nearestCamp, beside }: Board, { stands }: Chances, { hex, smashed }: LoadState): number {
  const camp = nearestCamp[hex] ?? 0;
  const whose = stands[camp] === true ? (ground[hex] ?? GROUND_NOBODY) : GROUND_BESIEGER;
  const near = whose === GROUND_BESIEGER ? GROUND_NOBODY : besieged(ground, beside, hex * 6);
  return camp * LOTS_OF_CAMP + whose * 4 + near + (smashed ? 1 : 0);
}

/** GROUND_BESIEGER where it is beside a hex, else nought: the only GROUND_* with its bit, so that no side needs a question of its own. */
function besieged(ground: readonly number[], beside: Uint16Array, side: number): number {
  const left = (ground[beside[side] ?? 0] ?? 0) | (ground[beside[side + 1] ?? 0] ?? 0) | (ground[beside[side + 2] ?? 0] ?? 0);
  const right = (ground[beside[side + 3] ?? 0] ?? 0) | (ground[beside[side + 4] ?? 0] ?? 0) | (ground[beside[side + 5] ?? 0] ?? 0);
  return (left | right) & GROUND_BESIEGER;
}

/** The row of the camp that a lot is nearest to. */
export function campOf(lot: number): number {
  return (lot / LOTS_OF_CAMP) | 0;
}

/** GROUND_* of a lot. */
function groundOf(lot: number): number {
  return (lot >> 2) % 3;
}

function touches(lot: number): boolean {
  return (lot & 2) !== 0;
}

function hasFailed(lot: number): boolean {
  return (lot & 1) !== 0;
}

/** Chance that the garrison brings a bundle in, or NOBODY_GOES: by the way to its posts, the ground and the fire. */
export function garrisonsChance({ rules }: Turn, chances: Chances, lot: number, reach: number): number {
  const { garrison, far } = chances;
  const steps = reach < far ? reach : far;
  const known = garrison[lot * (far + 1) + steps] ?? NOT_YET;
  if (known !== NOT_YET) return known;
  return (garrison[lot * (far + 1) + steps] = chanceAt(rules.recovery, chances, lot, steps));
}

function chanceAt(rules: Rules['recovery'], { near, fire }: Chances, lot: number, steps: number): number {
  const nobodys = groundOf(lot) === GROUND_NOBODY;
  if (groundOf(lot) === GROUND_BESIEGER || (nobodys && steps > rules.reachHexes)) return NOBODY_GOES;
  const chance = share(at(near, steps), 1000 - share(rules.fireCost, at(fire, lot)));
  return drawnWith(rules, nobodys ? share(chance, rules.nobody) : chance, lot);
}
