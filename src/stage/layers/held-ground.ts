/** The ground that the garrison holds: a pale tint and the crenellated line around it. */
import type { Marks } from '../facts/marks.ts';
import { crenels } from '../geometry/crenels.ts';
import { pointAt, smoothRing } from '../geometry/lines.ts';
import { cased, fill, trace, type Frame, type Pen } from '../pen.ts';
import type { Theme } from '../theme.ts';

/** Below this the line would hide the posts, pixels a kilometre. */
const LINE_FROM = 52;
const [STEP, DEPTH] = [5.4, 3];

/** Tints held ground and draws its ring, teeth outward. */
export function paintHeldGround(pen: Pen, frame: Frame, { held }: Marks, theme: Theme): void {
  const { ground, line } = theme.nation.garrison;
  for (const ring of held) {
    const curve = smoothRing(thinned(ring), 4).map((place) => frame.to(place));
    trace(pen, curve, true);
    fill(pen, ground);
    if (frame.pxPerKm < LINE_FROM) continue;
    // The ring runs counter-clockwise on the ground, hence clockwise on the sheet: outward is to its left.
    trace(pen, crenels([...curve, pointAt(curve, 0)], 1, STEP, DEPTH));
    pen.lineJoin = 'miter';
    cased(pen, theme.casing, line, 1.3);
  }
}

/** Every third point of the raster's ring: the rest is steps. */
function thinned<Point>(ring: readonly Point[]): Point[] {
  return ring.filter((_, i) => i % 3 === 0);
}
