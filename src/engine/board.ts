/**
 * The board: what never changes in a siege, worked out once from the scenario and kept out of the state.
 *
 * Rows of the board stand in the scenario's order, so `board.units[i]` are the facts of `state.units[i]`.
 */
import { airBoardOf } from './air-board.ts';
import type { AirBoard } from './air-board.ts';
import { centreOf, hexOf, neighboursOf } from './hex.ts';
import { metresBetween } from './numbers.ts';
import type { BatteryFacts, FormationFacts, Grid, MapFacts, Place, PostFacts, Scenario, SideId, UnitFacts } from './scenario.ts';
import { campRowsOf, nearestCamps } from './camp-rows.ts';
import type { CampRows } from './camp-rows.ts';
import { nearPostsOf } from './near-posts.ts';
import type { NearPosts } from './near-posts.ts';
import { ringGroundOf } from './ring-ground.ts';
import type { RingGround } from './ring-ground.ts';
import { stripGroundsOf } from './strip-ground.ts';
import type { StripGround } from './strip-ground.ts';
import { battleOrderOf } from './battle-order.ts';
import type { BattleOrder } from './battle-order.ts';
import type { Looked } from './lookouts.ts';
import { blankMemo } from './memo.ts';
import type { Memo } from './memo.ts';
import { noMarches } from './path.ts';
import type { Marches } from './path.ts';
import { rowsWhere, sideRowsOf } from './side-rows.ts';
import type { SideRows } from './side-rows.ts';
import { edgesOf, waysOf } from './ground.ts';
import type { Ways } from './ground.ts';
import type { Weapon } from './tunables.ts';

/** A post with its place on the grid. */
export interface BoardPost {
  readonly facts: PostFacts;
  readonly index: number;
  readonly hex: number;
  /** Stands on a rise from which a defender looks down. */
  readonly hill: boolean;
  /** From the middle to the wire, metres. */
  readonly reachMetres: number;
  /** Hexes close enough to it that a trench there is dear; its own is among them. */
  readonly shield: readonly number[];
}

/** The bare ground of a map. */
export interface Ground {
  readonly grid: Grid;
  readonly heights: readonly number[];
  readonly cover: readonly number[];
  readonly neighbours: readonly (readonly number[])[];
  /** The same in one flat list of six a hex, for spreading over the map; OFF_MAP beyond its edge. */
  readonly beside: Uint16Array;
  /** Hexes that a road or track runs through; river hexes; river hexes with a bridge. */
  readonly ways: Ways;
  /** What men on foot have found out about it. */
  readonly marches: Marches;
  /** Paper to look for ways on: no search begins within another. */
  readonly paper: Paper;
}

/** Lists by hex, to write on, and a heap; `page` is the last mark given in `seen`, and every search gives new ones. */
export interface Paper {
  page: number;
  readonly seen: Int32Array;
  readonly spent: Int32Array;
  readonly came: Int32Array;
  readonly heap: number[];
  readonly order: Uint16Array;
  readonly later: Uint16Array;
}

