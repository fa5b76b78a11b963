/** How far trench is dug: the same sum for the rule and for the forecast. */
import { permille, share, times } from './numbers.ts';
import type { SkyKind } from './state.ts';
import type { Rules } from './tunables.ts';

export interface Spadework {
  /** Battalions' worth of hands, permille of one whole battalion. */
  readonly battalions: number;
  readonly headMetres: number;
  readonly night: boolean;
  readonly sky: SkyKind;
  readonly mud: number;
}

export interface Dug {
  /** All metres of trench. */
  readonly metres: number;
  /** Metres by which the head comes nearer. */
  readonly head: number;
  readonly pace: number;
  readonly headShare: number;
  readonly weather: number;
}

/** Metres dug in a turn, and how many of them carry the head forward. */
export function dig(rules: Rules, work: Spadework): Dug {
  const { digging } = rules;
  const pace = paceAt(rules, work.headMetres);
  const wet = work.sky === 'rain' || work.sky === 'storm' ? digging.rainShare : 1000;
  const weather = times(wet, work.mud > digging.mudDeep ? digging.mudShare : 1000);
  const metres = share(share(share(pace, work.battalions), work.night ? 1000 : digging.dayShare), weather);
  const headShare = work.headMetres > 300 ? digging.headShareFar : work.headMetres > 30 ? digging.headShareNear : digging.headShareSap;
  return { metres, head: Math.min(work.headMetres, share(metres, headShare)), pace, headShare, weather };
}

/** Metres a battalion digs in a night, by the distance of the head from the wire. */
function paceAt({ digging }: Rules, head: number): number {
  if (head > 800) return digging.farMetres;
  if (head > 300) return digging.midMetres;
  if (head > 100) return digging.nearMetres;
  return head > 30 ? digging.closeMetres : digging.sapMetres;
}

/** Hands of some men, against the battalion they began as. */
export function handsOf(men: number, whole: number): number {
  return Math.min(1000, permille(men, whole));
}
