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
import { at, postOf } from '../board.ts';
import { bringIn, emptyHaul, noteHaul } from '../haul.ts';
import type { Haul } from '../haul.ts';
import { stepsBetween } from '../hex.ts';
import { along, share, times } from '../numbers.ts';
import { loseHands, partiesOf } from '../parties.ts';
import type { Party } from '../parties.ts';
import { wholeByChance } from '../random.ts';
import type { Stream } from '../random.ts';
import type { GameState } from '../state.ts';
import { GROUND_BESIEGER, GROUND_GARRISON, GROUND_NOBODY } from '../state-siege.ts';
import type { LoadState } from '../state-siege.ts';
import type { Turn } from '../turn-context.ts';

/** What is the same for every bundle of the turn. */
interface Search {
  readonly state: GameState;
  readonly turn: Turn;
  readonly parties: { readonly garrison: readonly Party[]; readonly besieger: readonly Party[] };
  readonly hauls: { readonly garrison: Haul; readonly besieger: Haul };
  /** Kilos lost where they lay, by camp. */
  readonly worn: number[];
  readonly streams: { readonly garrison: Stream; readonly besieger: Stream; readonly wear: Stream };
  /** Hexes of the camps' command posts, by row. */
  readonly middles: readonly number[];
  readonly offensive: boolean;
  readonly wet: boolean;
}

/** Gathers, wears down, and books what came of it. */
export function recovery(state: GameState, turn: Turn): void {
  if (state.loads.length === 0 || state.camps.length === 0) return;
  const search = openSearch(state, turn);
  const left: LoadState[] = [];
  for (const load of state.loads) {
    settleLoad(search, load);
    if (load.bundles > 0) left.push(load);
  }
  state.loads = left;
  bringIn(state, turn, 'garrison', search.hauls.garrison);
  bringIn(state, turn, 'besieger', search.hauls.besieger);
  tellWorn(search);
  loseHands(state, turn, search.parties, search.streams);
}

function openSearch(state: GameState, turn: Turn): Search {
  const { camps } = turn.game.scenario;
  const draws = (key: string): Stream => turn.draws('recovery', key);
  return {
    state, turn,
    parties: partiesOf(state, turn),
    hauls: { garrison: emptyHaul(turn, camps.length), besieger: emptyHaul(turn, camps.length) },
    worn: camps.map(() => 0),
    streams: { garrison: draws('garrison'), besieger: draws('besieger'), wear: draws('wear') },
    middles: camps.map(({ commandPost }) => postOf(turn.board, commandPost).hex),
    offensive: state.assaults.some(({ side }) => side === 'besieger'),
    wet: state.sky.valley === 'rain' || state.sky.valley === 'storm',
  };
}

/** The bundles of one row: the garrison goes first, then the besieger, then weather and shells. */
function settleLoad(search: Search, load: LoadState): void {
  const camp = campOf(search, load.hex);
  const touches = bordersBesieger(search, load.hex);
  const fire = fireAt(search, camp, touches);
  gather(search, load, camp, 'garrison', garrisonChance(search, load, camp, fire), fire);
  gather(search, load, camp, 'besieger', besiegerChance(search, load, camp, touches), fire);
  wear(search, load, camp, fire);
}

/** The camp whose command post is nearest. */
function campOf({ turn, middles }: Search, hex: number): number {
  let nearest = 0;
  let least = -1;
  if (middles.length === 1) return nearest;
  for (let row = 0; row < middles.length; row += 1) {
    const steps = stepsBetween(turn.board.grid, hex, at(middles, row));
    if (least >= 0 && steps >= least) continue;
    nearest = row;
    least = steps;
  }
  return nearest;
}

/** True with ground of the besieger beside a hex. */
function bordersBesieger({ state, turn }: Search, hex: number): boolean {
  for (const beside of at(turn.board.neighbours, hex)) if (state.ring.ground[beside] === GROUND_BESIEGER) return true;
  return false;
}

