/** Orders in words: a title, a second line, and the words of their fields and refusals. */
import type { Grid, Order, OrderProblem, Place, SideView, Target } from '../../engine/index.ts';
import { timeOf, type Calendar } from './dates.ts';
import { plainText, type Names } from './names.ts';
import { count, listed, number, odds, percent } from './numbers.ts';
import { say } from './say.ts';

/** An order as two lines; both may hold marked names. */
export interface OrderWords {
  readonly title: string;
  readonly detail: string;
}

/** What the words need to know besides names: the calendar, the turn, the fixes and units of the view. */
export type OrderScene = Pick<SideView, 'turn' | 'fixes' | 'units' | 'approaches'> & {
  readonly facts: { readonly calendar: Calendar; readonly map: { readonly grid: Grid } };
};

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
    case 'convoy':
      return say(lang, `order.${order.kind}`, { unit: names.unit(order.unit), post: names.post(order.post) });
    case 'protect':
    case 'give-up':
    case 'dig':
    case 'assault':
    case 'break-off':
    case 'encircle':
    case 'mine':
    case 'snipe':
    case 'close-up':
      return say(lang, `order.${order.kind}`, { post: names.post(order.post) });
    case 'gather':
    case 'break-out':
    case 'surrender':
      return say(lang, `order.${order.kind}`, { camp: names.camp(order.camp) });
    case 'rest':
    case 'replace':
      return say(lang, `order.${order.kind}`, { formation: names.formation(order.formation) });
    case 'trench':
      return say(lang, 'order.trench', { place: hexWords(order.to, names, scene) });
    case 'move-guns':
      return say(lang, 'order.move-guns', { battery: names.battery(order.battery) });
    case 'porters':
      return say(lang, 'order.porters', { share: percent(lang, order.food) });
    case 'ration':
      return say(lang, 'order.ration', { camp: names.camp(order.camp), share: percent(lang, order.permille) });
    case 'raid':
      return say(lang, 'order.raid', { unit: names.unit(order.unit), target: targetWords({ kind: 'approach', id: order.approach }, names, scene) });
    case 'ask':
      return say(lang, 'order.ask', { unit: names.unit(order.unit) });
    case 'airlift':
    case 'land':
      return say(lang, `order.${order.kind}`, { sorties: count(lang, 'sorties', order.sorties), aircraft: names.aircraft(order.aircraft), camp: names.camp(order.camp) });
    case 'jump':
      return say(lang, 'order.jump', { unit: jumpersWords(order.unit, names), camp: names.camp(order.camp) });
    case 'strike':
      return say(lang, 'order.strike', { aircraft: names.aircraft(order.aircraft), target: targetWords(order.target, names, scene) });
  }
}

function jumpersWords(unit: string | null, names: Names): string {
  return unit === null ? say(names.lang, 'unit.singles') : names.unit(unit);
}

function hexWords(hex: number, names: Names, { facts }: OrderScene): string {
  return names.near(placeOfHex(facts.map.grid, hex));
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
    case 'convoy':
      return say(lang, `order.${order.kind}.detail`, { men: count(lang, 'men', menOf(order.unit, scene)) });
    case 'raid':
      return say(lang, 'order.raid.detail', { men: count(lang, 'men', menOf(order.unit, scene)), time: at(order.from) });
    case 'counter-attack':
      return say(lang, 'order.counter-attack.detail', { hours: count(lang, 'hours', order.after), odds: odds(lang, order.odds) });
    case 'dig':
    case 'encircle':
    case 'trench':
    case 'close-up':
      return say(lang, `order.${order.kind}.detail`, { units: unitList(order.units, names) });
    case 'assault':
      return assaultDetail(order, names, at(order.from));
    case 'move-guns':
      return say(lang, 'order.move-guns.detail', { place: hexWords(order.to, names, scene) });
    case 'gather':
      return say(lang, 'order.gather.detail', { men: count(lang, 'men', order.men) });
    case 'airlift':
      return say(lang, 'order.airlift.detail', { cargo: names.cargo(order.cargo), height: number(lang, order.height), time: at(order.from) });
    case 'land':
      return say(lang, 'order.land.detail', { cargo: names.cargo(order.cargo), time: at(order.from) });
    case 'jump':
      return say(lang, 'order.jump.detail', { men: count(lang, 'men', order.men), height: number(lang, order.height), time: at(order.from) });
    case 'strike':
      return say(lang, 'order.strike.detail', { sorties: count(lang, 'sorties', order.sorties), time: at(order.from) });
    case 'give-up':
    case 'break-off':
    case 'mine':
    case 'snipe':
    case 'rest':
    case 'porters':
    case 'ask':
    case 'ration':
    case 'replace':
    case 'break-out':
    case 'surrender':
      return say(lang, `order.${order.kind}.detail`);
  }
}

/** The middle of a hex: odd rows lie half a step further east. */
function placeOfHex({ cols, stepMetres, rowMetres, eastOfFirst, northOfFirst }: Grid, hex: number): Place {
  const row = Math.floor(hex / cols);
  return { east: eastOfFirst + (hex % cols) * stepMetres + (row % 2) * (stepMetres / 2), north: northOfFirst + row * rowMetres };
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

/** A target of guns or aircraft in words. */
export function targetWords(target: Target | Extract<Order, { kind: 'strike' }>['target'], names: Names, scene: OrderScene): string {
  const { lang } = names;
  switch (target.kind) {
    case 'post': return say(lang, 'target.post', { post: names.post(target.id) });
    case 'approach': {
      const post = scene.approaches.find((one) => one.id === target.id)?.post ?? null;
      return post === null ? say(lang, 'target.axis') : say(lang, 'target.approach', { post: names.post(post) });
    }
    case 'strip': return say(lang, 'target.strip');
    case 'zone': return say(lang, 'target.zone', { camp: names.camp(target.id) });
    case 'fix': return say(lang, 'target.fix', { fix: fixWords(target.id, names, scene) });
    case 'flak':
    case 'road': return say(lang, `target.${target.kind}`);
  }
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
