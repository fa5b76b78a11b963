/**
 * Forecasts: what an order is likely to do, from what a view holds, by the same sums that resolve it.
 *
 * Where chance decides, a hundred trials are run on listed seeds, so the same view and order give the same forecast.
 */
import { groundOf } from './board.ts';
import type { Forecast, ForecastTerm, ForecastValue } from './forecast-types.ts';
import { gunsFor, aimedAt, stockOf } from './choices.ts';
import { airliftForecast, jumpForecast, landForecast } from './forecast-air.ts';
import { assaultForecast } from './forecast-assault.ts';
import { digForecast, encircleForecast, mineForecast, raidForecast, trenchForecast } from './forecast-trench.ts';
import { along, share } from './numbers.ts';
import type { Bombard, CounterBattery, Order, Protect } from './orders.ts';
import { marchWay } from './path.ts';
import { byGround } from './protective-fire.ts';
import { shellingHarm } from './shelling.ts';
import type { BatteryView, SideView } from './view.ts';

/** What an order would do; null where there is nothing to foretell. `plan` holds the other orders of the turn. */
export function forecast(view: SideView, order: Order, plan: readonly Order[] = []): Forecast | null {
  switch (order.kind) {
    case 'bombard': return order.target.kind === 'post' ? bombard(view, order) : order.target.kind === 'approach' ? trenchFire(view, order) : null;
    case 'counter-battery': return counterBattery(view, order);
    case 'protect': return protect(view, order);
    case 'reinforce':
    case 'counter-attack': return march(view, order.unit, order.post);
    case 'dig': return digForecast(view, order);
    case 'assault': return assaultForecast(view, order, plan);
    case 'encircle': return encircleForecast(view, order);
    case 'trench': return trenchForecast(view, order);
    case 'mine': return mineForecast(view, order);
    case 'raid': return raidForecast(view, order);
    case 'convoy': return march(view, order.unit, order.post);
    case 'close-up': return march(view, order.units[0] ?? '', order.post);
    case 'airlift': return airliftForecast(view, order);
    case 'land': return landForecast(view, order);
    case 'jump': return jumpForecast(view, order);
    case 'give-up':
    case 'break-off':
    case 'move-guns':
    case 'snipe':
    case 'rest':
    case 'porters':
    case 'gather':
    case 'strike':
    case 'ask':
    case 'ration':
    case 'replace':
    case 'break-out':
    case 'surrender': return null;
  }
}

function exactly(id: ForecastValue['id'], unit: ForecastValue['unit'], middle: number): ForecastValue {
  return { id, unit, low: middle, middle, high: middle };
}

/** A figure that varies by so many permille either way. */
function around(id: ForecastValue['id'], unit: ForecastValue['unit'], middle: number, permille: number): ForecastValue {
  return { id, unit, low: share(middle, 1000 - permille), middle, high: Math.ceil((middle * (1000 + permille)) / 1000) };
}

function term(id: ForecastTerm['id'], unit: ForecastTerm['unit'], value: number): ForecastTerm {
  return { id, unit, value };
}

function tubesOf(batteries: readonly BatteryView[]): number {
  return batteries.reduce((sum, battery) => sum + battery.tubes, 0);
}

/** By how much a figure that rests on judged strengths may be off. */
const JUDGED = 250;

function bombard(view: SideView, order: Bombard): Forecast | null {
  const post = view.posts.find(({ id }) => id === order.target.id);
  const place = aimedAt(view, { target: order.target });
  if (post === undefined || place === null) return null;
  const { rules } = view.facts;
  const batteries = gunsFor(view, order.weapon, place);
  const effect = view.night ? rules.artillery.registered : rules.artillery.observed;
  const rounds = view.weapons.map((weapon) => (weapon === order.weapon ? Math.min(order.rounds, stockOf(view, order.weapon)) : 0));
  const harm = shellingHarm(rules, view.weapons, rounds, { men: post.men, works: post.works, wire: post.wire, suppression: 0, cellar: 0 }, effect);
  const rate = tubesOf(batteries) * (rules.weapons[order.weapon]?.rate ?? 0);
  return {
    kind: order.kind, inHundred: null, estimated: true,
    values: [
      around('casualties', 'men', Math.round(harm.casualties / 1000), JUDGED),
      around('suppression', 'permille', harm.suppression, JUDGED),
      around('works', 'permille', harm.works, Math.floor(JUDGED / 5)),
      around('wire', 'permille', harm.wire, Math.floor(JUDGED / 5)),
      exactly('pulses', 'pulses', rate === 0 ? 0 : Math.ceil(order.rounds / rate)),
    ],
    terms: [
      term('rounds', 'rounds', order.rounds), term('tubes', 'tubes', tubesOf(batteries)), term('rate', 'rounds', rate),
      term('observation', 'permille', effect), term('works', 'permille', post.works), term('defenders', 'men', post.men),
    ],
  };
}

