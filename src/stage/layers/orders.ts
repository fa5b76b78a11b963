/** The plan on the map: what each order aims at, once a target, and the numbers of the orders in the list. */
import type { Order } from '../../engine/index.ts';
import type { Marks, PostMark } from '../facts/marks.ts';
import { cutAt, distance, mixed, pointAt, smooth, type XY } from '../geometry/lines.ts';
import { scaled } from '../geometry/outline.ts';
import type { Badge } from '../layout/badges.ts';
import { arrowHead, cased, fill, ink, trace, type Frame, type Pen } from '../pen.ts';
import type { Theme } from '../theme.ts';
import { withAlpha } from './posts.ts';

/** Arrows begin so far from the middle of a piece, pixels. */
const PIECE_ROOM = 20;

/** What is drawn on, and with what. */
interface Board {
  readonly pen: Pen;
  readonly frame: Frame;
  readonly marks: Marks;
  readonly theme: Theme;
  /** Targets that are framed already. */
  readonly framed: Set<string>;
}

/** Draws every order; false when there is none. */
export function paintOrders(pen: Pen, frame: Frame, marks: Marks, orders: readonly Order[], badges: readonly Badge[], theme: Theme): boolean {
  const board: Board = { pen, frame, marks, theme, framed: new Set() };
  for (const order of orders) paintOrder(board, order);
  for (const badge of badges) paintBadge(pen, theme, frame.under([badge.x, badge.y]), badge);
  return orders.length > 0;
}

function paintOrder(board: Board, order: Order): void {
  switch (order.kind) {
    case 'bombard': return order.target.kind === 'post' ? boxPost(board, order.target.id) : ringTrench(board, order.target.id);
    case 'counter-battery': return ringFix(board, order.fix);
    case 'protect': return barrage(board, order.post);
    case 'reinforce': return march(board, order.unit, order.post, []);
    case 'counter-attack':
    case 'convoy': return march(board, order.unit, order.post, [7, 4]);
    case 'raid': return ringTrench(board, order.approach);
    case 'strike':
      if (order.target.kind === 'approach') ringTrench(board, order.target.id);
      else if (order.target.kind === 'fix') ringFix(board, order.target.id);
      return;
    case 'encircle':
    case 'mine':
    case 'snipe': return boxPost(board, order.post);
    case 'close-up':
      for (const unit of order.units) march(board, unit, order.post, [3, 4]);
      return;
    case 'give-up': return leave(board, order.post);
    case 'dig': return dig(board, order.post);
    case 'assault':
      for (const unit of order.echelon) attack(board, unit, order.post, 4);
      for (const unit of order.lead) attack(board, unit, order.post, 6.5);
      return;
    case 'break-off': return strike(board, order.post);
    // What concerns a whole camp or the rear has no one place on the map.
    case 'trench':
    case 'move-guns':
    case 'rest':
    case 'porters':
    case 'gather':
    case 'airlift':
    case 'land':
    case 'jump':
    case 'ask':
    case 'ration':
    case 'replace':
    case 'break-out':
    case 'surrender': return;
  }
}

/** True the first time that a target is to be framed. */
function isFirst({ framed }: Board, id: string): boolean {
  if (framed.has(id)) return false;
  framed.add(id);
  return true;
}

function postOf({ marks }: Board, id: string): PostMark | undefined {
  return marks.posts.find((post) => post.id === id);
}

/** A dashed box around the post that is shelled. */
function boxPost(board: Board, id: string): void {
  const post = postOf(board, id);
  if (post === undefined || !isFirst(board, id)) return;
  const { pen, frame, theme } = board;
  const ring = scaled(post.outline.map((place) => frame.to(place)), frame.to(post.place), 1.3);
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs) - 3, Math.min(...ys) - 3];
  pen.beginPath();
  pen.rect(left, top, Math.max(...xs) + 3 - left, Math.max(...ys) + 3 - top);
  fill(pen, withAlpha(theme.firePlan, 0.07));
  cased(pen, theme.planCasing, theme.firePlan, 1.6, [8, 3]);
}

function ringTrench(board: Board, id: string): void {
  const trench = board.marks.trenches.find((one) => one.id === id);
  if (trench === undefined || !isFirst(board, id)) return;
  const head = pointAt(trench.line, Math.round((trench.line.length - 1) * trench.dug));
  ring(board, board.frame.to(head), 15);
}

function ringFix(board: Board, id: string): void {
  const fix = board.marks.fixes.find((one) => one.id === id);
  if (fix === undefined || !isFirst(board, id)) return;
  const { frame } = board;
  ring(board, frame.to(fix.place), Math.max(17, (fix.errorMetres * frame.pxPerKm) / 1000));
}

function ring({ pen, theme }: Board, [x, y]: XY, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  fill(pen, withAlpha(theme.firePlan, 0.07));
  cased(pen, theme.planCasing, theme.firePlan, 1.6, [8, 3]);
}

/** Bars across the way of an attack: the ground that is covered by fire. */
function barrage(board: Board, id: string): void {
  const post = postOf(board, id);
  if (post === undefined) return;
  const { pen, frame, theme } = board;
  const [centre, from] = [frame.to(post.place), frame.to(post.attackedFrom)];
  const heading = Math.atan2(from[1] - centre[1], from[0] - centre[0]);
  for (const reach of [150, 195]) {
    pen.beginPath();
    pen.arc(centre[0], centre[1], (reach * frame.pxPerKm) / 1000, heading - 0.75, heading + 0.75);
    cased(pen, theme.planCasing, theme.firePlan, 2, [9, 4]);
  }
}

