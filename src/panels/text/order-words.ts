/** Orders in words: a title, a second line, and the words of their fields and refusals. */
import type { Order, OrderProblem, SideView } from '../../engine/index.ts';
import { timeOf, type Calendar } from './dates.ts';
import { plainText, type Names } from './names.ts';
import { count, listed, number, odds } from './numbers.ts';
import { say } from './say.ts';

/** An order as two lines; both may hold marked names. */
export interface OrderWords {
  readonly title: string;
  readonly detail: string;
}

/** What the words need to know besides names: the calendar, the turn, the fixes and units of the view. */
export type OrderScene = Pick<SideView, 'turn' | 'fixes' | 'units' | 'approaches'> & { readonly facts: { readonly calendar: Calendar } };

/** An order in words. */
export function orderWords(order: Order, names: Names, scene: OrderScene): OrderWords {
  return { title: titleOf(order, names, scene), detail: detailOf(order, names, scene) };
}

function titleOf(order: Order, names: Names, scene: OrderScene): string {
  const { lang } = names;
  switch (order.kind) {
    case 'bombard':
      return say(lang, 'order.bombard', { weapon: names.weaponShort(order.weapon), target: targetWords(order.target, names, scene) });
    case 'counter-battery':
      return say(lang, 'order.counter-battery', { weapon: names.weaponShort(order.weapon), fix: fixWords(order.fix, names, scene) });
    case 'reinforce':
    case 'counter-attack':
      return say(lang, `order.${order.kind}`, { unit: names.unit(order.unit), post: names.post(order.post) });
    case 'protect':
    case 'give-up':
    case 'dig':
    case 'assault':
    case 'break-off':
      return say(lang, `order.${order.kind}`, { post: names.post(order.post) });
  }
}

function detailOf(order: Order, names: Names, scene: OrderScene): string {
  const { lang } = names;
  const at = (pulse: number): string => timeOf(scene.facts.calendar, scene.turn, pulse);
  switch (order.kind) {
    case 'bombard':
      return say(lang, 'order.bombard.detail', { rounds: count(lang, 'rounds', order.rounds), time: at(order.from) });
    case 'counter-battery':
      return say(lang, 'order.counter-battery.detail', {
        rounds: count(lang, 'rounds', order.rounds), time: at(order.from), age: fixAge(order.fix, names, scene),
      });
    case 'protect':
      return say(lang, 'order.protect.detail', { rounds: count(lang, 'rounds', order.rounds) });
    case 'reinforce':
      return say(lang, 'order.reinforce.detail', { men: count(lang, 'men', menOf(order.unit, scene)) });
    case 'counter-attack':
      return say(lang, 'order.counter-attack.detail', { hours: count(lang, 'hours', order.after), odds: odds(lang, order.odds) });
    case 'dig':
      return say(lang, 'order.dig.detail', { units: unitList(order.units, names) });
    case 'assault':
      return assaultDetail(order, names, at(order.from));
    case 'give-up':
    case 'break-off':
      return say(lang, `order.${order.kind}.detail`);
  }
}

function assaultDetail(order: Extract<Order, { kind: 'assault' }>, names: Names, time: string): string {
  const { lang } = names;
  const first = say(lang, 'order.assault.detail', { time, lead: unitList(order.lead, names) });
  if (order.echelon.length === 0) return first;
  const hours = count(lang, 'hours', order.echelonAfter);
  return `${first}; ${say(lang, 'order.assault.echelon', { hours, echelon: unitList(order.echelon, names) })}`;
}

function unitList(ids: readonly string[], names: Names): string {
  if (ids.length > 3) return count(names.lang, 'battalions', ids.length);
  return listed(names.lang, ids.map((id) => names.unit(id)));
}

function menOf(unit: string, scene: OrderScene): number {
  return scene.units.find((one) => one.id === unit)?.men ?? 0;
}

/** A target of guns in words. */
export function targetWords(target: { readonly kind: 'post' | 'approach'; readonly id: string }, names: Names, scene: OrderScene): string {
  if (target.kind === 'post') return say(names.lang, 'target.post', { post: names.post(target.id) });
  const approach = scene.approaches.find((one) => one.id === target.id);
  return say(names.lang, 'target.approach', { post: approach === undefined ? target.id : names.post(approach.post) });
}

/** A reported gun in words: its weapon and where it is. */
export function fixWords(id: string, names: Names, scene: OrderScene): string {
  const fix = scene.fixes.find((one) => one.id === id);
  if (fix === undefined) return say(names.lang, 'unknown');
  return say(names.lang, 'fix.name', { weapon: names.weaponShort(fix.weapon), place: names.near(fix) });
}

/** How old a fix is, in words. */
export function fixAge(id: string, names: Names, scene: OrderScene): string {
  const fix = scene.fixes.find((one) => one.id === id);
  const age = fix === undefined ? 0 : scene.turn - fix.turn;
  if (age <= 0) return say(names.lang, 'fix.age.now');
  return say(names.lang, 'fix.age', { count: age, n: number(names.lang, age) });
}

/** Why an order cannot be given, in words. */
export function problemWords(problem: OrderProblem, names: Names): string {
  const expected = problem.expected.map((one) => (typeof one === 'number' ? number(names.lang, one) : nameOfAny(one, names)));
  return say(names.lang, `problem.${problem.reason}`, { expected: listed(names.lang, expected) });
}

/** The name of a post or unit, whichever the id belongs to; the id itself for anything else. */
export function nameOfAny(id: string, names: Names): string {
  const post = plainText(names.post(id));
  if (post !== id) return post;
  return names.formationOf(id) === null ? names.weapon(id) : plainText(names.unit(id));
}
