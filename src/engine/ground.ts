/** The ground as men meet it: ways, water, and what lies around a hex. */
import { hexOf, neighboursOf } from './hex.ts';
import { metresBetween } from './numbers.ts';
import type { MapFacts, Place, Point } from './scenario.ts';

/** Hexes, true where something runs through them. */
export interface Ways {
  readonly road: readonly boolean[];
  readonly river: readonly boolean[];
  readonly bridge: readonly boolean[];
}

/** Walks every line of the map over the hexes it crosses. */
export function waysOf(map: MapFacts): Ways {
  const none = map.heights.map(() => false);
  const road = none.slice();
  const river = none.slice();
  const bridge = none.slice();
  for (const { points } of map.roads) markLine(map, road, points);
  markLine(map, river, map.river.points);
  for (const place of map.river.bridges) bridge[hexOf(map.grid, place)] = true;
  return { road, river, bridge };
}

function markLine(map: MapFacts, marks: boolean[], points: readonly Point[]): void {
  let before: Point | null = null;
  for (const point of points) {
    if (before !== null) for (const place of stepsAlong(before, point)) if (onMap(map, place)) marks[hexOf(map.grid, place)] = true;
    before = point;
  }
}

/** Places every 50 m or so between two points, both ends included. */
function stepsAlong(from: Point, to: Point): Place[] {
  const length = metresBetween({ east: from[0], north: from[1] }, { east: to[0], north: to[1] });
  const steps = Math.max(1, Math.ceil(length / 50));
  const places: Place[] = [];
  for (let step = 0; step <= steps; step += 1) {
    places.push({
      east: from[0] + Math.floor(((to[0] - from[0]) * step) / steps),
      north: from[1] + Math.floor(((to[1] - from[1]) * step) / steps),
    });
  }
  return places;
}

function onMap({ grid }: MapFacts, place: Place): boolean {
  const east = place.east - grid.eastOfFirst;
  const north = place.north - grid.northOfFirst;
  return east >= -grid.stepMetres && east <= grid.cols * grid.stepMetres && north >= -grid.rowMetres && north <= grid.rows * grid.rowMetres;
}

/** Heights of the hexes around one. */
export function edgesOf(map: MapFacts, hex: number): number[] {
  return neighboursOf(map.grid, hex).map((next) => map.heights[next] ?? 0);
}
