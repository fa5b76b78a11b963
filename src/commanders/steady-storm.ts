/**
 * The steady commander's assaults: outworks first, one group a night; then nothing until hills within reach, shells
 * and will come together for a general assault; between them a worn-down post now and then; press while posts fall.
 */
import { metresBetween } from '../engine/index.ts';
import type { UnitView } from '../engine/index.ts';
import type { Reason } from './commander.ts';
import { STEADY } from './doctrine.ts';
import type { Draft } from './draft.ts';
import { mustRest, turnsSince } from './ring-picture.ts';
import type { Goal, Regiment, RingPicture } from './ring-picture.ts';
import { metresOut } from './seat.ts';

/** A post to be stormed, by whom and why. */
export interface Blow {
  readonly goal: Goal;
  readonly lead: readonly UnitView[];
  readonly echelon: readonly UnitView[];
  readonly reason: Reason;
  readonly numbers: Readonly<Record<string, number>>;
}

/** The assaults of tonight, or of the night that follows this day. */
export function blowsOf(picture: RingPicture, draft: Draft): Blow[] {
  const outworks = picture.goals.filter((goal) => goal.outwork);
  const apart = outworkGroup(picture, outworks);
  if (apart.length > 0) return assign(picture, apart, 'storm-outwork', STEADY.outworkWill, { rounds: picture.heavy });
  const general = generalTargets(picture, outworks, draft);
  if (general.length > 0) return assign(picture, general, 'storm-general', STEADY.blowWill, { targets: general.length, will: picture.will });
  const worn = wornDown(picture);
  return worn === null ? [] : assign(picture, [worn], 'storm-nibble', STEADY.nibbleWill, { turns: turnsSince(picture, worn.post.cutOffSince) });
}

/** Posts to press by daylight: while the camp comes apart, or where men are already inside. */
export function pursuit(picture: RingPicture): Blow[] {
  const lodged = picture.goals.filter((goal) => goal.post.lodgement >= STEADY.pursueLodged && goal.head <= STEADY.tideMetres);
  const fallen = picture.view.posts.filter((post) => post.holder === 'besieger' && turnsSince(picture, post.heldSince) <= 1).length;
  const believed = picture.goals.reduce((sum, { post }) => sum + post.men, 0);
  const open = fallen >= 2 && believed < STEADY.pursueMen ? picture.goals.filter((goal) => goal.head <= STEADY.pursueMetres && !goal.outwork) : [];
  const weakest = [...open].sort((a, b) => a.post.men - b.post.men || (a.post.id < b.post.id ? -1 : 1)).slice(0, 4);
  const goals = [...lodged, ...weakest.filter((goal) => !lodged.includes(goal))];
  return assign(picture, goals, 'storm-pursue', STEADY.pursueWill, { fallen });
}

/** The group of outworks that is ripest: every post of it within reach, shells and two willing regiments at hand. */
function outworkGroup(picture: RingPicture, outworks: readonly Goal[]): Goal[] {
  let best: Goal[] = [];
  let least = Infinity;
  for (const group of new Set(outworks.map(({ post }) => post.group))) {
    const posts = outworks.filter(({ post }) => post.group === group);
    const ready = posts.filter((goal) => isRipe(picture, goal));
    if (ready.length * 2 < posts.length || ready.length === 0) continue;
    if (picture.heavy < STEADY.outworkRounds * picture.tubes) continue;
    const willing = picture.regiments.filter((regiment) => isNear(regiment, ready[0]) && regiment.formation.will >= STEADY.outworkWill && regiment.battalions.length > 1);
    if (willing.length === 0 || willing.length * 3 < ready.length) continue;
    const cost = Math.min(...ready.map((goal) => goal.head - 3 * goal.height));
    if (cost < least) [best, least] = [ready, cost];
  }
  return best;
}

/** Near enough; after a failure nearer still and not at once, unless men are inside. */
function isRipe(picture: RingPicture, { head, post }: Goal): boolean {
  if (post.lodgement > 0) return head <= STEADY.outworkJump;
  const rested = post.failedAssaults < STEADY.outworkTries || turnsSince(picture, post.stormedAt) >= STEADY.nibbleRestTurns;
  return rested && head <= Math.max(STEADY.jumpLeast, STEADY.outworkJump - STEADY.outworkLearn * post.failedAssaults);
}

function isNear(regiment: Regiment, goal: Goal | undefined): boolean {
  return goal !== undefined && metresBetween(regiment.at, goal.post) <= STEADY.regimentMetres;
}

