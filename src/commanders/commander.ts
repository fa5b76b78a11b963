/** What a commander is: it sees a view, draws lots, and lays out a plan with its reasons. */
import type { Order, SideView, Stream } from '../engine/index.ts';

/** Why an order stands in the plan, or why something was left undone; the words stand in the panels. */
export interface Intent {
  /** Index of the order in the plan; null for a reason without an order. */
  readonly order: number | null;
  readonly reason: Reason;
  /** Figures the reason rests on. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Posts, units, batteries the reason speaks of. */
  readonly ids: Readonly<Record<string, string>>;
}

/** The reasons a commander can give, one phrase each in the panels. */
export type Reason =
  | 'soften-post' //          shell a post before it is stormed: post, rounds, works
  | 'silence-guns' //         shell a gun that could break the assault: fix, rounds
  | 'keep-down' //            harass a post by day: post, rounds
  | 'storm-now' //            the assault is ready: post, inHundred, metres
  | 'storm-waits' //          not yet: post, metres, wanted
  | 'press-on' //             the assault goes on
  | 'break-off' //            too dear: post, lost
  | 'dig-closer' //           trench: post, metres
  | 'protect-threatened' //   shells set aside for a post: post, metres, rounds
  | 'answer-gun' //           counter-battery on a fix: fix, age
  | 'shell-trench' //         on a trench head: post, metres
  | 'stand-by-counter' //     standing counter-attack: unit, post, after, odds
  | 'send-relief' //          reinforce: unit, post, men
  | 'hold-reserve' //         the reserve stays: unit
  | 'abandon-post' //         given up: post
  | 'save-shells'; //         stock: rounds

export interface Plan {
  readonly orders: readonly Order[];
  readonly intents: readonly Intent[];
}

export type Commander = (view: SideView, draws: Stream) => Plan;
