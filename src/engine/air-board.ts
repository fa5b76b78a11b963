/** What never changes about the air over a siege: guns against aircraft, strips and run-ins of camps, how sticks fall. */
import { stickMetres } from './scatter.ts';
import type { Place, Scenario, UnitFacts } from './scenario.ts';
import { rowsWhere } from './side-rows.ts';
import { pointAlong } from './strip-ground.ts';
import type { StripGround } from './strip-ground.ts';

/** Facts of the air, by row. */
export interface AirBoard {
  /** Rows of the besieger's batteries that fire at aircraft, and of those that fire at the ground. */
  readonly flak: readonly number[];
  readonly siegeGuns: readonly number[];
  /** By row of the camp: the row of its strip, -1 where it has none; which way aircraft fly over it, a thousandth of each metre. */
  readonly strip: readonly number[];
  readonly along: readonly Place[];
  /** By rows of the fleet and the camp: how a sortie's bundles leave it. */
  readonly sticks: readonly (readonly Stick[])[];
  /** By row of the unit: the place of its arm among those that single men are sent to, best first. */
  readonly armRank: readonly number[];
  /** Paper of the drops, by hex: one more than the row of the load that was last begun there; only a load of this turn in that hex counts. */
  readonly lastLoad: Int32Array;
  /** By row among this turn's loads: one more than the row of the load begun before it in its hex, nought where it is the first. */
  readonly loadBefore: number[];
  /** Paper for the rolls of one stick. */
  readonly rolls: number[];
}

/** From the middle of a stick to where each of its bundles leaves the aircraft, metres; and as many noughts. */
export interface Stick {
  readonly east: readonly number[];
  readonly north: readonly number[];
  readonly noughts: readonly number[];
}

/** Works the facts out. */
export function airBoardOf(scenario: Scenario, strips: readonly StripGround[]): AirBoard {
  const strip = scenario.camps.map((camp) => scenario.map.strips.findIndex(({ id }) => id === camp.strip));
  const along = strip.map((row) => strips[row]?.along ?? EASTWARD);
  return {
    flak: gunsOf(scenario, true),
    siegeGuns: gunsOf(scenario, false),
    strip,
    along,
    sticks: scenario.aircraft.map(({ stickMetres: length, bundles }) => along.map((heading) => stickOf(length, bundles, heading))),
    armRank: scenario.units.map(({ arm }) => ARMS.indexOf(arm)),
    lastLoad: new Int32Array(scenario.map.heights.length),
    loadBefore: [],
    rolls: [],
  };
}

const ARMS: readonly UnitFacts['arm'][] = ['parachute', 'infantry', 'engineers', 'services', 'partisans'];

/** Without a strip to fly along: from west to east. */
export const EASTWARD: Place = { east: 1000, north: 0 };

function gunsOf({ batteries, rules }: Scenario, flak: boolean): number[] {
  return rowsWhere(batteries, ({ side, weapon }) => side === 'besieger' && (rules.weapons[weapon]?.flak ?? 0) >= 1000 === flak);
}

function stickOf(length: number, bundles: number, heading: Place): Stick {
  const stick = { east: [] as number[], north: [] as number[], noughts: [] as number[] };
  for (let number = 0; number < bundles; number += 1) {
    const { east, north } = pointAlong({ east: 0, north: 0 }, heading, stickMetres(length, number, bundles));
    // Whole numbers to the machine too: a nought that came of a division makes the whole list one of fractions.
    stick.east.push(east | 0);
    stick.north.push(north | 0);
    stick.noughts.push(0);
  }
  return stick;
}
