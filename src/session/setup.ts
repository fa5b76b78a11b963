/** What a session is made of, and what it answers. */
import type { OrderProblem, Scenario, SideId, SiegeEvent, Verdict } from '../engine/index.ts';
import type { ReplayScenario } from '../replay/format.ts';
import type { Line } from './timeline.ts';

/** What a game is made of. */
export interface SessionSetup {
  readonly scenario: Scenario;
  /** Id, hash and changed values, as replays name the scenario. */
  readonly source: ReplayScenario;
  readonly seed: string;
  /** The side that is played; in `watch`, the side whose eyes one begins with. */
  readonly side: SideId;
  /** `play`: a person gives this side's orders; `watch`: both commanders play. */
  readonly mode: 'play' | 'watch';
  /** Doctrines by name; that of one's own side is the staff. */
  readonly commanders: Readonly<Record<SideId, string>>;
}

/** What a listener is told has changed; `look`: turn, line or side looked at; `ahead`: a turn at the end of the line, which nobody looks at yet. */
export type SessionChange = 'turn' | 'draft' | 'look' | 'ahead';

/** What came of ending a turn: its index and what one saw of it. On `ended: false` nothing has changed. */
export type TurnOutcome =
  | { readonly ended: true; readonly turn: number; readonly events: readonly SiegeEvent[]; readonly branched: boolean }
  | { readonly ended: false; readonly why: 'over' | 'illegal'; readonly problems: readonly OrderProblem[] };

/** A line of play, for choosing among them. */
export interface LineSummary {
  readonly id: number;
  /** The line it left and after how many turns; null for the first. */
  readonly fork: Line['fork'];
  readonly turns: number;
  readonly verdict: Verdict | null;
}
