/** Strokes of the pen: paths through points, cased lines, hatching. Everything in CSS pixels of the sheet. */
import { pointAt, type XY } from './geometry/lines.ts';

/** What ink is drawn with: a canvas of the page. */
export type Pen = CanvasRenderingContext2D;

/** How ground lies on the sheet that is being drawn. */
export interface Frame {
  /** The point of the sheet over a place, metres east and north. */
  to(place: XY): XY;
  /** The point of the sheet under a point of the screen. */
  under(point: XY): XY;
  readonly pxPerKm: number;
  /** How large marks of a fixed size are drawn: 1 at 165 pixels a kilometre. */
  readonly size: number;
  /** True where wire, bunkers and craters can be told apart. */
  readonly fine: boolean;
  readonly width: number;
  readonly height: number;
}

/** Begins a path through points. */
export function trace(pen: Pen, points: readonly XY[], closed: boolean = false): void {
  pen.beginPath();
  addTo(pen, points, closed);
}

/** Adds a line to the path. */
export function addTo(pen: Pen, points: readonly XY[], closed: boolean = false): void {
  points.forEach(([x, y], i) => {
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  if (closed) pen.closePath();
}

/** Strokes the path. */
export function ink(pen: Pen, colour: string, width: number, dash: readonly number[] = []): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.setLineDash([...dash]);
  pen.stroke();
}

/** Strokes the path over its casing: without one, a line is lost on forest. */
export function cased(pen: Pen, casing: string, colour: string, width: number, dash: readonly number[] = []): void {
  ink(pen, casing, width + 2.4);
  ink(pen, colour, width, dash);
}

/** Fills the path. */
export function fill(pen: Pen, colour: string): void {
  pen.fillStyle = colour;
  pen.fill();
}

/** Hatches a ring with lines at 45 degrees: `1` rises to the right, `-1` falls. */
export function hatch(pen: Pen, ring: readonly XY[], slope: 1 | -1, colour: string, gap: number, width: number): void {
  if (ring.length < 3) return;
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const height = bottom - top;
  pen.save();
  trace(pen, ring, true);
  pen.clip();
  pen.beginPath();
  // Lines start at multiples of the gap, so that the hatching of neighbours runs on.
  for (let x = Math.floor((left - height) / gap) * gap; x < right + height; x += gap) {
    pen.moveTo(x, slope === 1 ? bottom : top);
    pen.lineTo(x + height, slope === 1 ? top : bottom);
  }
  ink(pen, colour, width);
  pen.restore();
}

/** Small crosses at points: wire. */
export function crosses(pen: Pen, points: readonly XY[], half: number): void {
  pen.beginPath();
  for (const [x, y] of points) {
    pen.moveTo(x - half, y - half);
    pen.lineTo(x + half, y + half);
    pen.moveTo(x - half, y + half);
    pen.lineTo(x + half, y - half);
  }
}

/** An arrow head at the end of a line, filled. */
export function arrowHead(pen: Pen, line: readonly XY[], length: number, half: number): void {
  const [x, y] = pointAt(line, line.length - 1);
  const [bx, by] = pointAt(line, line.length - 3);
  const way = Math.hypot(x - bx, y - by) || 1;
  const [ux, uy] = [(x - bx) / way, (y - by) / way];
  const back: XY = [x - ux * length, y - uy * length];
  pen.beginPath();
  pen.moveTo(x + ux * length * 0.4, y + uy * length * 0.4);
  pen.lineTo(back[0] - uy * half, back[1] + ux * half);
  pen.lineTo(back[0] + ux * length * 0.4, back[1] + uy * length * 0.4);
  pen.lineTo(back[0] + uy * half, back[1] - ux * half);
  pen.closePath();
}
