/** The historical garrison's guns: protective fire first, then what fired, then the trench heads. */
import { centreOf, inRange } from '../engine/index.ts';
import type { SideView } from '../engine/index.ts';
import type { CampPicture, Held } from './camp-picture.ts';
import { HISTORICAL } from './doctrine.ts';
import { tens } from './draft.ts';
import type { Draft } from './draft.ts';

/** All fire orders of a turn. */
export function layFire(picture: CampPicture, draft: Draft): void {
  const threatened = picture.held.filter((held) => held.threatened && held.men > 0).sort((a, b) => a.head - b.head || (a.post.id < b.post.id ? -1 : 1));
  protect(picture, draft, threatened);
  answerGuns(picture, draft);
  shellTrenches(picture, draft, threatened);
}

/** Shells set aside for final protective fire, by the stock of those weapons that reach the post. */
function protect(picture: CampPicture, draft: Draft, threatened: readonly Held[]): void {
  if (threatened.length === 0) return;
  const stock = indirect(picture).reduce((sum, row) => sum + (picture.stocks.rounds[row] ?? 0), 0);
  const rounds = tens((stock * HISTORICAL.protectShare) / 1000 / Math.min(threatened.length, HISTORICAL.protectPosts));
  for (const { post, head } of threatened.slice(0, HISTORICAL.protectMost)) draft.add({ kind: 'protect', post: post.id, rounds }, 'protect-threatened', { rounds, metres: head }, { post: post.id });
}

/** Rows of the weapons that fire over a hill. */
function indirect({ view, stocks }: CampPicture): number[] {
  return view.weapons.map((_, row) => row).filter((row) => (stocks.batteries[row]?.length ?? 0) > 0 && (view.facts.rules.weapons[view.weapons[row] ?? '']?.direct ?? 0) < 1000);
}

/** The heaviest guns in reach on fresh fixes. */
function answerGuns(picture: CampPicture, draft: Draft): void {
  const { view, stocks } = picture;
  const kill = (row: number): number => view.facts.rules.weapons[view.weapons[row] ?? '']?.kill ?? 0;
  const heavy = indirect(picture).sort((a, b) => kill(b) - kill(a));
  const fresh = view.fixes.filter((fix) => view.turn - fix.turn <= HISTORICAL.fixAge).sort((a, b) => b.turn - a.turn || a.errorMetres - b.errorMetres || (a.id < b.id ? -1 : 1));
  for (const fix of fresh.slice(0, HISTORICAL.answerFixes)) {
    const row = heavy.find((one) => (stocks.rounds[one] ?? 0) > HISTORICAL.answerKeep && (stocks.batteries[one] ?? []).some((battery) => inRange(view, battery, fix)));
    const weapon = row === undefined ? undefined : view.weapons[row];
    if (weapon === undefined) continue;
    draft.add({ kind: 'counter-battery', fix: fix.id, weapon, rounds: HISTORICAL.answerRounds, from: 0 }, 'answer-gun', { age: view.turn - fix.turn, rounds: HISTORICAL.answerRounds }, { fix: fix.id, weapon });
  }
}

/** Harassing fire on the nearest trench heads with whatever reaches them and is not short. */
function shellTrenches(picture: CampPicture, draft: Draft, threatened: readonly Held[]): void {
  const { view, stocks } = picture;
  const short = indirect(picture).sort((a, b) => rangeOf(view, a) - rangeOf(view, b));
  for (const { post, head, sap } of threatened.slice(0, HISTORICAL.trenchPosts)) {
    if (sap === null) continue;
    const place = centreOf(view.facts.map.grid, sap.path[Math.min(sap.path.length - 1, Math.floor((sap.dugMetres * sap.path.length) / Math.max(1, sap.lengthMetres)))] ?? post.hex);
    const row = short.find((one) => (stocks.rounds[one] ?? 0) > HISTORICAL.trenchKeep && (stocks.batteries[one] ?? []).some((battery) => inRange(view, battery, place)));
    const weapon = row === undefined ? undefined : view.weapons[row];
    if (weapon === undefined) continue;
    draft.add({ kind: 'bombard', target: { kind: 'approach', id: sap.id }, weapon, rounds: HISTORICAL.trenchRounds, from: 0 }, 'shell-trench', { metres: head, rounds: HISTORICAL.trenchRounds }, { post: post.id, weapon });
  }
}

function rangeOf(view: SideView, row: number): number {
  return view.facts.rules.weapons[view.weapons[row] ?? '']?.range ?? 0;
}
