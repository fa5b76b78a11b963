/** How far trench is dug: the same sum for the rule and for the forecast. */
import { permille, share, times } from './numbers.ts';
import type { SkyKind } from './state.ts';
import type { Rules } from './tunables.ts';

export interface Spadework {
  /** Battalions' worth of hands, permille of one whole battalion. */
  readonly battalions: number;
  /** From the head to the nearest wire: it decides the pace. */
  readonly headMetres: number;
  readonly night: boolean;
  readonly sky: SkyKind;
  readonly mud: number;
  /** To the end of the way, where that is not the wire. */
  readonly leftMetres?: number;
  /** Round a post, along its wire. */
  readonly round?: boolean;
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

/** Metres dug in a turn, and how many of them carry the head forward; hands that find no room there dig behind it. */
export function dig(rules: Rules, work: Spadework): Dug {
  const { digging } = rules;
  const pace = work.round === true ? digging.ringMetres : paceAt(rules, work.headMetres);
  const headShare = work.round === true ? digging.ringShare : headShareAt(rules, work.headMetres);
  const wet = work.sky === 'rain' || work.sky === 'storm' ? digging.rainShare : 1000;
  const weather = times(wet, work.mud > digging.mudDeep ? digging.mudShare : 1000);
  const hours = share(work.night ? 1000 : digging.dayShare, weather);
  const metres = share(share(Math.max(pace, digging.parallelMetres), work.battalions), hours);
  const forward = share(share(pace, Math.min(work.battalions, digging.headRoom)), hours);
  return { metres, head: Math.min(work.leftMetres ?? work.headMetres, share(forward, headShare)), pace, headShare, weather };
}

/** Metres a battalion digs in a night, by the distance of the head from the wire. */
function paceAt({ digging }: Rules, head: number): number {
  if (head > 800) return digging.farMetres;
  if (head > 300) return digging.midMetres;
  if (head > 100) return digging.nearMetres;
  return head > 30 ? digging.closeMetres : digging.sapMetres;
}

function headShareAt({ digging }: Rules, head: number): number {
  if (head > 300) return digging.headShareFar;
  return head > 30 ? digging.headShareNear : digging.headShareSap;
}

/** Hands of some men, against the battalion they began as. */
export function handsOf(men: number, whole: number): number {
  return Math.min(1000, permille(men, whole));
}

/** A battalion at a trench head. */
export interface Gang {
  readonly men: number;
  readonly whole: number;
  /** From where it stands to the head. */
  readonly awayMetres: number;
  readonly headMetres: number;
  /** Of its regiment; null where it belongs to none. */
  readonly will: number | null;
}

/** Hands at the head: fewer after a march there, and near the wire where the regiment has lost heart. */
export function handsAtHead({ digging }: Rules, { men, whole, awayMetres, headMetres, will }: Gang): number {
  const walked = awayMetres > digging.standMetres ? Math.min(1000, permille(awayMetres, digging.walkMetres)) : 0;
  const hands = share(handsOf(men, whole), 1000 - walked);
  return will === null || headMetres > digging.nerveMetres ? hands : share(hands, Math.min(1000, permille(will, digging.nerveWill)));
}

/** Men lost by a thousand whole battalions that dig for a turn so far from the wire. */
export function diggingLosses({ digging }: Rules, headMetres: number, night: boolean): number {
  const rate = headMetres > 300 ? digging.losses : headMetres > digging.roofMetres ? digging.lossesNear : digging.lossesRoofed;
  return night ? rate : share(rate, digging.dayShare);
}
