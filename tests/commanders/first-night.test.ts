import { beforeAll, describe, expect, it } from 'vitest';
import { planFor } from '../../src/commanders/asked.ts';
import type { Plan } from '../../src/commanders/commander.ts';
import { HISTORICAL, STEADY } from '../../src/commanders/doctrine.ts';
import { historical } from '../../src/commanders/historical.ts';
import { commanderFor, commandersOf } from '../../src/commanders/roster.ts';
import { steady } from '../../src/commanders/steady.ts';
import { newGame, viewFor } from '../../src/engine/index.ts';
import type { Game, GameState, Order, SideView } from '../../src/engine/index.ts';
import { shipped } from '../helpers/sieges.ts';

let game: Game;
let start: GameState;
beforeAll(async () => {
  const begun = newGame((await shipped('first-night')).scenario, 'plan');
  game = begun.game;
  start = begun.state;
});

/** The plan before the first turn, or before the night, of a state arranged by the test. */
function planned(side: 'garrison' | 'besieger', turn: number, arrange: (state: GameState) => void = () => undefined): { plan: Plan; view: SideView } {
  const state = structuredClone(start);
  state.turn = turn;
  arrange(state);
  const view = viewFor(game, state, side);
  return { plan: planFor(side === 'garrison' ? historical : steady, 'plan', view), view };
}

const kinds = (plan: Plan): Order['kind'][] => [...new Set(plan.orders.map(({ kind }) => kind))];

