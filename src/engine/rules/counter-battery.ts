/**
 * Counter-battery: fire on guns of the other side, by the fixes that one has of them.
 *
 * The chance to harm a tube falls with the error of the fix and with what stands over the gun; at Điện Biên Phủ
 * single guns in casemates were almost never hit, open pits in the plain again and again. Near fire pins the
 * crews even where it harms no one. Damaged tubes come back in time unless they are wrecked. Source: rule set,
 * group `counter-battery`.
 */
import { at, rowOf } from '../board.ts';
import { fireMission, hurtGunners } from '../guns.ts';
import { along, metresBetween, share } from '../numbers.ts';
import { happens, wholeByChance } from '../random.ts';
import type { BatteryFacts } from '../scenario.ts';
import type { Fix } from '../known.ts';
import type { BatteryState, GameState } from '../state.ts';
import { clockOf } from '../turn-context.ts';
import type { Mission, Turn } from '../turn-context.ts';

/** One pulse of fire on guns. */
export function counterBattery(state: GameState, turn: Turn): void {
  for (const mission of turn.missions) {
    if (mission.aim.kind !== 'battery') continue;
    fireMission(state, turn, mission);
    const { side } = at(turn.board.batteries, mission.battery);
    const fix = state.known[side].fixes.find(({ id }) => id === mission.fix);
    if (fix !== undefined) search(state, turn, mission, fix);
  }
}

/** The rounds fall about the fix; the gun may be under them. */
function search(state: GameState, turn: Turn, mission: Mission, fix: Fix): void {
  const battery = at(state.batteries, rowOf(turn.board.batteryRow, fix.battery));
  const facts = at(turn.board.batteries, rowOf(turn.board.batteryRow, fix.battery));
  const stream = turn.draws('counter-battery', `${at(turn.board.batteries, mission.battery).id}>${battery.id}`);
  const near = along(turn.rules['counter-battery'].errorMiss, missBy(fix, battery));
  const rate = hitRate(turn, battery);
  const hits = Math.min(battery.tubes, wholeByChance(stream, share(mission.rounds * rate, near)));
  const pinned = happens(stream, pinChance(turn, mission, battery, near));
  const { side } = at(turn.board.batteries, mission.battery);
  if (hits > 0) strike(state, turn, battery, facts, hits, wholeByChance(stream, hits * turn.rules['counter-battery'].wreckShare));
  if (pinned) pin(turn, battery, facts);
  if (hits === 0 && !pinned) turn.tell({ type: 'search-failed', side, fix: fix.id, rounds: mission.rounds });
}

/** The error of the fix, or the way that the gun has gone since it was made. */
function missBy(fix: Fix, battery: BatteryState): number {
  const off = metresBetween(fix, battery);
  return off > 2 * fix.errorMetres ? off : fix.errorMetres;
}

/** Hits on tubes per thousand rounds that fall on the gun's place. */
function hitRate(turn: Turn, battery: BatteryState): number {
  const rules = turn.rules['counter-battery'];
  switch (battery.cover) {
    case 'pit': return rules.hitOpen;
    case 'casemate': return rules.hitCasemate;
    case 'hidden': return rules.hitHidden;
  }
}

function pinChance(turn: Turn, mission: Mission, battery: BatteryState, near: number): number {
  const rules = turn.rules['counter-battery'];
  const perTube = Math.floor(mission.rounds / Math.max(1, battery.tubes));
  const chance = share(along(rules.pinRounds, perTube), near);
  return battery.cover === 'casemate' ? share(chance, rules.casematePin) : chance;
}

function strike(state: GameState, turn: Turn, battery: BatteryState, facts: BatteryFacts, hits: number, wrecked: number): void {
  const column = rowOf(turn.board.weaponRow, facts.weapon);
  const ended = Math.min(hits, wrecked);
  battery.tubes -= hits;
  battery.damaged += hits - ended;
  const ledger = state.ledger[facts.side];
  ledger.tubesLost[column] = at(ledger.tubesLost, column) + ended;
  turn.tell({ type: 'battery-hit', side: facts.side, battery: battery.id, damaged: hits - ended, wrecked: ended });
  const men = hits * turn.rules['counter-battery'].gunnersPerHit;
  hurtGunners(state, turn, battery, men, turn.rules.assault.defenderKilled, 'counter-battery');
}

function pin(turn: Turn, battery: BatteryState, facts: BatteryFacts): void {
  const pulses = turn.rules['counter-battery'].pinPulses;
  battery.pinnedUntil = Math.max(battery.pinnedUntil, clockOf(turn) + pulses);
  turn.tell({ type: 'battery-pinned', side: facts.side, battery: battery.id, pulses });
}

/** At the end of the turn, armourers bring damaged tubes back. */
export function repairTubes(state: GameState, turn: Turn): void {
  for (const battery of state.batteries) {
    if (battery.damaged === 0) continue;
    const stream = turn.draws('counter-battery', `repair>${battery.id}`);
    const back = Math.min(battery.damaged, wholeByChance(stream, battery.damaged * turn.rules['counter-battery'].repair));
    if (back === 0) continue;
    battery.damaged -= back;
    battery.tubes += back;
    const { side } = at(turn.board.batteries, rowOf(turn.board.batteryRow, battery.id));
    turn.tell({ type: 'tubes-repaired', side, battery: battery.id, tubes: back });
  }
}
