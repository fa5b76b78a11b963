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
  const tubes = tubesOn(state, turn, strip);
  return turn.night ? nightDanger(state, turn, strip, tubes) : dayDanger(state, turn, strip, tubes, clearness(turn.rules, state.sky.valley));
}

/** By day, in air of such clearness (permille): the guns that reach the strip, if somebody looks down on it. */
export function dayDanger(state: GameState, turn: Turn, strip: StripGround, tubes: number, clear: number): number {
  const danger = along(turn.rules.strip.dayDanger, tubes);
  return danger > 0 && isWatched(state, turn, strip, share(turn.rules.observation.daySight, clear)) ? danger : 0;
}

/** By night: how near the besieger has come, the more so with guns in reach and with a lost post that looks on. */
export function nightDanger(state: GameState, turn: Turn, strip: StripGround, tubes: number): number {
  const { strip: rules } = turn.rules;
  const lost = lostPosts(state, turn, strip);
  const near = along(rules.nightDanger, besiegerMetres(state, strip, lost.metres));
  const guns = Math.min(1000, Math.floor((tubes * 1000) / Math.max(1, rules.fullGuns)));
  return times(near, rules.nightGuns + share(1000 - rules.nightGuns, guns)) + (lost.sees ? rules.watched : 0);
}

function isWatched(state: GameState, turn: Turn, strip: StripGround, reach: number): boolean {
  const limit = (reach + 1) * (reach + 1);
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

/** Tubes of the besieger that carry to the strip and have something to fire; guns laid by eye must see it. */
export function tubesOn(state: GameState, turn: Turn, strip: StripGround): number {
  const { board } = turn;
  const clock = clockOf(turn);
  const middle = middleOf(strip);
  let tubes = 0;
  for (const row of board.air.siegeGuns) {
    const battery = at(state.batteries, row);
    if (battery.tubes === 0 || battery.ready === 0 || battery.movingUntil > clock) continue;
    const weapon = at(board.batteryWeapon, row);
    if (!isWithin(board, battery.hex, middle, weapon.range)) continue;
    if (weapon.direct < 1000 || inSight(board, battery.hex, middle)) tubes += battery.tubes;
  }
  return tubes;
}

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
