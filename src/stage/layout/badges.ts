/** Where the numbers of a plan's orders stand: one badge a target, however many orders aim at it. */
import type { Order } from '../../engine/index.ts';
import { onScreen, type Camera } from '../camera.ts';
import type { Marks } from '../facts/marks.ts';
import { pointAt, type XY } from '../geometry/lines.ts';
import type { Box } from './crowding.ts';

/** The numbers of the orders that aim at one thing. */
export interface Badge extends Box {
  readonly text: string;
}

const HALF = 8.6;
const HALF_LETTER = 3.4;

/** Badges for a plan on the screen. */
export function badgesOn(marks: Marks, orders: readonly Order[], camera: Camera): Badge[] {
  const places = new Map<string, { at: XY; numbers: number[] }>();
  orders.forEach((order, i) => {
    const key = targetOf(order);
    const at = places.get(key)?.at ?? placeOf(order, marks, camera);
    if (at !== null) places.set(key, { at, numbers: [...(places.get(key)?.numbers ?? []), i + 1] });
  });
  return [...places.values()].map(({ at: [x, y], numbers }) => {
    const text = numbersAsText(numbers);
    return { x, y, text, halfHeight: HALF, halfWidth: Math.max(HALF, text.length * HALF_LETTER + 4) };
  });
}

/** The first number and how many more. */
export function numbersAsText(numbers: readonly number[]): string {
  const [first = 0] = numbers;
  return numbers.length < 2 ? String(first) : `${String(first)} +${String(numbers.length - 1)}`;
}

function targetOf(order: Order): string {
  switch (order.kind) {
    case 'bombard': return order.target.id;
    case 'counter-battery': return order.fix;
    case 'reinforce':
    case 'counter-attack':
    case 'convoy': return `${order.unit} ${order.post}`;
    case 'dig': return `dig ${order.post}`;
    case 'protect':
    case 'give-up':
    case 'assault':
    case 'break-off':
    case 'encircle':
    case 'mine':
    case 'snipe':
    case 'close-up': return order.post;
    case 'raid': return order.approach;
    case 'strike': return 'id' in order.target ? order.target.id : order.target.kind;
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
    case 'surrender': return order.kind;
  }
}

function placeOf(order: Order, marks: Marks, camera: Camera): XY | null {
  switch (order.kind) {
    case 'bombard': return order.target.kind === 'post' ? atPost(order.target.id, marks, camera) : atHead(order.target.id, marks, camera);
    case 'counter-battery': {
      const fix = marks.fixes.find(({ id }) => id === order.fix);
      return fix === undefined ? null : aside(onScreen(camera, ...fix.place), -14, 14);
    }
    case 'reinforce':
    case 'counter-attack':
    case 'convoy': return onTheWay(order.unit, order.post, marks, camera);
    case 'dig': {
      const trench = marks.trenches.find(({ post }) => post === order.post);
      return trench === undefined ? atPost(order.post, marks, camera) : aside(onScreen(camera, ...pointAt(trench.line, trench.line.length - 1)), 12, 8);
    }
    case 'protect':
    case 'give-up':
    case 'assault':
    case 'break-off':
    case 'encircle':
    case 'mine':
    case 'snipe':
    case 'close-up': return atPost(order.post, marks, camera);
    case 'raid': return atHead(order.approach, marks, camera);
    case 'strike': return order.target.kind === 'approach' ? atHead(order.target.id, marks, camera) : null;
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
    case 'surrender': return null;
  }
}

function aside([x, y]: XY, dx: number, dy: number): XY {
  return [x + dx, y + dy];
}

/** At the lower left of the outline. */
function atPost(id: string, marks: Marks, camera: Camera): XY | null {
  const post = marks.posts.find((one) => one.id === id);
  if (post === undefined) return null;
  const ring = post.outline.map((place) => onScreen(camera, ...place));
  return [Math.min(...ring.map(([x]) => x)) - 7, Math.max(...ring.map(([, y]) => y)) - 2];
}

function atHead(id: string, marks: Marks, camera: Camera): XY | null {
  const trench = marks.trenches.find((one) => one.id === id);
  if (trench === undefined) return null;
  return aside(onScreen(camera, ...pointAt(trench.line, Math.round((trench.line.length - 1) * trench.dug))), -13, 13);
}

/** A third of the way, where arrows to one goal still lie apart. */
function onTheWay(unit: string, post: string, marks: Marks, camera: Camera): XY | null {
  const from = marks.counters.find(({ ids }) => ids.includes(unit))?.place;
  const to = marks.posts.find(({ id }) => id === post)?.place;
  if (from === undefined || to === undefined) return null;
  const [[ax, ay], [bx, by]] = [onScreen(camera, ...from), onScreen(camera, ...to)];
  return [ax + (bx - ax) * 0.4 - (by - ay) * 0.085, ay + (by - ay) * 0.4 + (bx - ax) * 0.085];
}
