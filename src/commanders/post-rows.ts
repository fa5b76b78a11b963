/** Rows of posts by their id: noted once for all sieges of a map, and held against the view wherever one is looked up. */
import type { SideView } from '../engine/index.ts';

/** The rows as they were noted. */
export type PostRows = Readonly<Record<string, number>>;

const NOTED = new WeakMap<SideView['facts']['map'], PostRows>();

/** The rows of a view's posts. */
export function postRowsOf({ facts: { map }, posts }: SideView): PostRows {
  const known = NOTED.get(map);
  if (known !== undefined) return known;
  const rows = Object.create(null) as Record<string, number>;
  for (let row = 0; row < posts.length; row += 1) rows[posts[row]?.id ?? ''] = row;
  NOTED.set(map, rows);
  return rows;
}

/** The row of a post; -1 where the view has none of that id. */
export function postRow({ posts }: SideView, rows: PostRows, id: string): number {
  const row = rows[id] ?? 0;
  return posts[row]?.id === id ? row : posts.findIndex((post) => post.id === id);
}
