/** What a side has to shoot with, worked out from its view: rounds, guns, and days at the rate so far. */
import type { SideView } from '../engine/index.ts';

/** One weapon of the stores card. */
export interface Store {
  readonly weapon: string;
  readonly rounds: number;
  readonly tubes: number;
  readonly tubesAtStart: number;
  /** Days at the mean rate of the turns played; null while none has been fired. */
  readonly days: number | null;
  readonly low: boolean;
}

/** Days under which a store counts as low. */
export const LOW_DAYS = 2;
/** Days that fill the gauge. */
export const FULL_DAYS = 8;

/** The weapons that a side holds, those with shells that are shortest first in the order of the board. */
export function storesOf(view: SideView): readonly Store[] {
  return view.weapons.flatMap((weapon, index) => {
    const batteries = view.batteries.filter((battery) => battery.weapon === weapon);
    const held = view.dumps.reduce((sum, dump) => sum + (dump.rounds[index] ?? 0), 0);
    const ready = batteries.reduce((sum, battery) => sum + battery.ready, 0);
    const tubesAtStart = batteries.reduce((sum, battery) => sum + battery.tubesAtStart, 0);
    const rounds = held + ready;
    if (tubesAtStart === 0 && rounds === 0) return [];
    const days = daysLeft(rounds, view.ledger.fired[index] ?? 0, view.turn);
    const low = rounds === 0 || (days !== null && days < LOW_DAYS);
    return [{ weapon, rounds, tubes: batteries.reduce((sum, battery) => sum + battery.tubes, 0), tubesAtStart, days, low }];
  });
}

function daysLeft(rounds: number, fired: number, turns: number): number | null {
  if (fired === 0 || turns === 0) return null;
  return (rounds * turns) / (fired * 2);
}
