/** Where aircraft fly: the strip of a camp, the line of their run-in, and the line along which bundles leave them. */
import { at } from './board.ts';
import type { RunIn } from './flak-guns.ts';
import type { Place, Scenario } from './scenario.ts';
import type { StripGround } from './strip-ground.ts';
import type { Flight, Turn } from './turn-context.ts';

/** Without a strip to fly along: from west to east. */
const EASTWARD: Place = { east: 1000, north: 0 };

/** Row of the strip of a camp; -1 where it has none. */
export function stripRowOf(scenario: Pick<Scenario, 'camps' | 'map'>, campRow: number): number {
  const strip = scenario.camps[campRow]?.strip ?? null;
  return strip === null ? -1 : scenario.map.strips.findIndex(({ id }) => id === strip);
}

/** The strip of a camp; null where it has none. */
export function stripOfCamp(turn: Pick<Turn, 'board' | 'game'>, campRow: number): StripGround | null {
  return turn.board.strips[stripRowOf(turn.game.scenario, campRow)] ?? null;
}

/** Which way aircraft fly over a camp: along its strip. */
export function headingOver(turn: Pick<Turn, 'board' | 'game'>, campRow: number): Place {
  return stripOfCamp(turn, campRow)?.along ?? EASTWARD;
}

/** The run-in of a flight. */
export function runInOf(turn: Pick<Turn, 'board' | 'game' | 'rules'>, flight: Pick<Flight, 'purpose' | 'height' | 'campRow' | 'east' | 'north'>): RunIn {
  const { flak } = turn.rules;
  const strikes = flight.purpose === 'strike';
  return {
    place: { east: flight.east, north: flight.north },
    along: strikes ? EASTWARD : headingOver(turn, flight.campRow),
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
