/** Where aircraft fly: the line of their run-in, and the dump that what lands goes to. */
import { EASTWARD } from './air-board.ts';
import { at } from './board.ts';
import type { RunIn } from './flak-guns.ts';
import type { Flight, Turn } from './turn-context.ts';

/** The run-in of a flight. */
export function runInOf(turn: Pick<Turn, 'board' | 'rules'>, flight: Pick<Flight, 'purpose' | 'height' | 'campRow' | 'east' | 'north'>): RunIn {
  const { flak } = turn.rules;
  const strikes = flight.purpose === 'strike';
  return {
    place: { east: flight.east, north: flight.north },
    along: strikes ? EASTWARD : at(turn.board.air.along, flight.campRow),
    metres: strikes ? flak.strikeMetres : flak.runMetres,
    height: flight.height,
  };
}

/** The camp's own dump: what lands goes there. */
export function dumpRowOf(turn: Pick<Turn, 'board'>, campRow: number): number {
  const row = turn.board.camps.ofDump.indexOf(campRow);
  at(turn.board.camps.ofDump, row);
  return row;
}