export interface Board extends Ground {
  readonly posts: readonly BoardPost[];
  readonly units: readonly UnitFacts[];
  readonly batteries: readonly BatteryFacts[];
  readonly batteryHex: readonly number[];
  readonly formations: readonly FormationFacts[];
  /** Weapons of the rule set, in alphabetical order: the columns of every list of rounds. */
  readonly weapons: readonly string[];
  readonly observers: readonly { readonly side: SideId; readonly hex: number }[];
  /** Rows by id. */
  readonly postRow: Readonly<Record<string, number>>;
  readonly unitRow: Readonly<Record<string, number>>;
  readonly batteryRow: Readonly<Record<string, number>>;
  readonly formationRow: Readonly<Record<string, number>>;
  readonly dumpRow: Readonly<Record<string, number>>;
  readonly weaponRow: Readonly<Record<string, number>>;
  /** Middles of the hexes, metres. */
  readonly east: Int32Array;
  readonly north: Int32Array;
  /** Lines of sight as they are worked out, by the hex that is looked at and then the eye: 0 not yet, 1 clear, 2 broken. */
  readonly sight: (Uint8Array | undefined)[];
  /** Posts that may see a hex, once it is looked at. */
  readonly looked: Looked;
  /** By row of the unit or battery: the row of its formation, of its weapon among the weapons, of its dump. */
  readonly unitFormation: readonly number[];
  readonly batteryFormation: readonly number[];
  readonly batteryColumn: readonly number[];
  readonly batteryDump: readonly number[];
  /** By row of the battery: its side and weapon in one number (`gunKind`), and the place of its dump and weapon in a list over all dumps and weapons. */
  readonly batteryKind: readonly number[];
  readonly batteryShelf: readonly number[];
  /** What the rule set says of each battery's weapon. */
  readonly batteryWeapon: readonly Weapon[];
  /** Rows of formations whose headquarters sits in a post, and by row of the formation the row of that post; -1 where it sits in none. */
  readonly headquarters: readonly number[];
  readonly seatRow: readonly number[];
  /** By row of the post: rows of the posts near enough to help it by fire. */
  readonly supporters: readonly (readonly number[])[];
  /** Hexes that a siege ring can be drawn on. */
  readonly ring: RingGround;
  /** Posts near enough to a hex that no trench begins there while they are held. */
  readonly wardens: NearPosts;
  /** What belongs to which camp. */
  readonly camps: CampRows;
  /** What belongs to which side. */
  readonly rows: Readonly<Record<SideId, SideRows>>;
  /** Rows that were found last. */
  readonly memo: Memo;
  /** Who stands above whom. */
  readonly battleOrder: BattleOrder;
  /** By hex: the row of the camp whose command post is nearest. */
  readonly nearestCamp: Uint8Array;
  /** Runways and the ground about them; what else never changes about the air. */
  readonly strips: readonly StripGround[];
  readonly air: AirBoard;
}

/** Works the board out. */
export function compileBoard(scenario: Scenario): Board {
  const { map } = scenario;
  const weapons = Object.keys(scenario.rules.weapons).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const postRow = rowsById(scenario.posts);
  const formationRow = rowsById(scenario.formations);
  const weaponRow = rowsById(weapons.map((id) => ({ id })));
  const dumpRow = rowsById(scenario.dumps);
  const posts = scenario.posts.map((facts, index) => boardPost(scenario, facts, index));
  const middles = middlesOf(map);
  const strips = stripGroundsOf(map, scenario.posts);
  const observers = scenario.observers.map(({ side, east, north }) => ({ side, hex: hexOf(map.grid, { east, north }) }));
  return {
    ...groundOf(map),
    posts,
    units: scenario.units,
    batteries: scenario.batteries,
    batteryHex: scenario.batteries.map((battery) => hexOf(map.grid, battery)),
    formations: scenario.formations,
    weapons,
    observers,
    postRow,
    unitRow: rowsById(scenario.units),
    batteryRow: rowsById(scenario.batteries),
    formationRow,
    dumpRow,
    weaponRow,
    ...middles,
    sight: map.heights.map(() => undefined),
    looked: { lookouts: map.heights.map(() => undefined), last: new Uint16Array(map.heights.length) },
    unitFormation: scenario.units.map(({ formation }) => rowOf(formationRow, formation)),
    batteryFormation: scenario.batteries.map(({ formation }) => rowOf(formationRow, formation)),
    batteryColumn: scenario.batteries.map(({ weapon }) => rowOf(weaponRow, weapon)),
    batteryDump: scenario.batteries.map(({ dump }) => rowOf(dumpRow, dump)),
    batteryKind: scenario.batteries.map(({ side, weapon }) => gunKind(side, rowOf(weaponRow, weapon))),
    batteryShelf: scenario.batteries.map(({ dump, weapon }) => rowOf(dumpRow, dump) * weapons.length + rowOf(weaponRow, weapon)),
    batteryWeapon: scenario.batteries.map(({ id, weapon }) => weaponOf(scenario, id, weapon)),
    seatRow: scenario.formations.map(({ post }) => (post === null ? -1 : rowOf(postRow, post))),
    headquarters: rowsWhere(scenario.formations, ({ post }) => post !== null),
    supporters: posts.map((post) => supportersOf(scenario, posts, post)),
    ring: ringGroundOf(scenario, posts, middles),
    wardens: nearPostsOf(map.grid, posts.map(({ hex }) => hex), Math.floor(scenario.rules.digging.startMetres / map.grid.stepMetres)),
    camps: campRowsOf(scenario, weapons),
    rows: sideRowsOf(scenario, observers),
    memo: blankMemo(map.heights.length),
    battleOrder: battleOrderOf(scenario),
    nearestCamp: nearestCamps(scenario, middles),
    strips,
    air: airBoardOf(scenario, strips),
  };
}

