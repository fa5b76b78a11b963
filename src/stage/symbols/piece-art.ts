/** Pieces for men: the standard's symbols, or painted wooden blocks with the same facts. */
import type { SideId } from '../../engine/index.ts';
import type { Art } from '../atlas.ts';
import type { PieceArm } from '../facts/marks.ts';
import type { Pen } from '../pen.ts';
import { PIECE } from '../theme.ts';
import { ARMS, ECHELONS, FRAMES, PICTURES } from './piece-shapes.ts';

export type SymbolSet = 'nato' | 'pictorial';

/** What a piece shows. */
export interface PieceFace {
  readonly nation: SideId;
  readonly own: boolean;
  readonly arm: PieceArm;
  readonly echelon: 'company' | 'battalion';
  readonly pips: number | null;
  readonly count: number;
  /** The age of a sighting in words; null for what is seen now. */
  readonly age: string | null;
}

/** Half of the width and height that a piece takes on the screen, CSS pixels. */
export const PIECE_REACH: Readonly<Record<SymbolSet, readonly [number, number]>> = { nato: [14, 12], pictorial: [18, 14] };

const CASING = 'rgba(252,246,230,0.95)';

/** The picture of a piece. */
export function pieceArt(set: SymbolSet, face: PieceFace): Art {
  const width = face.age === null ? 56 : 84;
  return { width, height: face.age === null ? 56 : 72, draw: (pen) => {
    if (set === 'nato') drawNato(pen, face);
    else drawBlock(pen, face);
    if (face.count > 1) drawCount(pen, face, set === 'nato' ? 13 : 17, set === 'nato' ? 9 : 12);
    if (face.age !== null) drawAge(pen, face, set === 'nato' ? 25 : 24);
  } };
}

/** A name under which the same face is drawn once. */
export function faceName(set: SymbolSet, face: PieceFace): string {
  return JSON.stringify([set, face.nation, face.own, face.arm, face.echelon, face.pips, Math.min(face.count, 99), face.age]);
}

const SYMBOL_SCALE = 0.17;

function drawNato(pen: Pen, face: PieceFace): void {
  const relation = face.own ? 'own' : 'other';
  const { pale, deep } = PIECE[face.nation];
  const isUnsure = face.age !== null;
  const frame = new Path2D(FRAMES[relation]);
  const echelon = new Path2D(ECHELONS[relation][face.echelon]);
  pen.save();
  pen.scale(SYMBOL_SCALE, SYMBOL_SCALE);
  pen.translate(-100, -100);
  pen.lineJoin = pen.lineCap = 'round';
  if (face.count > 1) drawEdge(pen, frame, pale, deep);
  pen.strokeStyle = CASING;
  pen.lineWidth = 14;
  shadowed(pen, () => pen.stroke(frame));
  pen.stroke(echelon);
  pen.fillStyle = pale;
  pen.fill(frame);
  pen.lineCap = 'butt';
  pen.strokeStyle = pen.fillStyle = deep;
  pen.lineWidth = 3.6;
  for (const { d, filled } of ARMS[relation][face.arm]) {
    if (filled) pen.fill(new Path2D(d));
    else pen.stroke(new Path2D(d));
  }
  pen.lineWidth = 5;
  pen.stroke(echelon);
  pen.setLineDash(isUnsure ? [15, 11] : []);
  pen.stroke(frame);
  pen.setLineDash([]);
  pen.restore();
  if (face.pips !== null) drawPips(pen, face.pips, face.own ? 10.4 : 14, deep, CASING);
}

/** The edge of the pieces below the top one. */
function drawEdge(pen: Pen, frame: Path2D, pale: string, deep: string): void {
  pen.save();
  pen.translate(16, -14);
  pen.strokeStyle = CASING;
  pen.lineWidth = 14;
  pen.stroke(frame);
  pen.fillStyle = pale;
  pen.fill(frame);
  pen.strokeStyle = deep;
  pen.lineWidth = 4.4;
  pen.stroke(frame);
  pen.restore();
}

function shadowed(pen: Pen, draw: () => void): void {
  pen.save();
  pen.shadowColor = 'rgba(20,16,10,0.5)';
  pen.shadowOffsetY = 2;
  pen.shadowBlur = 2;
  draw();
  pen.restore();
}

/** Four quarters of fighting strength. */
function drawPips(pen: Pen, pips: number, y: number, colour: string, casing: string): void {
  pen.fillStyle = casing;
  pen.fillRect(-13.5, y - 1, 27, 5);
  pen.strokeStyle = pen.fillStyle = colour;
  pen.lineWidth = 0.8;
  for (let pip = 0; pip < 4; pip += 1) {
    if (pip < pips) pen.fillRect(-12.4 + pip * 6.4, y, 5.4, 3);
    else pen.strokeRect(-12 + pip * 6.4, y + 0.4, 4.6, 2.2);
  }
}

