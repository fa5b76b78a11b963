/**
 * The turn: one list of rules, one way through it.
 *
 * `playTurnInPlace` runs the rules on a plain object, for playouts. `playTurn` runs the same on a copy and lets immer
 * bring the result back into the old state: turns share what did not change, and a frozen state throws on a stray
 * write. (Rules run on immer's proxies themselves took 18-106 ms a turn here; on a copy, a few.)
 */
import { produce } from 'immer';
import { at, compileBoard } from './board.ts';
import type { Fact, SiegeEvent } from './events.ts';
import { layGuns } from './fire-plan.ts';
import type { Order, OrdersBySide } from './orders.ts';
import { drawsOf } from './random.ts';
import type { Draws } from './random.ts';
import { airStrikes } from './rules/air-strikes.ts';
import { closeAir, comeDown, takeOff } from './rules/airlift.ts';
import { artillery } from './rules/artillery.ts';
import { assault, hemIn } from './rules/assault.ts';
import { breakOut } from './rules/break-out.ts';
import { collapse } from './rules/collapse.ts';
import { command } from './rules/command.ts';
import { commandLoss, headquartersFallen } from './rules/command-loss.ts';
import { counterBattery, repairTubes } from './rules/counter-battery.ts';
import { desertion } from './rules/desertion.ts';
import { digging } from './rules/digging.ts';
import { flak } from './rules/flak.ts';
import { driveGallery, fireGallery } from './rules/gallery.ts';
import { geneva } from './rules/geneva.ts';
import { health } from './rules/health.ts';
import { highCommand } from './rules/high-command.ts';
import { march } from './rules/march.ts';
import { morale, rest } from './rules/morale.ts';
import { noteSightings, spotGuns } from './rules/observation.ts';
import { rations } from './rules/rations.ts';
import { recovery } from './rules/recovery.ts';
import { raids } from './rules/raids.ts';
import { ring } from './rules/ring.ts';
import { roads } from './rules/roads.ts';
import { sniping } from './rules/sniping.ts';
import { supply } from './rules/supply.ts';
import { surrender } from './rules/surrender.ts';
import { weather } from './rules/weather.ts';
import { will } from './rules/will.ts';
import { SIDES } from './scenario.ts';
import type { Scenario, SideId } from './scenario.ts';
import { copyOf, settle } from './settle.ts';
import { openingState } from './start.ts';
import { PULSES } from './state.ts';
import type { GameState } from './state.ts';
import { isNight, nothingCounted, sortByKind } from './turn-context.ts';
import type { Game, Given, Rule, Turn } from './turn-context.ts';
import { reachVerdict } from './verdict.ts';

export type { Game } from './turn-context.ts';

/** Raised with every change that moves a golden hash; the changelog says what moved. */
export const RULES_VERSION = 4;

/** The rules that a siege is played by. */
export type RuleName =
  | 'weather' | 'command' | 'roads' | 'ring' | 'supply' | 'airlift' | 'flak' | 'march' | 'artillery' | 'counter-battery' | 'air-strikes'
  | 'observation' | 'command-loss' | 'gallery' | 'assault' | 'raids' | 'morale' | 'surrender' | 'digging' | 'sniping' | 'recovery'
  | 'rations' | 'health' | 'desertion' | 'will' | 'high-command' | 'collapse' | 'break-out' | 'geneva';

/**
 * What happens in a turn, in order: once before the first pulse, in each of twelve pulses, once after the last.
 * Fire comes before command loss, which reads where the shells fell; both before the assault, which reads what they
 * did; morale before surrender, which reads the cohesion that is left; headquarters whose posts fell come last.
 */
export const SEQUENCE_OF_PLAY: readonly { readonly rule: RuleName; readonly when: 'start' | 'pulse' | 'end'; readonly play: Rule }[] = [
  { rule: 'weather', when: 'start', play: weather },
  { rule: 'command', when: 'start', play: command },
  { rule: 'roads', when: 'start', play: roads },
  { rule: 'ring', when: 'start', play: ring },
  { rule: 'airlift', when: 'start', play: takeOff },
  { rule: 'high-command', when: 'start', play: highCommand },
  { rule: 'supply', when: 'pulse', play: supply },
  { rule: 'flak', when: 'pulse', play: flak },
  { rule: 'march', when: 'pulse', play: march },
  { rule: 'artillery', when: 'pulse', play: artillery },
  { rule: 'counter-battery', when: 'pulse', play: counterBattery },
  { rule: 'air-strikes', when: 'pulse', play: airStrikes },
  { rule: 'observation', when: 'pulse', play: spotGuns },
  { rule: 'airlift', when: 'pulse', play: comeDown },
  { rule: 'command-loss', when: 'pulse', play: commandLoss },
  { rule: 'gallery', when: 'pulse', play: fireGallery },
  { rule: 'assault', when: 'pulse', play: assault },
  { rule: 'raids', when: 'pulse', play: raids },
  { rule: 'morale', when: 'pulse', play: morale },
  { rule: 'surrender', when: 'pulse', play: surrender },
  { rule: 'command-loss', when: 'pulse', play: headquartersFallen },
  { rule: 'assault', when: 'end', play: hemIn },
  { rule: 'ring', when: 'end', play: ring },
  { rule: 'digging', when: 'end', play: digging },
  { rule: 'gallery', when: 'end', play: driveGallery },
  { rule: 'sniping', when: 'end', play: sniping },
  { rule: 'airlift', when: 'end', play: closeAir },
  { rule: 'recovery', when: 'end', play: recovery },
  { rule: 'rations', when: 'end', play: rations },
  { rule: 'health', when: 'end', play: health },
  { rule: 'counter-battery', when: 'end', play: repairTubes },
  { rule: 'morale', when: 'end', play: rest },
  { rule: 'desertion', when: 'end', play: desertion },
  { rule: 'will', when: 'end', play: will },
  { rule: 'observation', when: 'end', play: noteSightings },
  { rule: 'break-out', when: 'end', play: breakOut },
  { rule: 'collapse', when: 'end', play: collapse },
  { rule: 'geneva', when: 'end', play: geneva },
];

