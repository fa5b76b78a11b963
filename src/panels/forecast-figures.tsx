import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Forecast } from '../engine/index.ts';
import { Icon } from './icon.tsx';
import { figuresOf, termWords, type Figure } from './text/forecast-words.ts';
import type { Names } from './text/names.ts';
import { say } from './text/say.ts';

/** A forecast: each figure large with its range under it, and a way to ask why. */
export function ForecastFigures({ forecast, names }: { readonly forecast: Forecast; readonly names: Names }): JSX.Element {
  const { lang } = names;
  const open = useSignal(false);
  return (
    <div class="forecast">
      <div class="figures">
        {figuresOf(forecast, lang).map((figure) => <OneFigure key={figure.label} figure={figure} />)}
      </div>
      <button type="button" class="why" aria-expanded={open.value} aria-label={say(lang, 'forecast.why.label')} onClick={() => (open.value = !open.value)}>
        <Icon name="question" size={14} />
        {say(lang, 'forecast.why')}
      </button>
      {open.value ? <Terms forecast={forecast} names={names} /> : null}
    </div>
  );
}

/** One figure of a forecast; with `of` it says first what it is about. */
export function OneFigure({ figure, of = '' }: { readonly figure: Figure; readonly of?: string }): JSX.Element {
  return (
    <div class="figure">
      <b>{figure.middle}</b>
      {of === '' ? null : <span class="of">{of}</span>}
      <span>{of === '' ? figure.label : figure.short}</span>
      <i>{figure.range}</i>
    </div>
  );
}

function Terms({ forecast, names }: { readonly forecast: Forecast; readonly names: Names }): JSX.Element {
  return (
    <div class="terms">
      <table>
        <caption>{say(names.lang, 'forecast.terms')}</caption>
        <tbody>
          {forecast.terms.map((term, index) => {
            const { label, value } = termWords(term, names);
            return <tr key={index}><th scope="row">{label}</th><td>{value}</td></tr>;
          })}
        </tbody>
      </table>
      {forecast.estimated ? <p>{say(names.lang, 'forecast.estimated')}</p> : null}
    </div>
  );
}
