/** Whether guns can fire as ordered, or go where they are sent. */
import { centreOf } from './hex.ts';
import { metresBetween } from './numbers.ts';
import type { OrderIndex } from './order-index.ts';
import type { Bombard, CounterBattery, MoveGuns, Protect, Target } from './orders.ts';
import { refuse, within } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { Place } from './scenario.ts';
import { PULSES } from './state.ts';
import { GROUND_GARRISON } from './state-siege.ts';
import type { BatteryView, PostView, SideView } from './view.ts';
import { headHex } from './watch.ts';

/** Most rounds that one order may name. */
const MOST_ROUNDS = 100_000;

/** Shelling of a post, a trench, a strip or a drop zone. */
export function bombard(view: SideView, index: OrderIndex, order: Bombard): Refusal | null {
  const target = targetPlace(view, index, order.target);
  if (target === null) return refuse('target', 'no-such-thing');
  if (order.target.kind === 'post' && holds(view, index.posts[order.target.id])) return refuse('target', 'held-by-you');
  return within('rounds', order.rounds, 1, MOST_ROUNDS) ?? within('from', order.from, 0, PULSES - 1) ?? guns(view, index, order.weapon, target);
}

/** True for a post that is wholly, or for the garrison still, in this side's hands. */
export function holds(view: SideView, post: PostView | undefined): boolean {
  return post !== undefined && (post.holder === view.side || (view.side === 'garrison' && post.holder === 'contested'));
}

/** Where the shells of a bombardment go; null where the side has no such target. */
export function targetPlace(view: SideView, index: OrderIndex, target: Target): Place | null {
  switch (target.kind) {
    case 'post': return index.posts[target.id] ?? null;
    case 'approach': return view.side === 'garrison' ? trenchPlace(view, index, target.id) : null;
    case 'strip': return view.side === 'besieger' ? stripPlace(view, target.id) : null;
    case 'zone': return view.side === 'besieger' ? zonePlace(index, target.id) : null;
  }
}

function trenchPlace(view: SideView, index: OrderIndex, id: string): Place | null {
  const approach = index.approaches[id];
  if (approach === undefined || approach.path.length === 0) return null;
  return index.posts[approach.post ?? ''] ?? centreOf(view.facts.map.grid, headHex(approach));
}

/** The middle of a strip. */
function stripPlace(view: SideView, id: string): Place | null {
  const strip = view.facts.map.strips.find((one) => one.id === id);
  if (strip === undefined) return null;
  return { east: Math.floor((strip.south[0] + strip.north[0]) / 2), north: Math.floor((strip.south[1] + strip.north[1]) / 2) };
}

/** The middle of the usable drop zone of a camp that stands. */
function zonePlace(index: OrderIndex, id: string): Place | null {
  const camp = index.camps[id];
  return camp === undefined || !camp.stands ? null : { east: camp.aimEast, north: camp.aimNorth };
}

/** Some gun of the weapon that can reach the place, with rounds to fire. */
function guns(view: SideView, index: OrderIndex, weapon: string, place: Place): Refusal | null {
  const own = index.guns[weapon];
  if (own === undefined) return refuse('weapon', 'no-guns', ...weaponsOf(view));
  const column = view.weapons.indexOf(weapon);
  let near = false;
  for (const battery of own) {
    if (!inRange(view, battery, place)) continue;
    if (battery.ready > 0 || (index.dumps[battery.dump]?.[column] ?? 0) > 0) return null;
    near = true;
  }
  return near ? refuse('weapon', 'no-rounds', weapon) : refuse('weapon', 'out-of-range', view.facts.rules.weapons[weapon]?.range ?? 0);
}

/** True where a battery has something to fire, beside it or in its dump. */
export function hasRounds(view: SideView, battery: BatteryView): boolean {
  const column = view.weapons.indexOf(battery.weapon);
  return battery.ready > 0 || (view.dumps.find(({ id }) => id === battery.dump)?.rounds[column] ?? 0) > 0;
}

/** True where a battery's weapon carries to a place. */
export function inRange(view: SideView, battery: BatteryView, place: Place): boolean {
  const weapon = view.facts.rules.weapons[battery.weapon];
  if (weapon === undefined) return false;
  const metres = metresBetween(battery, place);
  return metres <= weapon.range && metres >= weapon.minRange;
}

/** Weapons of which a side has guns for targets on the ground. */
export function weaponsOf(view: SideView): string[] {
  return view.weapons.filter((weapon) => view.batteries.some((battery) => battery.weapon === weapon && battery.tubes > 0 && !battery.flak));
}

/** Fire on a gun of the other side, by its fix. */
export function counterBattery(view: SideView, index: OrderIndex, order: CounterBattery): Refusal | null {
  const fix = index.fixes[order.fix];
  if (fix === undefined) return refuse('fix', 'no-such-thing');
  return within('rounds', order.rounds, 1, MOST_ROUNDS) ?? within('from', order.from, 0, PULSES - 1) ?? guns(view, index, order.weapon, fix);
}

/** Shells set aside for protective fire. */
export function protect(view: SideView, index: OrderIndex, order: Protect): Refusal | null {
  const post = index.posts[order.post];
  if (post === undefined) return refuse('post', 'no-such-thing');
  if (!holds(view, post)) return refuse('post', 'not-held');
  return within('rounds', order.rounds, 1, MOST_ROUNDS);
}

/** A battery goes to a hex that the other side does not walk on. */
export function moveGuns(view: SideView, index: OrderIndex, order: MoveGuns): Refusal | null {
  const battery = index.batteries[order.battery];
  if (battery === undefined) return refuse('battery', 'no-such-thing');
  if (!canMove(view, battery)) return refuse('battery', 'cannot-move', order.battery);
  const range = within('to', order.to, 0, view.ring.length - 1);
  if (range !== null) return range;
  return view.ring[order.to] === GROUND_GARRISON || battery.hex === order.to ? refuse('to', 'cannot-move') : null;
}

/** A battery that has tubes and is not on the road. */
export function canMove(view: SideView, battery: BatteryView): boolean {
  return battery.tubes > 0 && battery.gunners > 0 && battery.movingUntil <= view.turn * PULSES;
}
