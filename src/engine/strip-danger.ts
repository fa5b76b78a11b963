/** What waits on a strip for an aircraft that lands: guns laid on it by eye, trenches and lost posts beside it. */
import { at } from './board.ts';
import type { Board } from './board.ts';
import { along, share, times } from './numbers.ts';
import { inSight, isWithin, squareBetween } from './sight.ts';
import type { GameState } from './state.ts';
import type { StripGround } from './strip-ground.ts';
import { clockOf } from './turn-context.ts';
import type { Turn } from './turn-context.ts';
import { clearness, eyesOf } from './watch.ts';

/** Chance, permille, that an aircraft which lands now is burnt on the ground. */
export function dangerNow(state: GameState, turn: Turn, row: number): number {
  const strip = at(turn.board.strips, row);
  const tubes = tubesOn(state, turn, strip, ALL);
  return turn.night ? nightDanger(state, turn, strip, tubes) : dayDanger(state, turn, strip, tubes, clearness(turn.rules, state.sky.valley));
}

/** By day, in air of such clearness (permille): the guns that reach the strip, if somebody looks down on it. */
function dayDanger(state: GameState, turn: Turn, strip: StripGround, tubes: number, clear: number): number {
  const danger = along(turn.rules.strip.dayDanger, tubes);
  return danger > 0 && isWatched(state, turn, strip, share(turn.rules.observation.daySight, clear)) ? danger : 0;
}

/** True where the danger on a clear day comes up to a limit: guns are counted until there are enough, for the more of them the worse. */
export function isDayWorse(state: GameState, turn: Turn, strip: StripGround, limit: number): boolean {
  const { fullGuns, dayDanger: curve } = turn.rules.strip;
  let enough = 0;
  while (enough < fullGuns && along(curve, enough) < limit) enough += 1;
  return dayDanger(state, turn, strip, tubesOn(state, turn, strip, enough < fullGuns ? enough : ALL), CLEAR) >= limit;
}

/** Sight in clear air, permille. */
const CLEAR = 1000;

/** By night: how near the besieger has come, the more so with guns in reach and with a lost post that looks on. */
function nightDanger(state: GameState, turn: Turn, strip: StripGround, tubes: number): number {
  return withGuns(turn, nearness(state, turn, strip), tubes);
}

/** True where the danger by night comes up to a limit; guns are counted only where they turn the scale. */
export function isNightWorse(state: GameState, turn: Turn, strip: StripGround, limit: number): boolean {
  const near = nearness(state, turn, strip);
  if (withGuns(turn, near, 0) >= limit) return true;
  return withGuns(turn, near, turn.rules.strip.fullGuns) >= limit && withGuns(turn, near, tubesOn(state, turn, strip, turn.rules.strip.fullGuns)) >= limit;
}

/** Danger by night from how near the besieger is, permille, and what a lost post that looks on adds to it. */
interface Nearness {
  readonly danger: number;
  readonly watched: number;
}

function nearness(state: GameState, turn: Turn, strip: StripGround): Nearness {
  const { strip: rules } = turn.rules;
  const lost = lostPosts(state, turn, strip);
  return { danger: along(rules.nightDanger, besiegerMetres(state, strip, lost.metres)), watched: lost.sees ? rules.watched : 0 };
}

function withGuns({ rules: { strip: rules } }: Turn, { danger, watched }: Nearness, tubes: number): number {
  const guns = Math.min(1000, Math.floor((tubes * 1000) / Math.max(1, rules.fullGuns)));
  return times(danger, rules.nightGuns + share(1000 - rules.nightGuns, guns)) + watched;
}

function isWatched(state: GameState, turn: Turn, strip: StripGround, reach: number): boolean {
  const limit = (reach + 1) * (reach + 1);
  // Observers stay where they are: most strips are watched by one of them, and then no other eye need be counted.
  for (const eye of turn.board.rows.besieger.observers) if (squareOfSight(turn.board, strip, eye) < limit) return true;
  for (const eye of eyesOf(state, turn, 'besieger')) if (squareOfSight(turn.board, strip, eye) < limit) return true;
  return false;
}

/** The square of the metres from a hex to the nearest of the strip's that it sees. */
function squareOfSight(board: Board, { hexes, sight }: StripGround, eye: number): number {
  const known = sight[eye] ?? 0;
  if (known > 0) return known - 1;
  let least = FAR_METRES * FAR_METRES;
  for (const hex of hexes) {
    const square = squareBetween(board, eye, hex);
    if (square < least && inSight(board, eye, hex)) least = square;
  }
  sight[eye] = least + 1;
  return least;
}

/** Tubes of the besieger that carry to the strip and have something to fire, counted until there are enough; guns laid by eye must see it. */
function tubesOn(state: GameState, turn: Turn, strip: StripGround, enough: number): number {
  const { board } = turn;
  const clock = clockOf(turn);
  const middle = middleOf(strip);
  let tubes = 0;
  for (const row of board.air.siegeGuns) {
    if (tubes >= enough) break;
    const battery = at(state.batteries, row);
    if (battery.tubes === 0 || battery.ready === 0 || battery.movingUntil > clock) continue;
    const weapon = at(board.batteryWeapon, row);
    if (!isWithin(board, battery.hex, middle, weapon.range)) continue;
    if (weapon.direct < 1000 || inSight(board, battery.hex, middle)) tubes += battery.tubes;
  }
  return tubes;
}

/** As many as there are. */
const ALL = 1_000_000;

function middleOf({ hexes }: StripGround): number {
  return at(hexes, Math.floor(hexes.length / 2));
}

/** Farther than any figure of the rule set asks. */
const FAR_METRES = 10_000;

/** Metres to the nearest trench, or to the nearest lost post where that is nearer. */
function besiegerMetres(state: GameState, { about, aboutMetres }: StripGround, lostPost: number): number {
  for (let row = 0; row < about.length; row += 1) {
    const metres = aboutMetres[row] ?? lostPost;
    if (metres >= lostPost) return lostPost;
    if ((state.ground.trench[about[row] ?? 0] ?? 0) > 0) return metres;
  }
  return lostPost;
}

function lostPosts(state: GameState, turn: Turn, strip: StripGround): { metres: number; sees: boolean } {
  const { watchMetres } = turn.rules.strip;
  const lost = { metres: FAR_METRES, sees: false };
  for (let row = 0; row < state.posts.length; row += 1) {
    const { holder } = at(state.posts, row);
    if (holder !== 'besieger' && holder !== 'contested') continue;
    const metres = at(strip.postMetres, row);
    lost.metres = Math.min(lost.metres, metres);
    lost.sees ||= holder === 'besieger' && metres <= watchMetres && inSight(turn.board, at(turn.board.posts, row).hex, middleOf(strip));
  }
  return lost;
}
