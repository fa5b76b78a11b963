/**
 * Where pieces, guns and fixes lie on the screen at a zoom.
 *
 * Far out, men of the same side that would lie on one another become one stack; guns step aside for men, and those
 * that find no room nearby are left out until one looks closer.
 */
import { onScreen, type Camera } from '../camera.ts';
import type { CounterMark, FixMark, GunMark, Marks } from '../facts/marks.ts';
import { PIECE_REACH, type SymbolSet } from '../symbols/piece-art.ts';
import { FIX_REACH, GUN_REACH } from '../symbols/gun-art.ts';
import { around, firstFree, overlap, type Box } from './crowding.ts';

interface Placed extends Box {
  readonly ids: readonly string[];
  readonly scale: number;
}

/** A piece, gun or fix with its place on the screen. */
export type Piece =
  | (Placed & { readonly kind: 'men'; readonly mark: CounterMark })
  | (Placed & { readonly kind: 'gun'; readonly mark: GunMark })
  | (Placed & { readonly kind: 'fix'; readonly mark: FixMark });

/** How large pieces are drawn at a zoom, pixels a kilometre; painted blocks are large and would hide their posts. */
export function pieceScale(zoom: number, set: SymbolSet): number {
  const full = set === 'pictorial' && zoom < 220 ? 0.86 : 1;
  return full * (zoom < 60 ? 0.74 : zoom < 104 ? 0.88 : 1);
}

/** Guns are too many to show below this zoom. */
const GUNS_FROM = 64;

/** All pieces for a camera, lowest first. */
export function piecesOn(marks: Pick<Marks, 'counters' | 'guns' | 'fixes'>, camera: Camera, set: SymbolSet): Piece[] {
  const scale = pieceScale(camera.zoom, set);
  const men = stacked(marks.counters, camera, set, scale);
  if (camera.zoom < GUNS_FROM) return men;
  const taken: Box[] = men.slice();
  const rings = camera.zoom < 104 ? 1 : 3;
  const guns = marks.guns.flatMap((mark): Piece[] => {
    const box = roomFor(mark.place, GUN_REACH * scale, camera, taken, rings);
    return box === null ? [] : [{ ...box, kind: 'gun', mark, ids: [mark.id], scale }];
  });
  const fixes = marks.fixes.flatMap((mark): Piece[] => {
    const box = roomFor(mark.place, FIX_REACH * scale, camera, taken, rings);
    return box === null ? [] : [{ ...box, kind: 'fix', mark, ids: [mark.id], scale }];
  });
  return [...guns, ...fixes, ...men];
}

function roomFor([east, north]: readonly [number, number], reach: number, camera: Camera, taken: Box[], rings: number): Box | null {
  const at = onScreen(camera, east, north);
  const box = firstFree({ x: at[0], y: at[1], halfWidth: reach, halfHeight: reach }, around(at, reach * 1.5, rings), taken, 3);
  if (box !== null) taken.push(box);
  return box;
}

function stacked(counters: readonly CounterMark[], camera: Camera, set: SymbolSet, scale: number): Piece[] {
  const stacks: (Placed & { kind: 'men'; mark: CounterMark })[] = [];
  // Own men first: they decide where a stack lies.
  for (const mark of [...counters].sort((a, b) => Number(b.own) - Number(a.own))) {
    const [x, y] = onScreen(camera, ...mark.place);
    const [halfWidth, halfHeight] = PIECE_REACH[set];
    const box = { x, y, halfWidth: halfWidth * scale, halfHeight: halfHeight * scale };
    const under = stacks.findIndex((stack) => sameSide(stack.mark, mark) && overlap(stack, box, 7 * scale));
    const stack = stacks[under];
    if (stack === undefined) stacks.push({ ...box, kind: 'men', mark, ids: mark.ids, scale });
    else stacks[under] = { ...stack, mark: together(stack.mark, mark), ids: [...stack.ids, ...mark.ids] };
  }
  return stacks.map((stack) => ({ ...stack, y: clear(stack, stacks) }));
}

function sameSide(a: CounterMark, b: CounterMark): boolean {
  return a.nation === b.nation;
}

function together(top: CounterMark, under: CounterMark): CounterMark {
  const pips = top.pips === null || under.pips === null
    ? top.pips
    : Math.round((top.pips * top.count + under.pips * under.count) / (top.count + under.count));
  const age = top.age === null || under.age === null ? null : Math.min(top.age, under.age);
  return { ...top, ids: [...top.ids, ...under.ids], count: top.count + under.count, pips, age };
}

/** Men of both sides in one place: the other side's piece gives way upward. */
function clear(stack: Box & { mark: CounterMark }, all: readonly (Box & { mark: CounterMark })[]): number {
  if (stack.mark.own) return stack.y;
  const under = all.find((other) => other.mark.own && overlap(stack, other, 4));
  return under === undefined ? stack.y : under.y - under.halfHeight - stack.halfHeight + 2;
}
