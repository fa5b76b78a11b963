/** Trenches: which sap leads to a post, and whether trench closes a hex. */
import type { ApproachState, GameState } from './state.ts';

/** The besieger's sap to a post; undefined where none is begun. */
export function sapTo(state: GameState, post: string): ApproachState | undefined {
  return state.approaches.find((one) => one.kind === 'sap' && one.post === post);
}
