/** Facts of a long siege beyond ground and forces: aircraft, supply lines, men to come, the conference. */
import type { Words } from './scenario.ts';
import type { Curve } from './tunables.ts';

/** Goods other than shells, in the order of every list of goods. */
export const GOODS = ['food', 'medical', 'engineer'] as const;
export type Good = (typeof GOODS)[number];

/** Kilos of each good. */
export type Goods = Readonly<Record<Good, number>>;

/** A kind of aircraft that serves the garrison from outside the map. */
export interface AircraftFacts {
  readonly id: string;
  readonly name: Words;
  readonly role: 'transport' | 'combat';
  /** Sorties that can be sent in a day of fair weather, by day of the siege. */
  readonly sorties: Curve;
  /** Freight of a sortie, kilos; nought for combat aircraft. */
  readonly loadKilos: number;
  /** Bundles that a sortie's freight is dropped in. */
  readonly bundles: number;
  /** Men that jump from a sortie, or wounded that it carries out. */
  readonly men: number;
  /** Along the run-in over which a sortie's freight leaves it, metres. */
  readonly stickMetres: number;
  /** True where it can land on the strip. */
  readonly lands: boolean;
  /** Harm that a hit does, 1000 = a transport. */
  readonly vulnerability: number;
}

/** What reaches the besieger's front by road when nothing hinders it. */
export interface SupplyLineFacts {
  readonly id: string;
  /** The dump that it feeds. */
  readonly dump: string;
  /** Carriers at the start. */
  readonly porters: number;
  /** Rounds a day by weapon, with half of the carriers on shells. */
  readonly rounds: Readonly<Record<string, number>>;
  /** Kilos of food a day, with half of the carriers on food. */
  readonly foodKilos: number;
  /** Recruits that reach the front a day, by day of the siege. */
  readonly recruits: Curve;
  /** Men who wait behind the front to fill the ranks at the start. */
  readonly pool: number;
  /** Quality of recruits, 0-1000. */
  readonly recruitQuality: number;
}

/** Single men who may be parachuted in beside whole units. */
export interface IndividualsFacts {
  /** Men ready to jump a day, by day of the siege. */
  readonly perDay: Curve;
  readonly quality: number;
}

/** The talks that may end the siege from outside. */
export interface ConferenceFacts {
  readonly name: Words;
  /** Day of the siege on which it takes the war up. */
  readonly opensDay: number;
  /** Chance a turn of a cease-fire, permille, by days since it opened. */
  readonly ceasefire: Curve;
}

/** Season: chance of rain or storm, permille by day, over the valley and over the air bases. */
export interface ClimateFacts {
  readonly opening: 'clear' | 'cloud' | 'rain' | 'storm';
  readonly mud: number;
  readonly shiftDays: number;
  readonly valley: Curve;
  readonly bases: Curve;
}
