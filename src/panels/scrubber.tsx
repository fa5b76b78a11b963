import type { JSX } from 'preact';
import { IconButton } from './controls.tsx';
import { Icon } from './icon.tsx';
import type { PlanProps } from './plan-card.tsx';
import { phaseOf, shortDateOf } from './text/dates.ts';
import { say } from './text/say.ts';

/** A slider over the turns played: each turn is shown again from its state alone. */
export function Scrubber({ desk, play, view, names }: PlanProps): JSX.Element | null {
  const { lang } = names;
  const last = play.turnsPlayed;
  if (last === 0) return null;
  const seek = (turns: number): void => {
    if (!desk.playing.value) play.seek(turns);
  };
  const here = placeWords(play.turn, last, view, lang);
  return (
    <section class="scrubber" aria-label={say(lang, 'scrub.title')}>
      <IconButton name="undo" size={15} label={say(lang, 'scrub.earlier')} onPress={() => seek(play.turn - 1)} />
      <div class="line">
        <input type="range" id="scrub" min={0} max={last} step={1} value={play.turn} disabled={desk.playing.value} aria-label={say(lang, 'scrub.label')} aria-valuetext={here} onInput={(event) => seek(event.currentTarget.valueAsNumber)} />
        <div class="half-days" aria-hidden="true">
          {Array.from({ length: last }, (_, turn) => <i key={turn} class={phaseOf(view.facts.calendar, turn)} />)}
        </div>
      </div>
      <IconButton name="arrow-right" size={15} label={say(lang, 'scrub.later')} onPress={() => seek(play.turn + 1)} />
      <output for="scrub">{here}</output>
      <button type="button" class="chip" id="show-again" disabled={play.turn === 0 || desk.playing.value} onClick={() => desk.deeds.showAgain()}>
        <Icon name="history" size={15} /><span>{say(lang, 'scrub.again')}</span>
      </button>
    </section>
  );
}

function placeWords(turns: number, last: number, view: PlanProps['view'], lang: PlanProps['names']['lang']): string {
  const when = turns === 0 ? say(lang, 'scrub.start') : shortDateOf(lang, view.facts.calendar, turns - 1);
  const place = say(lang, 'scrub.value', { when, turn: turns, turns: view.turns });
  return turns === last ? `${place}, ${say(lang, 'scrub.now')}` : place;
}
