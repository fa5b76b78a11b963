/** Water, roads, airstrips, bridges and villages, drawn over the painted paper in metres of ground. */
import { meandering, nearestOn, runOn, smoothed, winding } from './curves.ts';
import { sheetWindow, type GroundMap, type Line } from './ground-map.ts';
import type { TileFrame } from './tile-frame.ts';
import { chanceAt } from './value-noise.ts';

/** A canvas to draw on, on screen or off. */
export type Pen = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/** The lines of a map, smoothed once for all tiles. */
export interface DrawnLines {
  readonly river: Line;
  readonly streams: readonly Line[];
  readonly roads: readonly { readonly kind: 'road' | 'lane' | 'track' | 'footpath'; readonly line: Line }[];
}

/** A track shorter than this is drawn as a cased lane: dashes would not read on it. */
const LANE_METRES = 1000;
/** A planked strip is longer than this, an earth one shorter. */
const PLANKED_METRES = 1000;

type Bridge = GroundMap['river']['bridges'][number];

const DAY_BRIDGE = { rail: '#3a3128', deck: '#efe0bd' };
const MOONLIT_BRIDGE = { rail: '#0b1119', deck: '#7d8a8c' };

/** Smooths rivers and roads for drawing and lets them run to the edge of the sheet. */
export function linesOf(map: GroundMap): DrawnLines {
  const sheet = sheetWindow(map);
  return {
    river: meandering(runOn(map.river.points, sheet)),
    streams: map.river.streams.map(({ points }) => winding(points)),
    roads: map.roads.map(({ kind, points }) => {
      const line = smoothed(runOn(points, sheet), 16);
      return { kind: kind === 'track' && lengthOf(line) < LANE_METRES ? 'lane' : kind, line };
    }),
  };
}

/** Draws everything that lies on the ground of a tile. */
export function drawGround(pen: Pen, tile: TileFrame, map: GroundMap, lines: DrawnLines, flood: number): void {
  const scale = (tile.pxPerMetre * 1000) / 165;
  drawWater(pen, tile, lines, flood, scale);
  for (const road of lines.roads) drawCasing(pen, tile, road, scale);
  for (const road of lines.roads) drawRoad(pen, tile, road, scale);
  for (const strip of map.strips) drawStrip(pen, tile, strip, scale);
  for (const bridge of map.river.bridges) drawBridge(pen, tile, bridge, lines, scale);
  for (const village of map.villages) drawVillage(pen, tile, village, scale);
}

/** Draws the river, streams and, when it is over its banks, the flooded band. */
export function drawWater(pen: Pen, tile: TileFrame, { river, streams }: DrawnLines, flood: number, scale: number): void {
  for (const stream of streams) {
    stroke(pen, tile, stream, 3 * scale, 'rgba(92,128,138,.75)');
    stroke(pen, tile, stream, 1.6 * scale, '#a9c8c9');
  }
  if (flood > 0) stroke(pen, tile, river, (11 + 10 * flood) * scale, 'rgba(150,176,170,.5)');
  stroke(pen, tile, river, 8.6 * scale, 'rgba(66,104,118,.9)');
  stroke(pen, tile, river, 6.8 * scale, '#9fc3c8');
  stroke(pen, tile, river, 3 * scale, 'rgba(196,222,220,.75)');
}

/** Draws water and the main road again as the moon shows them, over a sheet already turned to night. */
export function drawMoonlight(pen: Pen, tile: TileFrame, map: GroundMap, lines: DrawnLines, flood: number): void {
  const { river, streams, roads } = lines;
  const scale = (tile.pxPerMetre * 1000) / 165;
  for (const road of roads) if (road.kind === 'road') stroke(pen, tile, road.line, 1.8 * scale, 'rgba(196,160,124,.34)');
  for (const stream of streams) stroke(pen, tile, stream, 1.3 * scale, 'rgba(141,185,204,.42)');
  stroke(pen, tile, river, (8.8 + 10 * flood) * scale, 'rgba(8,16,26,.55)');
  stroke(pen, tile, river, (3.6 + 5 * flood) * scale, 'rgba(141,185,204,.62)');
  for (const bridge of map.river.bridges) drawBridge(pen, tile, bridge, lines, scale, MOONLIT_BRIDGE);
}

