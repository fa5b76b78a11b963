/** The garrison's evening work: works and wire made good with what stores there are, sites built up where men stand. */
import { at, rowOf } from './board.ts';
import { GOODS } from './facts-siege.ts';
import { share } from './numbers.ts';
import type { PostFacts } from './scenario.ts';
import type { DumpState, GameState, PostState } from './state.ts';
import { isHeld } from './trench.ts';
import type { Turn } from './turn-context.ts';

/** Mends every held post that is not whole. */
export function mendPosts(state: GameState, turn: Turn): void {
  let near: readonly boolean[] | null = null;
  for (let row = 0; row < state.posts.length; row += 1) {
    const post = state.posts[row];
    if (post === undefined || !isHeld(post)) continue;
    const { facts } = at(turn.board.posts, row);
    if (post.works >= facts.works && post.wire >= facts.wire) continue;
    near ??= postsUnderSaps(state, turn);
    mend(state, turn, post, facts, near[row] === true);
  }
}

/** Posts with a trench head close to their wire, by row. */
function postsUnderSaps(state: GameState, turn: Turn): boolean[] {
  const near: boolean[] = [];
  for (const { kind, post, lengthMetres, dugMetres } of state.approaches) {
    if (kind !== 'sap' || post === null || lengthMetres - dugMetres >= turn.rules.digging.repairNearMetres) continue;
    near[rowOf(turn.board.postRow, post)] = true;
  }
  return near;
}

function mend(state: GameState, turn: Turn, post: PostState, facts: PostFacts, near: boolean): void {
  const { digging } = turn.rules;
  const wet = state.sky.valley === 'rain' || state.sky.valley === 'storm' || state.sky.mud > digging.mudDeep;
  const quiet = post.suppression === 0 && post.lodgement === 0;
  const pace = share(share(quiet ? 1000 : digging.repairUnderFire, wet ? digging.repairWet : 1000), near ? digging.repairNear : 1000);
  const works = Math.min(Math.max(0, facts.works - post.works), thisTurn(turn, (facts.stands ? digging.worksRepair : digging.siteWorks) * pace));
  const wire = Math.min(Math.max(0, facts.wire - post.wire), thisTurn(turn, digging.wireRepair * pace));
  const bare = isCovered(state, turn, post, facts, works * digging.worksKilos + wire * digging.wireKilos) ? 1000 : digging.repairBare;
  post.works += thisTurn(turn, works * bare);
  post.wire += thisTurn(turn, wire * bare);
}

/** Thousandths as a whole number that comes out right over the turns, with no chance in it. */
function thisTurn({ number }: Turn, thousandths: number): number {
  return Math.floor((thousandths * (number + 1)) / 1000) - Math.floor((thousandths * number) / 1000);
}

const ENGINEER = GOODS.indexOf('engineer');

/** Takes the stores out of the camp's dumps, if a dump has them and the post is linked to it. */
function isCovered(state: GameState, turn: Turn, post: PostState, facts: PostFacts, kilos: number): boolean {
  const dump = post.cutOffSince >= 0 ? undefined : dumpOf(state, turn, facts.camp, kilos);
  if (dump === undefined) return false;
  dump.goods[ENGINEER] = at(dump.goods, ENGINEER) - kilos;
  return true;
}

function dumpOf(state: GameState, turn: Turn, camp: string, kilos: number): DumpState | undefined {
  const { dumps } = turn.game.scenario;
  for (let row = 0; row < dumps.length; row += 1) {
    const { side, camp: home } = at(dumps, row);
    const dump = at(state.dumps, row);
    if (side === 'garrison' && home === camp && at(dump.goods, ENGINEER) >= kilos) return dump;
  }
  return undefined;
}
