/** Forecasts of what is flown: where bundles would come to rest, how many men would be hurt, how many wounded come out. */
import { EASTWARD } from './air-board.ts';
import type { Forecast, ForecastTerm, ForecastValue } from './forecast-types.ts';
import type { AircraftFacts } from './facts-siege.ts';
import { chuteFails } from './drop.ts';
import { ringOf } from './fog-ground.ts';
import { hexOf } from './hex.ts';
import { hurtIn } from './jump.ts';
import { bundleKilos, flyingShare } from './launch.ts';
import { share, times } from './numbers.ts';
import type { Airlift, Jump, Land } from './orders.ts';
import { streamOf } from './random.ts';
import type { Stream } from './random.ts';
import { sigmaOf, stickMetres, strayFrom } from './scatter.ts';
import type { Place } from './scenario.ts';
import { GROUND_BESIEGER, GROUND_GARRISON } from './state-siege.ts';
import { alongStrip, pointAlong } from './strip-ground.ts';
import type { CampView, SideView } from './view.ts';

/** Sorties flown in the mind of the staff. */
const TRIALS = 60;

function aircraftOf(view: SideView, id: string): AircraftFacts | null {
  return view.facts.aircraft.find((one) => one.id === id) ?? null;
}

function campOf(view: SideView, id: string): CampView | null {
  return view.camps.find((camp) => camp.id === id) ?? null;
}

/** Along the strip of the camp, or from west to east. */
function headingOver(view: SideView, camp: string): Place {
  const strip = view.facts.camps.find(({ id }) => id === camp)?.strip ?? null;
  const facts = view.facts.map.strips.find(({ id }) => id === strip);
  return facts === undefined ? EASTWARD : alongStrip(facts);
}

/** Permille of the sorties that the valley's sky lets through; the bases' as well. */
function flown({ facts: { rules }, sky }: SideView): number {
  return times(flyingShare({ airlift: rules.airlift }, sky.bases), flyingShare({ airlift: rules.airlift }, sky.valley));
}

/** Freight by parachute: the share on one's own ground, on the besieger's, and the kilos that can be gathered. */
export function airliftForecast(view: SideView, order: Airlift): Forecast | null {
  const aircraft = aircraftOf(view, order.aircraft);
  const camp = campOf(view, order.camp);
  if (aircraft === null || camp === null || aircraft.bundles <= 0) return null;
  const { rules } = view.facts;
  const sigma = sigmaOf(rules, order.height, view.sky.valley);
  const landed = trials(view, aircraft, camp, headingOver(view, order.camp), sigma);
  const sorties = Math.round((order.sorties * flown(view)) / 1000);
  const own = spread('own-ground', 'permille', landed.map(({ own: mine }) => mine));
  const fails = chuteFails({ rules }, order.height);
  const kilos = share(share(sorties * aircraft.bundles * bundleKilos(aircraft), mean(landed.map(({ own: mine }) => mine))), 1000 - fails);
  return {
    kind: order.kind, inHundred: null, estimated: true,
    values: [own, spread('lost-ground', 'permille', landed.map(({ lost }) => lost)), { id: 'kilos', unit: 'kilos', low: share(kilos, LEAST), middle: kilos, high: Math.min(sorties * aircraft.loadKilos, share(kilos, MOST)) }],
    terms: [
      term('sorties', 'sorties', order.sorties), term('flown', 'permille', flown(view)), term('height', 'metres', order.height),
      term('spread', 'metres', sigma), term('zone', 'hexes', camp.zoneHexes), term('chutes', 'permille', fails),
    ],
  };
}

/** By how much a day's kilos vary either way. */
const LEAST = 700;
const MOST = 1300;

function term(id: ForecastTerm['id'], unit: ForecastTerm['unit'], value: number): ForecastTerm {
  return { id, unit, value };
}

interface Landed {
  /** Permille of the bundles. */
  readonly own: number;
  readonly lost: number;
}

