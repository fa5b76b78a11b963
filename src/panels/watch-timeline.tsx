import type { JSX } from 'preact';
import type { MarkKind, TimeMark } from '../session/time-marks.ts';
import { IconButton } from './controls.tsx';
import type { Desk } from './desk.ts';
import { Icon } from './icon.tsx';
import type { IconId } from './icons.ts';
import type { PlanProps } from './plan-card.tsx';
import { phaseOf, shortDateOf } from './text/dates.ts';
import { plainText, type Names } from './text/names.ts';
import { listed, number } from './text/numbers.ts';
import { say } from './text/say.ts';
import { SPEEDS } from './watch-desk.ts';
import { nextMark, watchSeek } from './watch-pace.ts';

type TimelineProps = PlanProps;

/** Controls, three lanes of marks, and one slider over all half-days of the siege. */
export function WatchTimeline(props: TimelineProps): JSX.Element {
  const { desk, play, view, names } = props;
  const { lang } = names;
  const course = desk.watch.course.value;
  const played = course?.turns ?? play.turnsPlayed;
  const here = placeWords(play.turn, view, lang);
  const ended = course?.isOver === true;
  const ahead = ended ? say(lang, 'watch.over', { when: shortDateOf(lang, view.facts.calendar, Math.max(0, played - 1)) }) : say(lang, 'watch.ahead', { n: number(lang, played), turns: number(lang, view.turns) });
  return (
    <section class="timeline" id="timeline" aria-label={say(lang, 'scrub.title')}>
      <Controls {...props} />
      <div class="lines">
        <Lanes {...props} marks={course?.marks ?? []} />
        <div class="scale">
          <Stripes view={view} played={played} turn={play.turn} />
          <input type="range" id="watch-scrub" min={0} max={view.turns} step={1} value={play.turn} aria-label={say(lang, 'watch.slider')} aria-valuetext={here} onInput={(event) => watchSeek(desk, Math.min(played, event.currentTarget.valueAsNumber))} />
        </div>
        <Days view={view} lang={lang} />
      </div>
      <p class="played" id="played" data-turns={played} data-over={ended}>{ahead}</p>
    </section>
  );
}

function placeWords(turns: number, view: TimelineProps['view'], lang: Names['lang']): string {
  const when = turns === 0 ? say(lang, 'scrub.start') : shortDateOf(lang, view.facts.calendar, turns - 1);
  return say(lang, 'scrub.value', { when, turn: turns, turns: view.turns });
}

function Controls({ desk, play, view, names }: TimelineProps): JSX.Element {
  const { lang } = names;
  const { isRunning, speed } = desk.watch;
  const running = isRunning.value;
  return (
    <div class="controls" role="group" aria-label={say(lang, 'watch.controls')}>
      <IconButton name="first" label={say(lang, 'watch.start')} onPress={() => watchSeek(desk, 0)} />
      <IconButton name="rewind" label={say(lang, 'watch.earlier-mark')} onPress={() => watchSeek(desk, nextMark(desk, -1))} />
      <IconButton name="back" label={say(lang, 'watch.back')} onPress={() => watchSeek(desk, play.turn - 1)} />
      <button type="button" class="run" id="watch-run" aria-label={say(lang, running ? 'watch.pause' : 'watch.play')} onClick={() => toggleRun(desk)}>
        <Icon name={running ? 'pause' : 'play'} size={20} />
      </button>
      <IconButton name="forward" label={say(lang, 'watch.on')} onPress={() => watchSeek(desk, play.turn + 1)} />
      <IconButton name="fast" label={say(lang, 'watch.later-mark')} onPress={() => watchSeek(desk, nextMark(desk, 1))} />
      <IconButton name="skip" label={say(lang, 'watch.end')} onPress={() => watchSeek(desk, play.turnsPlayed)} />
      <span class="speeds" role="group" aria-label={say(lang, 'watch.speed')}>
        {SPEEDS.map((one) => (
          <button type="button" key={one} data-speed={one} aria-pressed={speed.value === one} onClick={() => (speed.value = one)}>{say(lang, 'watch.speed.n', { n: one === 0.5 ? '½' : one })}</button>
        ))}
      </span>
      <output for="watch-scrub" class="here">{placeWords(play.turn, view, lang)}</output>
      {play.verdict !== null ? (
        <button type="button" class="btn take" id="show-verdict" onClick={() => (desk.dialog.value = 'verdict')}><Icon name="flag" size={16} />{say(lang, 'verdict.title')}</button>
      ) : (
        <button type="button" class="btn take" id="take-over" onClick={() => desk.deeds.takeOver(desk.watch.eyes.value === 'besieger' ? 'besieger' : 'garrison')}><Icon name="hand" size={16} />{say(lang, 'watch.take')}</button>
      )}
    </div>
  );
}

