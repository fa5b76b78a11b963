/** Loads that lie out, by whose ground they lie on, and those just gathered: four shapes that hold in grey. */
import type { LoadGround, Marks } from '../facts/marks.ts';
import type { Gathered } from '../playback/flights.ts';
import { fill, ink, trace, type Frame, type Pen } from '../pen.ts';
import type { Theme } from '../theme.ts';

/** Below this zoom loads are dots, pixels a kilometre. */
const SHAPES_FROM = 60;

/** Draws every load that lies out, then those that were gathered in the turn that is being told. */
export function paintLoads(pen: Pen, frame: Frame, { loads }: Marks, theme: Theme, gathered: readonly Gathered[]): void {
  pen.lineJoin = 'miter';
  const size = Math.max(0.7, frame.size);
  for (const { place, ground, bundles } of loads) {
    const [x, y] = frame.to(place);
    if (x < -20 || y < -20 || x > frame.width + 20 || y > frame.height + 20) continue;
    if (frame.pxPerKm < SHAPES_FROM) paintDot(pen, x, y, ground, theme);
    else paintLoad(pen, x, y, ground, theme, size * (bundles > 8 ? 1.15 : 0.9));
  }
  for (const { place, ground } of gathered) paintTick(pen, ...frame.to(place), ground, theme, size);
}

function paintDot(pen: Pen, x: number, y: number, ground: LoadGround, theme: Theme): void {
  pen.beginPath();
  pen.arc(x, y, 1.7, 0, 2 * Math.PI);
  ink(pen, theme.casing, 1.6);
  fill(pen, colourOf(ground, theme));
}

function paintLoad(pen: Pen, x: number, y: number, ground: LoadGround, theme: Theme, size: number): void {
  paintSilk(pen, x, y - 5 * size, size);
  const colour = colourOf(ground, theme);
  const [half, paper] = [4 * size, theme.name === 'day' ? '#fbf6e6' : '#16202b'];
  switch (ground) {
    case 'garrison':
      trace(pen, [[x - half, y - half], [x + half, y - half], [x + half, y + half], [x - half, y + half]], true);
      ink(pen, theme.casing, 3.4);
      fill(pen, paper);
      return ink(pen, colour, 1.6);
    case 'between':
      pen.beginPath();
      pen.arc(x, y, half, 0, 2 * Math.PI);
      ink(pen, theme.casing, 3.4);
      fill(pen, paper);
      ink(pen, colour, 1.6, [2.6, 1.6]);
      trace(pen, [[x, y - half * 0.5], [x, y + half * 0.5]]);
      return ink(pen, colour, 1.5);
    case 'besieger':
      diamond(pen, x, y, half * 1.25);
      ink(pen, theme.casing, 3.4);
      fill(pen, paper);
      ink(pen, colour, 1.6);
      trace(pen, [[x - half * 0.45, y - half * 0.45], [x + half * 0.45, y + half * 0.45]]);
      ink(pen, colour, 1.3);
      trace(pen, [[x - half * 0.45, y + half * 0.45], [x + half * 0.45, y - half * 0.45]]);
      return ink(pen, colour, 1.3);
  }
}

/** The canopy beside it, collapsed. */
function paintSilk(pen: Pen, x: number, y: number, size: number): void {
  pen.beginPath();
  pen.ellipse(x - 1, y, 6 * size, 2.6 * size, -0.2, 0, 2 * Math.PI);
  fill(pen, 'rgba(252,248,236,0.9)');
  ink(pen, 'rgba(60,56,44,0.7)', 0.8);
}

/** Brought in: a filled mark with a tick, by who did it. */
function paintTick(pen: Pen, x: number, y: number, ground: LoadGround, theme: Theme, size: number): void {
  const half = 5 * size;
  if (ground === 'garrison') trace(pen, [[x - half, y - half], [x + half, y - half], [x + half, y + half], [x - half, y + half]], true);
  else diamond(pen, x, y, half * 1.25);
  ink(pen, theme.casing, 3.4);
  fill(pen, colourOf(ground === 'between' ? 'besieger' : ground, theme));
  trace(pen, [[x - half * 0.5, y], [x - half * 0.1, y + half * 0.4], [x + half * 0.55, y - half * 0.45]]);
  ink(pen, theme.name === 'day' ? '#fffaf0' : '#0b1016', 1.8);
}

function diamond(pen: Pen, x: number, y: number, half: number): void {
  trace(pen, [[x, y - half], [x + half, y], [x, y + half], [x - half, y]], true);
}

function colourOf(ground: LoadGround, theme: Theme): string {
  return ground === 'between' ? theme.plan : theme.nation[ground].line;
}