function trials(view: SideView, aircraft: AircraftFacts, camp: CampView, heading: Place, sigma: number): Landed[] {
  const ring = ringOf(view);
  return Array.from({ length: TRIALS }, (_, trial) => flyOnce(view, ring, aircraft, camp, heading, sigma, streamOf(`forecast|airlift|${String(trial)}`)));
}

/** One sortie's bundles, by the same steps that let them fall. */
function flyOnce(view: SideView, ring: readonly number[], aircraft: AircraftFacts, camp: CampView, heading: Place, sigma: number, stream: Stream): Landed {
  const aim = strayFrom(stream, { east: camp.aimEast, north: camp.aimNorth }, sigma);
  let own = 0;
  let lost = 0;
  for (let number = 0; number < aircraft.bundles; number += 1) {
    const place = strayFrom(stream, pointAlong(aim, heading, stickMetres(aircraft.stickMetres, number, aircraft.bundles)), sigma);
    const ground = ring[hexOf(view.facts.map.grid, place)];
    if (ground === GROUND_GARRISON) own += 1;
    if (ground === GROUND_BESIEGER) lost += 1;
  }
  return { own: Math.floor((own * 1000) / aircraft.bundles), lost: Math.floor((lost * 1000) / aircraft.bundles) };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.floor(values.reduce((sum, value) => sum + value, 0) / values.length);
}

/** The mean, with the middle half of single sorties on either side: one aircraft's error carries all its bundles. */
function spread(id: ForecastValue['id'], unit: ForecastValue['unit'], values: readonly number[]): ForecastValue {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (quarter: number): number => sorted[Math.floor(((sorted.length - 1) * quarter) / 4)] ?? 0;
  const middle = mean(values);
  return { id, unit, low: Math.min(middle, at(1)), middle, high: Math.max(middle, at(3)) };
}

/** Men by parachute: how many would be hurt on the way down. */
export function jumpForecast(view: SideView, order: Jump): Forecast | null {
  const aircraft = aircraftOf(view, order.aircraft);
  const camp = campOf(view, order.camp);
  if (aircraft === null || camp === null || aircraft.men <= 0) return null;
  const { rules, map } = view.facts;
  const men = Math.round((order.men * flown(view)) / 1000);
  const hurt = Math.round((men * hurtIn(rules, map.grid, camp.zoneHexes)) / 1000);
  return {
    kind: order.kind, inHundred: null, estimated: true,
    values: [{ id: 'men', unit: 'men', low: share(men, LEAST), middle: men, high: order.men }, { id: 'own-casualties', unit: 'men', low: share(hurt, 500), middle: hurt, high: 2 * hurt }],
    terms: [
      term('sorties', 'sorties', Math.ceil(order.men / aircraft.men)), term('flown', 'permille', flown(view)), term('height', 'metres', order.height),
      term('spread', 'metres', sigmaOf(rules, order.height, view.sky.valley)), term('zone', 'hexes', camp.zoneHexes),
    ],
  };
}

/** Landings: what is brought in, and the wounded who are carried out. */
export function landForecast(view: SideView, order: Land): Forecast | null {
  const aircraft = aircraftOf(view, order.aircraft);
  const camp = campOf(view, order.camp);
  const strip = view.strips.find(({ id }) => id === view.facts.camps.find((one) => one.id === order.camp)?.strip);
  if (aircraft === null || camp === null || strip === undefined) return null;
  const fails = share(strip.craters, view.facts.rules.strip.cratersFail);
  const sorties = Math.round((order.sorties * times(flown(view), 1000 - fails)) / 1000);
  const kilos = sorties * aircraft.loadKilos;
  const wounded = Math.min(camp.serious, sorties * aircraft.men);
  return {
    kind: order.kind, inHundred: null, estimated: true,
    values: [{ id: 'kilos', unit: 'kilos', low: 0, middle: kilos, high: order.sorties * aircraft.loadKilos }, { id: 'evacuated', unit: 'men', low: 0, middle: wounded, high: Math.min(camp.serious, order.sorties * aircraft.men) }],
    terms: [term('sorties', 'sorties', order.sorties), term('flown', 'permille', flown(view)), term('craters', 'permille', fails)],
  };
}
