/**
 * The steady commander's guns: weight before an assault, a few rounds on what fires back, the strip while it is in
 * use, and between assaults only so much harassing fire as the road brings up again.
 */
import { inRange } from '../engine/index.ts';
import type { FixView, Place, Target } from '../engine/index.ts';
import type { Reason } from './commander.ts';
import { STEADY } from './doctrine.ts';
import { tens } from './draft.ts';
import type { Draft } from './draft.ts';
import type { Goal, RingPicture } from './ring-picture.ts';
import { isHeavy } from './stocks.ts';
import type { Blow } from './steady-storm.ts';

/** Preparation of the posts to be stormed; `part` permille of it falls from this pulse on. In the last turns nothing is saved up. */
export function prepare(picture: RingPicture, draft: Draft, blows: readonly Blow[], from: number, part: number): void {
  if (blows.length === 0) return;
  const last = isLast(picture);
  const most = last ? STEADY.prepRounds * 2 : STEADY.prepRounds;
  const weight = Math.min(most, Math.floor((picture.heavy * (last ? STEADY.prepLast : STEADY.prepShare)) / 1000 / blows.length));
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
function shellPost(picture: RingPicture, draft: Draft, goal: Goal, weight: number, from: number, reason: Reason, posts = 1): void {
  const { view, stocks, heavy } = picture;
  for (const [row, weapon] of view.weapons.entries()) {
    const stock = stocks.rounds[row] ?? 0;
    if (!isHeavy(view, weapon) || stock === 0 || heavy === 0) continue;
    fire(picture, draft, { kind: 'post', id: goal.post.id }, goal.post, row, Math.min(Math.floor((weight * stock) / heavy), Math.floor(burst(picture, row) / posts)), from, reason);
  }
}

/** Rounds that the tubes of a weapon fire in the hours of a preparation. */
function burst({ view, stocks }: RingPicture, row: number): number {
  const rate = view.facts.rules.weapons[view.weapons[row] ?? '']?.rate ?? 0;
  const { casemateRate } = view.facts.rules.artillery;
  let rounds = 0;
  for (const { tubes, cover } of stocks.batteries[row] ?? []) rounds += Math.floor((tubes * rate * STEADY.prepHours * (cover === 'casemate' ? casemateRate : 1000)) / 1000);
  return rounds;
}

/** Mortars and recoilless guns that stand near fire with whatever they have. */
function lightFire(picture: RingPicture, draft: Draft, goal: Goal, from: number, part: number): void {
  const { view, stocks } = picture;
  for (const [row, weapon] of view.weapons.entries()) {
    if (isHeavy(view, weapon)) continue;
    fire(picture, draft, { kind: 'post', id: goal.post.id }, goal.post, row, Math.floor(((stocks.rounds[row] ?? 0) * (isLast(picture) ? STEADY.lightLast : STEADY.lightShare) * part) / 1_000_000), from, 'soften-post');
  }
}

function fire(picture: RingPicture, draft: Draft, target: Target, place: Place, row: number, wanted: number, from: number, reason: Reason): boolean {
  const { view, stocks } = picture;
  const weapon = view.weapons[row];
  const rounds = tens(Math.min(wanted, stocks.rounds[row] ?? 0));
  if (weapon === undefined || rounds < 10 || !(stocks.batteries[row] ?? []).some((battery) => inRange(view, battery, place))) return false;
  if (!draft.add({ kind: 'bombard', target, weapon, rounds, from }, reason, { rounds }, { ...aimOf(target), weapon })) return false;
  stocks.rounds[row] = (stocks.rounds[row] ?? 0) - rounds;
  return true;
}

/** What fire is laid on, under the name that reasons use for it. */
function aimOf({ kind, id }: Target): Readonly<Record<string, string>> {
  switch (kind) {
    case 'post': return { post: id };
    case 'strip': return { strip: id };
    case 'zone': return { camp: id };
    case 'approach': return { approach: id };
  }
}

/** Howitzers on the pits whose shells would break the assaults. */
export function silence(picture: RingPicture, draft: Draft, from: number, share: number, most: number): void {
  const row = howitzerRow(picture);
  if (row < 0) return;
  const fixes = worthwhile(picture).slice(0, STEADY.silenceFixes);
  const stock = picture.stocks.rounds[row] ?? 0;
  const rounds = tens(Math.min(most, Math.floor((stock * share) / 1000)) / Math.max(1, fixes.length));
  const weapon = picture.view.weapons[row];
  if (rounds < 10 || weapon === undefined) return;
  for (const fix of fixes) {
    if ((picture.stocks.rounds[row] ?? 0) < rounds) return;
    if (!(picture.stocks.batteries[row] ?? []).some((battery) => inRange(picture.view, battery, fix))) continue;
    if (!draft.add({ kind: 'counter-battery', fix: fix.id, weapon, rounds, from }, 'silence-guns', { rounds }, { fix: fix.id, weapon })) continue;
    picture.stocks.rounds[row] = (picture.stocks.rounds[row] ?? 0) - rounds;
  }
}

/** Guns that reach far, newest fix first; turn by turn others come to the head of the list. */
function worthwhile({ view }: RingPicture): FixView[] {
  const far = view.fixes.filter((fix) => (view.facts.rules.weapons[fix.weapon]?.range ?? 0) >= STEADY.farGunMetres);
  const shift = far.length === 0 ? 0 : (view.turn * STEADY.silenceFixes) % far.length;
  return [...far.slice(shift), ...far.slice(0, shift)];
}

/** The weapon with the longest reach of which there are guns and shells. */
function howitzerRow({ view, stocks }: RingPicture): number {
  let best = -1;
  let reach = 0;
  for (const [row, weapon] of view.weapons.entries()) {
    const range = view.facts.rules.weapons[weapon]?.range ?? 0;
    if ((stocks.rounds[row] ?? 0) > 0 && (stocks.batteries[row]?.length ?? 0) > 0 && range > reach) [best, reach] = [row, range];
  }
  return best;
}

/**
 * Everyday fire out of what the road brings up: guns that fired, the strip while aircraft land, posts with a trench
 * before them, those who gather loads. Each weapon takes its share of the stock, so that the scarcest is spared.
 */
export function harass(picture: RingPicture, draft: Draft, offensive: boolean): void {
  const { view, heavy } = picture;
  const low = heavy < STEADY.lowRounds * picture.tubes ? 400 : 1000;
  const rounds = Math.floor((STEADY.harassRounds * picture.tubes * low * (offensive ? STEADY.harassOffensive : 1000)) / 1_000_000);
  silence(picture, draft, 0, STEADY.harassGunsShare, Math.floor((rounds * STEADY.harassGunsShare) / 1000));
  harassStrips(picture, draft, Math.floor((rounds * STEADY.harassStripShare) / 1000));
  const near = picture.goals.filter((goal) => goal.head <= STEADY.harassMetres && !goal.outwork);
  const chosen = near.length === 0 ? [] : [0, 1, 2].map((step) => near[(view.turn * 3 + step) % near.length]);
  for (const goal of new Set(chosen)) if (goal !== undefined) shellPost(picture, draft, goal, Math.floor((rounds * STEADY.harassPostShare) / 3000), view.night ? 6 : 3, 'keep-down');
  harassZones(picture, draft, Math.floor((rounds * STEADY.harassZoneShare) / 1000));
}

function harassStrips(picture: RingPicture, draft: Draft, rounds: number): void {
  const { view } = picture;
  for (const camp of view.facts.camps) {
    const strip = view.strips.find(({ id }) => id === camp.strip);
    const facts = view.facts.map.strips.find(({ id }) => id === camp.strip);
    if (strip === undefined || facts === undefined || strip.use === 'closed' || strip.use === 'cut') continue;
    const middle = { east: Math.floor((facts.south[0] + facts.north[0]) / 2), north: Math.floor((facts.south[1] + facts.north[1]) / 2) };
    shellPlace(picture, draft, { kind: 'strip', id: strip.id }, middle, rounds, 'harass-strip');
  }
}

/** Heavy shells on those who come out for the loads. */
function harassZones(picture: RingPicture, draft: Draft, rounds: number): void {
  for (const camp of picture.view.camps) {
    if (!camp.stands || camp.zoneHexes === 0) continue;
    shellPlace(picture, draft, { kind: 'zone', id: camp.id }, { east: camp.aimEast, north: camp.aimNorth }, rounds, 'harass-zone');
  }
}

/** So many heavy rounds on a place from guns that need not see it, each weapon by its share of the stock. */
function shellPlace(picture: RingPicture, draft: Draft, target: Target, place: Place, weight: number, reason: Reason): void {
  const { view, stocks, heavy } = picture;
  for (const [row, weapon] of view.weapons.entries()) {
    if (!isHeavy(view, weapon) || (view.facts.rules.weapons[weapon]?.direct ?? 0) > 0 || heavy === 0) continue;
    fire(picture, draft, target, place, row, Math.floor((weight * (stocks.rounds[row] ?? 0)) / heavy), 2, reason);
  }
}
