/** What a side gathered in a turn: from bundles to rounds and goods in its dumps, and into the books. */
import { at, gunKind } from './board.ts';
import type { Board } from './board.ts';
import { GOODS } from './facts-siege.ts';
import { share } from './numbers.ts';
import type { SideId } from './scenario.ts';
import type { DumpState, GameState } from './state.ts';
import type { Turn } from './turn-context.ts';

/** Kilos gathered, by camp and cargo: weapons in the order of the board, then goods. */
export interface Haul {
  readonly cargoes: number;
  readonly kilos: number[];
  /** Of these, from ground that was not the besieger's when they fell. */
  readonly elsewhere: number[];
  /** The cargo that was noted last, and its column: what lies together is mostly of one kind. */
  cargo: string;
  column: number;
}

/** A haul with nothing in it. */
export function emptyHaul({ board }: Pick<Turn, 'board'>, camps: number): Haul {
  const cargoes = board.weapons.length + GOODS.length;
  const slots = camps * cargoes;
  return { cargoes, kilos: new Array<number>(slots).fill(0), elsewhere: new Array<number>(slots).fill(0), cargo: '', column: -1 };
}

/** Adds kilos of a cargo to a haul. */
export function noteHaul(haul: Haul, { board }: Pick<Turn, 'board'>, camp: number, cargo: string, kilos: number, elsewhere: number): void {
  if (haul.cargo !== cargo) {
    haul.cargo = cargo;
    haul.column = cargoColumn(board, cargo);
  }
  const slot = camp * haul.cargoes + haul.column;
  haul.kilos[slot] = (haul.kilos[slot] ?? 0) + kilos;
  haul.elsewhere[slot] = (haul.elsewhere[slot] ?? 0) + elsewhere;
}

/** The column of a cargo: a weapon's, or a good's behind them. */
function cargoColumn(board: Board, cargo: string): number {
  for (let good = 0; good < GOODS.length; good += 1) if (GOODS[good] === cargo) return board.weapons.length + good;
  const weapon = board.weaponRow[cargo];
  if (weapon === undefined) throw new Error(`no such cargo: ${cargo}`);
  return weapon;
}

/** Puts a haul into the side's dumps and tells it, camp by camp and cargo by cargo. */
export function bringIn(state: GameState, turn: Turn, side: SideId, haul: Haul): void {
  for (let row = 0; row < state.camps.length; row += 1) {
    const { id } = at(state.camps, row);
    const dump = dumpFor(state, turn, side, id);
    for (let column = 0; column < haul.cargoes; column += 1) {
      const slot = row * haul.cargoes + column;
      const kilos = haul.kilos[slot] ?? 0;
      if (kilos === 0) continue;
      bookFreight(state, side, kilos);
      const rounds = stack(state, turn, side, dump, column, kilos);
      turn.tell({ type: 'loads-gathered', side, camp: id, cargo: cargoIn(turn, column), kilos, rounds, elsewhere: at(haul.elsewhere, slot) });
    }
  }
}

function bookFreight(state: GameState, side: SideId, kilos: number): void {
  const { air } = state.ledger.garrison;
  if (side === 'garrison') air.recovered += kilos;
  else air.captured += kilos;
}

function cargoIn({ board: { weapons } }: Turn, column: number): string {
  return weapons[column] ?? GOODS[column - weapons.length] ?? '';
}

/** The garrison's goods go to their camp's dump, the besieger's to the one that his supply line feeds; failing that to a side's first. */
function dumpFor(state: GameState, { game }: Turn, side: SideId, camp: string): DumpState | undefined {
  const { dumps, supplyLine } = game.scenario;
  let first: DumpState | undefined;
  for (let row = 0; row < dumps.length; row += 1) {
    const dump = at(dumps, row);
    if (dump.side !== side) continue;
    if (side === 'garrison' ? dump.camp === camp : dump.id === supplyLine?.dump) return state.dumps[row];
    first ??= state.dumps[row];
  }
  return first;
}

/** Adds kilos to a dump as rounds or goods that the side can use, and gives the rounds. */
function stack(state: GameState, turn: Turn, side: SideId, dump: DumpState | undefined, column: number, kilos: number): number {
  const rules = turn.rules.recovery;
  const good = column - turn.board.weapons.length;
  if (dump === undefined) return 0;
  if (good >= 0) {
    dump.goods[good] = at(dump.goods, good) + (side === 'garrison' ? kilos : share(kilos, rules.goodsUse));
    return 0;
  }
  const all = roundsIn(turn, column, kilos);
  const rounds = side === 'garrison' ? all : hasGuns(state, turn, side, column) ? share(all, rules.captureUse) : 0;
  const { broughtRounds, capturedRounds } = state.ledger[side];
  const book = side === 'garrison' ? broughtRounds : capturedRounds;
  dump.rounds[column] = at(dump.rounds, column) + rounds;
  book[column] = at(book, column) + rounds;
  return rounds;
}

/** Whole rounds in some kilos of them. */
function roundsIn(turn: Turn, column: number, kilos: number): number {
  const grams = turn.rules.weapons[at(turn.board.weapons, column)]?.grams ?? 0;
  return grams <= 0 ? 0 : Math.floor((kilos * 1000) / grams);
}

/** True where a side has tubes that fire these rounds. */
function hasGuns(state: GameState, { board }: Turn, side: SideId, column: number): boolean {
  const kind = gunKind(side, column);
  for (let row = 0; row < board.batteryKind.length; row += 1) {
    if (board.batteryKind[row] === kind && at(state.batteries, row).tubes + at(state.batteries, row).damaged > 0) return true;
  }
  return false;
}
