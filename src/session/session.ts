/**
 * One game in progress, without a screen.
 *
 * The session alone knows the whole truth. What it hands out is what the side that looks may see: its view, the
 * events it saw, forecasts and refusals made from that view. Scrubbing back shows any turn again; ending a turn
 * there begins a branch and keeps the old line.
 */
import type { Commander, Plan } from '../commanders/commander.ts';
import { commanderFor } from '../commanders/roster.ts';
import {
  checkOrders, choices, forecast, newGame, playTurn, RULES_VERSION, talliesOf,
  type Choices, type Domain, type Forecast, type Game, type GameState, type Order, type OrderKind, type OrderProblem,
  type SideId, type SideView, type SiegeEvent, type Tallies, type Verdict,
} from '../engine/index.ts';
import { REPLAY_FORMAT, type Replay, type ReplayTurn } from '../replay/format.ts';
import type { SavedGame } from '../replay/saved-format.ts';
import { DraftBook } from './draft-book.ts';
import { ordersLeftToStaff } from './left-to-staff.ts';
import { orderKey } from './order-key.ts';
import type { Draft } from './orders-draft.ts';
import type { LineSummary, SessionChange, SessionSetup, TurnOutcome } from './setup.ts';
import { Sides } from './sides.ts';
import { currentLine, extended, isLive, lookingAt, stateAt, timelineOf, turnPlayed, withTurn, type Timeline } from './timeline.ts';

/** One game in progress. */
export class Session {
  readonly setup: SessionSetup;
  readonly #game: Game;
  readonly #sides: Sides;
  readonly #drafts = new DraftBook(() => this.#ordersLeft());
  readonly #listeners = new Set<(change: SessionChange) => void>();
  #timeline: Timeline;
  #side: SideId;
  #mode: 'play' | 'watch';
  #left: readonly Domain[] = [];

  private constructor(setup: SessionSetup, game: Game, timeline: Timeline) {
    this.setup = setup;
    this.#game = game;
    this.#timeline = timeline;
    this.#side = setup.side;
    this.#mode = setup.mode;
    const commanders = { garrison: namedCommander('garrison', setup), besieger: namedCommander('besieger', setup) };
    this.#sides = new Sides(game, setup.seed, commanders);
  }

  /** Begins a game at its first turn. */
  static start(setup: SessionSetup): Session {
    const { game, state } = newGame(setup.scenario, setup.seed);
    return new Session(setup, game, timelineOf(state, []));
  }

  /** A game that goes on from a timeline; for reading saved games and replays. */
  static resume(setup: SessionSetup, game: Game, timeline: Timeline, orders: readonly Order[], left: readonly Domain[] = []): Session {
    const session = new Session(setup, game, timeline);
    session.#left = left;
    if (orders.length > 0) session.#drafts.write({ timeline, side: setup.side }, orders);
    return session;
  }

