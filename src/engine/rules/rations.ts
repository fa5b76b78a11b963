/**
 * Rations: food for all who eat, fit or not.
 *
 * A camp feeds its soldiers, its gunners, its sick and wounded, those who have left the line and hide, and its
 * labourers, from the food in its dumps; posts that nobody can reach eat what they have. An order sets the ration, a
 * short stock cuts it further. Hunger builds up by what is missing and eases with full rations. The besieger's men
 * eat from his dumps; what they miss costs his regiments will. A side that a scenario gives no food to is left out of
 * account. Leaves `ration` and `hunger` on the camps. Source: rule set, group `rations`.
 */
import { at } from '../board.ts';
import { countCamps } from '../camps.ts';
import type { CampCount } from '../camps.ts';
import { GOODS } from '../facts-siege.ts';
import { along, clamp, permille, share } from '../numbers.ts';
import { moveWill } from '../regiments.ts';
import type { CampState } from '../state-siege.ts';
import type { GameState } from '../state.ts';
import type { Turn } from '../turn-context.ts';

const FOOD = GOODS.indexOf('food');

/** Both sides eat, at the end of a turn. */
export function rations(state: GameState, turn: Turn): void {
  const counts = countCamps(state, turn);
  for (let row = 0; row < counts.length; row += 1) {
    const camp = at(state.camps, row);
    const dumps = dumpsOfCamp(turn, row);
    if (camp.stands && isGivenFood(turn, dumps)) feedCamp(state, turn, camp, dumps, at(counts, row));
  }
  const { dumps } = turn.board.rows.besieger;
  if (isGivenFood(turn, dumps) || (turn.game.scenario.supplyLine?.foodKilos ?? 0) > 0) feedBesieger(state, turn, dumps);
}

/** Rows of a camp's dumps. */
function dumpsOfCamp({ board: { rows, camps } }: Turn, camp: number): number[] {
  const own: number[] = [];
  for (const row of rows.garrison.dumps) if (camps.ofDump[row] === camp) own.push(row);
  return own;
}

/** True where the scenario gives food to any of these dumps. */
function isGivenFood({ game }: Turn, dumps: readonly number[]): boolean {
  for (const row of dumps) if (at(game.scenario.dumps, row).goods.food > 0) return true;
  return false;
}

function feedCamp(state: GameState, turn: Turn, camp: CampState, dumps: readonly number[], count: CampCount): void {
  const { rations: rules } = turn.rules;
  const mouths = count.men + count.gunners + count.wounded - count.cutOff + camp.light + camp.serious + camp.sick + camp.deserters + camp.labourers;
  const full = kilosOf(mouths, rules.headGrams);
  const ordered = orderedRation(turn, camp);
  const days = along(rules.cut, Math.floor(foodIn(state, dumps) / Math.max(1, 2 * full)));
  const kilos = take(state, dumps, share(full, Math.min(ordered, days)));
  camp.ration = Math.min(1000, permille(kilos, full));
  const hunger = share(rules.hungerBuild, 1000 - camp.ration) - share(rules.hungerEase, camp.ration);
  camp.hunger = clamp(camp.hunger + hunger, 0, 1000);
  turn.tell({ type: 'food-eaten', side: 'garrison', camp: camp.id, kilos, left: foodIn(state, dumps), ration: camp.ration });
}

/** The last order on the ration, which stands for its turn; full without one. */
function orderedRation({ byKind: { ration: given } }: Turn, camp: CampState): number {
  let ration = 1000;
  if (given === undefined) return ration;
  for (const one of given) {
    if (one.order.camp !== camp.id || one.lost) continue;
    one.done = true;
    ration = clamp(one.order.permille, 0, 1000);
  }
  return ration;
}

/** Kilos that so many heads eat in half a day, at least one while anybody is there. */
function kilosOf(heads: number, grams: number): number {
  return heads === 0 ? 0 : Math.max(1, Math.floor((heads * grams) / 2000));
}

function foodIn({ dumps }: GameState, rows: readonly number[]): number {
  let kilos = 0;
  for (const row of rows) kilos += at(at(dumps, row).goods, FOOD);
  return kilos;
}

/** Takes up to so many kilos, dump by dump. */
function take({ dumps }: GameState, rows: readonly number[], kilos: number): number {
  let taken = 0;
  for (const row of rows) {
    const { goods } = at(dumps, row);
    const here = Math.min(at(goods, FOOD), kilos - taken);
    goods[FOOD] = at(goods, FOOD) - here;
    taken += here;
  }
  return taken;
}

function feedBesieger(state: GameState, turn: Turn, dumps: readonly number[]): void {
  const { rations: rules } = turn.rules;
  const full = kilosOf(besiegersMouths(state, turn), rules.besiegerGrams);
  const kilos = take(state, dumps, full);
  const ration = permille(kilos, full);
  turn.tell({ type: 'food-eaten', side: 'besieger', camp: null, kilos, left: foodIn(state, dumps), ration });
  const loss = share(rules.willHunger, 1000 - ration);
  if (loss === 0 || full === 0) return;
  for (const row of turn.board.battleOrder.regiments) moveWill(turn, at(state.formations, row), -loss, 'hunger');
}

function besiegersMouths(state: GameState, { board: { rows } }: Turn): number {
  let mouths = state.rear.hospital + state.rear.pool;
  for (const row of rows.besieger.units) {
    const { men, wounded } = at(state.units, row);
    mouths += men + wounded;
  }
  for (const row of rows.besieger.batteries) mouths += at(state.batteries, row).gunners;
  return mouths;
}