/** Ways to play a turn that are not the siege's own. */
export interface PlayOptions {
  /** Leaves one rule out, to see what it does. */
  readonly without?: RuleName;
  /** Draws other than the seed's own: a test's listed rolls. */
  readonly draws?: Draws;
  /** Looks at the state after each rule, to see which of them did what. */
  readonly after?: (rule: RuleName, state: GameState) => void;
}

/** A game at its first morning; with another game of the same scenario to go by, its board need not be worked out again. */
export function newGame(scenario: Scenario, seed: string, like?: Game): { game: Game; state: GameState } {
  const board = like?.scenario === scenario ? like.board : compileBoard(scenario);
  const opening = like?.scenario === scenario ? like.opening : openingState(scenario, board);
  return { game: { scenario, board, seed, opening }, state: copyOf(opening) };
}

/** Plays one turn on a state that stays as it was, and gives the next. */
export function playTurn(game: Game, state: GameState, orders: OrdersBySide, options: PlayOptions = {}): { state: GameState; events: SiegeEvent[] } {
  const played = copyOf(state);
  const events = playTurnInPlace(game, played, orders, options);
  return { state: produce(state, (draft) => settle(draft, state, played)), events };
}

/** Plays one turn on the state itself. */
export function playTurnInPlace(game: Game, state: GameState, orders: OrdersBySide, options: PlayOptions = {}): SiegeEvent[] {
  if (state.verdict !== null) throw new Error(`turn ${state.turn}: the siege is over`);
  const events: SiegeEvent[] = [];
  const turn = openTurn(game, state, orders, options, events);
  const { without, after } = options;
  const played = without === undefined ? PLAYED : byHour(SEQUENCE_OF_PLAY.filter(({ rule }) => rule !== without));
  run(played.start, state, turn, after);
  let changesSeen = -1;
  for (turn.pulse = 0; turn.pulse < PULSES; turn.pulse += 1) {
    if (changesSeen !== state.ring.changes) turn.eyes = { garrison: null, besieger: null };
    changesSeen = state.ring.changes;
    turn.missions = layGuns(state, turn);
    run(played.pulse, state, turn, after);
  }
  turn.pulse = PULSES - 1;
  turn.eyes = { garrison: null, besieger: null };
  run(played.end, state, turn, after);
  reachVerdict(state, turn);
  state.turn += 1;
  return events;
}

type Steps = typeof SEQUENCE_OF_PLAY;

/** The sequence of play by when its rules are played, sorted once for all turns. */
const PLAYED = byHour(SEQUENCE_OF_PLAY);

function byHour(steps: Steps): Readonly<Record<Steps[number]['when'], Steps>> {
  return {
    start: steps.filter(({ when }) => when === 'start'),
    pulse: steps.filter(({ when }) => when === 'pulse'),
    end: steps.filter(({ when }) => when === 'end'),
  };
}

function run(steps: Steps, state: GameState, turn: Turn, after: PlayOptions['after']): void {
  for (const step of steps) {
    step.play(state, turn);
    if (after !== undefined) after(step.rule, state);
  }
}

function openTurn(game: Game, state: GameState, orders: OrdersBySide, options: PlayOptions, events: SiegeEvent[]): Turn {
  const all: Given[] = [];
  for (const side of SIDES) for (let index = 0; index < orders[side].length; index += 1) all.push(given(side, at(orders[side], index), index));
  const turn: Turn = {
    game,
    board: game.board,
    rules: game.scenario.rules,
    number: state.turn,
    night: isNight(game.scenario, state.turn),
    pulse: 0,
    draws: options.draws ?? drawsOf(game.seed, state.turn),
    given: all,
    byKind: sortByKind(all),
    fire: null,
    missions: [],
    shelled: null,
    flights: [],
    air: null,
    protectSpent: new Array<number>(game.scenario.dumps.length * game.board.weapons.length).fill(0),
    reservesSent: {},
    eyes: null,
    counted: nothingCounted(),
    contested: null,
    where: null,
    tell: (fact: Fact) => {
      const event = fact as Fact & { turn: number; pulse: number };
      event.turn = turn.number;
      event.pulse = turn.pulse;
      events.push(event);
    },
    record: (event: SiegeEvent) => {
      events.push(event);
    },
  };
  return turn;
}

function given(side: SideId, order: Order, index: number): Given {
  const { from = 0, rounds = 0 } = order as { readonly from?: number; readonly rounds?: number };
  return { side, index, order, from, lost: false, done: false, left: rounds };
}
