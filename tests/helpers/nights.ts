/** A siege played out by its commanders, with one thing changed: what the statistical tests compare. */
import { planFor } from '../../src/commanders/asked.ts';
import { commanderFor } from '../../src/commanders/roster.ts';
import { addTurn, giveOrder, indexView, newGame, openTally, playTurnInPlace, talliesFrom, viewFor } from '../../src/engine/index.ts';
import type { Game, Order, PlayOptions, SideId, SideView, Tallies } from '../../src/engine/index.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';

/** What is changed: a rule left out, orders struck, an order given besides. */
export interface Change {
  readonly without?: PlayOptions['without'];
  readonly strike?: Order['kind'];
  /** Orders of a side before those of its commander, who goes without the units that they take up. */
  readonly also?: { readonly side: SideId; readonly orders: (view: SideView) => Order[] };
}

/** The board of the scenario played last is kept: it takes longer to work out than a night takes to play. */
let like: Game | undefined;

/** Tallies of one seed. */
export function nightOf({ scenario }: Pick<LoadedScenario, 'scenario'>, seed: string, change: Change = {}): Tallies {
  const { game, state } = newGame(scenario, seed, like);
  like = game;
  const tally = openTally(game);
  const options: PlayOptions = change.without === undefined ? {} : { without: change.without };
  while (state.verdict === null) {
    const plan = (side: SideId): readonly Order[] => {
      const commander = commanderFor(side, scenario.commanders[side][0] ?? '');
      if (commander === null) throw new Error(`no commander for the ${side}`);
      const view = viewFor(game, state, side);
      const first = change.also?.side === side ? change.also.orders(view) : [];
      const planned = planFor(commander, seed, view).orders.filter((order) => order.kind !== change.strike);
      return first.length === 0 ? planned : legal(view, [...first, ...planned]);
    };
    addTurn(tally, state, playTurnInPlace(game, state, { garrison: plan('garrison'), besieger: plan('besieger') }, options));
  }
  return talliesFrom(tally, state);
}

/** Those of a list of orders that can be given one beside the other. */
function legal(view: SideView, orders: readonly Order[]): Order[] {
  const index = indexView(view);
  return orders.filter((order) => giveOrder(index, order) === null);
}

/** Hours held from the first assault; a post that held to the end counts as the whole scenario. */
export function hoursHeld({ scenario }: LoadedScenario, tallies: Tallies): number {
  return tallies.hoursToFall ?? scenario.calendar.turns * 12;
}

/** Mean of paired differences with half of its 95 % interval. */
export function paired(before: readonly number[], after: readonly number[]): { mean: number; half: number; moved: number } {
  const differences = before.map((value, index) => (after[index] ?? 0) - value);
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (differences.length - 1);
  return { mean, half: 1.96 * Math.sqrt(variance / differences.length), moved: differences.filter((value) => value !== 0).length };
}

/** Seeds `1` to `count`. */
export function seeds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1));
}
