/** What a side has itself, as its view shows it: units, batteries, formations and dumps, exact to the last man. */
import type { SideId } from './scenario.ts';
import type { GameState } from './state.ts';
import { at } from './board.ts';
import type { Game } from './turn-context.ts';
import type { BatteryView, DumpView, FormationView, UnitView } from './view.ts';

// Written out field by field: views are made twice a turn, and spreading some two hundred rows is ten times slower.

/** Its units. */
export function unitViews({ board }: Game, state: GameState, side: SideId): UnitView[] {
  const views: UnitView[] = [];
  const rows = board.rows[side].units;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const unit = state.units[row];
    const facts = board.units[row];
    if (unit === undefined || facts === undefined) continue;
    views.push({
      id: unit.id, men: unit.men, wounded: unit.wounded, away: unit.away, tanks: unit.tanks, cohesion: unit.cohesion, quality: unit.quality,
      hex: unit.hex, post: unit.post, march: unit.march, duty: unit.duty,
      name: facts.name, kind: facts.kind, arm: facts.arm, formation: facts.formation, menAtStart: facts.men,
      reserve: facts.reserve, jumps: facts.jumps, arrivesTurn: facts.arrivesTurn,
    });
  }
  return views;
}

/** Its batteries. */
export function batteryViews({ board }: Game, state: GameState, side: SideId): BatteryView[] {
  const views: BatteryView[] = [];
  const rows = board.rows[side].batteries;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const battery = state.batteries[row];
    const facts = board.batteries[row];
    if (battery === undefined || facts === undefined) continue;
    views.push({
      id: battery.id, east: battery.east, north: battery.north, hex: battery.hex, cover: battery.cover, movingUntil: battery.movingUntil,
      tubes: battery.tubes, damaged: battery.damaged, gunners: battery.gunners, wounded: battery.wounded, ready: battery.ready,
      pinnedUntil: battery.pinnedUntil, firedAt: battery.firedAt,
      name: facts.name, weapon: facts.weapon, formation: facts.formation, post: facts.post, tubesAtStart: facts.tubes, dump: facts.dump,
      flak: (board.batteryWeapon[row]?.flak ?? 0) >= 1000,
    });
  }
  return views;
}

/** Its headquarters. */
export function formationViews({ board }: Game, state: GameState, side: SideId): FormationView[] {
  const views: FormationView[] = [];
  const rows = board.rows[side].formations;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const formation = state.formations[row];
    const facts = board.formations[row];
    if (formation === undefined || facts === undefined) continue;
    views.push({
      id: formation.id, headlessUntil: formation.headlessUntil, shockedUntil: formation.shockedUntil, will: formation.will,
      rested: formation.rested,
      name: facts.name, kind: facts.kind, parent: facts.parent, post: facts.post, place: facts.place,
    });
  }
  return views;
}

/** Its dumps. */
export function dumpViews({ board, scenario }: Game, state: GameState, side: SideId): DumpView[] {
  const views: DumpView[] = [];
  for (const row of board.rows[side].dumps) {
    const { id, rounds, goods } = at(state.dumps, row);
    views.push({ id, rounds, goods, name: id, camp: at(scenario.dumps, row).camp });
  }
  return views;
}