function drawCasing(pen: Pen, tile: TileFrame, { kind, line }: DrawnLines['roads'][number], scale: number): void {
  if (kind === 'road') stroke(pen, tile, line, 4.6 * scale, 'rgba(74,48,30,.9)');
  if (kind === 'lane') stroke(pen, tile, line, 3.6 * scale, 'rgba(74,48,30,.9)');
}

function drawRoad(pen: Pen, tile: TileFrame, { kind, line }: DrawnLines['roads'][number], scale: number): void {
  switch (kind) {
    case 'road':
      return stroke(pen, tile, line, 2.9 * scale, '#d98f5c');
    case 'lane':
      return stroke(pen, tile, line, 2 * scale, '#efe0bd');
    case 'track':
      return stroke(pen, tile, line, 1.7 * scale, 'rgba(84,54,34,.95)', [7 * scale, 4 * scale]);
    case 'footpath':
      return stroke(pen, tile, line, 1.3 * scale, 'rgba(84,54,34,.9)', [3 * scale, 3 * scale]);
  }
}

function drawStrip(pen: Pen, tile: TileFrame, strip: GroundMap['strips'][number], scale: number): void {
  const [x0, y0] = place(tile, strip.south);
  const [x1, y1] = place(tile, strip.north);
  const length = Math.hypot(x1 - x0, y1 - y0);
  pen.save();
  pen.translate(x0, y0);
  pen.rotate(Math.atan2(y1 - y0, x1 - x0));
  if (strip.lengthMetres >= PLANKED_METRES) drawPlanks(pen, length, Math.max(7, 62 * tile.pxPerMetre), scale);
  else {
    pen.strokeStyle = 'rgba(90,70,48,.8)';
    pen.lineWidth = scale;
    pen.setLineDash([5 * scale, 4 * scale]);
    pen.strokeRect(0, -3 * scale, length, 6 * scale);
  }
  pen.restore();
}

// Steel planks on cleared earth: grey with a tick across for every few planks, a white dashed middle, parking bays.
function drawPlanks(pen: Pen, length: number, wide: number, scale: number): void {
  pen.fillStyle = 'rgba(214,186,138,.75)';
  pen.fillRect(-4 * scale, -wide * 0.9, length + 8 * scale, wide * 1.8);
  pen.fillStyle = '#c9c4b4';
  pen.fillRect(0, -wide / 2, length, wide);
  pen.strokeStyle = 'rgba(58,52,44,.95)';
  pen.lineWidth = scale;
  pen.strokeRect(0, -wide / 2, length, wide);
  pen.beginPath();
  for (let x = 3 * scale; x < length; x += 3 * scale) {
    pen.moveTo(x, -wide / 2);
    pen.lineTo(x, wide / 2);
  }
  pen.strokeStyle = 'rgba(70,66,58,.38)';
  pen.lineWidth = 0.6 * scale;
  pen.stroke();
  pen.beginPath();
  pen.moveTo(6 * scale, 0);
  pen.lineTo(length - 6 * scale, 0);
  pen.setLineDash([9 * scale, 7 * scale]);
  pen.strokeStyle = 'rgba(255,255,250,.8)';
  pen.lineWidth = 1.1 * scale;
  pen.stroke();
  drawBays(pen, length, wide, scale);
}

function drawBays(pen: Pen, length: number, wide: number, scale: number): void {
  pen.setLineDash([]);
  pen.strokeStyle = 'rgba(74,60,44,.7)';
  for (let bay = 0; bay < 5; bay++) {
    pen.beginPath();
    pen.arc(length * (0.12 + bay * 0.1), -wide / 2 - 7 * scale, 4.6 * scale, 0.3, Math.PI - 0.3, true);
    pen.stroke();
  }
}

