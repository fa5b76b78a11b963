/** Ways that men can take now: round the posts that the other side holds. */
import { postOf } from './board.ts';
import { cheapestWay, stepCost } from './path.ts';
import type { GameState, UnitState } from './state.ts';
import type { Turn } from './turn-context.ts';

/** The quickest way for the garrison between two hexes, without the first; null where there is none. */
export function wayTo(state: GameState, turn: Pick<Turn, 'board' | 'rules' | 'night'>, from: number, to: number): number[] | null {
  const shut = state.posts.filter((post) => post.holder === 'besieger').map((post) => postOf(turn.board, post.id).hex);
  const cost = (a: number, b: number): number => stepCost(turn.board, turn.rules, a, b, turn.night);
  return cheapestWay(turn.board, from, to, cost, (hex) => !shut.includes(hex))?.path ?? null;
}

/** Sends a unit of the garrison back to the command post of a post's camp; it waits where it is if no way is open. */
export function fallBack(state: GameState, turn: Pick<Turn, 'board' | 'rules' | 'night' | 'game'>, unit: UnitState, post: string): void {
  const camp = turn.game.scenario.camps.find(({ id }) => id === postOf(turn.board, post).facts.camp);
  const path = camp === undefined ? null : wayTo(state, turn, unit.hex, postOf(turn.board, camp.commandPost).hex);
  unit.post = null;
  unit.duty = 'waiting';
  if (camp === undefined || path === null || path.length === 0) return;
  unit.duty = 'marching';
  unit.march = { purpose: 'withdraw', post: camp.commandPost, path, wait: 0, step: 0, odds: 0 };
}