/** Starts or pauses the siege; at its end it begins anew. */
export function toggleRun(desk: Desk): void {
  const play = desk.play.value;
  const { isRunning } = desk.watch;
  if (play === null) return;
  if (isRunning.value) {
    isRunning.value = false;
    return desk.deeds.skip();
  }
  if (play.turn >= play.turnsPlayed && play.verdict !== null) play.seek(0);
  desk.deeds.watchOn();
}

const LANES: readonly (readonly ['assault' | 'camp' | 'sky', readonly MarkKind[]])[] = [
  ['assault', ['lost', 'retaken', 'assault']],
  ['camp', ['camp', 'cease-fire', 'gallery', 'strip', 'jump', 'conference']],
  ['sky', ['storm', 'rain']],
];

const MARK_ICONS: Readonly<Record<MarkKind, IconId>> = {
  assault: 'storm', lost: 'flag', retaken: 'undo', camp: 'flag-off', conference: 'handshake', 'cease-fire': 'handshake',
  strip: 'landing', gallery: 'bomb', jump: 'parachute', rain: 'rain', storm: 'thunder',
};

function Lanes({ desk, view, names, marks }: TimelineProps & { readonly marks: readonly TimeMark[] }): JSX.Element {
  const { lang } = names;
  return (
    <>
      {LANES.map(([lane, kinds]) => (
        <ul key={lane} class={`lane ${lane}`} aria-label={say(lang, `lane.${lane}`)}>
          {marksOfLane(marks, kinds).map((mark) => {
            const words = `${shortDateOf(lang, view.facts.calendar, mark.turn)}: ${markWords(mark, names)}`;
            return (
              <li key={mark.turn} style={{ left: placeOf(mark.turn + 0.5, view.turns) }}>
                <button type="button" class={mark.kind} title={words} aria-label={words} tabIndex={-1} onClick={() => watchSeek(desk, mark.turn + 1)}><Icon name={MARK_ICONS[mark.kind]} size={13} /></button>
              </li>
            );
          })}
        </ul>
      ))}
    </>
  );
}

/** One mark a turn and lane: the weightiest. */
function marksOfLane(marks: readonly TimeMark[], kinds: readonly MarkKind[]): readonly TimeMark[] {
  const byTurn = new Map<number, TimeMark>();
  for (const mark of marks) {
    if (!kinds.includes(mark.kind)) continue;
    const before = byTurn.get(mark.turn);
    if (before === undefined || kinds.indexOf(mark.kind) < kinds.indexOf(before.kind)) byTurn.set(mark.turn, mark);
  }
  return [...byTurn.values()];
}

/** A mark in words: "lost: Béatrice 1 and Béatrice 2". */
export function markWords({ kind, ids }: TimeMark, names: Names): string {
  const name = (id: string): string => (kind === 'camp' || kind === 'jump' ? names.camp(id) : kind === 'strip' ? names.strip(id) : plainText(names.post(id)));
  return say(names.lang, `mark.${kind}`, { list: listed(names.lang, ids.map(name)) });
}

function placeOf(turn: number, turns: number): string {
  return `${String(Math.round((turn / Math.max(1, turns)) * 10_000) / 100)}%`;
}

/** Half-days as stripes: played out, looked at, still to come. */
function Stripes({ view, played, turn }: { readonly view: TimelineProps['view']; readonly played: number; readonly turn: number }): JSX.Element {
  const { calendar } = view.facts;
  return (
    <svg class="stripes" viewBox={`0 0 ${String(view.turns)} 10`} preserveAspectRatio="none" aria-hidden="true">
      {Array.from({ length: view.turns }, (_, index) => <rect key={index} class={`${phaseOf(calendar, index)}${index < played ? ' played' : ''}`} x={index} y={0} width={1} height={10} />)}
      <rect class="seen" x={0} y={8.2} width={turn} height={1.8} />
    </svg>
  );
}

/** A date every week or so. */
function Days({ view, lang }: { readonly view: TimelineProps['view']; readonly lang: Names['lang'] }): JSX.Element {
  const step = view.turns > 40 ? 14 : 2;
  const ticks = Array.from({ length: Math.ceil(view.turns / step) }, (_, i) => i * step);
  return (
    <div class="days" aria-hidden="true">
      {ticks.map((turn) => <span key={turn} style={{ left: placeOf(turn, view.turns) }}>{dayWords(lang, view, turn)}</span>)}
    </div>
  );
}

function dayWords(lang: Names['lang'], view: TimelineProps['view'], turn: number): string {
  const { firstDay, firstPhase } = view.facts.calendar;
  const days = Math.floor((turn + (firstPhase === 'night' ? 1 : 0)) / 2);
  const date = new Date(Date.parse(`${firstDay}T00:00:00Z`) + days * 86_400_000);
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(date);
}
