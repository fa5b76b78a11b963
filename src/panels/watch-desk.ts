/** What the watch screen holds: through whose eyes one looks, how the siege goes on, and its course so far. */
import { signal, type Signal } from '@preact/signals';
import type { SideView } from '../engine/index.ts';
import type { Course } from '../session/watching.ts';
import type { Play } from './desk.ts';

/** Through whose eyes a siege is watched. */
export type Eyes = 'garrison' | 'besieger' | 'both';
export const EYES: readonly Eyes[] = ['garrison', 'besieger', 'both'];

/** Speeds: at the last, turns are shown and not told. */
export const SPEEDS = [0.5, 1, 2, 4, 16] as const;

export interface WatchDesk {
  readonly eyes: Signal<Eyes>;
  readonly isRunning: Signal<boolean>;
  readonly speed: Signal<number>;
  /** Null before the first turn has been played out. */
  readonly course: Signal<Course | null>;
}

/** A watch desk on which nothing runs. */
export function watchDesk(): WatchDesk {
  return { eyes: signal<Eyes>('both'), isRunning: signal(false), speed: signal(1), course: signal<Course | null>(null) };
}

/** What is to be seen: one side's view, or the garrison's with the besieger's beside it. */
export interface Scene {
  readonly view: SideView;
  readonly other: SideView | null;
}

/** The scene of the turn looked at, or of another. */
export function sceneOf(play: Play | null, eyes: Eyes, turns: number = play?.turn ?? 0): Scene | null {
  if (play === null) return null;
  if (play.mode === 'play') return { view: play.view(turns), other: null };
  if (eyes === 'both') return { view: play.view(turns, 'garrison'), other: play.view(turns, 'besieger') };
  return { view: play.view(turns, eyes), other: null };
}
