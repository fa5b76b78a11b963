/** What a side has itself, as its view shows it: units, batteries, formations and dumps, exact to the last man. */
import type { SideId } from './scenario.ts';
import type { GameState } from './state.ts';
import { asMany, missing } from './as-many.ts';
import { at } from './board.ts';
import type { Game } from './turn-context.ts';
import type { BatteryView, DumpView, FormationView, UnitView } from './view.ts';

// Written out field by field: views are made twice a turn, and spreading some two hundred rows is ten times slower.

/** Its units. */
export function unitViews({ board }: Game, state: GameState, side: SideId): UnitView[] {
  const rows = board.rows[side].units;
  const views = asMany<UnitView>(rows);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const unit = state.units[row] ?? missing();
    const facts = board.units[row] ?? missing();
    views[index] = {
      id: unit.id, men: unit.men, wounded: unit.wounded, away: unit.away, tanks: unit.tanks, cohesion: unit.cohesion, quality: unit.quality,
      hex: unit.hex, post: unit.post, march: unit.march, duty: unit.duty,
      name: facts.name, kind: facts.kind, arm: facts.arm, formation: facts.formation, menAtStart: facts.men,
      reserve: facts.reserve, jumps: facts.jumps, arrivesTurn: facts.arrivesTurn,
    };
  }
  return views;
}

/** Its batteries. */
export function batteryViews({ board }: Game, state: GameState, side: SideId): BatteryView[] {
  const rows = board.rows[side].batteries;
  const views = asMany<BatteryView>(rows);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const battery = state.batteries[row] ?? missing();
    const facts = board.batteries[row] ?? missing();
    views[index] = {
      id: battery.id, east: battery.east, north: battery.north, hex: battery.hex, cover: battery.cover, movingUntil: battery.movingUntil,
      tubes: battery.tubes, damaged: battery.damaged, gunners: battery.gunners, wounded: battery.wounded, ready: battery.ready,
      pinnedUntil: battery.pinnedUntil, firedAt: battery.firedAt,
      name: facts.name, weapon: facts.weapon, formation: facts.formation, post: facts.post, tubesAtStart: facts.tubes, dump: facts.dump,
      flak: (board.batteryWeapon[row]?.flak ?? 0) >= 1000,
    };
  }
  return views;
}

/** Its headquarters. */
export function formationViews({ board }: Game, state: GameState, side: SideId): FormationView[] {
  const rows = board.rows[side].formations;
  const views = asMany<FormationView>(rows);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const formation = state.formations[row] ?? missing();
    const facts = board.formations[row] ?? missing();
    views[index] = {
      id: formation.id, headlessUntil: formation.headlessUntil, shockedUntil: formation.shockedUntil, will: formation.will,
      rested: formation.rested,
      name: facts.name, kind: facts.kind, parent: facts.parent, post: facts.post, place: facts.place,
    };
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
