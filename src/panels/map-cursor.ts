/** The keyboard on the map: a cursor that moves from hex to hex, and what lies under it. */
import { centreOf, hexOf, type SideView } from '../engine/index.ts';
import { recentContacts } from '../session/recent-contacts.ts';
import type { Selection } from './desk.ts';

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The hex that an arrow key leads to, by one step or by five; the cursor begins at the first post of this fight. */
export function cursorMoved(view: SideView, from: number | null, key: string, far: boolean): number | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  const { grid } = view.facts.map;
  if (from === null) return view.posts.find((post) => post.inTheatre)?.hex ?? 0;
  const length = far ? 5 : 1;
  const row = Math.floor(from / grid.cols);
  const toCol = from - row * grid.cols + step[0] * length;
  const toRow = row + step[1] * length;
  const isOnMap = toCol >= 0 && toCol < grid.cols && toRow >= 0 && toRow < grid.rows;
  return isOnMap ? toRow * grid.cols + toCol : from;
}

/** What lies in a hex, the most telling first: a post, men, guns, what was seen of the other side; else the ground. */
export function thingAt(view: SideView, hex: number): Selection {
  const { grid } = view.facts.map;
  const post = view.posts.find((one) => one.hex === hex);
  if (post !== undefined) return { kind: 'post', id: post.id };
  const unit = view.units.find((one) => one.hex === hex && one.men > 0);
  if (unit !== undefined) return { kind: 'unit', id: unit.id };
  const battery = view.batteries.find((one) => hexOf(grid, one) === hex);
  if (battery !== undefined) return { kind: 'battery', id: battery.id };
  const contact = recentContacts(view).find((one) => one.hex === hex);
  if (contact !== undefined) return { kind: 'contact', id: contact.id };
  const fix = view.fixes.find((one) => hexOf(grid, one) === hex);
  return fix === undefined ? { kind: 'hex', id: String(hex) } : { kind: 'fix', id: fix.id };
}

/** The kind of a thing that was pointed at, by its id; null for what the cards do not know. */
export function selectionOf(view: SideView, id: string): Selection | null {
  const has = (things: readonly { readonly id: string }[]): boolean => things.some((thing) => thing.id === id);
  if (has(view.posts)) return { kind: 'post', id };
  if (has(view.units)) return { kind: 'unit', id };
  if (has(view.batteries)) return { kind: 'battery', id };
  if (has(view.contacts)) return { kind: 'contact', id };
  return has(view.fixes) ? { kind: 'fix', id } : null;
}

/** The middle of a hex, for the words of where it lies. */
export function placeOfHex(view: SideView, hex: number): { readonly east: number; readonly north: number } {
  return centreOf(view.facts.map.grid, hex);
}