function trenchFire(view: SideView, order: Bombard): Forecast | null {
  const { rules } = view.facts;
  const place = aimedAt(view, { target: order.target });
  if (place === null) return null;
  const kill = share(order.rounds * (rules.weapons[order.weapon]?.kill ?? 0), view.night ? rules.artillery.flares : rules.artillery.observed);
  const men = Math.round(share(kill, 1000 - rules.artillery.trenchCover) / 1000);
  return {
    kind: order.kind, inHundred: null, estimated: true,
    values: [around('casualties', 'men', men, 2 * JUDGED)],
    terms: [
      term('rounds', 'rounds', order.rounds), term('tubes', 'tubes', tubesOf(gunsFor(view, order.weapon, place))),
      term('cover', 'permille', rules.artillery.trenchCover),
    ],
  };
}

function counterBattery(view: SideView, order: CounterBattery): Forecast | null {
  const fix = view.fixes.find(({ id }) => id === order.fix);
  if (fix === undefined) return null;
  const rules = view.facts.rules['counter-battery'];
  const near = along(rules.errorMiss, fix.errorMetres);
  const best = share(order.rounds * (fix.how === 'seen' ? rules.hitOpen : rules.hitHidden), near);
  const perTube = Math.floor(order.rounds / view.facts.rules.observation.believedTubes);
  return {
    kind: order.kind, estimated: true,
    inHundred: Math.round(share(along(rules.pinRounds, perTube), near) / 10),
    values: [{ id: 'tube-hits', unit: 'tubes', low: 0, middle: Math.round(best / 1000), high: Math.ceil((2 * best) / 1000) }],
    terms: [
      term('rounds', 'rounds', order.rounds), term('fix-error', 'metres', fix.errorMetres), term('observation', 'permille', near),
      term('hit-rate', 'hits per thousand rounds', fix.how === 'seen' ? rules.hitOpen : rules.hitHidden),
    ],
  };
}

function protect(view: SideView, order: Protect): Forecast | null {
  const place = view.posts.find(({ id }) => id === order.post);
  if (place === undefined) return null;
  const { rules } = view.facts;
  const guns = view.weapons.filter((id) => (rules.weapons[id]?.direct ?? 0) < 1000).flatMap((id) => gunsFor(view, id, place));
  const men = Math.round(share(order.rounds * rules.artillery.protectEffect, byGround(rules, place.hill)) / 1000);
  const rate = guns.reduce((sum, battery) => sum + battery.tubes * (rules.weapons[battery.weapon]?.rate ?? 0), 0);
  return {
    kind: order.kind, inHundred: null, estimated: false,
    values: [around('casualties', 'men', men, 2 * JUDGED), exactly('pulses', 'pulses', rate === 0 ? 0 : Math.ceil(order.rounds / rate))],
    terms: [term('rounds', 'rounds', order.rounds), term('tubes', 'tubes', tubesOf(guns)), term('rate', 'rounds', rate)],
  };
}

function march(view: SideView, unit: string, post: string): Forecast | null {
  const from = view.units.find(({ id }) => id === unit);
  const to = view.posts.find(({ id }) => id === post);
  if (from === undefined || to === undefined) return null;
  const ground = groundOf(view.facts.map);
  const { rules } = view.facts;
  const shut = view.posts.filter(({ holder }) => holder === 'besieger').map(({ hex }) => hex);
  const way = marchWay(ground, rules, view.night, shut, from.hex, to.hex);
  if (way === null) return null;
  const pulses = rules.march.formUp + Math.ceil(way.cost / 1000);
  return {
    kind: 'reinforce', inHundred: null, estimated: false,
    values: [{ id: 'pulses', unit: 'pulses', low: pulses, middle: pulses, high: pulses + 2 }, exactly('men', 'men', from.men)],
    terms: [term('wait', 'pulses', rules.march.formUp), term('path', 'hexes', way.path.length), term('attackers', 'men', from.men)],
  };
}
