/** Asks a commander for the plan of a turn, in the one way that makes a siege the same wherever it is played. */
import { streamOf, type SideView } from '../engine/index.ts';
import type { Commander, Plan } from './commander.ts';

/** The plan for the turn that this view stands before; its lots come from a stream of this turn and side. */
export function planFor(commander: Commander, seed: string, view: SideView): Plan {
  return commander(view, streamOf(`${seed}|${String(view.turn)}|commander|${view.side}`));
}
