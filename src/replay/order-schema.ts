/** The schema of orders in a file: right fields within wide bounds; whether an order is legal only the turn can say. */
import * as v from 'valibot';
import type { Order, OrderKind } from '../engine/index.ts';
import { list, shape, whole } from '../scenario/schema-parts.ts';

const MOST_ORDERS = 500;
const MOST_UNITS = 100;
const MOST_PULSES = 1_000;

// Ids of things that a siege makes as it goes, such as fixes, hold more kinds of letters than those of a scenario.
const AN_ID = 'an id of at most 80 letters, digits and . _ : | / -';
/** An id as a file may hold it. */
export const id = v.pipe(v.string(AN_ID), v.regex(/^[A-Za-z0-9][A-Za-z0-9._:|/-]{0,79}$/, AN_ID));
const units = list(id, MOST_UNITS);
const rounds = whole(0, 1_000_000, 'rounds');
const pulses = whole(0, MOST_PULSES, 'pulses');
const odds = whole(0, 100_000, 'permille');
const hex = whole(0, 1_000_000);
const men = whole(0, 1_000_000, 'men');
const sorties = whole(0, 10_000, 'sorties');
const height = whole(0, 20_000, 'metres');
const permille = whole(0, 1000, 'permille');

const target = v.variant('kind', [
  shape({ kind: v.literal('post'), id }, 'a post'),
  shape({ kind: v.literal('approach'), id }, 'an approach'),
  shape({ kind: v.literal('strip'), id }, 'a strip'),
  shape({ kind: v.literal('zone'), id }, 'the drop zone of a camp'),
], 'a target of kind post, approach, strip or zone');

const strikeTarget = v.variant('kind', [
  shape({ kind: v.literal('approach'), id }, 'an approach'),
  shape({ kind: v.literal('fix'), id }, 'a fix'),
  shape({ kind: v.literal('flak') }, 'flak'),
  shape({ kind: v.literal('road') }, 'the road'),
], 'a target of kind approach, fix, flak or road');

/** One schema for every kind of order, so that a new kind cannot be forgotten here. */
const ORDERS = {
  bombard: shape({ kind: v.literal('bombard'), target, weapon: id, rounds, from: pulses }),
  'counter-battery': shape({ kind: v.literal('counter-battery'), fix: id, weapon: id, rounds, from: pulses }),
  protect: shape({ kind: v.literal('protect'), post: id, rounds }),
  reinforce: shape({ kind: v.literal('reinforce'), unit: id, post: id }),
  'counter-attack': shape({ kind: v.literal('counter-attack'), unit: id, post: id, after: pulses, odds }),
  'give-up': shape({ kind: v.literal('give-up'), post: id }),
  dig: shape({ kind: v.literal('dig'), post: id, units }),
  assault: shape({ kind: v.literal('assault'), post: id, lead: units, echelon: units, from: pulses, echelonAfter: pulses }),
  'break-off': shape({ kind: v.literal('break-off'), post: id }),
  encircle: shape({ kind: v.literal('encircle'), post: id, units }),
  trench: shape({ kind: v.literal('trench'), to: hex, units }),
  mine: shape({ kind: v.literal('mine'), post: id }),
  'move-guns': shape({ kind: v.literal('move-guns'), battery: id, to: hex }),
  snipe: shape({ kind: v.literal('snipe'), post: id }),
  rest: shape({ kind: v.literal('rest'), formation: id }),
  'close-up': shape({ kind: v.literal('close-up'), units, post: id }),
  porters: shape({ kind: v.literal('porters'), food: permille }),
  gather: shape({ kind: v.literal('gather'), camp: id, men }),
  airlift: shape({ kind: v.literal('airlift'), aircraft: id, sorties, cargo: id, height, camp: id, from: pulses }),
  land: shape({ kind: v.literal('land'), aircraft: id, sorties, cargo: id, camp: id, from: pulses }),
  jump: shape({ kind: v.literal('jump'), aircraft: id, unit: v.nullable(id), men, height, camp: id, from: pulses }),
  strike: shape({ kind: v.literal('strike'), aircraft: id, sorties, target: strikeTarget, from: pulses }),
  raid: shape({ kind: v.literal('raid'), unit: id, approach: id, from: pulses }),
  convoy: shape({ kind: v.literal('convoy'), unit: id, post: id }),
  ask: shape({ kind: v.literal('ask'), unit: id }),
  ration: shape({ kind: v.literal('ration'), camp: id, permille }),
  replace: shape({ kind: v.literal('replace'), formation: id }),
  'break-out': shape({ kind: v.literal('break-out'), camp: id }),
  surrender: shape({ kind: v.literal('surrender'), camp: id }),
} as const satisfies { readonly [Kind in OrderKind]: v.GenericSchema<unknown, Extract<Order, { kind: Kind }>> };

const order = v.variant('kind', Object.values(ORDERS), `an order of kind ${Object.keys(ORDERS).join(', ')}`) satisfies v.GenericSchema<unknown, Order>;

/** The orders of one side, as a file may hold them. */
export const ordersSchema = list(order, MOST_ORDERS);
