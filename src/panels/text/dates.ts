/** Turns and pulses as dates and hours; the calendar of a siege begins on a day written year-month-day. */
import { say } from './say.ts';
import type { Lang } from './language.ts';

/** What is needed of the calendar of a siege. */
export interface Calendar {
  readonly firstDay: string;
  readonly firstPhase: 'day' | 'night';
}

const DAY_MS = 86_400_000;
const FIRST_HOUR = { day: 6, night: 18 } as const;

/** Day or night of a turn. */
export function phaseOf(calendar: Calendar, turn: number): 'day' | 'night' {
  return ((turn + (calendar.firstPhase === 'night' ? 1 : 0)) % 2 === 0) ? 'day' : 'night';
}

/** The hour at which a pulse begins: "18:00". */
export function timeOf(calendar: Calendar, turn: number, pulse: number): string {
  const hour = (FIRST_HOUR[phaseOf(calendar, turn)] + pulse) % 24;
  return `${String(hour).padStart(2, '0')}:00`;
}

/** The full date of a turn: "Sat 13 March 1954", "13 to 14 March 1954". */
export function dateOf(lang: Lang, calendar: Calendar, turn: number): string {
  const day = dayOf(calendar, turn);
  const next = new Date(day.getTime() + DAY_MS);
  if (phaseOf(calendar, turn) === 'day') {
    return say(lang, 'date.day', { weekday: nth(lang, 'weekdays', day.getUTCDay()), ...monthAndDay(lang, day), year: day.getUTCFullYear() });
  }
  const key = day.getUTCMonth() === next.getUTCMonth() ? 'date.night' : 'date.night.two-months';
  return say(lang, key, { ...monthAndDay(lang, day), ...nextMonthAndDay(lang, next), year: next.getUTCFullYear() });
}

/** The date of a turn within a sentence: "night of 13 to 14 March". */
export function shortDateOf(lang: Lang, calendar: Calendar, turn: number): string {
  const day = dayOf(calendar, turn);
  if (phaseOf(calendar, turn) === 'day') return say(lang, 'date.short.day', monthAndDay(lang, day));
  return say(lang, 'date.short.night', { ...monthAndDay(lang, day), ...nextMonthAndDay(lang, new Date(day.getTime() + DAY_MS)) });
}

function dayOf(calendar: Calendar, turn: number): Date {
  const halfDays = turn + (calendar.firstPhase === 'night' ? 1 : 0);
  return new Date(Date.parse(`${calendar.firstDay}T00:00:00Z`) + Math.floor(halfDays / 2) * DAY_MS);
}

function monthAndDay(lang: Lang, day: Date): { day: number; month: string } {
  return { day: day.getUTCDate(), month: nth(lang, 'months', day.getUTCMonth()) };
}

function nextMonthAndDay(lang: Lang, day: Date): { nextDay: number; nextMonth: string } {
  return { nextDay: day.getUTCDate(), nextMonth: nth(lang, 'months', day.getUTCMonth()) };
}

function nth(lang: Lang, key: 'months' | 'weekdays', index: number): string {
  return say(lang, key).split(',')[index] ?? '';
}