const [BLOCK_WIDTH, BLOCK_HEIGHT] = [34, 26];

function drawBlock(pen: Pen, face: PieceFace): void {
  const { line, light, deep } = PIECE[face.nation];
  const isUnsure = face.age !== null;
  const [left, top] = [-BLOCK_WIDTH / 2, -BLOCK_HEIGHT / 2];
  pen.fillStyle = 'rgba(18,12,6,0.42)';
  rounded(pen, left + 1, top + 3, BLOCK_WIDTH, BLOCK_HEIGHT);
  pen.fill();
  if (face.count > 1) blockBody(pen, left + 3, top - 3, light, deep);
  blockBody(pen, left, top, isUnsure ? '#e9dfc6' : line, deep, isUnsure);
  if (!isUnsure) {
    pen.fillStyle = light;
    pen.globalAlpha = 0.75;
    rounded(pen, left + 1.6, top + 1.6, BLOCK_WIDTH - 3.2, BLOCK_HEIGHT * 0.4);
    pen.fill();
    pen.globalAlpha = 1;
  }
  const ink = isUnsure ? line : '#fbf3df';
  if (face.age !== null) drawMark(pen, '?', 0, -2, ink, 17);
  else drawPicture(pen, PICTURES[face.arm], 0, -2.4, 17, ink);
  if (face.pips !== null) drawBlockPips(pen, face.pips, ink);
  drawRelation(pen, face, ink);
}

function blockBody(pen: Pen, x: number, y: number, fill: string, edge: string, dashed: boolean = false): void {
  rounded(pen, x, y, BLOCK_WIDTH, BLOCK_HEIGHT);
  pen.fillStyle = fill;
  pen.fill();
  pen.strokeStyle = edge;
  pen.lineWidth = 1.4;
  pen.setLineDash(dashed ? [4, 2.4] : []);
  pen.stroke();
  pen.setLineDash([]);
}

function rounded(pen: Pen, x: number, y: number, width: number, height: number): void {
  pen.beginPath();
  pen.roundRect(x, y, width, height, 3);
}

function drawBlockPips(pen: Pen, pips: number, ink: string): void {
  pen.strokeStyle = pen.fillStyle = ink;
  pen.lineWidth = 0.8;
  for (let pip = 0; pip < 4; pip += 1) {
    const x = -14 + pip * 7.4;
    if (pip < pips) pen.fillRect(x, 7.4, 5.4, 3);
    else pen.strokeRect(x + 0.4, 7.8, 4.6, 2.2);
  }
}

/** Shape names a relation: the corner of the other side's block carries a diamond, and its echelon dots. */
function drawRelation(pen: Pen, { own, echelon }: PieceFace, ink: string): void {
  pen.fillStyle = ink;
  const dots = echelon === 'battalion' ? 2 : 1;
  for (let dot = 0; dot < dots; dot += 1) pen.fillRect(12.6 - dot * 2.6, -10.6, 1.4, 4);
  if (own) return;
  pen.beginPath();
  pen.moveTo(-12.6, -11);
  pen.lineTo(-9.6, -8);
  pen.lineTo(-12.6, -5);
  pen.lineTo(-15.6, -8);
  pen.closePath();
  pen.fill();
}

/** Draws a filled picture of the square of 512 in a square of so many pixels around a point. */
export function drawPicture(pen: Pen, d: string, x: number, y: number, size: number, colour: string): void {
  pen.save();
  pen.translate(x - size / 2, y - size / 2);
  pen.scale(size / 512, size / 512);
  pen.fillStyle = colour;
  pen.fill(new Path2D(d));
  pen.restore();
}

function drawMark(pen: Pen, text: string, x: number, y: number, colour: string, size: number): void {
  pen.font = `700 ${String(size)}px "Archivo Narrow", sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}

/** How many units lie under the piece. */
function drawCount(pen: Pen, { nation, count }: PieceFace, x: number, y: number): void {
  const { deep } = PIECE[nation];
  pen.beginPath();
  pen.arc(x, y, 6.6, 0, 2 * Math.PI);
  pen.fillStyle = deep;
  pen.fill();
  pen.strokeStyle = CASING;
  pen.lineWidth = 1.4;
  pen.stroke();
  drawMark(pen, String(count), x, y + 0.5, '#fff8e6', 11);
}

function drawAge(pen: Pen, { nation, age }: PieceFace, y: number): void {
  pen.font = '600 11px "Archivo Narrow", sans-serif';
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.lineJoin = 'round';
  pen.strokeStyle = CASING;
  pen.lineWidth = 3;
  pen.strokeText(age ?? '', 0, y);
  pen.fillStyle = PIECE[nation].deep;
  pen.fillText(age ?? '', 0, y);
}
