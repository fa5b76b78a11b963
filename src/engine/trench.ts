/** Trenches: which one leads to a post, how much of it lies in a hex, and whether that closes the hex. */
import { at } from './board.ts';
import type { ApproachState, GameState, Holder } from './state.ts';
import type { Rules } from './tunables.ts';

/** The besieger's sap to a post; undefined where none is begun. */
export function sapTo(state: GameState, post: string): ApproachState | undefined {
  const { approaches } = state;
  for (let row = 0; row < approaches.length; row += 1) {
    const one = at(approaches, row);
    if (one.post === post && one.kind === 'sap') return one;
  }
  return undefined;
}

/** The trench of that id; undefined where there is none. */
export function approachOf(state: GameState, id: string): ApproachState | undefined {
  for (const approach of state.approaches) if (approach.id === id) return approach;
  return undefined;
}

/** True where men of the garrison stand in the post. */
export function isHeld(post: { readonly holder: Holder }): boolean {
  return post.holder === 'garrison' || post.holder === 'contested';
}

/** True where so much trench lies in a hex that nobody walks through it. */
export function isTrenched(state: GameState, rules: Rules, hex: number): boolean {
  return at(state.ground.trench, hex) >= rules.ring.closeMetres;
}

/** Adds trench to a hex; one that it closes is a change of the ring. */
export function layTrench(state: GameState, rules: Rules, hex: number, metres: number): void {
  const before = isTrenched(state, rules, hex);
  state.ground.trench[hex] = at(state.ground.trench, hex) + metres;
  if (!before && isTrenched(state, rules, hex)) state.ring.changes += 1;
}

/** Fills trench in, as far as there is any, and gives the metres; a hex that it opens is a change of the ring. */
export function fillTrench(state: GameState, rules: Rules, hex: number, metres: number): number {
  const before = isTrenched(state, rules, hex);
  const filled = Math.min(metres, at(state.ground.trench, hex));
  state.ground.trench[hex] = at(state.ground.trench, hex) - filled;
  if (before && !isTrenched(state, rules, hex)) state.ring.changes += 1;
  return filled;
}
