/** The historical garrison's guns: protective fire first, then what fired, then the trench heads. */
import { carries, centreOf } from '../engine/index.ts';
import type { ApproachView, BatteryView, FixView, Place, PostView, SideView, Weapon } from '../engine/index.ts';
import type { CampPicture } from './camp-picture.ts';
import { HISTORICAL } from './doctrine.ts';
import { tens } from './draft.ts';
import type { Draft } from './draft.ts';
import { insert } from './few.ts';
import type { Held } from './held.ts';

/** A weapon that fires over a hill, with its guns and all its rounds. */
interface Piece {
  readonly weapon: string;
  readonly facts: Weapon;
  readonly guns: readonly BatteryView[];
  readonly rounds: number;
}

/** All fire orders of a turn. */
export function layFire(picture: CampPicture, draft: Draft): void {
  const pieces = indirect(picture);
  const threatened: Held[] = [];
  for (const held of picture.threatened) if (held.men > 0) threatened.push(held);
  protect(pieces, draft, threatened);
  answerGuns(picture.view, pieces, draft);
  shellTrenches(picture.view, pieces, draft, threatened);
}

function indirect({ view, stocks }: CampPicture): Piece[] {
  const pieces: Piece[] = [];
  for (let row = 0; row < view.weapons.length; row += 1) {
    const guns = stocks.batteries[row] ?? [];
    if (guns.length === 0) continue;
    const weapon = view.weapons[row] ?? '';
    const facts = view.facts.rules.weapons[weapon];
    if (facts !== undefined && facts.direct < 1000) pieces.push({ weapon, facts, guns, rounds: stocks.rounds[row] ?? 0 });
  }
  return pieces;
}

/** Shells set aside for final protective fire, by the stock of those weapons that fire over a hill. */
function protect(pieces: readonly Piece[], draft: Draft, threatened: readonly Held[]): void {
  if (threatened.length === 0) return;
  let stock = 0;
  for (const piece of pieces) stock += piece.rounds;
  const rounds = tens((stock * HISTORICAL.protectShare) / 1000 / Math.min(threatened.length, HISTORICAL.protectPosts));
  const most = Math.min(threatened.length, HISTORICAL.protectMost);
  for (let row = 0; row < most; row += 1) {
    const held = threatened[row];
    if (held !== undefined) draft.add({ kind: 'protect', post: held.post.id, rounds }, 'protect-threatened', { rounds, metres: held.head }, { post: held.post.id });
  }
}

/** The heaviest guns in reach on fresh fixes. */
function answerGuns(view: SideView, pieces: readonly Piece[], draft: Draft): void {
  for (const fix of freshFixes(view)) {
    let best: Piece | null = null;
    for (const piece of pieces) {
      if (piece.rounds > HISTORICAL.answerKeep && (best === null || piece.facts.kill > best.facts.kill) && reaches(piece, fix)) best = piece;
    }
    if (best === null) continue;
    const { weapon } = best;
    draft.add({ kind: 'counter-battery', fix: fix.id, weapon, rounds: HISTORICAL.answerRounds, from: 0 }, 'answer-gun', { age: view.turn - fix.turn, rounds: HISTORICAL.answerRounds }, { fix: fix.id, weapon });
  }
}

/** Those to be answered, the freshest and surest first. */
function freshFixes({ turn, fixes }: SideView): FixView[] {
  const fresh: FixView[] = [];
  for (const fix of fixes) if (turn - fix.turn <= HISTORICAL.fixAge) insert(fresh, HISTORICAL.answerFixes, fix, isSurer);
  return fresh;
}

function isSurer(one: FixView, other: FixView): boolean {
  if (one.turn !== other.turn) return one.turn > other.turn;
  return one.errorMetres < other.errorMetres || (one.errorMetres === other.errorMetres && one.id < other.id);
}

/** True where some gun of a weapon carries to a place. */
function reaches({ facts, guns }: Piece, place: Place): boolean {
  for (const gun of guns) if (carries(facts, gun, place)) return true;
  return false;
}

/** Harassing fire on the nearest trench heads with the shortest weapon that reaches them and is not short of rounds. */
function shellTrenches(view: SideView, pieces: readonly Piece[], draft: Draft, threatened: readonly Held[]): void {
  const most = Math.min(threatened.length, HISTORICAL.trenchPosts);
  for (let row = 0; row < most; row += 1) {
    const held = threatened[row];
    if (held === undefined || held.sap === null) continue;
    const { post, sap, head } = held;
    const place = headOf(view, sap, post);
    let best: Piece | null = null;
    for (const piece of pieces) {
      if (piece.rounds > HISTORICAL.trenchKeep && (best === null || piece.facts.range < best.facts.range) && reaches(piece, place)) best = piece;
    }
    if (best === null) continue;
    const { weapon } = best;
    draft.add({ kind: 'bombard', target: { kind: 'approach', id: sap.id }, weapon, rounds: HISTORICAL.trenchRounds, from: 0 }, 'shell-trench', { metres: head, rounds: HISTORICAL.trenchRounds }, { post: post.id, weapon });
  }
}

/** Where a trench ends, as far as it was seen. */
function headOf({ facts }: SideView, { path, dugMetres, lengthMetres }: ApproachView, post: PostView): Place {
  const step = Math.floor((dugMetres * path.length) / Math.max(1, lengthMetres));
  return centreOf(facts.map.grid, path[Math.min(path.length - 1, step)] ?? post.hex);
}
