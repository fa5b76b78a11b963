/** Whole campaigns played in place by their commanders, with every plan checked and, where asked, every book kept. */
import { planFor } from '../../src/commanders/asked.ts';
import type { Commander } from '../../src/commanders/commander.ts';
import { commanderFor } from '../../src/commanders/roster.ts';
import { checkOrders, newGame, playTurnInPlace, sampleOrders, streamOf, viewFor } from '../../src/engine/index.ts';
import type { Game, GameState, OrdersBySide, PlayOptions, RuleName, SideId, SiegeEvent } from '../../src/engine/index.ts';
import type { LoadedScenario } from '../../src/scenario/parse.ts';
import { accountsOf, discrepancies } from './books.ts';

/** Who gives the orders of a turn. */
export type Giver = (game: Game, state: GameState) => OrdersBySide;

/** The commanders that a scenario offers first; what their view forbids them is kept in `refused`. */
export function commandersOf({ scenario }: LoadedScenario, refused: string[]): Giver {
  const commanders = { garrison: named('garrison'), besieger: named('besieger') };
  function named(side: SideId): Commander {
    const commander = commanderFor(side, scenario.commanders[side][0] ?? '');
    if (commander === null) throw new Error(`no commander for the ${side}`);
    return commander;
  }
  return (game, state) => {
    const of = (side: SideId): OrdersBySide[SideId] => {
      const view = viewFor(game, state, side);
      const { orders } = planFor(commanders[side], game.seed, view);
      for (const { order, field, reason } of checkOrders(view, orders)) refused.push(`turn ${String(state.turn)}, ${side}: ${JSON.stringify(orders[order])}: ${field} ${reason}`);
      return orders;
    };
    return { garrison: of('garrison'), besieger: of('besieger') };
  };
}

/** Random legal orders of both sides, so many tries a turn; nobody gives a camp up before the siege has gone on for a while. */
export function atRandom(tries: number): Giver {
  return (game, state) => {
    const early = state.turn < game.scenario.calendar.turns / 2;
    const of = (side: SideId): OrdersBySide[SideId] => sampleOrders(viewFor(game, state, side), streamOf(`${game.seed}|${String(state.turn)}|${side}`), tries).filter(({ kind }) => !early || (kind !== 'surrender' && kind !== 'break-out'));
    return { garrison: of('garrison'), besieger: of('besieger') };
  };
}

/** Plays a siege to its end; `see` looks at each turn once it is played. */
export function playThrough({ scenario }: LoadedScenario, seed: string, give: Giver, see: (state: GameState, events: readonly SiegeEvent[], game: Game) => void, options: PlayOptions = {}): { game: Game; state: GameState } {
  const { game, state } = newGame(scenario, seed);
  while (state.verdict === null) see(state, playTurnInPlace(game, state, give(game, state), options), game);
  return { game, state };
}

/** The rule after which the books of a siege were first out, with what is wrong; null while they are exact. */
export function firstToBreak(loaded: LoadedScenario, seed: string, give: Giver): { turn: number; rule: RuleName | 'the turn'; wrong: string[] } | null {
  const { game, state } = newGame(loaded.scenario, seed);
  const start = accountsOf(game, state);
  let broke: { turn: number; rule: RuleName | 'the turn'; wrong: string[] } | null = null;
  const look = (rule: RuleName | 'the turn'): void => {
    if (broke !== null) return;
    // Freight that is in the air within a turn lies nowhere yet.
    const wrong = discrepancies(start, accountsOf(game, state)).filter((line) => rule === 'the turn' || !line.startsWith('kilos by air'));
    if (wrong.length > 0) broke = { turn: state.turn, rule, wrong };
  };
  while (state.verdict === null && broke === null) {
    playTurnInPlace(game, state, give(game, state), { after: look });
    look('the turn');
  }
  return broke;
}