/** What a general assault waits for, each as permille of the wish; what is missing is said. */
function generalTargets(picture: RingPicture, outworks: readonly Goal[], draft: Draft): Goal[] {
  const main = picture.goals.filter((goal) => !goal.outwork && goal.post.camp === mainCamp(picture));
  const jump = jumpOff(picture);
  const ready = main.filter((goal) => !goal.undermined && (goal.head <= jump || goal.post.lodgement > 0));
  if (ready.length === 0) return [];
  const running = stormedLately(picture);
  if (running >= 2) return goesOn(picture, ready) ? pick(ready, STEADY.laterTargets) : [];
  if (outworks.some((goal) => goal.post.camp === mainCamp(picture) && goal.head <= STEADY.outworkJump)) return [];
  const missing = wishes(picture, main, ready);
  if (missing === null) return pick(ready, STEADY.firstTargets);
  draft.note('storm-waits', { have: missing.have, wanted: missing.wanted }, { what: missing.what });
  return [];
}

function mainCamp({ view }: RingPicture): string {
  return view.facts.camps[0]?.id ?? '';
}

/** Every failed assault teaches to dig nearer; success lets the rest be stormed from farther off. */
export function jumpOff(picture: RingPicture): number {
  const failures = failuresAtTheCamp(picture);
  const taken = picture.view.posts.filter((post) => post.holder === 'besieger' && turnsSince(picture, post.heldSince) <= 4).length;
  if (taken >= STEADY.tide) return STEADY.tideMetres;
  return Math.max(STEADY.jumpLeast, STEADY.jumpOffMetres - STEADY.jumpLearn * failures);
}

/** Assaults that failed on posts of the camp itself; a post teaches its lesson twice at most. */
function failuresAtTheCamp(picture: RingPicture): number {
  return picture.goals.reduce((sum, { post, outwork }) => sum + (outwork ? 0 : Math.min(2, post.failedAssaults)), 0);
}

/** Posts of the main camp stormed in the last three turns. */
function stormedLately(picture: RingPicture): number {
  const { view } = picture;
  return view.posts.filter((post) => post.camp === mainCamp(picture) && (turnsSince(picture, post.stormedAt) <= 2 || view.assaults.some((one) => one.post === post.id && one.side === 'besieger'))).length;
}

function goesOn(picture: RingPicture, ready: readonly Goal[]): boolean {
  return picture.will >= STEADY.stopWill && picture.heavy >= STEADY.stopRounds * picture.tubes && ready.length > 0;
}

interface Wish {
  readonly what: string;
  readonly have: number;
  readonly wanted: number;
}

/** The first wish that is not met; patience lowers them all as the days go by. */
function wishes(picture: RingPicture, main: readonly Goal[], ready: readonly Goal[]): Wish | null {
  const days = daysOfRest(picture);
  const patience = Math.max(STEADY.patienceLeast, 1000 - Math.max(0, days - STEADY.restDays) * STEADY.patienceADay);
  const height = (goals: readonly Goal[]): number => goals.reduce((sum, goal) => sum + (goal.post.hill ? goal.height : 0), 0);
  const failures = failuresAtTheCamp(picture);
  const list: readonly Wish[] = [
    { what: 'posts', have: ready.length, wanted: Math.min(STEADY.generalReady, Math.ceil(main.length / 3)) },
    { what: 'hills', have: height(ready), wanted: Math.floor((height(main) * STEADY.generalHills) / 1000) },
    { what: 'shells', have: picture.heavy, wanted: (STEADY.generalRounds + Math.min(8, failures) * STEADY.shellLearn) * picture.tubes },
    { what: 'will', have: picture.will, wanted: STEADY.generalWill },
    { what: 'rest', have: days, wanted: STEADY.restDays },
  ];
  return list.find(({ what, have, wanted }) => have * 1000 < wanted * (what === 'rest' ? 1000 : patience)) ?? null;
}

/** Days since three posts of the camp itself were stormed within a night and a day of each other; of the siege where they never were. */
function daysOfRest(picture: RingPicture): number {
  const clocks = picture.view.posts.filter((post) => post.camp === mainCamp(picture) && post.stormedAt >= 0 && metresOut(picture.view, post) <= STEADY.outworkMetres).map((post) => post.stormedAt).sort((a, b) => b - a);
  const last = clocks.find((clock, row) => clock - (clocks[row + 2] ?? -Infinity) <= STEADY.oneBlowPulses);
  return Math.floor((last === undefined ? picture.view.turn : turnsSince(picture, last)) / 2);
}