// A bridge lies along the road that crosses it: two dark rails and a pale deck.
function drawBridge(pen: Pen, tile: TileFrame, bridge: Bridge, lines: DrawnLines, scale: number, { rail, deck } = DAY_BRIDGE): void {
  const [x, y] = place(tile, [bridge.east, bridge.north]);
  pen.save();
  pen.translate(x, y);
  pen.rotate(bridgeAngle(bridge, lines));
  pen.fillStyle = rail;
  pen.fillRect(-8 * scale, -3.4 * scale, 16 * scale, 1.6 * scale);
  pen.fillRect(-8 * scale, 1.8 * scale, 16 * scale, 1.6 * scale);
  pen.fillStyle = deck;
  pen.fillRect(-8 * scale, -1.8 * scale, 16 * scale, 3.6 * scale);
  pen.restore();
}

function bridgeAngle(bridge: Bridge, { roads, river }: DrawnLines): number {
  for (const { line } of roads) {
    const near = nearestOn(line, bridge.east, bridge.north);
    if (near.metres < 60) return directionAt(line, near.index);
  }
  return directionAt(river, nearestOn(river, bridge.east, bridge.north).index) + Math.PI / 2;
}

function directionAt(line: Line, index: number): number {
  const [e0, n0] = line[Math.max(0, index - 1)] ?? [0, 0];
  const [e1, n1] = line[Math.min(line.length - 1, index + 1)] ?? [1, 0];
  return Math.atan2(n0 - n1, e1 - e0);
}

// Nine huts shaken around the place; a razed village leaves their outlines.
function drawVillage(pen: Pen, tile: TileFrame, village: GroundMap['villages'][number], scale: number): void {
  const [x, y] = place(tile, [village.east, village.north]);
  const reach = 110 * tile.pxPerMetre;
  if (x < -reach || y < -reach || x > tile.width + reach || y > tile.height + reach) return;
  for (let hut = 0; hut < 9; hut++) {
    const roll = (layer: number): number => chanceAt(village.east + hut * 7, village.north, layer);
    const away = roll(31) * 75 * tile.pxPerMetre;
    pen.save();
    pen.translate(x + Math.cos(roll(32) * 6.3) * away * 1.3, y + Math.sin(roll(32) * 6.3) * away);
    pen.rotate(roll(33) * 3);
    drawHut(pen, village.razed === true, scale);
    pen.restore();
  }
}

function drawHut(pen: Pen, razed: boolean, scale: number): void {
  if (razed) {
    pen.strokeStyle = 'rgba(60,46,34,.55)';
    pen.lineWidth = 0.8 * scale;
    pen.strokeRect(-2.4 * scale, -1.5 * scale, 4.8 * scale, 3 * scale);
    return;
  }
  pen.fillStyle = 'rgba(40,32,24,.3)';
  pen.fillRect(-2.2 * scale, -1.2 * scale, 5.6 * scale, 3.6 * scale);
  pen.fillStyle = '#8c5a3c';
  pen.fillRect(-2.6 * scale, -1.6 * scale, 5.2 * scale, 3.2 * scale);
}

function stroke(pen: Pen, tile: TileFrame, line: Line, width: number, colour: string, dash: number[] = []): void {
  pen.lineJoin = pen.lineCap = 'round';
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  pen.setLineDash(dash);
  pen.beginPath();
  line.forEach((point, i) => {
    const [x, y] = place(tile, point);
    if (i === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.stroke();
  pen.setLineDash([]);
}

function place(tile: TileFrame, [east, north]: readonly [number, number]): [number, number] {
  return [(east - tile.east) * tile.pxPerMetre, (tile.north - north) * tile.pxPerMetre];
}

function lengthOf(line: Line): number {
  let sum = 0;
  line.forEach(([e, n], i) => {
    const [e0, n0] = line[i - 1] ?? [e, n];
    sum += Math.hypot(e - e0, n - n0);
  });
  return sum;
}