describe('the steady besieger', () => {
  it('digs and opens his preparation at dusk, and does not storm by day', () => {
    const { plan } = planned('besieger', 0);
    expect(kinds(plan)).toEqual(['counter-battery', 'bombard', 'dig']);
    for (const order of plan.orders) if (order.kind === 'bombard') expect(order.from).toBe(STEADY.duskPulse);
  });

  it('storms by night from trenches that are near enough, every battalion once', () => {
    const { plan } = planned('besieger', 1);
    const assaults = plan.orders.filter((order) => order.kind === 'assault');
    expect(assaults.map(({ post }) => post).sort()).toEqual(['beatrice-1', 'beatrice-2', 'beatrice-3']);
    const units = assaults.flatMap(({ lead, echelon }) => [...lead, ...echelon]);
    expect(new Set(units).size).toBe(units.length);
  });

  it('waits where the trench is too far, and digs on', () => {
    const { plan } = planned('besieger', 1, (state) => {
      for (const approach of state.approaches) approach.dugMetres = Math.max(0, approach.lengthMetres - STEADY.jumpOffMetres - 1);
    });
    expect(kinds(plan)).toEqual(['dig']);
  });

  it('goes on by day where he is lodged, and only there', () => {
    const lodgedAt = (lodgement: number) => planned('besieger', 2, (state) => {
      for (const post of state.posts) if (post.id === 'beatrice-2') Object.assign(post, { holder: 'contested', lodgement });
    }).plan.orders.flatMap((order) => (order.kind === 'assault' ? [order.post] : []));
    expect(lodgedAt(STEADY.pursueLodged)).toEqual(['beatrice-2']);
    expect(lodgedAt(STEADY.pursueLodged - 1)).toEqual([]);
  });

  it('does not send regiments that will not go', () => {
    const { plan } = planned('besieger', 1, (state) => {
      for (const formation of state.formations) formation.will = STEADY.willToStorm - 1;
    });
    expect(kinds(plan)).not.toContain('assault');
  });

  it('breaks off what has cost too much for little ground, once no battalion is left to help', () => {
    const { plan } = planned('besieger', 2, (state) => {
      for (const unit of state.units) if (unit.id.startsWith('bn-')) unit.duty = 'storming';
      state.assaults.push({ id: 'x', side: 'besieger', post: 'beatrice-1', lead: ['bn-11'], echelon: [], echelonAfter: 0, begun: 12, men: 575, lost: 300, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no' });
    });
    expect(plan.orders).toContainEqual({ kind: 'break-off', post: 'beatrice-1' });
  });
});

describe('the garrison’s historical commander', () => {
  it('reckons a post that is being stormed among the threatened, whatever he has seen of its trench', () => {
    const { plan } = planned('garrison', 1, (state) => {
      state.known.garrison.approaches = [];
      state.assaults.push({ id: 'x', side: 'besieger', post: 'beatrice-1', lead: ['bn-11'], echelon: [], echelonAfter: 0, begun: 12, men: 575, lost: 0, protectiveFire: 0, joined: [], joinedAt: -1, enteredAt: -1, ended: 'no' });
    });
    expect(plan.orders.filter(({ kind }) => kind === 'protect')).toMatchObject([{ post: 'beatrice-1' }]);
    expect(plan.orders.filter(({ kind }) => kind === 'counter-attack')).toMatchObject([{ post: 'beatrice-1' }]);
  });

  it('keeps a company ready to win back a post that is lost', () => {
    const { plan } = planned('garrison', 2, (state) => {
      state.known.garrison.approaches = [];
      for (const post of state.posts) if (post.id === 'beatrice-3') post.holder = 'besieger';
    });
    expect(plan.orders).toMatchObject([{ kind: 'counter-attack', post: 'beatrice-3' }]);
  });

  it('says so when no company is left to stand by', () => {
    const { plan } = planned('garrison', 0, (state) => {
      for (const unit of state.units) unit.duty = 'storming';
    });
    expect(kinds(plan)).not.toContain('counter-attack');
    expect(plan.intents).toContainEqual(expect.objectContaining({ reason: 'hold-reserve', order: null }));
  });

  it('sets shells aside for every threatened post, and holds the parachutists ready', () => {
    const { plan } = planned('garrison', 0);
    expect(plan.orders.filter(({ kind }) => kind === 'protect').map((order) => ('post' in order ? order.post : ''))).toEqual(['beatrice-1', 'beatrice-2', 'beatrice-3']);
    const standing = plan.orders.filter((order) => order.kind === 'counter-attack');
    expect(standing).toHaveLength(HISTORICAL.counterCompanies);
    for (const order of standing) expect(order).toMatchObject({ after: HISTORICAL.counterAfter, odds: HISTORICAL.counterOdds });
  });

  it('does nothing about trenches that it has not seen', () => {
    const { plan } = planned('garrison', 0, (state) => {
      state.known.garrison.approaches = [];
    });
    expect(plan.orders).toEqual([]);
  });

  it('answers a fresh fix with its heaviest guns, an old one not at all', () => {
    const fix = (turn: number) => (state: GameState): void => {
      state.known.garrison.fixes = [{ id: 'fix-1', battery: 'battery-801', weapon: 't105', east: 3700, north: 2300, errorMetres: 75, how: 'flash', turn }];
    };
    expect(planned('garrison', 5, fix(4)).plan.orders).toContainEqual({ kind: 'counter-battery', fix: 'fix-1', weapon: 't155', rounds: HISTORICAL.answerRounds, from: 0 });
    expect(kinds(planned('garrison', 5, fix(1)).plan)).not.toContain('counter-battery');
  });
});

describe('a plan', () => {
  it('gives a reason for every order, and every reason speaks of an order that is there', () => {
    for (const side of ['garrison', 'besieger'] as const) for (const turn of [0, 1]) {
      const { plan } = planned(side, turn);
      const explained = plan.intents.flatMap(({ order }) => (order === null ? [] : [order])).sort((a, b) => a - b);
      expect(explained).toEqual(plan.orders.map((_, index) => index));
    }
  });
});

describe('the roster', () => {
  it('has a commander for each name it lists, and none for a stranger', () => {
    for (const side of ['garrison', 'besieger'] as const) for (const name of commandersOf(side)) expect(commanderFor(side, name)).not.toBeNull();
    expect(commanderFor('garrison', 'toString')).toBeNull();
  });
});
