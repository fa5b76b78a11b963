/** Ways that men can take now: round the posts that the other side holds. */
import { postOf } from './board.ts';
import { cheapestWay, stepCost } from './path.ts';
import type { GameState } from './state.ts';
import type { Turn } from './turn-context.ts';

/** The quickest way for the garrison between two hexes, without the first; null where there is none. */
export function wayTo(state: GameState, turn: Pick<Turn, 'board' | 'rules' | 'night'>, from: number, to: number): number[] | null {
  const shut = state.posts.filter((post) => post.holder === 'besieger').map((post) => postOf(turn.board, post.id).hex);
  const cost = (a: number, b: number): number => stepCost(turn.board, turn.rules, a, b, turn.night);
  return cheapestWay(turn.board, from, to, cost, (hex) => !shut.includes(hex))?.path ?? null;
}
