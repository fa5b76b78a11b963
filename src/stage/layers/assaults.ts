/** Attacks under way as thick arrows, and men on the march as a dotted way with a head. */
import type { AssaultMark, MarchMark, Marks } from '../facts/marks.ts';
import { cutAt, mixed, smooth, type XY } from '../geometry/lines.ts';
import { arrowHead, fill, ink, trace, type Frame, type Pen } from '../pen.ts';
import type { Theme } from '../theme.ts';

/** How far each arrow has grown, 0-1, by the id of its assault; those not named are full. */
export type Growth = ReadonlyMap<string, number>;

/** The arrows of every assault and march. */
export function paintAssaults(pen: Pen, frame: Frame, { assaults, marches }: Marks, theme: Theme, growth: Growth): void {
  pen.lineJoin = 'round';
  for (const march of marches) paintMarch(pen, frame, march, theme);
  for (const assault of assaults) paintAssault(pen, frame, assault, theme, growth.get(assault.id) ?? 1);
}

function paintAssault(pen: Pen, frame: Frame, { nation, to, lead, echelon }: AssaultMark, theme: Theme, grown: number): void {
  const colour = theme.nation[nation].line;
  for (const from of echelon) paintThick(pen, arrowLine(frame, from, to, 0.5), colour, theme, 5, grown);
  for (const from of lead) paintThick(pen, arrowLine(frame, from, to, 0.72), colour, theme, 8.5, grown);
}

/** From the start towards the post, a little bent, ended at a share of the way so that the post stays in sight. */
function arrowLine(frame: Frame, from: XY, to: XY, share: number): XY[] {
  const [a, b] = [frame.to(from), frame.to(to)];
  const end = mixed(a, b, share);
  const middle = mixed(a, end, 0.5);
  const bend = 0.1;
  return smooth([a, [middle[0] + (end[1] - a[1]) * bend, middle[1] - (end[0] - a[0]) * bend], end], 10);
}

function paintThick(pen: Pen, whole: readonly XY[], colour: string, theme: Theme, width: number, grown: number): void {
  const line = cutAt(whole, Math.max(0.06, grown))[0];
  if (line.length < 4) return;
  const casing = theme.name === 'day' ? 'rgba(251,244,224,0.9)' : 'rgba(18,6,10,0.6)';
  trace(pen, line);
  ink(pen, casing, width + 4);
  ink(pen, colour, width, [16, 3]);
  arrowHead(pen, line, width * 1.5, width * 1.25);
  ink(pen, casing, 3);
  fill(pen, colour);
}

function paintMarch(pen: Pen, frame: Frame, { nation, line, purpose }: MarchMark, theme: Theme): void {
  const curve = smooth(line.map((place) => frame.to(place)), 5);
  if (curve.length < 4) return;
  const colour = theme.nation[nation].line;
  trace(pen, curve);
  ink(pen, theme.casing, 6);
  ink(pen, colour, purpose === 'counter-attack' ? 3.4 : 2.2, purpose === 'withdraw' ? [2, 4] : [8, 4]);
  arrowHead(pen, curve, 8, 6);
  ink(pen, theme.casing, 2);
  fill(pen, colour);
}
