/** Posts as a view knows them. */
import type { ApproachView, PostView, SideView } from '../../engine/index.ts';
import { middleOf, mixed, type XY } from '../geometry/lines.ts';
import { outlineOf } from '../geometry/outline.ts';
import { hexPoint, pointOf } from './places.ts';
import type { PostLook, PostMark } from './marks.ts';

/** Below these a post shows as damaged, permille. */
const [SOUND_WIRE, SOUND_WORKS] = [600, 240];

/** One mark a post. */
export function postMarks(view: SideView): PostMark[] {
  const camp = middleOf(view.posts.map(pointOf));
  return view.posts.map((post) => ({
    id: post.id,
    place: pointOf(post),
    outline: outlineOf(post).map(([east, north]): XY => [Math.round(east), Math.round(north)]),
    holder: post.holder,
    look: lookOf(post.holder, post.wire, post.works),
    isCutOff: post.cutOffSince >= 0 && (post.holder === 'garrison' || post.holder === 'contested'),
    lodgement: post.holder === 'contested' ? post.lodgement : 0,
    attackedFrom: attackedFrom(view, post, camp),
    wire: post.wire,
    age: ageOf(view.turn, post),
    hill: post.hill,
    matters: post.inTheatre && view.facts.theatre.length > 0,
    group: post.group,
  }));
}

/** How a post looks that is held so and stands so. */
export function lookOf(holder: PostView['holder'], wire: number, works: number): PostLook {
  switch (holder) {
    case 'besieger': return 'fallen';
    case 'empty': return 'empty';
    case 'contested': return 'contested';
    case 'garrison': return wire < SOUND_WIRE || works < SOUND_WORKS ? 'damaged' : 'intact';
  }
}

function ageOf(turn: number, { exact, seenTurn }: PostView): number {
  return exact ? 0 : Math.max(0, turn - 1 - seenTurn);
}

/** From the head of its trench if one is known, else from outside the camp. */
function attackedFrom({ approaches, facts }: SideView, post: PostView, camp: XY): XY {
  const approach = approaches.find((one) => one.post === post.id);
  const place = pointOf(post);
  const start = approach === undefined ? mixed(camp, place, 2) : headOf(approach, facts.map.grid);
  return [Math.round(start[0]), Math.round(start[1])];
}

function headOf({ path }: ApproachView, grid: SideView['facts']['map']['grid']): XY {
  return hexPoint(grid, path[Math.max(0, path.length - 2)] ?? 0);
}
