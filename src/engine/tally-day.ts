/** How a siege stands: counts of men, guns, shells and ground in one state. */
import { at } from './board.ts';
import type { Board } from './board.ts';
import type { SideId } from './scenario.ts';
import type { GameState } from './state.ts';
import type { ByWeapon, DayTally } from './tally-types.ts';
import type { Game } from './turn-context.ts';

/** The figures of one state. */
export function dayTally(game: Game, state: GameState): DayTally {
  const { board } = game;
  const standing = state.camps.filter(({ stands }) => stands);
  const held = state.posts.filter(({ holder }) => holder === 'garrison' || holder === 'contested');
  return {
    garrisonFit: fitOf(board, state, 'garrison'),
    garrisonFitMainCamp: fitInCamp(board, state, 0),
    besiegerFit: fitOf(board, state, 'besieger'),
    woundedWaiting: woundedOf(board, state),
    deserters: standing.reduce((sum, camp) => sum + camp.deserters, 0),
    deserted: state.ledger.garrison.deserted,
    garrisonGuns: gunsOf(board, state, 'garrison'),
    besiegerGuns: gunsOf(board, state, 'besieger'),
    garrisonTubes: tubesOf(board, state, 'garrison'),
    besiegerTubes: tubesOf(board, state, 'besieger'),
    garrisonRounds: roundsHeld(game, state, 'garrison'),
    besiegerRounds: roundsHeld(game, state, 'besieger'),
    foodKilos: state.dumps.reduce((sum, dump, row) => sum + (game.scenario.dumps[row]?.side === 'garrison' ? (dump.goods[0] ?? 0) : 0), 0),
    campAreaHectares: hectares(board, standing.reduce((sum, camp) => sum + camp.areaHexes, 0)),
    zoneHectares: hectares(board, standing.reduce((sum, camp) => sum + camp.zoneHexes, 0)),
    postsHeld: held.length,
    postsCutOff: held.filter(({ cutOffSince }) => cutOffSince >= 0).length,
    trenchMetres: state.ledger.besieger.trenchMetres,
    besiegerWill: willOf(board, state),
  };
}

/** Square metres in a hectare. */
const HECTARE = 10_000;

/** The ground of so many hexes. */
export function hectares({ grid }: Board, hexes: number): number {
  return Math.floor((hexes * grid.stepMetres * grid.rowMetres) / HECTARE);
}

/** Fit men of all arms of a side. */
export function fitOf(board: Board, state: GameState, side: SideId): number {
  let men = 0;
  for (const [row, unit] of state.units.entries()) if (at(board.units, row).side === side) men += unit.men;
  for (const [row, battery] of state.batteries.entries()) if (at(board.batteries, row).side === side) men += battery.gunners;
  return men;
}

function fitInCamp({ camps }: Board, state: GameState, camp: number): number {
  let men = 0;
  for (const [row, unit] of state.units.entries()) if (camps.ofUnit[row] === camp) men += unit.men;
  for (const [row, battery] of state.batteries.entries()) if (camps.ofBattery[row] === camp) men += battery.gunners;
  return men;
}

/** The garrison's wounded who are still there: with their units and guns, and in hospital. */
export function woundedOf(board: Board, state: GameState): number {
  let wounded = 0;
  for (const [row, unit] of state.units.entries()) if (at(board.units, row).side === 'garrison') wounded += unit.wounded;
  for (const [row, battery] of state.batteries.entries()) if (at(board.batteries, row).side === 'garrison') wounded += battery.wounded;
  for (const { light, serious } of state.camps) wounded += light + serious;
  return wounded;
}

/** Tubes fit to fire, by weapon; weapons of which a side has batteries. */
export function gunsOf(board: Board, state: GameState, side: SideId): ByWeapon {
  const guns: Record<string, number> = {};
  for (const [row, battery] of state.batteries.entries()) {
    const facts = at(board.batteries, row);
    if (facts.side === side) guns[facts.weapon] = (guns[facts.weapon] ?? 0) + battery.tubes;
  }
  return sortedBy(board, guns);
}

function tubesOf(board: Board, state: GameState, side: SideId): number {
  let tubes = 0;
  for (const [row, battery] of state.batteries.entries()) if (at(board.batteries, row).side === side) tubes += battery.tubes;
  return tubes;
}

/** Rounds in dumps and beside the guns, by weapon. */
export function roundsHeld({ board, scenario }: Game, state: GameState, side: SideId): ByWeapon {
  const held: Record<string, number> = {};
  for (const [row, dump] of state.dumps.entries()) {
    if (scenario.dumps[row]?.side !== side) continue;
    for (const [column, rounds] of dump.rounds.entries()) if (rounds > 0) add(held, at(board.weapons, column), rounds);
  }
  for (const [row, battery] of state.batteries.entries()) {
    const facts = at(board.batteries, row);
    if (facts.side === side && battery.ready > 0) add(held, facts.weapon, battery.ready);
  }
  return sortedBy(board, held);
}

function add(sums: Record<string, number>, name: string, value: number): void {
  sums[name] = (sums[name] ?? 0) + value;
}

/** The same figures in the order of the board's weapons. */
function sortedBy({ weapons }: Board, figures: ByWeapon): ByWeapon {
  const sorted: Record<string, number> = {};
  for (const weapon of weapons) if (figures[weapon] !== undefined) sorted[weapon] = figures[weapon];
  return sorted;
}

/** Figures that stand by column, as those by weapon that are not nought. */
export function byWeapon({ weapons }: Board, columns: readonly number[]): ByWeapon {
  const figures: Record<string, number> = {};
  for (const [column, weapon] of weapons.entries()) if ((columns[column] ?? 0) > 0) figures[weapon] = columns[column] ?? 0;
  return figures;
}

/** Mean will of the besieger's regiments. */
function willOf(board: Board, state: GameState): number {
  let sum = 0;
  let regiments = 0;
  for (const [row, { side, kind }] of board.formations.entries()) {
    if (side !== 'besieger' || kind !== 'regiment') continue;
    sum += at(state.formations, row).will;
    regiments += 1;
  }
  return regiments === 0 ? 0 : Math.floor(sum / regiments);
}
