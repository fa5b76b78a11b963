/**
 * The steady commander's guns: weight before an assault, a few rounds on what fires back, the strip while it is in
 * use, and between assaults only so much harassing fire as the road brings up again.
 */
import { carries, middleOfStrip } from '../engine/index.ts';
import type { FixView, Place, SideView, Target } from '../engine/index.ts';
import type { Arm, Arms } from './arms.ts';
import type { Reason } from './commander.ts';
import { STEADY } from './doctrine.ts';
import { tens } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Goal } from './front.ts';
import type { RingPicture } from './ring-picture.ts';
import type { Blow } from './steady-blows.ts';

/** The fewest rounds that are worth an order. */
const FEWEST = 10;

/** Preparation of the posts to be stormed; `part` permille of it falls from this pulse on. In the last turns nothing is saved up. */
export function prepare(picture: RingPicture, draft: Draft, blows: readonly Blow[], from: number, part: number): void {
  if (blows.length === 0) return;
  const last = isLast(picture);
  const most = last ? STEADY.prepRounds * 2 : STEADY.prepRounds;
  const weight = Math.min(most, Math.floor((picture.arms.heavy * (last ? STEADY.prepLast : STEADY.prepShare)) / 1000 / blows.length));
  for (const { goal } of blows) {
    shellPost(picture, draft, goal, Math.floor((weight * part) / 1000), from, 'soften-post', blows.length);
    lightFire(picture, draft, goal, from, part);
  }
}

/** The siege is nearly over. */
function isLast({ view }: RingPicture): boolean {
  return view.turns - view.turn <= STEADY.lastTurns;
}

/** So many heavy rounds on a post, each weapon by its share of the stock, and no more than its tubes fire off in the hours before a storm. */
function shellPost(picture: RingPicture, draft: Draft, goal: Goal, weight: number, from: number, reason: Reason, posts: number): void {
  const { view, arms: { all, stocks, heavy } } = picture;
  if (weight < FEWEST || heavy === 0) return;
  for (const arm of all) {
    if (!arm.heavy) continue;
    const share = Math.floor((weight * (stocks.rounds[arm.row] ?? 0)) / heavy);
    if (share >= FEWEST) fire(picture, draft, { kind: 'post', id: goal.post.id }, goal.post, arm, Math.min(share, Math.floor(burst(view, arm) / posts)), from, reason);
  }
}

/** Rounds that the tubes of a weapon fire in the hours of a preparation. */
function burst({ facts: { rules } }: SideView, { facts, batteries }: Arm): number {
  const { casemateRate } = rules.artillery;
  let rounds = 0;
  for (const { tubes, cover } of batteries) rounds += Math.floor((tubes * facts.rate * STEADY.prepHours * (cover === 'casemate' ? casemateRate : 1000)) / 1000);
  return rounds;
}

/** Mortars and recoilless guns that stand near fire with whatever they have. */
function lightFire(picture: RingPicture, draft: Draft, goal: Goal, from: number, part: number): void {
  const share = isLast(picture) ? STEADY.lightLast : STEADY.lightShare;
  const { all, stocks } = picture.arms;
  for (const arm of all) {
    if (arm.heavy) continue;
    const stock = stocks.rounds[arm.row] ?? 0;
    fire(picture, draft, { kind: 'post', id: goal.post.id }, goal.post, arm, Math.floor((stock * share * part) / 1_000_000), from, 'soften-post');
  }
}

function fire({ arms: { stocks } }: RingPicture, draft: Draft, target: Target, place: Place, arm: Arm, wanted: number, from: number, reason: Reason): boolean {
  const { row, weapon } = arm;
  const rounds = tens(Math.min(wanted, stocks.rounds[row] ?? 0));
  if (rounds < FEWEST || !reaches(arm, place)) return false;
  if (!draft.add({ kind: 'bombard', target, weapon, rounds, from }, reason, { rounds }, aimOf(target, weapon))) return false;
  stocks.rounds[row] = (stocks.rounds[row] ?? 0) - rounds;
  return true;
}

/** Some battery of the weapon carries to a place. */
function reaches({ facts, batteries }: Arm, place: Place): boolean {
  for (const battery of batteries) if (carries(facts, battery, place)) return true;
  return false;
}

/** What fire is laid on, under the name that reasons use for it, and by what. */
function aimOf({ kind, id }: Target, weapon: string): Readonly<Record<string, string>> {
  switch (kind) {
    case 'post': return { post: id, weapon };
    case 'strip': return { strip: id, weapon };
    case 'zone': return { camp: id, weapon };
    case 'approach': return { approach: id, weapon };
  }
}

