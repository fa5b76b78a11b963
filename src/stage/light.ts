/** How dark it is: day, night, and the hours between. */

/** What the light of the sheet follows. */
export type LightSetting = 'auto' | 'day' | 'dusk' | 'night';

/** How dark the sheet is, 0-1, and how thick the mist, 0-1. */
export interface Light {
  readonly nightness: number;
  readonly mist: number;
}

const DUSK: Light = { nightness: 0.45, mist: 0 };

/** The light in which a turn is planned. */
export function lightOfTurn(setting: LightSetting, isNight: boolean): Light {
  switch (setting) {
    case 'auto': return { nightness: isNight ? 1 : 0, mist: 0 };
    case 'day': return { nightness: 0, mist: 0 };
    case 'dusk': return DUSK;
    case 'night': return { nightness: 1, mist: 0 };
  }
}

/** The light at a pulse of a turn: dusk falls in the first hour of the night, mist lies in the last and the first of the day. */
export function lightOfPulse(setting: LightSetting, isNight: boolean, pulse: number): Light {
  if (setting !== 'auto') return lightOfTurn(setting, isNight);
  if (isNight) return { nightness: pulse === 0 ? 0.62 : pulse === 11 ? 0.75 : 1, mist: pulse >= 10 ? 0.4 : 0 };
  return { nightness: pulse === 11 ? 0.2 : 0, mist: pulse === 0 ? 0.5 : 0 };
}
