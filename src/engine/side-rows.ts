/** Which rows of a scenario's lists are each side's, so that nobody looks through the other's for his own. */
import type { Scenario, SideId } from './scenario.ts';

/** Rows of one side, in the scenario's order. */
export interface SideRows {
  readonly units: readonly number[];
  readonly batteries: readonly number[];
  readonly formations: readonly number[];
  readonly dumps: readonly number[];
  /** Hexes of its observers. */
  readonly observers: readonly number[];
}

/** Works them out; `observers` are those of both sides by hex. */
export function sideRowsOf(scenario: Scenario, observers: Observers): Record<SideId, SideRows> {
  return { garrison: rowsOfSide(scenario, observers, 'garrison'), besieger: rowsOfSide(scenario, observers, 'besieger') };
}

type Observers = readonly { readonly side: SideId; readonly hex: number }[];

function rowsOfSide({ units, batteries, formations, dumps }: Scenario, observers: Observers, side: SideId): SideRows {
  const rowsOf = (things: readonly { readonly side: SideId }[]): number[] => rowsWhere(things, (thing) => thing.side === side);
  return {
    units: rowsOf(units), batteries: rowsOf(batteries), formations: rowsOf(formations), dumps: rowsOf(dumps),
    observers: observers.filter((one) => one.side === side).map(({ hex }) => hex),
  };
}

/** Rows of those of a list of which something holds. */
export function rowsWhere<T>(list: readonly T[], holds: (one: T) => boolean): number[] {
  const rows: number[] = [];
  for (let row = 0; row < list.length; row += 1) if (holds(list[row] as T)) rows.push(row);
  return rows;
}
