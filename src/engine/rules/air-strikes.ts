/**
 * Air strikes: what combat aircraft do when the flak has let them through.
 *
 * On the head of a trench they hurt those who dig and wait about it and fill a little of it in. On a gun that is
 * fixed they may hit a tube or pin the crews, hardly ever under a casemate. On flak they pin batteries round the
 * run-in for some hours, so that those who drop after them are shot at less. On the roads behind the front they
 * break what road gangs must mend, and carriers die. By night all of it is worth less. Leaves men, trench,
 * batteries and `rear`. Source: rule set, group `air-strikes`.
 */
import { at, rowOf } from '../board.ts';
import { hitTubes, missBy, pinCrews } from '../gun-harm.ts';
import { along, permille, share, times } from '../numbers.ts';
import { hurtAll, menOf } from '../people.ts';
import { happens, wholeByChance } from '../random.ts';
import type { Stream } from '../random.ts';
import type { BatteryState, GameState, UnitState } from '../state.ts';
import { approachOf, fillTrench } from '../trench.ts';
import { clockOf } from '../turn-context.ts';
import type { Flight, Turn } from '../turn-context.ts';
import { headHex } from '../watch.ts';

/** Aircraft of one order that are over their target in the same hour. */
interface Strike {
  readonly flight: Flight;
  readonly sorties: number;
  /** Permille of the effect that the light leaves. */
  readonly light: number;
}

/** One pulse of strikes. */
export function airStrikes(state: GameState, turn: Turn): void {
  const flights = turn.flights[turn.pulse];
  if (flights === undefined) return;
  for (let row = 0; row < flights.length; row += 1) {
    const flight = at(flights, row);
    if (flight.purpose !== 'strike' || flight.fate !== 'flying') continue;
    const { order } = flight.given;
    if (order.kind !== 'strike') continue;
    const strike: Strike = {
      flight, sorties: spend(flights, row),
      light: turn.night ? turn.rules['air-strikes'].night : 1000,
    };
    const casualties = hit(state, turn, strike, order.target);
    const id = 'id' in order.target ? order.target.id : null;
    turn.tell({ type: 'strike-flown', aircraft: flight.aircraft, target: order.target.kind, id, sorties: strike.sorties, casualties });
  }
}

/** All that fly on the same order in this hour strike as one and turn for home. */
function spend(flights: readonly Flight[], first: number): number {
  const { given } = at(flights, first);
  let sorties = 0;
  for (let row = first; row < flights.length; row += 1) {
    const flight = at(flights, row);
    if (flight.given !== given || flight.fate !== 'flying') continue;
    flight.fate = 'done';
    sorties += 1;
  }
  return sorties;
}

function hit(state: GameState, turn: Turn, strike: Strike, target: { readonly kind: 'approach' | 'fix'; readonly id: string } | { readonly kind: 'flak' | 'road' }): number {
  switch (target.kind) {
    case 'approach': return hitTrench(state, turn, strike, target.id);
    case 'fix': return hitGun(state, turn, strike, target.id);
    case 'flak': return hitFlak(state, turn, strike);
    case 'road': return hitRoad(state, turn, strike);
  }
}

/** Bombs along a trench head. */
function hitTrench(state: GameState, turn: Turn, { sorties, light }: Strike, id: string): number {
  const rules = turn.rules['air-strikes'];
  const approach = approachOf(state, id);
  if (approach === undefined) return 0;
  const hex = headHex(approach);
  const units = menAbout(state, turn, hex);
  const crowd = Math.min(1000, permille(menOf(units), rules.fullMen));
  fillTrench(state, turn.rules, hex, share(sorties * rules.fill, light));
  return hurtAll(state, turn, units, share(sorties * rules.men, times(light, crowd)), turn.rules.assault.killedShare, 'air-strike');
}

