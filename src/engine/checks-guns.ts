/** Whether guns can fire as ordered, or go where they are sent. */
import { centreOf } from './hex.ts';
import { isNearer } from './numbers.ts';
import { gunsOf } from './order-index.ts';
import type { OrderIndex } from './order-index.ts';
import type { Bombard, CounterBattery, MoveGuns, Protect, Target } from './orders.ts';
import { refuse, within } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { Place } from './scenario.ts';
import { PULSES } from './state.ts';
import { middleOfStrip } from './strip-ground.ts';
import type { Weapon } from './tunables.ts';
import type { BatteryView, PostView, SideView } from './view.ts';
import { batteryOf, campOf, fixOf, approachOf, postOf, roundsIn } from './view-things.ts';
import { headHex } from './watch.ts';

/** Most rounds that one order may name. */
const MOST_ROUNDS = 100_000;

/** Shelling of a post, a trench, a strip or a drop zone. */
export function bombard(index: OrderIndex, order: Bombard): Refusal | null {
  const { view } = index;
  const { kind, id } = order.target;
  const post = kind === 'post' ? postOf(view, id) : null;
  const target = kind === 'post' ? post : targetPlace(view, order.target);
  if (target === null) return refuse('target', 'no-such-thing');
  if (holds(view, post)) return refuse('target', 'held-by-you');
  return within('rounds', order.rounds, 1, MOST_ROUNDS) ?? within('from', order.from, 0, PULSES - 1) ?? guns(index, order.weapon, target);
}

/** True for a post that is wholly, or for the garrison still, in this side's hands. */
export function holds(view: SideView, post: PostView | null): boolean {
  return post !== null && (post.holder === view.side || (view.side === 'garrison' && post.holder === 'contested'));
}

/** Where the shells of a bombardment go; null where the side has no such target. */
export function targetPlace(view: SideView, target: Target): Place | null {
  switch (target.kind) {
    case 'post': return postOf(view, target.id);
    case 'approach': return view.side === 'garrison' ? trenchPlace(view, target.id) : null;
    case 'strip': return view.side === 'besieger' ? stripPlace(view, target.id) : null;
    case 'zone': return view.side === 'besieger' ? zonePlace(view, target.id) : null;
  }
}

function trenchPlace(view: SideView, id: string): Place | null {
  const approach = approachOf(view, id);
  if (approach === null || approach.path.length === 0) return null;
  return postOf(view, approach.post ?? '') ?? centreOf(view.facts.map.grid, headHex(approach));
}

/** The middle of a strip. */
function stripPlace(view: SideView, id: string): Place | null {
  const strip = view.facts.map.strips.find((one) => one.id === id);
  return strip === undefined ? null : middleOfStrip(strip);
}

/** The middle of the usable drop zone of a camp that stands. */
function zonePlace(view: SideView, id: string): Place | null {
  const camp = campOf(view, id);
  return camp === null || !camp.stands ? null : { east: camp.aimEast, north: camp.aimNorth };
}

/** Some gun of the weapon that can reach the place, with rounds to fire. */
function guns(index: OrderIndex, weapon: string, place: Place): Refusal | null {
  const { view } = index;
  const facts = view.facts.rules.weapons[weapon];
  const own = gunsOf(index, weapon);
  if (own.length === 0) return refuse('weapon', 'no-guns', ...weaponsOf(view));
  let near = false;
  for (const battery of own) {
    if (facts === undefined || !carries(facts, battery, place)) continue;
    if (hasRounds(view, battery)) return null;
    near = true;
  }
  return near ? refuse('weapon', 'no-rounds', weapon) : refuse('weapon', 'out-of-range', facts?.range ?? 0);
}

/** True where a battery has something to fire, beside it or in its dump. */
export function hasRounds(view: SideView, battery: BatteryView): boolean {
  return battery.ready > 0 || roundsIn(view, battery.dump, view.weapons.indexOf(battery.weapon)) > 0;
}

/** True where a battery's weapon carries to a place. */
export function inRange(view: SideView, battery: BatteryView, place: Place): boolean {
  const weapon = view.facts.rules.weapons[battery.weapon];
  return weapon !== undefined && carries(weapon, battery, place);
}

/** True where a weapon at one place carries to another. */
export function carries({ range, minRange }: Weapon, from: Place, to: Place): boolean {
  return isNearer(from, to, range + 1) && !isNearer(from, to, minRange);
}

/** Weapons of which a side has guns for targets on the ground. */
export function weaponsOf(view: SideView): string[] {
  return view.weapons.filter((weapon) => view.batteries.some((battery) => battery.weapon === weapon && battery.tubes > 0 && !battery.flak));
}

/** Fire on a gun of the other side, by its fix. */
export function counterBattery(index: OrderIndex, order: CounterBattery): Refusal | null {
  const fix = fixOf(index.view, order.fix);
  if (fix === null) return refuse('fix', 'no-such-thing');
  return within('rounds', order.rounds, 1, MOST_ROUNDS) ?? within('from', order.from, 0, PULSES - 1) ?? guns(index, order.weapon, fix);
}

/** Shells set aside for protective fire. */
export function protect(view: SideView, order: Protect): Refusal | null {
  const post = postOf(view, order.post);
  if (post === null) return refuse('post', 'no-such-thing');
  if (!holds(view, post)) return refuse('post', 'not-held');
  return within('rounds', order.rounds, 1, MOST_ROUNDS);
}

/** A battery goes to a hex that the other side does not walk on. */
export function moveGuns(view: SideView, order: MoveGuns): Refusal | null {
  const battery = batteryOf(view, order.battery);
  if (battery === null) return refuse('battery', 'no-such-thing');
  if (!canMove(view, battery)) return refuse('battery', 'cannot-move', order.battery);
  const range = within('to', order.to, 0, view.facts.map.heights.length - 1);
  if (range !== null) return range;
  return view.walked.includes(order.to) || battery.hex === order.to ? refuse('to', 'cannot-move') : null;
}

/** A battery that has tubes and is not on the road. */
export function canMove(view: SideView, battery: BatteryView): boolean {
  return battery.tubes > 0 && battery.gunners > 0 && battery.movingUntil <= view.turn * PULSES;
}
