/** The order of battle by rows: who stands above whom, whose men are whose. Worked out once, as part of the board. */
import type { FormationFacts, Scenario, SideId } from './scenario.ts';
import { rowsWhere } from './side-rows.ts';

export interface BattleOrder {
  /** By row of the formation: its own row and those above it, lowest first. */
  readonly chain: readonly (readonly number[])[];
  /** By row of the formation: rows of its units. */
  readonly unitsOf: readonly (readonly number[])[];
  /** Rows of the formations whose will the siege keeps. */
  readonly regiments: readonly number[];
  /** Row of the highest staff of a side, and of the one that lays its guns; -1 for a side without one. */
  readonly highestStaff: Readonly<Record<SideId, number>>;
  readonly gunsStaff: Readonly<Record<SideId, number>>;
  /** By row of the post: row of the formation whose men hold it from the start; -1 where none does. */
  readonly postFormation: readonly number[];
  /** Rows of the units, and of the batteries, that march in later; those who jump are not among them. */
  readonly later: { readonly units: readonly number[]; readonly batteries: readonly number[] };
  /** By row of the unit: row of the post in which it was last found. No more than a guess, which is held against its post each time. */
  readonly foundIn: Int16Array;
  /** By row of the unit: 1 for those whose place is behind the line. */
  readonly behindLine: Uint8Array;
  /** Paper by row of the post. Men in each: every muster wipes it. Posts to look at: whoever marks one takes the mark off again. */
  readonly paper: { readonly men: Int32Array; readonly cohesion: Int32Array; readonly marked: Uint8Array };
}

/** Works the rows out. */
export function battleOrderOf({ formations, units, batteries, posts }: Scenario): BattleOrder {
  const row = (id: string | null): number => formations.findIndex((formation) => formation.id === id);
  const highest = (side: SideId): number => formations.findIndex((formation) => formation.side === side && formation.parent === null);
  const guns = (side: SideId): number => {
    const artillery = formations.findIndex((formation) => formation.side === side && formation.kind === 'artillery');
    return artillery < 0 ? highest(side) : artillery;
  };
  return {
    chain: formations.map((_, lowest) => chainOf(formations, row, lowest)),
    unitsOf: formations.map(({ id }) => rowsWhere(units, (unit) => unit.formation === id)),
    regiments: rowsWhere(formations, ({ kind }) => kind === 'regiment'),
    highestStaff: { garrison: highest('garrison'), besieger: highest('besieger') },
    gunsStaff: { garrison: guns('garrison'), besieger: guns('besieger') },
    postFormation: posts.map(({ id }) => row(units.find((unit) => unit.post === id && !unit.reserve)?.formation ?? null)),
    later: { units: rowsWhere(units, ({ jumps, arrivesTurn }) => !jumps && arrivesTurn > 0), batteries: rowsWhere(batteries, ({ arrivesTurn }) => arrivesTurn > 0) },
    foundIn: new Int16Array(units.length),
    behindLine: Uint8Array.from(units, ({ arm }) => (arm === 'services' ? 1 : 0)),
    paper: { men: new Int32Array(posts.length), cohesion: new Int32Array(posts.length), marked: new Uint8Array(posts.length) },
  };
}

/** Ends where a formation would stand above itself. */
function chainOf(formations: readonly FormationFacts[], rowOf: (id: string | null) => number, lowest: number): number[] {
  const chain: number[] = [];
  for (let row = lowest; row >= 0 && !chain.includes(row); row = rowOf(formations[row]?.parent ?? null)) chain.push(row);
  return chain;
}
