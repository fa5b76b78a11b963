/** The books of a siege: every man, labourer, kilo and shell is somewhere. */
import { expect } from 'vitest';
import { SIDES } from '../../src/engine/index.ts';
import type { Game, GameState, SideId, SiegeEvent } from '../../src/engine/index.ts';

/** One account: what there was and what came must be what there is and what went. */
export interface Account {
  readonly name: string;
  /** Still here, wherever. */
  readonly here: number;
  /** Gone for good. */
  readonly gone: number;
  /** Came from outside since the start. */
  readonly came: number;
}

/** Men of a side: in the field, at the guns, in hospital, hiding, behind the front; and every way out. */
function men({ scenario }: Game, state: GameState, side: SideId): Account {
  const { killed, captured, goneOver, evacuated, escaped, arrived } = state.ledger[side];
  let here = 0;
  for (const [row, unit] of state.units.entries()) if (scenario.units[row]?.side === side) here += unit.men + unit.wounded;
  for (const [row, battery] of state.batteries.entries()) if (scenario.batteries[row]?.side === side) here += battery.gunners + battery.wounded;
  if (side === 'garrison') for (const camp of state.camps) here += camp.light + camp.serious + camp.sick + camp.deserters;
  if (side === 'besieger') here += state.rear.hospital + state.rear.pool;
  return { name: `men of the ${side}`, here, gone: killed + captured + goneOver + evacuated + escaped, came: arrived };
}

/** Labourers of the camps, and the carriers behind the besieger's front. */
function labour(state: GameState, side: SideId): Account {
  let here = side === 'besieger' ? state.rear.porters : 0;
  if (side === 'garrison') for (const camp of state.camps) here += camp.labourers;
  return { name: `${side === 'garrison' ? 'labourers' : 'porters'} of the ${side}`, here, gone: state.ledger[side].labourersLost + state.ledger[side].labourersFreed, came: 0 };
}

/** Kilos of the garrison's freight by air. */
function freight(state: GameState): Account {
  const { despatched, aborted, lostWithAircraft, recovered, captured, destroyed } = state.ledger.garrison.air;
  let here = 0;
  for (const { kilos, bundles } of state.loads) here += kilos * bundles;
  return { name: 'kilos by air', here, gone: aborted + lostWithAircraft + recovered + captured + destroyed, came: despatched };
}

/** Shells of a side and weapon: in dumps and beside the guns, fired, and lost with guns and dumps. */
function shells({ scenario, board }: Game, state: GameState, side: SideId): Account[] {
  const { fired, lostRounds, broughtRounds, capturedRounds } = state.ledger[side];
  return board.weapons.map((weapon, column) => {
    let here = 0;
    for (const [row, dump] of state.dumps.entries()) if (scenario.dumps[row]?.side === side) here += dump.rounds[column] ?? 0;
    for (const [row, battery] of state.batteries.entries()) {
      const facts = scenario.batteries[row];
      if (facts?.side === side && facts.weapon === weapon) here += battery.ready;
    }
    const came = (broughtRounds[column] ?? 0) + (capturedRounds[column] ?? 0);
    return { name: `${weapon} of the ${side}`, here, gone: (fired[column] ?? 0) + (lostRounds[column] ?? 0), came };
  });
}

/** Every account of a state. */
export function accountsOf(game: Game, state: GameState): Account[] {
  return [...SIDES.flatMap((side) => [men(game, state, side), labour(state, side), ...shells(game, state, side)]), freight(state)];
}

/** By how much accounts that were balanced at the start are out; empty when every book is exact. */
export function discrepancies(start: readonly Account[], end: readonly Account[]): string[] {
  return end.flatMap(({ name, here, gone, came }, row) => {
    const opening = start[row];
    const out = here + gone - came - (opening === undefined ? 0 : opening.here + opening.gone - opening.came);
    return out === 0 ? [] : [`${name}: ${String(Math.abs(out))} too ${out > 0 ? 'many' : 'few'}`];
  });
}

