/** Hands on the map: drag, wheel, pinch and tap, by pointer events of the page. */
import type { XY } from './geometry/lines.ts';

/** What hands can do. */
export interface Hands {
  dragged(dx: number, dy: number): void;
  /** By a factor, around a point. */
  zoomed(factor: number, at: XY): void;
  tapped(at: XY, isTouch: boolean): void;
  pointed(at: XY): void;
  /** Nothing touches the map any more. */
  rested(): void;
}

/** Further than this a press is a drag, CSS pixels. */
const SLIP = 6;
const WHEEL_SPEED = 0.0016;

/** Listens on an element; the answer ends it. */
export function listenToHands(element: HTMLElement, hands: Hands): () => void {
  const down = new Map<number, XY>();
  let travelled = 0;
  const at = (event: MouseEvent): XY => {
    const { left, top } = element.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const press = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    down.set(event.pointerId, at(event));
    if (down.size === 1) travelled = 0;
    element.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    const before = down.get(event.pointerId);
    const now = at(event);
    if (before === undefined) return hands.pointed(now);
    const [dx, dy] = [now[0] - before[0], now[1] - before[1]];
    travelled += Math.hypot(dx, dy);
    if (down.size === 1 && travelled > SLIP) hands.dragged(dx, dy);
    if (down.size === 2) pinch(hands, [...down].find(([id]) => id !== event.pointerId)?.[1] ?? now, before, now);
    down.set(event.pointerId, now);
  };
  const lift = (event: PointerEvent): void => {
    if (!down.delete(event.pointerId)) return;
    if (event.type === 'pointerup' && travelled <= SLIP && down.size === 0) hands.tapped(at(event), event.pointerType === 'touch');
    if (down.size === 0) hands.rested();
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
    hands.zoomed(Math.exp(-Math.max(-240, Math.min(240, event.deltaY * lines)) * WHEEL_SPEED), at(event));
    hands.rested();
  };
  element.addEventListener('pointerdown', press);
  element.addEventListener('pointermove', move);
  element.addEventListener('pointerup', lift);
  element.addEventListener('pointercancel', lift);
  element.addEventListener('wheel', wheel, { passive: false });
  return () => {
    element.removeEventListener('pointerdown', press);
    element.removeEventListener('pointermove', move);
    element.removeEventListener('pointerup', lift);
    element.removeEventListener('pointercancel', lift);
    element.removeEventListener('wheel', wheel);
  };
}

/** Two fingers: the ground follows both. */
function pinch(hands: Hands, still: XY, before: XY, now: XY): void {
  const [was, is] = [Math.hypot(before[0] - still[0], before[1] - still[1]), Math.hypot(now[0] - still[0], now[1] - still[1])];
  const middle: XY = [(now[0] + still[0]) / 2, (now[1] + still[1]) / 2];
  if (was > 8 && is > 8) hands.zoomed(is / was, middle);
  hands.dragged((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
}
