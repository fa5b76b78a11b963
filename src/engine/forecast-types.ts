/** What a forecast says: a middle with its range, a chance in counts, and the terms of the sum behind them. */

/** One figure with its spread: nine trials in ten fall between low and high. */
export interface ForecastValue {
  readonly id: 'casualties' | 'own-casualties' | 'works' | 'wire' | 'suppression' | 'metres' | 'head' | 'pulses' | 'tube-hits' | 'rounds' | 'men'
    | 'own-ground' | 'lost-ground' | 'kilos' | 'evacuated' | 'nights' | 'left' | 'filled';
  readonly unit: 'men' | 'permille' | 'metres' | 'pulses' | 'tubes' | 'rounds' | 'kilos' | 'nights';
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** One term of the sum, so that a player can check it. */
export interface ForecastTerm {
  readonly id:
    | 'attackers' | 'defenders' | 'quality' | 'will' | 'works' | 'wire' | 'jump-off' | 'exposure' | 'odds' | 'support' | 'protective-fire'
    | 'rounds' | 'tubes' | 'rate' | 'observation' | 'cover' | 'fix-error' | 'hit-rate' | 'battalions' | 'pace' | 'head-share' | 'weather'
    | 'path' | 'wait' | 'suppression' | 'sorties' | 'flown' | 'height' | 'spread' | 'zone' | 'chutes' | 'craters' | 'left' | 'gallery-pace';
  readonly unit: 'men' | 'permille' | 'metres' | 'pulses' | 'tubes' | 'rounds' | 'rounds a tube' | 'hexes' | 'battalions' | 'hits per thousand rounds' | 'metres a battalion-night' | 'sorties' | 'nights';
  readonly value: number;
}

export interface Forecast {
  readonly kind: string;
  /** Times in a hundred that it succeeds; null where success is no question. */
  readonly inHundred: number | null;
  readonly values: readonly ForecastValue[];
  readonly terms: readonly ForecastTerm[];
  /** True where it rests on what was last seen, not on counted figures. */
  readonly estimated: boolean;
}