/** Hills first, then posts with men inside, then the nearest heads. */
function pick(ready: readonly Goal[], count: number): Goal[] {
  const rank = (goal: Goal): number => (goal.post.hill ? 0 : 1000) - (goal.post.lodgement > 0 ? 400 : 0) + goal.head - goal.height;
  return [...ready].sort((a, b) => rank(a) - rank(b) || (a.post.id < b.post.id ? -1 : 1)).slice(0, count);
}

/** One post that is cut off, close under our trench and weaker than what can be thrown at it. */
function wornDown(picture: RingPicture): Goal | null {
  if (picture.heavy < STEADY.nibbleRounds * picture.tubes || stormedLately(picture) >= 2) return null;
  let best: Goal | null = null;
  for (const goal of picture.goals) {
    const turns = turnsSince(picture, goal.post.cutOffSince);
    const starved = goal.cutOff && turns >= STEADY.nibbleTurns && goal.head <= STEADY.nibbleMetres;
    const lodged = goal.post.lodgement > 0 && turnsSince(picture, goal.post.stormedAt) >= STEADY.lodgedTurns;
    if ((!starved && !lodged) || goal.undermined) continue;
    if (turnsSince(picture, goal.post.stormedAt) < STEADY.nibbleRestTurns) continue;
    if (best === null || goal.post.men < best.post.men) best = goal;
  }
  return best;
}

/** Regiments for the posts, the nearest that are willing and whole; two battalions lead, the rest follow. */
function assign(picture: RingPicture, goals: readonly Goal[], reason: Reason, will: number, numbers: Readonly<Record<string, number>>): Blow[] {
  const used: string[] = [];
  const blows: { goal: Goal; units: UnitView[] }[] = [];
  const running = (goal: Goal): boolean => picture.view.assaults.some((one) => one.post === goal.post.id && one.side === 'besieger');
  const open = goals.filter((goal) => !running(goal));
  for (const goal of open) {
    const regiment = nearestRegiment(picture, goal, used, will);
    if (regiment === null) continue;
    used.push(regiment.formation.id);
    blows.push({ goal, units: [...regiment.battalions] });
  }
  shareOut(open, blows);
  return blows.map(({ goal, units }) => ({
    goal, reason, numbers: { metres: goal.head, ...numbers },
    lead: units.slice(0, STEADY.leadBattalions), echelon: units.slice(STEADY.leadBattalions, STEADY.mostBattalions),
  }));
}

/** More posts than regiments: the last battalions of the two strongest blows near by take a post that is left. */
function shareOut(open: readonly Goal[], blows: { goal: Goal; units: UnitView[] }[]): void {
  for (const goal of open) {
    if (blows.some((blow) => blow.goal === goal)) continue;
    const rich = blows.filter(({ units, goal: other }) => units.length >= 3 && metresBetween(other.post, goal.post) <= STEADY.sideStepMetres);
    const units = rich.sort((a, b) => b.units.length - a.units.length).slice(0, 2).flatMap((blow) => blow.units.pop() ?? []);
    if (units.length > 0) blows.push({ goal, units });
  }
}

function nearestRegiment(picture: RingPicture, goal: Goal, used: readonly string[], will: number): Regiment | null {
  let best: Regiment | null = null;
  let least: number = STEADY.regimentMetres;
  for (const regiment of picture.regiments) {
    if (used.includes(regiment.formation.id) || regiment.battalions.length === 0 || regiment.formation.will < will) continue;
    if (regiment.men * 1000 < regiment.menAtStart * STEADY.wholeEnough || mustRest(regiment)) continue;
    const metres = metresBetween(regiment.at, goal.post);
    if (metres < least) [best, least] = [regiment, metres];
  }
  return best;
}

/** Gives the orders of tonight's assaults. */
export function storm(draft: Draft, blows: readonly Blow[], from: number): void {
  for (const { goal, lead, echelon, reason, numbers } of blows) {
    const free = (units: readonly UnitView[]): string[] => units.filter(({ id }) => draft.isFree(id)).map(({ id }) => id);
    draft.add(
      { kind: 'assault', post: goal.post.id, lead: free(lead), echelon: free(echelon), from, echelonAfter: STEADY.echelonAfter },
      reason, numbers, { post: goal.post.id },
    );
  }
}
