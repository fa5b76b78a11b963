/** What a rule is handed besides the state: the game, the hour, the orders that got through, chance, and an ear. */
import type { Board } from './board.ts';
import type { Aim, Fact, SiegeEvent } from './events.ts';
import type { Barrage } from './flak-guns.ts';
import type { Order } from './orders.ts';
import type { Draws } from './random.ts';
import type { Place, Scenario, SideId } from './scenario.ts';
import { PULSES } from './state.ts';
import type { GameState } from './state.ts';
import type { Rules } from './tunables.ts';
import type { Eyes } from './watch.ts';

/** A siege that can be played: its facts, its board and its seed. */
export interface Game {
  readonly scenario: Scenario;
  readonly board: Board;
  readonly seed: string;
  /** The first morning, to copy further games of the same scenario from. */
  readonly opening: GameState;
}

/** An order as it reached those who carry it out. */
export interface Given {
  readonly side: SideId;
  /** Index in its side's list. */
  readonly index: number;
  readonly order: Order;
  /** First pulse in which it can be acted on. */
  from: number;
  lost: boolean;
  /** Carried out, or found to be impossible. */
  done: boolean;
  /** Rounds it may still spend. */
  left: number;
}

/** A battery's task in one pulse. */
export interface Mission {
  /** Row of the battery. */
  readonly battery: number;
  readonly rounds: number;
  readonly aim: Aim;
  /** For counter-battery: the fix it is laid on. */
  readonly fix: string | null;
}

/** An order of fire in one turn. */
export interface FireTask {
  readonly given: GivenOf<'bombard'> | GivenOf<'counter-battery'>;
  /** The guns that it asks for; null where the rule set has none of them. */
  readonly guns: GunTasks | null;
  /** Where its shells go in this pulse; null while no gun may fire for it. */
  aim: Aim | null;
  place: Place;
  /** Where its target was found last among those of its kind; -1 = not looked for yet. */
  row: number;
  /** Rounds in this pulse. */
  fired: number;
}

/** The orders of fire for one kind of guns, in the order in which they were given, and the rows of its batteries. */
export interface GunTasks {
  readonly tasks: FireTask[];
  readonly rows: number[];
  /** The pulse in which one of them was last under way; -1 = none yet. */
  calledAt: number;
}

/** The orders of fire of a turn, in the order in which they were given. */
export interface FireTasks {
  readonly all: FireTask[];
  /** Those whose hour has come, until they are done with. */
  readonly underWay: FireTask[];
  /** The pulse in which the next of the others begins. */
  next: number;
  /** By the guns that they ask for: in a list, and by kind (`gunKind`). */
  readonly guns: GunTasks[];
  readonly byGuns: (GunTasks | undefined)[];
}

/** One flight of one aircraft in one pulse: launched by the airlift, shot at by flak, then it does its work. */
export interface Flight {
  readonly given: Given;
  /** Number among the sorties of its order: with the order's index it names the stream that its luck comes from. */
  readonly number: number;
  readonly aircraft: string;
  /** Rows of its fleet, of its camp and of the unit whose men are aboard; -1 = none. */
  readonly fleet: number;
  readonly campRow: number;
  readonly unitRow: number;
  readonly purpose: 'airlift' | 'land' | 'jump' | 'strike';
  readonly pulse: number;
  /** Metres above the valley floor; fighters and landings come low. */
  readonly height: number;
  readonly camp: string | null;
  /** Where it runs in, metres. */
  readonly east: number;
  readonly north: number;
  /** Kilos or men aboard. */
  readonly kilos: number;
  readonly men: number;
  fate: 'flying' | 'lost' | 'turned-back' | 'done';
}

/** What the air has done in this turn so far; begun with the first sortie. */
export interface AirTurn {
  /** The row that this turn's loads begin at. */
  readonly firstLoad: number;
  /** By row of the camp: kilos dropped, and by whose ground they came to rest on (in the order of GROUND_*). */
  readonly counted: { dropped: number; readonly ground: number[] }[];
  /** Thousandths of a round that each of the board's guns against aircraft has fired. */
  readonly flakSpent: number[];
  /** What waits on the run-ins flown so far. */
  readonly barrages: Barrage[];
  /** By row of the strip: landings, aircraft burnt on it, chance of that for one that lands; -1 = not looked at yet. */
  readonly strips: { landed: number; burnt: number; danger: number }[];
}

/** One turn in the making. */
export interface Turn {
  readonly game: Game;
  readonly board: Board;
  readonly rules: Rules;
  readonly number: number;
  readonly night: boolean;
  /** 0-11; moved on by the turn itself. */
  pulse: number;
  readonly draws: Draws;
  readonly given: readonly Given[];
  /** The same by the kind of order, so that no rule looks through all of them in every pulse. */
  readonly byKind: GivenByKind;
  /** Null before guns are first laid. */
  fire: FireTasks | null;
  /** Who fires at what in this pulse. */
  missions: readonly Mission[];
  /** Rows of the posts under fire in this pulse, in order; null before the first shells of the turn are counted. */
  shelled: readonly number[] | null;
  /** Flights of this turn by their pulse, in the order in which they were sent off; nothing stands at a pulse in which none flies. */
  readonly flights: (Flight[] | undefined)[];
  /** Null where nothing flies. */
  air: AirTurn | null;
  /** Rounds of protective fire spent this turn, by dump and weapon (dump row times weapons plus column). */
  readonly protectSpent: number[];
  /** Companies sent out on standing orders in this turn, by camp. */
  readonly reservesSent: Record<string, number>;
  /** Whence each side looks, once it is counted; begun anew when a post changes hands, null where every look counts afresh. */
  eyes: Record<SideId, Eyes | null> | null;
  /** What rules counted when they last looked in this turn, so that an hour in which nothing has moved since is passed over. */
  readonly counted: Counted;
  /** Rows of the posts that both sides are in; null before anybody asks, and again once a post has changed hands. */
  contested: readonly number[] | null;
  /** Where the units stand; null before anybody asks. */
  where: Where | null;
  tell(fact: Fact): void;
  /** The same for what is told most often, already with its turn and hour, so that nothing need be added to it. */
  record(event: SiegeEvent): void;
}

