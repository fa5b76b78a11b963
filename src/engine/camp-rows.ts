/** Which camp each post, unit, battery and dump of the garrison belongs to from the start, by row. */
import { hexOf } from './hex.ts';
import { along, metresBetween } from './numbers.ts';
import type { PostFacts, Scenario } from './scenario.ts';

/** Rows of camps; -1 where a thing belongs to none. */
export interface CampRows {
  readonly ofPost: readonly number[];
  /** Those who wait at the air bases belong to the first camp until they have jumped. */
  readonly ofUnit: readonly number[];
  readonly ofBattery: readonly number[];
  readonly ofDump: readonly number[];
  /** By row of the post: metres to its command post; nought for that post itself and where there is none. */
  readonly toCommand: readonly number[];
  /** By row of the post: what its height is worth to its camp; nought for sites that do not stand at the start. */
  readonly heightWorth: readonly number[];
  /** Row of each camp's command post. */
  readonly commandPost: readonly number[];
  /** Soldiers that each camp began with: companies and gun crews. */
  readonly menAtStart: readonly number[];
  /** Guns that each camp began with, weighed by the bite of their shells (permille of a 105 mm). */
  readonly tubesAtStart: readonly number[];
  /** By column of the weapon: bite of its shells (permille of a 105 mm); nought for guns against aircraft. */
  readonly bites: readonly number[];
}

/** Works the rows out; `weapons` are the columns of every list of rounds. */
export function campRowsOf(scenario: Scenario, weapons: readonly string[]): CampRows {
  const rowOfCamp = (id: string | null | undefined): number => scenario.camps.findIndex((camp) => camp.id === id);
  const rowOfPostsCamp = (post: string | null): number => rowOfCamp(scenario.posts.find(({ id }) => id === post)?.camp);
  const orFirst = (row: number): number => (row >= 0 || scenario.camps.length === 0 ? row : 0);
  const ofUnit = scenario.units.map(({ side, post }) => (side === 'garrison' ? orFirst(rowOfPostsCamp(post)) : -1));
  const ofDump = scenario.dumps.map(({ side, camp }) => (side === 'garrison' ? orFirst(rowOfCamp(camp)) : -1));
  const ofBattery = scenario.batteries.map(({ side, post, dump }) => {
    if (side === 'besieger') return -1;
    const row = rowOfPostsCamp(post);
    return row >= 0 ? row : (ofDump[scenario.dumps.findIndex(({ id }) => id === dump)] ?? -1);
  });
  const toCommand = scenario.posts.map((post) => metresToCommand(scenario, post));
  return {
    ofPost: scenario.posts.map(({ camp }) => rowOfCamp(camp)),
    ofUnit, ofBattery, ofDump,
    toCommand,
    heightWorth: scenario.posts.map((post, row) => worthOf(scenario, post, toCommand[row] ?? 0)),
    commandPost: scenario.camps.map(({ commandPost }) => scenario.posts.findIndex(({ id }) => id === commandPost)),
    menAtStart: scenario.camps.map((_, row) => menOf(scenario, ofUnit, ofBattery, row)),
    tubesAtStart: scenario.camps.map((_, row) => tubesOf(scenario, ofBattery, row)),
    bites: weapons.map((weapon) => biteOf(scenario, weapon)),
  };
}

function biteOf({ rules }: Scenario, weapon: string): number {
  const facts = rules.weapons[weapon];
  return facts === undefined || facts.flak > 0 ? 0 : facts.bite;
}

function menOf({ units, batteries }: Scenario, ofUnit: readonly number[], ofBattery: readonly number[], camp: number): number {
  let men = 0;
  for (const [row, unit] of units.entries()) if (ofUnit[row] === camp && unit.arrivesTurn === 0 && !unit.jumps) men += unit.men;
  for (const [row, battery] of batteries.entries()) if (ofBattery[row] === camp && battery.arrivesTurn === 0) men += battery.gunners;
  return men;
}

function tubesOf({ batteries, rules }: Scenario, ofBattery: readonly number[], camp: number): number {
  let tubes = 0;
  for (const [row, { tubes: count, weapon }] of batteries.entries()) {
    const facts = rules.weapons[weapon];
    if (ofBattery[row] === camp && facts !== undefined && facts.flak === 0) tubes += count * facts.bite;
  }
  return Math.floor(tubes / 1000);
}

/** For each hex, by its middle, the row of the camp whose command post is nearest; nought where there is no camp. */
export function nearestCamps({ camps, posts }: Scenario, { east, north }: { readonly east: Int32Array; readonly north: Int32Array }): Uint8Array {
  const nearest = new Uint8Array(east.length);
  const middles = camps.map(({ commandPost }) => posts.find(({ id }) => id === commandPost));
  if (camps.length < 2) return nearest;
  for (let hex = 0; hex < nearest.length; hex += 1) {
    let least = -1;
    for (const [row, post] of middles.entries()) {
      if (post === undefined) continue;
      const away = [(east[hex] ?? 0) - post.east, (north[hex] ?? 0) - post.north] as const;
      const square = away[0] * away[0] + away[1] * away[1];
      if (least >= 0 && square >= least) continue;
      least = square;
      nearest[hex] = row;
    }
  }
  return nearest;
}

function metresToCommand({ camps, posts }: Scenario, post: PostFacts): number {
  const command = camps.find(({ id }) => id === post.camp)?.commandPost;
  const there = posts.find(({ id }) => id === command);
  return there === undefined ? 0 : metresBetween(post, there);
}

/** Nearer hills weigh more; a flat post counts for a metre, so that a camp on a plain has ground to lose too. */
function worthOf({ map, rules, camps }: Scenario, post: PostFacts, metres: number): number {
  if (!post.stands || camps.some(({ commandPost }) => commandPost === post.id)) return 0;
  return ((map.heights[hexOf(map.grid, post)] ?? 0) + 1) * along(rules.collapse.heightNear, metres);
}
