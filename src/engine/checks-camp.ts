/** Whether camps, staffs and carriers can do as ordered. */
import { standing } from './checks-air.ts';
import type { Gather, Porters, Ration } from './orders.ts';
import { refuse, within } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { PULSES } from './state.ts';
import type { FormationView, SideView } from './view.ts';
import { formationOf } from './view-things.ts';

/** A regiment that rests. */
export function rest(view: SideView, id: string): Refusal | null {
  const formation = formationOf(view, id);
  if (formation === null) return refuse('formation', 'no-such-thing');
  return formation.kind === 'regiment' ? null : refuse('formation', 'not-fit', id);
}

/** How the carriers share food and shells. */
export function porters(view: SideView, order: Porters): Refusal | null {
  return view.facts.supplyLine === null ? refuse('kind', 'no-such-thing') : within('food', order.food, 0, 1000);
}

/** Most men that one order may send out for loads. */
export const MOST_GATHERERS = 2000;

/** Men sent out to gather what fell round a camp. */
export function gather(view: SideView, order: Gather): Refusal | null {
  return standing(view, order.camp) ?? within('men', order.men, 0, MOST_GATHERERS);
}

/** What a camp eats. */
export function ration(view: SideView, order: Ration): Refusal | null {
  return standing(view, order.camp) ?? within('permille', order.permille, 0, 1000);
}

/** A headquarters that is shocked or headless. */
export function replace(view: SideView, id: string): Refusal | null {
  const formation = formationOf(view, id);
  if (formation === null) return refuse('formation', 'no-such-thing');
  return isStricken(view, formation) ? null : refuse('formation', 'no-such-thing', ...view.formations.filter((one) => isStricken(view, one)).map((one) => one.id));
}

/** A headquarters whose commander is dead, or whose staff was hit. */
export function isStricken(view: SideView, formation: FormationView): boolean {
  return Math.max(formation.headlessUntil, formation.shockedUntil) > view.turn * PULSES;
}

/** By night: with leave or without, which is for others to judge. */
export function breakOut(view: SideView, id: string): Refusal | null {
  return standing(view, id) ?? (view.night ? null : refuse('camp', 'by-night-only', id));
}

/** At any time, with leave or without. */
export function surrender(view: SideView, id: string): Refusal | null {
  return standing(view, id);
}
