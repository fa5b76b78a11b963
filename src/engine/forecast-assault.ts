/** The forecast of an assault: a hundred trials of it, on what is known of the post. */
import type { Forecast, ForecastValue } from './forecast-types.ts';
import { clamp, metresBetween, permille, share } from './numbers.ts';
import type { Assault, Order } from './orders.ts';
import { byGround } from './protective-fire.ts';
import { streamOf } from './random.ts';
import type { Stream } from './random.ts';
import { shellingHarm } from './shelling.ts';
import { PULSES } from './state.ts';
import { evenPulse, stormPulse } from './storm.ts';
import type { Storm } from './storm.ts';
import type { Rules } from './tunables.ts';
import { clearness } from './watch.ts';
import type { PostView, SideView, UnitView } from './view.ts';

const TRIALS = 100;

interface Trial {
  readonly won: boolean;
  readonly pulses: number;
  readonly lost: number;
}

/** Counts in a hundred, own losses, hours, and the terms of the first pulse. */
export function assaultForecast(view: SideView, order: Assault, plan: readonly Order[]): Forecast | null {
  const post = view.posts.find(({ id }) => id === order.post);
  if (post === undefined) return null;
  const opening = openingStorm(view, order, post, plan);
  const trials: Trial[] = [];
  const stream = streamOf(`forecast|${order.post}`);
  const echelon = menOf(view.units.filter(({ id }) => order.echelon.includes(id)));
  for (let trial = 0; trial < TRIALS; trial += 1) trials.push(runTrial(view.facts.rules, { ...opening }, echelon, order.echelonAfter, stream));
  const won = trials.filter((trial) => trial.won);
  const { terms, odds } = evenPulse(view.facts.rules, opening);
  return {
    kind: order.kind, inHundred: Math.round((won.length * 100) / TRIALS), estimated: true,
    values: [spread('own-casualties', 'men', trials.map(({ lost }) => lost)), spread('pulses', 'pulses', (won.length > 0 ? won : trials).map(({ pulses }) => pulses))],
    terms: [
      { id: 'attackers', unit: 'men', value: terms.inContact }, { id: 'quality', unit: 'permille', value: opening.attackerQuality },
      { id: 'will', unit: 'permille', value: opening.will }, { id: 'defenders', unit: 'men', value: terms.fighting },
      { id: 'works', unit: 'permille', value: opening.works }, { id: 'wire', unit: 'permille', value: opening.wire },
      { id: 'suppression', unit: 'permille', value: opening.suppression },
      { id: 'jump-off', unit: 'metres', value: opening.jumpOffMetres }, { id: 'exposure', unit: 'permille', value: terms.exposure },
      { id: 'protective-fire', unit: 'men', value: Math.round(opening.protectiveFire / 1000) }, { id: 'odds', unit: 'permille', value: odds },
    ],
  };
}

function spread(id: ForecastValue['id'], unit: ForecastValue['unit'], values: readonly number[]): ForecastValue {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(((sorted.length - 1) * share) / 100)] ?? 0;
  return { id, unit, low: at(5), middle: at(50), high: at(95) };
}

function openingStorm(view: SideView, order: Assault, post: PostView, plan: readonly Order[]): Storm {
  const { rules } = view.facts;
  const lead = view.units.filter(({ id }) => order.lead.includes(id));
  const approach = view.approaches.find((one) => one.post === order.post);
  const shelled = afterPreparation(view, order, post, plan);
  return {
    attackers: menOf(lead), attackerQuality: qualityOf(lead), will: willOf(view, lead),
    defenders: shelled.men, defenderQuality: rules.observation.believedQuality, cohesion: rules.observation.believedCohesion,
    suppression: shelled.suppression, headless: false, works: shelled.works, wire: shelled.wire, lodgement: post.lodgement,
    jumpOffMetres: approach === undefined ? rules.assault.openMetres : approach.lengthMetres - approach.dugMetres,
    support: supportOf(view, post), protectiveFire: believedFire(view, post), first: true,
    day: !view.night, defenderTanks: 0, attackerTanks: 0, hill: post.hill,
    cutOffTurns: post.cutOffSince < 0 ? 0 : Math.floor((view.turn * PULSES - post.cutOffSince) / PULSES),
    mined: view.galleries.some((gallery) => gallery.post === post.id && gallery.loadedTurn >= 0 && gallery.firedTurn < 0),
    clearness: clearness(rules, view.sky.valley),
  };
}

