/** Forecasts of what is dug or filled in: rings, axes, galleries, raids. */
import type { Forecast, ForecastTerm } from './forecast-types.ts';
import { centreOf } from './hex.ts';
import { metresBetween, share } from './numbers.ts';
import type { Encircle, Mine, Raid, Trench } from './orders.ts';
import { raidChance, raidStrength } from './raid-odds.ts';
import { dig as digs, handsOf } from './spade.ts';
import type { Dug, Spadework } from './spade.ts';
import type { SideView } from './view.ts';
import { headHex } from './watch.ts';

/** What is known of a way before anybody has laid it. */
const UNLAID = 1000;

/** A ring round a post: metres of trench, and what is left of the way. */
export function encircleForecast(view: SideView, order: Encircle): Forecast {
  const ring = view.approaches.find(({ kind, post }) => kind === 'ring' && post === order.post);
  const leftMetres = ring === undefined ? UNLAID : ring.lengthMetres - ring.dugMetres;
  return dug(view, order, digs(view.facts.rules, { ...workOf(view, order.units), headMetres: leftMetres, leftMetres, round: true }), leftMetres);
}

/** An axis to a hex: its pace is that of the nearest wire. */
export function trenchForecast(view: SideView, order: Trench): Forecast {
  const axis = view.approaches.find(({ kind, path }) => kind === 'axis' && path[path.length - 1] === order.to);
  const leftMetres = axis === undefined ? UNLAID : axis.lengthMetres - axis.dugMetres;
  const head = centreOf(view.facts.map.grid, axis === undefined ? order.to : headHex(axis));
  let headMetres = UNLAID;
  for (const post of view.posts) if (post.holder === 'garrison' || post.holder === 'contested') headMetres = Math.min(headMetres, metresBetween(post, head));
  return dug(view, order, digs(view.facts.rules, { ...workOf(view, order.units), headMetres, leftMetres }), leftMetres);
}

function workOf(view: SideView, ids: readonly string[]): Pick<Spadework, 'battalions' | 'night' | 'sky' | 'mud'> {
  let battalions = 0;
  for (const unit of view.units) if (ids.includes(unit.id)) battalions += handsOf(unit.men, unit.menAtStart);
  return { battalions, night: view.night, sky: view.sky.valley, mud: view.sky.mud };
}

function dug(view: SideView, order: Encircle | Trench, done: Dug, leftMetres: number): Forecast {
  const metres = { id: 'metres', unit: 'metres', low: share(done.metres, view.facts.rules.digging.rainShare), middle: done.metres, high: done.metres } as const;
  const left = Math.max(0, leftMetres - done.head);
  return {
    kind: order.kind, inHundred: null, estimated: false,
    values: [metres, { id: 'left', unit: 'metres', low: left, middle: left, high: left }],
    terms: [
      term('battalions', 'permille', workOf(view, order.units).battalions), term('pace', 'metres a battalion-night', done.pace),
      term('head-share', 'permille', done.headShare), term('weather', 'permille', done.weather),
    ],
  };
}

function term(id: ForecastTerm['id'], unit: ForecastTerm['unit'], value: number): ForecastTerm {
  return { id, unit, value };
}

/** Centimetres in a metre. */
const CENTIMETRES = 100;

/** Nights until the chamber is filled. */
export function mineForecast(view: SideView, order: Mine): Forecast | null {
  const { length, rate, loadNights } = view.facts.rules.gallery;
  const gallery = view.galleries.find(({ post, firedTurn }) => post === order.post && firedTurn < 0);
  if (gallery !== undefined && gallery.loadedTurn >= 0) return null;
  const left = gallery === undefined ? length : gallery.lengthMetres - gallery.metres;
  const nights = Math.ceil((left * CENTIMETRES) / Math.max(1, rate)) + loadNights;
  return {
    kind: order.kind, inHundred: null, estimated: false,
    values: [{ id: 'nights', unit: 'nights', low: nights, middle: nights, high: nights }],
    terms: [term('left', 'metres', left), term('gallery-pace', 'metres', Math.floor(rate / CENTIMETRES)), term('wait', 'nights', loadNights)],
  };
}

/** A raid on a trench head: the chance against those who were last seen near it. */
export function raidForecast(view: SideView, order: Raid): Forecast | null {
  const unit = view.units.find(({ id }) => id === order.unit);
  const approach = view.approaches.find(({ id }) => id === order.approach);
  if (unit === undefined || approach === undefined) return null;
  const { raids: rules, observation } = view.facts.rules;
  const head = centreOf(view.facts.map.grid, headHex(approach));
  const near = view.contacts.filter(({ hex }) => metresBetween(centreOf(view.facts.map.grid, hex), head) <= rules.defendersNear);
  const believed = near.map(({ men }) => ({ men, quality: observation.believedQuality, cohesion: observation.believedCohesion }));
  const against = share(raidStrength(believed), rules.defendersShare);
  const chance = raidChance(view.facts.rules, raidStrength([unit]), against);
  const losses = share(share(rules.losses, chance) + share(rules.lossesFailed, 1000 - chance), view.night ? 1000 : rules.dayLosses);
  return {
    kind: order.kind, inHundred: Math.round(chance / 10), estimated: true,
    values: [
      { id: 'filled', unit: 'metres', low: 0, middle: Math.floor((rules.fill * unit.men) / 100), high: Math.floor((rules.fill * unit.men) / 100) },
      { id: 'own-casualties', unit: 'men', low: Math.min(losses, rules.losses), middle: losses, high: Math.max(losses, rules.lossesFailed) },
    ],
    terms: [term('attackers', 'men', unit.men), term('quality', 'permille', unit.quality), term('defenders', 'men', near.reduce((sum, { men }) => sum + men, 0))],
  };
}
