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
  // besieger: fire
  | 'soften-post' //          shell a post before it is stormed: post, weapon, rounds, works
  | 'silence-guns' //         shell a gun that could break the assault: fix, weapon, rounds
  | 'keep-down' //            harass a post: post, weapon, rounds
  | 'harass-strip' //         shells on the strip: strip, weapon, rounds
  | 'harass-zone' //          shells on those who gather loads: camp, weapon, rounds
  // besieger: assault
  | 'storm-outwork' //        a post apart from the camp is ready: post, metres, rounds
  | 'storm-general' //        the general assault: post, metres, regiments
  | 'storm-nibble' //         a cut-off post worn down: post, metres, turns
  | 'storm-pursue' //         press while posts fall: post, metres
  | 'storm-waits' //          not yet: what is missing (field), have, wanted
  | 'press-on' //             the assault goes on: post, lodgement, lost
  | 'break-off' //            too dear: post, lost
  // besieger: spade, rear
  | 'dig-closer' //           sap: post, metres, battalions
  | 'ring-post' //            trench round a post: post, battalions
  | 'drive-gallery' //        mine: post, failed
  | 'close-up' //             battalions go up to their trench: post, battalions
  | 'rest-regiment' //        rest and political work: formation, will
  | 'share-carriers' //       food against shells: food, days
  | 'flak-forward' //         flak goes nearer: battery, metres
  | 'marksmen' //             before a post: post, metres
  | 'gather-loads' //         men sent for loads: camp, men
  // garrison: fire and fight
  | 'protect-threatened' //   shells set aside for a post: post, metres, rounds
  | 'answer-gun' //           counter-battery on a fix: fix, weapon, age, rounds
  | 'shell-trench' //         on a trench head: post, weapon, metres, rounds
  | 'stand-by-counter' //     standing counter-attack: unit, post, after, odds
  | 'retake-post' //          deliberate counter-attack: unit, post, odds
  | 'send-relief' //          reinforce: unit, post, men
  | 'occupy-site' //          build a post: unit, post
  | 'hold-reserve' //         the reserve stays: post, companies
  | 'raid-trench' //          fill it in: unit, post, metres
  | 'send-convoy' //          water and cartridges: unit, post, turns
  | 'abandon-post' //         given up: post, men, turns
  // garrison: air, rear, end
  | 'fly-in' //               freight: aircraft, cargo, sorties, height, days
  | 'fly-out-wounded' //      landings: aircraft, sorties, wounded
  | 'drop-men' //             men by parachute: unit, men
  | 'ask-battalion' //        unit, men
  | 'strike-flak' | 'strike-trench' | 'strike-gun' | 'strike-road' // sorties
  | 'cut-ration' //           camp, days, permille
  | 'take-over' //            another officer: formation
  | 'march-out' //            break-out: camp, men
  | 'cease-fire' //           camp, men
  | 'save-shells'; //         stock: rounds

export interface Plan {
  readonly orders: readonly Order[];
  readonly intents: readonly Intent[];
}

export type Commander = (view: SideView, draws: Stream) => Plan;
