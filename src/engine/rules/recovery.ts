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
import { along, share } from '../numbers.ts';
import { loseHands, partiesOf } from '../parties.ts';
import type { Party } from '../parties.ts';
import { wholeByChance } from '../random.ts';
import type { Stream } from '../random.ts';
import type { SideId } from '../scenario.ts';
import type { GameState } from '../state.ts';
import { FAR_HEXES, GROUND_BESIEGER, GROUND_NOBODY } from '../state-siege.ts';
import type { LoadState } from '../state-siege.ts';
import type { Turn } from '../turn-context.ts';
import type { Rules } from '../tunables.ts';

/** What is the same for every bundle of the turn. */
interface Search {
  readonly state: GameState;
  readonly turn: Turn;
  readonly rules: Rules['recovery'];
  readonly parties: { readonly garrison: readonly Party[]; readonly besieger: readonly Party[] };
  readonly hauls: { readonly garrison: Haul; readonly besieger: Haul };
  /** Kilos lost where they lay, by camp. */
  readonly worn: number[];
  readonly streams: { readonly garrison: Stream; readonly besieger: Stream; readonly wear: Stream };
  /** By camp: whether it stands; fire on those who gather, out of the besieger's way. */
  readonly stands: readonly boolean[];
  readonly fire: readonly number[];
  /** Permille by which daylight makes fire hotter; of the besieger's chance between the lines that it leaves. */
  readonly hotter: number;
  readonly light: number;
  /** Permille a turn of what lies out that is lost, before shells. */
  readonly decay: number;
  /** Chances of the garrison by hexes of reach, permille; worked out as they are asked for. */
  readonly byReach: number[];
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
  const rules = turn.rules.recovery;
  const draws = (key: string): Stream => turn.draws('recovery', key);
  const wet = state.sky.valley === 'rain' || state.sky.valley === 'storm';
  return {
    state, turn, rules,
    parties: partiesOf(state, turn),
    hauls: { garrison: emptyHaul(turn, state.camps.length), besieger: emptyHaul(turn, state.camps.length) },
    worn: state.camps.map(() => 0),
    streams: { garrison: draws('garrison'), besieger: draws('besieger'), wear: draws('wear') },
    stands: state.camps.map(({ stands }) => stands),
    fire: fireOnCamps(state, rules),
    hotter: turn.night ? 1000 : rules.fireDay,
    light: turn.night ? 1000 : rules.byDay,
    decay: rules.decay + (wet ? rules.decayWet : 0),
    byReach: [],
  };
}

/** While the besieger storms anywhere, his guns leave no place in peace. */
function fireOnCamps(state: GameState, rules: Rules['recovery']): number[] {
  const offensive = state.assaults.some(({ side }) => side === 'besieger');
  return state.camps.map(({ harassed }) => (offensive ? 1000 : rules.fireBase + Math.floor((harassed * rules.fireShells) / 100)));
}

/** The bundles of one row: the garrison goes first, then the besieger, then weather and shells. */
function settleLoad(search: Search, load: LoadState): void {
  const { state, turn, rules } = search;
  const camp = turn.board.nearestCamp[load.hex] ?? 0;
  const ground = search.stands[camp] === true ? (state.ring.ground[load.hex] ?? GROUND_NOBODY) : GROUND_BESIEGER;
  const touches = ground !== GROUND_BESIEGER && bordersBesieger(search, load.hex);
  const fire = Math.min(1000, share((search.fire[camp] ?? 0) + (touches ? rules.fireNear : 0), search.hotter));
  if (ground !== GROUND_BESIEGER) gather(search, load, camp, 'garrison', garrisonChance(search, load, ground, fire), fire);
  gather(search, load, camp, 'besieger', besiegerChance(search, ground, touches), ground === GROUND_BESIEGER ? 0 : fire);
  wear(search, load, camp, ground === GROUND_BESIEGER ? 0 : fire);
}

/** True with ground of the besieger beside a hex. */
function bordersBesieger({ state, turn }: Search, hex: number): boolean {
  const { ground } = state.ring;
  for (const beside of turn.board.neighbours[hex] ?? []) if (ground[beside] === GROUND_BESIEGER) return true;
  return false;
}

/** Chance that the garrison brings a bundle in, permille: by the way to its posts, the ground and the fire. */
function garrisonChance({ state, rules, byReach }: Search, load: LoadState, ground: number, fire: number): number {
  const reach = state.ring.reach[load.hex] ?? FAR_HEXES;
  if (ground === GROUND_NOBODY && reach > rules.reachHexes) return 0;
  const near = (byReach[reach] ??= along(rules.reach, reach));
  const chance = share(near, 1000 - share(rules.fireCost, fire));
  return ground === GROUND_NOBODY ? share(chance, rules.nobody) : chance;
}

/** Chance that the besieger brings a bundle in, permille. */
function besiegerChance({ rules, light }: Search, ground: number, touches: boolean): number {
  if (ground === GROUND_BESIEGER) return rules.own;
  if (ground === GROUND_NOBODY) return share(share(rules.between, light), touches ? 1000 : rules.apart);
  return touches ? share(rules.beside, light) : 0;
}

/** Bundles found in a row, as far as hands are left to carry them; of those whose chute failed little is worth the way. */
function gather(search: Search, load: LoadState, camp: number, side: SideId, chance: number, fire: number): void {
  if (chance <= 0 || load.bundles === 0) return;
  const party = search.parties[side][camp];
  if (party === undefined) return;
  const found = wholeByChance(search.streams[side], load.bundles * (load.smashed ? share(chance, search.rules.smashed) : chance));
  const bundles = Math.min(found, load.bundles, Math.floor(party.kilosLeft / load.kilos));
  if (bundles <= 0) return;
  const kilos = bundles * load.kilos;
  load.bundles -= bundles;
  party.kilosLeft -= kilos;
  party.kilosCarried += kilos;
  party.underFire += share(kilos, fire);
  noteHaul(search.hauls[side], search.turn, camp, load.cargo, kilos, load.ground === GROUND_BESIEGER ? 0 : kilos);
}

/** What still lies out gets less. */
function wear({ turn, rules, worn, streams, decay }: Search, load: LoadState, camp: number, fire: number): void {
  if (load.bundles === 0) return;
  const chance = decay + share(rules.decayFire, fire) + (load.smashed ? rules.decaySmashed : 0);
  const all = chance >= 1000 || turn.number - load.turn >= rules.life;
  const lost = all ? load.bundles : Math.min(load.bundles, wholeByChance(streams.wear, load.bundles * chance));
  load.bundles -= lost;
  worn[camp] = (worn[camp] ?? 0) + lost * load.kilos;
}

function tellWorn({ state, turn, worn }: Search): void {
  for (const [camp, kilos] of worn.entries()) {
    if (kilos === 0) continue;
    state.ledger.garrison.air.destroyed += kilos;
    turn.tell({ type: 'loads-destroyed', kilos, camp: at(state.camps, camp).id });
  }
}
