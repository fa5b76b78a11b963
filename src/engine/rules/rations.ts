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
import type { DumpState, GameState } from '../state.ts';
import type { Turn } from '../turn-context.ts';

const FOOD = GOODS.indexOf('food');

/** Both sides eat, at the end of a turn. */
export function rations(state: GameState, turn: Turn): void {
  const counts = countCamps(state, turn);
  for (const [row, camp] of state.camps.entries()) if (camp.stands && countsFood(turn, row)) feedCamp(state, turn, row, camp, at(counts, row));
  if (countsFood(turn, null)) feedBesieger(state, turn);
}

/** True where the scenario gives food to a camp, or (null) to the besieger. */
function countsFood({ board, game }: Turn, camp: number | null): boolean {
  for (const [row, { side, goods }] of game.scenario.dumps.entries()) {
    if (goods.food > 0 && (camp === null ? side === 'besieger' : board.camps.ofDump[row] === camp)) return true;
  }
  return camp === null && (game.scenario.supplyLine?.foodKilos ?? 0) > 0;
}

function feedCamp(state: GameState, turn: Turn, row: number, camp: CampState, count: CampCount): void {
  const { rations: rules } = turn.rules;
  const mouths = count.men + count.gunners + count.wounded - count.cutOff + camp.light + camp.serious + camp.sick + camp.deserters + camp.labourers;
  const dumps = state.dumps.filter((_, dump) => turn.board.camps.ofDump[dump] === row);
  const full = kilosOf(mouths, rules.headGrams);
  const ordered = orderedRation(turn, camp);
  const days = along(rules.cut, Math.floor(foodIn(dumps) / Math.max(1, 2 * full)));
  const kilos = take(dumps, share(full, Math.min(ordered, days)));
  camp.ration = Math.min(1000, permille(kilos, full));
  const hunger = share(rules.hungerBuild, 1000 - camp.ration) - share(rules.hungerEase, camp.ration);
  camp.hunger = clamp(camp.hunger + hunger, 0, 1000);
  turn.tell({ type: 'food-eaten', side: 'garrison', camp: camp.id, kilos, left: foodIn(dumps), ration: camp.ration });
}

/** The last order on the ration, which stands for its turn; full without one. */
function orderedRation(turn: Turn, camp: CampState): number {
  let ration = 1000;
  for (const given of turn.given) {
    if (given.order.kind !== 'ration' || given.order.camp !== camp.id || given.lost) continue;
    given.done = true;
    ration = clamp(given.order.permille, 0, 1000);
  }
  return ration;
}

/** Kilos that so many heads eat in half a day, at least one while anybody is there. */
function kilosOf(heads: number, grams: number): number {
  return heads === 0 ? 0 : Math.max(1, Math.floor((heads * grams) / 2000));
}

function foodIn(dumps: readonly DumpState[]): number {
  let kilos = 0;
  for (const { goods } of dumps) kilos += at(goods, FOOD);
  return kilos;
}

/** Takes up to so many kilos, dump by dump. */
function take(dumps: readonly DumpState[], kilos: number): number {
  let taken = 0;
  for (const { goods } of dumps) {
    const here = Math.min(at(goods, FOOD), kilos - taken);
    goods[FOOD] = at(goods, FOOD) - here;
    taken += here;
  }
  return taken;
}

function feedBesieger(state: GameState, turn: Turn): void {
  const { rations: rules } = turn.rules;
  const dumps = state.dumps.filter((_, dump) => at(turn.game.scenario.dumps, dump).side === 'besieger');
  const full = kilosOf(besiegersMouths(state, turn), rules.besiegerGrams);
  const kilos = take(dumps, full);
  const ration = permille(kilos, full);
  turn.tell({ type: 'food-eaten', side: 'besieger', camp: null, kilos, left: foodIn(dumps), ration });
  const loss = share(rules.willHunger, 1000 - ration);
  if (loss === 0 || full === 0) return;
  for (const [row, formation] of state.formations.entries()) {
    if (at(turn.board.formations, row).kind === 'regiment') moveWill(turn, formation, -loss, 'hunger');
  }
}

function besiegersMouths(state: GameState, turn: Turn): number {
  let mouths = state.rear.hospital + state.rear.pool;
  for (const row of turn.board.rows.besieger.units) mouths += at(state.units, row).men + at(state.units, row).wounded;
  for (let row = 0; row < state.batteries.length; row += 1) {
    if (at(turn.board.batteries, row).side === 'besieger') mouths += at(state.batteries, row).gunners;
  }
  return mouths;
}