/** By row of the unit; whoever moves a unit (`stand`) or hurts it notes that here. */
export interface Where {
  /** Row of the post that it stands in; one more than the last where it stands in none. */
  readonly post: number[];
  /** 1 for those who have lost men since their cohesion was last counted. */
  readonly struck: number[];
  /** Row of the camp that it is with; null before anybody asks, and again once a unit has moved or a camp has fallen. */
  camp: readonly number[] | null;
}

/** Counts of a turn; -1 = nobody has looked yet. */
export interface Counted {
  /** Men of the garrison who were killed and wounded, by its ledger, when morale last looked at its units. */
  hurt: number;
  /** Changes of the ring when fallen headquarters were last looked for, and when men last heard what became of other posts. */
  changes: number;
  heard: number;
  /** Clock at which an assault last ended. */
  stormed: number;
  /** Companies on their way to a counter-attack; set back to -1 by the standing order that sends one off. */
  counterAttackers: number;
  /** Rows of the units on the move, and of some that no longer are; set back to null by whatever sends one off. */
  marchers: readonly number[] | null;
  /** By row of the battery: one more than where the fix of it stands among those of the other side, nought = none; null = nobody has looked yet. */
  fixes: Uint16Array | null;
  /** Rows of the posts that fire keeps down; null = nobody has looked yet. */
  keptDown: number[] | null;
}

/** Nothing counted yet. */
export function nothingCounted(): Counted {
  return { hurt: -1, changes: -1, heard: -1, stormed: -1, counterAttackers: -1, marchers: null, fixes: null, keptDown: null };
}

/** A rule: it changes the state and tells what happened. */
export type Rule = (state: GameState, turn: Turn) => void;

/** Pulses since the siege began. */
export function clockOf(turn: Turn): number {
  return turn.number * PULSES + turn.pulse;
}

/** True in turns from 18:00 to 06:00. */
export function isNight(scenario: Pick<Scenario, 'calendar'>, turn: number): boolean {
  return (turn + (scenario.calendar.firstPhase === 'night' ? 1 : 0)) % 2 === 1;
}

/** Days since the first day of the siege, by the turn's beginning. */
export function dayOf(scenario: Pick<Scenario, 'calendar'>, turn: number): number {
  return Math.floor((turn + (scenario.calendar.firstPhase === 'night' ? 1 : 0)) / 2);
}

/** Orders by kind; undefined where nobody gave one of it. */
export type GivenByKind = { readonly [Kind in Order['kind']]: readonly GivenOf<Kind>[] | undefined };

/** An order of one kind as it reached those who carry it out. */
export type GivenOf<Kind extends Order['kind']> = Given & { readonly order: Extract<Order, { kind: Kind }> };

/** Sorts orders by kind; both sides' orders of a kind stay in the order in which they were given. */
export function sortByKind(given: readonly Given[]): GivenByKind {
  const sorted = noneByKind();
  for (const one of given) {
    const alike = sorted[one.order.kind];
    if (alike === undefined) sorted[one.order.kind] = [one];
    else alike.push(one);
  }
  return sorted as GivenByKind;
}

/** Every kind is named from the start, so that all turns' lists have one shape and reading from them stays quick. */
function noneByKind(): Record<Order['kind'], Given[] | undefined> {
  return {
    bombard: undefined, 'counter-battery': undefined, protect: undefined, reinforce: undefined, 'counter-attack': undefined, 'give-up': undefined,
    dig: undefined, assault: undefined, 'break-off': undefined, encircle: undefined, trench: undefined, mine: undefined, 'move-guns': undefined,
    snipe: undefined, rest: undefined, 'close-up': undefined, porters: undefined, gather: undefined, airlift: undefined, land: undefined,
    jump: undefined, strike: undefined, raid: undefined, convoy: undefined, ask: undefined, ration: undefined, replace: undefined,
    'break-out': undefined, surrender: undefined,
  };
}

/** Orders of a kind that may be acted on now. */
export function ordersDue<Kind extends Order['kind']>(turn: Turn, kind: Kind): readonly GivenOf<Kind>[] {
  const given: readonly GivenOf<Kind>[] | undefined = turn.byKind[kind];
  if (given === undefined) return NONE;
  let due: GivenOf<Kind>[] | null = null;
  for (const one of given) if (!one.lost && !one.done && one.from <= turn.pulse) (due ??= []).push(one);
  return due ?? NONE;
}

const NONE: readonly never[] = [];
