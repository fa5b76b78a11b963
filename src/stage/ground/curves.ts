/** Smooth lines through the points of a map file. Everything is in metres. */
import type { GroundWindow, Line } from './ground-map.ts';
import { catmullRom } from './height-field.ts';

/** A line through the same points with `pieces` short strokes between each two. */
export function smoothed(line: Line, pieces: number): [number, number][] {
  const result: [number, number][] = [];
  for (let i = 0; i < line.length - 1; i++) {
    const four = [line[i - 1] ?? line[i], line[i], line[i + 1], line[i + 2] ?? line[i + 1]];
    for (let piece = 0; piece < pieces; piece++) {
      const weights = catmullRom(piece / pieces);
      const sum = (axis: 0 | 1): number => four.reduce((total, point, tap) => total + (point?.[axis] ?? 0) * (weights[tap] ?? 0), 0);
      result.push([sum(0), sum(1)]);
    }
  }
  const last = line.at(-1);
  if (last) result.push([last[0], last[1]]);
  return result;
}

/** A smoothed river course with small bends that a map file does not carry; its ends stay where they are. */
export function meandering(line: Line): [number, number][] {
  const course = smoothed(line, 24);
  return course.map(([east, north], i) => {
    const [e, n] = [east / 1000, north / 1000];
    const swing = Math.min(1, Math.min(i, course.length - 1 - i) / 14);
    const wide = 26 * Math.sin(n * 11 + e * 3 + 1.7 * Math.sin(n * 2.3));
    return [east + swing * (wide + 14 * Math.sin(n * 23 + e * 7)), north + swing * 26 * Math.sin(e * 15 + n * 3)];
  });
}

/** A smoothed brook: narrower bends than a river's. */
export function winding(line: Line): [number, number][] {
  return smoothed(line, 20).map(([east, north]) => [east + 20 * Math.sin((north * 22) / 1000), north + 20 * Math.sin((east * 19) / 1000)]);
}

/** Rivers and roads that end this close to the edge of the field of play, or past it, go on, metres. */
const NEAR_EDGE = 2700;
const FAR = 3000;

/** A line whose ends run on to the edge of the sheet where the field of play, not the thing itself, ends. */
export function runOn(line: Line, sheet: GroundWindow): Line {
  const [first, second] = line;
  const [last, beforeLast] = [line.at(-1), line.at(-2)];
  const before = first && second && isNearEdge(first, sheet) ? [beyond(second, first)] : [];
  const after = last && beforeLast && isNearEdge(last, sheet) ? [beyond(beforeLast, last)] : [];
  return [...before, ...line, ...after];
}

/** Distance from a point to the nearest point of a line, metres; good for lines with short strokes. */
export function nearestOn(line: Line, east: number, north: number): { index: number; metres: number } {
  let best = { index: 0, metres: Infinity };
  line.forEach(([e, n], index) => {
    const metres = Math.hypot(e - east, n - north);
    if (metres < best.metres) best = { index, metres };
  });
  return best;
}

function isNearEdge([east, north]: readonly [number, number], sheet: GroundWindow): boolean {
  return Math.min(east - sheet.east0, sheet.east1 - east, north - sheet.north0, sheet.north1 - north) < NEAR_EDGE;
}

function beyond(from: readonly [number, number], to: readonly [number, number]): [number, number] {
  const share = FAR / Math.hypot(to[0] - from[0], to[1] - from[1]);
  return [to[0] + (to[0] - from[0]) * share, to[1] + (to[1] - from[1]) * share];
}
