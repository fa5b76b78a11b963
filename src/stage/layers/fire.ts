/** Fire as it flies: one arc for each battery and target, fading in from the gun. */
import { arcBetween, headingOnArc, onArc, type Arc } from '../geometry/arc.ts';
import type { XY } from '../geometry/lines.ts';
import { ink, trace, type Frame, type Pen } from '../pen.ts';
import type { Shot } from '../playback/telling.ts';
import type { Theme } from '../theme.ts';
import { withAlpha } from './posts.ts';

const PIECES = 28;
/** Width of an arc for one round and for `MANY`, pixels. */
const [THIN, THICK, MANY] = [1.1, 2.6, 160];

/** The arcs of one pulse. */
export function paintFire(pen: Pen, frame: Frame, shots: readonly Shot[], theme: Theme): void {
  pen.lineCap = 'butt';
  for (const shot of shots) paintArc(pen, frame, shot, theme);
}

function paintArc(pen: Pen, frame: Frame, { nation, from, to, rounds }: Shot, theme: Theme): void {
  const colour = theme.name === 'night' && nation === 'besieger' ? theme.firePlan : theme.nation[nation].line;
  const arc = arcBetween(frame.to(from), frame.to(to));
  trace(pen, [arc.from, arc.to]);
  ink(pen, withAlpha(colour, 0.22), 1, [1.5, 4]);
  const flight = Array.from({ length: PIECES + 1 }, (_, i) => onArc(arc, i / PIECES));
  const width = THIN + (THICK - THIN) * Math.min(1, rounds / MANY);
  trace(pen, flight);
  ink(pen, theme.name === 'day' ? 'rgba(252,246,230,0.55)' : 'rgba(6,11,18,0.5)', width + 1.8);
  pen.strokeStyle = faded(pen, arc, colour);
  pen.lineWidth = width;
  pen.stroke();
  for (const share of [0.42, 0.72]) paintMark(pen, onArc(arc, share), headingOnArc(arc, share), colour);
}

function faded(pen: Pen, { from, to }: Arc, colour: string): CanvasGradient {
  const gradient = pen.createLinearGradient(from[0], from[1], to[0], to[1]);
  gradient.addColorStop(0, withAlpha(colour, 0.15));
  gradient.addColorStop(0.55, withAlpha(colour, 0.75));
  gradient.addColorStop(1, colour);
  return gradient;
}

function paintMark(pen: Pen, [x, y]: XY, heading: number, colour: string): void {
  const turned = (dx: number, dy: number): XY => [
    x + dx * Math.cos(heading) - dy * Math.sin(heading),
    y + dx * Math.sin(heading) + dy * Math.cos(heading),
  ];
  trace(pen, [turned(-3.5, -3.4), turned(3, 0), turned(-3.5, 3.4)]);
  ink(pen, colour, 1.8);
}
