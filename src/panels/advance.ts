/** Advance until: the staff's plans are carried out, turn after turn, until an alarm that was set rings. */
import { batch, signal, type Signal } from '@preact/signals';
import { ringing, USUAL_ALARMS, type Alarm, type Ringing } from './alarms.ts';
import type { Desk, Play } from './desk.ts';
import { planLines } from './plan-lines.ts';

/** How the game goes on by itself. */
export interface Advancing {
  readonly alarms: Signal<readonly Alarm[]>;
  readonly isRunning: Signal<boolean>;
  /** What stopped it last, and in which turn; null before, and once one has gone on. */
  readonly stopped: Signal<{ readonly turn: number; readonly by: readonly Ringing[] } | null>;
}

/** Nothing advances; the usual alarms are set. */
export function advancing(): Advancing {
  return { alarms: signal(USUAL_ALARMS), isRunning: signal(false), stopped: signal<{ turn: number; by: readonly Ringing[] } | null>(null) };
}

/** Ends turns until an alarm rings, the siege ends, an order cannot stand, somebody stops it or the game is left. */
export async function advance(desk: Desk, breath: () => Promise<void>): Promise<void> {
  const play = desk.play.value;
  if (play === null || desk.advance.isRunning.value || !play.live) return;
  desk.advance.isRunning.value = true;
  desk.advance.stopped.value = null;
  while (desk.advance.isRunning.value && desk.play.value === play && goOn(desk, play)) await breath();
  desk.advance.isRunning.value = false;
}

/** Plays one turn by the staff's plan, with what was ordered and without what was struck; true while nothing speaks against another. */
function goOn(desk: Desk, play: Play): boolean {
  const before = play.view();
  play.setOrders(planLines(play, desk.struck.value).filter((line) => line.state !== 'struck').map((line) => line.order));
  const outcome = play.endTurn();
  if (!outcome.ended) return false;
  const by = ringing(desk.advance.alarms.value, { before, after: play.view(), events: outcome.events });
  batch(() => {
    desk.struck.value = [];
    desk.inHand.value = null;
    if (by.length > 0) desk.advance.stopped.value = { turn: outcome.turn, by };
  });
  return by.length === 0 && play.verdict === null;
}
