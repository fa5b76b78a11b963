/**
 * The garrison's historical commander: hold every post, protective fire before the threatened ones, shells on what
 * fired, the parachutists standing by to counter-attack at once. It sees a view and nothing else.
 */
import { metresBetween } from '../engine/index.ts';
import type { PostView, SideView, UnitView } from '../engine/index.ts';
import type { Commander } from './commander.ts';
import { HISTORICAL } from './doctrine.ts';
import { Draft, batteriesOf, freeUnits, stockOf, tens } from './draft.ts';

/** Plans one turn for the garrison. */
export const historical: Commander = (view) => {
  const draft = new Draft(view);
  const threatened = threatenedPosts(view);
  protect(view, draft, threatened);
  answerGuns(view, draft);
  shellTrenches(view, draft, threatened);
  standBy(view, draft, threatened);
  return draft.plan();
};

/** Posts with a trench head near their wire, or under assault, nearest first. */
function threatenedPosts(view: SideView): PostView[] {
  const near = view.posts.filter((post) => post.inTheatre && post.holder !== 'besieger' && headOf(view, post) <= HISTORICAL.threatMetres);
  return near.sort((a, b) => headOf(view, a) - headOf(view, b) || (a.id < b.id ? -1 : 1));
}

/** Metres to the wire of the nearest trench head that has been seen; far where none has. */
function headOf(view: SideView, post: PostView): number {
  if (view.assaults.some((one) => one.post === post.id && one.side !== view.side)) return 0;
  const approach = view.approaches.find((one) => one.post === post.id);
  return approach === undefined ? FAR : approach.lengthMetres - approach.dugMetres;
}

const FAR = 100_000;

/** Shells set aside for final protective fire. */
function protect(view: SideView, draft: Draft, threatened: readonly PostView[]): void {
  if (threatened.length === 0) return;
  const stock = view.weapons.filter((weapon) => isIndirect(view, weapon)).reduce((sum, weapon) => sum + stockOf(view, weapon), 0);
  const rounds = tens((stock * HISTORICAL.protectShare) / 1000 / threatened.length);
  for (const post of threatened) draft.add({ kind: 'protect', post: post.id, rounds }, 'protect-threatened', { rounds, metres: headOf(view, post) }, { post: post.id });
}

function isIndirect(view: SideView, weapon: string): boolean {
  return batteriesOf(view, weapon).length > 0 && (view.facts.rules.weapons[weapon]?.direct ?? 0) < 1000;
}

/** Counter-battery with the heaviest guns on fresh fixes. */
function answerGuns(view: SideView, draft: Draft): void {
  const kill = (weapon: string): number => view.facts.rules.weapons[weapon]?.kill ?? 0;
  const heavy = view.weapons.filter((weapon) => isIndirect(view, weapon)).sort((a, b) => kill(b) - kill(a));
  for (const fix of view.fixes) {
    const age = view.turn - fix.turn;
    if (age > HISTORICAL.fixAge) continue;
    const weapon = heavy.find((one) => batteriesOf(view, one).some((battery) => metresBetween(battery, fix) <= (view.facts.rules.weapons[one]?.range ?? 0)));
    if (weapon === undefined) continue;
    const rounds = HISTORICAL.answerRounds;
    draft.add({ kind: 'counter-battery', fix: fix.id, weapon, rounds, from: 0 }, 'answer-gun', { age, rounds }, { fix: fix.id, weapon });
  }
}

/** Harassing fire on trench heads with whatever mortar reaches them. */
function shellTrenches(view: SideView, draft: Draft, threatened: readonly PostView[]): void {
  const short = view.weapons.filter((weapon) => isIndirect(view, weapon)).sort((a, b) => rangeOf(view, a) - rangeOf(view, b));
  for (const post of threatened) {
    const approach = view.approaches.find((one) => one.post === post.id);
    if (approach === undefined) continue;
    const metres = headOf(view, post);
    for (const weapon of short) {
      const order = { kind: 'bombard', target: { kind: 'approach', id: approach.id }, weapon, rounds: HISTORICAL.trenchRounds, from: 0 } as const;
      if (draft.add(order, 'shell-trench', { metres, rounds: order.rounds }, { post: post.id, weapon })) break;
    }
  }
}

function rangeOf(view: SideView, weapon: string): number {
  return view.facts.rules.weapons[weapon]?.range ?? 0;
}

/** Reserve companies with standing orders to counter-attack, for threatened posts and for those lost in sight of it. */
function standBy(view: SideView, draft: Draft, threatened: readonly PostView[]): void {
  const lost = view.posts.filter((post) => post.inTheatre && post.holder === 'besieger');
  const wanted = [...threatened, ...lost].slice(0, HISTORICAL.counterCompanies);
  const reserve = freeUnits(view).filter((unit) => unit.reserve);
  for (const post of wanted) {
    const unit = nearest(view, reserve, post);
    if (unit === null) return draft.note('hold-reserve', { companies: 0 }, { post: post.id });
    reserve.splice(reserve.indexOf(unit), 1);
    const { counterAfter: after, counterOdds: odds } = HISTORICAL;
    draft.add({ kind: 'counter-attack', unit: unit.id, post: post.id, after, odds }, 'stand-by-counter', { after, odds }, { unit: unit.id, post: post.id });
  }
}

function nearest(view: SideView, units: readonly UnitView[], post: PostView): UnitView | null {
  const metres = (unit: UnitView): number => {
    const where = view.posts.find(({ id }) => id === unit.post);
    return where === undefined ? FAR : metresBetween(where, post);
  };
  return [...units].sort((a, b) => metres(a) - metres(b) || (a.id < b.id ? -1 : 1))[0] ?? null;
}
