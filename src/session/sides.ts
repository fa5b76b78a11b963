/** What each side sees and plans in each state, worked out once: the same question is asked by many panels. */
import { planFor } from '../commanders/asked.ts';
import type { Commander, Plan } from '../commanders/commander.ts';
import { viewFor, type Game, type GameState, type SideId, type SideView } from '../engine/index.ts';

/** Views and plans of both sides. */
export class Sides {
  readonly #views = new WeakMap<GameState, Partial<Record<SideId, SideView>>>();
  readonly #plans = new WeakMap<SideView, Plan>();
  readonly #game: Game;
  readonly #seed: string;
  readonly #commanders: Readonly<Record<SideId, Commander>>;

  constructor(game: Game, seed: string, commanders: Readonly<Record<SideId, Commander>>) {
    this.#game = game;
    this.#seed = seed;
    this.#commanders = commanders;
  }

  /** The view of a side; the same object for the same state. */
  view(state: GameState, side: SideId): SideView {
    const views = this.#views.get(state) ?? {};
    const view = views[side] ?? viewFor(this.#game, state, side);
    this.#views.set(state, { ...views, [side]: view });
    return view;
  }

  /** The plan of the side's commander, from its view alone. */
  plan(state: GameState, side: SideId): Plan {
    const view = this.view(state, side);
    const plan = this.#plans.get(view) ?? planFor(this.#commanders[side], this.#seed, view);
    this.#plans.set(view, plan);
    return plan;
  }
}