/** Guns of one side and weapon. */
export function gunKind(side: SideId, column: number): number {
  return column * 2 + (side === 'garrison' ? 0 : 1);
}

function weaponOf({ rules }: Scenario, battery: string, id: string): Weapon {
  const weapon = rules.weapons[id];
  if (weapon === undefined) throw new Error(`battery ${battery}: no weapon ${id} in the rule set`);
  return weapon;
}

function middlesOf({ grid, heights }: MapFacts): { east: Int32Array; north: Int32Array } {
  const east = new Int32Array(heights.length);
  const north = new Int32Array(heights.length);
  for (let hex = 0; hex < heights.length; hex += 1) {
    const middle = centreOf(grid, hex);
    east[hex] = middle.east;
    north[hex] = middle.north;
  }
  return { east, north };
}

function supportersOf({ rules }: Scenario, posts: readonly BoardPost[], here: BoardPost): number[] {
  const near: number[] = [];
  for (const { index, facts } of posts) {
    if (index !== here.index && metresBetween(here.facts, facts) <= rules.assault.supportMetres) near.push(index);
  }
  return near;
}

/** Works out the ground alone. */
export function groundOf(map: MapFacts): Ground {
  return {
    grid: map.grid,
    heights: map.heights,
    cover: map.cover,
    neighbours: map.heights.map((_, hex) => neighboursOf(map.grid, hex)),
    beside: besideOf(map),
    ways: waysOf(map),
    marches: noMarches(),
    paper: paperFor(map.heights.length),
  };
}

function paperFor(hexes: number): Paper {
  return {
    page: 0, seen: new Int32Array(hexes), spent: new Int32Array(hexes), came: new Int32Array(hexes), heap: [],
    order: new Uint16Array(hexes), later: new Uint16Array(hexes),
  };
}

/** No hex: beyond the edge of the map. */
export const OFF_MAP = 65535;

function besideOf({ grid, heights }: MapFacts): Uint16Array {
  const beside = new Uint16Array(heights.length * 6).fill(OFF_MAP);
  for (let hex = 0; hex < heights.length; hex += 1) beside.set(neighboursOf(grid, hex), hex * 6);
  return beside;
}

function boardPost({ map, rules }: Scenario, facts: PostFacts, index: number): BoardPost {
  const hex = hexOf(map.grid, facts);
  const lowest = Math.min(...edgesOf(map, hex));
  return {
    facts,
    index,
    hex,
    hill: (map.heights[hex] ?? 0) >= rules.assault.hillMetres && (map.heights[hex] ?? 0) > lowest,
    reachMetres: Math.floor((facts.lengthMetres + facts.widthMetres) / 4),
    shield: shieldOf(map.grid, facts, hex, rules.digging.shieldMetres),
  };
}

/** Hexes within so many metres of a post, no farther than two steps from its own. */
function shieldOf(grid: Grid, post: Place, hex: number, metres: number): number[] {
  const shield: number[] = [];
  for (const near of [hex, ...neighboursOf(grid, hex)]) {
    for (const one of neighboursOf(grid, near)) {
      const { east, north } = centreOf(grid, one);
      const square = (east - post.east) * (east - post.east) + (north - post.north) * (north - post.north);
      if (square < metres * metres && !shield.includes(one)) shield.push(one);
    }
  }
  return shield;
}

function rowsById(things: readonly { readonly id: string }[]): Record<string, number> {
  const rows: Record<string, number> = Object.create(null) as Record<string, number>;
  for (const [row, { id }] of things.entries()) rows[id] = row;
  return rows;
}

/** The row of an id; an unknown id is our own mistake and throws. */
export function rowOf(rows: Readonly<Record<string, number>>, id: string): number {
  const row = rows[id];
  if (row === undefined) throw new Error(`no row for ${id}`);
  return row;
}

/** The thing at a row; a missing row is our own mistake and throws. */
export function at<T>(list: readonly T[], row: number): T {
  const thing = list[row];
  if (thing === undefined) throw new Error(`no row ${row} in a list of ${list.length}`);
  return thing;
}

/** The post of an id. */
export function postOf(board: Board, id: string): BoardPost {
  return at(board.posts, rowOf(board.postRow, id));
}

/** Metres between two posts, middle to middle. */
export function metresApart(a: BoardPost, b: BoardPost): number {
  return metresBetween(a.facts, b.facts);
}
