import { beforeAll, describe, expect, it } from 'vitest';
import { planFor } from '../../src/commanders/asked.ts';
import type { Commander, Plan } from '../../src/commanders/commander.ts';
import { HISTORICAL, STEADY } from '../../src/commanders/doctrine.ts';
import { historical } from '../../src/commanders/historical.ts';
import { steady } from '../../src/commanders/steady.ts';
import { checkOrders, newGame, playTurn, viewFor } from '../../src/engine/index.ts';
import type { OrdersBySide, SideId, SideView } from '../../src/engine/index.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { seeds } from '../helpers/nights.ts';
import { randomOrders, shipped } from '../helpers/sieges.ts';

interface Planned {
  readonly view: SideView;
  readonly plan: Plan;
}

/** A commander's plans of one siege, against orders that no staff would give. */
function plansOf({ scenario }: LoadedScenario, side: SideId, commander: Commander, seed: string): Planned[] {
  const { game, state: start } = newGame(scenario, seed);
  const plans: Planned[] = [];
  for (let state = start; state.verdict === null; ) {
    const view = viewFor(game, state, side);
    const plan = planFor(commander, seed, view);
    plans.push({ view, plan });
    const wild = randomOrders(game, state, seed);
    const orders: OrdersBySide = { ...wild, [side]: plan.orders };
    state = playTurn(game, state, orders).state;
  }
  return plans;
}

let all: Record<SideId, Planned[]>;
beforeAll(async () => {
  const night = await shipped('first-night');
  all = {
    besieger: seeds(10).flatMap((seed) => plansOf(night, 'besieger', steady, seed)),
    garrison: seeds(10).flatMap((seed) => plansOf(night, 'garrison', historical, seed)),
  };
});

/** Metres from a post's wire to the trench head that this side knows of. */
function headOf(view: SideView, post: string): number {
  const approach = view.approaches.find((one) => one.post === post);
  return approach === undefined ? Infinity : approach.lengthMetres - approach.dugMetres;
}

describe.each(['garrison', 'besieger'] as const)('over ten sieges against random orders the %s', (side) => {
  it('gives no order that is refused', () => {
    for (const { view, plan } of all[side]) expect(checkOrders(view, plan.orders)).toEqual([]);
  });

  it('gives a reason for each order, and its figures speak of things in its view', () => {
    expect(all[side].some(({ plan }) => plan.orders.length > 0)).toBe(true);
    for (const { view, plan } of all[side]) {
      const explained = plan.intents.flatMap(({ order }) => (order === null ? [] : [order])).sort((a, b) => a - b);
      expect(explained).toEqual(plan.orders.map((_, index) => index));
      const known = [...view.posts, ...view.units, ...view.fixes].map(({ id }) => id).concat(view.weapons);
      for (const { ids, numbers } of plan.intents) {
        expect(Object.values(ids).filter((id) => !known.includes(id))).toEqual([]);
        expect(Object.values(numbers).filter((number) => !Number.isSafeInteger(number))).toEqual([]);
      }
    }
  });

  it('spends no more rounds of a weapon on its orders than it has', () => {
    for (const { view, plan } of all[side]) for (const [column, weapon] of view.weapons.entries()) {
      const ordered = plan.orders.reduce((sum, order) => sum + ('weapon' in order && order.weapon === weapon ? order.rounds : 0), 0);
      const held = view.dumps.reduce((sum, { rounds }) => sum + (rounds[column] ?? 0), 0) + view.batteries.reduce((sum, battery) => sum + (battery.weapon === weapon ? battery.ready : 0), 0);
      expect(ordered, weapon).toBeLessThanOrEqual(held);
    }
  });
});

describe('the steady besieger', () => {
  it('storms only from trenches that are near enough, and with regiments that will go', () => {
    let stormed = 0;
    for (const { view, plan } of all.besieger) for (const order of plan.orders) {
      if (order.kind !== 'assault') continue;
      stormed += 1;
      expect(headOf(view, order.post)).toBeLessThanOrEqual(STEADY.jumpOffMetres);
      for (const id of [...order.lead, ...order.echelon]) {
        const formation = view.units.find((unit) => unit.id === id)?.formation;
        expect(view.formations.find((one) => one.id === formation)?.will).toBeGreaterThanOrEqual(STEADY.willToStorm);
      }
    }
    expect(stormed).toBeGreaterThan(10);
  });
});

describe('the garrison’s historical commander', () => {
  it('sets shells aside for posts with a trench near their wire or under assault, and no others', () => {
    let protectedPosts = 0;
    for (const { view, plan } of all.garrison) for (const order of plan.orders) {
      if (order.kind !== 'protect') continue;
      protectedPosts += 1;
      const stormed = view.assaults.some((one) => one.post === order.post && one.side === 'besieger');
      expect(stormed || headOf(view, order.post) <= HISTORICAL.threatMetres, order.post).toBe(true);
    }
    expect(protectedPosts).toBeGreaterThan(0);
  });

  it('sends only his reserve to counter-attack', () => {
    const sent = all.garrison.flatMap(({ view, plan }) => plan.orders.flatMap((order) => (order.kind === 'counter-attack' ? view.units.filter(({ id }) => id === order.unit) : [])));
    expect(sent.length).toBeGreaterThan(0);
    expect(sent.filter(({ reserve }) => !reserve)).toEqual([]);
  });

  it('answers only fixes that are fresh', () => {
    let answered = 0;
    for (const { view, plan } of all.garrison) for (const order of plan.orders) {
      if (order.kind !== 'counter-battery') continue;
      answered += 1;
      expect(view.turn - (view.fixes.find(({ id }) => id === order.fix)?.turn ?? -99)).toBeLessThanOrEqual(HISTORICAL.fixAge);
    }
    expect(answered).toBeGreaterThan(0);
  });
});
