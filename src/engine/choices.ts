/**
 * The next choice of an order: which field, and which values a view allows for it. Fields are chosen one by one,
 * so the list is never a product of lists.
 */
import { hasRounds, inRange, isFit, weaponsOf } from './checks.ts';
import type { OrderKind } from './orders.ts';
import { ORDER_FIELDS } from './order-shape.ts';
import { PULSES } from './state.ts';
import type { Place } from './scenario.ts';
import type { BatteryView, SideView } from './view.ts';

/** One field to be filled in. */
export interface Choices {
  /** Empty when the order is whole. */
  readonly field: string;
  readonly form: 'one' | 'many' | 'number' | 'done';
  /** Ids; targets are written `post:id` and `approach:id`. */
  readonly values: readonly string[];
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

/** What can be chosen next for an order of this kind, given the fields already chosen. */
export function choices(view: SideView, kind: OrderKind, partial: Readonly<Record<string, unknown>>): Choices {
  const field = Object.keys(ORDER_FIELDS[kind]).find((name) => partial[name] === undefined);
  if (field === undefined) return { field: '', form: 'done', values: [], low: 0, high: 0, step: 0 };
  return choiceOf(view, kind, field, partial);
}

function one(field: string, values: readonly string[]): Choices {
  return { field, form: 'one', values, low: 0, high: 0, step: 0 };
}

function many(field: string, values: readonly string[]): Choices {
  return { ...one(field, values), form: 'many' };
}

function number(field: string, low: number, high: number, step: number): Choices {
  return { field, form: 'number', values: [], low, high, step };
}

function choiceOf(view: SideView, kind: OrderKind, field: string, partial: Readonly<Record<string, unknown>>): Choices {
  switch (field) {
    case 'target': return one(field, targets(view));
    case 'fix': return one(field, view.fixes.map(({ id }) => id));
    case 'weapon': return one(field, weapons(view, partial));
    case 'post': return one(field, posts(view, kind, partial));
    case 'unit': return one(field, view.units.filter(isFit).map(({ id }) => id));
    case 'units':
    case 'lead':
    case 'echelon': return many(field, freeUnits(view, partial));
    case 'rounds': return number(field, 10, Math.max(10, roundsFor(view, kind, partial)), 10);
    case 'odds': return number(field, 0, 3000, 50);
    case 'echelonAfter': return number(field, 0, 2 * PULSES, 1);
    default: return number(field, 0, PULSES - 1, 1);
  }
}

function targets(view: SideView): string[] {
  const away = view.posts.filter((post) => post.holder !== view.side && !(view.side === 'garrison' && post.holder === 'contested'));
  const trenches = view.side === 'garrison' ? view.approaches.map(({ id }) => `approach:${id}`) : [];
  return [...trenches, ...away.map(({ id }) => `post:${id}`)];
}

function posts(view: SideView, kind: OrderKind, partial: Readonly<Record<string, unknown>>): string[] {
  const own = view.posts.filter((post) => post.holder === 'garrison' || post.holder === 'contested').map(({ id }) => id);
  switch (kind) {
    case 'break-off': return view.assaults.filter((assault) => assault.side === view.side && assault.ended === 'no').map(({ post }) => post);
    case 'assault': return ahead(view).filter((id) => !view.assaults.some((one) => one.post === id && one.ended === 'no'));
    case 'dig': return ahead(view);
    case 'counter-attack': return elsewhere(view, partial, view.posts.filter((post) => post.inTheatre).map(({ id }) => id));
    case 'give-up': return own.filter((id) => !view.facts.camps.some((camp) => camp.commandPost === id));
    case 'reinforce': return elsewhere(view, partial, own);
    case 'protect':
    case 'bombard':
    case 'counter-battery': return own;
  }
}

/** Posts of this siege that are still to be taken. */
function ahead(view: SideView): string[] {
  return view.posts.filter((post) => post.inTheatre && post.holder !== view.side).map(({ id }) => id);
}

/** Posts in which the unit that was chosen does not stand already. */
function elsewhere(view: SideView, partial: Readonly<Record<string, unknown>>, posts: readonly string[]): string[] {
  return posts.filter((id) => view.units.every((unit) => unit.id !== partial['unit'] || unit.post !== id));
}

function freeUnits(view: SideView, partial: Readonly<Record<string, unknown>>): string[] {
  const lead: readonly unknown[] = Array.isArray(partial['lead']) ? partial['lead'] : [];
  return view.units.filter((unit) => isFit(unit) && !lead.includes(unit.id)).map(({ id }) => id);
}

/** Where the shells of an order would go. */
export function aimedAt(view: SideView, partial: Readonly<Record<string, unknown>>): Place | null {
  const { target, fix, post } = partial;
  if (typeof fix === 'string') return view.fixes.find(({ id }) => id === fix) ?? null;
  const id = typeof post === 'string' ? post : targetPost(view, target);
  return view.posts.find((one) => one.id === id) ?? null;
}

function targetPost(view: SideView, target: unknown): string | null {
  if (typeof target !== 'object' || target === null) return null;
  const { kind, id } = target as { kind?: unknown; id?: unknown };
  if (kind === 'approach') return view.approaches.find((approach) => approach.id === id)?.post ?? null;
  return typeof id === 'string' ? id : null;
}

function weapons(view: SideView, partial: Readonly<Record<string, unknown>>): string[] {
  const place = aimedAt(view, partial);
  return weaponsOf(view).filter((weapon) => place === null || gunsFor(view, weapon, place).some((battery) => hasRounds(view, battery)));
}

/** Own batteries of a weapon that carry to a place. */
export function gunsFor(view: SideView, weapon: string, place: Place): BatteryView[] {
  return view.batteries.filter((battery) => battery.weapon === weapon && battery.tubes > 0 && inRange(view, battery, place));
}

/** Rounds that could be spent: of the weapon chosen, or of all that fire indirectly. */
function roundsFor(view: SideView, kind: OrderKind, partial: Readonly<Record<string, unknown>>): number {
  const { weapon } = partial;
  const indirect = (id: string): boolean => (view.facts.rules.weapons[id]?.direct ?? 0) < 1000;
  const chosen = typeof weapon === 'string' ? [weapon] : view.weapons.filter((id) => kind === 'protect' && indirect(id));
  let rounds = 0;
  for (const id of chosen) rounds += stockOf(view, id);
  return Math.floor(rounds / 10) * 10;
}

/** Rounds of a weapon that a side has, in dumps and beside the guns. */
export function stockOf(view: SideView, weapon: string): number {
  const column = view.weapons.indexOf(weapon);
  let rounds = 0;
  for (const dump of view.dumps) rounds += dump.rounds[column] ?? 0;
  for (const battery of view.batteries) if (battery.weapon === weapon) rounds += battery.ready;
  return rounds;
}
