/** Posts as a side knows them: its own exactly, the other's as it last saw them. */
import { asMany, missing } from './as-many.ts';
import type { Board, BoardPost } from './board.ts';
import type { PostSighting } from './known.ts';
import type { SideId } from './scenario.ts';
import type { GameState, PostState } from './state.ts';
import { postRowOf } from './stations.ts';
import type { Game } from './turn-context.ts';
import type { PostView } from './view.ts';

/** One whose men are still being counted. */
type Counted = { -readonly [Field in keyof PostView]: PostView[Field] };

/** Every post as one side knows it. */
export function postViews({ board, scenario }: Game, state: GameState, side: SideId): PostView[] {
  const views = asMany<Counted>(state.posts);
  const { theatre } = scenario;
  const sightings = state.known[side].posts;
  for (let row = 0; row < state.posts.length; row += 1) {
    const post = state.posts[row] ?? missing();
    const here = board.posts[row] ?? missing();
    const inTheatre = theatre.length === 0 || theatre.includes(post.id);
    const exact = side === 'garrison' ? post.holder !== 'besieger' : post.holder === 'besieger';
    views[row] = exact ? ownPost(post, here, inTheatre, state.turn) : postSeen(post, here, inTheatre, sightingOf(sightings, row, post.id));
  }
  countMen(board, state, side, views);
  return views;
}

/** Enters men and wounded of a side in those posts that it knows exactly. */
function countMen(board: Board, state: GameState, side: SideId, views: readonly Counted[]): void {
  const rows = board.rows[side].units;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const unit = state.units[row];
    if (unit === undefined || unit.post === null) continue;
    const view = views[postRowOf(state, board, row, unit)];
    if (view === undefined || !view.exact) continue;
    view.men += unit.men;
    view.wounded += unit.wounded;
  }
}

/** The sighting of a post: as a rule it stands in the post's own row. */
function sightingOf(sightings: readonly PostSighting[], row: number, id: string): PostSighting | undefined {
  const here = sightings[row];
  return here?.post === id ? here : sightings.find(({ post }) => post === id);
}

function ownPost(post: PostState, { facts, hex, hill }: BoardPost, inTheatre: boolean, seenTurn: number): Counted {
  return {
    id: post.id, names: facts.names, group: facts.group, hex, hill, inTheatre,
    east: facts.east, north: facts.north, lengthMetres: facts.lengthMetres, widthMetres: facts.widthMetres, axisDegrees: facts.axisDegrees,
    holder: post.holder, exact: true, lodgement: post.lodgement, cutOffSince: post.cutOffSince, camp: facts.camp,
    stormedAt: post.stormedAt, failedAssaults: post.failedAssaults, heldSince: post.heldSince,
    seenTurn, men: 0, works: post.works, wire: post.wire, suppression: post.suppression, wounded: 0, coverCentimetres: facts.coverCentimetres,
  };
}

function postSeen(post: PostState, { facts, hex, hill }: BoardPost, inTheatre: boolean, seen: PostSighting | undefined): Counted {
  return {
    id: post.id, names: facts.names, group: facts.group, hex, hill, inTheatre,
    east: facts.east, north: facts.north, lengthMetres: facts.lengthMetres, widthMetres: facts.widthMetres, axisDegrees: facts.axisDegrees,
    holder: post.holder, exact: false, lodgement: post.lodgement, cutOffSince: post.cutOffSince, camp: facts.camp,
    stormedAt: post.stormedAt, failedAssaults: post.failedAssaults, heldSince: post.heldSince,
    seenTurn: seen?.turn ?? 0, men: seen?.men ?? 0, works: seen?.works ?? 0, wire: seen?.wire ?? 0,
    suppression: 0, wounded: 0, coverCentimetres: null,
  };
}
