/** What waits on a strip for an aircraft that lands: guns laid on it by eye, trenches and lost posts beside it. */
import { at } from './board.ts';
import { along, share, times } from './numbers.ts';
import { inSight, isWithin } from './sight.ts';
import type { GameState } from './state.ts';
import { metresToStop } from './strip-ground.ts';
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
  if (!isWatched(state, turn, strip, share(turn.rules.observation.daySight, clear))) return 0;
  return along(turn.rules.strip.dayDanger, tubes);
}

/** By night: how near the besieger has come, the more so with guns in reach and with a lost post that looks on. */
export function nightDanger(state: GameState, turn: Turn, strip: StripGround, tubes: number): number {
  const { strip: rules } = turn.rules;
  const lost = lostPosts(state, turn, strip);
  const near = along(rules.nightDanger, Math.min(trenchMetres(state, strip), lost.metres));
  const guns = Math.min(1000, Math.floor((tubes * 1000) / Math.max(1, rules.fullGuns)));
  return times(near, rules.nightGuns + share(1000 - rules.nightGuns, guns)) + (lost.sees ? rules.watched : 0);
}

function isWatched(state: GameState, turn: Turn, strip: StripGround, reach: number): boolean {
  for (const eye of eyesOf(state, turn, 'besieger')) {
    for (const hex of strip.hexes) if (isWithin(turn.board, eye, hex, reach) && inSight(turn.board, eye, hex)) return true;
  }
  return false;
}

/** Tubes of the besieger that carry to the strip and have something to fire; guns laid by eye must see it. */
export function tubesOn(state: GameState, turn: Turn, strip: StripGround): number {
  let tubes = 0;
  const middle = at(strip.hexes, Math.floor(strip.hexes.length / 2));
  for (let row = 0; row < state.batteries.length; row += 1) {
    const battery = at(state.batteries, row);
    const facts = at(turn.board.batteries, row);
    if (battery.tubes === 0 || battery.ready === 0 || facts.side !== 'besieger' || battery.movingUntil > clockOf(turn)) continue;
    const weapon = turn.rules.weapons[facts.weapon];
    if (weapon === undefined || weapon.flak >= 1000 || !isWithin(turn.board, battery.hex, middle, weapon.range)) continue;
    if (weapon.direct < 1000 || inSight(turn.board, battery.hex, middle)) tubes += battery.tubes;
  }
  return tubes;
}

/** Farther than any figure of the rule set asks. */
const FAR_METRES = 10_000;

function trenchMetres(state: GameState, strip: StripGround): number {
  for (const { hex, metres } of strip.about) if (at(state.ground.trench, hex) > 0) return metres;
  return FAR_METRES;
}

function lostPosts(state: GameState, turn: Turn, strip: StripGround): { metres: number; sees: boolean } {
  let nearest = FAR_METRES;
  let sees = false;
  const middle = at(strip.hexes, Math.floor(strip.hexes.length / 2));
  for (let row = 0; row < state.posts.length; row += 1) {
    const { holder } = at(state.posts, row);
    if (holder !== 'besieger' && holder !== 'contested') continue;
    const { facts, hex } = at(turn.board.posts, row);
    const metres = metresToStop(facts, strip);
    nearest = Math.min(nearest, metres);
    sees ||= holder === 'besieger' && metres <= turn.rules.strip.watchMetres && inSight(turn.board, hex, middle);
  }
  return { metres: nearest, sees };
}