/** Howitzers on the pits whose shells would break the assaults. */
export function silence(picture: RingPicture, draft: Draft, from: number, share: number, most: number): void {
  const arm = howitzers(picture.arms);
  if (arm === null) return;
  const { view, arms: { stocks } } = picture;
  const all = Math.min(most, Math.floor(((stocks.rounds[arm.row] ?? 0) * share) / 1000));
  const far = all < FEWEST ? [] : farFixes(view);
  const count = Math.min(far.length, STEADY.silenceFixes);
  const rounds = tens(all / Math.max(1, count));
  if (rounds < FEWEST) return;
  const { row, weapon } = arm;
  // Turn by turn others come to the head of the list.
  for (let step = view.turn * STEADY.silenceFixes; step < view.turn * STEADY.silenceFixes + count; step += 1) {
    const fix = far[step % far.length];
    if (fix === undefined || (stocks.rounds[row] ?? 0) < rounds) return;
    if (!reaches(arm, fix)) continue;
    if (!draft.add({ kind: 'counter-battery', fix: fix.id, weapon, rounds, from }, 'silence-guns', { rounds }, { fix: fix.id, weapon })) continue;
    stocks.rounds[row] = (stocks.rounds[row] ?? 0) - rounds;
  }
}

/** Guns that reach far, newest fix first. */
function farFixes({ fixes, facts }: SideView): FixView[] {
  const far: FixView[] = [];
  for (const fix of fixes) if ((facts.rules.weapons[fix.weapon]?.range ?? 0) >= STEADY.farGunMetres) far.push(fix);
  return far;
}

/** The weapon with the longest reach of which there are guns and shells. */
function howitzers({ all, stocks }: Arms): Arm | null {
  let best: Arm | null = null;
  let reach = 0;
  for (const arm of all) {
    if ((stocks.rounds[arm.row] ?? 0) <= 0 || arm.facts.range <= reach) continue;
    best = arm;
    reach = arm.facts.range;
  }
  return best;
}

/**
 * Everyday fire out of what the road brings up: guns that fired, the strip while aircraft land, posts with a trench
 * before them, those who gather loads. It is a few rounds on each, so one weapon fires them: the one with most to spare.
 */
export function harass(picture: RingPicture, draft: Draft, offensive: boolean): void {
  const { heavy, tubes } = picture.arms;
  const low = heavy < STEADY.lowRounds * tubes ? 400 : 1000;
  const rounds = Math.floor((STEADY.harassRounds * tubes * low * (offensive ? STEADY.harassOffensive : 1000)) / 1_000_000);
  silence(picture, draft, 0, STEADY.harassGunsShare, Math.floor((rounds * STEADY.harassGunsShare) / 1000));
  harassStrips(picture, draft, Math.floor((rounds * STEADY.harassStripShare) / 1000));
  harassPosts(picture, draft, Math.floor((rounds * STEADY.harassPostShare) / (1000 * HARASSED)));
  harassZones(picture, draft, Math.floor((rounds * STEADY.harassZoneShare) / 1000));
}

/** Posts that are harassed in a turn; in the next turn it is others. */
const HARASSED = 3;

function harassPosts(picture: RingPicture, draft: Draft, rounds: number): void {
  if (rounds < FEWEST) return;
  const { view } = picture;
  const near: Goal[] = [];
  for (const goal of picture.front.goals) if (goal.head <= STEADY.harassMetres && !goal.outwork) near.push(goal);
  for (let step = 0; step < HARASSED && step < near.length; step += 1) {
    const goal = near[(view.turn * HARASSED + step) % near.length];
    if (goal !== undefined) fireOne(picture, draft, { kind: 'post', id: goal.post.id }, goal.post, rounds, view.night ? 6 : 3, 'keep-down');
  }
}

function harassStrips(picture: RingPicture, draft: Draft, rounds: number): void {
  if (rounds < FEWEST) return;
  const { view } = picture;
  for (const camp of view.facts.camps) {
    const strip = view.strips.find(({ id }) => id === camp.strip);
    const facts = view.facts.map.strips.find(({ id }) => id === camp.strip);
    if (strip === undefined || facts === undefined || strip.use === 'closed' || strip.use === 'cut') continue;
    fireOne(picture, draft, { kind: 'strip', id: strip.id }, middleOfStrip(facts), rounds, HOURS_TO_LAY, 'harass-strip');
  }
}

/** Heavy shells on those who come out for the loads. */
function harassZones(picture: RingPicture, draft: Draft, rounds: number): void {
  if (rounds < FEWEST) return;
  for (const camp of picture.view.camps) {
    if (!camp.stands || camp.zoneHexes === 0) continue;
    fireOne(picture, draft, { kind: 'zone', id: camp.id }, { east: camp.aimEast, north: camp.aimNorth }, rounds, HOURS_TO_LAY, 'harass-zone');
  }
}

/** Hours after the turn begins in which places are shelled. */
const HOURS_TO_LAY = 2;

/** Some heavy rounds on a target from one weapon that reaches it: the one with most rounds a tube. Guns that must see what they hit fire on posts alone. */
function fireOne(picture: RingPicture, draft: Draft, target: Target, place: Place, rounds: number, from: number, reason: Reason): void {
  let best: Arm | null = null;
  let most = 0;
  for (const arm of picture.arms.all) {
    if (!arm.heavy || (target.kind !== 'post' && arm.facts.direct > 0)) continue;
    const toSpare = roundsATube(picture.arms, arm);
    if (toSpare > most && reaches(arm, place)) [best, most] = [arm, toSpare];
  }
  if (best !== null) fire(picture, draft, target, place, best, rounds, from, reason);
}

function roundsATube({ stocks }: Arms, { row, tubes }: Arm): number {
  return tubes === 0 ? 0 : Math.floor((stocks.rounds[row] ?? 0) / tubes);
}
