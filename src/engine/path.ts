/** Ways across the grid: the quickest for men on foot, and the nearest for a spade. */
import { at } from './board.ts';
import type { Ground } from './board.ts';
import type { Rules } from './tunables.ts';

/** Thousandths of a pulse that a step from one hex to the next takes. */
export function stepCost(board: Ground, rules: Rules, from: number, to: number, night: boolean): number {
  const pace = paceOf(board, rules, from, to);
  const climb = Math.max(0, at(board.heights, to) - at(board.heights, from));
  const slowed = 1000 + Math.floor((climb * rules.march.climb) / 10);
  const light = night ? rules.march.night : 1000;
  const cost = Math.floor((board.grid.stepMetres * slowed * 1000) / (pace * light));
  return cost + (fords(board, from, to) ? rules.march.ford * 1000 : 0);
}

function paceOf(board: Ground, { march }: Rules, from: number, to: number): number {
  if (board.ways.road[from] === true && board.ways.road[to] === true) return march.road;
  const cover = at(board.cover, to);
  return cover === 2 ? march.forest : cover === 1 ? march.scrub : march.open;
}

/** Into the river where no bridge carries. */
function fords(board: Ground, from: number, to: number): boolean {
  if (board.ways.river[to] !== true || board.ways.river[from] === true) return false;
  return board.ways.bridge[to] !== true;
}

/**
 * The cheapest way from one hex to another by `cost`, without the first hex; null where there is none.
 * `open(hex)` tells which hexes may be entered. Ties go to the hex with the lower number, so the way is one.
 */
export function cheapestWay(
  board: Ground,
  from: number,
  to: number,
  cost: (from: number, to: number) => number,
  open: (hex: number) => boolean,
): { path: number[]; cost: number } | null {
  const spent: number[] = [];
  const came: number[] = [];
  const done: boolean[] = [];
  const waiting: number[] = [];
  const hexes = board.heights.length;
  spent[from] = 0;
  push(waiting, from);
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    const hex = entry % hexes;
    if (hex === to) return { path: trace(came, from, to), cost: at(spent, to) };
    if (done[hex] === true) continue;
    done[hex] = true;
    for (const next of at(board.neighbours, hex)) {
      if (done[next] === true || (next !== to && !open(next))) continue;
      const total = at(spent, hex) + cost(hex, next);
      const known = spent[next];
      if (known !== undefined && known <= total) continue;
      spent[next] = total;
      came[next] = hex;
      push(waiting, total * hexes + next);
    }
  }
  return null;
}

/** The quickest way for men on foot that enters none of the hexes that are shut. */
export function marchWay(board: Ground, rules: Rules, night: boolean, shut: readonly number[], from: number, to: number): { path: number[]; cost: number } | null {
  return cheapestWay(board, from, to, (a, b) => stepCost(board, rules, a, b, night), (hex) => !shut.includes(hex));
}

function trace(came: readonly number[], from: number, to: number): number[] {
  const path: number[] = [];
  for (let hex = to; hex !== from; hex = at(came, hex)) path.push(hex);
  return path.reverse();
}

/** Keeps entries `cost * hexes + hex` with the dearest first, so that the cheapest is popped off the end. */
function push(waiting: number[], entry: number): void {
  let low = 0;
  let high = waiting.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(waiting, middle) > entry) low = middle + 1;
    else high = middle;
  }
  waiting.splice(low, 0, entry);
}
