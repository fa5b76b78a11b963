/**
 * Roads: what comes up to the besieger's front from behind it, and who.
 *
 * At the start of a turn the supply line brings shells and food into its dump: what it brings on a good day, by how
 * whole the road is, by the wet and the mud, by the carriers who are left, and by how they are shared between food
 * and shells (an order sets the share; 500 permille is even, and then both come in full). Bombed roads are mended turn
 * by turn, slower in mud. Units and batteries whose turn has come march in; by night the hospital behind the
 * front sends men back and ranks are filled; guns that are ordered to another place set out. Leaves the dump, `rear`,
 * units and batteries. Source: rule set, group `roads`.
 */
import { arrive } from '../arrivals.ts';
import { at, rowOf } from '../board.ts';
import type { SupplyLineFacts } from '../facts-siege.ts';
import { GOODS } from '../facts-siege.ts';
import { moveGuns } from '../gun-moves.ts';
import { along, clamp, permille, share, times } from '../numbers.ts';
import { fillRanks, sendBack } from '../ranks.ts';
import type { GameState } from '../state.ts';
import type { Turn } from '../turn-context.ts';

/** All that comes up in a turn. */
export function roads(state: GameState, turn: Turn): void {
  shareCarriers(state, turn);
  mend(state, turn);
  const line = turn.game.scenario.supplyLine;
  if (line !== null) carry(state, turn, line);
  arrive(state, turn);
  if (turn.night) {
    sendBack(state, turn);
    fillRanks(state, turn);
  }
  moveGuns(state, turn);
}

/** The latest order on how carriers are shared stands until the next. */
function shareCarriers(state: GameState, turn: Turn): void {
  for (const given of turn.byKind.porters ?? NONE) {
    if (given.lost || given.done) continue;
    given.done = true;
    state.rear.foodShare = clamp(given.order.food, 0, 1000);
  }
}

const NONE: readonly never[] = [];

/** Road gangs make good a share of what is broken. */
function mend(state: GameState, turn: Turn): void {
  const { roads: rules } = turn.rules;
  const broken = 1000 - state.rear.road;
  if (broken === 0) return;
  const rate = state.sky.mud > rules.mudDeep ? share(rules.mend, rules.mendMud) : rules.mend;
  state.rear.road += Math.min(broken, Math.max(1, share(broken, rate)));
}

/** Shells and food of half a day go into the dump. */
function carry(state: GameState, turn: Turn, line: SupplyLineFacts): void {
  const dump = at(state.dumps, rowOf(turn.board.dumpRow, line.dump));
  const flow = flowOf(state, turn, line);
  const shells = share(flow, 2 * (1000 - state.rear.foodShare));
  const foodKilos = Math.floor((line.foodKilos * share(flow, 2 * state.rear.foodShare)) / 2000);
  const rounds: { weapon: string; rounds: number }[] = [];
  const { weapons } = turn.board;
  for (let column = 0; column < weapons.length; column += 1) {
    const weapon = at(weapons, column);
    const full = line.rounds[weapon] ?? 0;
    const brought = full === 0 ? 0 : broughtOf(state, column, Math.floor((full * shells) / 2));
    if (brought === 0) continue;
    dump.rounds[column] = at(dump.rounds, column) + brought;
    state.ledger.besieger.broughtRounds[column] = at(state.ledger.besieger.broughtRounds, column) + brought;
    rounds.push({ weapon, rounds: brought });
  }
  dump.goods[FOOD] = at(dump.goods, FOOD) + foodKilos;
  if (rounds.length > 0 || foodKilos > 0) turn.tell({ type: 'carriers-came', dump: dump.id, rounds, foodKilos, road: state.rear.road });
}

const FOOD = GOODS.indexOf('food');

/** Whole rounds out of thousandths; the rest is kept for the next turn. */
function broughtOf(state: GameState, column: number, thousandths: number): number {
  const due = thousandths + at(state.rear.remainders, column);
  const whole = Math.floor(due / 1000);
  state.rear.remainders[column] = due - whole * 1000;
  return whole;
}

/** Permille of a good day's load that gets through. */
function flowOf(state: GameState, turn: Turn, line: SupplyLineFacts): number {
  const { roads: rules } = turn.rules;
  const wet = state.sky.valley === 'rain' || state.sky.valley === 'storm' ? rules.wet : 1000;
  const ground = Math.min(wet, along(rules.mudRoad, state.sky.mud));
  return times(state.rear.road, ground, permille(state.rear.porters, line.porters));
}
