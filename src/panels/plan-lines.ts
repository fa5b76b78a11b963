/** The lines of the plan card: what the staff proposes, what was made of it, and what one ordered oneself. */
import { domainOf, type Domain, type Order } from '../engine/index.ts';
import { orderKey } from '../session/order-key.ts';
import type { Play } from './desk.ts';
import type { ReasonGiven } from './text/reason-words.ts';

/** What became of a proposal; an order of one's own is always accepted. */
export type LineState = 'open' | 'accepted' | 'struck';

/** One line of the plan card. */
export interface PlanLine {
  readonly order: Order;
  readonly state: LineState;
  readonly own: boolean;
  readonly reasons: readonly ReasonGiven[];
}

/** The lines for the turn looked at; on a turn already played, the orders that were given. */
export function planLines(play: Play, struck: readonly string[]): readonly PlanLine[] {
  const given = play.orders;
  if (!play.live || play.verdict !== null) return givenLines(given);
  const plan = play.staffPlan();
  const keys = given.map(orderKey);
  const proposed = plan.orders.map((order, index): PlanLine => {
    const key = orderKey(order);
    const state = keys.includes(key) ? 'accepted' : struck.includes(key) ? 'struck' : 'open';
    return { order, state, own: false, reasons: plan.intents.filter((intent) => intent.order === index) };
  });
  const proposedKeys = plan.orders.map(orderKey);
  const own = given.filter((order) => !proposedKeys.includes(orderKey(order)));
  return [...proposed, ...own.map((order): PlanLine => ({ order, state: 'accepted', own: true, reasons: [] }))];
}

/** Orders that were given, as lines. */
export function givenLines(orders: readonly Order[]): readonly PlanLine[] {
  return orders.map((order) => ({ order, state: 'accepted', own: true, reasons: [] }));
}

/** Reasons of the plan that belong to no order: what the staff leaves undone, and why. */
export function looseReasons(play: Play): readonly ReasonGiven[] {
  if (!play.live || play.verdict !== null) return [];
  return play.staffPlan().intents.filter((intent) => intent.order === null);
}

/** Accepts every proposal that can stand, in the staff's order, before one's own orders. */
export function acceptAll(play: Play, struck: readonly string[]): void {
  const lines = planLines(play, struck);
  play.setOrders(lines.map((line) => line.order));
}

/** Takes a line into the orders, or out of them. */
export function toggleLine(play: Play, line: PlanLine): void {
  const index = play.orders.map(orderKey).indexOf(orderKey(line.order));
  if (index >= 0) play.remove(index);
  else play.add(line.order);
}

/** Lines of one domain, each with its place in the whole plan; a short plan is one group that needs no title. */
export interface LineGroup {
  readonly domain: Domain | null;
  /** The domain to be said over the group; null over a short plan. */
  readonly title: Domain | null;
  readonly lines: readonly { readonly line: PlanLine; readonly index: number }[];
}

/** A plan of no more lines than these is told in one piece. */
const SHORT_PLAN = 10;
const GROUPS: readonly (Domain | null)[] = ['men', 'air', 'digging', 'guns', 'rear', null];

/** The lines by domain, what moves men first; the order within a domain is that of the plan. */
export function groupsOf(lines: readonly PlanLine[]): readonly LineGroup[] {
  const placed = lines.map((line, index) => ({ line, index }));
  if (lines.length <= SHORT_PLAN) return [{ domain: null, title: null, lines: placed }];
  return GROUPS.flatMap((domain) => {
    const own = placed.filter(({ line }) => domainOf(line.order.kind) === domain);
    return own.length === 0 ? [] : [{ domain, title: domain, lines: own }];
  });
}