/** Fire on those who gather, 0-1000. */
function fireAt({ state, turn, offensive }: Search, camp: number, touches: boolean): number {
  const rules = turn.rules.recovery;
  if (offensive) return 1000;
  const shells = Math.floor((at(state.camps, camp).harassed * rules.fireShells) / 100);
  const fire = rules.fireBase + shells + (touches ? rules.fireNear : 0);
  return Math.min(1000, turn.night ? fire : share(fire, rules.fireDay));
}

/** Chance that the garrison brings a bundle in, permille. */
function garrisonChance({ state, turn }: Search, load: LoadState, camp: number, fire: number): number {
  const rules = turn.rules.recovery;
  const ground = state.ring.ground[load.hex];
  const reach = at(state.ring.reach, load.hex);
  if (!at(state.camps, camp).stands || ground === GROUND_BESIEGER) return 0;
  if (ground === GROUND_NOBODY && reach > rules.reachHexes) return 0;
  const chance = times(along(rules.reach, reach), 1000 - share(rules.fireCost, fire), load.smashed ? rules.smashed : 1000);
  return ground === GROUND_GARRISON ? chance : share(chance, rules.nobody);
}

/** Chance that the besieger brings a bundle in, permille. */
function besiegerChance({ state, turn }: Search, load: LoadState, camp: number, touches: boolean): number {
  const rules = turn.rules.recovery;
  const ground = at(state.camps, camp).stands ? at(state.ring.ground, load.hex) : GROUND_BESIEGER;
  const light = turn.night ? 1000 : rules.byDay;
  const whole = load.smashed ? rules.smashed : 1000;
  if (ground === GROUND_BESIEGER) return share(rules.own, whole);
  if (ground === GROUND_NOBODY) return times(rules.between, light, whole);
  return touches ? times(rules.beside, light, whole) : 0;
}

/** Bundles found in a row, as far as hands are left to carry them. */
function gather(search: Search, load: LoadState, camp: number, side: 'garrison' | 'besieger', chance: number, fire: number): void {
  if (chance <= 0 || load.bundles === 0) return;
  const party = at(search.parties[side], camp);
  const found = wholeByChance(search.streams[side], load.bundles * chance);
  const bundles = Math.min(found, load.bundles, Math.floor(party.kilosLeft / load.kilos));
  if (bundles <= 0) return;
  const kilos = bundles * load.kilos;
  const risky = side === 'garrison' || search.state.ring.ground[load.hex] !== GROUND_BESIEGER;
  load.bundles -= bundles;
  party.kilosLeft -= kilos;
  party.kilosCarried += kilos;
  if (risky) party.underFire += share(kilos, fire);
  noteHaul(search.hauls[side], search.turn, camp, load.cargo, kilos, load.ground === GROUND_BESIEGER ? 0 : kilos);
}

/** What still lies out gets less. */
function wear({ state, turn, worn, streams, wet }: Search, load: LoadState, camp: number, fire: number): void {
  const rules = turn.rules.recovery;
  if (load.bundles === 0) return;
  const shelled = state.ring.ground[load.hex] === GROUND_BESIEGER ? 0 : share(rules.decayFire, fire);
  const chance = rules.decay + shelled + (wet ? rules.decayWet : 0) + (load.smashed ? rules.decaySmashed : 0);
  const old = turn.number - load.turn >= rules.life;
  const lost = old ? load.bundles : Math.min(load.bundles, wholeByChance(streams.wear, load.bundles * Math.min(1000, chance)));
  load.bundles -= lost;
  worn[camp] = at(worn, camp) + lost * load.kilos;
}

function tellWorn({ state, turn, worn }: Search): void {
  for (const [camp, kilos] of worn.entries()) {
    if (kilos === 0) continue;
    state.ledger.garrison.air.destroyed += kilos;
    turn.tell({ type: 'loads-destroyed', kilos, camp: at(state.camps, camp).id });
  }
}
