/** The keyboard of the play screen. Letters act only while nobody is writing in a field. */
import { ORDER_KINDS, type OrderKind } from '../engine/index.ts';
import { nextNames, nextSymbols } from './chips.tsx';
import type { Desk, Play } from './desk.ts';
import { askToAdvance, endOrAsk } from './end-card.tsx';
import { cursorMoved, thingAt } from './map-cursor.ts';
import { ORDER_KEYS } from './order-icon.ts';
import { beginOrder } from './orders-card.tsx';
import { accept } from './plan-card.tsx';
import { planLines } from './plan-lines.ts';
import { focusOn } from './play-screen.tsx';
import { chooseNext } from './selected-card.tsx';
import { EYES } from './watch-desk.ts';
import { nextMark, watchSeek } from './watch-pace.ts';
import { toggleRun } from './watch-timeline.tsx';

/** Listens to the keyboard until the answer is called. */
export function listenToKeys(desk: Desk, page: Document): () => void {
  const listen = (event: KeyboardEvent): void => {
    const acts = desk.screen.value === 'play' ? act : desk.screen.value === 'watch' ? actWatching : null;
    if (acts?.(desk, event) === true) event.preventDefault();
  };
  page.addEventListener('keydown', listen);
  return () => page.removeEventListener('keydown', listen);
}

/** While a siege is watched: play and pause, steps, marks, viewpoint. */
function actWatching(desk: Desk, event: KeyboardEvent): boolean {
  const play = desk.play.value;
  if (play === null || desk.dialog.value !== null || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return false;
  switch (event.key.length === 1 ? event.key.toLowerCase() : event.key) {
    case ' ': return !(event.target instanceof HTMLButtonElement) && done(() => toggleRun(desk));
    case ',': return done(() => watchSeek(desk, play.turn - 1));
    case '.': return done(() => watchSeek(desk, play.turn + 1));
    case '[': return done(() => watchSeek(desk, nextMark(desk, -1)));
    case ']': return done(() => watchSeek(desk, nextMark(desk, 1)));
    case 'v': return done(() => (desk.watch.eyes.value = EYES[(EYES.indexOf(desk.watch.eyes.value) + 1) % EYES.length] ?? 'both'));
    case 'n': return done(() => nextNames(desk));
    case 't': return done(() => nextSymbols(desk));
    case '0': return done(() => desk.deeds.fit('theatre'));
    case '?': return done(() => (desk.dialog.value = 'keys'));
    default: return false;
  }
}

function act(desk: Desk, event: KeyboardEvent): boolean {
  const play = desk.play.value;
  if (play === null) return false;
  if (desk.advance.isRunning.value) return event.key === 'Escape' ? done(() => (desk.advance.isRunning.value = false)) : false;
  if (desk.playing.value) return event.key === ' ' || event.key === 'Escape' ? done(() => desk.deeds.skip()) : false;
  if (desk.dialog.value !== null) return false;
  if (event.ctrlKey || event.metaKey) return withControl(desk, play, event);
  if (event.key === 'Escape' && desk.inHand.value !== null) return done(() => (desk.inHand.value = null));
  if (event.altKey || isWriting(event.target)) return false;
  if (event.key.startsWith('Arrow') && isOnMap(event.target)) return moveCursor(desk, event.key, event.shiftKey);
  return letter(desk, play, event.key.length === 1 ? event.key.toUpperCase() : event.key);
}

function withControl(desk: Desk, play: Play, event: KeyboardEvent): boolean {
  if (event.key === 'Enter' && event.shiftKey) return done(() => askToAdvance(desk));
  if (event.key === 'Enter') return done(() => endOrAsk(desk));
  if (isWriting(event.target)) return false;
  if (event.key.toLowerCase() === 'z') return done(() => play.undo());
  return event.key.toLowerCase() === 'y' ? done(() => play.redo()) : false;
}

/** The map has the keyboard while nothing else does. */
function isOnMap(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof HTMLElement && target.id === 'stage');
}

function moveCursor(desk: Desk, key: string, far: boolean): boolean {
  const view = desk.view.value;
  const hex = view === null ? null : cursorMoved(view, desk.cursor.value, key, far);
  if (view === null || hex === null) return false;
  return done(() => {
    desk.cursor.value = hex;
    desk.selection.value = thingAt(view, hex);
  });
}

function letter(desk: Desk, play: Play, key: string): boolean {
  const side = desk.view.value?.side;
  const open = play.live && play.verdict === null;
  const kinds: readonly OrderKind[] = side === undefined || !open ? [] : ORDER_KINDS[side];
  const kind = kinds.find((one) => ORDER_KEYS[one] === key);
  if (kind !== undefined) return done(() => beginOrder(desk, kind));
  switch (key) {
    case 'Y':
      return open && done(() => accept(desk, play));
    case 'E':
      return open && done(() => editFirst(desk, play));
    case 'N':
      return done(() => nextNames(desk));
    case 'M':
      return done(() => (desk.dialog.value = 'words'));
    case '?':
      return done(() => (desk.dialog.value = 'keys'));
    case 'U':
      return done(() => chooseNext(desk));
    case 'T':
      return done(() => nextSymbols(desk));
    case '0':
      return done(() => desk.deeds.fit('theatre'));
    default:
      return /^[1-9]$/.test(key) && done(() => focusOnLine(`line-${key}`));
  }
}

/** The order of the line that holds the focus, or the first of the plan. */
function editFirst(desk: Desk, play: Play): void {
  const lines = planLines(play, desk.struck.value);
  const focused = /line-(\d+)/.exec(document.activeElement?.closest('[id^="line-"]')?.id ?? '');
  const line = lines[focused === null ? 0 : Number(focused[1]) - 1];
  if (line === undefined) return;
  const { kind, ...fields } = line.order;
  desk.inHand.value = { kind, fields, replaces: line.order };
}

/** Moves the focus to a line of the plan; where its group is folded, unfolds that first. */
function focusOnLine(id: string): void {
  const list = document.getElementById(id)?.closest('ol');
  if (list?.hidden === true) list.previousElementSibling?.querySelector<HTMLButtonElement>('.fold')?.click();
  requestAnimationFrame(() => focusOn(id));
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=range]):not([type=checkbox]), textarea, select');
}

function done(deed: () => unknown): boolean {
  deed();
  return true;
}
