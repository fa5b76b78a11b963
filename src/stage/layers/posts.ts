/** Fortified posts by state; pattern names the state, so that it holds in grey too. */
import type { Marks, PostMark } from '../facts/marks.ts';
import { pointAt, walk, type XY } from '../geometry/lines.ts';
import { lodged, scaled, WIRE_AT } from '../geometry/outline.ts';
import { scatterOf, seedOf } from '../geometry/seeded.ts';
import { crosses, fill, hatch, ink, trace, type Frame, type Pen } from '../pen.ts';
import type { NationInk, Theme } from '../theme.ts';

/** Draws every post. */
export function paintPosts(pen: Pen, frame: Frame, { posts }: Marks, theme: Theme): void {
  pen.lineJoin = 'round';
  for (const post of posts) paintPost(pen, frame, post, theme);
}

function paintPost(pen: Pen, frame: Frame, post: PostMark, theme: Theme): void {
  const ring = post.outline.map((place) => frame.to(place));
  const centre = frame.to(post.place);
  if (!isNear(frame, centre)) return;
  const nation = theme.nation[post.look === 'fallen' ? 'besieger' : 'garrison'];
  if (frame.fine && post.look !== 'fallen' && post.look !== 'empty') paintWire(pen, frame, post, ring, centre, nation);
  trace(pen, ring, true);
  fill(pen, theme.casing);
  ink(pen, theme.casing, 4 * frame.size);
  paintBody(pen, frame, post, ring, nation, theme);
  if (post.look !== 'fallen' && post.look !== 'empty') {
    if (frame.pxPerKm >= 60) paintInside(pen, frame, ring, centre, nation);
    paintLodgement(pen, frame, post, ring, theme);
    if (post.isCutOff) paintCut(pen, frame, ring, centre, theme);
  }
}

function isNear({ width, height }: Frame, [x, y]: XY): boolean {
  return x > -80 && y > -80 && x < width + 80 && y < height + 80;
}

function paintBody(pen: Pen, { size }: Frame, { look, age }: PostMark, ring: readonly XY[], nation: NationInk, theme: Theme): void {
  switch (look) {
    case 'intact':
      trace(pen, ring, true);
      fill(pen, nation.fill);
      return ink(pen, nation.line, 2.1 * size, age > 1 ? [5, 3] : []);
    case 'damaged':
    case 'contested':
      trace(pen, ring, true);
      fill(pen, nation.wash);
      hatch(pen, ring, -1, withAlpha(nation.line, 0.7), 5 * size, 1.1);
      trace(pen, ring, true);
      return ink(pen, nation.line, 2.1 * size, [9 * size, 2.6 * size]);
    case 'fallen':
      trace(pen, ring, true);
      fill(pen, nation.wash);
      hatch(pen, ring, 1, nation.line, 6 * size, 1.7 * size);
      trace(pen, ring, true);
      return ink(pen, nation.line, 1.6 * size, [5 * size, 2.4 * size]);
    case 'empty':
      trace(pen, ring, true);
      return ink(pen, theme.inkTwo, 1.2 * size, [2, 3]);
  }
}

/** Crosses around the post; where the wire is shot away they are missing. */
function paintWire(pen: Pen, frame: Frame, post: PostMark, ring: readonly XY[], centre: XY, nation: NationInk): void {
  const outer = scaled(ring, centre, WIRE_AT);
  const scatter = scatterOf(seedOf(`${post.id} wire`));
  const standing = walk([...outer, pointAt(outer, 0)], 6.2 * frame.size).filter(() => scatter() * 1000 < post.wire);
  crosses(pen, standing, 1.5 * frame.size);
  ink(pen, withAlpha(nation.line, 0.6), 0.8 * frame.size);
}

/** The fire trench along the inside, and the bunkers at every third corner. */
function paintInside(pen: Pen, { size, fine }: Frame, ring: readonly XY[], centre: XY, nation: NationInk): void {
  trace(pen, scaled(ring, centre, 0.72), true);
  ink(pen, withAlpha(nation.deep, 0.75), 0.9 * size, [2.6 * size, 1.8 * size]);
  if (!fine) return;
  const half = 1.5 * size;
  pen.fillStyle = nation.deep;
  for (const [x, y] of scaled(ring, centre, 0.8).filter((_, i) => i % 3 === 0)) pen.fillRect(x - half, y - half, 2 * half, 2 * half);
}

/** What the attacker has of the post: his stripes, from the side he came from. */
function paintLodgement(pen: Pen, frame: Frame, post: PostMark, ring: readonly XY[], theme: Theme): void {
  if (post.lodgement <= 0) return;
  const part = lodged(ring, frame.to(post.place), frame.to(post.attackedFrom), post.lodgement);
  const nation = theme.nation.besieger;
  trace(pen, part, true);
  fill(pen, theme.casing);
  fill(pen, nation.wash);
  hatch(pen, part, 1, nation.line, 5 * frame.size, 1.6 * frame.size);
  trace(pen, part, true);
  ink(pen, nation.line, 1.8 * frame.size);
}

function paintCut(pen: Pen, { size }: Frame, ring: readonly XY[], centre: XY, theme: Theme): void {
  trace(pen, scaled(ring, centre, 1.5), true);
  ink(pen, theme.casing, 4.4 * size);
  ink(pen, theme.cutOff, 2.2 * size, [6 * size, 4 * size]);
}

/** A colour of the theme, `#rrggbb`, with an alpha. */
export function withAlpha(colour: string, alpha: number): string {
  const part = (from: number): string => String(parseInt(colour.slice(from, from + 2), 16));
  return `rgba(${part(1)},${part(3)},${part(5)},${String(alpha)})`;
}
