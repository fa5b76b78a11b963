/** What a commander plans for one turn of a siege that a test has arranged. */
import { planFor } from '../../src/commanders/asked.ts';
import type { Intent, Plan, Reason } from '../../src/commanders/commander.ts';
import { historical } from '../../src/commanders/historical.ts';
import { steady } from '../../src/commanders/steady.ts';
import { newGame, PULSES, viewFor } from '../../src/engine/index.ts';
import type { Game, GameState, Order, OrderKind, Scenario, SideId, SideView } from '../../src/engine/index.ts';
import { rowsOf } from './a-siege.ts';

/** A plan, and how to ask about it. */
export interface Planned {
  readonly plan: Plan;
  readonly view: SideView;
  readonly of: <Kind extends OrderKind>(kind: Kind) => Extract<Order, { kind: Kind }>[];
  readonly why: (reason: Reason) => Intent[];
}

/** The siege before it is looked at. */
export interface Ground {
  readonly game: Game;
  readonly state: GameState;
  readonly at: ReturnType<typeof rowsOf>;
  /** Pulses since the siege began. */
  readonly clock: number;
  /** The sap towards a post, dug up to so many metres from the wire; the garrison sees it where `seen` says so. */
  readonly trench: (post: string, metres: number, seen?: boolean) => void;
  /** What the besieger believes of a post. */
  readonly believe: (post: string, what: { readonly men?: number; readonly works?: number }) => void;
  /** Every post of some groups is the besieger's and has long been so. */
  readonly take: (...groups: readonly string[]) => void;
  /** Rounds of every weapon in the dumps of a side; nothing stays beside the guns. */
  readonly stock: (side: SideId, rounds: number) => void;
}

type Arrange = (ground: Ground) => void;

/** Plans of the two commanders for one siege; the plan stands before the turn that is named. */
export interface Planner {
  readonly besieger: (turn: number, arrange?: Arrange) => Planned;
  readonly garrison: (turn: number, arrange?: Arrange, seed?: string) => Planned;
}

/** Opens a siege for its commanders. */
export function plannerFor(scenario: Scenario): Planner {
  const { game, state: start } = newGame(scenario, 'plan');
  const view = (side: SideId, turn: number, arrange: Arrange): SideView => {
    const state = structuredClone(start);
    state.turn = turn;
    arrange(groundOf(game, state));
    return viewFor(game, state, side);
  };
  return {
    besieger: (turn, arrange = nothing) => planned(view('besieger', turn, arrange), 'plan'),
    garrison: (turn, arrange = nothing, seed = 'plan') => planned(view('garrison', turn, arrange), seed),
  };
}

function nothing(): void {
  return undefined;
}

function planned(view: SideView, seed: string): Planned {
  const plan = planFor(view.side === 'garrison' ? historical : steady, seed, view);
  return {
    plan, view,
    of: (kind) => plan.orders.filter((order): order is Extract<Order, { kind: typeof kind }> => order.kind === kind),
    why: (reason) => plan.intents.filter((intent) => intent.reason === reason),
  };
}

function groundOf(game: Game, state: GameState): Ground {
  const { scenario } = game;
  return {
    game, state, at: rowsOf(state), clock: state.turn * PULSES,
    trench: (post, metres, seen = false) => { layTrench(game, state, post, metres, seen); },
    believe: (post, what) => {
      for (const sighting of state.known.besieger.posts) if (sighting.post === post) Object.assign(sighting, what);
    },
    take: (...groups) => {
      for (const [row, post] of state.posts.entries()) if (groups.includes(scenario.posts[row]?.group ?? '')) Object.assign(post, { holder: 'besieger', heldSince: 0 });
    },
    stock: (side, rounds) => {
      for (const [row, dump] of state.dumps.entries()) if (scenario.dumps[row]?.side === side) dump.rounds = dump.rounds.map(() => rounds);
      for (const [row, battery] of state.batteries.entries()) if (scenario.batteries[row]?.side === side) battery.ready = 0;
    },
  };
}

/** Metres of a sap that a test begins. */
const SAP_METRES = 2000;

function layTrench({ board }: Game, state: GameState, post: string, metres: number, seen: boolean): void {
  let sap = state.approaches.find((one) => one.kind === 'sap' && one.post === post);
  if (sap === undefined) {
    const hex = board.posts[board.postRow[post] ?? -1]?.hex ?? 0;
    sap = { id: `sap-${post}`, kind: 'sap', post, path: [hex], lengthMetres: SAP_METRES, dugMetres: 0, laidAt: 0 };
    state.approaches.push(sap);
  }
  sap.lengthMetres = Math.max(sap.lengthMetres, metres);
  sap.dugMetres = sap.lengthMetres - metres;
  const { approaches } = state.known.garrison;
  state.known.garrison.approaches = approaches.filter(({ approach }) => approach !== sap.id);
  if (seen) state.known.garrison.approaches.push({ approach: sap.id, headMetres: metres, turn: state.turn });
}
