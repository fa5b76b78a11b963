/** Times whole sieges, then as many draws and flood fills as they made, alone, in the same run. */
import { readFileSync } from 'node:fs';
import type { Commander } from '../commanders/commander.ts';
import { planFor } from '../commanders/asked.ts';
import { drawsOf, newGame, playTurnInPlace, ringMap, streamOf, viewFor, type Draws, type Game, type GameState, type OrdersBySide, type Scenario, type SideId, type Stream } from '../engine/index.ts';

/** What was measured; milliseconds of one siege unless the name says otherwise. */
export interface Figures {
  readonly sieges: number;
  readonly turns: number;
  readonly siegesPerSecond: number;
  readonly milliseconds: number;
  readonly millisecondsPerTurn: number;
  /** By the processor's own clock, with what the engine does beside: compiling, clearing up. */
  readonly siegesPerCpuSecond: number;
  /** By the time that the thread which plays had of a processor: what a quiet core would give. Null where the system keeps no account of it. */
  readonly siegesPerThreadSecond: number | null;
  readonly threadMilliseconds: number | null;
  /** Sieges played before the clock was started. */
  readonly warmed: number;
  /** Both commanders with the views they plan from. */
  readonly commandersMilliseconds: number;
  readonly streams: number;
  readonly draws: number;
  readonly drawsMilliseconds: number;
  readonly rings: number;
  readonly ringsMilliseconds: number;
  readonly ratio: number;
  readonly referenceMilliseconds: number;
}

/** Sieges played before the clock starts: for about so many the engine still compiles what they use. */
const WARM = 20;

type Commanders = Readonly<Record<SideId, Commander>>;

/** Times so many sieges. */
export function measure(scenario: Scenario, commanders: Commanders, sieges: number): Figures {
  const { game: like } = newGame(scenario, 'warm');
  const counts = countSiege(like, commanders, 'warm');
  timeSieges(like, commanders, WARM);
  const timed = timeSieges(like, commanders, sieges);
  const draws = mean(sieges, () => { drawAlone(counts); });
  const rings = mean(sieges, () => { ringAlone(counts); });
  const reference = milliseconds(() => { drawReference(); });
  const perSiege = timed.all / sieges;
  return {
    sieges, turns: timed.turns,
    siegesPerSecond: tenths(1000 / perSiege), milliseconds: tenths(perSiege), millisecondsPerTurn: thousandths(timed.all / timed.turns),
    siegesPerCpuSecond: tenths((1000 * sieges) / timed.cpu),
    siegesPerThreadSecond: timed.thread === null ? null : tenths((1000 * sieges) / timed.thread),
    threadMilliseconds: timed.thread === null ? null : tenths(timed.thread / sieges),
    warmed: WARM,
    commandersMilliseconds: tenths(timed.planning / sieges),
    streams: counts.streams.length, draws: counts.draws, drawsMilliseconds: tenths(draws),
    rings: counts.rings, ringsMilliseconds: tenths(rings),
    ratio: tenths(perSiege / Math.max(0.001, draws + rings)), referenceMilliseconds: tenths(reference),
  };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function milliseconds(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

function mean(times: number, work: () => void): number {
  return milliseconds(() => { for (let time = 0; time < times; time += 1) work(); }) / times;
}

/** Chance and flood fills of one siege. */
interface Counts {
  /** Names of the streams that were opened, with how many numbers were drawn from each. */
  readonly streams: { readonly turn: number; readonly rule: string; readonly key: string; drawn: number }[];
  draws: number;
  rings: number;
  /** A state half-way, for drawing its ring again. */
  readonly game: Game;
  half: GameState;
}

/** Plays one siege and counts; it warms the engine up as well. */
function countSiege(like: Game, commanders: Commanders, seed: string): Counts {
  const { game, state } = newGame(like.scenario, seed, like);
  const counts: Counts = { streams: [], draws: 0, rings: 0, game, half: state };
  while (state.verdict === null) {
    let drawn = state.ring.drawnAt;
    const after = (): void => {
      if (state.ring.drawnAt !== drawn) counts.rings += 1;
      drawn = state.ring.drawnAt;
    };
    playTurnInPlace(game, state, plansOf(game, state, commanders), { draws: counted(drawsOf(seed, state.turn), state.turn, counts), after });
    if (state.turn * 2 === game.scenario.calendar.turns - 1) counts.half = structuredClone(state);
  }
  return counts;
}

function counted(draws: Draws, turn: number, counts: Counts): Draws {
  const open: Record<string, Stream> = {};
  return (rule, key) => (open[`${rule}|${key}`] ??= countedStream(draws(rule, key), { turn, rule, key: String(key), drawn: 0 }, counts));
}

function countedStream(stream: Stream, row: Counts['streams'][number], counts: Counts): Stream {
  counts.streams.push(row);
  return {
    below: (n) => {
      row.drawn += 1;
      counts.draws += 1;
      return stream.below(n);
    },
  };
}

function plansOf(game: Game, state: GameState, commanders: Commanders): OrdersBySide {
  const of = (side: SideId): OrdersBySide[SideId] => planFor(commanders[side], game.seed, viewFor(game, state, side)).orders;
  return { garrison: of('garrison'), besieger: of('besieger') };
}

/** Milliseconds that the main thread has had of a processor so far; null where the system does not say. */
function threadClock(): number | null {
  try {
    const nanoseconds = Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]);
    return nanoseconds > 0 ? nanoseconds / 1_000_000 : null;
  } catch {
    return null;
  }
}

/** What some sieges took by the clock on the wall, by that of the processor and by that of the main thread. */
interface Timed {
  readonly all: number;
  readonly cpu: number;
  readonly thread: number | null;
  readonly planning: number;
  readonly turns: number;
}

/** Sieges of seeds `bench 1` and on, each from its first turn to its end. */
function timeSieges(like: Game, commanders: Commanders, sieges: number): Timed {
  const before = process.cpuUsage();
  const threadBefore = threadClock();
  let planning = 0;
  let turns = 0;
  const all = milliseconds(() => {
    for (let siege = 1; siege <= sieges; siege += 1) {
      const { game, state } = newGame(like.scenario, `bench ${String(siege)}`, like);
      while (state.verdict === null) {
        const begun = performance.now();
        const orders = plansOf(game, state, commanders);
        planning += performance.now() - begun;
        playTurnInPlace(game, state, orders);
        turns += 1;
      }
    }
  });
  const { user, system } = process.cpuUsage(before);
  const threadAfter = threadClock();
  const thread = threadBefore === null || threadAfter === null ? null : threadAfter - threadBefore;
  return { all, cpu: (user + system) / 1000, thread, planning, turns };
}

/** The same streams opened and drawn from, and nothing else. */
function drawAlone({ streams, game }: Counts): void {
  let turn = -1;
  let draws: Draws | null = null;
  for (const row of streams) {
    if (draws === null || row.turn !== turn) draws = drawsOf(game.seed, row.turn);
    turn = row.turn;
    const stream = draws(row.rule, row.key);
    for (let drawn = 0; drawn < row.drawn; drawn += 1) stream.below(1000);
  }
}

/** The ring of a siege half-way, drawn as often as the siege drew its own. */
function ringAlone({ game, half, rings }: Counts): void {
  for (let ring = 0; ring < rings; ring += 1) ringMap(half, game.board, game.scenario.rules);
}

/** Numbers drawn for reference: machines differ, and so do hours. */
const REFERENCE = 10_000_000;

function drawReference(): void {
  const stream = streamOf('reference');
  for (let drawn = 0; drawn < REFERENCE; drawn += 1) stream.below(1000);
}
