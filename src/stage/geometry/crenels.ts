/** Crenels: the toothed line of a fire trench. The step is fixed on the screen, so teeth look the same at each zoom. */
import { pointAt, walk, type XY } from './lines.ts';

/** On which side of the walking direction the teeth stand, y pointing down: 1 right, -1 left. */
export type TeethSide = 1 | -1;

/** Pixels from tooth to gap. */
export const TOOTH_STEP = 5.2;
/** Pixels that a tooth stands out. */
export const TOOTH_DEPTH = 4;

/** A square wave along the line: offset 0 and `depth` in turn, joined by straight strokes. */
export function crenels(line: readonly XY[], side: TeethSide, step: number = TOOTH_STEP, depth: number = TOOTH_DEPTH): XY[] {
  const posts = walk(line, step);
  const teeth: XY[] = [];
  posts.forEach((post, i) => {
    const out = awayFrom(pointAt(posts, i - 1), pointAt(posts, i + 1), side * depth);
    const near: XY = post;
    const far: XY = [post[0] + out[0], post[1] + out[1]];
    const isTooth = i % 2 === 1;
    teeth.push(isTooth ? far : near);
    if (i < posts.length - 1) teeth.push(isTooth ? near : far);
  });
  return teeth;
}

function awayFrom(before: XY, after: XY, depth: number): XY {
  const length = Math.hypot(after[0] - before[0], after[1] - before[1]) || 1;
  return [(-(after[1] - before[1]) / length) * depth, ((after[0] - before[0]) / length) * depth];
}

/** The side of a line on which a point lies, y pointing down; on the line itself, the right. */
export function sideTowards(line: readonly XY[], target: XY): TeethSide {
  const middle = Math.floor((line.length - 1) / 2);
  const [a, b] = [pointAt(line, middle), pointAt(line, middle + 1)];
  return (b[0] - a[0]) * (target[1] - a[1]) - (b[1] - a[1]) * (target[0] - a[0]) >= 0 ? 1 : -1;
}