/** From the men to the post, bent a little. */
function march(board: Board, unit: string, id: string, dash: readonly number[]): void {
  const { pen, frame, marks, theme } = board;
  const from = marks.counters.find(({ ids }) => ids.includes(unit))?.place;
  const to = postOf(board, id)?.place;
  if (from === undefined || to === undefined) return;
  const line = bent(frame.to(from), frame.to(to), 0.12, 0.93);
  const colour = theme.nation[marks.side].line;
  trace(pen, line);
  ink(pen, casingOf(theme), 8);
  ink(pen, colour, 4.2, dash);
  arrowHead(pen, line, 11, 8);
  ink(pen, casingOf(theme), 2);
  fill(pen, colour);
}

function attack(board: Board, unit: string, id: string, width: number): void {
  const { pen, frame, marks, theme } = board;
  const from = marks.counters.find(({ ids }) => ids.includes(unit))?.place;
  const to = postOf(board, id)?.place;
  if (from === undefined || to === undefined || distance(from, to) < 30) return;
  const line = bent(frame.to(from), frame.to(to), 0.1, 0.84);
  const colour = theme.nation[marks.side].line;
  trace(pen, line);
  ink(pen, casingOf(theme), width + 3.6);
  ink(pen, colour, width, [12, 5]);
  arrowHead(pen, line, width * 1.7, width * 1.35);
  ink(pen, casingOf(theme), 2.4);
  fill(pen, colour);
}

function casingOf(theme: Theme): string {
  return theme.name === 'day' ? 'rgba(251,244,224,0.88)' : 'rgba(11,16,22,0.75)';
}

/** A bent line that begins beside the piece and ends short of its goal. */
function bent(place: XY, to: XY, bend: number, share: number): XY[] {
  const from = mixed(place, to, Math.min(0.3, PIECE_ROOM / (distance(place, to) || 1)));
  const end = mixed(place, to, share);
  const middle = mixed(from, end, 0.5);
  return smooth([from, [middle[0] - (end[1] - from[1]) * bend, middle[1] + (end[0] - from[0]) * bend], end], 10);
}

/** Away from the post, towards the middle of the camp. */
function leave(board: Board, id: string): void {
  const post = postOf(board, id);
  const home = board.marks.posts.find(({ hill, id: other }) => !hill && other !== id)?.place;
  if (post === undefined || home === undefined) return;
  const { pen, frame, theme } = board;
  const line = bent(frame.to(post.place), frame.to(mixed(post.place, home, Math.min(1, 500 / distance(post.place, home)))), 0.1, 1);
  trace(pen, line);
  cased(pen, casingOf(theme), theme.plan, 3, [3, 4]);
  arrowHead(pen, line, 9, 6);
  fill(pen, theme.plan);
}

/** The trench still to be dug: dots and a diamond at its end. */
function dig(board: Board, id: string): void {
  const { pen, frame, marks, theme } = board;
  const trench = marks.trenches.find(({ post }) => post === id);
  if (trench === undefined) return;
  const ahead = cutAt(trench.line.map((place) => frame.to(place)), trench.dug)[1];
  const [x, y] = pointAt(ahead.length > 0 ? ahead : [frame.to(pointAt(trench.line, trench.line.length - 1))], ahead.length - 1);
  if (ahead.length > 1) {
    trace(pen, ahead);
    pen.lineCap = 'round';
    ink(pen, theme.planCasing, 6);
    ink(pen, theme.plan, 2.6, [2.4, 4.4]);
    pen.lineCap = 'butt';
  }
  trace(pen, [[x, y - 5.4], [x + 5.4, y], [x, y + 5.4], [x - 5.4, y]], true);
  fill(pen, theme.name === 'day' ? '#e0a33a' : theme.plan);
  ink(pen, theme.name === 'day' ? '#22292c' : '#241a05', 1);
}

/** Two strokes over the post: an attack is broken off. */
function strike(board: Board, id: string): void {
  const post = postOf(board, id);
  if (post === undefined) return;
  const { pen, frame, theme } = board;
  const [x, y] = frame.to(post.place);
  for (const way of [-1, 1]) {
    trace(pen, [[x - 13, y - 13 * way], [x + 13, y + 13 * way]]);
    cased(pen, theme.planCasing, theme.plan, 3);
  }
}

function paintBadge(pen: Pen, theme: Theme, [x, y]: XY, { text, halfWidth, halfHeight }: Badge): void {
  pen.beginPath();
  pen.roundRect(x - halfWidth, y - halfHeight, 2 * halfWidth, 2 * halfHeight, halfHeight);
  fill(pen, theme.name === 'day' ? '#fbf5e4' : theme.firePlan);
  ink(pen, theme.name === 'day' ? theme.plan : '#1a1206', 1.4);
  pen.font = '700 12px "Archivo Narrow", sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = theme.name === 'day' ? '#22292c' : '#1a1206';
  pen.fillText(text, x, y + 0.5);
}
