/**
 * The next choice of an order: which field, and which values a view allows for it. Fields are chosen one by one,
 * so the list is never a product of lists.
 */
import { aircraftOf, cargoes, DROP_HEIGHTS, sortiesLeft, waitsToJump } from './checks-air.ts';
import { isStricken, MOST_GATHERERS } from './checks-camp.ts';
import { canMove, hasRounds, inRange, targetPlace, weaponsOf } from './checks-guns.ts';
import { isFit } from './checks-march.ts';
import { postChoices } from './choices-posts.ts';
import { indexView } from './order-index.ts';
import { ORDER_FIELDS } from './order-shape.ts';
import type { OrderKind, Target } from './orders.ts';
import type { Place } from './scenario.ts';
import { PULSES } from './state.ts';
import type { BatteryView, SideView } from './view.ts';

/** One field to be filled in. */
export interface Choices {
  /** Empty when the order is whole. */
  readonly field: string;
  readonly form: 'one' | 'many' | 'number' | 'done';
  /** Ids; targets are written `post:id`, `approach:id`, `flak:`; the empty id stands for none. */
  readonly values: readonly string[];
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

type Partial = Readonly<Record<string, unknown>>;

/** What can be chosen next for an order of this kind, given the fields already chosen. */
export function choices(view: SideView, kind: OrderKind, partial: Partial): Choices {
  const field = Object.keys(ORDER_FIELDS[kind]).find((name) => partial[name] === undefined);
  if (field === undefined) return { field: '', form: 'done', values: [], low: 0, high: 0, step: 0 };
  return numberOf(view, kind, field, partial) ?? listOf(view, kind, field, partial);
}

function one(field: string, values: readonly string[]): Choices {
  return { field, form: 'one', values, low: 0, high: 0, step: 0 };
}

function many(field: string, values: readonly string[]): Choices {
  return { ...one(field, values), form: 'many' };
}

function number(field: string, low: number, high: number, step: number): Choices {
  return { field, form: 'number', values: [], low, high: Math.max(low, high), step };
}

function numberOf(view: SideView, kind: OrderKind, field: string, partial: Partial): Choices | null {
  switch (field) {
    case 'rounds': return number(field, 10, roundsFor(view, kind, partial), 10);
    case 'odds': return number(field, 0, 3000, 50);
    case 'echelonAfter': return number(field, 0, 2 * PULSES, 1);
    case 'food':
    case 'permille': return number(field, 0, 1000, 50);
    case 'to': return number(field, 0, view.facts.map.heights.length - 1, 1);
    case 'sorties': return number(field, 1, sorties(view, partial), 1);
    case 'height': return number(field, DROP_HEIGHTS[0], DROP_HEIGHTS[1], 100);
    case 'men': return number(field, kind === 'gather' ? 0 : 1, kind === 'gather' ? MOST_GATHERERS : jumpers(view, partial), kind === 'gather' ? 20 : 1);
    case 'from':
    case 'after': return number(field, 0, PULSES - 1, 1);
    default: return null;
  }
}

function listOf(view: SideView, kind: OrderKind, field: string, partial: Partial): Choices {
  switch (field) {
    case 'target': return one(field, kind === 'strike' ? strikeTargets(view) : targets(view));
    case 'fix': return one(field, view.fixes.map(({ id }) => id));
    case 'weapon': return one(field, weapons(view, partial));
    case 'post': return one(field, postChoices(view, kind, partial));
    case 'unit': return one(field, unitChoices(view, kind));
    case 'battery': return one(field, view.batteries.filter((battery) => canMove(view, battery)).map(({ id }) => id));
    case 'formation': return one(field, formations(view, kind));
    case 'camp': return one(field, camps(view, kind));
    case 'aircraft': return one(field, aircraft(view, kind));
    case 'cargo': return one(field, cargoes(view));
    case 'approach': return one(field, view.approaches.filter(({ dugMetres }) => dugMetres > 0).map(({ id }) => id));
    default: return many(field, freeUnits(view, partial));
  }
}

function targets(view: SideView): string[] {
  const away = view.posts.filter((post) => post.holder !== view.side && !(view.side === 'garrison' && post.holder === 'contested')).map(({ id }) => `post:${id}`);
  if (view.side === 'garrison') return [...view.approaches.map(({ id }) => `approach:${id}`), ...away];
  const camps = view.camps.filter(({ stands }) => stands).map(({ id }) => `zone:${id}`);
  return [...away, ...view.strips.map(({ id }) => `strip:${id}`), ...camps];
}

function strikeTargets(view: SideView): string[] {
  return [...view.approaches.map(({ id }) => `approach:${id}`), ...view.fixes.map(({ id }) => `fix:${id}`), 'flak:', 'road:'];
}

/** `post:id`, `approach:id` and so on as a target. */
export function targetOf(value: string): { kind: string; id?: string } {
  const colon = value.indexOf(':');
  const id = value.slice(colon + 1);
  return id === '' ? { kind: value.slice(0, colon) } : { kind: value.slice(0, colon), id };
}

function unitChoices(view: SideView, kind: OrderKind): string[] {
  if (kind === 'ask') return view.units.filter((unit) => waitsToJump(unit) && view.air?.asked.includes(unit.id) !== true && view.air?.granted.includes(unit.id) !== true).map(({ id }) => id);
  if (kind !== 'jump') return view.units.filter(isFit).map(({ id }) => id);
  const granted = view.units.filter((unit) => waitsToJump(unit) && view.air?.granted.includes(unit.id) === true).map(({ id }) => id);
  return (view.air?.individualsReady ?? 0) > 0 ? ['', ...granted] : granted;
}

function formations(view: SideView, kind: OrderKind): string[] {
  const fits = view.formations.filter((formation) => (kind === 'rest' ? formation.kind === 'regiment' : isStricken(view, formation)));
  return fits.map(({ id }) => id);
}

function camps(view: SideView, kind: OrderKind): string[] {
  const standing = view.camps.filter((camp) => camp.stands && (kind !== 'break-out' || view.night));
  return standing.filter(({ id }) => kind !== 'land' || canLand(view, id)).map(({ id }) => id);
}

function canLand(view: SideView, id: string): boolean {
  const strip = view.strips.find((one) => one.id === view.facts.camps.find((camp) => camp.id === id)?.strip);
  return strip !== undefined && (strip.use === 'open' || (strip.use === 'night' && view.night));
}

function aircraft(view: SideView, kind: OrderKind): string[] {
  const index = indexView(view);
  const fleet = aircraftOf(view, kind === 'strike' ? 'combat' : 'transport').filter((one) => sortiesLeft(index, one) > 0);
  return fleet.filter((one) => (kind === 'land' ? one.lands : kind === 'jump' ? one.men > 0 : kind === 'strike' || one.loadKilos > 0)).map(({ id }) => id);
}

function sorties(view: SideView, partial: Partial): number {
  const chosen = view.facts.aircraft.find(({ id }) => id === partial['aircraft']);
  return chosen === undefined ? 1 : sortiesLeft(indexView(view), chosen);
}

/** Men who can jump: those who wait, so far as the sorties of the day can take them. */
function jumpers(view: SideView, partial: Partial): number {
  const chosen = view.facts.aircraft.find(({ id }) => id === partial['aircraft']);
  const unit = view.units.find(({ id }) => id === partial['unit']);
  return Math.min(sorties(view, partial) * (chosen?.men ?? 0), unit?.away ?? view.air?.individualsReady ?? 0);
}

function freeUnits(view: SideView, partial: Partial): string[] {
  const lead: readonly unknown[] = Array.isArray(partial['lead']) ? partial['lead'] : [];
  return view.units.filter((unit) => isFit(unit) && !lead.includes(unit.id)).map(({ id }) => id);
}

/** Where the shells of an order would go. */
export function aimedAt(view: SideView, partial: Partial): Place | null {
  const { target, fix, post } = partial;
  if (typeof fix === 'string') return view.fixes.find(({ id }) => id === fix) ?? null;
  if (typeof post === 'string') return view.posts.find(({ id }) => id === post) ?? null;
  return typeof target === 'object' && target !== null ? targetPlace(view, target as Target) : null;
}

function weapons(view: SideView, partial: Partial): string[] {
  const place = aimedAt(view, partial);
  return weaponsOf(view).filter((weapon) => place === null || gunsFor(view, weapon, place).some((battery) => hasRounds(view, battery)));
}

/** Own batteries of a weapon that carry to a place. */
export function gunsFor(view: SideView, weapon: string, place: Place): BatteryView[] {
  return view.batteries.filter((battery) => battery.weapon === weapon && battery.tubes > 0 && !battery.flak && inRange(view, battery, place));
}

/** Rounds that could be spent: of the weapon chosen, or of all that fire indirectly. */
function roundsFor(view: SideView, kind: OrderKind, partial: Partial): number {
  const { weapon } = partial;
  const indirect = (id: string): boolean => {
    const facts = view.facts.rules.weapons[id];
    return facts !== undefined && facts.direct < 1000 && facts.flak < 1000;
  };
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
