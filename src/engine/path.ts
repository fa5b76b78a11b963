/** Ways across the grid: the quickest for men on foot, and the nearest for a spade. */
import { OFF_MAP } from './board.ts';
import type { Ground, Paper } from './board.ts';
import { stepsBetween } from './hex.ts';
import type { Rules } from './tunables.ts';

/** Thousandths of a pulse that a step from one hex to the next takes. */
export function stepCost({ heights, cover, ways, grid }: Ground, { march }: Rules, from: number, to: number, night: boolean): number {
  const grown = cover[to];
  const onRoad = ways.road[from] === true && ways.road[to] === true;
  const pace = onRoad ? march.road : grown === 2 ? march.forest : grown === 1 ? march.scrub : march.open;
  const climb = Math.max(0, (heights[to] ?? 0) - (heights[from] ?? 0));
  const slowed = 1000 + Math.floor((climb * march.climb) / 10);
  const cost = Math.floor((grid.stepMetres * slowed * 1000) / (pace * (night ? march.night : 1000)));
  const fords = ways.river[to] === true && ways.river[from] !== true && ways.bridge[to] !== true;
  return fords ? cost + march.ford * 1000 : cost;
}

/** What every step of a ground costs, in the order of its list of hexes beside each other. */
export function stepTable({ beside }: Pick<Ground, 'beside'>, cost: (from: number, to: number) => number): Int32Array {
  const steps = new Int32Array(beside.length);
  for (let side = 0; side < beside.length; side += 1) {
    const to = beside[side] ?? OFF_MAP;
    if (to !== OFF_MAP) steps[side] = cost(Math.floor(side / 6), to);
  }
  return steps;
}

/** A way without its first hex, and what it costs. */
export interface Way {
  readonly path: number[];
  readonly cost: number;
}

/**
 * The cheapest way from one hex to another by a table of steps that enters none of the hexes that are shut, but for
 * the last; null where there is none. No step costs less than `least`, which spares looking at hexes that lead away.
 * Ties go to the hex with the lower number, so the way is one.
 */
export function cheapestWay(ground: Ground, steps: Int32Array, shut: readonly number[], from: number, to: number, least = 0): Way | null {
  const { beside, grid, paper: { spent, came, heap, seen }, paper } = ground;
  const hexes = seen.length;
  const met = newPage(paper, shut, from, to);
  let waiting = push(heap, 0, from);
  spent[from] = 0;
  while (waiting > 0) {
    const hex = popLeast(heap, waiting) % hexes;
    waiting -= 1;
    const here = spent[hex] ?? 0;
    if (hex === to) return { path: trace(came, from, to), cost: here };
    if (seen[hex] === met + 1) continue;
    seen[hex] = met + 1;
    for (let side = hex * 6; side < hex * 6 + 6; side += 1) {
      const next = beside[side] ?? OFF_MAP;
      if (next === OFF_MAP) break;
      const known = seen[next] ?? 0;
      const total = here + (steps[side] ?? 0);
      if (known > met || (known === met && (spent[next] ?? 0) <= total)) continue;
      seen[next] = met;
      spent[next] = total;
      came[next] = hex;
      waiting = push(heap, waiting, (total + (least === 0 ? 0 : least * stepsBetween(grid, next, to))) * hexes + next);
    }
  }
  return null;
}

/** Begins a search on used paper: a hex is seen with a mark that no search before gave, and with one more where it is shut or done with. */
function newPage(paper: Paper, shut: readonly number[], from: number, to: number): number {
  paper.page += 2;
  for (let row = 0; row < shut.length; row += 1) {
    const hex = shut[row] ?? from;
    if (hex !== to && hex !== from) paper.seen[hex] = paper.page + 1;
  }
  paper.seen[from] = paper.page;
  return paper.page;
}

/** What men on foot have found out about a ground. Nothing in it can be wrong, so all games on it share it. */
export interface Marches {
  /** What each step costs, by day and by night, once somebody has marched. */
  readonly steps: [day: Int32Array | null, night: Int32Array | null];
  /** Ways found last: companies of a post, and those who follow them, go the same way. */
  readonly ways: (MarchWay | undefined)[];
}

/** A way that was found, with what was asked. */
interface MarchWay {
  readonly from: number;
  readonly to: number;
  readonly night: boolean;
  readonly shut: readonly number[];
  readonly way: Way | null;
}

/** Nothing found out yet. */
export function noMarches(): Marches {
  const ways: (MarchWay | undefined)[] = [];
  while (ways.length < WAYS_KEPT) ways.push(undefined);
  return { steps: [null, null], ways };
}

const WAYS_KEPT = 512;

/** The quickest way for men on foot that enters none of the hexes that are shut. */
export function marchWay(ground: Ground, rules: Rules, night: boolean, shut: readonly number[], from: number, to: number): Way | null {
  const { steps, ways } = ground.marches;
  const light = night ? 1 : 0;
  const slot = (from * 62 + to * 2 + light) % WAYS_KEPT;
  const last = ways[slot];
  if (last !== undefined && last.from === from && last.to === to && last.night === night && isAlike(last.shut, shut)) return copyOfWay(last.way);
  const costs = (steps[light] ??= stepTable(ground, (one, next) => stepCost(ground, rules, one, next, night)));
  const way = cheapestWay(ground, costs, shut, from, to, leastStep(ground, rules, night));
  ways[slot] = { from, to, night, shut, way };
  return copyOfWay(way);
}

function isAlike(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let row = 0; row < a.length; row += 1) if (a[row] !== b[row]) return false;
  return true;
}

/** Whoever goes a way takes steps off it, so he is given his own. */
function copyOfWay(way: Way | null): Way | null {
  return way === null ? null : { path: [...way.path], cost: way.cost };
}

/** The best pace that any ground allows. */
function leastStep(ground: Ground, { march }: Rules, night: boolean): number {
  const pace = Math.max(march.road, march.open, march.scrub, march.forest);
  return Math.floor((ground.grid.stepMetres * 1_000_000) / (pace * (night ? march.night : 1000)));
}

function trace(came: Int32Array, from: number, to: number): number[] {
  const path: number[] = [];
  for (let hex = to; hex !== from; hex = came[hex] ?? from) path.push(hex);
  return path.reverse();
}

/** Adds an entry `cost * hexes + hex` to a heap of so many with the least on top, and says how many there are now. */
function push(heap: number[], size: number, entry: number): number {
  let child = size;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    const above = heap[parent] ?? 0;
    if (above <= entry) break;
    heap[child] = above;
    child = parent;
  }
  heap[child] = entry;
  return size + 1;
}

/** Takes the least entry off a heap of so many. */
function popLeast(heap: number[], size: number): number {
  const top = heap[0] ?? 0;
  const end = size - 1;
  const last = heap[end] ?? 0;
  let hole = 0;
  for (let child = 1; child < end; child = 2 * hole + 1) {
    if (child + 1 < end && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child += 1;
    const below = heap[child] ?? 0;
    if (below >= last) break;
    heap[hole] = below;
    hole = child;
  }
  heap[hole] = last;
  return top;
}
