/** Posts as a side knows them: its own exactly, the other's as it last saw them. */
import type { Board, BoardPost } from './board.ts';
import type { PostSighting } from './known.ts';
import type { SideId } from './scenario.ts';
import type { GameState, PostState } from './state.ts';
import { postRowOf } from './stations.ts';
import type { Game } from './turn-context.ts';
import type { PostView } from './view.ts';

/** Every post as one side knows it. */
export function postViews({ board, scenario }: Game, state: GameState, side: SideId): PostView[] {
  const views: PostView[] = [];
  const { theatre } = scenario;
  const inside = garrisoned(board, state, side);
  const sightings = state.known[side].posts;
  for (let row = 0; row < state.posts.length; row += 1) {
    const post = state.posts[row];
    const here = board.posts[row];
    if (post === undefined || here === undefined) continue;
    const inTheatre = theatre.length === 0 || theatre.includes(post.id);
    const exact = side === 'garrison' ? post.holder !== 'besieger' : post.holder === 'besieger';
    views.push(exact ? ownPost(post, here, inTheatre, inside.men[row] ?? 0, inside.wounded[row] ?? 0, state.turn) : postSeen(post, here, inTheatre, sightingOf(sightings, row, post.id)));
  }
  return views;
}

/** Men and wounded of a side by the row of the post they stand in. */
interface Garrisoned {
  readonly men: number[];
  readonly wounded: number[];
}

function garrisoned(board: Board, state: GameState, side: SideId): Garrisoned {
  const men: number[] = [];
  const wounded: number[] = [];
  for (let row = 0; row < state.posts.length; row += 1) {
    men.push(0);
    wounded.push(0);
  }
  const rows = board.rows[side].units;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const unit = state.units[row];
    const post = unit === undefined ? -1 : postRowOf(state, board, row, unit);
    if (unit === undefined || post < 0) continue;
    men[post] = (men[post] ?? 0) + unit.men;
    wounded[post] = (wounded[post] ?? 0) + unit.wounded;
  }
  return { men, wounded };
}

/** The sighting of a post: as a rule it stands in the post's own row. */
function sightingOf(sightings: readonly PostSighting[], row: number, id: string): PostSighting | undefined {
  const here = sightings[row];
  return here?.post === id ? here : sightings.find(({ post }) => post === id);
}

function ownPost(post: PostState, { facts, hex, hill }: BoardPost, inTheatre: boolean, men: number, wounded: number, seenTurn: number): PostView {
  return {
    id: post.id, names: facts.names, group: facts.group, hex, hill, inTheatre,
    east: facts.east, north: facts.north, lengthMetres: facts.lengthMetres, widthMetres: facts.widthMetres, axisDegrees: facts.axisDegrees,
    holder: post.holder, exact: true, lodgement: post.lodgement, cutOffSince: post.cutOffSince, camp: facts.camp,
    stormedAt: post.stormedAt, failedAssaults: post.failedAssaults, heldSince: post.heldSince,
    seenTurn, men, works: post.works, wire: post.wire, suppression: post.suppression, wounded, coverCentimetres: facts.coverCentimetres,
  };
}

function postSeen(post: PostState, { facts, hex, hill }: BoardPost, inTheatre: boolean, seen: PostSighting | undefined): PostView {
  return {
    id: post.id, names: facts.names, group: facts.group, hex, hill, inTheatre,
    east: facts.east, north: facts.north, lengthMetres: facts.lengthMetres, widthMetres: facts.widthMetres, axisDegrees: facts.axisDegrees,
    holder: post.holder, exact: false, lodgement: post.lodgement, cutOffSince: post.cutOffSince, camp: facts.camp,
    stormedAt: post.stormedAt, failedAssaults: post.failedAssaults, heldSince: post.heldSince,
    seenTurn: seen?.turn ?? 0, men: seen?.men ?? 0, works: seen?.works ?? 0, wire: seen?.wire ?? 0,
    suppression: 0, wounded: 0, coverCentimetres: null,
  };
}
