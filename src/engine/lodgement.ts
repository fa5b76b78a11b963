/** The part of a post that the attacker holds: how it moves, what first light leaves of it, how the holders hem it in. */
import { at, postOf } from './board.ts';
import { changeHolder } from './fall.ts';
import { clamp, share } from './numbers.ts';
import { hurtAll } from './people.ts';
import { besideOf, leadOf } from './storm-sides.ts';
import { jumpOffMetres, runningAt } from './storm-state.ts';
import type { GameState, PostState, UnitState } from './state.ts';
import type { Turn } from './turn-context.ts';

/** Moves the line inside the post and says who holds it now. */
export function setLodgement(state: GameState, turn: Turn, post: PostState, lodgement: number): void {
  const before = post.holder;
  post.lodgement = clamp(lodgement, 0, 1000);
  if (before === 'garrison' && post.lodgement > 0) changeHolder(state, turn, post, 'contested', 'entered');
  if (before === 'contested' && post.lodgement === 0) changeHolder(state, turn, post, 'garrison', 'cleared');
}

/** On flat ground, men who hold a corner of a post cannot stay in it by daylight, unless their trench leads into it. */
export function giveUpAtFirstLight(state: GameState, turn: Turn, post: PostState): void {
  const { assault } = turn.rules;
  if (post.holder !== 'contested' || postOf(turn.board, post.id).hill || jumpOffMetres(state, turn, post.id) <= assault.dawnMetres) return;
  const kept = share(post.lodgement, assault.flatDawn);
  const given = post.lodgement - kept;
  const lost = hurtAll(state, turn, thoseInside(state, turn, post), assault.dawnLoss * 2 * given, assault.killedShare, 'assault');
  turn.tell({ type: 'lodgement-given-up', post: post.id, lodgement: kept, lost });
  setLodgement(state, turn, post, kept);
}

/** Those who storm the post, or those who stayed in its trench when the assault had stopped. */
function thoseInside(state: GameState, turn: Turn, post: PostState): UnitState[] {
  const running = runningAt(state, post.id, 'besieger');
  return running === undefined ? besideOf(state, turn, post) : leadOf(state, turn, running);
}

/** On a turn without an assault the holders win a little of a contested post back, and much of it where nobody stayed. */
export function hemPostIn(state: GameState, turn: Turn, row: number): void {
  const post = at(state.posts, row);
  const { assault } = turn.rules;
  if (post.holder !== 'contested' || state.assaults.some((one) => one.post === post.id)) return;
  const back = besideOf(state, turn, post).length > 0 ? assault.lodgedRepair : assault.lodgedEmpty;
  setLodgement(state, turn, post, post.lodgement - back);
}
