/**
 * The camera: which ground lies where on the screen.
 *
 * Metres east and north on the ground, CSS pixels from the top left of the stage on the screen. A camera is a value;
 * every move makes a new one. Panels cover the edges: what is framed is framed in the free window between them.
 */
import type { Place } from '../engine/index.ts';
import type { XY } from './geometry/lines.ts';

/** CSS pixels that panels cover along each edge. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** A rectangle of ground, metres. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface Camera {
  readonly width: number;
  readonly height: number;
  readonly insets: Insets;
  /** Pixels a kilometre. */
  readonly zoom: number;
  /** The ground in the middle of the free window. */
  readonly middle: Place;
  /** The sheet: bare table beside it is not shown while there is a choice. */
  readonly limits: Bounds;
}

/** The four steps of the zoom, pixels a kilometre. */
export const ZOOM_STEPS = [36, 82, 165, 330] as const;
const [CLOSEST, FARTHEST] = [420, 30];

/** The middle of the free window on the screen. */
export function windowMiddle({ width, height, insets }: Camera): XY {
  return [(insets.left + width - insets.right) / 2, (insets.top + height - insets.bottom) / 2];
}

/** Where a place lies on the screen. */
export function onScreen(camera: Camera, east: number, north: number): XY {
  const [x, y] = windowMiddle(camera);
  const scale = camera.zoom / 1000;
  return [x + (east - camera.middle.east) * scale, y - (north - camera.middle.north) * scale];
}

/** The place under a point of the screen. */
export function onGround(camera: Camera, [x, y]: XY): Place {
  const [midX, midY] = windowMiddle(camera);
  const scale = 1000 / camera.zoom;
  return { east: camera.middle.east + (x - midX) * scale, north: camera.middle.north - (y - midY) * scale };
}

/** The ground that the whole screen shows, panels and all. */
export function groundSeen(camera: Camera): Bounds {
  const topLeft = onGround(camera, [0, 0]);
  const bottomRight = onGround(camera, [camera.width, camera.height]);
  return { west: topLeft.east, north: topLeft.north, east: bottomRight.east, south: bottomRight.north };
}

/** The camera moved so many pixels: the ground follows the hand. */
export function panned(camera: Camera, dx: number, dy: number): Camera {
  const scale = 1000 / camera.zoom;
  return lookingAt(camera, { east: camera.middle.east - dx * scale, north: camera.middle.north + dy * scale });
}

/** The camera over another place; the screen stays on the sheet, or in its middle where the sheet is smaller. */
export function lookingAt(camera: Camera, middle: Place): Camera {
  const { limits, width, height, zoom } = camera;
  const [x, y] = windowMiddle(camera);
  const scale = 1000 / zoom;
  return {
    ...camera,
    middle: {
      east: held(middle.east, limits.west + x * scale, limits.east - (width - x) * scale),
      north: held(middle.north, limits.south + (height - y) * scale, limits.north - y * scale),
    },
  };
}

function held(value: number, low: number, high: number): number {
  return low > high ? (low + high) / 2 : within(value, low, high);
}

/** The camera zoomed to so many pixels a kilometre, keeping the ground under one point of the screen. */
export function zoomedAt(camera: Camera, zoom: number, anchor: XY = windowMiddle(camera)): Camera {
  const anchored = onGround(camera, anchor);
  const nearer = { ...camera, zoom: within(zoom, FARTHEST, CLOSEST) };
  const there = onGround(nearer, anchor);
  return lookingAt(nearer, {
    east: camera.middle.east + anchored.east - there.east,
    north: camera.middle.north + anchored.north - there.north,
  });
}

/** The next of the four steps in or out; beyond the last, the same. */
export function steppedZoom(zoom: number, by: 1 | -1): number {
  const further = by === 1 ? ZOOM_STEPS.find((step) => step > zoom * 1.02) : ZOOM_STEPS.findLast((step) => step < zoom * 0.98);
  return further ?? zoom;
}

/** The camera that frames a rectangle of ground in the free window with a margin of pixels. */
export function framing(camera: Camera, bounds: Bounds, margin: number): Camera {
  const { width, height, insets } = camera;
  const across = Math.max(60, width - insets.left - insets.right - 2 * margin);
  const down = Math.max(60, height - insets.top - insets.bottom - 2 * margin);
  const zoom = Math.min((across * 1000) / Math.max(1, bounds.east - bounds.west), (down * 1000) / Math.max(1, bounds.north - bounds.south));
  const middle = { east: (bounds.east + bounds.west) / 2, north: (bounds.north + bounds.south) / 2 };
  return lookingAt({ ...camera, zoom: within(zoom, FARTHEST, CLOSEST) }, middle);
}

/** The camera at the step of the zoom just below its own, where that is near: there the ground is sharpest. */
export function onStep(camera: Camera): Camera {
  const step = ZOOM_STEPS.findLast((one) => one <= camera.zoom);
  return step !== undefined && camera.zoom < step * 1.3 ? { ...camera, zoom: step } : camera;
}

/** The camera on a stage of another size; the middle of the free window stays. */
export function resized(camera: Camera, width: number, height: number): Camera {
  return { ...camera, width, height };
}

/** True where a place lies in the free window, at least `margin` pixels from its edge. */
export function isInWindow(camera: Camera, place: Place, margin: number): boolean {
  const [x, y] = onScreen(camera, place.east, place.north);
  const { width, height, insets } = camera;
  return x >= insets.left + margin && x <= width - insets.right - margin && y >= insets.top + margin && y <= height - insets.bottom - margin;
}

/** The smallest rectangle around places, widened by so many metres. */
export function boundsOf(places: readonly Place[], room: number): Bounds {
  const easts = places.map(({ east }) => east);
  const norths = places.map(({ north }) => north);
  return {
    west: Math.min(...easts) - room,
    east: Math.max(...easts) + room,
    south: Math.min(...norths) - room,
    north: Math.max(...norths) + room,
  };
}

/** The camera a share of the way from one to another, for a glide. */
export function glided(from: Camera, to: Camera, share: number): Camera {
  const zoom = from.zoom * (to.zoom / from.zoom) ** share;
  // Pixels, not metres, should pass evenly: the share of the way follows the change of scale.
  const way = from.zoom === to.zoom ? share : (1 / from.zoom - 1 / zoom) / (1 / from.zoom - 1 / to.zoom);
  return {
    ...to,
    zoom,
    middle: {
      east: from.middle.east + (to.middle.east - from.middle.east) * way,
      north: from.middle.north + (to.middle.north - from.middle.north) * way,
    },
  };
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
