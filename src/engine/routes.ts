/** Ways that men can take now: round the posts that the other side holds. */
import { at, postOf } from './board.ts';
import type { Board } from './board.ts';
import { marchWay } from './path.ts';
import type { GameState, PostState, UnitState } from './state.ts';
import { stand } from './stations.ts';
import type { Turn } from './turn-context.ts';

/** The quickest way for the garrison between two hexes, without the first; null where there is none. */
export function wayTo(state: GameState, turn: Pick<Turn, 'board' | 'rules' | 'night'>, from: number, to: number): number[] | null {
  return marchWay(turn.board, turn.rules, turn.night, hexesOfPosts(state, turn.board, isTaken), from, to)?.path ?? null;
}

function isTaken({ holder }: PostState): boolean {
  return holder === 'besieger';
}

/** Hexes of the posts that are asked for. */
export function hexesOfPosts({ posts }: GameState, board: Board, asked: (post: PostState) => boolean): number[] {
  const hexes: number[] = [];
  for (let row = 0; row < posts.length; row += 1) if (asked(at(posts, row))) hexes.push(at(board.posts, row).hex);
  return hexes;
}

/** The command post of the camp that a post belongs to; null where the scenario names none. */
export function commandPostOf(turn: Pick<Turn, 'board' | 'game'>, post: string): string | null {
  const { camp } = postOf(turn.board, post).facts;
  return turn.game.scenario.camps.find(({ id }) => id === camp)?.commandPost ?? null;
}

/** Sends a unit of the garrison back to the command post of a post's camp; it waits where it is if no way is open. */
export function fallBack(state: GameState, turn: Pick<Turn, 'board' | 'rules' | 'night' | 'game' | 'counted' | 'where'>, unit: UnitState, post: string): void {
  const goal = commandPostOf(turn, post);
  const path = goal === null ? null : wayTo(state, turn, unit.hex, postOf(turn.board, goal).hex);
  stand(turn, unit, null);
  unit.duty = 'waiting';
  if (goal === null || path === null || path.length === 0) return;
  unit.duty = 'marching';
  turn.counted.marchers = null;
  unit.march = { purpose: 'withdraw', post: goal, path, wait: 0, step: 0, odds: 0 };
}
