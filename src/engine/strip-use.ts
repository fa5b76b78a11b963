/**
 * What a strip is still good for, as the day or night has shown: open, by night only, closed, cut.
 *
 * Shells on it or an aircraft burnt by day end landings by day, as long as guns that see it would do so again. By night
 * it is closed when trenches and lost posts have come too near, or sooner once an aircraft has burnt; trench across
 * the runway cuts it. Each comes back when its cause is gone.
 */
import { at } from './board.ts';
import { share } from './numbers.ts';
import type { GameState } from './state.ts';
import type { StripState, StripUse } from './state-siege.ts';
import { isDayWorse, isNightWorse } from './strip-danger.ts';
import type { StripGround } from './strip-ground.ts';
import { isTrenched } from './trench.ts';
import type { Turn } from './turn-context.ts';

/** After the last hour: what happened on each strip, and what that means for the next turn. */
export function settleStrips(state: GameState, turn: Turn): void {
  for (let campRow = 0; campRow < state.camps.length; campRow += 1) {
    const row = at(turn.board.air.strip, campRow);
    if (row >= 0 && at(state.camps, campRow).stands) settleStrip(state, turn, row);
  }
}

function settleStrip(state: GameState, turn: Turn, row: number): void {
  const strip = at(state.air.strips, row);
  if (!turn.night && (turn.air?.strips[row]?.landed ?? 0) >= TRAFFIC) strip.lastTraffic = turn.number;
  const use = useOf(state, turn, row, strip);
  if (use === 'cut' && strip.cutTurn < 0) strip.cutTurn = turn.number;
  if (use !== strip.use) turn.tell({ type: 'strip-changed', strip: strip.id, from: strip.use, to: use, craters: strip.craters });
  strip.use = use;
  if (turn.night && use !== 'cut' && strip.craters > 0) strip.craters -= Math.max(1, share(strip.craters, turn.rules.strip.repair));
}

/** Landings that make a day's traffic. */
const TRAFFIC = 2;

function useOf(state: GameState, turn: Turn, row: number, strip: StripState): StripUse {
  const { strip: rules } = turn.rules;
  const ground = at(turn.board.strips, row);
  if (isCut(state, turn, ground)) return 'cut';
  if (strip.craters >= rules.cratersClose) return 'closed';
  const burnt = (turn.air?.strips[row]?.burnt ?? 0) > 0;
  const isWary = (burnt && turn.night) || strip.use === 'closed' || strip.use === 'cut';
  if (isNightWorse(state, turn, ground, isWary ? Math.min(rules.burntStop, rules.nightStop) : rules.nightStop)) return 'closed';
  const proved = !turn.night && (burnt || strip.craters > 0);
  if (strip.use === 'open' && !proved) return 'open';
  return isDayWorse(state, turn, ground, rules.openBelow) ? 'night' : 'open';
}

function isCut(state: GameState, { rules }: Turn, { hexes }: StripGround): boolean {
  for (const hex of hexes) if (isTrenched(state, rules, hex)) return true;
  return false;
}
