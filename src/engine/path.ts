/** Ways across the grid: the quickest for men on foot, and the nearest for a spade. */
import { at } from './board.ts';
import type { Ground } from './board.ts';
import { stepsBetween } from './hex.ts';
import type { Rules } from './tunables.ts';

/** Thousandths of a pulse that a step from one hex to the next takes. */
export function stepCost(board: Ground, rules: Rules, from: number, to: number, night: boolean): number {
  return stepper(board, rules, night)(from, to);
}

/** The cost of steps over a ground by day or by night. */
function stepper({ heights, cover, ways, grid }: Ground, { march }: Rules, night: boolean): (from: number, to: number) => number {
  const light = night ? march.night : 1000;
  const ford = march.ford * 1000;
  return (from, to) => {
    const grown = cover[to];
    const onRoad = ways.road[from] === true && ways.road[to] === true;
    const pace = onRoad ? march.road : grown === 2 ? march.forest : grown === 1 ? march.scrub : march.open;
    const climb = Math.max(0, (heights[to] ?? 0) - (heights[from] ?? 0));
    const slowed = 1000 + Math.floor((climb * march.climb) / 10);
    const cost = Math.floor((grid.stepMetres * slowed * 1000) / (pace * light));
    const fords = ways.river[to] === true && ways.river[from] !== true && ways.bridge[to] !== true;
    return fords ? cost + ford : cost;
  };
}

/**
 * The cheapest way from one hex to another by `cost`, without the first hex; null where there is none.
 * `open(hex)` tells which hexes may be entered; no step costs less than `least`, which spares looking at hexes that
 * lead away. Ties go to the hex with the lower number, so the way is one.
 */
export function cheapestWay(
  board: Ground,
  from: number,
  to: number,
  cost: (from: number, to: number) => number,
  open: (hex: number) => boolean,
  least = 0,
): { path: number[]; cost: number } | null {
  const hexes = board.heights.length;
  const { spent, came, done } = board.paper;
  spent.fill(NEVER);
  done.fill(0);
  const waiting: number[] = [from];
  spent[from] = 0;
  while (waiting.length > 0) {
    const hex = popLeast(waiting) % hexes;
    if (hex === to) return { path: trace(came, from, to), cost: spent[to] ?? 0 };
    if (done[hex] === 1) continue;
    done[hex] = 1;
    const here = spent[hex] ?? 0;
    for (const next of at(board.neighbours, hex)) {
      if (done[next] === 1 || (next !== to && !open(next))) continue;
      const total = here + cost(hex, next);
      const known = spent[next] ?? NEVER;
      if (known !== NEVER && known <= total) continue;
      spent[next] = total;
      came[next] = hex;
      push(waiting, (total + (least === 0 ? 0 : least * stepsBetween(board.grid, next, to))) * hexes + next);
    }
  }
  return null;
}

const NEVER = -1;

/** The quickest way for men on foot that enters none of the hexes that are shut. */
export function marchWay(board: Ground, rules: Rules, night: boolean, shut: readonly number[], from: number, to: number): { path: number[]; cost: number } | null {
  return cheapestWay(board, from, to, stepper(board, rules, night), (hex) => !shut.includes(hex), leastStep(board, rules, night));
}

/** The best pace that any ground allows. */
function leastStep(board: Ground, { march }: Rules, night: boolean): number {
  const pace = Math.max(march.road, march.open, march.scrub, march.forest);
  return Math.floor((board.grid.stepMetres * 1_000_000) / (pace * (night ? march.night : 1000)));
}

function trace(came: Int32Array, from: number, to: number): number[] {
  const path: number[] = [];
  for (let hex = to; hex !== from; hex = came[hex] ?? from) path.push(hex);
  return path.reverse();
}

/** Adds an entry `cost * hexes + hex` to a heap with the least on top. */
function push(heap: number[], entry: number): void {
  let child = heap.length;
  heap.push(entry);
  while (child > 0) {
    const parent = (child - 1) >> 1;
    const above = heap[parent] ?? 0;
    if (above <= entry) break;
    heap[child] = above;
    child = parent;
  }
  heap[child] = entry;
}

/** Takes the least entry off a heap that is not empty. */
function popLeast(heap: number[]): number {
  const top = heap[0] ?? 0;
  const last = heap.pop() ?? 0;
  const size = heap.length;
  if (size === 0) return top;
  let hole = 0;
  for (let child = 1; child < size; child = 2 * hole + 1) {
    const right = heap[child + 1];
    if (right !== undefined && right < (heap[child] ?? 0)) child += 1;
    const below = heap[child] ?? 0;
    if (below >= last) break;
    heap[hole] = below;
    hole = child;
  }
  heap[hole] = last;
  return top;
}