/** The besieger's men in the open or in trenches near a hex. */
function menAbout(state: GameState, { board, rules }: Turn, hex: number): UnitState[] {
  const { radius } = rules['air-strikes'];
  const east = board.east[hex] ?? 0;
  const north = board.north[hex] ?? 0;
  const units: UnitState[] = [];
  for (const row of board.rows.besieger.units) {
    const unit = at(state.units, row);
    if (unit.men === 0 || unit.post !== null) continue;
    const right = (board.east[unit.hex] ?? 0) - east;
    const up = (board.north[unit.hex] ?? 0) - north;
    if (right * right + up * up <= radius * radius) units.push(unit);
  }
  return units;
}

/** Bombs on a gun where a fix puts it; it may have gone. */
function hitGun(state: GameState, turn: Turn, { flight, sorties, light }: Strike, id: string): number {
  const rules = turn.rules['air-strikes'];
  const fix = state.known.garrison.fixes.find((one) => one.id === id);
  if (fix === undefined) return 0;
  const battery = at(state.batteries, rowOf(turn.board.batteryRow, fix.battery));
  const stream = luckOf(turn, flight);
  const near = times(along(turn.rules['counter-battery'].errorMiss, missBy(fix, battery)), light);
  const tubes = wholeByChance(stream, sorties * share(hitRate(turn, battery), near));
  const pinned = happens(stream, Math.min(1000, sorties * share(rules.pin, near)));
  if (pinned && battery.tubes > 0) pinCrews(turn, battery, rules.pinPulses);
  return hitTubes(state, turn, battery, tubes, stream, 'air-strike');
}

/** Bombs on a trench leave nothing to luck, so only the others' is asked for. */
function luckOf(turn: Turn, { given }: Flight): Stream {
  return turn.draws('air-strikes', given.index);
}

function hitRate(turn: Turn, battery: BatteryState): number {
  const rules = turn.rules['air-strikes'];
  switch (battery.cover) {
    case 'pit': return rules.hitPit;
    case 'casemate': return rules.hitCasemate;
    case 'hidden': return rules.hitHidden;
  }
}

/** Each aircraft may keep one battery of those round the run-in down. */
function hitFlak(state: GameState, turn: Turn, { flight, sorties, light }: Strike): number {
  const rules = turn.rules['air-strikes'];
  const stream = luckOf(turn, flight);
  const flak = flakAbout(state, turn, flight);
  let lost = 0;
  for (let sortie = 0; sortie < sorties && flak.length > 0; sortie += 1) {
    if (!happens(stream, share(rules.flakPin, light))) continue;
    const battery = at(flak, stream.below(flak.length));
    pinCrews(turn, battery, rules.flakPulses);
    if (happens(stream, rules.flakHit)) lost += hitTubes(state, turn, battery, 1, stream, 'air-strike');
  }
  return lost;
}

function flakAbout(state: GameState, turn: Turn, { east, north }: Flight): BatteryState[] {
  const reach = turn.rules['air-strikes'].flakMetres + 1;
  const clock = clockOf(turn);
  const flak: BatteryState[] = [];
  for (const row of turn.board.air.flak) {
    const battery = at(state.batteries, row);
    if (battery.tubes === 0 || battery.movingUntil > clock) continue;
    const right = battery.east - east;
    const up = battery.north - north;
    if (right * right + up * up < reach * reach) flak.push(battery);
  }
  return flak;
}

/** Bombs on the roads behind the front. */
function hitRoad(state: GameState, turn: Turn, { flight, sorties, light }: Strike): number {
  const rules = turn.rules['air-strikes'];
  const { rear } = state;
  if (turn.game.scenario.supplyLine === null) return 0;
  const stream = luckOf(turn, flight);
  const portersLost = Math.min(rear.porters, wholeByChance(stream, share(sorties * rules.porters, light)));
  rear.road -= share(rear.road, Math.min(1000, Math.floor((sorties * share(rules.road, light)) / 100)));
  rear.porters -= portersLost;
  state.ledger.besieger.labourersLost += portersLost;
  turn.tell({ type: 'road-bombed', road: rear.road, sorties, portersLost });
  return portersLost;
}
