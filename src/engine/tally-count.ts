/** What happened in a siege, counted turn by turn so that no event need be kept. */
import type { EventType, SiegeEvent } from './events.ts';
import { PULSES } from './state.ts';
import type { GameState } from './state.ts';
import { dayTally, hectares } from './tally-day.ts';
import { DAYS_KEPT } from './tally-types.ts';
import type { DayTally, Spell } from './tally-types.ts';
import { dayOf, isNight } from './turn-context.ts';
import type { Game } from './turn-context.ts';

/** Counts of a siege so far. */
export interface Tally {
  readonly game: Game;
  /** By row of the post. */
  readonly spells: Spell[][];
  readonly droppedByDay: number[];
  /** Kilos dropped, and those that came to rest with the besieger or were gathered by him. */
  readonly whole: Drops;
  /** The same since the last landing. */
  readonly sinceLanding: Drops;
  heights: number;
  drops: number;
  commandPostsHit: number;
  ordersLost: number;
  ordersDelayed: number;
  gunsFixed: number;
  counterAttacks: number;
  postsSurrendered: number;
  unitsBroken: number;
  assaults: number;
  trenchesFilled: number;
  /** Clock of the first assault on a post that counts, and of the last loss of one; -1 = none. */
  stormedAt: number;
  lostAt: number;
  /** Day on which the first camp fell; -1 = it stands. */
  fallDay: number;
  readonly generalAssaults: number[];
  /** Posts stormed in the turn that is being counted. */
  readonly stormed: { turn: number; readonly posts: string[] };
  /** Of all camps, in the last turn in which the first of them stood. */
  campAreaHectares: number;
  zoneHectares: number;
  readonly days: (DayTally | null)[];
}

interface Drops {
  dropped: number;
  lost: number;
}

/** A count of a siege that has not begun. */
export function openTally(game: Game): Tally {
  return {
    game,
    spells: game.scenario.posts.map(({ stands }) => [{ turn: 0, pulse: 0, holder: stands ? 'garrison' : 'empty' }]),
    droppedByDay: [], whole: { dropped: 0, lost: 0 }, sinceLanding: { dropped: 0, lost: 0 }, heights: 0, drops: 0,
    commandPostsHit: 0, ordersLost: 0, ordersDelayed: 0, gunsFixed: 0, counterAttacks: 0, postsSurrendered: 0, unitsBroken: 0,
    assaults: 0, trenchesFilled: 0, stormedAt: -1, lostAt: -1, fallDay: -1, generalAssaults: [], stormed: { turn: -1, posts: [] },
    campAreaHectares: 0, zoneHectares: 0, days: DAYS_KEPT.map(() => null),
  };
}

/** Adds the events of a turn, and the state that it left. */
export function addTurn(tally: Tally, state: GameState, events: readonly SiegeEvent[]): void {
  for (const event of events) countEvent(tally, event);
  lookAt(tally, state);
}

/** Keeps the ground that stood last, and how it stood at the start of the days that are kept. */
function lookAt(tally: Tally, state: GameState): void {
  const { board, scenario } = tally.game;
  const standing = state.camps.filter(({ stands }) => stands);
  if (state.camps[0]?.stands === true) {
    tally.campAreaHectares = hectares(board, standing.reduce((sum, camp) => sum + camp.areaHexes, 0));
    tally.zoneHectares = hectares(board, standing.reduce((sum, camp) => sum + camp.zoneHexes, 0));
  }
  if (state.verdict !== null) return;
  const row = DAYS_KEPT.findIndex((day) => day === dayOf(scenario, state.turn));
  if (row >= 0) tally.days[row] ??= dayTally(tally.game, state);
}

type Of<Type extends EventType> = Extract<SiegeEvent, { type: Type }>;

/** What each kind of event adds. */
const COUNTS: { readonly [Type in EventType]?: (tally: Tally, event: Of<Type>) => void } = {
  'holder-changed': changeHands,
  'assault-began': stormed,
  'camp-fell': fell,
  'drop-counted': dropped,
  'loads-gathered': (tally, event) => {
    if (event.side === 'besieger') lostElsewhere(tally, event.elsewhere);
  },
  'loads-dropped': (tally, event) => {
    tally.heights += event.height;
    tally.drops += 1;
  },
  'aircraft-landed': (tally) => {
    tally.sinceLanding.dropped = 0;
    tally.sinceLanding.lost = 0;
  },
  'command-post-hit': (tally) => { tally.commandPostsHit += 1; },
  'order-lost': (tally) => { tally.ordersLost += 1; },
  'order-delayed': (tally) => { tally.ordersDelayed += 1; },
  'gun-fixed': (tally) => { tally.gunsFixed += 1; },
  'reserve-joined': (tally) => { tally.counterAttacks += 1; },
  'post-surrendered': (tally) => { tally.postsSurrendered += 1; },
  'unit-broke': (tally) => { tally.unitsBroken += 1; },
  'trench-filled': (tally) => { tally.trenchesFilled += 1; },
};

/** Adds one event. */
export function countEvent(tally: Tally, event: SiegeEvent): void {
  (COUNTS[event.type] as ((tally: Tally, event: SiegeEvent) => void) | undefined)?.(tally, event);
}

function clock({ turn, pulse }: { readonly turn: number; readonly pulse: number }): number {
  return turn * PULSES + pulse;
}

/** Calendar day of an hour: nights run on past midnight. */
export function dayOfHour({ scenario }: Game, when: { readonly turn: number; readonly pulse: number }): number {
  const day = dayOf(scenario, when.turn);
  return day + (isNight(scenario, when.turn) && when.pulse >= PULSES / 2 ? 1 : 0);
}

function changeHands(tally: Tally, event: Of<'holder-changed'>): void {
  const { board, scenario } = tally.game;
  tally.spells[board.postRow[event.post] ?? -1]?.push({ turn: event.turn, pulse: event.pulse, holder: event.to });
  if (event.to === 'besieger' && scenario.victory.posts.includes(event.post)) tally.lostAt = clock(event);
}

/** Nights with this many posts stormed are those of a general assault. */
const GENERAL = 3;

function stormed(tally: Tally, event: Of<'assault-began'>): void {
  const { scenario } = tally.game;
  if (event.side !== 'besieger') return;
  tally.assaults += 1;
  if (tally.stormedAt < 0 && scenario.victory.posts.includes(event.post)) tally.stormedAt = clock(event);
  if (!isNight(scenario, event.turn)) return;
  const { posts } = tally.stormed;
  if (tally.stormed.turn !== event.turn) posts.length = 0;
  tally.stormed.turn = event.turn;
  if (posts.includes(event.post)) return;
  posts.push(event.post);
  if (posts.length === GENERAL) tally.generalAssaults.push(event.turn);
}

function fell(tally: Tally, event: Of<'camp-fell'>): void {
  const { scenario } = tally.game;
  if (event.camp === scenario.camps[0]?.id) tally.fallDay = dayOfHour(tally.game, event);
}

function dropped(tally: Tally, event: Of<'drop-counted'>): void {
  const day = dayOf(tally.game.scenario, event.turn);
  while (tally.droppedByDay.length <= day) tally.droppedByDay.push(0);
  tally.droppedByDay[day] = (tally.droppedByDay[day] ?? 0) + event.dropped;
  for (const drops of [tally.whole, tally.sinceLanding]) {
    drops.dropped += event.dropped;
    drops.lost += event.withBesieger;
  }
}

/** Gathered from ground that was not the besieger's when it fell. */
function lostElsewhere(tally: Tally, kilos: number): void {
  tally.whole.lost += kilos;
  tally.sinceLanding.lost += kilos;
}
