/** The figures of a siege, counted over its state and its events. */
import { at } from './board.ts';
import type { SiegeEvent } from './events.ts';
import type { GameState, Holder } from './state.ts';
import { PULSES } from './state.ts';
import type { Game } from './turn-context.ts';
import type { SideId } from './scenario.ts';
import { dayOf, isNight } from './turn-context.ts';

/** Who held a post from when. */
export interface PostTally {
  readonly id: string;
  readonly spells: readonly { readonly turn: number; readonly pulse: number; readonly holder: Holder }[];
  /** Calendar days since the first day, of the last time it left the garrison; null if held. */
  readonly lostDay: number | null;
}

/** Tallies of the rules that are in play; a rule that is not adds no figure. */
export interface Tallies {
  /** Day on which the first camp's command post was lost for the last time; null if it held. */
  readonly fallDay: number | null;
  readonly garrisonKilled: number;
  readonly garrisonWounded: number;
  readonly garrisonCaptured: number;
  readonly garrisonDeserters: number;
  /** Fit men of all arms. */
  readonly garrisonFit: number;
  readonly garrisonGuns: Readonly<Record<string, number>>;
  readonly woundedWaiting: number;
  readonly besiegerKilled: number;
  readonly besiegerWounded: number;
  readonly besiegerCaptured: number;
  readonly besiegerFit: number;
  readonly besiegerGuns: Readonly<Record<string, number>>;
  readonly trenchMetres: number;
  readonly rounds: Readonly<Record<SideId, Readonly<Record<string, number>>>>;
  readonly tubesLost: Readonly<Record<SideId, number>>;
  /** Pulses from the first assault on a post that counts to the loss of the last of them; null if one is held. */
  readonly hoursToFall: number | null;
  readonly commandPostsHit: number;
  readonly ordersLost: number;
  readonly ordersDelayed: number;
  readonly gunsFixed: number;
  readonly counterAttacks: number;
  readonly postsSurrendered: number;
  readonly unitsBroken: number;
  readonly posts: readonly PostTally[];
}

/** Counts a siege so far; `events` are those of all its turns. */
export function talliesOf(game: Game, state: GameState, events: readonly SiegeEvent[]): Tallies {
  const { garrison, besieger } = state.ledger;
  const count = (type: SiegeEvent['type']): number => events.filter((event) => event.type === type).length;
  const posts = state.posts.map(({ id }) => postTally(game, id, events));
  return {
    fallDay: posts.find(({ id }) => id === game.scenario.camps[0]?.commandPost)?.lostDay ?? null,
    garrisonKilled: garrison.killed,
    garrisonWounded: garrison.wounded,
    garrisonCaptured: garrison.captured,
    garrisonDeserters: garrison.deserted,
    garrisonFit: fitOf(game, state, 'garrison'),
    garrisonGuns: gunsOf(game, state, 'garrison'),
    woundedWaiting: woundedOf(game, state),
    besiegerKilled: besieger.killed,
    besiegerWounded: besieger.wounded,
    besiegerCaptured: besieger.captured,
    besiegerFit: fitOf(game, state, 'besieger'),
    besiegerGuns: gunsOf(game, state, 'besieger'),
    trenchMetres: besieger.trenchMetres,
    rounds: { garrison: roundsOf(game, garrison.fired), besieger: roundsOf(game, besieger.fired) },
    tubesLost: { garrison: sum(garrison.tubesLost), besieger: sum(besieger.tubesLost) },
    hoursToFall: hoursToFall(game, state, events),
    commandPostsHit: count('command-post-hit'),
    ordersLost: count('order-lost'),
    ordersDelayed: count('order-delayed'),
    gunsFixed: count('gun-fixed'),
    counterAttacks: count('reserve-joined'),
    postsSurrendered: count('post-surrendered'),
    unitsBroken: count('unit-broke'),
    posts,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function fitOf({ board }: Game, state: GameState, side: SideId): number {
  const men = sum(state.units.map((unit, row) => (at(board.units, row).side === side ? unit.men : 0)));
  return men + sum(state.batteries.map((battery, row) => (at(board.batteries, row).side === side ? battery.gunners : 0)));
}

function woundedOf({ board }: Game, state: GameState): number {
  const units = sum(state.units.map((unit, row) => (at(board.units, row).side === 'garrison' ? unit.wounded : 0)));
  return units + sum(state.batteries.map((battery, row) => (at(board.batteries, row).side === 'garrison' ? battery.wounded : 0)));
}

function gunsOf({ board }: Game, state: GameState, side: SideId): Record<string, number> {
  const guns: Record<string, number> = {};
  for (const weapon of board.weapons) {
    const own = board.batteries.map((facts) => facts.side === side && facts.weapon === weapon);
    if (own.includes(true)) guns[weapon] = sum(state.batteries.map((battery, row) => (own[row] === true ? battery.tubes : 0)));
  }
  return guns;
}

function roundsOf({ board }: Game, fired: readonly number[]): Record<string, number> {
  const rounds: Record<string, number> = {};
  for (const [column, weapon] of board.weapons.entries()) if ((fired[column] ?? 0) > 0) rounds[weapon] = fired[column] ?? 0;
  return rounds;
}

/** Hours since the siege began. */
function clock({ turn, pulse }: { readonly turn: number; readonly pulse: number }): number {
  return turn * PULSES + pulse;
}

function hoursToFall({ scenario }: Game, state: GameState, events: readonly SiegeEvent[]): number | null {
  const posts = scenario.victory.posts;
  if (state.posts.some((post) => posts.includes(post.id) && post.holder !== 'besieger')) return null;
  const began = events.find((event) => event.type === 'assault-began' && event.side === 'besieger' && posts.includes(event.post));
  const falls = events.filter((event) => event.type === 'holder-changed' && event.to === 'besieger' && posts.includes(event.post));
  const last = falls[falls.length - 1];
  return began === undefined || last === undefined ? null : clock(last) - clock(began) + 1;
}

function postTally(game: Game, id: string, events: readonly SiegeEvent[]): PostTally {
  const spells: { turn: number; pulse: number; holder: Holder }[] = [{ turn: 0, pulse: 0, holder: 'garrison' }];
  for (const event of events) {
    if (event.type === 'holder-changed' && event.post === id) spells.push({ turn: event.turn, pulse: event.pulse, holder: event.to });
  }
  const last = spells[spells.length - 1];
  const lost = last?.holder === 'besieger' ? last : null;
  return { id, spells, lostDay: lost === null ? null : dayOfClock(game, lost) };
}

/** Calendar day of an hour: nights run on past midnight. */
function dayOfClock({ scenario }: Game, when: { readonly turn: number; readonly pulse: number }): number {
  const day = dayOf(scenario, when.turn);
  return day + (isNight(scenario, when.turn) && when.pulse >= PULSES / 2 ? 1 : 0);
}
