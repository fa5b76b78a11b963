/** Lets a watched siege run: one turn after the other at the chosen speed, as far as it has been played out. */
import { batch } from '@preact/signals';
import type { Desk } from './desk.ts';
import { SPEEDS } from './watch-desk.ts';

/** Milliseconds between two turns that are shown and not told. */
const SHOWN_MS = 240;
/** Between two looks at whether the next turn has been played. */
const WAIT_MS = 60;
const FASTEST = SPEEDS[SPEEDS.length - 1];

/** Tells a turn by its index on the map; resolves when it has been told, or at once where there is no map. */
export type TellTurn = (turn: number) => Promise<void>;

/** Runs until it is paused, the siege ends or the game is left. */
export async function runWatch(desk: Desk, tell: TellTurn): Promise<void> {
  const play = desk.play.value;
  if (play === null || desk.watch.isRunning.value) return;
  desk.watch.isRunning.value = true;
  while (desk.watch.isRunning.value && desk.play.value === play) {
    if (play.turn < play.turnsPlayed) await goOn(desk, play.turn, tell);
    else if (play.verdict !== null) desk.watch.isRunning.value = false;
    else await pause(WAIT_MS);
  }
}

async function goOn(desk: Desk, turn: number, tell: TellTurn): Promise<void> {
  if (desk.watch.speed.value < (FASTEST ?? 1)) return tell(turn);
  desk.play.value?.seek(turn + 1);
  await pause(SHOWN_MS);
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Stops and looks at another turn; beyond the ends, at the nearest. */
export function watchSeek(desk: Desk, turns: number): void {
  const play = desk.play.value;
  if (play === null) return;
  batch(() => {
    desk.watch.isRunning.value = false;
    desk.deeds.skip();
    desk.telling.value = null;
    play.seek(turns);
  });
}

/** The next mark after, or the one before, the turn looked at, as turns played; the ends where there is none. */
export function nextMark(desk: Desk, by: 1 | -1): number {
  const { course } = desk.watch;
  const turn = desk.play.value?.turn ?? 0;
  const turns = [...new Set((course.value?.marks ?? []).filter(({ kind }) => kind !== 'rain' && kind !== 'storm').map((mark) => mark.turn + 1))];
  return (by === 1 ? turns.find((one) => one > turn) : turns.findLast((one) => one < turn)) ?? (by === 1 ? (course.value?.turns ?? 0) : 0);
}
