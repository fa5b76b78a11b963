/** Whole campaigns between the two commanders: every plan of every turn is looked at once, when it is made. */
import { beforeAll, describe, expect, it } from 'vitest';
import { planFor } from '../../src/commanders/asked.ts';
import { FAR } from '../../src/commanders/held.ts';
import type { Plan } from '../../src/commanders/commander.ts';
import { HISTORICAL, STEADY } from '../../src/commanders/doctrine.ts';
import type { Draft } from '../../src/commanders/draft.ts';
import { draftOfHistorical, historical } from '../../src/commanders/historical.ts';
import { draftOfSteady, steady } from '../../src/commanders/steady.ts';
import { stocksOf } from '../../src/commanders/stocks.ts';
import { checkOrders, GOODS, newGame, playTurnInPlace, SIDES, streamOf, viewFor } from '../../src/engine/index.ts';
import type { SideId, SideView } from '../../src/engine/index.ts';
import { SENTENCES } from '../../src/panels/text/say.ts';
import { shipped } from '../helpers/sieges.ts';

/** What is kept of the plans of all campaigns. */
interface Found {
  orders: number;
  readonly illegal: string[];
  readonly refused: Record<string, number>;
  readonly unexplained: string[];
  readonly strange: string[];
  readonly wordless: Set<string>;
  readonly overspent: string[];
  readonly otherwise: string[];
  readonly habits: string[];
}

const SEEDS = ['1', '2', '3'];
/** Views of this many turns apart are planned for a second time. */
const AGAIN = 10;

let found: Record<SideId, Found>;
beforeAll(async () => {
  const { scenario } = await shipped('dien-bien-phu');
  found = { garrison: nothing(), besieger: nothing() };
  for (const seed of SEEDS) {
    const { game, state } = newGame(scenario, seed);
    while (state.verdict === null) {
      const of = (side: SideId): Plan['orders'] => {
        const view = viewFor(game, state, side);
        const draft = side === 'garrison' ? draftOfHistorical(view, streamOf(`${seed}|${String(view.turn)}|commander|${side}`)) : draftOfSteady(view);
        look(found[side], view, draft, seed);
        return draft.plan().orders;
      };
      playTurnInPlace(game, state, { garrison: of('garrison'), besieger: of('besieger') });
    }
  }
}, 60_000);

function nothing(): Found {
  return { orders: 0, illegal: [], refused: {}, unexplained: [], strange: [], wordless: new Set(), overspent: [], otherwise: [], habits: [] };
}

function look(kept: Found, view: SideView, draft: Draft, seed: string): void {
  const plan = draft.plan();
  const where = `seed ${seed}, turn ${String(view.turn)}`;
  kept.orders += plan.orders.length;
  for (const { order, field, reason } of checkOrders(view, plan.orders)) kept.illegal.push(`${where}: ${JSON.stringify(plan.orders[order])}: ${field} ${reason}`);
  for (const { order, problem } of draft.refused) {
    const kind = `${order.kind}: ${problem.field} ${problem.reason}`;
    kept.refused[kind] = (kept.refused[kind] ?? 0) + 1;
  }
  const explained = plan.intents.flatMap(({ order }) => (order === null ? [] : [order])).sort((a, b) => a - b);
  if (explained.length !== plan.orders.length || explained.some((order, row) => order !== row)) kept.unexplained.push(where);
  kept.strange.push(...strangeIn(view, plan).map((what) => `${where}: ${what}`));
  for (const what of wordlessIn(plan)) kept.wordless.add(what);
  kept.overspent.push(...overspentIn(view, plan).map((what) => `${where}: ${what}`));
  kept.habits.push(...(view.side === 'besieger' ? unsteady(view, plan) : unhistorical(view, plan)).map((what) => `${where}: ${what}`));
  if (view.turn % AGAIN === 0) planAgain(kept, view, plan, seed, where);
}

/** A copy of the view, planned for once more, must come out the same; and the view must not have been touched. */
function planAgain(kept: Found, view: SideView, plan: Plan, seed: string, where: string): void {
  const copy = structuredClone(view);
  const again = planFor(view.side === 'garrison' ? historical : steady, seed, copy);
  if (JSON.stringify(again) !== JSON.stringify(plan)) kept.otherwise.push(`${where}: another plan`);
  if (JSON.stringify(copy) !== JSON.stringify(view)) kept.otherwise.push(`${where}: the view was changed`);
}

/** Ids that are in no view, and figures that are no whole numbers or stand for a thing that is not there. */
function strangeIn(view: SideView, { intents }: Plan): string[] {
  const { posts, units, fixes, batteries, formations, camps, strips, weapons, facts } = view;
  const known = new Set<string>([
    ...[...posts, ...units, ...fixes, ...batteries, ...formations, ...camps, ...strips, ...facts.aircraft].map(({ id }) => id),
    ...weapons, ...GOODS, 'posts', 'hills', 'shells', 'will', 'rest',
  ]);
  return intents.flatMap(({ reason, ids, numbers }) => [
    ...Object.values(ids).filter((id) => !known.has(id)).map((id) => `${reason} ${id}`),
    ...Object.entries(numbers).filter(([, number]) => !Number.isSafeInteger(number) || number >= FAR).map(([name]) => `${reason} ${name}`),
  ]);
}

