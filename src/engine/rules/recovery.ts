/**
 * Recovery: who gets the bundles that lie out.
 *
 * At the end of a turn the garrison's parties bring in what lies on ground that they walk to, or on nobody's close to
 * a linked post: the more surely the nearer, the less the hotter the fire on them. The besieger's gather on his
 * own ground, by night between the lines and beside his trenches; of the shells in what he gathers a small share can
 * be fired by his guns. A side brings in no more than its hands can carry, and hands under fire are lost. What
 * is left lying burns, rots and is ploughed in turn by turn. A bundle lies where it fell until it is carried; then it
 * is in the dump. Leaves `loads`, dumps, the books of freight and shells. Source: rule set, group `recovery`.
 */
import { at } from '../board.ts';
import { bringIn, emptyHaul, noteHaul } from '../haul.ts';
import type { Haul } from '../haul.ts';
import { campOf, chancesOf, garrisonsChance, lotOf, NOBODY_GOES } from '../lots.ts';
import type { Chances } from '../lots.ts';
import { share } from '../numbers.ts';
import { loseHands, partiesOf } from '../parties.ts';
import type { Party } from '../parties.ts';
import { wholeByChance } from '../random.ts';
import type { Stream } from '../random.ts';
import type { SideId } from '../scenario.ts';
import type { GameState } from '../state.ts';
import { FAR_HEXES, GROUND_BESIEGER } from '../state-siege.ts';
import type { LoadState } from '../state-siege.ts';
import type { Turn } from '../turn-context.ts';

/** Those of one side who gather in a turn, and what they bring in. */
interface Gatherers {
  /** By row of the camp. */
  readonly parties: readonly Party[];
  readonly haul: Haul;
  readonly stream: Stream;
}

/** Gathers, wears down, and books what came of it. */
export function recovery(state: GameState, turn: Turn): void {
  if (state.loads.length === 0 || state.camps.length === 0) return;
  const parties = partiesOf(state, turn);
  const garrison = gatherers(turn, 'garrison', parties.garrison);
  const besieger = gatherers(turn, 'besieger', parties.besieger);
  const worn = settleLoads(state, turn, garrison, besieger);
  bringIn(state, turn, 'garrison', garrison.haul);
  bringIn(state, turn, 'besieger', besieger.haul);
  tellWorn(state, turn, worn);
  loseHands(state, turn, parties, { garrison: garrison.stream, besieger: besieger.stream });
}

function gatherers(turn: Turn, side: SideId, parties: readonly Party[]): Gatherers {
  return { parties, haul: emptyHaul(turn, parties.length), stream: turn.draws('recovery', side) };
}

/** Row by row the garrison goes first, then the besieger, then weather and shells; rows with anything left move together. Gives the kilos lost by camp. */
function settleLoads(state: GameState, turn: Turn, garrison: Gatherers, besieger: Gatherers): number[] {
  const { loads, ring: { reach } } = state;
  const chances = chancesOf(state, turn);
  const stream = turn.draws('recovery', 'wear');
  const worn = state.camps.map(() => 0);
  let left = 0;
  for (let row = 0; row < loads.length; row += 1) {
    const load = loads[row];
    if (load === undefined) break;
    const lot = lotOf(state, turn.board, chances, load);
    gather(turn, chances, garrison, load, lot, garrisonsChance(turn, chances, lot, reach[load.hex] ?? FAR_HEXES));
    if (load.bundles > 0) gather(turn, chances, besieger, load, lot, chances.besieger[lot] ?? NOBODY_GOES);
    if (load.bundles > 0) wear(turn, chances, stream, worn, load, lot);
    if (load.bundles === 0) continue;
    loads[left] = load;
    left += 1;
  }
  while (loads.length > left) loads.pop();
  return worn;
}

/** Bundles found in a row are carried as far as hands are left. */
function gather(turn: Turn, chances: Chances, gatherers: Gatherers, load: LoadState, lot: number, chance: number): void {
  if (chance === NOBODY_GOES) return;
  const found = wholeByChance(gatherers.stream, load.bundles * chance);
  if (found > 0) carry(turn, chances, gatherers, load, lot, found);
}

function carry(turn: Turn, { fire }: Chances, { parties, haul }: Gatherers, load: LoadState, lot: number, found: number): void {
  const party = parties[campOf(lot)];
  if (party === undefined || party.kilosLeft < load.kilos) return;
  const bundles = Math.min(found, load.bundles, Math.floor(party.kilosLeft / load.kilos));
  const kilos = bundles * load.kilos;
  load.bundles -= bundles;
  party.kilosLeft -= kilos;
  party.kilosCarried += kilos;
  party.underFire += share(kilos, fire[lot] ?? 0);
  noteHaul(haul, turn, campOf(lot), load.cargo, kilos, load.ground === GROUND_BESIEGER ? 0 : kilos);
}

/** What still lies out is lost in part, and all of it that lies too hot or too long. */
function wear(turn: Turn, chances: Chances, stream: Stream, worn: number[], load: LoadState, lot: number): void {
  const chance = chances.wear[lot] ?? 0;
  const all = chance >= 1000 || turn.number - load.turn >= turn.rules.recovery.life;
  const lost = all ? load.bundles : Math.min(load.bundles, wholeByChance(stream, load.bundles * chance));
  if (lost === 0) return;
  worn[campOf(lot)] = (worn[campOf(lot)] ?? 0) + lost * load.kilos;
  load.bundles -= lost;
}

function tellWorn(state: GameState, turn: Turn, worn: readonly number[]): void {
  for (let row = 0; row < worn.length; row += 1) {
    const kilos = at(worn, row);
    if (kilos === 0) continue;
    state.ledger.garrison.air.destroyed += kilos;
    turn.tell({ type: 'loads-destroyed', kilos, camp: at(state.camps, row).id });
  }
}
