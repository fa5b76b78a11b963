/**
 * The steady commander's assaults: outworks first, one group a night; then nothing until hills within reach, shells
 * and will come together for a general assault; between them a worn-down post now and then; press while posts fall.
 */
import { isNearer } from '../engine/index.ts';
import type { SideView } from '../engine/index.ts';
import { STEADY } from './doctrine.ts';
import type { Draft } from './draft.ts';
import { insert } from './few.ts';
import { heightOf } from './front.ts';
import type { Goal } from './front.ts';
import { turnsSince } from './ring-picture.ts';
import type { RingPicture } from './ring-picture.ts';
import { seatOf } from './seat.ts';
import { assign } from './steady-blows.ts';
import type { Blow } from './steady-blows.ts';

/** The assaults of tonight, or of the night that follows this day. */
export function blowsOf(picture: RingPicture, draft: Draft): Blow[] {
  const apart = outworkGroup(picture);
  if (apart.length > 0) return assign(picture, apart, 'storm-outwork', STEADY.outworkWill, { rounds: picture.arms.heavy });
  const general = generalTargets(picture, draft);
  if (general.length > 0) return assign(picture, general, 'storm-general', STEADY.blowWill, { targets: general.length, will: picture.will });
  const worn = wornDown(picture);
  return worn === null ? [] : assign(picture, [worn], 'storm-nibble', STEADY.nibbleWill, { turns: turnsSince(picture, worn.post.cutOffSince) });
}

/** Posts to press by daylight: while the camp comes apart, or where men are already inside. */
export function pursuit(picture: RingPicture): Blow[] {
  const { goals, fallen, believed } = picture.front;
  const open = fallen >= 2 && believed < STEADY.pursueMen;
  const lodged: Goal[] = [];
  const weakest: Goal[] = [];
  for (const goal of goals) {
    if (goal.post.lodgement >= STEADY.pursueLodged && goal.head <= STEADY.tideMetres) lodged.push(goal);
    if (open && goal.head <= STEADY.pursueMetres && !goal.outwork) insert(weakest, STEADY.pursuePosts, goal, isWeaker);
  }
  for (const goal of weakest) if (!lodged.includes(goal)) lodged.push(goal);
  return assign(picture, lodged, 'storm-pursue', STEADY.pursueWill, { fallen });
}

function isWeaker({ post }: Goal, { post: other }: Goal): boolean {
  return post.men < other.men || (post.men === other.men && post.id < other.id);
}

/** The group of outworks that is ripest: every post of it within reach, shells and two willing regiments at hand. */
function outworkGroup(picture: RingPicture): Goal[] {
  const { arms, front: { outworks } } = picture;
  let best: Goal[] = [];
  if (arms.heavy < STEADY.outworkRounds * arms.tubes) return best;
  let least = Infinity;
  const groups: string[] = [];
  for (const { post } of outworks) {
    if (groups.includes(post.group)) continue;
    groups.push(post.group);
    const ready = ripeOf(picture, outworks, post.group);
    const cost = ready.length === 0 ? Infinity : costOf(picture.view, ready);
    if (cost >= least || !isWilling(picture, ready)) continue;
    best = ready;
    least = cost;
  }
  return best;
}

/** The posts of a group that are ripe; none where the greater part is not. */
function ripeOf(picture: RingPicture, outworks: readonly Goal[], group: string): Goal[] {
  const ready: Goal[] = [];
  let posts = 0;
  for (const goal of outworks) {
    if (goal.post.group !== group) continue;
    posts += 1;
    if (isRipe(picture, goal)) ready.push(goal);
  }
  return ready.length * 2 < posts ? [] : ready;
}

/** The nearest head, hills before flats. */
function costOf(view: SideView, ready: readonly Goal[]): number {
  let least = Infinity;
  for (const goal of ready) least = Math.min(least, goal.head - 3 * heightOf(view, goal));
  return least;
}

/** There is a regiment at hand for every three posts that goes where it is told. */
function isWilling({ regiments }: RingPicture, ready: readonly Goal[]): boolean {
  const [first] = ready;
  if (first === undefined) return false;
  let willing = 0;
  for (const { at, formation, battalions } of regiments) {
    if (formation.will >= STEADY.outworkWill && battalions.length > 1 && isNearer(at, first.post, STEADY.regimentMetres + 1)) willing += 1;
  }
  return willing > 0 && willing * 3 >= ready.length;
}

/** Near enough; after a failure nearer still and not at once, unless men are inside. */
function isRipe(picture: RingPicture, { head, post }: Goal): boolean {
  if (post.lodgement > 0) return head <= STEADY.outworkJump;
  const rested = post.failedAssaults < STEADY.outworkTries || turnsSince(picture, post.stormedAt) >= STEADY.nibbleRestTurns;
  return rested && head <= Math.max(STEADY.jumpLeast, STEADY.outworkJump - STEADY.outworkLearn * post.failedAssaults);
}

