/** Forecasts in words: each figure with its range, each chance as a count, each term of the sum. */
import type { Forecast, ForecastTerm, ForecastValue } from '../../engine/index.ts';
import type { Lang } from './language.ts';
import type { Names } from './names.ts';
import { count, inHundred, metres, number, percent } from './numbers.ts';
import { isKey, say } from './say.ts';

/** One figure of a forecast, ready to be set: the middle large, the range under it. */
export interface Figure {
  readonly middle: string;
  readonly range: string;
  readonly label: string;
  /** The label where room is short. */
  readonly short: string;
}

/** The figures of a forecast: the chance first, when there is one. */
export function figuresOf(forecast: Forecast, lang: Lang): readonly Figure[] {
  const chance = forecast.inHundred === null ? [] : [chanceFigure(forecast.kind, forecast.inHundred, lang)];
  return [...chance, ...forecast.values.map((value) => valueFigure(value, lang))];
}

function chanceFigure(kind: string, chance: number, lang: Lang): Figure {
  const key = `value.chance.${kind}`;
  const label = say(lang, isKey(key) ? key : 'value.chance');
  return { middle: inHundred(lang, chance), range: '', label, short: label };
}

function valueFigure(value: ForecastValue, lang: Lang): Figure {
  const ends = { low: shown(value.unit, value.low, lang), high: shown(value.unit, value.high, lang) };
  const short = `value.${value.id}.short`;
  const label = say(lang, `value.${value.id}`);
  // What is counted needs no range.
  const range = value.low === value.high ? '' : say(lang, 'range', ends);
  return { middle: shown(value.unit, value.middle, lang), range, label, short: isKey(short) ? say(lang, short) : label };
}

function shown(unit: ForecastValue['unit'], value: number, lang: Lang): string {
  switch (unit) {
    case 'permille':
      return percent(lang, value);
    case 'metres':
      return metres(lang, value);
    case 'pulses':
      return count(lang, 'hours', value);
    case 'kilos':
      return say(lang, 'value.unit.kilos', { n: number(lang, value) });
    case 'nights':
      return say(lang, 'value.unit.nights', { n: number(lang, value) });
    case 'men':
    case 'tubes':
    case 'rounds':
      return number(lang, value);
  }
}

/** One term of the sum: what it is, and its figure with the unit. */
export function termWords(term: ForecastTerm, names: Names): { readonly label: string; readonly value: string } {
  return { label: say(names.lang, `term.${term.id}`), value: termValue(term, names) };
}

function termValue({ id, unit, value }: ForecastTerm, { lang, hexMetres }: Names): string {
  const n = number(lang, value);
  switch (unit) {
    case 'men':
      return count(lang, 'men', value);
    case 'permille':
      return id === 'odds' ? say(lang, 'odds', { n: number(lang, Math.round(value / 100) / 10) }) : percent(lang, value);
    case 'metres':
      return metres(lang, value);
    case 'pulses':
      return count(lang, 'hours', value);
    case 'tubes':
      return count(lang, 'guns', value);
    case 'rounds':
      return count(lang, 'rounds', value);
    case 'rounds a tube':
      return say(lang, 'term.unit.rounds-a-tube', { n });
    case 'hexes':
      return say(lang, 'term.unit.hexes', { n: number(lang, value * hexMetres) });
    case 'battalions':
      return count(lang, 'battalions', value);
    case 'hits per thousand rounds':
      return say(lang, 'term.unit.hits', { n });
    case 'sorties':
      return say(lang, 'term.unit.sorties', { n });
    case 'nights':
      return say(lang, 'value.unit.nights', { n });
    case 'metres a battalion-night':
      return say(lang, 'term.unit.pace', { n });
  }
}