/** What the events say a side has lost: in the field, in hospital, and under its canopies. */
export function lossesTold(events: readonly SiegeEvent[], side: SideId): { killed: number; wounded: number } {
  const told = { killed: 0, wounded: 0 };
  for (const event of events) {
    if ((event.type === 'men-lost' || event.type === 'gunners-lost') && event.side === side) {
      told.killed += event.killed;
      told.wounded += event.wounded;
    }
    if (event.type === 'hospital-emptied' && side === 'besieger') told.killed += event.died;
    if (side === 'garrison') inCampAndAir(event, told);
  }
  return told;
}

function inCampAndAir(event: SiegeEvent, told: { killed: number; wounded: number }): void {
  if (event.type === 'hospital-counted') told.killed += event.died;
  if (event.type === 'aircraft-hit' && event.fate === 'lost') told.killed += event.men;
  if (event.type !== 'men-jumped') return;
  told.killed += event.killed;
  told.wounded += event.hurt;
}

/** Rounds that the events say a side has fired, by weapon. */
export function firedTold({ board }: Game, events: readonly SiegeEvent[], side: SideId): Record<string, number> {
  const told: Record<string, number> = {};
  for (const event of events) {
    if (event.type === 'battery-fired' && event.side === side) told[event.weapon] = (told[event.weapon] ?? 0) + event.rounds;
    if (event.type !== 'flak-fired') continue;
    const facts = board.batteries[board.batteryRow[event.battery] ?? -1];
    if (facts?.side === side) told[facts.weapon] = (told[facts.weapon] ?? 0) + event.rounds;
  }
  return told;
}

/** Men, freight, shells and events agree to the last one, from the first state to the last. */
export function expectBalanced(game: Game, start: GameState, end: GameState, events: readonly SiegeEvent[]): void {
  expect(discrepancies(accountsOf(game, start), accountsOf(game, end)), `books after turn ${String(end.turn - 1)}`).toEqual([]);
  for (const side of SIDES) {
    const { killed, wounded, byCause, fired } = end.ledger[side];
    expect(lossesTold(events, side), `losses of the ${side} in events`).toEqual({ killed, wounded });
    expect(Object.values(byCause).reduce((sum, count) => sum + count, 0), `casualties of the ${side} by cause`).toBe(killed + wounded);
    const told = firedTold(game, events, side);
    for (const [column, weapon] of game.board.weapons.entries()) expect(told[weapon] ?? 0, `${weapon} of the ${side} in events`).toBe(fired[column]);
  }
}

/** No count of men, guns, goods or shells below nought, anywhere in the state. */
export function expectNothingNegative(state: GameState): void {
  for (const { id, men: fit, wounded, away, tanks } of state.units) expect(Math.min(fit, wounded, away, tanks), id).toBeGreaterThanOrEqual(0);
  for (const { id, tubes, damaged, gunners, wounded, ready } of state.batteries) expect(Math.min(tubes, damaged, gunners, wounded, ready), id).toBeGreaterThanOrEqual(0);
  for (const { id, rounds, goods } of state.dumps) expect(Math.min(...rounds, ...goods), id).toBeGreaterThanOrEqual(0);
  for (const { id, light, serious, sick, deserters, labourers, zoneHexes } of state.camps) expect(Math.min(light, serious, sick, deserters, labourers, zoneHexes), id).toBeGreaterThanOrEqual(0);
  const { hospital, pool, porters, road } = state.rear;
  expect(Math.min(hospital, pool, porters, road), 'rear').toBeGreaterThanOrEqual(0);
  for (const { hex, kilos, bundles } of state.loads) expect(Math.min(hex, kilos, bundles), 'loads').toBeGreaterThanOrEqual(0);
  for (const { id, works, wire, lodgement, suppression } of state.posts) {
    expect(Math.min(works, wire, lodgement, suppression), id).toBeGreaterThanOrEqual(0);
    expect(Math.max(works, wire, lodgement, suppression), id).toBeLessThanOrEqual(1000);
  }
}