/** What a general assault waits for, each as permille of the wish; what is missing is said. */
function generalTargets(picture: RingPicture, draft: Draft): Goal[] {
  const { view, mainCamp, front } = picture;
  const jump = jumpOff(picture);
  const main: Goal[] = [];
  const ready: Goal[] = [];
  for (const goal of front.goals) {
    if (goal.outwork || goal.post.camp !== mainCamp) continue;
    main.push(goal);
    if (!goal.undermined && (goal.head <= jump || goal.post.lodgement > 0)) ready.push(goal);
  }
  if (ready.length === 0) return [];
  if (front.stormed >= 2) return goesOn(picture) ? pick(view, ready, STEADY.laterTargets) : [];
  for (const { post, head } of front.outworks) if (post.camp === mainCamp && head <= STEADY.outworkJump) return [];
  const missing = unmet(picture, main, ready);
  if (missing === null) return pick(view, ready, STEADY.firstTargets);
  draft.note('storm-waits', { have: missing.have, wanted: missing.wanted }, { what: missing.what });
  return [];
}

/** Every failed assault teaches to dig nearer; success lets the rest be stormed from farther off. */
export function jumpOff({ front }: RingPicture): number {
  if (front.tide >= STEADY.tide) return STEADY.tideMetres;
  return Math.max(STEADY.jumpLeast, STEADY.jumpOffMetres - STEADY.jumpLearn * front.failures);
}

function goesOn({ will, arms }: RingPicture): boolean {
  return will >= STEADY.stopWill && arms.heavy >= STEADY.stopRounds * arms.tubes;
}

interface Wish {
  readonly what: string;
  readonly have: number;
  readonly wanted: number;
}

/** The first wish that is not met; patience lowers them all as the days go by. */
function unmet(picture: RingPicture, main: readonly Goal[], ready: readonly Goal[]): Wish | null {
  const { view, arms, front } = picture;
  const days = daysOfRest(picture);
  const patience = Math.max(STEADY.patienceLeast, 1000 - Math.max(0, days - STEADY.restDays) * STEADY.patienceADay);
  return (
    less('posts', ready.length, Math.min(STEADY.generalReady, Math.ceil(main.length / 3)), patience) ??
    less('hills', heightOfHills(view, ready), Math.floor((heightOfHills(view, main) * STEADY.generalHills) / 1000), patience) ??
    less('shells', arms.heavy, (STEADY.generalRounds + Math.min(8, front.failures) * STEADY.shellLearn) * arms.tubes, patience) ??
    less('will', picture.will, STEADY.generalWill, patience) ??
    less('rest', days, STEADY.restDays, 1000)
  );
}

/** A wish of which less than such a part is there. */
function less(what: string, have: number, wanted: number, permille: number): Wish | null {
  return have * 1000 < wanted * permille ? { what, have, wanted } : null;
}

/** Height of the hills among some posts. */
function heightOfHills(view: SideView, goals: readonly Goal[]): number {
  let sum = 0;
  for (const goal of goals) if (goal.post.hill) sum += heightOf(view, goal);
  return sum;
}

/** Days since three posts of the camp itself were stormed within a night and a day of each other; of the siege where they never were. */
function daysOfRest(picture: RingPicture): number {
  const { view, mainCamp } = picture;
  const seat = seatOf(view, mainCamp);
  const hours: number[] = [];
  for (const post of view.posts) {
    if (post.stormedAt >= 0 && post.camp === mainCamp && (seat === null || isNearer(seat, post, STEADY.outworkMetres + 1))) enter(hours, post.stormedAt);
  }
  for (let row = 0; row + 2 < hours.length; row += 1) {
    const hour = hours[row] ?? 0;
    if (hour - (hours[row + 2] ?? 0) <= STEADY.oneBlowPulses) return Math.floor(turnsSince(picture, hour) / 2);
  }
  return Math.floor(view.turn / 2);
}

/** Enters an hour in a list that begins with the latest. */
function enter(hours: number[], hour: number): void {
  let row = hours.length;
  for (; row > 0 && (hours[row - 1] ?? 0) < hour; row -= 1) hours[row] = hours[row - 1] ?? 0;
  hours[row] = hour;
}

/** Hills first, then posts with men inside, then the nearest heads. */
function pick(view: SideView, ready: readonly Goal[], count: number): Goal[] {
  const rank = (goal: Goal): number => (goal.post.hill ? 0 : 1000) - (goal.post.lodgement > 0 ? 400 : 0) + goal.head - heightOf(view, goal);
  return [...ready].sort((a, b) => rank(a) - rank(b) || (a.post.id < b.post.id ? -1 : 1)).slice(0, count);
}

/** One post that is cut off, close under our trench and weaker than what can be thrown at it. */
function wornDown(picture: RingPicture): Goal | null {
  const { arms, front } = picture;
  if (arms.heavy < STEADY.nibbleRounds * arms.tubes || front.stormed >= 2) return null;
  let best: Goal | null = null;
  for (const goal of front.goals) {
    if (best !== null && goal.post.men >= best.post.men) continue;
    const starved = goal.cutOff && goal.head <= STEADY.nibbleMetres && turnsSince(picture, goal.post.cutOffSince) >= STEADY.nibbleTurns;
    const lodged = goal.post.lodgement > 0 && turnsSince(picture, goal.post.stormedAt) >= STEADY.lodgedTurns;
    if ((!starved && !lodged) || goal.undermined || turnsSince(picture, goal.post.stormedAt) < STEADY.nibbleRestTurns) continue;
    best = goal;
  }
  return best;
}
