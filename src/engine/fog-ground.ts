/** The ground as a side knows it, hex by hex: whose each hex is, and the besieger's trench. */
import type { Board } from './board.ts';
import type { GameState } from './state.ts';
import { GROUND_BESIEGER, GROUND_GARRISON, GROUND_NOBODY } from './state-siege.ts';
import type { ApproachView, SideView } from './view.ts';

/** Hexes of the usable drop zone. */
export function walkedHexes({ ring: { gathered } }: Board, { ring: { ground } }: GameState): number[] {
  const walked: number[] = [];
  for (let index = 0; index < gathered.length; index += 1) {
    const hex = gathered[index] ?? 0;
    if (ground[hex] === GROUND_GARRISON) walked.push(hex);
  }
  return walked;
}

/** GROUND_*, by hex: where the garrison walks both know; of the rest the garrison knows the trenches it has seen and the posts it lost. */
export function ringOf(view: Pick<SideView, 'ring' | 'walked' | 'approaches' | 'posts' | 'facts'>): readonly number[] {
  if (view.ring !== null) return view.ring;
  const ring = view.facts.map.heights.map(() => GROUND_NOBODY);
  for (const approach of view.approaches) layAlong(approach, view, (hex) => (ring[hex] = GROUND_BESIEGER));
  for (const { holder, hex } of view.posts) if (holder === 'besieger') ring[hex] = GROUND_BESIEGER;
  for (const hex of view.walked) ring[hex] = GROUND_GARRISON;
  return ring;
}

/** Metres of trench, by hex: the garrison knows them along the approaches that it has seen, as far as it saw them dug. */
export function trenchOf(view: Pick<SideView, 'trench' | 'approaches' | 'facts'>): readonly number[] {
  if (view.trench !== null) return view.trench;
  const trench = view.facts.map.heights.map(() => 0);
  for (const approach of view.approaches) layAlong(approach, view, (hex, metres) => (trench[hex] = Math.max(metres, trench[hex] ?? 0)));
  return trench;
}

/** Goes along the dug part of an approach, hex by hex. */
function layAlong({ path, dugMetres }: ApproachView, { facts: { map: { grid } } }: Pick<SideView, 'facts'>, lay: (hex: number, metres: number) => void): void {
  for (let step = 0, left = dugMetres; step < path.length && left > 0; step += 1, left -= grid.stepMetres) lay(path[step] ?? 0, Math.min(left, grid.stepMetres));
}
