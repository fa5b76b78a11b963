import type { Game, GameState, SideId, SiegeEvent } from '../../src/engine/index.ts';

/** The men of one side: those in the field, and every way out of it. */
export interface MenBook {
  readonly inField: number;
  readonly killed: number;
  readonly captured: number;
  readonly deserted: number;
}

/** Men of a side as the state has them, gunners and the wounded who lie with their units included. */
export function menBook({ scenario }: Game, state: GameState, side: SideId): MenBook {
  const { killed, captured, deserted } = state.ledger[side];
  let inField = 0;
  for (const [row, unit] of state.units.entries()) if (scenario.units[row]?.side === side) inField += unit.men + unit.wounded;
  for (const [row, battery] of state.batteries.entries()) if (scenario.batteries[row]?.side === side) inField += battery.gunners + battery.wounded;
  return { inField, killed, captured, deserted };
}

/** What the events say a side has lost. */
export function lossesTold(events: readonly SiegeEvent[], side: SideId): { killed: number; wounded: number; captured: number; deserted: number } {
  const told = { killed: 0, wounded: 0, captured: 0, deserted: 0 };
  for (const event of events) {
    if (!('side' in event) || event.side !== side) continue;
    if (event.type === 'men-lost' || event.type === 'gunners-lost') {
      told.killed += event.killed;
      told.wounded += event.wounded;
    }
    if (event.type === 'men-captured') told.captured += event.men + event.wounded;
    if (event.type === 'battery-captured') told.captured += event.gunners;
    if (event.type === 'men-deserted') told.deserted += event.men;
  }
  return told;
}

/** The shells of one side by weapon: in dumps and beside the guns, fired, and lost with guns. */
export function shellBook({ scenario, board }: Game, state: GameState, side: SideId): { weapon: string; held: number; fired: number; lost: number }[] {
  return board.weapons.map((weapon, column) => {
    let held = 0;
    for (const [row, dump] of state.dumps.entries()) if (scenario.dumps[row]?.side === side) held += dump.rounds[column] ?? 0;
    for (const [row, battery] of state.batteries.entries()) {
      const facts = scenario.batteries[row];
      if (facts?.side === side && facts.weapon === weapon) held += battery.ready;
    }
    const { fired, lostRounds } = state.ledger[side];
    return { weapon, held, fired: fired[column] ?? 0, lost: lostRounds[column] ?? 0 };
  });
}

/** Rounds that the events say a side has fired, by weapon. */
export function firedTold(events: readonly SiegeEvent[], side: SideId): Record<string, number> {
  const told: Record<string, number> = {};
  for (const event of events) {
    if (event.type === 'battery-fired' && event.side === side) told[event.weapon] = (told[event.weapon] ?? 0) + event.rounds;
  }
  return told;
}
