/**
 * Counter-battery: fire on guns of the other side, by the fixes that one has of them.
 *
 * The chance to harm a tube falls with the error of the fix and with what stands over the gun; at Điện Biên Phủ
 * single guns in casemates were almost never hit, open pits in the plain again and again. Near fire pins the
 * crews even where it harms no one. Damaged tubes come back in time unless they are wrecked. Source: rule set,
 * group `counter-battery`.
 */
import { at, rowOf } from '../board.ts';
import { hitTubes, missBy, pinCrews } from '../gun-harm.ts';
import { fireMission } from '../guns.ts';
import { along, share } from '../numbers.ts';
import { happens, streamBetween, wholeByChance } from '../random.ts';
import type { Fix } from '../known.ts';
import type { SideId } from '../scenario.ts';
import type { BatteryState, GameState } from '../state.ts';
import type { Mission, Turn } from '../turn-context.ts';

/** One pulse of fire on guns. */
export function counterBattery(state: GameState, turn: Turn): void {
  const { missions } = turn;
  for (let row = 0; row < missions.length; row += 1) {
    const mission = missions[row];
    if (mission?.aim.kind !== 'battery') continue;
    fireMission(state, turn, mission);
    const fix = fixOf(state, at(turn.board.batteries, mission.battery).side, mission.fix);
    if (fix !== undefined) search(state, turn, mission, fix);
  }
}

function fixOf(state: GameState, side: SideId, id: string | null): Fix | undefined {
  for (const fix of state.known[side].fixes) if (fix.id === id) return fix;
  return undefined;
}

/** The rounds fall about the fix; the gun may be under them. */
function search(state: GameState, turn: Turn, mission: Mission, fix: Fix): void {
  const battery = at(state.batteries, rowOf(turn.board.batteryRow, fix.battery));
  const { id, side } = at(turn.board.batteries, mission.battery);
  const stream = streamBetween(turn.draws, 'counter-battery', id, battery.id);
  const near = along(turn.rules['counter-battery'].errorMiss, missBy(fix, battery));
  const rate = hitRate(turn, battery);
  const hits = Math.min(battery.tubes, wholeByChance(stream, share(mission.rounds * rate, near)));
  const pinned = happens(stream, pinChance(turn, mission, battery, near));
  if (hits > 0) hitTubes(state, turn, battery, hits, stream, 'counter-battery');
  if (pinned) pinCrews(turn, battery, turn.rules['counter-battery'].pinPulses);
  if (hits === 0 && !pinned) turn.tell({ type: 'search-failed', side, fix: fix.id, rounds: mission.rounds });
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

/** At the end of the turn: armourers work on damaged tubes, more on more of them, until one can fire again. */
export function repairTubes(state: GameState, turn: Turn): void {
  for (let row = 0; row < state.batteries.length; row += 1) {
    const battery = at(state.batteries, row);
    if (battery.damaged === 0) continue;
    battery.mended += battery.damaged * turn.rules['counter-battery'].repair;
    const back = Math.min(battery.damaged, Math.floor(battery.mended / 1000));
    if (back === 0) continue;
    battery.mended -= back * 1000;
    battery.damaged -= back;
    battery.tubes += back;
    turn.tell({ type: 'tubes-repaired', side: at(turn.board.batteries, row).side, battery: battery.id, tubes: back });
  }
}