/** Reasons whose sentence speaks of something that the commander does not name. */
function wordlessIn({ intents }: Plan): string[] {
  const sentences: Readonly<Record<string, string>> = SENTENCES.en;
  return intents.flatMap(({ reason, ids, numbers }) => {
    const sentence = sentences[`reason.${reason}`];
    if (sentence === undefined) return [`${reason} has no words`];
    const wanted = [...sentence.matchAll(/\{\{(\w+)/g)].map(([, name]) => name ?? '');
    return wanted.filter((name) => !(name in ids) && !(name in numbers)).map((name) => `${reason} names no ${name}`);
  });
}

function overspentIn(view: SideView, { orders }: Plan): string[] {
  const { rounds } = stocksOf(view);
  return view.weapons.filter((weapon, row) => orders.reduce((sum, order) => sum + ('weapon' in order && order.weapon === weapon ? order.rounds : 0), 0) > (rounds[row] ?? 0));
}

/** Assaults of regiments that will not go, or from where no doctrine would have them. */
function unsteady(view: SideView, { orders }: Plan): string[] {
  const least = Math.min(STEADY.blowWill, STEADY.outworkWill, STEADY.nibbleWill, STEADY.pursueWill);
  const farthest = Math.max(STEADY.outworkJump, STEADY.jumpOffMetres, STEADY.tideMetres, STEADY.pursueMetres);
  return orders.flatMap((order) => {
    if (order.kind !== 'assault') return [];
    const sap = view.approaches.find(({ kind, post }) => kind === 'sap' && post === order.post);
    const lodged = (view.posts.find(({ id }) => id === order.post)?.lodgement ?? 0) > 0;
    const far = !lodged && (sap === undefined || sap.lengthMetres - sap.dugMetres > farthest);
    const unwilling = [...order.lead, ...order.echelon].filter((id) => {
      const formation = view.units.find((unit) => unit.id === id)?.formation;
      return (view.formations.find((one) => one.id === formation)?.will ?? 0) < least;
    });
    return [...(far ? [`${order.post} is far`] : []), ...unwilling.map((id) => `${id} is unwilling`)];
  });
}

/** Shells set aside for posts that nothing threatens, answers to stale fixes, companies in two places. */
function unhistorical(view: SideView, { orders }: Plan): string[] {
  return orders.flatMap((order) => {
    if (order.kind === 'counter-battery') {
      const fix = view.fixes.find(({ id }) => id === order.fix);
      return fix === undefined || view.turn - fix.turn > HISTORICAL.fixAge ? [`${order.fix} is stale`] : [];
    }
    if (order.kind !== 'protect') return [];
    const sap = view.approaches.find(({ kind, post }) => kind === 'sap' && post === order.post);
    const near = sap !== undefined && sap.lengthMetres - sap.dugMetres <= HISTORICAL.threatMetres;
    const stormed = view.assaults.some(({ post, side }) => post === order.post && side === 'besieger');
    const lodged = (view.posts.find(({ id }) => id === order.post)?.lodgement ?? 0) > 0;
    return near || stormed || lodged ? [] : [`${order.post} is not threatened`];
  });
}

describe.each(SIDES)('over whole campaigns the plans of the %s', (side) => {
  it('hold no order that is refused', () => {
    expect(found[side].orders).toBeGreaterThan(1000);
    expect(found[side].illegal).toEqual([]);
  });

  it('give a reason for every order', () => {
    expect(found[side].unexplained).toEqual([]);
  });

  it('speak of things in the view, in whole figures', () => {
    expect(found[side].strange).toEqual([]);
  });

  it('can be put into words', () => {
    expect([...found[side].wordless]).toEqual([]);
  });

  it('spend no more rounds of a weapon than there are', () => {
    expect(found[side].overspent).toEqual([]);
  });

  it('are the same for the same view, and leave it as it was', () => {
    expect(found[side].otherwise).toEqual([]);
  });

  it('keep to the doctrine', () => {
    expect(found[side].habits).toEqual([]);
  });
});

/**
 * What a staff may reckon wrong before its view refuses it, by kind of order: shells that lie in another dump than
 * that of the guns in range, aircraft that fresh losses keep on the ground, a battery on the road, a post where both
 * sides attack.
 */
const RECKONED_WRONG: Readonly<Record<SideId, readonly string[]>> = {
  garrison: ['counter-battery: weapon no-rounds', 'bombard: weapon no-rounds', 'airlift: aircraft no-aircraft', 'airlift: sorties not-a-number'],
  besieger: ['bombard: weapon no-rounds', 'counter-battery: weapon no-rounds', 'move-guns: battery cannot-move', 'break-off: post no-assault'],
};

describe.each(SIDES)('orders that the %s lays out in vain', (side) => {
  it('are rare', () => {
    const refused = Object.values(found[side].refused).reduce((sum, count) => sum + count, 0);
    expect(refused * 100).toBeLessThan(found[side].orders);
  });

  it('are of few kinds', () => {
    expect(Object.keys(found[side].refused).filter((kind) => !RECKONED_WRONG[side].includes(kind))).toEqual([]);
  });
});
