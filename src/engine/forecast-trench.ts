/** Forecasts of what is dug or filled in: rings, axes, galleries, raids. */
import type { Forecast, ForecastTerm } from './forecast-types.ts';
import { centreOf } from './hex.ts';
import { metresBetween, share } from './numbers.ts';
import type { Dig, Encircle, Mine, Raid, Trench } from './orders.ts';
import { raidChance, raidStrength } from './raid-odds.ts';
import { dig as digs, diggingLosses, handsAtHead } from './spade.ts';
import type { ApproachView, SideView, UnitView } from './view.ts';
import { headHex } from './watch.ts';

/** A sap to the wire: how near its head comes. */
export function digForecast(view: SideView, order: Dig): Forecast {
  const sap = view.approaches.find(({ kind, post }) => kind === 'sap' && post === order.post);
  const left = sap === undefined ? unlaid(view, order) : sap.lengthMetres - sap.dugMetres;
  return foretold(view, order, { head: sap === undefined ? standsAt(view, order) : headHex(sap), headMetres: left, leftMetres: left, round: false });
}

/** A way that nobody has laid yet is as long as it is from the battalion to the post. */
function unlaid(view: SideView, order: Dig): number {
  const post = view.posts.find(({ id }) => id === order.post);
  const unit = view.units.find(({ id }) => id === order.units[0]);
  return post === undefined || unit === undefined ? UNLAID : Math.max(1, metresBetween(post, centreOf(view.facts.map.grid, unit.hex)));
}

/** Trench that nobody has begun begins where the diggers stand. */
function standsAt(view: SideView, { units }: Dig | Encircle | Trench): number {
  return view.units.find(({ id }) => id === units[0])?.hex ?? 0;
}

/** What is left of a way that is not laid, and how far off the wire is where no post is held. */
const UNLAID = 1000;

/** A ring round a post: metres of trench, and what is left of the way. */
export function encircleForecast(view: SideView, order: Encircle): Forecast {
  const ring = view.approaches.find(({ kind, post }) => kind === 'ring' && post === order.post);
  return onTheWay(view, order, ring, true);
}

/** An axis to a hex: its pace is that of the nearest wire. */
export function trenchForecast(view: SideView, order: Trench): Forecast {
  return onTheWay(view, order, view.approaches.find(({ kind, path }) => kind === 'axis' && path[path.length - 1] === order.to), false);
}

function onTheWay(view: SideView, order: Encircle | Trench, begun: ApproachView | undefined, round: boolean): Forecast {
  const head = begun === undefined ? standsAt(view, order) : headHex(begun);
  const leftMetres = begun === undefined ? UNLAID : begun.lengthMetres - begun.dugMetres;
  let headMetres = UNLAID;
  for (const post of view.posts) {
    if (post.holder !== 'garrison' && post.holder !== 'contested') continue;
    const wire = metresBetween(centreOf(view.facts.map.grid, head), post) - Math.floor((post.lengthMetres + post.widthMetres) / 4);
    headMetres = Math.min(headMetres, Math.max(0, wire));
  }
  return foretold(view, order, { head, headMetres, leftMetres, round });
}

interface Head {
  readonly head: number;
  readonly headMetres: number;
  readonly leftMetres: number;
  readonly round: boolean;
}

/** The turn's spadework by the sums of the rule. */
function foretold(view: SideView, order: Dig | Encircle | Trench, { head, headMetres, leftMetres, round }: Head): Forecast {
  const { rules } = view.facts;
  let battalions = 0;
  for (const unit of view.units) if (order.units.includes(unit.id)) battalions += handsOfUnit(view, unit, head, headMetres);
  const done = digs(rules, { battalions, headMetres, night: view.night, sky: view.sky.valley, mud: view.sky.mud, leftMetres, round });
  const left = Math.max(0, leftMetres - done.head);
  const lost = Math.round(share(diggingLosses(rules, headMetres, view.night), battalions) / 1000);
  return {
    kind: order.kind, inHundred: null, estimated: false,
    values: [
      { id: 'metres', unit: 'metres', low: share(done.metres, rules.digging.rainShare), middle: done.metres, high: done.metres },
      { id: order.kind === 'dig' ? 'head' : 'left', unit: 'metres', low: left, middle: left, high: left },
      { id: 'own-casualties', unit: 'men', low: share(lost, 1000 - JUDGED), middle: lost, high: Math.ceil((lost * (1000 + JUDGED)) / 1000) },
    ],
    terms: [
      term('battalions', 'permille', battalions), term('pace', 'metres a battalion-night', done.pace),
      term('head-share', 'permille', done.headShare), term('weather', 'permille', done.weather),
    ],
  };
}

/** By how much losses may be off, permille. */
const JUDGED = 250;

function handsOfUnit(view: SideView, unit: UnitView, head: number, headMetres: number): number {
  const { grid } = view.facts.map;
  const formation = view.formations.find(({ id }) => id === unit.formation);
  const awayMetres = metresBetween(centreOf(grid, unit.hex), centreOf(grid, head));
  return handsAtHead(view.facts.rules, { men: unit.men, whole: unit.menAtStart, awayMetres, headMetres, will: formation?.kind === 'regiment' ? formation.will : null });
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
