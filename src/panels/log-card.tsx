import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Card } from './card.tsx';
import type { Desk } from './desk.ts';
import { Icon } from './icon.tsx';
import { Sentence } from './sentence.tsx';
import { shortDateOf } from './text/dates.ts';
import { logOf, type LogEntry, type LogTopic } from './text/log.ts';
import { say } from './text/say.ts';

type Filter = 'all' | Exclude<LogTopic, 'fight'>;
const FILTERS: readonly Filter[] = ['all', 'losses', 'orders'];

/** What happened, the newest hour first. */
export function LogCard({ desk }: { readonly desk: Desk }): JSX.Element {
  const lang = desk.lang.value;
  const filter = useSignal<Filter>('all');
  const turns = useComputed(() => byTurn(desk));
  const shown = turns.value
    .map(({ turn, entries }) => ({ turn, entries: entries.filter((entry) => filter.value === 'all' || entry.topic === filter.value) }))
    .filter(({ entries }) => entries.length > 0);
  const choices = (
    <span class="filters" role="group" aria-label={say(lang, 'log.title')}>
      {FILTERS.map((one) => (
        <button type="button" key={one} aria-pressed={filter.value === one} onClick={() => (filter.value = one)}>{say(lang, `log.${one}`)}</button>
      ))}
    </span>
  );
  return (
    <Card id="log" title={say(lang, 'log.title')} fact={choices}>
      {shown.length === 0 ? <p class="empty">{say(lang, turns.value.length === 0 ? 'log.empty' : 'log.empty.filter')}</p> : null}
      {shown.map(({ turn, entries }) => <TurnOfLog key={turn} desk={desk} turn={turn} entries={entries} />)}
    </Card>
  );
}

/** Says what happened to those who listen: the last turn in short, a fallen post at once. */
export function LogSpeaker({ desk }: { readonly desk: Desk }): JSX.Element {
  const spoken = useComputed(() => {
    const [newest] = byTurn(desk);
    if (newest === undefined) return { polite: '', urgent: '' };
    const urgent = newest.entries.filter((entry) => entry.urgent).map((entry) => entry.text).join(' ');
    const polite = newest.entries.filter((entry) => !entry.urgent && entry.topic !== 'orders').slice(0, 6).map((entry) => entry.text).join(' ');
    return { polite, urgent };
  });
  return (
    <>
      <div class="unseen" aria-live="polite">{spoken.value.polite}</div>
      <div class="unseen" aria-live="assertive">{spoken.value.urgent}</div>
    </>
  );
}

function TurnOfLog({ desk, turn, entries }: { readonly desk: Desk; readonly turn: number; readonly entries: readonly LogEntry[] }): JSX.Element {
  const view = desk.view.value;
  const when = view === null ? '' : shortDateOf(desk.lang.value, view.facts.calendar, turn);
  return (
    <>
      <h3 class="log-turn">{when}</h3>
      <ol class="log">
        {entries.map((entry, index) => (
          <li key={index} class={entry.urgent ? 'urgent' : ''}>
            <time>{entry.time}</time>
            <Icon name={entry.icon} size={15} />
            <span><Sentence desk={desk} text={entry.sentence} links /></span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** A siege of more turns than these is told turn by turn, not hour by hour. */
const LONG_TURNS = 20;

function isLong({ turns }: { readonly turns: number }): boolean {
  return turns > LONG_TURNS;
}

const TOPIC_WEIGHTS: Readonly<Record<LogTopic, number>> = { fight: 2, losses: 1, orders: 0 };

/** What decides a turn comes first, then the fight, then what it cost, then the routine. */
function weightOf({ urgent, topic }: LogEntry): number {
  return urgent ? 3 : TOPIC_WEIGHTS[topic];
}

function byTurn(desk: Desk): readonly { readonly turn: number; readonly entries: readonly LogEntry[] }[] {
  const view = desk.view.value;
  const names = desk.names.value;
  if (view === null || names === null) return [];
  const turns = new Map<number, LogEntry[]>();
  for (const entry of logOf(desk.events.value, names, view.facts.calendar, isLong(view) ? 'turn' : 'hour')) {
    const list = turns.get(entry.turn);
    if (list === undefined) turns.set(entry.turn, [entry]);
    else list.push(entry);
  }
  return [...turns].map(([turn, entries]) => ({ turn, entries: entries.sort((a, b) => (isLong(view) ? weightOf(b) - weightOf(a) : 0) || b.pulse - a.pulse) })).reverse();
}