/** The post as the shells of the same plan would leave it. */
function afterPreparation(view: SideView, order: Assault, post: PostView, plan: readonly Order[]): { men: number; works: number; wire: number; suppression: number } {
  const { rules } = view.facts;
  const rounds = view.weapons.map((weapon) => {
    let sum = 0;
    for (const one of plan) if (one.kind === 'bombard' && one.target.id === order.post && one.weapon === weapon && one.from <= order.from) sum += one.rounds;
    return sum;
  });
  const effect = view.night ? rules.artillery.registered : rules.artillery.observed;
  const harm = shellingHarm(rules, view.weapons, rounds, { men: post.men, works: post.works, wire: post.wire, suppression: 0, cellar: 0 }, effect);
  return { men: Math.max(0, post.men - Math.round(harm.casualties / 1000)), works: harm.works, wire: harm.wire, suppression: harm.suppression };
}

/** One assault from its first pulse to its end; the storm is moved on in place. */
function runTrial(rules: Rules, storm: Moving, echelon: number, echelonAfter: number, stream: Stream): Trial {
  const brought = echelon + storm.attackers;
  let lost = 0;
  for (let pulse = 0; pulse < PULSES; pulse += 1) {
    if (pulse === echelonAfter) storm.attackers += echelon;
    const outcome = stormPulse(rules, storm, stream.below(2 * rules.assault.chance + 1), stream.below(2 * rules.assault.lossSpread + 1));
    const paid = Math.round(outcome.attackersLost / 1000);
    lost += paid;
    moveOn(rules, storm, outcome.lodgement, Math.min(storm.defenders, Math.round(outcome.defendersLost / 1000)), paid);
    const broken = storm.cohesion < rules.morale.breakAt || storm.defenders < rules.surrender.minMen;
    if (outcome.lodgement >= 1000 || broken) return { won: true, pulses: pulse + 1, lost };
    const bears = rules.assault.tolerance + share(rules.assault.tolerance, share(rules.assault.toleranceLodged, outcome.lodgement));
    if (permille(lost, brought) > bears) return { won: false, pulses: pulse + 1, lost };
  }
  return { won: false, pulses: PULSES, lost };
}

type Moving = { -readonly [Field in keyof Storm]: Storm[Field] };

function moveOn(rules: Rules, storm: Moving, lodgement: number, fallen: number, lost: number): void {
  const cohesion = storm.cohesion - share(rules.morale.loss, permille(fallen, storm.defenders)) - share(rules.morale.lodged, lodgement);
  storm.lodgement = lodgement;
  storm.first = false;
  storm.attackers = Math.max(0, storm.attackers - lost);
  storm.defenders -= fallen;
  storm.cohesion = clamp(cohesion, 0, 1000);
  storm.suppression = share(storm.suppression, rules.artillery.suppressionDecay);
}

function menOf(units: readonly UnitView[]): number {
  return units.reduce((sum, unit) => sum + unit.men, 0);
}

function qualityOf(units: readonly UnitView[]): number {
  const men = menOf(units);
  return men === 0 ? 0 : Math.floor(units.reduce((sum, unit) => sum + unit.quality * unit.men, 0) / men);
}

/** Mean will of the regiments that storm, each counted once. */
function willOf(view: SideView, units: readonly UnitView[]): number {
  const regiments = view.formations.filter(({ id }) => units.some((unit) => unit.formation === id));
  return regiments.length === 0 ? 0 : Math.floor(regiments.reduce((sum, { will }) => sum + will, 0) / regiments.length);
}

function supportOf(view: SideView, post: PostView): number {
  const { supportMetres, supportShare } = view.facts.rules.assault;
  const near = view.posts.filter((other) => other.id !== post.id && other.holder === 'garrison' && metresBetween(other, post) <= supportMetres);
  return near.reduce((sum, other) => sum + share(share(other.men, view.facts.rules.observation.believedCohesion), supportShare), 0);
}

/** What the guns of which there is a fix could do in a pulse, so far as they are expected to. */
function believedFire(view: SideView, post: PostView): number {
  const { rules } = view.facts;
  let thousandths = 0;
  for (const fix of view.fixes) {
    const weapon = rules.weapons[fix.weapon];
    if (weapon === undefined || weapon.direct > 0 || metresBetween(fix, post) > weapon.range) continue;
    const rounds = rules.observation.believedTubes * weapon.rate;
    thousandths += share(rounds * rules.artillery.protectEffect, share(weapon.bite, rules.artillery.protectFar));
  }
  return share(share(thousandths, byGround(rules, post.hill)), rules.observation.believedFire);
}
