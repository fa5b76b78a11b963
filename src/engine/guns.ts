/** Guns: the rounds that leave them, and the crews and tubes that are lost. */
import { at, rowOf } from './board.ts';
import { book } from './people.ts';
import type { BatteryFacts } from './scenario.ts';
import type { BatteryState, GameState, LossCause } from './state.ts';
import { clockOf } from './turn-context.ts';
import type { Mission, Turn } from './turn-context.ts';

/** A battery fires its task's rounds. */
export function fireMission(state: GameState, turn: Turn, mission: Mission): void {
  const battery = at(state.batteries, mission.battery);
  const facts = at(turn.board.batteries, mission.battery);
  const column = at(turn.board.batteryColumn, mission.battery);
  battery.ready -= mission.rounds;
  battery.firedAt = clockOf(turn);
  const ledger = state.ledger[facts.side];
  ledger.fired[column] = at(ledger.fired, column) + mission.rounds;
  turn.tell({ type: 'battery-fired', side: facts.side, battery: battery.id, weapon: facts.weapon, rounds: mission.rounds, at: mission.aim });
}

/** How much of its rate the crews of a battery keep up, permille: as many gunners a tube as it has from the start do all of it. */
export function crewedShare({ gunners, tubes }: BatteryState, facts: BatteryFacts): number {
  return Math.min(1000, Math.floor((gunners * facts.tubes * 1000) / (Math.max(1, facts.gunners) * tubes)));
}

/** Takes gunners, `killed` permille of whom die: the share is kept to the last thousandth, so no luck is drawn for it. */
export function hurtGunners(state: GameState, turn: Turn, battery: BatteryState, men: number, killed: number, cause: LossCause): void {
  const lost = Math.min(battery.gunners, men);
  if (lost <= 0) return;
  const { side } = at(turn.board.batteries, rowOf(turn.board.batteryRow, battery.id));
  const due = lost * killed + battery.remainder;
  const dead = Math.min(lost, Math.floor(due / 1000));
  battery.remainder = due - Math.floor(due / 1000) * 1000;
  battery.gunners -= lost;
  battery.wounded += lost - dead;
  book(state, side, dead, lost - dead, cause);
  turn.tell({ type: 'gunners-lost', side, battery: battery.id, killed: dead, wounded: lost - dead, cause });
}

/** A battery falls into the other side's hands with all that is left of it. */
export function captureBattery(state: GameState, turn: Turn, battery: BatteryState): void {
  const facts = at(turn.board.batteries, rowOf(turn.board.batteryRow, battery.id));
  const column = rowOf(turn.board.weaponRow, facts.weapon);
  const ledger = state.ledger[facts.side];
  const tubes = battery.tubes + battery.damaged;
  const gunners = battery.gunners + battery.wounded;
  if (tubes + gunners + battery.ready === 0) return;
  ledger.tubesLost[column] = at(ledger.tubesLost, column) + tubes;
  ledger.lostRounds[column] = at(ledger.lostRounds, column) + battery.ready;
  ledger.captured += gunners;
  turn.tell({ type: 'battery-captured', side: facts.side, battery: battery.id, tubes, rounds: battery.ready, gunners });
  battery.tubes = 0;
  battery.damaged = 0;
  battery.gunners = 0;
  battery.wounded = 0;
  battery.ready = 0;
}