  /** Calls back after every change; the answer ends it. */
  subscribe(listener: (change: SessionChange) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  // Looking

  /** The side whose eyes are looked through. */
  get side(): SideId {
    return this.#side;
  }

  get mode(): 'play' | 'watch' {
    return this.#mode;
  }

  /** Turns played before the state looked at: the index of the turn to be ordered. */
  get turn(): number {
    return this.#timeline.at;
  }

  /** Turns played on the line looked at. */
  get turnsPlayed(): number {
    return currentLine(this.#timeline).turns.length;
  }

  /** True when the newest turn of the line is looked at. */
  get live(): boolean {
    return isLive(this.#timeline);
  }

  /** The end of the siege as of the turn looked at. */
  get verdict(): Verdict | null {
    return this.#state().verdict;
  }

  /** What the side that looks sees, after so many turns; by default after those looked at. */
  view(turns: number = this.turn, side: SideId = this.#side): SideView {
    this.#mayLook(side);
    return this.#sides.view(stateAt(this.#timeline, turns), side);
  }

  /** What that side saw happen in one turn of the line, by its index. */
  events(turn: number, side: SideId = this.#side): readonly SiegeEvent[] {
    this.#mayLook(side);
    return currentLine(this.#timeline).turns[turn]?.seen[side] ?? [];
  }

  /** Everything that happened in one turn, each thing as the side it befell knows it: only for one who plays neither. */
  truth(turn: number): readonly SiegeEvent[] {
    if (this.#mode === 'play') throw new Error(`${this.#side} is played: the other side's events are closed`);
    return currentLine(this.#timeline).turns[turn]?.events ?? [];
  }

  /** Everything that side saw up to the turn looked at. */
  log(side: SideId = this.#side): readonly SiegeEvent[] {
    this.#mayLook(side);
    return currentLine(this.#timeline).turns.slice(0, this.turn).flatMap((played) => played.seen[side]);
  }

  /** The whole count of both sides: only once the siege is over, or for one who plays neither. */
  tallies(): Tallies | null {
    if (this.#mode === 'play' && this.verdict === null) return null;
    const events = currentLine(this.#timeline).turns.slice(0, this.turn).flatMap((played) => played.events);
    return talliesOf(this.#game, this.#state(), events);
  }

  /** Looks at the state after so many turns of the line; beyond its ends, at the nearest end. */
  seek(turns: number): void {
    this.#look(lookingAt(this.#timeline, this.#timeline.line, turns));
  }

  /** All lines of play, in the order of their making. */
  branches(): readonly LineSummary[] {
    return this.#timeline.lines.map(({ id, fork, turns }) => ({ id, fork, turns: turns.length, verdict: turns.at(-1)?.state.verdict ?? null }));
  }

  /** The id of the line looked at. */
  get branch(): number {
    return this.#timeline.line;
  }

  /** Looks at the end of another line. */
  chooseBranch(id: number): void {
    this.#look(lookingAt(this.#timeline, id, Number.MAX_SAFE_INTEGER));
  }

  /** Takes the orders of a side into one's own hands from the turn looked at. */
  play(side: SideId): void {
    this.#mode = 'play';
    this.#side = side;
    this.#tell('look');
  }

  /** Leaves both sides to their commanders and looks through the eyes of this one. */
  watch(side: SideId): void {
    this.#mode = 'watch';
    this.#side = side;
    this.#tell('look');
  }

  // Ordering

  /** The orders being drawn up for the turn looked at: on a turn already played, those that were given. */
  get orders(): readonly Order[] {
    return this.#draft().orders;
  }

  get canUndo(): boolean {
    return this.#draft().done.length > 0;
  }

  get canRedo(): boolean {
    return this.#draft().undone.length > 0;
  }

  /** Adds an order after the others. */
  add(order: Order): void {
    this.setOrders([...this.orders, order]);
  }

  /** Puts an order in the place of another. */
  replace(index: number, order: Order): void {
    if (index in this.orders) this.setOrders(this.orders.with(index, order));
  }

  /** Strikes one order. */
  remove(index: number): void {
    if (index in this.orders) this.setOrders(this.orders.toSpliced(index, 1));
  }

  /** Replaces all orders at once: the staff's plan, or none. */
  setOrders(orders: readonly Order[]): void {
    this.#drafts.write(this.#page(), orders);
    this.#tell('draft');
  }

  /** Takes back the last change of the orders. */
  undo(): void {
    this.#drafts.undo(this.#page());
    this.#tell('draft');
  }

  /** Makes the change again that was taken back. */
  redo(): void {
    this.#drafts.redo(this.#page());
    this.#tell('draft');
  }

  /** The domains in which the staff orders in one's place. */
  get leftToStaff(): readonly Domain[] {
    return this.#left;
  }

  /** Leaves these domains to the staff, from the turn looked at until this is called again; what it orders there joins what was ordered. */
  leaveToStaff(domains: readonly Domain[]): void {
    const page = this.#page();
    const orders = this.#drafts.isWritten(page) ? this.orders : null;
    this.#left = [...domains];
    const keys = orders?.map(orderKey) ?? [];
    const fresh = this.#ordersLeft().filter((order) => !keys.includes(orderKey(order)));
    if (orders !== null && fresh.length > 0) this.#drafts.write(page, [...orders, ...fresh]);
    this.#tell('draft');
  }

  /** The plan of one's own staff for the turn looked at, with its reasons. */
  staffPlan(): Plan {
    return this.#sides.plan(this.#state(), this.#side);
  }

  /** What is wrong with the orders being drawn up. */
  problems(): readonly OrderProblem[] {
    return checkOrders(this.view(), this.orders);
  }

  /** What is wrong with an order that might be added after the others. */
  problemsWith(order: unknown): readonly OrderProblem[] {
    const index = this.orders.length;
    return checkOrders(this.view(), [...this.orders, order]).filter((problem) => problem.order === index);
  }

  /** The allowed values of the next field of an order begun. */
  choices(kind: OrderKind, partial: Record<string, unknown>): Choices {
    return choices(this.view(), kind, partial);
  }

  /**
   * What an order is likely to do, from what one's own side knows, together with the orders given beside it; before
   * any is given, with those that the staff proposes.
   */
  forecast(order: Order): Forecast | null {
    return forecast(this.view(), order, this.orders.length > 0 ? this.orders : this.staffPlan().orders);
  }

  /**
   * Plays the turn looked at: one's own orders (in `watch` the commander's), and those of the other commander,
   * who sees his view and nothing else. Back in the middle of a line this begins a branch.
   */
  endTurn(): TurnOutcome {
    const state = this.#state();
    if (state.verdict !== null) return { ended: false, why: 'over', problems: [] };
    const problems = this.#mode === 'play' ? this.problems() : [];
    if (problems.length > 0) return { ended: false, why: 'illegal', problems };
    const orders = { garrison: this.#given(state, 'garrison'), besieger: this.#given(state, 'besieger') };
    const played = turnPlayed(this.#game, orders, playTurn(this.#game, state, orders));
    const branched = !this.live;
    this.#timeline = withTurn(this.#timeline, played);
    this.#tell('turn');
    return { ended: true, turn: this.turn - 1, events: played.seen[this.#side], branched };
  }

  /**
   * Watching: both commanders play one turn at the end of the line, while the place looked at stays. False once the
   * siege is over; a page calls it between its frames until then.
   */
  playAhead(): boolean {
    const state = stateAt(this.#timeline, this.turnsPlayed);
    if (this.#mode === 'play' || state.verdict !== null) return false;
    const orders = { garrison: this.#sides.plan(state, 'garrison').orders, besieger: this.#sides.plan(state, 'besieger').orders };
    this.#timeline = extended(this.#timeline, turnPlayed(this.#game, orders, playTurn(this.#game, state, orders)));
    this.#tell('ahead');
    return true;
  }

  // Keeping

  /** The line looked at as a replay, all its turns. */
  replay(): Replay {
    const { source, seed } = this.setup;
    return { format: REPLAY_FORMAT, rules: RULES_VERSION, scenario: source, seed, turns: currentLine(this.#timeline).turns.map(recordOf) };
  }

  /** All lines and the place looked at, for saving: orders and hashes, no states. */
  recorded(): Pick<SavedGame, 'lines' | 'line' | 'at'> {
    const { lines, line, at } = this.#timeline;
    return { lines: lines.map(({ fork, turns }) => ({ fork, turns: turns.slice(fork?.turns ?? 0).map(recordOf) })), line, at };
  }

  #given(state: GameState, side: SideId): readonly Order[] {
    if (this.#mode === 'play' && side === this.#side) return this.orders;
    return this.#sides.plan(state, side).orders;
  }

  /** What the staff orders in one's place when the turn is opened. */
  #ordersLeft(): readonly Order[] {
    const isOpen = this.#mode === 'play' && this.live && this.verdict === null && this.#left.length > 0;
    return isOpen ? ordersLeftToStaff(this.staffPlan(), this.#left) : [];
  }

  /** One who plays sees with the eyes of his side alone. */
  #mayLook(side: SideId): void {
    if (this.#mode === 'play' && side !== this.#side) throw new Error(`${this.#side} is played: the view of ${side} is closed`);
  }

  #state(): GameState {
    return stateAt(this.#timeline, this.#timeline.at);
  }

  #page(): { readonly timeline: Timeline; readonly side: SideId } {
    return { timeline: this.#timeline, side: this.#side };
  }

  #draft(): Draft {
    return this.#drafts.at(this.#page());
  }

  #look(timeline: Timeline): void {
    this.#timeline = timeline;
    this.#tell('look');
  }

  #tell(change: SessionChange): void {
    for (const listener of [...this.#listeners]) listener(change);
  }
}

function recordOf({ orders, hash }: ReplayTurn): ReplayTurn {
  return { orders, hash };
}

function namedCommander(side: SideId, { commanders }: SessionSetup): Commander {
  const commander = commanderFor(side, commanders[side]);
  if (commander === null) throw new Error(`${side}: no commander named ${commanders[side]}`);
  return commander;
}
