/** Craters where shells really fell: as many as their number tells, always in the same places. */
import type { CraterMark, Marks } from '../facts/marks.ts';
import type { XY } from '../geometry/lines.ts';
import { scatterOf } from '../geometry/seeded.ts';
import type { Frame, Pen } from '../pen.ts';
import type { Theme } from '../theme.ts';

/** One crater stands for so many shells, and no hex shows more than `MOST`. */
const [SHELLS_EACH, MOST] = [5, 110];
const REACH = 190;

/** Draws the craters of every hex; none where they could not be told apart. */
export function paintCraters(pen: Pen, frame: Frame, { craters }: Marks, theme: Theme): void {
  if (!frame.fine) return;
  const dark = theme.name === 'day' ? 'rgba(74,56,40,0.42)' : 'rgba(4,8,14,0.5)';
  const light = theme.name === 'day' ? 'rgba(255,244,214,0.5)' : 'rgba(150,170,190,0.22)';
  const pits = craters.flatMap((crater) => pitsOf(crater, frame));
  paintDiscs(pen, pits, dark, 0, 1);
  paintDiscs(pen, pits, light, 0.45, 0.6);
}

interface Pit {
  readonly at: XY;
  readonly radius: number;
}

function pitsOf({ hex, place, shells }: CraterMark, frame: Frame): Pit[] {
  const scatter = scatterOf(hex + 1954);
  const count = Math.min(MOST, Math.ceil(shells / SHELLS_EACH));
  const spread = (): number => (scatter() + scatter() + scatter() - 1.5) * REACH;
  return Array.from({ length: count }, () => ({
    at: frame.to([place[0] + spread(), place[1] + spread()]),
    radius: (0.8 + scatter() * 1.6) * Math.max(0.8, frame.size),
  }));
}

function paintDiscs(pen: Pen, pits: readonly Pit[], colour: string, aside: number, share: number): void {
  pen.beginPath();
  for (const { at: [x, y], radius } of pits) {
    const [cx, cy] = [x + radius * aside, y + radius * aside];
    pen.moveTo(cx + radius * share, cy);
    pen.arc(cx, cy, radius * share, 0, 2 * Math.PI);
  }
  pen.fillStyle = colour;
  pen.fill();
}
